"""The page with which a library opens, composed once: it is what every start waits for.

Composing it takes as long as a tenth of the start, most of that for modules which are then not
needed. It is kept in each language that has labels; in any other it is composed as all pages are.
"""

from __future__ import annotations

import json
from typing import Any

import apsw

from treatyviewer.entry.blockjson import blocks_from_json, to_json
from treatyviewer.library.library import Library
from treatyviewer.library.values import Node, Page


def keep(connection: apsw.Connection) -> None:
    """Compose the first page of the library that is being written, and keep it."""
    from treatyviewer.library.composing.labels import LANGUAGES

    library = Library("", connection)
    entry = library.entries()[0]
    node = next(library.sections(entry), None)
    if node is None:
        return
    for language in LANGUAGES:
        page = library.page(node, language)
        parts = [page.above, page.blocks, page.record, page.below]
        value = json.dumps(to_json(tuple(parts)), ensure_ascii=False, separators=(",", ":"))
        connection.execute(
            "INSERT INTO first_page VALUES(?, ?, ?, ?)", (language, node.id, page.language, value)
        )


def kept(library: Library, node: Node, language: str) -> Page | None:
    """The page of a node as it was kept, None where it was not."""
    with library.reading() as connection:
        row: Any = connection.execute(
            "SELECT text, blocks FROM first_page WHERE language = ? AND node = ?",
            (language, node.id),
        ).fetchone()
    if row is None:
        return None
    with library.decoding():
        above, blocks, record, below = (blocks_from_json(part) for part in json.loads(row[1]))
    entry = library.entry(node.entry)
    return Page(node, entry, library.path(node), row[0], blocks, record, above, below)
