"""`treatyviewer pack`: an entry's folder into one `.treaty` file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from treatyviewer.cli import common
from treatyviewer.content.folder import TREATY, entry_folders, is_treaty
from treatyviewer.content.reader import read_entry
from treatyviewer.content.treaty_file import pack
from treatyviewer.errors import InputError


def run(arguments: Sequence[str]) -> int:
    """The command with its arguments; returns the exit status."""
    parser = common.command(
        "pack",
        "Pack an entry into one file with the sums of all that is in it. The same folder always "
        "gives the same bytes.",
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the entry's folder")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar=f"FILE{TREATY}",
        help=f"the file to write (the entry's id and {TREATY}, in the current folder)",
    )
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    given = parser.parse_args(arguments)
    folder = _folder(given.folder)
    # Raises with all problems of an entry that could not be read again.
    entry = read_entry(folder)
    report = pack(folder, given.output or Path(f"{entry.id}{TREATY}"), overwrite=given.force)
    if given.format == "json":
        common.print_json(
            {
                "file": str(report.file),
                "entry": report.entry,
                "edition": report.edition,
                "files": report.files,
                "bytes": report.size,
                "sha256": report.sha256,
            }
        )
    else:
        files = "1 file" if report.files == 1 else f"{report.files} files"
        print(f"{report.file}: {files}, {report.size} bytes, SHA-256 {report.sha256}")
    return 0


def _folder(path: Path) -> Path:
    folders = entry_folders(path)
    if len(folders) > 1 or (folders[0] != path and path.is_dir()):
        raise InputError(
            f"“{path}” is a library, not an entry.", advice="Give the folder of one entry in it."
        )
    if is_treaty(folders[0]) and not folders[0].is_dir():
        raise InputError(f"“{path}” is packed already.", advice="Give an entry's folder.")
    return folders[0]
