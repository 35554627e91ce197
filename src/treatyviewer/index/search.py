"""Ask the index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import apsw

from treatyviewer.index.query import Query

_COUNT = """
SELECT count(DISTINCT d.owner)
FROM (SELECT rowid AS id FROM words WHERE words MATCH ?) found JOIN document d ON d.id = found.id
"""
_BEST = """
SELECT d.id, d.owner, best.score, d.title, d.text
FROM (
    SELECT document.id, -rank * weight AS score
    FROM words JOIN document ON document.id = words.rowid
    WHERE words MATCH ? ORDER BY score DESC, document.id LIMIT ?
) best JOIN document d ON d.id = best.id
ORDER BY best.score DESC, d.id
"""


@dataclass(frozen=True, slots=True)
class Found:
    """One document that fits. `score` is BM25 by the document's weight: higher is better,
    comparable in one answer.
    """

    document: int
    owner: int
    score: float
    titles: tuple[str, ...]
    text: str


def search(connection: apsw.Connection, query: Query, limit: int) -> tuple[int, list[Found]]:
    """How many owners have a document that fits, and the best `limit` documents, best first.

    May run on any thread that has `connection` to itself. Raises what SQLite raises, an
    interrupt included.
    """
    if not query.clauses:
        return 0, []
    total = cast("int", connection.execute(_COUNT, (query.fts,)).get)
    rows: list[Any] = connection.execute(_BEST, (query.fts, limit)).fetchall()
    return total, [
        Found(document, owner, round(score, 4), tuple(title.split("\n")), text)
        for document, owner, score, title, text in rows
    ]
