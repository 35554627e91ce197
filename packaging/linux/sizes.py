"""What was made, how large it is to download and on the disk, and whether that is too much.

sizes.py DIST --version V
"""

from __future__ import annotations

import argparse
import subprocess
from pathlib import Path

MB = 1_000_000
# In MB: what nobody may go over, and what we would like.
DOWNLOAD = (28, 20)
INSTALLED = (95, 70)
_LIMITED = (".deb", ".rpm", ".run", ".exe")


def blocks(size: int) -> int:
    """What a file takes on the disk."""
    return -(-size // 4096) * 4096


def installed(package: Path) -> int:
    """What the files of a .deb or .rpm take on the disk; 0 where it is not known."""
    if package.suffix == ".deb":
        listed = subprocess.run(
            ["dpkg-deb", "-c", package], check=True, capture_output=True, text=True
        ).stdout
        rows = [line.split() for line in listed.splitlines()]
        return sum(blocks(int(row[2])) if row[0][0] == "-" else 4096 for row in rows)
    if package.suffix == ".rpm":
        listed = subprocess.run(
            ["rpm", "-qp", "--qf", "[%{FILESIZES}\n]", package],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        return sum(blocks(int(line)) for line in listed.split())
    return 0


def main() -> int:
    """Print the table; 1 if something is too large."""
    parser = argparse.ArgumentParser(description="Sizes of what was made.")
    parser.add_argument("dist", type=Path)
    parser.add_argument("--version", required=True)
    given = parser.parse_args()
    files = sorted(f for f in given.dist.iterdir() if given.version in f.name)
    too_large = []
    print(f"\n{'':46}{'download':>10}{'installed':>11}")
    for file in files:
        size, takes = file.stat().st_size / MB, installed(file) / MB
        print(f"{file.name:46}{size:>7.1f} MB{f'{takes:>8.1f} MB' if takes else ''}")
        if file.suffix in _LIMITED and size > DOWNLOAD[0]:
            too_large.append(f"{file.name}: {size:.1f} MB, more than {DOWNLOAD[0]} to download")
        if takes > INSTALLED[0]:
            too_large.append(f"{file.name}: {takes:.1f} MB, more than {INSTALLED[0]} installed")
    print(f"{'at most':46}{DOWNLOAD[0]:>7} MB{INSTALLED[0]:>8} MB")
    print(f"{'the aim':46}{DOWNLOAD[1]:>7} MB{INSTALLED[1]:>8} MB\n")
    for line in too_large:
        print(line)
    return 1 if too_large else 0


if __name__ == "__main__":
    raise SystemExit(main())
