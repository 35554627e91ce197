"""What there is to download, and what it takes on the disk, against the limits.

usage: try_sizes.py DIST
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from report import Report, must, run
from using import version

_DOWNLOAD, _INSTALLED = 28.0, 95.0
_AIM = "the aim is 20 to download and 70 installed"
_MB = 1_000_000


def download(file: Path) -> float:
    """The size of a file."""
    return file.stat().st_size / _MB


def installed(package: Path) -> float:
    """What a Debian package takes: its files, each in whole blocks of 4 KiB."""
    listed = subprocess.run(["dpkg-deb", "-c", package], capture_output=True, text=True, check=True)
    total = 0
    for line in listed.stdout.splitlines():
        kind, size = line[0], int(line.split()[2])
        total += -(-size // 4096) * 4096 if kind == "-" else 4096 if kind == "d" else 0
    return total / _MB


def main(report: Report) -> None:
    """Each artefact that there is; the .deb must be there."""
    dist, number = Path(sys.argv[1]), version()
    package = dist / f"treatyviewer_{number}_amd64.deb"
    limited = {
        package,
        dist / f"treatyviewer-{number}-1.x86_64.rpm",
        dist / f"TreatyViewer-{number}-linux-x86_64.run",
        dist / f"TreatyViewer-{number}-setup.exe",
    }
    for file in sorted(dist.glob("*reaty*iewer*")):
        if file not in limited:
            report.note(f"{file.name}: {download(file):.2f} MB")
    for file in sorted(limited):
        if file.suffix == ".exe" and not file.exists():
            report.note(f"{file.name} is not there")
            continue
        with report.test(f"{file.name} is at most {_DOWNLOAD:.0f} MB to download"):
            must(file.exists(), "it is not there")
            report.note(f"{file.name}: {download(file):.2f} MB")
            must(download(file) <= _DOWNLOAD, f"{download(file):.2f} MB")
    with report.test(f"the .deb takes at most {_INSTALLED:.0f} MB when installed"):
        takes = installed(package)
        report.note(f"installed: {takes:.2f} MB ({_AIM})")
        must(takes <= _INSTALLED, f"{takes:.2f} MB")


if __name__ == "__main__":
    must(len(sys.argv) == 2, __doc__ or "")
    run("sizes", main)
