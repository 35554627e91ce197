"""The TOML and JSON files of an entry beside its manifest: read, and held against their schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from treatyviewer.content.files import EntryFiles
from treatyviewer.content.folder import MANIFEST
from treatyviewer.content.json_file import parse_json
from treatyviewer.content.schema import schema_problems
from treatyviewer.content.toml import TomlFile, parse_toml
from treatyviewer.errors import ContentError, Problem
from treatyviewer.tuples import NamedTuple

SOURCES = "sources.json"
# The folder of the pictures.
MEDIA = "media"


class Shelf(NamedTuple):
    """Where the things of a collection are written: file, list in it, field with their names."""

    file: str
    key: str
    name: str


COLLECTIONS: Mapping[str, Shelf] = {
    "events": Shelf("timeline.toml", "events", "title"),
    "people": Shelf("people.toml", "people", "name"),
    "places": Shelf("places.toml", "places", "name"),
    "terms": Shelf("glossary.toml", "terms", "name"),
    "articles": Shelf("instrument.toml", "articles", "title"),
    "companions": Shelf("instrument.toml", "companions", "title"),
    "sources": Shelf(SOURCES, "sources", "title"),
}
FILES = (
    "claims.toml",
    "instrument.toml",
    "timeline.toml",
    "people.toml",
    "places.toml",
    "glossary.toml",
    "aliases.toml",
    "media.toml",
    SOURCES,
)


def read_tables(files: EntryFiles) -> tuple[dict[str, TomlFile], list[Problem]]:
    """The files that are there, by name, and what is wrong with their form.

    A file that cannot be read at all is left out.
    """
    found: dict[str, TomlFile] = {}
    problems: list[Problem] = []
    for name in files.names(""):
        shown = files.shown(name)
        if name == MANIFEST:
            continue
        if name not in FILES:
            problems.append(
                Problem(
                    shown,
                    0,
                    "",
                    "This file is no part of an entry, so nobody would see what is in it.",
                    f"Files beside entry.toml: {', '.join(FILES)}.",
                )
            )
            continue
        try:
            data = files.read(name)
            file = parse_json(shown, data) if name == SOURCES else parse_toml(shown, data)
        except ContentError as error:
            problems.extend(error.problems)
            continue
        problems.extend(schema_problems(file, name.partition(".")[0]))
        found[name] = file
    return found, problems


def tables(files: Mapping[str, TomlFile], file: str, key: str) -> list[Mapping[str, Any]]:
    """The tables of a list at the top of a file; none where there is no such file or list."""
    found = files[file].data.get(key, ()) if file in files else ()
    return list(found)


def ids(files: Mapping[str, TomlFile]) -> Iterator[tuple[str, TomlFile, str]]:
    """Every id in these files as (id, file, field)."""
    lists = [(shelf.file, shelf.key) for shelf in COLLECTIONS.values()]
    for file, key in (*lists, ("claims.toml", "claims"), ("timeline.toml", "periods")):
        for number, table in enumerate(tables(files, file, key)):
            yield str(table["id"]), files[file], f"{key}.{number}.id"
