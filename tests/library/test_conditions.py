"""What keeps hits out: kinds that are not wanted, words without others, places by any name."""

from __future__ import annotations

import pytest

from treatyviewer.library.finder import Finder
from treatyviewer.library.library import Library


@pytest.fixture
def finder(shipped: Library) -> Finder:
    return Finder(shipped)


def test_a_kind_can_be_left_out(finder: Finder) -> None:
    everything, rest = finder.find("loans"), finder.find("loans -kind:source -kind:claim")
    assert {"source", "claim"} < set(everything.kinds)
    assert dict(rest.kinds) == {
        kind: count for kind, count in everything.kinds.items() if kind not in ("source", "claim")
    }


def test_only_a_kind_can_be_left_out_by_its_name(finder: Finder) -> None:
    answer = finder.find("loans -in:economic-aid")
    assert "Only a kind can be left out" in answer.message
    assert answer.total == finder.find("loans").total


def test_a_word_that_is_not_wanted_is_left_out_where_no_other_is_sought(finder: Finder) -> None:
    events, others = finder.find("kind:event", limit=99), finder.find("kind:event -Korea", limit=99)
    gone = {str(hit.address) for hit in events.hits} - {str(hit.address) for hit in others.hits}
    assert any("china-enters-korea" in address for address in gone)
    assert others.total == events.total - len(gone) == len(others.hits)


@pytest.mark.parametrize(
    "place",
    ["economic-aid", "5", '"Economic Aid"', '"economic aid"', "经济援助", '"экономическая помощь"'],
)
def test_a_section_is_meant_by_its_id_its_number_or_its_title(finder: Finder, place: str) -> None:
    answer = finder.find(f"in:{place} loans")
    assert answer.message == ""
    assert set(answer.kinds) == {"section", "claim"}
    assert answer.hits[0].address.item == "economic-aid"


@pytest.mark.parametrize("name", ["Zhou Enlai", "ZHŌU ĒNLÁI", "zhou  enlai"])
def test_a_name_is_known_whatever_its_case_and_accents(finder: Finder, name: str) -> None:
    assert finder.find(name).hits[0].address.item == "zhou-enlai"
