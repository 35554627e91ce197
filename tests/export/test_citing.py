"""A claim as text to be pasted elsewhere."""

from __future__ import annotations

import pytest

from treatyviewer.entry.address import parse
from treatyviewer.export.citing import citation, correction
from treatyviewer.library.library import Library
from treatyviewer.library.values import Node

ENTRY = "sino-soviet-treaty-1950"


def node(library: Library, place: str) -> Node:
    address = parse(f"{ENTRY}/{place}")
    return library.find_claim(address) or library.find(address)


@pytest.mark.parametrize(
    ("language", "holds"),
    [
        ("en", ["“6. End and Impact”, Sino", "Edition 1, version ", "Verdict: contradicted. In"]),
        ("ru", ["«6. Прекращение и последствия», Сов", "Издание 1, версия ", "Оценка: опров"]),
        ("zh-Hans", ["“6. 终止与影响”，中苏", "第1版", "判断：", "来源："]),
    ],
)
def test_a_claim_is_cited_with_its_place_its_verdict_and_its_sources(
    shipped: Library, language: str, holds: list[str]
) -> None:
    said = citation(shipped, node(shipped, "end-and-impact#c6-1"), language)
    lines = said.split("\n")
    assert "ended in the mid-60s of the 20th century" in lines[0]
    assert f"treaty:{ENTRY}/end-and-impact?ed=1#c6-1" in lines[1]
    for words in holds:
        assert words in said
    assert lines[4].startswith("1. ")
    assert len(lines) > 5
    assert not said.endswith("\n")


def test_each_source_is_told_once_for_each_place_in_it(shipped: Library) -> None:
    for claim in shipped.nodes("WHERE kind = 'claim'"):
        works = [line.partition(". ")[2] for line in citation(shipped, claim, "en").split("\n")[4:]]
        assert len(works) == len(set(works)), claim.slug


def test_a_page_is_cited_by_its_title_and_edition(shipped: Library) -> None:
    said = citation(shipped, node(shipped, "people/stalin"), "en")
    assert said.startswith("“Joseph Stalin”, Sino-Soviet Treaty")
    assert said.endswith(f"treaty:{ENTRY}/people/stalin?ed=1")
    lead = citation(shipped, node(shipped, "lead"), "en")
    assert lead.startswith("Sino-Soviet Treaty of Friendship, Alliance and Mutual Assistance. ")


@pytest.mark.parametrize("language", ["en", "ru", "zh-Hans"])
def test_a_correction_has_all_that_is_needed_to_judge_it(shipped: Library, language: str) -> None:
    claim = node(shipped, "end-and-impact#c6-1")
    said = correction(shipped, claim, language)
    assert f"treaty:{ENTRY}/end-and-impact?ed=1#c6-1" in said
    assert "The Sino-Soviet Treaty of Friendship, Alliance and Mutual Assistance ended in" in said
    assert "In force until 11 April 1980" in said
    # Room to write in is at the end.
    assert said.endswith("\n\n")
