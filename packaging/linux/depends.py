"""What the packages must depend on, taken from what their files ask for.

depends.py TREE --deb     one line for the field Depends
depends.py TREE --rpm     a line for each Requires
"""

from __future__ import annotations

import argparse
from pathlib import Path

import elf


def of_debian(asked: elf.Wants) -> list[str]:
    """Packages, with the least version where the files tell one."""
    known = elf.table()
    if strange := sorted(asked.libraries - known["packages"].keys()):
        raise SystemExit(
            f"Nobody has said which package has {', '.join(strange)}: add it to libraries.toml,"
            " or leave out what asks for it."
        )
    least = {}
    for name in ("GLIBC", "GLIBCXX"):
        found = [v for _, v in asked.versions if v.startswith(f"{name}_")]
        least[name] = max(found, key=elf.number, default="")
    versions = {"libc6": least["GLIBC"].removeprefix("GLIBC_")}
    if least["GLIBCXX"]:
        compilers = sorted(known["gcc"].items(), key=lambda item: elf.number(item[0]))
        fitting = [gcc for v, gcc in compilers if elf.number(v) >= elf.number(least["GLIBCXX"])]
        if not fitting:
            raise SystemExit(f"Which compiler has {least['GLIBCXX']}? Add it to libraries.toml.")
        versions["libstdc++6"] = fitting[0]
    packages = {known["packages"][library] for library in asked.libraries}
    return sorted(f"{p} (>= {versions[p]})" if versions.get(p) else p for p in packages)


def of_rpm(asked: elf.Wants) -> list[str]:
    """Libraries by name, which is the same on all systems, with versions of their symbols."""
    # The loader is named without the mark of 64 bits; whoever has libc has it.
    libraries = {f"{name}()(64bit)" for name in asked.libraries if not name.startswith("ld-linux")}
    # Of a row of versions the highest has the others.
    highest: dict[tuple[str, str], str] = {}
    for library, version in asked.versions:
        key = (library, version.rpartition("_")[0])
        highest[key] = max(highest.get(key, version), version, key=elf.number)
    named = {
        f"{library}({version})(64bit)"
        for (library, _), version in highest.items()
        if not library.startswith("ld-linux") and elf.number(version)
    }
    return sorted(libraries | named)


def main() -> None:
    """Print them."""
    parser = argparse.ArgumentParser(description="What packages must depend on.")
    parser.add_argument("tree", type=Path)
    kind = parser.add_mutually_exclusive_group(required=True)
    kind.add_argument("--deb", action="store_true")
    kind.add_argument("--rpm", action="store_true")
    given = parser.parse_args()
    asked = elf.outside(given.tree)
    print(", ".join(of_debian(asked)) if given.deb else "\n".join(of_rpm(asked)))


if __name__ == "__main__":
    main()
