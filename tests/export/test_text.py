"""Blocks as plain text."""

from __future__ import annotations

import pytest

from treatyviewer.entry import blocks as b
from treatyviewer.export.text import block_texts, page_text
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
