"""Days, pixels and the ticks between them: the arithmetic of the timeline. Knows no Qt.

Days are numbered as `datetime.date.toordinal` does it, 1 January 1 being 1; here it takes no
module that nothing else at the start needs; and the classes are no named tuples, because these
take 0.3 ms each to make. A moment within a day is a fraction.
"""

from __future__ import annotations

from collections.abc import Iterator

LEAST_SPAN = 31.0
_LAST_DAY = 3652059
# Around the first and the last event, as a part of what lies between them.
_AROUND = 0.02
_AROUND_DAYS = 12.0
# Between what is brought into view and the edge, as a part of what is seen.
_MARGIN = 0.05

_YEAR, _MONTH = 365.2425, 30.436875
# What lies between two ticks: (unit, how many, days, the pixels that their words need).
_STEPS = (
    *(("day", count, float(count), 84.0) for count in (1, 2, 5, 10)),
    *(("month", count, count * _MONTH, 76.0) for count in (1, 3, 6)),
    *(
        ("year", count, count * _YEAR, 56.0)
        for count in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
    ),
)
# A tick that stands nearer to the next month's first than this part of a step is left out.
_NEAR = 0.7


def day_number(iso: str) -> int:
    """The number of a day in ISO 8601."""
    year, month, day = int(iso[:4]), int(iso[5:7]), int(iso[8:10])
    return _number(year, month, day)


def _number(year: int, month: int, day: int) -> int:
    # Years begin in March here, so that the leap day is the last one.
    year, month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    days = 365 * year + year // 4 - year // 100 + year // 400
    return days + (153 * month + 2) // 5 + day - 306


def date_of(number: int) -> tuple[int, int, int]:
    """Year, month and day of a number."""
    days = number + 305
    cycle, days = divmod(days, 146097)
    year = (days - days // 1460 + days // 36524 - days // 146096) // 365
    days -= 365 * year + year // 4 - year // 100
    month = (5 * days + 2) // 153
    day = days - (153 * month + 2) // 5 + 1
    year += 400 * cycle
    return (year, month + 3, day) if month < 10 else (year + 1, month - 9, day)


class Range:
    """What is seen: from the moment `lo` to the moment `hi`, in days."""

    __slots__ = ("hi", "lo")

    def __init__(self, lo: float, hi: float) -> None:
        self.lo = lo
        self.hi = hi

    def same(self, other: Range) -> bool:
        """Whether both are the same."""
        return self.lo == other.lo and self.hi == other.hi

    @property
    def span(self) -> float:
        """How many days are seen."""
        return self.hi - self.lo

    def within(self, whole: Range) -> Range:
        """As much of this as the whole has and a reader can use, moved into the whole."""
        span = min(max(self.span, LEAST_SPAN), whole.span)
        lo = self.lo + (self.span - span) / 2
        lo = min(max(lo, whole.lo), whole.hi - span)
        return Range(lo, lo + span)

    def zoomed(self, at: float, factor: float, whole: Range) -> Range:
        """`factor` times closer, the moment `at` staying where it is."""
        span = min(max(self.span / factor, LEAST_SPAN), whole.span)
        lo = at - (at - self.lo) * span / self.span
        return Range(lo, lo + span).within(whole)

    def panned(self, days: float, whole: Range) -> Range:
        """Moved towards what comes later."""
        return Range(self.lo + days, self.hi + days).within(whole)

    def showing(self, lo: float, hi: float, whole: Range) -> Range:
        """Moved, and widened if need be, until all from `lo` to `hi` is seen."""
        if self.lo <= lo and hi <= self.hi:
            return self
        margin = max(self.span, hi - lo) * _MARGIN
        lo, hi = lo - margin, hi + margin
        if hi - lo >= self.span:
            return Range(lo, hi).within(whole)
        # What was in view on the other side stays as far as may be.
        days = lo - self.lo if lo < self.lo else hi - self.hi
        return self.panned(days, whole)


def whole_range(first: int, last: int) -> Range:
    """All there is, with a little around it."""
    around = max((last - first) * _AROUND, _AROUND_DAYS)
    made = Range(first - around, last + 1 + around)
    short = LEAST_SPAN - made.span
    return Range(made.lo - short / 2, made.hi + short / 2) if short > 0 else made


class Scale:
    """A range laid upon the pixels from `left` to `right`; `per_day` is a day's pixels."""

    __slots__ = ("left", "per_day", "range", "right")

    def __init__(self, range: Range, left: float, right: float) -> None:
        self.range = range
        self.left = left
        self.right = right
        self.per_day = max(right - left, 1.0) / range.span

    def x(self, moment: float) -> float:
        """Where a moment is."""
        return self.left + (moment - self.range.lo) * self.per_day

    def moment(self, x: float) -> float:
        """What is at a place."""
        return self.range.lo + (x - self.left) / self.per_day


def ticks(scale: Scale) -> list[tuple[float, str]]:
    """Places, and as EDTF the year, the month or the day that begins there.

    They are as far apart as their words need, in steps that people count in.
    """
    per_day = scale.per_day
    unit, count = next(
        ((unit, count) for unit, count, days, room in _STEPS if days * per_day >= room),
        ("year", _STEPS[-1][1]),
    )
    made: list[tuple[float, str]] = []
    for number, date in _beginnings(unit, count, scale.range):
        x = scale.x(number)
        if x > scale.right + 0.5:
            break
        # Before the year 1 and behind 9999 there is nothing that a date could name.
        if x >= scale.left - 0.5 and 0 < number <= _LAST_DAY:
            made.append((x, date))
    return made


def _beginnings(unit: str, count: int, seen: Range) -> Iterator[tuple[int, str]]:
    year, month, _ = date_of(int(seen.lo))
    if unit == "year":
        year -= year % count
        while True:
            if year > 0:
                yield _number(year, 1, 1), f"{year:04}"
            year += count
    if unit == "month":
        month -= (month - 1) % count
    while True:
        first = _number(year, month, 1)
        year_after, month_after = (year, month + 1) if month < 12 else (year + 1, 1)
        if unit == "month":
            yield first, f"{year:04}-{month:02}"
            year, month = divmod(year * 12 + month - 1 + count, 12)
            month += 1
            continue
        end = _number(year_after, month_after, 1)
        for number in range(first, end, count):
            if number == first or end - number >= count * _NEAR:
                yield number, f"{year:04}-{month:02}-{number - first + 1:02}"
        year, month = year_after, month_after
