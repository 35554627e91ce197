"""An entry's events along a line of time: what is drawn of them, without their texts."""

from __future__ import annotations

from typing import NamedTuple

from treatyviewer.entry.address import Address


class TimelineEvent(NamedTuple):
    """`date` is EDTF text, `first` and `last` the days that it can mean (see
    `treatyviewer.entry.dates`), `short` the date in few letters; `sections` are ids.
    """

    address: Address
    title: str
    date: str
    first: str
    last: str
    short: str
    sections: tuple[str, ...]


class TimelinePeriod(NamedTuple):
    """A stretch of time, dated as an event is."""

    title: str
    date: str
    first: str
    last: str
    short: str


class Timeline(NamedTuple):
    """The dated events in the order of time, and the periods as the entry has them. `first` and
    `last` are the earliest and the latest day of an event that is known.
    """

    events: tuple[TimelineEvent, ...] = ()
    periods: tuple[TimelinePeriod, ...] = ()
    first: str = ""
    last: str = ""
