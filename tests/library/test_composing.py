"""Pages made of an entry's data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

import pytest

from treatyviewer.entry import blocks as b
from treatyviewer.entry.address import parse
from treatyviewer.library.composing import compose
from treatyviewer.library.composing.labels import _EN, LANGUAGES, label
from treatyviewer.library.library import Library
from treatyviewer.library.values import Node, Page

ENTRY = "two-rivers-1901"
_Run = TypeVar("_Run")


def page(library: Library, place: str, language: str = "en") -> Page:
    address = parse(f"{ENTRY}/{place}")
    return library.page(library.find_claim(address) or library.find(address), language)


def words(blocks: tuple[b.Block, ...]) -> str:
    return b.plain_text(blocks)


def ids(value: object) -> Iterator[str]:
    if isinstance(value, b.Block):
        yield value.id
    if isinstance(value, tuple):
        for item in value:
            yield from ids(item)


def runs(value: object, kind: type[_Run]) -> Iterator[_Run]:
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from runs(item, kind)


def every_page(library: Library, language: str) -> Iterator[Page]:
    for node in _nodes(library):
        yield library.page(node, language)


def _nodes(library: Library) -> list[Node]:
    return library.nodes("WHERE kind NOT IN ('entry', 'part') ORDER BY id")


# --- every page ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant", "ru", "fr"])
def test_no_id_comes_twice_on_a_page(complete: Library, language: str) -> None:
    for one in every_page(complete, language):
        twice = [id for id, count in Counter(ids(one.whole)).items() if count > 1]
        assert twice == [], one.address


def test_no_id_comes_twice_on_a_page_of_the_shipped_entry(shipped: Library) -> None:
    for one in every_page(shipped, "en"):
        twice = [id for id, count in Counter(ids(one.whole)).items() if count > 1]
        assert twice == [], one.address


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_leads_to_a_note_and_every_citation_has_become_one(
    complete: Library, language: str
) -> None:
    for one in every_page(complete, language):
        assert list(runs(one.whole, b.Citation)) == []
        notes = {block.id: block.label for block in one.whole if isinstance(block, b.Note)}
        marks = {mark.note: mark.label for mark in runs(one.whole, b.NoteMark)}
        assert marks.items() <= notes.items(), one.address
        assert len(set(notes.values())) == len(notes)


def test_the_text_of_a_page_is_the_one_that_was_written(complete: Library) -> None:
    for node in _nodes(complete):
        written = complete.text(node, "en")
        if written.blocks:
            assert words(complete.page(node, "en").blocks) == words(written.blocks)


def test_a_page_is_read_in_order_above_text_record_below(complete: Library) -> None:
    one = page(complete, "overview#c1-1")
    assert one.whole == one.above + one.blocks + one.record + one.below
    assert [heading for block in one.whole if (heading := _heading(block))] == [
        "The supplied text says",
        "The record shows",
        "Sources",
    ]


def _heading(block: b.Block) -> str:
    return b.plain_text((block,)) if isinstance(block, b.Heading) else ""


# --- sections -----------------------------------------------------------------------------------


def test_the_lead_has_the_count_of_claims_and_the_facts_below_its_text(complete: Library) -> None:
    one = page(complete, "lead")
    checked, facts, *_ = one.record
    said = "4 claims checked:", "1 supported", "1 imprecise", "1 contradicted", "1 unverifiable"
    assert tuple(words((checked,)).split("\u2002")) == said
    assert isinstance(facts, b.FactTable)
    assert [b.run_text(row.term) for row in facts.rows] == ["Signed", "Seals"]
    signed, seals = (words(row.blocks) for row in facts.rows)
    assert (signed, seals) == ("3 May 1901, the Ford", "Two (from general knowledge, not checked)")
    (mark,) = runs(facts, b.NoteMark)
    assert b.find_block(one.below, mark.note) is not None


def test_the_page_that_is_kept_is_the_page_that_is_composed(complete: Library) -> None:
    node = complete.find(parse(f"{ENTRY}/lead"))
    for language in LANGUAGES:
        assert complete.page(node, language) == compose(
            complete, complete.text(node, language), language
        )


def test_the_authors_notes_come_before_the_sources(complete: Library) -> None:
    one = page(complete, "overview")
    labels = [block.label for block in one.whole if isinstance(block, b.Note)]
    assert labels == ["1", "2", "3", "4"]
    assert one.below[0] == b.Heading("sources", 5, (b.Text("Sources"),))


def test_a_section_that_cites_nothing_is_as_it_was_written(complete: Library) -> None:
    one = page(complete, "boats")
    assert one == complete.text(one.node, "en")


# --- claims -------------------------------------------------------------------------------------


def test_the_evidence_quotes_the_whole_sentence_with_the_words_marked(complete: Library) -> None:
    one = page(complete, "overview#c1-2")
    _, quote = one.above
    assert words((quote,)) == "It had sixteen articles, and thirty years was its term."
    (mark,) = runs(quote, b.ClaimMark)
    assert mark == b.ClaimMark("c1-2", "imprecise", (b.Strong((b.Text("thirty years"),)),))


def test_the_evidence_names_each_source_once_where_it_is_cited_already(complete: Library) -> None:
    one = page(complete, "overview#c1-2")
    # The rival statement cites its chapter, the claim the whole book.
    hale, gazette = (words((block,)) for block in one.below[1:])
    assert hale.startswith("Hale 1950, ch. 3. ")
    assert gazette.startswith("Treaty of the Two Rivers, The River Gazette, art. 2. ")


def test_the_evidence_is_in_the_language_asked_for_or_the_next_best(complete: Library) -> None:
    assert "Он действовал до 1931 года." in words(page(complete, "overview#c1-2", "ru").blocks)
    assert "至1931年为止。" in words(page(complete, "overview#c1-2", "zh-Hant").blocks)
    assert "The treaty has two articles." in words(page(complete, "overview#c1-1", "ru").blocks)


# --- things -------------------------------------------------------------------------------------


def facts(one: Page) -> dict[str, str]:
    table = b.find_block(one.above, "facts")
    assert isinstance(table, b.FactTable)
    return {b.run_text(row.term): words(row.blocks) for row in table.rows}


@pytest.mark.parametrize(
    ("place", "language", "rows"),
    [
        (
            "people/anna-rey",
            "en",
            {
                "Life": "29 February 1860 – about 1931 (from general knowledge, not checked). "
                "By her own account.",
                "Also written": "A. Rey",
            },
        ),
        (
            "places/ford",
            "en",
            {
                "Position": "12.5° N, 3.25° W, approximate (from general knowledge, not checked)",
                "Also written": "The Crossing",
            },
        ),
        ("events/first-crossing", "ru", {"Дата": "июнь — июль 1901 г."}),
        ("companions/letter-on-boats", "zh-Hans", {"日期": "1901年5月3日", "状态": "秘密"}),
        (
            "sources/atlas-1910",
            "en",
            {
                "Kind": "reference work",
                "Reliability": "low",
                "Note": "The year 1910 is from general knowledge. " + label("basis", "en"),
            },
        ),
    ],
)
def test_the_facts_of_a_thing(
    complete: Library, place: str, language: str, rows: dict[str, str]
) -> None:
    assert facts(page(complete, place, language)) == rows


def test_what_rests_on_general_knowledge_says_so(complete: Library) -> None:
    assert label("basis", "en") in words(page(complete, "people/li-he").blocks)
    assert label("basis", "en") not in words(page(complete, "people/anna-rey").blocks)


def test_a_thing_lists_where_it_appears(complete: Library) -> None:
    one = page(complete, "people/anna-rey")
    listed = b.find_block(one.below, "appears-list")
    assert isinstance(listed, b.ItemList)
    assert [words(item.blocks) for item in listed.items] == [
        "1 · Overview",
        "Treaty signed · Timeline",
    ]


def test_a_source_lists_the_claims_that_rest_on_it_and_where_else_it_is_cited(
    complete: Library,
) -> None:
    one = page(complete, "sources/hale-1950")
    said = words(one.below).split("\n")
    assert said[:3] == [
        "Claims that rest on it",
        "“sixteen articles” · contradicted",
        "“thirty years” · imprecise",
    ]
    assert said[3] == "Cited in"
    assert "1 · Overview" in said[4:]
    targets = [link.target for link in runs(one.below, b.Link)]
    assert f"treaty:{ENTRY}/overview#c1-1" in targets


def test_the_list_of_sources_puts_each_under_its_kind(complete: Library) -> None:
    heads = [text for block in page(complete, "sources").record if (text := _heading(block))]
    assert heads == ["Primary sources", "Reference works", "Known of, not consulted"]


# --- articles -----------------------------------------------------------------------------------


def test_the_own_words_stand_in_columns_with_source_and_licence(complete: Library) -> None:
    one = page(complete, "articles/article-1")
    columns = b.find_block(one.whole, "texts")
    assert isinstance(columns, b.Parallel)
    assert [(c.language, b.run_text(c.head), len(c.blocks)) for c in columns.columns] == [
        ("zh-Hans", "Chinese (simplified)", 2),
        ("ru", "Russian", 2),
        ("en", "English", 2),
    ]
    for column in columns.columns:
        below = b.find_block(one.whole, f"{column.language.lower()}-from")
        assert below is not None
        assert words((below,)).endswith(" CC0-1.0")
        link = next(runs(below, b.Link))
        assert link.target.startswith(f"treaty:{ENTRY}/sources/")


def test_an_article_without_its_own_words_says_where_they_can_be_read(complete: Library) -> None:
    one = page(complete, "articles/article-2")
    assert b.find_block(one.whole, "texts") is None
    said = b.find_block(one.whole, "own-words-where")
    assert said is not None
    assert words((said,)).startswith(label("no-own-words", "en"))


def test_the_shipped_entry_has_no_copied_text(shipped: Library) -> None:
    found = shipped.nodes("WHERE kind = 'article' ORDER BY id")
    assert len(found) == 7
    for node in found:
        one = shipped.page(node, "en")
        assert b.find_block(one.whole, "texts") is None
        table = b.find_block(one.whole, "key-terms-table")
        assert isinstance(table, b.Table)
        assert len(table.head.cells) >= 3


# --- labels -------------------------------------------------------------------------------------


def test_every_label_is_there_in_every_language() -> None:
    for key in _EN:
        for language in LANGUAGES:
            assert label(key, language)
