"""Text into terms: the same for what is indexed and for what is asked.

Words of Unicode letters and digits, case and accents folded; runs of Han signs and kana as
overlapping pairs and the run's last sign, so that a word of any length in it is found:

    "Zhōu Enlai's"  ->  zhou enlai
    "中苏条约"       ->  中苏 苏条 条约 约

Terms contain no white space, so that they can be joined with spaces and given to FTS5's
`ascii` tokenizer, which parts them at the spaces and leaves the rest alone.

A change in what this module answers must change `treatyviewer.index.ANALYSER`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Han (with its extensions and compatibility forms), iteration marks, kana.
HAN = (
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0002fa1f\U00030000-\U000323af"
)
# Marks that combine with the letter before them; `\w` leaves them out.
_MARKS = "\u0300-\u036f\u0483-\u0487\u064b-\u065f\u0670"

_TOKEN = re.compile(rf"([{HAN}]+)|([^\W_{HAN}][^\W_{HAN}{_MARKS}]*(?:[{_MARKS}][^\W_{HAN}]*)*)")
# The English possessive: "China's" is a place to find China. Only behind a word.
_POSSESSIVE = re.compile(r"['’][sS](?![^\W_])")
_HAN_SIGN = re.compile(f"[{HAN}]")
_BREVE = "\u0306"


class Term(NamedTuple):
    """A term, and the code points `start` to `end` of the text that it came from."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """A word without case and accents: `Чжоу` as `чжоу`, `Zhōu` as `zhou`, `ё` as `е`.

    `й` is a letter of its own in Russian, not an `и` with an accent, and is kept.
    """
    plain = word.casefold()
    if plain.isascii():
        return plain
    letters: list[str] = []
    for char in unicodedata.normalize("NFKD", plain):
        if not unicodedata.combining(char):
            letters.append(char)
        elif char == _BREVE and letters and letters[-1] == "и":
            letters[-1] = "й"
    # Compatibility forms can hold what is neither letter nor digit: "½" is "1⁄2".
    return "".join(char for char in "".join(letters).casefold() if char.isalnum())


def analyse(text: str) -> list[Term]:
    """The terms of a text, in order; the terms of a Han run overlap."""
    terms: list[Term] = []
    skip = -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if match[1] is not None:
            for at in range(start, end):
                stop = min(at + 2, end)
                terms.append(Term(text[at:stop], at, stop))
        elif start != skip:
            word = fold(match[2])
            if word:
                terms.append(Term(word, start, end))
            possessive = _POSSESSIVE.match(text, end)
            skip = possessive.end() - 1 if possessive else -1
    return terms


def is_han(char: str) -> bool:
    """Whether a character belongs to the runs that are cut into pairs."""
    return _HAN_SIGN.match(char) is not None
