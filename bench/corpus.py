"""Sections of made-up text: real words of three languages, as often as people use them.

The words and their frequencies are those of the wordfreq package (which the program itself does
not need). English makes half of the sections, Russian and Chinese a quarter each, and a section
has about 570 bytes. The same seed gives the same sections.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

LANGUAGES = ("en", "ru", "zh-Hans")
_SHARES = (50, 25, 25)
# UTF-8 bytes of a section's text, about.
_BYTES = 570
_FULL_STOP = {"en": ". ", "ru": ". ", "zh-Hans": "。"}
_MONTHS = "January February March April May June July August September October November December"


class Made(NamedTuple):
    """One section that was made."""

    language: str
    title: str
    text: str


class Words:
    """The words of a language with their frequencies, commonest first."""

    def __init__(self, language: str) -> None:
        from wordfreq import get_frequency_dict

        han = language == "zh-Hans"
        frequencies = get_frequency_dict("zh" if han else language, wordlist="best")
        kept = {
            word: share
            for word, share in frequencies.items()
            if (all("\u4e00" <= sign <= "\u9fff" for sign in word) if han else word.isalpha())
        }
        self.language = language
        self.words = list(kept)
        self._sums = list(accumulate(kept.values()))
        self._by = "" if han else " "
        mean = sum(len(word.encode()) * share for word, share in kept.items()) / self._sums[-1]
        self._count = int(_BYTES / (mean + len(self._by) + 0.15))

    def pick(self, chance: random.Random, count: int) -> list[str]:
        """Words drawn by their frequencies."""
        return chance.choices(self.words, cum_weights=self._sums, k=count)

    def section(self, chance: random.Random) -> Made:
        """A title of two to five words, and sentences."""
        title = self._by.join(self.pick(chance, chance.randint(2, 5))).capitalize()
        words = self.pick(chance, int(self._count * chance.uniform(0.5, 1.5)))
        sentences = []
        at = 0
        while at < len(words):
            length = chance.randint(6, 22)
            sentences.append(self._by.join(words[at : at + length]).capitalize())
            at += length
        if chance.random() < 0.05:
            sentences.append(_date(chance, self.language))
        end = _FULL_STOP[self.language]
        return Made(self.language, title, end.join(sentences) + end.strip())


def _date(chance: random.Random, language: str) -> str:
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1900, 1999)
    if language == "en":
        return f"{day} {_MONTHS.split()[month - 1]} {year}"
    return f"{day:02}.{month:02}.{year}" if language == "ru" else f"{year}年{month}月{day}日"


def sections(count: int, seed: int = 1) -> Iterator[Made]:
    """As many sections, in an order that mixes the languages."""
    chance = random.Random(seed)
    words = [Words(language) for language in LANGUAGES]
    for _ in range(count):
        yield chance.choices(words, weights=_SHARES)[0].section(chance)
