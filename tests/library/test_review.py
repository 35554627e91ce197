"""The page of all claims."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from treatyviewer.entry import blocks as b
from treatyviewer.entry.address import Address, parse
from treatyviewer.library import things
from treatyviewer.library.composing import review as review_page
from treatyviewer.library.library import Library
from treatyviewer.library.values import Node, Page

ENTRY = "sino-soviet-treaty-1950"


def review(library: Library, verdict: str = "", language: str = "en") -> Page:
    return library.page(library.find(Address(ENTRY, "", "claims")), language, verdict)


def cards(page: Page) -> list[b.Card]:
    return [block for block in page.whole if isinstance(block, b.Card)]


def pills(value: object) -> Iterator[b.Pill]:
    if isinstance(value, b.Pill):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from pills(item)


def test_it_has_a_line_in_the_outline_behind_the_collections(shipped: Library) -> None:
    node = shipped.find(parse(f"{ENTRY}/claims"))
    assert (node.kind, node.members, node.listed) == ("collection", 40, True)
    assert node.title("ru") == "Утверждения"
    assert node.parent is not None
    below = [one.collection or one.slug for one in shipped.children(node.parent)]
    assert below[-3:] == ["sources", "claims", "about"]
    part = shipped.node(node.parent)
    assert part.children == len(below)


def test_an_entry_without_claims_has_no_such_page(make_entry: object, tmp_path: Path) -> None:
    from treatyviewer.library.shelf import shelf

    folder = make_entry("plain", {"one": "# One\n\nText."})  # type: ignore[operator]
    library = shelf(folder).open()
    assert [node.kind for node in library.nodes("ORDER BY id")] == ["entry", "part", "section"]
    library.close()


def test_every_claim_is_a_card_that_leads_to_it(shipped: Library) -> None:
    found = cards(review(shipped))
    nodes: list[Node] = things.claim_nodes(shipped, shipped.entry(ENTRY))
    assert [card.target for card in found] == [node.address.link for node in nodes]
    first = b.plain_text(found[0].blocks).split("\n")
    assert first == [
        "Supported  At a glance",
        "“Sino-Soviet Treaty of Friendship, Alliance and Mutual Assistance”",
    ]


@pytest.mark.parametrize(
    ("verdict", "count"),
    [("supported", 16), ("imprecise", 16), ("contradicted", 7), ("unverifiable", 1)],
)
def test_those_of_one_verdict(shipped: Library, verdict: str, count: int) -> None:
    page = review(shipped, verdict)
    found = cards(page)
    assert len(found) == count
    assert {next(pills(card.blocks)).look for card in found} == {verdict}
    assert str(page.address) == f"{ENTRY}/claims#{verdict}"
    chosen = [pill for pill in pills(page.above) if pill.look == "chosen"]
    assert [pill.target for pill in chosen] == [page.address.link]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [("en", "All 40", "Contradicted 7"), ("ru", "Все 40", "Опровергнуто 7"), ("zh", "全部 40", "")],
)
def test_what_one_may_choose_from(shipped: Library, language: str, first: str, second: str) -> None:
    offered = list(pills(review(shipped, language=language).above))
    assert len(offered) == 5
    assert b.run_text(offered[0].runs) == first
    assert not second or b.run_text(offered[1].runs) == second


def test_no_more_are_laid_out_than_can_be_in_a_moment(
    shipped: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review_page, "_MOST", 5)
    page = review(shipped)
    assert len(cards(page)) == 5
    assert "The first 5 of 40 are listed here." in b.plain_text(page.above)
    assert "of 40" not in b.plain_text(review(shipped, "unverifiable").above)


def test_the_lead_counts_them_and_leads_to_them(shipped: Library) -> None:
    lead = shipped.page(shipped.find(Address(ENTRY)), "en")
    targets = [pill.target for pill in pills(lead.record)]
    assert targets == [
        f"treaty:{ENTRY}/claims#{verdict}"
        for verdict in ("supported", "imprecise", "contradicted", "unverifiable")
    ]
