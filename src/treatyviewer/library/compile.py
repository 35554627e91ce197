"""Entries' folders into the tables of a library."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import apsw

from treatyviewer.content.reader import SECTIONS, read_entry
from treatyviewer.entry.blockjson import to_json
from treatyviewer.entry.blocks import plain_text
from treatyviewer.entry.model import Entry, Section
from treatyviewer.errors import ContentError, Problem
from treatyviewer.index import schema as index_schema
from treatyviewer.library import schema
from treatyviewer.library.progress import Progress, no_progress


def compile_into(
    connection: apsw.Connection,
    folders: Sequence[Path],
    meta: Mapping[str, str],
    progress: Progress = no_progress,
) -> None:
    """Read the entries in `folders` and fill the empty database `connection`.

    `meta` is written last of all: a file that has it is whole. Raises `ContentError` with the
    problems of all entries together.
    """
    total = 2 * sum(1 for folder in folders for _ in (folder / SECTIONS).glob("*.md"))
    writer = _Writer(connection, lambda done: progress(min(done, total), total))
    problems: list[Problem] = []
    ids: dict[str, Path] = {}
    connection.execute("BEGIN")
    connection.execute(schema.TABLES)
    index_schema.create(connection)
    for folder in folders:
        try:
            entry = read_entry(folder, writer.tick)
        except ContentError as error:
            problems.extend(error.problems)
            continue
        if entry.id in ids:
            problems.append(
                Problem(
                    str(folder / "entry.toml"),
                    0,
                    "id",
                    f"The id “{entry.id}” is taken by {ids[entry.id]}.",
                    "Give each entry in a library an id of its own.",
                )
            )
        ids[entry.id] = folder
        if not problems:
            writer.write(entry)
    if problems:
        raise ContentError(tuple(problems))
    connection.execute(schema.INDEXES)
    index_schema.finish(connection)
    connection.executemany("INSERT INTO meta VALUES(?, ?)", meta.items())
    connection.execute("COMMIT")


class _Writer:
    """Writes entries, numbering nodes and bodies as they come."""

    def __init__(self, connection: apsw.Connection, progress: Callable[[int], None]) -> None:
        self._connection = connection
        self._progress = progress
        self._steps = 0
        self._node = 0
        self._body = 0
        self._main = ""

    def tick(self, _done: int = 0) -> None:
        """One more step is done."""
        self._steps += 1
        self._progress(self._steps)

    def write(self, entry: Entry) -> None:
        """One entry with all that is in it."""
        self._main = entry.language
        root = self._add(None, "entry", entry.id, "", "", entry.titles, False, len(entry.parts))
        self._connection.execute(
            "INSERT INTO entry VALUES(?, ?, ?, ?, ?, ?, ?)",
            (
                root,
                entry.edition,
                entry.version,
                entry.licence,
                entry.kind,
                entry.language,
                json.dumps(entry.languages),
            ),
        )
        for part in entry.parts:
            node = self._add(root, "part", entry.id, "", "", part.titles, False, len(part.sections))
            for section in part.sections:
                self._section(entry, node, section)

    def _section(self, entry: Entry, parent: int, section: Section) -> None:
        node = self._add(
            parent,
            "section",
            entry.id,
            section.id,
            section.number,
            section.titles,
            section.lead,
            len(section.children),
        )
        bodies = {entry.language: section.bodies.get(entry.language, ())} | dict(section.bodies)
        for language, blocks in bodies.items():
            self._body += 1
            # A section without a text has a body all the same, so that its title is found.
            self._connection.execute(
                "INSERT INTO body VALUES(?, ?, ?, ?)",
                (
                    self._body,
                    node,
                    language,
                    json.dumps(to_json(blocks), ensure_ascii=False, separators=(",", ":")),
                ),
            )
            # All titles belong to the text in the main language: a hit in a title would
            # otherwise count once for every translation.
            if language == entry.language:
                titles = [
                    *section.titles.values(),
                    *(entry.titles.values() if section.lead else ()),
                ]
            else:
                titles = []
            index_schema.add(self._connection, self._body, node, titles, plain_text(blocks))
        self.tick()
        for child in section.children:
            self._section(entry, node, child)

    def _add(
        self,
        parent: int | None,
        kind: str,
        entry: str,
        slug: str,
        number: str,
        titles: Mapping[str, str],
        lead: bool,
        children: int,
    ) -> int:
        self._node += 1
        main_first = dict(sorted(titles.items(), key=lambda item: item[0] != self._main))
        self._connection.execute(
            "INSERT INTO node VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self._node,
                parent,
                kind,
                entry,
                slug,
                number,
                json.dumps(main_first, ensure_ascii=False),
                lead,
                children,
            ),
        )
        return self._node
