"""Write and check `SHA256SUMS`, in the form that sha256sum reads.

sums.py DIST            write DIST/SHA256SUMS of all files beside it
sums.py DIST --check    whether they are what it says, and nothing is there besides
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

NAME = "SHA256SUMS"


def sums(folder: Path) -> dict[str, str]:
    """The sum of each file that is given out, by name."""
    found = {}
    for file in sorted(folder.iterdir()):
        # The signature is made of the sums, so it cannot be in them.
        if file.is_file() and not file.name.startswith((NAME, ".")):
            with file.open("rb") as handle:
                found[file.name] = hashlib.file_digest(handle, "sha256").hexdigest()
    return found


def read(file: Path) -> dict[str, str]:
    """What a file of sums says."""
    told = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        value, mark, name = line[:64], line[64:66], line[66:]
        if len(value) != 64 or mark not in ("  ", " *") or not name:
            raise SystemExit(f"{file}, line {number}: this is no line of sha256sum.")
        told[name] = value
    return told


def check(folder: Path) -> list[str]:
    """What is wrong, a line each."""
    told, found = read(folder / NAME), sums(folder)
    problems = [f"{name}: it is missing" for name in sorted(told.keys() - found.keys())]
    problems += [f"{name}: it has no sum" for name in sorted(found.keys() - told.keys())]
    problems += [
        f"{name}: it is not what the sum was made of"
        for name in sorted(told.keys() & found.keys())
        if told[name] != found[name]
    ]
    return problems


def main() -> int:
    """Returns the exit status."""
    parser = argparse.ArgumentParser(description="Write or check SHA256SUMS.")
    parser.add_argument("dist", type=Path, metavar="DIST")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    if not given.dist.is_dir():
        raise SystemExit(f"{given.dist} is no folder.")
    if given.check:
        if not (given.dist / NAME).is_file():
            raise SystemExit(f"{given.dist / NAME} is not there. Write it with: sums.py DIST")
        problems = check(given.dist)
        for problem in problems:
            print(problem)
        return 1 if problems else 0
    found = sums(given.dist)
    if not found:
        raise SystemExit(f"{given.dist} has no files to make sums of.")
    lines = "".join(f"{value}  {name}\n" for name, value in found.items())
    (given.dist / NAME).write_text(lines, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
