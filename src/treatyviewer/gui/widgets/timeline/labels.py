"""Where labels stand, so that none covers another. Knows no Qt.

A label is a flag: its words stand beside a stem that leads down to the dot. There are lanes of
words, the first one nearest to the dots; the stem of a flag passes through all lanes below its
own, and words keep away from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import takewhile

# Between a stem and its words, between the words of two flags, and between words and the stem of
# another flag.
BESIDE = 4.0
BETWEEN = 12.0
CLEAR = 3.0


class Flag:
    """A label that found its place: the words of event `index` from `left` to `right`, and the
    stem at `x`.
    """

    __slots__ = ("index", "lane", "left", "right", "x")

    def __init__(self, index: int, lane: int, x: float, left: float, right: float) -> None:
        self.index = index
        self.lane = lane
        self.x = x
        self.left = left
        self.right = right


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
    wanted: Iterable[tuple[int, float]],
    guess: Callable[[int], float],
    width: Callable[[int], float],
    left: float,
    right: float,
    lanes: int,
) -> list[Flag]:
    """Give labels their places between `left` and `right`; those that come first choose first.

    `wanted` are (event, x of its dot), and `width` tells how wide its words are. What finds no
    place is left out. Measuring takes longer than all else here, so what would find none even if
    it were as narrow as `guess` tells is not measured.
    """
    rows = [_Lane() for _ in range(lanes)]
    placed: list[Flag] = []
    for index, x in wanted:
        flag = _place(index, x, (guess, width), left, right, rows)
        if flag is not None:
            rows[flag.lane].words.append((flag.left, flag.right))
            # In its own lane too: there it stands beside its words.
            for row in rows[: flag.lane + 1]:
                row.stems.append(x)
            placed.append(flag)
    return placed


def _place(
    index: int,
    x: float,
    widths: tuple[Callable[[int], float], ...],
    left: float,
    right: float,
    rows: list[_Lane],
) -> Flag | None:
    if not left <= x <= right:
        return None
    # Stems reach so many lanes: words that stand in the way do so for the lanes above as well.
    reached = list(takewhile(lambda row: row.takes_stem(x), rows))
    if not reached:
        return None
    found = None
    for width in widths:
        found = _find(index, x, width(index), left, right, reached)
        if found is None:
            break
    return found


def _find(
    index: int, x: float, words: float, left: float, right: float, reached: list[_Lane]
) -> Flag | None:
    # Words to the left of a stem stand in the way of earlier stems, so they are the second best.
    for start in (x + BESIDE, x - BESIDE - words):
        if start < left or start + words > right:
            continue
        for lane, row in enumerate(reached):
            if row.takes_words(start, start + words):
                return Flag(index, lane, x, start, start + words)
    return None
