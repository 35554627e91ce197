"""The words of a library: how many documents have them, what completes them, what is near."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import apsw

from treatyviewer.tuples import NamedTuple

# The completions of an unfinished word that are searched for.
_COMPLETIONS = 12
# Together they may have so many documents; the commonest one is always taken.
_COMPLETED = 60_000
# Shorter words have too many neighbours for a guess; from the longer ones on, two slips are one.
_LEAST = 4
_MOST = 40
_LONG = 8
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"


class Word(NamedTuple):
    """A word of the library as it is folded, its term, and how many documents have that."""

    word: str
    stem: str
    documents: int


class Vocabulary:
    """Asks the tables `vocabulary` and `stem`. Raises what SQLite raises."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def statistic(self, name: str) -> Any:
        """What was noted when the index was made."""
        return self._connection.execute("SELECT value FROM statistic WHERE name = ?", (name,)).get

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """How many documents have each term; those that none has are left out, as are pairs of
        Han that hardly any has.
        """
        rows: Any = self._connection.execute(
            "SELECT term, documents FROM stem WHERE term IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(set(terms))),),
        ).fetchall()
        return dict(rows)

    def completions(self, begun: str) -> list[str]:
        """The commonest terms of words that begin so, commonest first."""
        rows: Any = self._connection.execute(
            "SELECT DISTINCT iif(stem = '', word, stem), documents FROM vocabulary"
            " WHERE word >= ? AND word < ? ORDER BY documents DESC, word LIMIT ?",
            (begun, begun + "\U0010ffff", _COMPLETIONS),
        ).fetchall()
        taken: list[str] = []
        together = 0
        for stem, documents in rows:
            together += documents
            if taken and together > _COMPLETED:
                break
            taken.append(stem)
        return taken

    def nearest(self, word: str) -> Word | None:
        """The word of the library that was most likely meant, None where none is near.

        One slip away (a letter too much, missing, wrong, or two that changed places: Damerau
        and Levenshtein), or two in a long word; of several the commonest.
        """
        if not _LEAST <= len(word) <= _MOST or not word.isalpha():
            return None
        near = self._read("word IN (SELECT value FROM json_each(?))", json.dumps(_edits(word)))
        if not near and len(word) >= _LONG:
            near = list(self._two_away(word))
        return max(near, key=lambda one: (one.word[0] == word[0], one.documents), default=None)

    def _two_away(self, word: str) -> Iterator[Word]:
        # Who slips twice in a word has still begun it right.
        from rapidfuzz.distance import OSA

        for one in self._read(
            "word >= ? AND word < ? AND length(word) BETWEEN ? AND ?",
            word[0],
            chr(ord(word[0]) + 1),
            len(word) - 2,
            len(word) + 2,
        ):
            if OSA.distance(word, one.word, score_cutoff=2) <= 2:
                yield one

    def _read(self, condition: str, *values: object) -> list[Word]:
        rows: Any = self._connection.execute(
            f"SELECT word, iif(stem = '', word, stem), documents FROM vocabulary"
            f" WHERE {condition} AND documents > 0",
            values,
        ).fetchall()
        return [Word(*row) for row in rows]


def _edits(word: str) -> list[str]:
    """All words that are one slip away."""
    letters = _CYRILLIC if word[0] > "z" else _LATIN
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {a + b[1:] for a, b in halves if b}
    found |= {a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1}
    found |= {a + c + b[1:] for a, b in halves if b for c in letters}
    found |= {a + c + b for a, b in halves for c in letters}
    return sorted(found - {word})
