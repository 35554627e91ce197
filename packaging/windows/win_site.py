"""Unpack the wheels for Windows, only what the program uses of them, and copy the program in.

Which modules of Qt those are is read from the program's own imports; the libraries follow from
what each one imports. So a new import in the program brings its module along, and a library that
is missing fails the build here and not on a reader's machine.

usage: win_site.py --wheels DIR --program WHEEL --site DIR --runtime DIR
"""

from __future__ import annotations

import argparse
import ast
import fnmatch
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

PLUGINS = (
    "platforms/qwindows.dll",
    "platforms/qoffscreen.dll",  # --screenshot
    "iconengines/qsvgicon.dll",
    "imageformats/qsvg.dll",
    "imageformats/qjpeg.dll",
    "imageformats/qgif.dll",
    "imageformats/qico.dll",
)
TRANSLATIONS = ("qtbase_en", "qtbase_ru", "qtbase_zh_CN", "qtbase_zh_TW")

# One copy of Microsoft's library serves all; the newest, which the wheel of Qt for Python has.
C_LIBRARY = re.compile(r"(vcruntime140(_1)?|msvcp140(_1|_2)?)\.dll", re.IGNORECASE)

# Of each package what only development uses, by names in the wheel.
LEFT_OUT = (
    "*.pyi", "*/py.typed", "*/tests/*", "*/__pycache__/*", "*/__pyinstaller/*", "*.lib", "*.h",
    "*.dist-info/RECORD", "*.dist-info/WHEEL", "*.dist-info/INSTALLER",
    "*.dist-info/entry_points.txt", "*.dist-info/REQUESTED",
    "*.dist-info/top_level.txt", "*.dist-info/direct_url.json",
    "*.dist-info/sboms/*",
    "apsw/sqlite_extra_binaries/*", "apsw/shell.py", "apsw/speedtest.py", "apsw/trace.py", "apsw/aio.py",
    "apsw/fts_test_strings", "apsw/__main__.py",
    "tzdata/*", "tzdata-*",  # no time of day is ever shown
    "dateutil/zoneinfo/*",
)  # fmt: skip
# Of these two only what is listed by the rules below.
_QT = ("PySide6", "shiboken6")
_QT_PYTHON = re.compile(r"(PySide6|shiboken6)/[^/]+\.py")
_IMPORT = re.compile(r"DLL Name: (\S+)")

# What Windows 10 (1809) and newer brings. Anything else that a library imports must be shipped.
_WINDOWS = re.compile(
    r"(api-ms-win-.*|advapi32|authz|bcrypt|comctl32|comdlg32|crypt32|d2d1|d3d11|d3d12|d3d9|dwmapi"
    r"|dwrite|dxgi|gdi32|icuuc|imm32|iphlpapi|kernel32|mpr|mscms|msvcrt|netapi32|ntdll|ole32|oleaut32"
    r"|oleacc|propsys|rpcrt4|setupapi|shcore|shell32|shlwapi|user32|userenv|uxtheme|version|winmm"
    r"|winspool|ws2_32|wtsapi32|uiautomationcore|runtimeobject|bcryptprimitives|pathcch)(\.dll|\.drv)",
    re.IGNORECASE,
)


class SiteError(Exception):
    """The packages do not fit together."""


def qt_modules(sources: list[str]) -> set[str]:
    """The modules of PySide6 that these texts import."""
    found: set[str] = set()
    for source in sources:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                if node.module == "PySide6":
                    found.update(name.name for name in node.names)
                elif node.module.startswith("PySide6."):
                    found.add(node.module.split(".")[1])
            elif isinstance(node, ast.Import):
                for name in node.names:
                    if name.name.startswith("PySide6."):
                        found.add(name.name.split(".")[1])
    return {name for name in found if name.startswith("Qt")}


def imports_of(path: Path) -> set[str]:
    """The names of the libraries that this one imports, in small letters."""
    told = subprocess.run(
        ["x86_64-w64-mingw32-objdump", "-p", path], capture_output=True, text=True, check=True
    )
    return {name.lower() for name in _IMPORT.findall(told.stdout)}


def closure(wanted: list[Path], folders: list[Path]) -> set[Path]:
    """These files and every library in the folders that they need, directly or not."""
    there = {path.name.lower(): path for folder in folders for path in sorted(folder.glob("*.dll"))}
    todo = list(wanted)
    found: set[Path] = set()

    while todo:
        path = todo.pop()
        if path not in found:
            found.add(path)
            todo += [there[name] for name in sorted(imports_of(path)) if name in there]
    return found


def undeclared(tree: Path) -> list[str]:
    """What some file below the tree imports and neither the tree nor Windows has."""
    files = [path for path in sorted(tree.rglob("*")) if path.suffix in (".dll", ".pyd", ".exe")]
    shipped = {path.name.lower() for path in files}
    return [
        f"{path.relative_to(tree)} needs {name}"
        for path in files
        for name in sorted(imports_of(path))
        if name not in shipped and not _WINDOWS.fullmatch(name)
    ]


def _unpack(wheel: Path, into: Path, records: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if ".dist-info/" in name:
                archive.extract(name, records)
            if name.endswith("/") or any(fnmatch.fnmatch(name, out) for out in LEFT_OUT):
                continue
            if name.startswith(tuple(f"{top}/" for top in _QT)) and not _QT_PYTHON.fullmatch(name):
                continue
            archive.extract(name, into)


def _unpack_qt(wheels: list[Path], scratch: Path) -> None:
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                parts = name.split("/")
                if parts[0] in _QT and (len(parts) == 2 or parts[1] in ("plugins", "translations")):
                    archive.extract(name, scratch)


def make(wheels: Path, program: Path, site: Path, runtime: Path) -> None:
    """Fill `site` with packages and program, and `runtime` with Microsoft's library."""
    # What the wheels tell of themselves, complete: packaging/trust reads it.
    records = site.parent.parent / "packages"
    for wheel in [*sorted(wheels.glob("*.whl")), program]:
        _unpack(wheel, site, records)
    sources = [
        path.read_text(encoding="utf-8") for path in sorted((site / "treatyviewer").rglob("*.py"))
    ]
    modules = qt_modules(sources)
    scratch = site.parent / "qt"
    _unpack_qt(sorted(wheels.glob("*ide6*.whl")) + sorted(wheels.glob("shiboken6*.whl")), scratch)
    qt, shiboken = scratch / "PySide6", scratch / "shiboken6"
    wanted = [qt / f"{name}.pyd" for name in sorted(modules)]
    wanted += [qt / "plugins" / name for name in PLUGINS]
    wanted += [qt / "translations" / f"{name}.qm" for name in TRANSLATIONS]
    missing = [path.name for path in wanted if not path.is_file()]
    if missing:
        raise SiteError(f"The wheel of Qt for Python has no {', '.join(missing)}.")
    libraries = [path for path in wanted if path.suffix != ".qm"] + [shiboken / "Shiboken.pyd"]
    for path in sorted(closure(libraries, [qt, shiboken]) | set(wanted)):
        if C_LIBRARY.fullmatch(path.name):
            target = runtime / path.name.lower()
            source = qt / path.name
        else:
            target, source = site / path.relative_to(scratch), path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    shutil.rmtree(scratch)
    print(f"Qt: {', '.join(sorted(modules))}, with {len(PLUGINS)} plug-ins.")


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the folder of packages for Windows.")
    for name in ("wheels", "program", "site", "runtime"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    given = parser.parse_args()
    try:
        make(**vars(given))
    except SiteError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
