"""Mixed queries over a made-up library, out of its own words; the same seed gives the same."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import apsw

from treatyviewer.index.schema import unpacked
from treatyviewer.index.stopwords import STOP_WORDS

KINDS = ("rare", "common", "and", "phrase", "prefix", "han", "inflected", "typo")
_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDINGS = ("ами", "ого", "ой", "ов", "у", "ы", "ах")


class Asked(NamedTuple):
    """A query of some kind. `plain` is the same for FTS5 as it comes, "" where it has no way."""

    kind: str
    text: str
    plain: str
    typing: bool = False


def queries(connection: apsw.Connection, count: int, seed: int = 7) -> list[Asked]:
    """As many queries, of all kinds in turn."""
    chance = random.Random(seed)
    documents: Any = connection.execute("SELECT value FROM statistic WHERE name = 'documents'").get
    common = [
        word
        for (word,) in connection.execute(
            "SELECT word FROM vocabulary ORDER BY documents DESC LIMIT 600"
        )
        if word not in STOP_WORDS and len(word) > 2
    ]
    ids: Any = connection.execute(
        "SELECT id FROM document WHERE id % max(1, ? / 4000) = 0", (documents,)
    ).fetchall()
    texts = _Texts(connection, [row[0] for row in ids], chance)
    made: list[Asked] = []
    while len(made) < count:
        kind = KINDS[len(made) % len(KINDS)]
        made.append(_query(kind, texts, common, chance, connection))
    return made


def _query(
    kind: str, texts: _Texts, common: list[str], chance: random.Random, connection: apsw.Connection
) -> Asked:
    if kind == "rare":
        found: Any = None
        while found is None:
            word = chance.choice(texts.words(latin=chance.random() < 0.6)).casefold()
            found = connection.execute(
                "SELECT word FROM vocabulary WHERE word = ? AND documents <= 20", (word,)
            ).get
        return Asked(kind, word, _quoted(word))
    if kind == "common":
        word = chance.choice(common)
        return Asked(kind, word, _quoted(word))
    if kind == "and":
        two = chance.sample(texts.words(latin=chance.random() < 0.6, least=4), 2)
        return Asked(kind, " ".join(two), " AND ".join(map(_quoted, two)))
    if kind == "phrase":
        words = texts.sentence(latin=chance.random() < 0.6)
        at = chance.randrange(len(words) - 2)
        phrase = _quoted(" ".join(words[at : at + chance.randint(2, 3)]))
        return Asked(kind, phrase, phrase)
    if kind == "prefix":
        word = chance.choice(texts.words(latin=True))[:2].casefold()
        return Asked(kind, word, _quoted(word) + "*", typing=True)
    if kind == "han":
        run = texts.run()
        at = chance.randrange(len(run) - 1)
        return Asked(kind, run[at : at + 2], "")
    if kind == "inflected":
        word = chance.choice([one for one in texts.words(latin=False, least=6) if len(one) > 5])
        word = word[:-2] + chance.choice(_ENDINGS)
        return Asked(kind, word, _quoted(word))
    word = chance.choice(texts.words(latin=True, least=6))
    at = chance.randrange(1, len(word) - 2)
    word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return Asked(kind, word, _quoted(word))


class _Texts:
    """Texts drawn at random."""

    def __init__(self, connection: apsw.Connection, ids: list[int], chance: random.Random) -> None:
        self._connection = connection
        self._ids = ids
        self._chance = chance

    def _texts(self) -> Iterator[str]:
        while True:
            stored: Any = self._connection.execute(
                "SELECT text FROM document WHERE id = ?", (self._chance.choice(self._ids),)
            ).get
            yield unpacked(stored)

    def words(self, *, latin: bool, least: int = 3) -> list[str]:
        """The words of a text in Latin or Cyrillic letters."""
        for text in self._texts():
            words = [word for word in _WORD.findall(text) if len(word) >= least]
            if len(words) > 4 and _is_latin(words[0]) == latin and words[0] < "\u2e80":
                return words
        raise AssertionError

    def sentence(self, *, latin: bool) -> list[str]:
        """Words that stand side by side."""
        for text in self._texts():
            words = text.split(". ")[0].split()
            if len(words) > 3 and _is_latin(words[0]) == latin and words[0] < "\u2e80":
                return words
        raise AssertionError

    def run(self) -> str:
        """A run of Han signs."""
        for text in self._texts():
            run = text.split("。")[0]
            if len(run) > 3 and run[0] > "\u2e80":
                return run
        raise AssertionError


def _is_latin(word: str) -> bool:
    return word[0] < "\u0250"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "") + '"'
