"""Maps on the pages of places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from treatyviewer.entry import blocks as b
from treatyviewer.entry.address import parse
from treatyviewer.export.text import page_text
from treatyviewer.library.library import Library
from treatyviewer.library.shelf import shelf
from treatyviewer.library.values import Page

PLACES = """
[[places]]
id = "east-bank"
name = { en = "East Bank", ru = "Восточный берег" }
latitude = 60.0
longitude = 179.9
why = "One side."
basis = "general-knowledge"

[[places]]
id = "west-bank"
name = { en = "West Bank" }
latitude = 60.0
longitude = -179.9
why = "The other side, eleven kilometres on, beyond the date line."
basis = "general-knowledge"

[[places]]
id = "far"
name = { en = "Far" }
latitude = 10.0
longitude = 10.0
why = "On another continent."
basis = "general-knowledge"

[[places]]
id = "lost"
name = { en = "Lost" }
why = "Nobody knows where."
basis = "general-knowledge"
"""
OUTLINE = """
[[parts.sections]]
collection = "places"
title = "Places"
"""


@pytest.fixture
def banks(make_entry: Callable[..., Path]) -> Iterator[Library]:
    """An entry with two places near each other, one far off, and one without a position."""
    folder = make_entry(extra=OUTLINE)
    (folder / "places.toml").write_text(PLACES, encoding="utf-8")
    library = shelf(folder).open()
    yield library
    library.close()


def page(library: Library, address: str, language: str = "en") -> Page:
    return library.page(library.find(parse(address)), language)


def maps(page: Page) -> list[b.Map]:
    return [block for block in page.whole if isinstance(block, b.Map)]


def names(page: Page) -> list[str]:
    (found,) = maps(page)
    return [place.name for place in found.places]


def test_the_page_of_all_places_has_those_whose_position_is_known(banks: Library) -> None:
    places = page(banks, "test-entry/places")
    assert names(places) == ["East Bank", "West Bank", "Far"]
    (found,) = maps(places)
    assert found.here == ""
    assert found.alt == "Map: East Bank, West Bank, Far"
    assert b.run_text(found.caption) == "Outlines: Natural Earth (public domain)."


def test_a_places_map_has_what_is_near_also_across_the_date_line(banks: Library) -> None:
    east = page(banks, "test-entry/places/east-bank")
    assert names(east) == ["East Bank", "West Bank"]
    (found,) = maps(east)
    assert found.here == "treaty:test-entry/places/east-bank"
    assert found.places[0].target == found.here
    assert (found.places[0].latitude, found.places[0].longitude) == (60.0, 179.9)
    assert b.run_text(found.caption).startswith("Also on the map: West Bank. Outlines: ")
    # What the map can be clicked for, by the keyboard too.
    links = [run.target for run in found.caption if isinstance(run, b.Link)]
    assert links == ["treaty:test-entry/places/west-bank"]


def test_a_place_with_nothing_near_is_alone_on_its_map(banks: Library) -> None:
    far = page(banks, "test-entry/places/far")
    assert names(far) == ["Far"]
    assert b.run_text(maps(far)[0].caption) == "Outlines: Natural Earth (public domain)."


def test_a_place_without_a_position_has_no_map(banks: Library) -> None:
    assert maps(page(banks, "test-entry/places/lost")) == []


def test_where_no_position_is_known_there_is_no_map(make_entry: Callable[..., Path]) -> None:
    folder = make_entry(extra=OUTLINE)
    lost = PLACES[PLACES.rindex("[[places]]") :]
    (folder / "places.toml").write_text(lost, encoding="utf-8")
    library = shelf(folder).open()
    assert maps(page(library, "test-entry/places")) == []
    library.close()


@pytest.mark.parametrize(
    ("language", "alt"), [("en", "Map: the Ford"), ("zh-Hans", "地图：渡口"), ("ru", "Карта: Брод")]
)
def test_the_map_speaks_the_readers_language(complete: Library, language: str, alt: str) -> None:
    for place in ("places", "places/ford"):
        (found,) = maps(page(complete, f"two-rivers-1901/{place}", language))
        assert found.alt == alt


def test_as_text_a_map_is_the_names_on_it(banks: Library) -> None:
    text = page_text(page(banks, "test-entry/places/east-bank"), "en")
    assert "[Map: East Bank, West Bank]" in text
    assert "Outlines" not in text
