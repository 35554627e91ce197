"""What pages are called."""

from __future__ import annotations

import pytest

from treatyviewer.library import titles
from treatyviewer.library.library import Library


def test_the_shipped_entry_is_small(shipped: Library) -> None:
    assert 100 < titles.nodes(shipped) <= titles.SMALL


def test_everything_with_a_page_is_there_in_all_languages(shipped: Library) -> None:
    known = {str(title.node.address): title.names for title in titles.every(shipped)}
    assert "周恩来" in known["sino-soviet-treaty-1950/people/zhou-enlai"]
    assert "zhou enlai" in known["sino-soviet-treaty-1950/people/zhou-enlai"]
    assert "5 economic aid" in known["sino-soviet-treaty-1950/economic-aid"]
    assert "sino-soviet-treaty-1950/people" in known
    assert not any("#" in address for address in known)


@pytest.mark.parametrize("text", ["zhou", "Чжоу", "周恩来", "enlai zhou", "Zhōu"])
def test_some_are_found_by_their_words(shipped: Library, text: str) -> None:
    found = [title.node.slug for title in titles.some(shipped, text)]
    assert "zhou-enlai" in found


def test_nothing_is_found_by_nothing(shipped: Library) -> None:
    assert titles.some(shipped, " ") == []
    assert titles.some(shipped, "xyzzy") == []


def test_quotes_in_what_is_typed_do_no_harm(shipped: Library) -> None:
    assert titles.some(shipped, "'\"%_") == []


def test_a_name_is_told_as_it_is_spelled(shipped: Library) -> None:
    (zhou,) = (t for t in titles.every(shipped) if t.node.slug == "zhou-enlai")
    assert titles.spelled(zhou.node, "周恩来") == "周恩来"
    assert titles.spelled(zhou.node, "something else") == ""
