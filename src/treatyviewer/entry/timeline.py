"""An entry's events along a line of time: what is drawn of them, without their texts.

The classes here are no named tuples: these take 0.3 ms each to make, and the start waits for it.
"""

from __future__ import annotations

from treatyviewer.entry.address import Address


class Dated:
    """A title and when that was: `date` is EDTF text, `first` and `last` the days that it can
    mean (see `treatyviewer.entry.dates`), `short` the date in few letters.
    """

    __slots__ = ("date", "first", "last", "short", "title")

    def __init__(self, title: str, date: str, first: str, last: str, short: str) -> None:
        self.title = title
        self.date = date
        self.first = first
        self.last = last
        self.short = short


class TimelineEvent(Dated):
    """An event; `sections` are the ids of those that it belongs to."""

    __slots__ = ("address", "sections")

    def __init__(
        self,
        address: Address,
        title: str,
        date: str,
        first: str,
        last: str,
        short: str,
        sections: tuple[str, ...] = (),
    ) -> None:
        super().__init__(title, date, first, last, short)
        self.address = address
        self.sections = sections


class Timeline:
    """The dated events in the order of time, and the periods as the entry has them. `first` and
    `last` are the earliest and the latest day of an event that is known, "" without events.
    """

    __slots__ = ("events", "first", "last", "periods")

    def __init__(
        self,
        events: tuple[TimelineEvent, ...] = (),
        periods: tuple[Dated, ...] = (),
        first: str = "",
        last: str = "",
    ) -> None:
        self.events = events
        self.periods = periods
        self.first = first
        self.last = last
