"""What files of machine code ask of a system: libraries, and versions of their symbols."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
_VERSION = re.compile(r"Name: (\S+)\s+Flags: (\S+)")


class Wants(NamedTuple):
    """Libraries by name; and of a library, versions of symbols."""

    libraries: frozenset[str]
    versions: frozenset[tuple[str, str]]


def table() -> dict[str, dict[str, str]]:
    """libraries.toml."""
    read: Any = tomllib.loads((HERE / "libraries.toml").read_text(encoding="utf-8"))
    return dict(read)


def files(tree: Path) -> Iterator[Path]:
    """All ELF files in a tree, in order; no links."""
    for file in sorted(tree.rglob("*")):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as handle:
                if handle.read(4) == b"\x7fELF":
                    yield file


def wants(file: Path) -> Wants:
    """What one file asks for."""
    said = subprocess.run(
        ["readelf", "-dVW", file], check=True, capture_output=True, text=True
    ).stdout
    needed = re.findall(r"\(NEEDED\).*\[(.+)\]", said)
    versions = set()
    # The part on what it asks for; after it stands what it has itself, or nothing.
    _, _, part = said.partition("Version needs section")
    library = ""
    for line in part.splitlines():
        if found := re.search(r"File: (\S+)", line):
            library = found[1]
        elif library and (found := _VERSION.search(line)):
            versions.add((library, found[1]))
    return Wants(frozenset(needed), frozenset(versions))


def outside(tree: Path) -> Wants:
    """What the files of a tree ask of the system: what is not in the tree. Not of optional ones."""
    optional = table()["optional"]
    found = list(files(tree))
    inside = {file.name for file in found}
    all_wants = [wants(file) for file in found if file.name not in optional]
    libraries = frozenset().union(*(one.libraries for one in all_wants)) - inside
    versions = frozenset().union(*(one.versions for one in all_wants))
    return Wants(libraries, frozenset(v for v in versions if v[0] in libraries))


def number(version: str) -> tuple[int, ...]:
    """`GLIBC_2.34` as (2, 34)."""
    return tuple(int(part) for part in re.findall(r"\d+", version.rpartition("_")[2]))
