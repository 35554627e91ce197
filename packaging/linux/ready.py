"""Make ready what the program would make at a reader's first start: the library of the entry that
comes with it, and PySide6's support code, compiled.

    ready.py LIB

LIB is the folder with the program, its files with the times that they will have when installed.
Runs in the environment that the program was packed from. The program looks whether what it finds
fits (the same Python, the same text), and makes it itself otherwise.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from pathlib import Path

import apsw

from treatyviewer.content.folder import content_key, copied_signature, entry_folders
from treatyviewer.library.compile import compile_into
from treatyviewer.library.schema import maker
from treatyviewer.paths import SHIPPED_ENTRY

_PAGE = 8192


def make_library(entry: Path, out: Path) -> None:
    """The library file, without what is of this machine."""
    folders = entry_folders(entry)
    meta = {
        "maker": maker(),
        "content": content_key(folders),
        "copied": repr(copied_signature(folders)),
    }
    with contextlib.closing(apsw.Connection(str(out))) as connection:
        connection.execute(f"PRAGMA page_size = {_PAGE}; PRAGMA journal_mode = OFF")
        compile_into(connection, folders, meta)


def make_support(out: Path) -> None:
    """PySide6's support code, as the program itself keeps it."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        from treatyviewer.gui.faststart import import_pyside

        import_pyside()
        (made,) = Path(folder).rglob("pyside-*.bin")
        (out / made.name).write_bytes(made.read_bytes())


def main() -> None:
    """Make both."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: ready.py LIB")
    package = Path(sys.argv[1], "treatyviewer")
    out = package / "ready"
    out.mkdir()
    make_library(package / "resources" / "entries" / SHIPPED_ENTRY, out / "library.sqlite")
    make_support(out)


if __name__ == "__main__":
    main()
