"""Ask the index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import apsw

from treatyviewer.errors import Cancelled
from treatyviewer.index.query import Query

_COUNT = "SELECT count(*) FROM words WHERE words MATCH ?"
_BEST = """
SELECT d.id, -best.score, d.title, d.text
FROM (SELECT rowid AS id, rank AS score FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?) best
JOIN document d ON d.id = best.id
ORDER BY best.score, d.id
"""


@dataclass(frozen=True, slots=True)
class Found:
    """One document that fits. `score` is BM25: higher is better, comparable in one answer."""

    document: int
    score: float
    titles: tuple[str, ...]
    text: str


def search(connection: apsw.Connection, query: Query, limit: int) -> tuple[int, list[Found]]:
    """How many documents fit, and the best `limit` of them, best first.

    May run on any thread that has `connection` to itself; `connection.interrupt()` from
    another one ends it with `Cancelled`.
    """
    if not query.clauses:
        return 0, []
    try:
        total = cast("int", connection.execute(_COUNT, (query.fts,)).get)
        rows: list[Any] = connection.execute(_BEST, (query.fts, limit)).fetchall()
    except apsw.InterruptError:
        raise Cancelled("The search was cancelled.") from None
    except apsw.SQLError as error:
        # FTS5 loads its tables while a statement is prepared; interrupted there, it reports
        # that its constructor failed.
        if "vtable constructor failed" in str(error):
            raise Cancelled("The search was cancelled.") from None
        raise
    return total, [
        Found(document, round(score, 4), tuple(title.split("\n")), text)
        for document, score, title, text in rows
    ]
