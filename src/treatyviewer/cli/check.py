"""`treatyviewer check`: what is wrong with an entry, for whoever writes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from treatyviewer.cli import common
from treatyviewer.content.checking import Checked, check
from treatyviewer.content.folder import entry_folders
from treatyviewer.errors import Problem
from treatyviewer.tuples import NamedTuple


class _Entry(NamedTuple):
    path: Path
    checked: Checked
    problems: tuple[Problem, ...]


def run(arguments: Sequence[str]) -> int:
    """The command with its arguments; returns the exit status: 1 where there are problems."""
    parser = common.command(
        "check",
        "Find what is wrong with entries: each problem with its file, line and field, and what "
        "to write instead. The status is 1 where there is one.",
    )
    parser.add_argument(
        "paths",
        type=Path,
        nargs="+",
        metavar="PATH",
        help="an entry's folder, a .treaty file, or a folder of them",
    )
    given = parser.parse_args(arguments)
    # A path that is none ends it here, before anything is printed.
    paths = dict.fromkeys(found for path in given.paths for found in entry_folders(path))
    entries = list(_entries(list(paths)))
    count = sum(len(entry.problems) for entry in entries)
    if given.format == "json":
        common.print_json({"entries": [_values(entry) for entry in entries], "problems": count})
    else:
        for entry in entries:
            print("\n".join(_lines(entry)))
        if count:
            print("1 problem." if count == 1 else f"{count} problems.")
    return 1 if count else 0


def _entries(paths: Sequence[Path]) -> Iterator[_Entry]:
    """Each entry, with the problems that it has only beside the others."""
    seen: dict[str, Problem] = {}
    for path in paths:
        checked = check(path)
        problems = checked.problems
        if checked.id:
            first = seen.setdefault(checked.id, checked.place)
            if first is not checked.place:
                twice = checked.place._replace(
                    message=f"The id “{checked.id}” is that of another entry too; the other is at "
                    f"{first.file}:{first.line}.",
                    advice="Give each entry of a library an id of its own.",
                )
                problems = (twice, *problems)
        yield _Entry(path, checked, problems)


def _lines(entry: _Entry) -> list[str]:
    if entry.problems:
        return [str(problem) for problem in entry.problems]
    checked = entry.checked
    counts = f"{_count(checked.claims, 'claim')}, {_count(checked.sources, 'source')}"
    return [f"{checked.id}: no problem found ({counts})."]


def _count(number: int, name: str) -> str:
    return f"1 {name}" if number == 1 else f"{number} {name}s"


def _values(entry: _Entry) -> dict[str, object]:
    return {
        "path": str(entry.path),
        "id": entry.checked.id,
        "problems": [problem._asdict() for problem in entry.problems],
    }
