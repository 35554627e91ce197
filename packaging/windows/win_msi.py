"""Make the MSI, for those who deploy to many computers: one for all users of a computer.

It is written as WiX source and built by wixl. Every folder with files has its own component, which
also takes the folder away again when it is empty: else folders may be left.

usage: win_msi.py APP VERSION ICON OUT.msi
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import uuid
from pathlib import Path
from xml.sax.saxutils import quoteattr

import win_msi_settle

# Never changes: by it Windows knows older versions of the same program.
UPGRADE_CODE = "3F0A4B52-6C36-5D0E-9C4E-6A0C2B1F7A11"
_NAMESPACE = uuid.UUID("8b1f9a4e-6c0d-5a53-9b6e-2f5a7d1c4e90")
_CLASSES = r"Software\Classes"
_COMMAND = '"[INSTALLDIR]TreatyViewer.exe" "%1"'
_ICON = "[INSTALLDIR]TreatyViewer.exe,0"
# Below HKLM: key, name of the value, value.
REGISTRY = (
    (rf"{_CLASSES}\.treaty", "", "TreatyViewer.Entry"),
    (rf"{_CLASSES}\.treaty", "Content Type", "application/vnd.treatyviewer.entry+zip"),
    (rf"{_CLASSES}\TreatyViewer.Entry", "", "Treaty Viewer entry"),
    (rf"{_CLASSES}\TreatyViewer.Entry\DefaultIcon", "", _ICON),
    (rf"{_CLASSES}\TreatyViewer.Entry\shell\open\command", "", _COMMAND),
    (rf"{_CLASSES}\treaty", "", "URL:Treaty Viewer"),
    (rf"{_CLASSES}\treaty", "URL Protocol", ""),
    (rf"{_CLASSES}\treaty\DefaultIcon", "", _ICON),
    (rf"{_CLASSES}\treaty\shell\open\command", "", _COMMAND),
    (r"Software\TreatyViewer\Capabilities", "ApplicationName", "Treaty Viewer"),
    (
        r"Software\TreatyViewer\Capabilities",
        "ApplicationDescription",
        "Read a treaty, the evidence behind it and its time",
    ),
    (
        r"Software\TreatyViewer\Capabilities\FileAssociations",
        ".treaty",
        "TreatyViewer.Entry",
    ),
    (r"Software\TreatyViewer\Capabilities\UrlAssociations", "treaty", "treaty"),
    (r"Software\RegisteredApplications", "Treaty Viewer", r"Software\TreatyViewer\Capabilities"),
)


def guid(*parts: str) -> str:
    """The same parts give the same identifier, at any time on any machine."""
    return str(uuid.uuid5(_NAMESPACE, "\n".join(parts))).upper()


def _id(kind: str, path: str) -> str:
    return kind + hashlib.sha256(path.encode()).hexdigest()[:24]


def three_numbers(version: str) -> str:
    """What Windows Installer compares: three numbers, nothing after them."""
    numbers = re.match(r"\d+(\.\d+)*", version)
    if numbers is None:
        raise SystemExit(f"No MSI can carry the version {version!r}.")
    return ".".join([*numbers[0].split("."), "0", "0"][:3])


def _folder(folder: Path, app: Path, components: list[str]) -> list[str]:
    """The elements in one folder's element, its subfolders with theirs.

    The subfolders come first: folders are taken away in the order in which they stand here. One
    without files of its own has no component: made along the way, it goes with what was in it,
    while one that is made for itself is taken away after what it lies in, which then stays.
    """
    lines: list[str] = []
    name = folder.relative_to(app).as_posix()
    files = sorted(path for path in folder.iterdir() if path.is_file())
    for path in sorted(p for p in folder.iterdir() if p.is_dir()):
        inside = path.relative_to(app).as_posix()
        lines.append(f'<Directory Id="{_id("d", inside)}" Name={quoteattr(path.name)}>')
        lines += _folder(path, app, components)
        lines.append("</Directory>")
    if not files:
        return lines
    component = _id("c", name)
    components.append(component)
    lines.append(f'<Component Id="{component}" Guid="{guid("component", name)}" Win64="yes">')
    for number, path in enumerate(files):
        inside = path.relative_to(app).as_posix()
        key = ' KeyPath="yes"' if number == 0 else ""
        lines.append(
            f'<File Id="{_id("f", inside)}" Name={quoteattr(path.name)}'
            f" Source={quoteattr(str(path.relative_to(app.parent)))}{key}/>"
        )
    lines.append(f'<RemoveFolder Id="{_id("r", name)}" On="uninstall"/></Component>')
    return lines


def source(app: Path, version: str, icon: Path) -> str:
    """The WiX source for this folder."""
    components: list[str] = []
    tree = "\n".join(_folder(app, app, components))
    values = "\n".join(
        f'<RegistryKey Root="HKLM" Key={quoteattr(key)}><RegistryValue'
        + (f" Name={quoteattr(name)}" if name else "")
        + f' Type="string" Value={quoteattr(value)}'
        + (' KeyPath="yes"' if number == 0 else "")
        + "/></RegistryKey>"
        for number, (key, name, value) in enumerate(REGISTRY)
    )
    features = "\n".join(f'<ComponentRef Id="{component}"/>' for component in components)
    number = three_numbers(version)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
<Product Id="{guid("product", version)}" Name="Treaty Viewer" Language="1033" Version="{number}"
  Manufacturer="The Treaty Viewer developers" UpgradeCode="{UPGRADE_CODE}">
<Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine"
  Description="Treaty Viewer {version}" Manufacturer="The Treaty Viewer developers"/>
<MajorUpgrade
  DowngradeErrorMessage="A newer version of Treaty Viewer is installed. Remove it first."/>
<Media Id="1" Cabinet="files.cab" EmbedCab="yes"/>
<Icon Id="program.ico" SourceFile={quoteattr(str(icon.relative_to(app.parent)))}/>
<Property Id="ARPPRODUCTICON" Value="program.ico"/>
<Property Id="ARPNOMODIFY" Value="1"/>
<Directory Id="TARGETDIR" Name="SourceDir">
<Directory Id="ProgramFiles64Folder"><Directory Id="INSTALLDIR" Name="Treaty Viewer">
{tree}
<Component Id="registry" Guid="{guid("registry")}" Win64="yes">
{values}
</Component>
</Directory></Directory>
<Directory Id="ProgramMenuFolder">
<Component Id="menu" Guid="{guid("menu")}" Win64="yes">
<Shortcut Id="shortcut" Name="Treaty Viewer" Target="[INSTALLDIR]TreatyViewer.exe"
  WorkingDirectory="INSTALLDIR" Icon="program.ico"/>
<RegistryValue Root="HKLM" Key="Software\\TreatyViewer" Name="Menu" Type="integer" Value="1"
  KeyPath="yes"/>
</Component>
</Directory>
</Directory>
<Feature Id="all" Level="1" Title="Treaty Viewer">
{features}
<ComponentRef Id="registry"/>
<ComponentRef Id="menu"/>
</Feature>
</Product>
</Wix>
"""


def main() -> int:
    app, icon, target = (Path(name).resolve() for name in (sys.argv[1], sys.argv[3], sys.argv[4]))
    text = source(app, sys.argv[2], icon)
    wxs = app.parent / "treatyviewer.wxs"
    wxs.write_text(text, encoding="utf-8")
    # wixl takes no absolute names of files.
    subprocess.run(["wixl", "--arch", "x64", "-o", target, wxs.name], cwd=app.parent, check=True)
    # Windows takes two files with one package code for the same file, so it is made of the
    # content: of what is described, and of every byte of the files.
    digest = hashlib.sha256(text.encode())
    for path in sorted(p for p in app.rglob("*") if p.is_file()):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    code = guid("package", digest.hexdigest())
    win_msi_settle.settle(target, code, int(os.environ["SOURCE_DATE_EPOCH"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
