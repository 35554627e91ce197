"""A text found in others, letter by letter: case, width and accents apart. Knows no Qt."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

# What people type for what is printed. A soft hyphen is not seen, so it is not there.
_ALIKE = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "−": "-", "‑": "-", "\n": " ", "\u2028": " ", "\u00ad": "",
}  # fmt: skip
# Signs of texts that are kept folded: a few pages of any size that is read.
_MOST_FOLDED = 3_000_000


class _Letters(dict[int, str]):
    """Signs as they are compared, worked out when they are first met."""

    def __init__(self, *, case: bool) -> None:
        super().__init__()
        self._case = case
        # Texts as they are compared, and whether each sign of them is one: a page is searched
        # again with every key.
        self._folded: dict[str, tuple[str, bool]] = {}
        self._room = _MOST_FOLDED
        # Those that are compared as none or as several.
        self.uneven: set[str] = set()

    def fold(self, text: str) -> tuple[str, bool]:
        """A text as it is compared, and whether it has as many signs, one for one."""
        known = self._folded.get(text)
        if known is None:
            folded = text.translate(self)
            known = folded, self.uneven.isdisjoint(text)
            self._room -= len(text)
            if self._room < 0:
                self._folded.clear()
                self._room = _MOST_FOLDED
            self._folded[text] = known
        return known

    def __missing__(self, code: int) -> str:
        char = chr(code)
        alike = _ALIKE.get(char)
        if alike is None:
            alike = self._plain(char)
        self[code] = alike
        if len(alike) != 1:
            self.uneven.add(char)
        return alike

    def _plain(self, char: str) -> str:
        folded = char if self._case else char.casefold()
        plain = unicodedata.normalize("NFKD", folded)
        plain = "".join(one for one in plain if not unicodedata.combining(one))
        return plain if self._case else plain.casefold()


class Sought:
    """What is sought; `find` tells where it stands in a text. `case` tells letters apart."""

    def __init__(self, words: str, *, case: bool = False) -> None:
        self._letters = _TABLES[case]
        self._words = words.translate(self._letters)

    def find(self, text: str) -> Sequence[tuple[int, int]]:
        """The places in `text`, as (start, end) in code points; none overlaps another."""
        words = self._words
        if not words:
            return ()
        folded, even = self._letters.fold(text)
        at = folded.find(words)
        if at < 0:
            return ()
        step = len(words)
        if even:
            spans: list[tuple[int, int]] = []
            while at >= 0:
                spans.append((at, at + step))
                at = folded.find(words, at + step)
            return spans
        return self._mapped(text, folded, at)

    def _mapped(self, text: str, folded: str, at: int) -> list[tuple[int, int]]:
        origins: list[int] = []
        for place, char in enumerate(text):
            origins += [place] * len(self._letters[ord(char)])
        # Behind the last sign.
        origins.append(len(text))
        step = len(self._words)
        spans: list[tuple[int, int]] = []
        while at >= 0:
            end = at + step
            # With the accents that follow, and with the whole of a sign that counts as several.
            span = origins[at], max(origins[end], origins[end - 1] + 1)
            # A sign that counts as several is one place.
            if not spans or span[0] >= spans[-1][1]:
                spans.append(span)
            at = folded.find(self._words, end)
        return spans


_TABLES = {case: _Letters(case=case) for case in (False, True)}
