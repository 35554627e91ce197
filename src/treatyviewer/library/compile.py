"""Entries' folders into the tables of a library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import apsw

from treatyviewer.content.files import EntryFiles, open_files
from treatyviewer.content.reader import SECTIONS, read_entry
from treatyviewer.entry.model import Entry
from treatyviewer.errors import ContentError, Problem
from treatyviewer.index import schema as index_schema
from treatyviewer.index.analyser import Analyser
from treatyviewer.index.building import build
from treatyviewer.library import schema
from treatyviewer.library.first_page import keep as keep_first_page
from treatyviewer.library.kinds import KINDS, WEIGHTS
from treatyviewer.library.progress import Progress, no_progress
from treatyviewer.library.timeline import keep as keep_timeline
from treatyviewer.library.writer import Writer


def compile_into(
    connection: apsw.Connection,
    folders: Sequence[Path],
    meta: Mapping[str, str],
    progress: Progress = no_progress,
) -> None:
    """Read the entries in `folders` (or `.treaty` files) and fill the empty database.

    `meta` is written last of all: a file that has it is whole. Raises `ContentError` with the
    problems of all entries together.
    """
    # A packed entry is small, and would have to be read twice to know.
    steps = _Steps(progress, 3 * sum(_section_files(folder) for folder in folders))
    write_library(connection, _Reading(folders, steps.take), meta, steps.take)


def write_library(
    connection: apsw.Connection,
    entries: Iterable[tuple[Entry, EntryFiles | None]],
    meta: Mapping[str, str],
    tick: Callable[[int], None],
) -> None:
    """Fill the empty database with entries and the files that their pictures are in; `tick` is
    told how many more steps are done.
    """
    connection.execute("BEGIN")
    connection.execute(schema.TABLES)
    index_schema.create(connection, ((KINDS.index(kind), WEIGHTS[kind]) for kind in KINDS))
    writer = Writer(connection, Analyser(), tick)
    for entry, files in entries:
        writer.write(entry, files)
        keep_timeline(connection, entry)
    connection.execute(schema.INDEXES)
    # With an analyser of its own: the words of names that are only sought are not the library's.
    build(connection, Analyser(), tick)
    keep_first_page(connection)
    connection.executemany("INSERT INTO meta VALUES(?, ?)", meta.items())
    connection.execute("COMMIT")


class _Steps:
    """Adds up what is done, and tells it."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def take(self, more: int) -> None:
        self._done = min(self._total, self._done + more)
        self._progress(self._done, self._total)


def _section_files(folder: Path) -> int:
    return sum(1 for _ in (folder / SECTIONS).glob("*.md"))


class _Reading:
    """The entries in some folders, as long as none has a problem; then they are only read."""

    def __init__(self, folders: Sequence[Path], tick: Callable[[int], None]) -> None:
        self._folders = folders
        self._tick = tick

    def __iter__(self) -> Iterator[tuple[Entry, EntryFiles]]:
        problems: list[Problem] = []
        ids: dict[str, Path] = {}
        for folder in self._folders:
            try:
                files = open_files(folder)
                entry = read_entry(files, self._read)
            except ContentError as error:
                problems.extend(error.problems)
                continue
            if entry.id in ids:
                problems.append(
                    Problem(
                        files.shown("entry.toml"),
                        0,
                        "id",
                        f"The id “{entry.id}” is taken by {ids[entry.id]}.",
                        "Give each entry in a library an id of its own.",
                    )
                )
            ids[entry.id] = folder
            if not problems:
                yield entry, files
        if problems:
            raise ContentError(tuple(problems))

    def _read(self, _done: int) -> None:
        self._tick(1)
