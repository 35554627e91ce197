"""Entries' folders into the tables of a library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import apsw

from treatyviewer.content.files import open_files
from treatyviewer.content.reader import SECTIONS, read_entry
from treatyviewer.errors import ContentError, Problem
from treatyviewer.index import schema as index_schema
from treatyviewer.library import schema
from treatyviewer.library.first_page import keep as keep_first_page
from treatyviewer.library.progress import Progress, no_progress
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
    total = 2 * sum(1 for folder in folders for _ in (folder / SECTIONS).glob("*.md"))
    writer = Writer(connection, lambda done: progress(min(done, total), total))
    problems: list[Problem] = []
    ids: dict[str, Path] = {}
    connection.execute("BEGIN")
    connection.execute(schema.TABLES)
    index_schema.create(connection)
    for folder in folders:
        try:
            files = open_files(folder)
            entry = read_entry(files, writer.tick)
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
            writer.write(entry, files)
    if problems:
        raise ContentError(tuple(problems))
    connection.execute(schema.INDEXES)
    index_schema.finish(connection)
    keep_first_page(connection)
    connection.executemany("INSERT INTO meta VALUES(?, ?)", meta.items())
    connection.execute("COMMIT")
