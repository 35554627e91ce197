"""Where labels stand, so that none covers another. Knows no Qt.

A label is a flag: its words stand beside a stem that leads down to the dot. There are lanes of
words, the first one nearest to the dots; the stem of a flag passes through all lanes below its
own, and words keep away from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

# Between a stem and its words, between the words of two flags, and between words and the stem of
# another flag.
BESIDE = 4.0
BETWEEN = 12.0
CLEAR = 3.0


class Flag(NamedTuple):
    """A label that found its place: the words of event `index` from `left` to `right`, and the
    stem at `x`.
    """

    index: int
    lane: int
    x: float
    left: float
    right: float


class _Lane:
    """The words in a lane, and the stems that pass through it."""

    def __init__(self) -> None:
        self.words: list[tuple[float, float]] = []
        self.stems: list[float] = []

    def takes_words(self, left: float, right: float) -> bool:
        return all(
            right + BETWEEN <= other or left >= other_right + BETWEEN
            for other, other_right in self.words
        ) and all(stem <= left - CLEAR or stem >= right + CLEAR for stem in self.stems)

    def takes_stem(self, x: float) -> bool:
        return all(x <= left - CLEAR or x >= right + CLEAR for left, right in self.words)


def place(
    wanted: Iterable[tuple[int, float, float]], left: float, right: float, lanes: int
) -> list[Flag]:
    """Give labels their places between `left` and `right`; those that come first choose first.

    `wanted` are (event, x of its dot, width of its words). What finds no place is left out.
    """
    rows = [_Lane() for _ in range(lanes)]
    placed: list[Flag] = []
    for index, x, width in wanted:
        flag = _place(index, x, width, left, right, rows)
        if flag is not None:
            rows[flag.lane].words.append((flag.left, flag.right))
            # In its own lane too: there it stands beside its words.
            for row in rows[: flag.lane + 1]:
                row.stems.append(x)
            placed.append(flag)
    return placed


def _place(
    index: int, x: float, width: float, left: float, right: float, rows: list[_Lane]
) -> Flag | None:
    if not left <= x <= right:
        return None
    for lane, row in enumerate(rows):
        if not all(below.takes_stem(x) for below in rows[: lane + 1]):
            # Words stand in the way; they do so for the lanes above as well.
            return None
        for start in (x + BESIDE, x - BESIDE - width):
            end = start + width
            if start >= left and end <= right and row.takes_words(start, end):
                return Flag(index, lane, x, start, end)
    return None
