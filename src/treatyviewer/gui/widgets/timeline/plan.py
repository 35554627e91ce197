"""What is to be drawn at a range and a width, as places and words. Knows no Qt.

Made anew when the range, the size or the emphasis changes, kept until then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from typing import NamedTuple

from treatyviewer.entry.timeline import Timeline
from treatyviewer.gui.widgets.timeline.labels import Flag, place
from treatyviewer.gui.widgets.timeline.scale import Range, Scale, Tick, ticks
from treatyviewer.gui.widgets.timeline.track import Mark, Some, Track, mark_of

Measure = Callable[[str], float]

HEIGHT = 104
LANE = 14
SMALL_DOT, LARGE_DOT = 3.5, 5.0
# Dots nearer than this many pixels are one.
_STEP = 2.0
# So many labels are tried: more find no place in any window.
_TRIED = 90
# Words of a label are cut off behind this many pixels, and it is told by hovering.
WIDEST = 330.0
_TOP = 6.0
_AXIS = 84.0
_BAND_BESIDE = 7.0
# Words are cut off rather than left out if this much of them is seen.
_LEAST_WORDS = 70.0


class Rows(NamedTuple):
    """What stands how high: lanes of labels on top, then dots, bands of periods, the axis."""

    lanes: int
    dots: float
    bands: tuple[tuple[float, float], ...]
    axis: float = _AXIS

    def lane_top(self, lane: int) -> float:
        """The upper edge of a lane's words."""
        return _TOP + (self.lanes - 1 - lane) * LANE


def rows_for(bands: int) -> Rows:
    """The heights for so many bands, two at most."""
    if bands >= 2:
        return Rows(2, 43.0, ((53.0, 65.0), (67.0, 79.0)))
    return Rows(3, 56.0, ((65.0, 79.0),)[:bands]) if bands else Rows(3, 64.0, ())


class Band(NamedTuple):
    """A period from `left` to `right`, its words from `words_left` on, in it or beside it."""

    row: int
    left: float
    right: float
    text: str
    words_left: float
    words_room: float
    inside: bool


class Dot(NamedTuple):
    """An event: `left` and `right` are its ends if it lasted, or what it may have been in."""

    index: int
    x: float
    left: float
    right: float
    kind: str


class Plan(NamedTuple):
    """All of it, in pixels."""

    scale: Scale
    rows: Rows
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...]
    dots: tuple[Dot, ...]
    strong: tuple[Dot, ...]
    flags: tuple[Flag, ...]


class Planner:
    """Plans a timeline. `measure` tells how wide words are."""

    def __init__(self, timeline: Timeline, whole: Range, measure: Measure) -> None:
        self.track = Track(timeline.events, whole)
        self._timeline = timeline
        self._measure = measure
        self._widths: dict[int, float] = {}
        self._periods = [mark_of(p.date, p.first, p.last, whole) for p in timeline.periods]
        self._rows = _rows_of(self._periods)
        self.rows = rows_for(max(self._rows, default=-1) + 1)

    def words(self, index: int) -> str:
        """The words of a label."""
        event = self._timeline.events[index]
        return f"{event.short} · {event.title}"

    def plan(self, scale: Scale, strong: Some, first: Sequence[int] = ()) -> Plan:
        """What is to be drawn; `strong` are emphasised, and `first` get their labels first."""
        seen, step = scale.range, _STEP / scale.per_day
        track = self.track
        plain = list(track.seen(track.all, seen, step))
        chosen = list(track.seen(strong, seen, step))
        beyond = track.spans(seen)
        emphasised = set(strong.numbers)
        dots = [self._dot(n, scale) for n in chain(beyond, plain) if n not in emphasised]
        large = [self._dot(n, scale) for n in chain(beyond, chosen) if n in emphasised]
        flags = self._flags(scale, first, large, dots)
        return Plan(
            scale,
            self.rows,
            tuple(ticks(scale)),
            tuple(self._bands(scale)),
            tuple(dots),
            tuple(large),
            tuple(flags),
        )

    def dot(self, index: int, scale: Scale) -> Dot:
        """Where an event is, in view or not."""
        return self._dot(index, scale)

    def _dot(self, index: int, scale: Scale) -> Dot:
        mark = self.track.marks[index]
        left, right = scale.x(mark.lo), scale.x(mark.hi)
        x = scale.x(mark.middle)
        if mark.kind == "span" and right > scale.left and left < scale.right:
            # In the middle of what is seen of it.
            x = (max(left, scale.left) + min(right, scale.right)) / 2
        return Dot(index, x, left, right, mark.kind)

    def _flags(
        self, scale: Scale, first: Sequence[int], large: Sequence[Dot], dots: Sequence[Dot]
    ) -> list[Flag]:
        leading = [self._dot(n, scale) for n in first]
        # From all over the line.
        others = dots[:: len(dots) // _TRIED + 1]
        once = dict.fromkeys(chain(leading, islice(large, _TRIED), others))
        return place(
            ((dot.index, dot.x, self._width(dot.index)) for dot in once),
            scale.left - SMALL_DOT,
            scale.right + SMALL_DOT,
            self.rows.lanes,
        )

    def _width(self, index: int) -> float:
        if index not in self._widths:
            self._widths[index] = min(self._measure(self.words(index)), WIDEST)
        return self._widths[index]

    def _bands(self, scale: Scale) -> Iterable[Band]:
        places = [
            (row, scale.x(mark.lo), scale.x(mark.hi))
            for row, mark in zip(self._rows, self._periods, strict=True)
        ]
        for number, (row, left, right) in enumerate(places):
            if right <= scale.left or left >= scale.right or row >= len(self.rows.bands):
                continue
            period = self._timeline.periods[number]
            text = f"{period.title} · {period.short}"
            width = self._measure(text)
            seen_left, seen_right = max(left, scale.left), min(right, scale.right)
            others = [place for place in places if place[0] == row and place[1] > left]
            free = min((place[1] for place in others), default=scale.right)
            beside = right + _BAND_BESIDE
            room = seen_right - seen_left - 2 * _BAND_BESIDE
            if width <= room:
                yield Band(row, left, right, text, seen_left + _BAND_BESIDE, width, True)
            elif beside + width <= min(free, scale.right):
                yield Band(row, left, right, text, beside, width, False)
            else:
                room = room if room >= _LEAST_WORDS else 0.0
                yield Band(row, left, right, text, seen_left + _BAND_BESIDE, room, True)


def _rows_of(periods: Sequence[Mark]) -> list[int]:
    """The row of each period: the first one that is free, or the second."""
    rows: list[int] = []
    for number, mark in enumerate(periods):
        taken = {
            rows[other]
            for other in range(number)
            if periods[other].hi > mark.lo and periods[other].lo < mark.hi
        }
        rows.append(0 if 0 not in taken else 1)
    return rows
