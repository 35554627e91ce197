"""What a match is worth: BM25 by the weight of its kind."""

from __future__ import annotations

import math
from typing import Any

import apsw

from treatyviewer.index.schema import KIND_OF


def weights(connection: apsw.Connection) -> dict[int, float]:
    """What a hit counts for, by kind."""
    rows: Any = connection.execute("SELECT number, weight FROM kind ORDER BY number").fetchall()
    return dict(rows)


def score_of(weights: dict[int, float]) -> str:
    """The score of a row of `words` as an SQL expression: the higher, the better."""
    cases = "".join(
        f" WHEN {kind} THEN {weight}" for kind, weight in weights.items() if weight != 1
    )
    return f"-rank * CASE {KIND_OF}{cases} ELSE 1.0 END" if cases else "-rank"


def rarity(documents: int, having: int) -> float:
    """BM25's inverse document frequency, as FTS5 reckons it."""
    return max(1e-6, math.log((documents - having + 0.5) / (having + 0.5)))
