"""Does a finished package name every library that its files need?

    needs.py PACKAGE.deb|PACKAGE.rpm

Looks at what is in the package, not at what it was made from: each library that a file asks for is
in it, or in a package of its Depends, or among its Requires. On Debian each library's package is
also asked of dpkg, where it is installed.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import depends
import elf


def said_by(*command: str | Path) -> str:
    """What a command prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def unpack(package: Path, folder: Path) -> None:
    """The package's files, in a folder."""
    if package.suffix == ".deb":
        said_by("dpkg-deb", "-x", package, folder)
        return
    with subprocess.Popen(["rpm2cpio", package], stdout=subprocess.PIPE) as reading:
        cpio = ["cpio", "--extract", "--make-directories", "--quiet"]
        subprocess.run(cpio, stdin=reading.stdout, cwd=folder, check=True)
    if reading.returncode:
        raise SystemExit(f"{package} cannot be read by rpm2cpio.")


def undeclared(package: Path, asked: elf.Wants) -> list[str]:
    """What is asked for and not declared."""
    if package.suffix == ".deb":
        field = said_by("dpkg-deb", "-f", package, "Depends")
        declared = {group.strip() for group in field.split(",")}
        return [name for name in depends.of_debian(asked) if name not in declared]
    lines = set(said_by("rpm", "-qp", "--requires", package).splitlines())
    return [name for name in depends.of_rpm(asked) if name not in lines]


def wrong_names(asked: elf.Wants) -> list[str]:
    """Libraries that dpkg knows by another package than libraries.toml does."""
    known = elf.table()["packages"]
    listed = said_by("/sbin/ldconfig", "-p")
    wrong = []
    for library in sorted(asked.libraries & known.keys()):
        found = re.search(rf"^\s+{re.escape(library)} \(libc6,x86-64.*\) => (\S+)$", listed, re.M)
        if found is None:
            continue
        # Packages name some files below /lib, and some below /usr/lib; the two are one.
        path = str(Path(found[1]).resolve()).removeprefix("/usr")
        owner = subprocess.run(
            ["dpkg", "-S", f"*{path}"], capture_output=True, text=True, check=False
        ).stdout
        owners = {line.split(":")[0] for line in owner.splitlines()}
        if owners and not owners & set(known[library].split(" | ")):
            wrong.append(f"{library} is in {', '.join(sorted(owners))}, not in {known[library]}")
    return wrong


def main() -> None:
    """Check one package."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: needs.py PACKAGE.deb|PACKAGE.rpm")
    package = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        unpack(package, Path(folder))
        asked = elf.outside(Path(folder))
        count = sum(1 for _ in elf.files(Path(folder)))
    if not count:
        raise SystemExit(f"{package.name}: there is no machine code in it.")
    problems = [f"needed and not declared: {name}" for name in undeclared(package, asked)]
    problems += wrong_names(asked)
    for problem in problems:
        print(f"{package.name}: {problem}")
    if problems:
        raise SystemExit(1)
    print(f"{package.name}: {len(asked.libraries)} libraries of the system, all declared.")


if __name__ == "__main__":
    main()
