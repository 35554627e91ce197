"""Pack the stage as a Debian package.

    deb.py STAGE OUT.deb --version V

Neither a maintainer script nor anything done at installation: dpkg's triggers of the packages that
have caches (icons, menu, MIME types, man) make them.
"""

from __future__ import annotations

import argparse
import email.utils
import gzip
import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import depends
import elf

# Nobody answers there: whoever publishes the package sets TREATYVIEWER_MAINTAINER.
MAINTAINER = "The Treaty Viewer developers <developers@treatyviewer.invalid>"
# xz as Debian's own packages; with one thread the bytes do not depend on the machine.
_PACK = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--threads-max=1"]
HERE = Path(__file__).resolve().parent
NAME = "treatyviewer"
_CONTROL = """\
Package: treatyviewer
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: fonts-noto-cjk | fonts-wqy-zenhei | fonts-wqy-microhei | fonts-droid-fallback, xdg-utils
Suggests: ibus
Section: education
Priority: optional
Description: offline reader for one historical treaty
 Treaty Viewer shows a treaty, the evidence behind each claim about it, and
 the time around it, in one window: the Sino-Soviet Treaty of Friendship,
 Alliance and Mutual Assistance of 1950 comes with it, and further treaties
 can be opened from .treaty files.
 .
 Everything is in the package: it needs no network, and asks for none.
"""
_CHANGES = """\
treatyviewer ({version}) stable; urgency=medium

  * New version; what has changed for readers is in CHANGELOG.md of the source.

 -- {maintainer}  {date}
"""


def installed_size(tree: Path) -> int:
    """In KiB, as Debian's policy has it: files rounded up, one for each folder or link."""
    total = 0
    for path in tree.rglob("*"):
        plain = path.is_file() and not path.is_symlink()
        total += -(-path.stat().st_size // 1024) if plain else 1
    return total


def sums(tree: Path) -> str:
    """The file md5sums, by which dpkg -V checks what is installed."""
    lines = []
    for path in sorted(tree.rglob("*")):
        if path.is_file() and not path.is_symlink():
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            lines.append(f"{digest}  {path.relative_to(tree).as_posix()}\n")
    return "".join(lines)


def pack(stage: Path, out: Path, version: str, epoch: int) -> None:
    """Write the package."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder, NAME)
        shutil.copytree(stage, tree, symlinks=True)
        overrides = tree / "usr/share/lintian/overrides" / NAME
        overrides.parent.mkdir(parents=True)
        shutil.copyfile(HERE / "lintian-overrides", overrides)
        maintainer = os.environ.get("TREATYVIEWER_MAINTAINER") or MAINTAINER
        changes = _CHANGES.format(
            version=version, maintainer=maintainer, date=email.utils.formatdate(epoch)
        )
        packed = gzip.compress(changes.encode(), mtime=0)
        (tree / "usr/share/doc" / NAME / "changelog.gz").write_bytes(packed)
        control = _CONTROL.format(
            version=version,
            maintainer=maintainer,
            size=installed_size(tree),
            depends=", ".join(depends.of_debian(elf.outside(tree))),
        )
        checked = sums(tree)
        (tree / "DEBIAN").mkdir()
        (tree / "DEBIAN/control").write_text(control)
        (tree / "DEBIAN/md5sums").write_text(checked)
        for path in [tree, *tree.rglob("*")]:
            if path.is_dir() or not os.access(path, os.X_OK):
                path.chmod(0o755 if path.is_dir() else 0o644)
            os.utime(path, (epoch, epoch), follow_symlinks=False)
        subprocess.run(
            [*_PACK, "--build", tree, out],
            check=True,
            stdout=subprocess.DEVNULL,
            env=os.environ | {"SOURCE_DATE_EPOCH": str(epoch)},
        )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Pack the stage as a Debian package.")
    parser.add_argument("stage", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--version", required=True)
    given = parser.parse_args()
    pack(given.stage, given.out, given.version, int(os.environ["SOURCE_DATE_EPOCH"]))


if __name__ == "__main__":
    main()
