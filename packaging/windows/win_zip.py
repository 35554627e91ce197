"""Write a folder as a zip whose bytes depend on nothing but the files and SOURCE_DATE_EPOCH.

usage: win_zip.py APP VERSION OUT.zip      the portable program, with its marker
"""

from __future__ import annotations

import os
import sys
import time
import zipfile
from pathlib import Path

MARKER = "portable"
_MARKER_TEXT = (
    "While this file is here, Treaty Viewer keeps settings, notes and everything else in the\r\n"
    "folder `data` beside it, and leaves nothing on the computer. Without this file it keeps\r\n"
    "them in your user's folders, like the installed program.\r\n"
)
_FILE = 0o100644 << 16


def _date() -> tuple[int, int, int, int, int, int]:
    moment = time.gmtime(max(int(os.environ["SOURCE_DATE_EPOCH"]), 315532800))
    return (*moment[:3], *moment[3:5], moment.tm_sec // 2 * 2)


def _add(archive: zipfile.ZipFile, name: str, data: bytes, method: int) -> None:
    entry = zipfile.ZipInfo(name, _date())
    entry.compress_type = method
    entry.external_attr = _FILE
    entry.create_system = 3
    archive.writestr(entry, data, compresslevel=9)


def write(folder: Path, target: Path, top: str, method: int = zipfile.ZIP_DEFLATED) -> None:
    """All files of the folder, in order of their names, below `top` in the zip."""
    target.unlink(missing_ok=True)
    files = sorted(
        (path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file()
    )
    with zipfile.ZipFile(target, "w") as archive:
        for name, path in files:
            _add(archive, top + name, path.read_bytes(), method)


def portable(app: Path, version: str, target: Path) -> None:
    """The program as it is installed, and the marker that makes it keep its data beside itself."""
    top = f"TreatyViewer-{version}/"
    write(app, target, top)
    with zipfile.ZipFile(target, "a") as archive:
        _add(archive, top + MARKER, _MARKER_TEXT.encode(), zipfile.ZIP_DEFLATED)


def main() -> int:
    app, version, target = sys.argv[1:]
    portable(Path(app), version, Path(target))
    return 0


if __name__ == "__main__":
    sys.exit(main())
