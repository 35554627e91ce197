"""The best documents of terms that very many have, found once, when the index is made.

Ranking a match costs about a microsecond: a common word of a large library would cost a tenth
of a second at every key. Its best documents are the same each time.
"""

from __future__ import annotations

import json
from array import array
from typing import Any

import apsw

from treatyviewer.index.schema import KIND_OF, OWNER_OF, number
from treatyviewer.index.scoring import score_of, weights
from treatyviewer.tuples import NamedTuple

# Documents kept for each term.
KEPT = 128
# Terms that fewer documents have are ranked as they are asked for.
_FEW = 8_000
# In a large library, one document in so many.
_SHARE = 200


class Champions(NamedTuple):
    """What is kept of a term: how many owners of each kind have it, and (document, score) of
    the best, best first.
    """

    counts: dict[int, int]
    best: list[tuple[int, float]]


def choose(connection: apsw.Connection) -> None:
    """Fill the table."""
    documents: Any = connection.execute("SELECT count(*) FROM document").get
    common: Any = connection.execute(
        "SELECT term FROM stem WHERE documents >= ? ORDER BY term",
        (max(_FEW, documents // _SHARE),),
    ).fetchall()
    score = score_of(weights(connection))
    # Translations count once; where there are none, each document is an owner.
    latest: Any = connection.execute("SELECT coalesce(max(id), 0) FROM document").get
    owners = f"count(DISTINCT {OWNER_OF})" if number(latest).version else "count(*)"
    for (term,) in common:
        phrase = f'"{term}"'
        counts: Any = connection.execute(
            f"SELECT {KIND_OF}, {owners} FROM words WHERE words MATCH ? GROUP BY 1",
            (phrase,),
        ).fetchall()
        best: Any = connection.execute(
            f"SELECT rowid, {score} AS score FROM words WHERE words MATCH ?"
            " ORDER BY score DESC LIMIT ?",
            (phrase, KEPT),
        ).fetchall()
        connection.execute(
            "INSERT INTO champion VALUES(?, ?, ?)",
            (
                term,
                json.dumps(dict(counts)),
                array("q", (row[0] for row in best)).tobytes()
                + array("d", (row[1] for row in best)).tobytes(),
            ),
        )


def champions(connection: apsw.Connection, term: str) -> Champions | None:
    """What is kept of a term, None for one that is not common."""
    row: Any = connection.execute(
        "SELECT counts, best FROM champion WHERE term = ?", (term,)
    ).fetchone()
    if row is None:
        return None
    counts, stored = row
    half = len(stored) // 2
    documents, scores = array("q"), array("d")
    documents.frombytes(stored[:half])
    scores.frombytes(stored[half:])
    return Champions(
        {int(kind): count for kind, count in json.loads(counts).items()},
        list(zip(documents, scores, strict=True)),
    )
