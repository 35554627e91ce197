"""Blocks become a document, and places in blocks places in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextList, QTextTable

from treatyviewer.entry import blocks as b
from treatyviewer.gui.theme import LIGHT
from treatyviewer.gui.typography import SYSTEM_FAMILIES, Fonts
from treatyviewer.gui.widgets.page_document import build
from treatyviewer.gui.widgets.page_formats import QUOTE, Formats
from treatyviewer.gui.widgets.page_text import PageDocument, Piece, utf16_length
from treatyviewer.gui.widgets.page_view import PageView


def paragraph(text: str, id: str = "p1") -> b.Paragraph:
    return b.Paragraph(id, (b.Text(text),))


class Setter:
    """Sets pages, and keeps their parent."""

    def __init__(self, fonts: Fonts) -> None:
        self.parent = QObject()
        self.formats = Formats(LIGHT, fonts, QGuiApplication.font())

    def __call__(self, *blocks: b.Block, **fields: str) -> PageDocument:
        view = PageView(fields.pop("title", "Title"), blocks=blocks, **fields)  # type: ignore[arg-type]
        return build(view, self.formats, self.parent)


@pytest.fixture
def setter(fonts: Fonts) -> Setter:
    return Setter(fonts)


def marked(page: PageDocument, words: str) -> list[str]:
    """What the document has where `words` stand in its pieces."""
    found: list[str] = []
    for piece in page.pieces:
        start = piece.text.find(words)
        if start >= 0:
            for first, last in page.spans(piece, [(start, start + len(words))]):
                cursor = QTextCursor(page.document)
                cursor.setPosition(first)
                cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
                found.append(cursor.selectedText())
    return found


def lines(page: PageDocument) -> list[str]:
    return page.document.toPlainText().splitlines()


def test_what_stands_around_the_text(setter: Setter) -> None:
    page = setter(paragraph("Body."), kicker="Section 3", subtitle="概述", note="In English.")
    assert lines(page) == ["Section 3", "Title", "概述", "In English.", "Body."]
    assert [piece.text for piece in page.pieces] == ["Title", "概述", "Body."]


def test_marks_are_found_in_every_block(setter: Setter) -> None:
    item = b.Item((paragraph("in a list", "p2"),))
    page = setter(
        b.Heading("h1", 2, (b.Text("in a heading"),)),
        paragraph("in a paragraph"),
        b.Quote("q1", (paragraph("in a quotation", "p3"),)),
        b.ItemList("l1", None, (item,)),
        b.DefinitionList("d1", (b.Definition((b.Text("in a term"),), (paragraph("in it"),)),)),
        b.Table("t1", b.Row((b.Cell("", (b.Text("in a head"),)),)),
                (b.Row((b.Cell("right", (b.Text("in a cell"),)),)),)),
        b.Rule("r1"),
        b.Note("n1", "1", (paragraph("in a note", "p4"),)),
        title="in the title",
    )  # fmt: skip
    for where in ("the title", "a heading", "a paragraph", "a quotation", "a list", "a term", "it",
                  "a head", "a cell", "a note"):  # fmt: skip
        assert f"in {where}" in marked(page, f"in {where}")
    assert {"h1", "p1", "q1", "l1", "d1", "t1", "r1", "n1"} <= set(page.blocks)


def test_note_marks_links_and_styles_do_not_shift_marks(setter: Setter) -> None:
    runs = (
        b.Text("The "),
        b.Emphasis((b.Text("treaty"),)),
        b.NoteMark("n1", "1"),
        b.Text(" of "),
        b.Link("treaty:a/b", (b.Strong((b.Text("1950"),)),)),
        b.Break(),
        b.Code("ended"),
    )
    page = setter(b.Paragraph("p1", runs))
    assert page.pieces[-1].text == "The treaty of 1950\nended"
    assert lines(page)[-2:] == ["The treaty1 of 1950", "ended"]
    assert marked(page, "treaty") == ["treaty"]
    assert marked(page, "1950") == ["1950"]
    assert marked(page, "ended") == ["ended"]
    # The note mark in the middle is covered, the one at the end would not be.
    assert marked(page, "treaty of") == ["treaty1 of"]


def test_signs_beyond_the_bmp_are_two_units_to_qt(setter: Setter) -> None:
    page = setter(paragraph("𠀀𠀁 and loans 𠀀 behind"))
    assert marked(page, "loans") == ["loans"]
    assert marked(page, "𠀁") == ["𠀁"]
    assert marked(page, "behind") == ["behind"]


@given(st.text(), st.text())
def test_utf16_lengths_add_up(one: str, other: str) -> None:
    assert utf16_length(one + other) == utf16_length(one) + utf16_length(other)
    if not any("\ud800" <= char <= "\udfff" for char in one):
        assert utf16_length(one) == len(one.encode("utf-16-le")) // 2


@given(st.lists(st.text(alphabet="ab𠀀中", min_size=1), min_size=1))
def test_a_piece_knows_where_each_of_its_signs_stands(stretches: list[str]) -> None:
    piece, position, expected = Piece(), 10, []
    for stretch in stretches:
        piece.append(stretch, position)
        for number in range(len(stretch)):
            expected.append(position + utf16_length(stretch[:number]))
        position += utf16_length(stretch) + 1
    assert [piece.position(offset) for offset in range(len(piece.text))] == expected


def test_lists_tables_and_quotations_are_such_to_qt(setter: Setter) -> None:
    inner = b.ItemList("l2", None, (b.Item((paragraph("nested", "p2"),)),))
    page = setter(
        b.ItemList("l1", 3, (b.Item((paragraph("three"), inner)), b.Item((paragraph("four"),)))),
        b.Quote("q1", (paragraph("said"),)),
    )
    blocks = {}
    block = page.document.begin()
    while block.isValid():
        blocks[block.text()] = block
        block = block.next()
    outer = blocks["three"].textList()
    assert isinstance(outer, QTextList)
    assert outer.itemText(blocks["four"]) == "4."
    assert blocks["nested"].textList().format().indent() == 2
    assert blocks["said"].blockFormat().intProperty(QUOTE) > 0
    assert blocks["three"].blockFormat().intProperty(QUOTE) == 0

    row = b.Row((b.Cell("", (b.Text("a"),)), b.Cell("right", (b.Text("b"),))))
    table_page = setter(b.Table("t1", row, (row, row)), paragraph("after"))
    table = table_page.document.rootFrame().childFrames()[0]
    assert isinstance(table, QTextTable)
    assert (table.rows(), table.columns()) == (3, 2)
    assert lines(table_page)[-1] == "after"


def test_links_and_actions_can_be_followed(setter: Setter) -> None:
    view = PageView("T", blocks=(b.Paragraph("p1", (b.Link("treaty:a", (b.Text("go"),)),)),),
                    actions=(("Try again", "action:retry"),))  # fmt: skip
    page = build(view, setter.formats, setter.parent)
    targets = set()
    cursor = QTextCursor(page.document)
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
        targets.add(cursor.charFormat().anchorHref())
    assert {"treaty:a", "action:retry"} <= targets


def test_han_signs_that_our_font_lacks_are_set_in_the_systems_as_a_whole(setter: Setter) -> None:
    page = setter(paragraph("条约 and 龘"), subtitle="中苏友好同盟互助条约")
    families = {}
    block = page.document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        families[block.text()] = cursor.charFormat().fontFamilies()
        block = block.next()
    assert families["条约 and 龘"] == SYSTEM_FAMILIES
    assert families["中苏友好同盟互助条约"][1] == "Treaty Han Serif"
