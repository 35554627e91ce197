"""A page in a few words."""

from __future__ import annotations

import pytest

from treatyviewer.entry.address import parse
from treatyviewer.errors import NotFoundError
from treatyviewer.library.glimpse import glimpse, shortened
from treatyviewer.library.library import Library

ENTRY = "sino-soviet-treaty-1950"


def test_a_person_has_a_life_and_a_section_a_beginning(shipped: Library) -> None:
    zhou = glimpse(shipped, parse(f"{ENTRY}/people/zhou-enlai"), "en")
    assert (zhou.node.kind, zhou.title) == ("person", "Zhou Enlai")
    assert "1898" in zhou.line
    assert "Premier" in zhou.text
    aid = glimpse(shipped, parse(f"{ENTRY}/economic-aid"), "en")
    assert aid.line == ""
    assert aid.text.startswith("The Sino-Soviet Treaty")
    assert len(aid.text) <= 245


def test_it_is_in_the_language_of_the_reader(shipped: Library) -> None:
    assert glimpse(shipped, parse(f"{ENTRY}/people/zhou-enlai"), "zh-Hans").title == "周恩来"


@pytest.mark.parametrize(
    "place",
    ["events/signing", "places/moscow", "sources", "sources/worldjpn-text", "articles/article-5"],
)
def test_every_kind_has_something_to_say(shipped: Library, place: str) -> None:
    found = glimpse(shipped, parse(f"{ENTRY}/{place}"), "en")
    assert found.title
    assert found.text


def test_a_claim_tells_its_finding(shipped: Library) -> None:
    with shipped.reading() as connection:
        home, slug = connection.execute(
            "SELECT home, slug FROM node WHERE kind = 'claim' LIMIT 1"
        ).fetchall()[0]
    found = glimpse(shipped, parse(f"{ENTRY}/{home}#{slug}"), "en")
    assert found.node.kind == "claim"
    assert found.text


def test_what_is_not_there_is_told(shipped: Library) -> None:
    with pytest.raises(NotFoundError):
        glimpse(shipped, parse(f"{ENTRY}/nowhere"), "en")


def test_long_texts_are_cut_at_a_word() -> None:
    cut = shortened("word " * 100)
    assert cut.endswith("word\u00a0…")
    assert len(cut) <= 242
    assert len(shortened("约" * 500)) == 242
    assert shortened(" a \n b ") == "a b"
