"""Lay out the program in a folder: code compiled, libraries and data beside it."""

from __future__ import annotations

import importlib._bootstrap_external as loading
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

import parts

# What PyInstaller names a thing by: where it would lie, where it is, of which kind.
Entry = tuple[str, str, str]
# The earliest time that a zip can tell; Python does not look at it.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def compiled(name: str, source: Path) -> tuple[str, bytes]:
    """The path of a module's compiled file, and what is in it.

    The code knows its file by the path below the folder, so that the same source gives the same
    bytes wherever it lay; and Python is told not to look for that source.
    """
    path = name.replace(".", "/") + ("/__init__" if source.stem == "__init__" else "")
    code = compile(source.read_bytes(), f"{path}.py", "exec", dont_inherit=True, optimize=0)
    data: bytes = bytes(loading._code_to_hash_pyc(code, bytes(8), False))  # type: ignore[attr-defined]  # the only way to such a file that asks for no path
    return f"{path}.pyc", data


def lay_out_code(modules: Iterable[Entry], folder: Path) -> None:
    """Compile the modules: those that a start needs as files, the others into a zip."""
    rest: dict[str, bytes] = {}
    for name, source, _kind in sorted(modules):
        if source in ("", "-") or not parts.is_wanted_module(name):
            continue
        path, data = compiled(name, Path(source))
        if name.split(".")[0] in parts.IN_THE_ZIP:
            rest[path] = data
        else:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    with zipfile.ZipFile(folder / "rest.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path, data in sorted(rest.items()):
            about = zipfile.ZipInfo(path, _NO_TIME)
            about.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(about, data)


def lay_out_files(files: Iterable[Entry], folder: Path) -> None:
    """Copy libraries and data. Python's own compiled modules lie with all others."""
    for name, source, _kind in sorted(files):
        target = folder / name.removeprefix("python3.11/lib-dynload/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    for record in sorted(folder.glob("*.dist-info/RECORD")):
        # Of what is installed only the description is left, in the folder of the record.
        own = f"{record.parent.name}/"
        lines = record.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if (folder / line.split(",")[0]).exists() and own in line]
        record.write_text("\n".join(kept) + "\n", encoding="utf-8")
