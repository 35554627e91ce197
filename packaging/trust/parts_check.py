"""Whether every file of machine code in a built tree belongs to a part that is told of.

    parts_check.py TREE --platform linux|windows [--packages FOLDER]

Run it over what is to be packed: a library that crept in stops the build until somebody has looked
up its licence and added it to parts.toml.
"""

from __future__ import annotations

import argparse
import sysconfig
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from inventory import PLATFORMS, Packages, carried, normal

_MAGIC = (b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe")


def strangers(tree: Path, patterns: tuple[str, ...], modules: frozenset[str]) -> list[str]:
    """Files of machine code that neither a pattern nor a package's module explains.

    `modules` are paths of compiled modules without their endings: `rapidfuzz/fuzz_cpp`.
    """
    found = []
    for file in machine_code(tree):
        path = file.relative_to(tree).as_posix()
        if any(fnmatchcase(path if "/" in p else file.name, p) for p in patterns):
            continue
        parent, _, name = path.rpartition("/")
        stem = f"{parent}/{name.partition('.')[0]}"
        if any(f"/{stem}".endswith(f"/{module}") for module in modules):
            continue
        found.append(path)
    return found


def machine_code(tree: Path) -> Iterator[Path]:
    """Programs and libraries, by what is in them."""
    for file in sorted(tree.rglob("*")):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as handle:
                if handle.read(4).startswith(_MAGIC):
                    yield file


def modules_of(packages: Packages) -> frozenset[str]:
    """The compiled modules of the pinned packages and of Python."""
    # Python's own are those that it has itself where this runs.
    own = Path(str(sysconfig.get_config_var("DESTSHARED") or "/none"))
    found = {file.name.partition(".")[0] for file in own.glob("*.so")}
    for name in packages.pins:
        distribution = packages.installed(normal(name))
        for file in (distribution.files or ()) if distribution else ():
            parent, _, leaf = str(file).rpartition("/")
            if leaf.endswith((".so", ".pyd")):
                found.add(f"{parent}/{leaf.partition('.')[0]}".lstrip("/"))
    return frozenset(found)


def main() -> int:
    """Returns the exit status."""
    parser = argparse.ArgumentParser(description="Look for machine code that nobody told of.")
    parser.add_argument("tree", type=Path)
    parser.add_argument("--platform", choices=PLATFORMS, required=True)
    parser.add_argument("--packages", type=Path, metavar="FOLDER", help="where they are unpacked")
    given = parser.parse_args()
    if not given.tree.is_dir() or next(machine_code(given.tree), None) is None:
        raise SystemExit(f"{given.tree} is no folder with programs in it.")
    packages = Packages(given.platform, given.packages)
    parts = carried(given.platform, "", packages, "")
    patterns = tuple(pattern for part in parts for pattern in part.files)
    found = strangers(given.tree, patterns, modules_of(packages))
    for path in found:
        print(f"{path}: nothing in packaging/trust/parts.toml tells whose this is.")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
