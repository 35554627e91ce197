"""`treatyviewer unpack`: a `.treaty` file into a folder, after every sum in it was checked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from treatyviewer.cli import common
from treatyviewer.content.treaty_file import unpack


def run(arguments: Sequence[str]) -> int:
    """The command with its arguments; returns the exit status."""
    parser = common.command(
        "unpack",
        "Unpack a .treaty file into a folder. Every sum in it is checked before anything is "
        "written.",
    )
    parser.add_argument("file", type=Path, metavar="FILE.treaty", help="the file to unpack")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FOLDER",
        help="the folder to write, new or empty (the entry's id, in the current folder)",
    )
    given = parser.parse_args(arguments)
    report = unpack(given.file, given.output)
    if given.format == "json":
        common.print_json(
            {
                "folder": str(report.folder),
                "entry": report.entry,
                "edition": report.edition,
                "files": report.files,
                "bytes": report.size,
            }
        )
    else:
        files = "1 file" if report.files == 1 else f"{report.files} files"
        print(f"{report.folder}: {files}, {report.size} bytes")
    return 0
