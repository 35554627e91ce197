"""Events in the order in which they lie along the line, found by place. Knows no Qt.

However many there are, no more is looked at than can be seen: what is asked for is found by
bisection, once for every few pixels.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from treatyviewer.entry.timeline import TimelineEvent
from treatyviewer.gui.widgets.timeline.scale import Range, day_number

# Where more than so many fall on the same few pixels, one is drawn for all.
_DRAWN = 3


class Mark:
    """How an event lies: from the moment `lo` to `hi`, its dot at `middle`.

    `kind` is "day"; "span" for what lasted from one date to another; "rough" for a date that is
    known to the month or the year only, or that the author is not sure of.
    """

    __slots__ = ("hi", "kind", "lo", "middle")

    def __init__(self, lo: float, hi: float, kind: str) -> None:
        self.lo = lo
        self.hi = hi
        self.middle = (lo + hi) / 2
        self.kind = kind


def mark_of(date: str, first: str, last: str, whole: Range) -> Mark:
    """The mark of an EDTF date that means the days from `first` to `last`."""
    lo = float(day_number(first))
    hi = lo + 1 if first == last else float(day_number(last) + 1)
    if "/" in date:
        # It may be open at an end.
        lo, hi = max(lo, whole.lo), min(hi, whole.hi)
        kind = "span"
    else:
        kind = "day" if first == last and date[-1] not in "~?%" else "rough"
    return Mark(lo, hi, kind)


class Track:
    """The marks of the events, by number, and `all` of the numbers by place."""

    def __init__(self, events: Sequence[TimelineEvent], whole: Range) -> None:
        self.marks = [mark_of(one.date, one.first, one.last, whole) for one in events]
        self.all = self.some(range(len(self.marks)))
        self._spans = [n for n, mark in enumerate(self.marks) if mark.kind == "span"]

    def some(self, numbers: Iterable[int]) -> Some:
        """Some of the events, to be sought among by place."""
        found = sorted(numbers, key=lambda number: self.marks[number].middle)
        return Some(found, [self.marks[number].middle for number in found])

    def seen(self, some: Some, seen: Range, step: float) -> Iterator[int]:
        """Those that are to be drawn, a few for every `step` days at most."""
        for start, end in some.heaps(seen, step):
            yield from some.numbers[start : end if end - start <= _DRAWN else start + 1]

    def spans(self, seen: Range, most: int = 200) -> list[int]:
        """What lasted while something that is seen happened, its middle being out of sight."""
        found: list[int] = []
        for number in self._spans:
            mark = self.marks[number]
            if mark.hi > seen.lo and mark.lo < seen.hi and not seen.lo <= mark.middle <= seen.hi:
                found.append(number)
                if len(found) == most:
                    break
        return found


class Some:
    """Numbers of events, and where their dots lie, in that order."""

    __slots__ = ("middles", "numbers")

    def __init__(self, numbers: list[int], middles: list[float]) -> None:
        self.numbers = numbers
        self.middles = middles

    def heaps(self, seen: Range, step: float) -> Iterator[tuple[int, int]]:
        """Ranges of `numbers` that lie within `step` days, from the left to the right."""
        start = bisect_left(self.middles, seen.lo)
        stop = bisect_left(self.middles, seen.hi, start)
        while start < stop:
            end = bisect_left(self.middles, self.middles[start] + step, start + 1, stop)
            yield start, end
            start = end
