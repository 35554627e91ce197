"""From one page to the next."""

from __future__ import annotations

from treatyviewer.entry.address import parse
from treatyviewer.library.library import Library
from treatyviewer.library.walking import first_pages, ways

ENTRY = "sino-soviet-treaty-1950"


def around(library: Library, place: str) -> tuple[str, str]:
    found = ways(library, library.find(parse(f"{ENTRY}/{place}")))
    before, after = (str(node.address) if node else "" for node in found)
    return before.removeprefix(f"{ENTRY}/"), after.removeprefix(f"{ENTRY}/")


def test_sections_follow_each_other(shipped: Library) -> None:
    assert around(shipped, "overview") == ("purpose", "military-assistance")


def test_it_begins_and_ends(shipped: Library) -> None:
    assert around(shipped, "lead") == ("", "date-and-place")
    assert around(shipped, "about") == ("claims", "")


def test_parts_are_passed_over_and_lists_are_not(shipped: Library) -> None:
    assert around(shipped, "follow-up-relations") == ("end-and-impact", "articles")
    assert around(shipped, "articles") == ("follow-up-relations", "articles/preamble")
    assert around(shipped, "articles/article-6") == ("articles/article-5", "companions")
    # Its things have no lines in the outline.
    assert around(shipped, "people")[1] == "places"


def test_things_follow_each_other_in_their_list(shipped: Library) -> None:
    before, after = around(shipped, "people/zhou-enlai")
    assert before == ""
    assert after.startswith("people/")
    assert around(shipped, after)[0] == "people/zhou-enlai"


def test_the_look_up_uses_the_index_of_pages(shipped: Library) -> None:
    with shipped.reading() as connection:
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT id FROM node INDEXED BY node_page"
            " WHERE listed AND kind NOT IN ('entry', 'part') AND id > 5 ORDER BY id LIMIT 1"
        ).fetchall()
    assert "node_page (rowid>?)" in str(plan) or "node_page (id>?)" in str(plan)
    assert "TEMP B-TREE" not in str(plan)


def test_the_first_pages_come_in_reading_order(shipped: Library) -> None:
    assert [node.slug for node in first_pages(shipped, 3)] == ["lead", "date-and-place", "purpose"]
