"""The things of a library: claims, people, sources and the like, and what refers to what."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from treatyviewer.entry import things as t
from treatyviewer.entry.blockjson import from_json
from treatyviewer.errors import NotFoundError
from treatyviewer.library.library import Library
from treatyviewer.library.values import EntryInfo, Node

_COLUMNS = {
    "facts": "SELECT facts FROM entry WHERE node = ?",
    "periods": "SELECT periods FROM entry WHERE node = ?",
    "aliases": "SELECT aliases FROM entry WHERE node = ?",
}


def thing(library: Library, node: Node) -> Any:
    """The value of a thing or a claim (see `treatyviewer.entry.things`)."""
    with library.reading() as connection, library.decoding():
        found: Any = connection.execute("SELECT value FROM thing WHERE node = ?", (node.id,)).get
        return from_json(json.loads(found))


def members(library: Library, parent: Node) -> list[tuple[Node, Any]]:
    """The things of a collection, or the claims of a section, with their nodes, in order."""
    nodes = library.nodes(
        "WHERE parent = ? AND id IN (SELECT node FROM thing) ORDER BY id", parent.id
    )
    return _with_values(library, nodes)


def _with_values(library: Library, nodes: Sequence[Node]) -> list[tuple[Node, Any]]:
    """Nodes with their values, read at once."""
    ids = json.dumps([node.id for node in nodes])
    with library.reading() as connection, library.decoding():
        rows: list[Any] = connection.execute(
            "SELECT node, value FROM thing WHERE node IN (SELECT value FROM json_each(?))", (ids,)
        ).fetchall()
        found = dict(rows)
        return [(node, from_json(json.loads(found[node.id]))) for node in nodes]


def uses(library: Library, parent: Node) -> dict[int, int]:
    """How many places refer to each thing of a collection, by the thing's number."""
    with library.reading() as connection:
        rows: list[Any] = connection.execute(
            "SELECT target, count(*) FROM reference"
            " WHERE target IN (SELECT id FROM node WHERE parent = ?) GROUP BY target",
            (parent.id,),
        ).fetchall()
        return dict(rows)


def claim(library: Library, entry: str, id: str) -> Node | None:
    """A claim by its id, wherever it stands in an entry."""
    found = library.nodes(
        "WHERE entry = ? AND collection = 'claims' AND slug = ? AND slug <> ''", entry, id
    )
    return found[0] if found else None


def claim_nodes(library: Library, entry: EntryInfo) -> list[Node]:
    """All claims of an entry, in reading order."""
    return library.nodes("WHERE entry = ? AND kind = 'claim' ORDER BY id", entry.node.entry)


def review(
    library: Library, entry: EntryInfo, verdict: str, limit: int
) -> list[tuple[Node, t.Claim]]:
    """The first claims of an entry, or of those of one verdict, in reading order."""
    nodes = library.nodes(
        "WHERE entry = ? AND collection = 'claims' AND slug <> ''"
        " AND (? = '' OR verdicts LIKE '%\"' || ? || '\"%') ORDER BY id LIMIT ?",
        entry.node.entry,
        verdict,
        verdict,
        limit,
    )
    return _with_values(library, nodes)


def claims(library: Library, entry: EntryInfo) -> list[tuple[Node, t.Claim]]:
    """The same with their values."""
    return _with_values(library, claim_nodes(library, entry))


def referring(library: Library, node: Node) -> list[Node]:
    """What refers to a node, in reading order."""
    return library.nodes(
        "WHERE id IN (SELECT source FROM reference WHERE target = ?) ORDER BY id", node.id
    )


def entry_data(library: Library, entry: EntryInfo, name: str) -> Any:
    """The `facts`, `periods` or `aliases` of an entry."""
    with library.reading() as connection, library.decoding():
        found: Any = connection.execute(_COLUMNS[name], (entry.node.id,)).get
        return from_json(json.loads(found))


def media(library: Library, entry: str, name: str) -> bytes:
    """The bytes of a picture. Raises `NotFoundError`."""
    with library.reading() as connection:
        found: Any = connection.execute(
            "SELECT data FROM media WHERE entry = ? AND name = ?", (entry, name)
        ).get
    if not isinstance(found, bytes):
        raise NotFoundError("There is no picture “{name}” in {entry}.", name=name, entry=entry)
    return found
