"""The line of time of an entry, as it is compiled."""

from __future__ import annotations

import json

import pytest

from treatyviewer.entry.timeline import Timeline
from treatyviewer.library.library import DamagedError, Library
from treatyviewer.library.shelf import shelf
from treatyviewer.library.things import thing
from treatyviewer.library.timeline import timeline


def of(library: Library, language: str = "en") -> Timeline:
    return timeline(library, library.entries()[0], language)


def test_it_has_every_event_of_the_shipped_entry_in_the_order_of_time(shipped: Library) -> None:
    made = of(shipped)
    nodes = shipped.nodes("WHERE kind = 'event' ORDER BY id")
    assert {event.address for event in made.events} == {node.address for node in nodes}
    for node in nodes:
        value = thing(shipped, node)
        (event,) = (one for one in made.events if one.address == node.address)
        assert event.title == value.name["en"]
        assert (event.date, event.first, event.last) == tuple(value.date)
        assert event.sections == value.sections
    firsts = [event.first for event in made.events]
    assert firsts == sorted(firsts)
    assert (made.first, made.last) == ("1945-02-01", "2001-07-16")


def test_its_periods_are_dated(shipped: Library) -> None:
    period, _ = of(shipped).periods
    assert period.title == "In force"
    assert period.short == "11 Apr 1950 – 11 Apr 1980"
    assert (period.first, period.last) == ("1950-04-11", "1980-04-11")


@pytest.mark.parametrize(
    ("language", "title", "short"),
    [
        ("en", "Treaty signed", "3 May 1901"),
        ("zh-Hans", "条约签订", "1901年5月3日"),
        ("ru", "Договор подписан", "3 мая 1901"),
        # Not compiled: made of the things.
        ("zh-Hant", "条约签订", "1901年5月3日"),
        ("de", "Treaty signed", "3 May 1901"),
    ],
)
def test_it_is_in_the_readers_language(
    complete: Library, language: str, title: str, short: str
) -> None:
    signing, crossing = of(complete, language).events
    assert (signing.title, signing.short) == (title, short)
    assert signing.sections == ("overview",)
    assert (crossing.first, crossing.last) == ("1901-06-01", "1901-07-31")


def test_an_entry_without_events_has_none(make_entry: object) -> None:
    library = shelf(make_entry()).open()  # type: ignore[operator]
    try:
        for language in ("en", "de"):
            made = of(library, language)
            assert (made.events, made.periods, made.first) == ((), (), "")
    finally:
        library.close()


_OPEN = """
[[events]]
id = "open-end"
date = "1950/.."
title = "It goes on"
text = "On and on."
basis = "general-knowledge"

[[events]]
id = "open-beginning"
date = "../1960"
title = "It has been so"
text = "Always."
basis = "general-knowledge"
"""


def test_a_date_that_is_open_at_an_end_reaches_no_farther_than_is_known(
    make_entry: object,
) -> None:
    extra = '\n[[parts]]\ntitle = "More"\n[[parts.sections]]\ncollection = "events"\n'
    extra += 'title = "Timeline"\n'
    folder = make_entry(extra=extra)  # type: ignore[operator]
    (folder / "timeline.toml").write_text(_OPEN, encoding="utf-8")
    library = shelf(folder).open()
    made = of(library)
    library.close()
    assert (made.first, made.last) == ("1950-01-01", "1960-12-31")


@pytest.mark.parametrize("value", ["{", "[1, 2]", json.dumps([[["one", "two"]], []])])
def test_damage_is_told(shipped: Library, value: str) -> None:
    import apsw

    connection = apsw.Connection(shipped.source)
    connection.execute("UPDATE timeline SET value = ?", (value,))
    connection.close()
    with pytest.raises(DamagedError):
        of(shipped)
