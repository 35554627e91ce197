"""What is to be drawn at a range and a width, as places and words. Knows no Qt.

Made anew when the range, the size or the emphasis changes, kept until then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from treatyviewer.entry.timeline import Timeline
from treatyviewer.gui.widgets.timeline.labels import BESIDE, Flag, place
from treatyviewer.gui.widgets.timeline.scale import Range, Scale, ticks
from treatyviewer.gui.widgets.timeline.track import Mark, Some, Track, mark_of

Measure = Callable[[str], float]

HEIGHT = 104
LANE = 14
SMALL_DOT, LARGE_DOT = 3.5, 5.0
# Dots nearer than this many pixels are one.
_STEP = 3.0
# So many labels are tried: more find no place in any window.
_TRIED = 90
# Words of a label are cut off behind this many pixels, and it is told by hovering.
WIDEST = 330.0
# How far from a dot it can still be pointed at.
_NEAR = 8.0
# Hardly any words are narrower than this for a letter.
_LEAST_LETTER = 4.0
_TOP = 6.0
_AXIS = 84.0
_BAND_BESIDE = 7.0
# Words are cut off rather than left out if this much of them is seen.
_LEAST_WORDS = 70.0


class Rows:
    """What stands how high: lanes of labels on top, then dots, bands of periods, the axis."""

    __slots__ = ("axis", "bands", "dots", "lanes")

    def __init__(self, lanes: int, dots: float, bands: tuple[tuple[float, float], ...]) -> None:
        self.lanes = lanes
        self.dots = dots
        self.bands = bands
        self.axis = _AXIS

    def lane_top(self, lane: int) -> float:
        """The upper edge of a lane's words."""
        return _TOP + (self.lanes - 1 - lane) * LANE


def rows_for(bands: int) -> Rows:
    """The heights for so many bands, two at most."""
    if bands >= 2:
        return Rows(2, 43.0, ((53.0, 65.0), (67.0, 79.0)))
    return Rows(3, 56.0, ((65.0, 79.0),)[:bands]) if bands else Rows(3, 64.0, ())


class Band:
    """A period from `left` to `right`, its words from `start` on, in it or beside it: `width`
    pixels of them. `cut` says that they do not find room as a whole.
    """

    __slots__ = ("cut", "left", "right", "row", "start", "text", "width")

    def __init__(self, row: int, left: float, right: float, text: str) -> None:
        self.row = row
        self.left = left
        self.right = right
        self.text = text
        self.start = left
        self.width = 0.0
        self.cut = False


class Dot:
    """An event: `left` and `right` are its ends if it lasted, or what it may have been in."""

    __slots__ = ("index", "kind", "left", "right", "x")

    def __init__(self, index: int, x: float, left: float, right: float, kind: str) -> None:
        self.index = index
        self.x = x
        self.left = left
        self.right = right
        self.kind = kind


class Plan:
    """All of it, in pixels."""

    __slots__ = ("bands", "dots", "flags", "rows", "scale", "strong", "ticks")

    def __init__(self, scale: Scale, rows: Rows) -> None:
        self.scale = scale
        self.rows = rows
        self.ticks = ticks(scale)
        self.bands: list[Band] = []
        self.dots: list[Dot] = []
        self.strong: list[Dot] = []
        self.flags: list[Flag] = []

    def band_at(self, x: float, y: float) -> Band | None:
        """The period at a place."""
        for band in self.bands:
            top, bottom = self.rows.bands[band.row]
            if top <= y < bottom and band.left <= x <= band.right:
                return band
        return None

    def at(self, x: float, y: float) -> list[int]:
        """The events at a place, the nearest first: whose words these are, or whose dots."""
        for flag in self.flags:
            top = self.rows.lane_top(flag.lane)
            if flag.left - BESIDE <= x <= flag.right and top <= y < top + LANE:
                return [flag.index]
        if abs(y - self.rows.dots) > _NEAR:
            return []
        found: dict[int, tuple[float, bool]] = {}
        for strong, dots in ((True, self.strong), (False, self.dots)):
            for dot in dots:
                away = abs(dot.x - x)
                if dot.kind == "span":
                    away = min(away, max(dot.left - x, x - dot.right, 0.0))
                if away <= _NEAR:
                    found[dot.index] = (away, not strong)
        return sorted(found, key=found.__getitem__)


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
        made = Plan(scale, self.rows)
        made.dots = [self.dot(n, scale) for n in chain(beyond, plain) if n not in emphasised]
        made.strong = [self.dot(n, scale) for n in chain(beyond, chosen) if n in emphasised]
        made.flags = self._flags(scale, first, made.strong, made.dots)
        made.bands = list(self._bands(scale))
        return made

    def dot(self, index: int, scale: Scale) -> Dot:
        """Where an event is, in view or not."""
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
        leading = [self.dot(n, scale) for n in first]
        # From the right to the left, for words stand to the right of their stems: those of an
        # earlier event find room above. Where there are very many, some from all over the line.
        chosen = large[:: -(len(large) // _TRIED + 1)]
        others = dots[:: -(len(dots) // _TRIED + 1)]
        once = {dot.index: dot.x for dot in chain(leading, chosen, others)}
        return place(
            once.items(),
            self._guess,
            self._width,
            scale.left - SMALL_DOT,
            scale.right + SMALL_DOT,
            self.rows.lanes,
        )

    def _guess(self, index: int) -> float:
        event = self._timeline.events[index]
        return min(_LEAST_LETTER * (len(event.title) + len(event.short)), WIDEST)

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
            band = Band(row, left, right, f"{period.title} · {period.short}")
            self._give_words_room(band, places, scale)
            yield band

    def _give_words_room(
        self, band: Band, places: Sequence[tuple[int, float, float]], scale: Scale
    ) -> None:
        """In the band, else behind it where nothing else is, else as much as there is room."""
        left, right = max(band.left, scale.left), min(band.right, scale.right)
        room = right - left - 2 * _BAND_BESIDE
        band.start, band.width = left + _BAND_BESIDE, self._measure(band.text)
        if band.width > room:
            later = [start for row, start, _ in places if row == band.row and start > band.left]
            beside = band.right + _BAND_BESIDE
            if beside + band.width <= min([scale.right, *later]):
                band.start = beside
            else:
                band.cut = True
                band.width = room if room >= _LEAST_WORDS else 0.0


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
