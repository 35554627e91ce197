"""An entry's line of time, compiled: the window has it on its first picture.

Read from the things themselves it takes a value of every event with its text; here it is one row
for each language that has labels. In any other language it is made of the things.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import apsw

from treatyviewer.entry.address import Address
from treatyviewer.entry.timeline import Dated, Timeline, TimelineEvent
from treatyviewer.library.library import Library
from treatyviewer.library.values import EntryInfo

# The first and the last day in a date that is open at an end.
_NEVER = ("0001-01-01", "9999-12-31")


def keep(connection: apsw.Connection, entry: Any) -> None:
    """Keep the line of time of an entry (`treatyviewer.entry.model.Entry`) that is written."""
    from treatyviewer.library.composing.labels import LANGUAGES

    events = entry.things.get("events", ())
    if not events:
        return
    for language in LANGUAGES:
        value = _columns(events, entry.periods, language, entry.language)
        connection.execute(
            "INSERT INTO timeline VALUES(?, ?, ?)",
            (entry.id, language, json.dumps(value, ensure_ascii=False, separators=(",", ":"))),
        )


def timeline(library: Library, entry: EntryInfo, language: str) -> Timeline:
    """The line of time of an entry, without events where it has none."""
    id = entry.node.entry
    with library.reading() as connection:
        found: Any = connection.execute(
            "SELECT value FROM timeline WHERE entry = ? AND language = ?", (id, language)
        ).get
    with library.decoding():
        if found is not None:
            events, periods = json.loads(found)
        else:
            events, periods = _of_things(library, entry, language)
        made = tuple(
            TimelineEvent(Address(id, slug, "events"), title, date, lo, hi, short, tuple(sections))
            for slug, title, date, lo, hi, short, sections in events
        )
        first = min((day for one in made if (day := _real(one.first, one.last))), default="")
        last = max((day for one in made if (day := _real(one.last, one.first))), default="")
        return Timeline(made, tuple(Dated(*one) for one in periods), first, last)


def _real(day: str, other: str) -> str:
    """A day that is known: the other end's, where a date is open at this one."""
    return day if day not in _NEVER else "" if other in _NEVER else other


def _columns(
    events: Iterable[Any], periods: Iterable[Any], language: str, main: str
) -> tuple[list[list[Any]], list[list[Any]]]:
    from treatyviewer.entry.language import pick
    from treatyviewer.entry.short_dates import short

    def told(one: Any) -> list[Any]:
        title, date = pick(one.name, language, main), one.date
        return [title, date.text, date.first, date.last, short(date.text, language)]

    in_time = sorted(events, key=lambda event: (event.date.first, event.date.last))
    return [[one.id, *told(one), one.sections] for one in in_time], [told(one) for one in periods]


def _of_things(
    library: Library, entry: EntryInfo, language: str
) -> tuple[list[list[Any]], list[list[Any]]]:
    from treatyviewer.library.things import entry_data, thing

    nodes = library.nodes("WHERE entry = ? AND kind = 'event' ORDER BY id", entry.node.entry)
    events = [thing(library, node) for node in nodes]
    if not events:
        return [], []
    return _columns(events, entry_data(library, entry, "periods"), language, entry.language)
