"""The things of a library, and what refers to what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from treatyviewer.entry import blocks as b
from treatyviewer.entry.address import parse
from treatyviewer.entry.things import Claim, Event, Person, Source
from treatyviewer.errors import NotFoundError
from treatyviewer.library import things
from treatyviewer.library.finder import Finder
from treatyviewer.library.library import DamagedError, Library
from treatyviewer.library.values import Node

COMPLETE = Path(__file__).parents[1] / "data" / "complete-entry"
ENTRY = "two-rivers-1901"


def at(library: Library, place: str) -> Node:
    address = parse(f"{ENTRY}/{place}")
    return library.find_claim(address) or library.find(address)


def addresses(nodes: list[Node]) -> list[str]:
    return [str(node.address).removeprefix(f"{ENTRY}/") for node in nodes]


# --- values -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "kind", "cls"),
    [
        ("people/anna-rey", "person", Person),
        ("events/signing", "event", Event),
        ("sources/hale-1950", "source", Source),
        ("overview#c1-1", "claim", Claim),
    ],
)
def test_a_thing_is_read_as_it_was_written(
    complete: Library, place: str, kind: str, cls: type
) -> None:
    node = at(complete, place)
    assert node.kind == kind
    assert str(node.address) == f"{ENTRY}/{place}"
    thing = things.thing(complete, node)
    assert thing.id == node.slug
    assert type(thing) is cls


def test_the_things_of_a_collection_come_in_the_order_of_their_file(complete: Library) -> None:
    page = at(complete, "people")
    assert (page.kind, page.members, page.children) == ("collection", 2, 0)
    found = things.members(complete, page)
    assert addresses([node for node, _ in found]) == ["people/anna-rey", "people/li-he"]
    assert complete.children(page.id) == []


def test_articles_have_lines_of_their_own_in_the_outline(complete: Library) -> None:
    page = at(complete, "articles")
    assert page.children == 2
    assert addresses(complete.children(page.id)) == ["articles/article-1", "articles/article-2"]


def test_claims_belong_to_the_section_that_they_stand_in(complete: Library) -> None:
    assert [claim.id for _, claim in things.members(complete, at(complete, "overview"))] == [
        "c1-1",
        "c1-2",
    ]
    assert [claim.id for _, claim in things.members(complete, at(complete, "boats"))] == ["c1-3"]
    (info,) = complete.entries()
    assert [claim.id for _, claim in things.claims(complete, info)] == [
        "c0-1",
        "c1-1",
        "c1-2",
        "c1-3",
    ]
    assert info.verdicts == {"supported": 1, "contradicted": 1, "imprecise": 1, "unverifiable": 1}


def test_a_claim_is_found_in_its_own_section_only(complete: Library) -> None:
    assert complete.find_claim(parse(f"{ENTRY}/boats#c1-1")) is None
    assert complete.find_claim(parse(f"{ENTRY}/overview#p1")) is None
    assert complete.find_claim(parse(f"{ENTRY}/people/anna-rey#c1-1")) is None
    assert complete.find_claim(parse(f"{ENTRY}/overview")) is None


def test_the_words_of_a_claim_stand_in_its_quotation_and_that_in_the_text(
    complete: Library,
) -> None:
    (info,) = complete.entries()
    for node, claim in things.claims(complete, info):
        words = claim.quote[claim.start : claim.end]
        assert node.title("en") == words
        page = complete.text(at(complete, claim.section), "en")
        block = b.find_block(page.blocks, claim.block)
        assert block is not None
        assert claim.quote in b.plain_text((block,)).replace("\n", " ")


def test_what_an_entry_says_of_itself(complete: Library) -> None:
    (info,) = complete.entries()
    assert len(things.entry_data(complete, info, "facts")) == 2
    assert [one.id for one in things.entry_data(complete, info, "periods")] == ["in-force"]
    assert things.entry_data(complete, info, "aliases")[0].of == "people/anna-rey"


def test_a_picture_is_read_by_its_path(complete: Library) -> None:
    png = (COMPLETE / "media" / "seal.png").read_bytes()
    assert things.media(complete, ENTRY, "media/seal.png") == png
    with pytest.raises(NotFoundError, match=r"no picture “media/none\.png”"):
        things.media(complete, ENTRY, "media/none.png")


def test_a_thing_that_cannot_be_read_back_is_damage(complete: Library) -> None:
    section = at(complete, "overview")
    with pytest.raises(DamagedError):
        things.thing(complete, section)


# --- what refers to what ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("people/anna-rey", ["overview", "events/signing"]),
        ("people/li-he", ["overview"]),
        ("places/ford", ["lead", "lead#c0-1", "overview", "events/signing"]),
        ("terms/dues", ["overview", "articles/article-1"]),
        ("articles/article-2", ["overview#c1-1"]),
        ("overview#c1-1", ["overview"]),
        ("overview", ["events/signing"]),
        ("events", ["overview"]),
        ("boats", []),
    ],
)
def test_what_refers_to_a_place_comes_in_reading_order(
    complete: Library, place: str, found: list[str]
) -> None:
    referring = [one for one in things.referring(complete, at(complete, place)) if one.id]
    assert [one for one in addresses(referring) if one != place] == found


def test_the_claims_that_rest_on_a_source_refer_to_it(complete: Library) -> None:
    referring = things.referring(complete, at(complete, "sources/hale-1950"))
    assert [node.slug for node in referring if node.kind == "claim"] == ["c1-1", "c1-2"]


def test_no_link_of_the_shipped_entry_is_dead(shipped: Library) -> None:
    (info,) = shipped.entries()
    lines = "WHERE entry = ? AND kind NOT IN ('entry', 'part') ORDER BY id"
    links = 0
    for node in shipped.nodes(lines, info.node.entry):
        for target in _links(shipped.page(node, "en").whole):
            if target.startswith("treaty:"):
                links += 1
                address = parse(target)
                found = shipped.find(address)
                if address.fragment and shipped.find_claim(address) is None:
                    page = shipped.page(found, "en")
                    assert b.find_block(page.whole, address.fragment), target
    assert links > 500


def _links(value: object) -> Iterator[str]:
    if isinstance(value, b.Link):
        yield value.target
    if isinstance(value, tuple):
        for item in value:
            yield from _links(item)


# --- searching ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("Anna Rey", "people/anna-rey"),
        ("安娜", "people/anna-rey"),
        ("toll cart", "overview"),
        ("The Crossing", "places/ford"),
        ("сбор", "terms/dues"),
        ("переправилась", "events/first-crossing"),
        ("River Gazette", "sources/gazette-1901"),
        ("渡费由双方平分", "articles/article-1"),
        ("sixteen articles", "overview"),
    ],
)
def test_the_place_that_is_about_the_words_comes_first(
    complete: Library, query: str, place: str
) -> None:
    assert str(Finder(complete).find(query).hits[0].address) == f"{ENTRY}/{place}"


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("Stalin", "people/stalin"),
        ("Zhou Enlai", "people/zhou-enlai"),
        ("Port Arthur", "places/port-arthur"),
        ("旅顺口", "places/port-arthur"),
        ("156", "terms/projects-156"),
        ("loans", "economic-aid"),
        ("military technical support", "military-assistance"),
    ],
)
def test_so_it_does_in_the_shipped_entry(shipped: Library, query: str, place: str) -> None:
    hit = Finder(shipped).find(query).hits[0]
    assert str(hit.address) == f"sino-soviet-treaty-1950/{place}"


def test_a_claim_that_is_found_says_where_it_stands(complete: Library) -> None:
    (hit,) = Finder(complete).find('"nobody counted"').hits
    assert (hit.kind, str(hit.address)) == ("claim", f"{ENTRY}/boats#c1-3")
    assert hit.path[-2:] == ("Overview", "The boats")
