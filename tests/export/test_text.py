"""Blocks as plain text."""

from __future__ import annotations

import pytest

from treatyviewer.entry import blocks as b
from treatyviewer.entry.things import Claim
from treatyviewer.export.text import block_texts, evidence_text, page_text
from treatyviewer.library.values import EntryInfo, Node, Page


def _p(words: str, id: str = "p1") -> b.Paragraph:
    return b.Paragraph(id, (b.Text(words),))


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (_p('As it -- "stands"...'), 'As it -- "stands"...'),
        (b.Heading("h1", 2, (b.Text("Aid"),)), "Aid"),
        (
            b.Paragraph(
                "p1",
                (
                    b.Strong((b.Text("a"), b.NoteMark("n1", "1"))),
                    b.Break(),
                    b.Link("https://example.org/", (b.Emphasis((b.Code("b"),)),)),
                ),
            ),
            "a[1]\nb",
        ),
        (b.Quote("q1", (_p("one"), _p("two"))), "> one\n>\n> two"),
        (b.Quote("q1", (b.Quote("q2", (_p("deep"),)),)), "> > deep"),
        (b.ItemList("l1", None, (b.Item((_p("one"),)), b.Item((_p("two"),)))), "- one\n- two"),
        (b.ItemList("l1", 9, (b.Item((_p("i"),)), b.Item((_p("j"),)))), "9. i\n10. j"),
        (b.ItemList("l1", 0, (b.Item((_p("none"),)),)), "0. none"),
        (
            b.ItemList(
                "l1", 1, (b.Item((_p("a"), b.ItemList("l2", None, (b.Item((_p("b"),)),)))),)
            ),
            "1. a\n   - b",
        ),
        (b.DefinitionList("d1", (b.Definition((b.Text("T"),), (_p("is"),)),)), "T\n    is"),
        (
            b.Table(
                "t1",
                b.Row((b.Cell("", (b.Text("x"),)), b.Cell("", (b.Text("y"),)))),
                (b.Row((b.Cell("", (b.Text("1"),)), b.Cell("", ()))),),
            ),
            "x | y\n1 | ",
        ),
        (b.Rule("r1"), "* * *"),
        (b.Note("n1", "1", (_p("see"), _p("also"))), "[1] see\n    also"),
        (
            b.Paragraph(
                "p1",
                (
                    b.ClaimMark(
                        "c1", "imprecise", (b.Text("16 "), b.Strong((b.Text("Articles"),)))
                    ),
                    b.Text("."),
                    b.NoteMark("s1", "4"),
                    b.Citation("frus-1950", ""),
                    b.Citation("garver-2016", "p. 3"),
                ),
            ),
            "16 Articles.[4][frus-1950][garver-2016, p. 3]",
        ),
        (b.Heading("sources", 5, (b.Text("Sources"),)), "Sources"),
        (
            b.Figure("f1", "media/x.png", "Two seals.", (b.Text("The seals"),), "Us", "CC0-1.0"),
            "[Picture: Two seals.] The seals (Us, CC0-1.0)",
        ),
        (b.Figure("f1", "media/x.png", "A map.", (), "", "MIT"), "[Picture: A map.] (MIT)"),
        (
            b.FactTable(
                "g1",
                (
                    b.Definition((b.Text("Signed"),), (_p("1950"),)),
                    b.Definition((b.Text("签订"),), (_p("one"), _p("two"))),
                ),
            ),
            "Signed: 1950\n签订:   one\n        two",
        ),
        (
            b.Parallel(
                "x1",
                (
                    b.Column("zh-Hans", (b.Text("Chinese"),), (_p("一。"), _p("二。"))),
                    b.Column("ru", (b.Text("Russian"),), (_p("Раз."),)),
                ),
            ),
            "Chinese\n\n一。\n\n二。\n\nRussian\n\nРаз.",
        ),
    ],
)
def test_each_kind_of_block_as_text(block: b.Block, text: str) -> None:
    assert block_texts((block,)) == [text]


def _node(
    id: int,
    parent: int | None,
    kind: str,
    slug: str,
    number: str,
    titles: dict[str, str],
    lead: bool = False,
) -> Node:
    return Node(id, parent, kind, "e", "", slug, "", number, titles, lead, False, True, 0, 0)


def _page(*, lead: bool, number: str) -> Page:
    root = _node(1, None, "entry", "", "", {"en": "The entry", "ru": "Статья"})
    node = _node(2, 1, "section", "s", number, {"en": "Aid", "ru": "Помощь"}, lead)
    info = EntryInfo(root, 1, "", "MIT", "treaty", "en", ("en", "ru"), {})
    return Page(node, info, (root,), "en", (_p("One."), _p("Two.")))


def test_a_page_is_its_number_and_title_and_its_blocks() -> None:
    assert page_text(_page(lead=False, number="5"), "en") == "5. Aid\n\nOne.\n\nTwo."
    assert page_text(_page(lead=False, number=""), "ru") == "Помощь\n\nOne.\n\nTwo."


def test_the_lead_stands_under_the_title_of_the_entry() -> None:
    assert page_text(_page(lead=True, number=""), "ru") == "Статья\n\nOne.\n\nTwo."


def test_what_is_set_around_a_text_is_printed_with_it_in_reading_order() -> None:
    page = _page(lead=False, number="")._replace(
        above=(_p("above"),), blocks=(_p("text"),), record=(_p("record"),), below=(_p("below"),)
    )
    assert page_text(page, "en") == "Aid\n\nabove\n\ntext\n\nrecord\n\nbelow"


def _claim(id: str, verdict: str, note: str) -> Claim:
    quote = "It has 16 articles."
    return Claim(id, "s", "p1", quote, 7, 18, verdict, note, {}, (), "", (), "source")


def test_claims_are_listed_below_the_text_that_they_stand_in() -> None:
    claims = [_claim("c3-1", "contradicted", "Six."), _claim("c3-2", "supported", "")]
    text = page_text(_page(lead=False, number="3"), "en", claims)
    assert text.endswith(
        "Two.\n\nClaims\n\n"
        "[c3-1] contradicted: “16 articles” – Six.\n"
        "[c3-2] supported: “16 articles”"
    )
    assert "опровергнуто" in page_text(_page(lead=False, number="3"), "ru", claims)


def test_the_evidence_stands_under_the_verdict_and_the_words() -> None:
    text = evidence_text(_page(lead=False, number=""), _claim("c3-1", "contradicted", ""), "en")
    assert text == "contradicted: “16 articles”\n\nOne.\n\nTwo."


def test_a_thing_stands_under_all_its_names() -> None:
    page = _page(lead=False, number="")
    node = page.node._replace(collection="people", kind="person")
    assert page_text(page._replace(node=node), "ru").startswith("Помощь / Aid\n\n")
