"""The marks on the page: from one to the next, the strip below, the ticks beside."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from treatyviewer.entry import blocks as b
from treatyviewer.entry.address import parse
from treatyviewer.gui.controllers.hits import HitsController
from treatyviewer.gui.theme import DARK, LIGHT, Theme
from treatyviewer.gui.typography import Fonts
from treatyviewer.gui.widgets.detail_pane import DetailPane
from treatyviewer.gui.widgets.page_view import PageView

Key = Qt.Key
Shift = Qt.KeyboardModifier.ShiftModifier


def find_loans(text: str) -> list[tuple[int, int]]:
    at = text.find("loans")
    return [(at, at + 5)] if at >= 0 else []


def page(count: int, text: str = "About loans and so on.") -> PageView:
    blocks = tuple(b.Paragraph(f"p{n}", (b.Text(text),)) for n in range(count))
    return PageView("Title", blocks=blocks)


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, fonts: Fonts) -> DetailPane:
    made = DetailPane(theme, fonts)
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def has(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    return any(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def current_is_seen(pane: DetailPane) -> bool:
    assert pane._marks is not None
    cursor = pane.textCursor()
    cursor.setPosition(pane._marks.spans[pane.current_mark][0])
    return bool(pane.viewport().rect().contains(pane.cursorRect(cursor).center()))


def test_going_to_a_hit_looks_at_its_first_mark(reader: Any) -> None:
    reader.goes("loans")
    assert reader.address.endswith("/economic-aid")
    assert reader.window.pane.current_mark == 0


def test_f3_goes_on_and_round_and_shift_f3_back(reader: Any) -> None:
    reader.goes("loans")
    window, pane = reader.window, reader.window.pane
    count = pane.mark_count
    assert count > 2
    for expected in [*range(1, count), 0]:
        QTest.keyClick(window, Key.Key_F3)
        assert pane.current_mark == expected
        assert current_is_seen(pane)
    QTest.keyClick(window, Key.Key_F3, Shift)
    assert pane.current_mark == count - 1


def test_f3_works_while_one_types(reader: Any) -> None:
    reader.types("treaty")
    field, pane = reader.window.bar.search, reader.window.pane
    assert field.hasFocus()
    assert pane.current_mark == -1
    QTest.keyClick(field, Key.Key_F3)
    assert pane.current_mark == 0


def test_f3_without_hits_on_the_page_does_nothing(reader: Any) -> None:
    QTest.keyClick(reader.window, Key.Key_F3)
    assert reader.window.pane.current_mark == -1
    reader.types("qqqqqqqqqq")
    before = reader.address
    QTest.keyClick(reader.window, Key.Key_F3)
    assert (reader.address, reader.window.pane.current_mark) == (before, -1)


def test_the_first_f3_begins_where_one_is_reading(pane: DetailPane) -> None:
    pane.show_page(page(200), find_loans)
    pane.scroll_to(pane.verticalScrollBar().maximum() // 2)
    at = pane.scroll_y
    pane.next_mark()
    assert 50 < pane.current_mark < 150
    assert pane.scroll_y == at
    pane.set_marks(find_loans)
    pane.previous_mark()
    assert 50 < pane.current_mark < 150
    assert pane.scroll_y == at


def test_the_strip_says_which_of_how_many(reader: Any) -> None:
    reader.goes("loans")
    bar = reader.window.searching._hits.bar
    count = reader.window.pane.mark_count
    assert bar.isVisible()
    assert bar.place.text() == f"1 of {count}"
    QTest.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    assert bar.place.text() == f"2 of {count}"
    QTest.mouseClick(bar.previous, Qt.MouseButton.LeftButton)
    assert bar.place.text() == f"1 of {count}"
    assert "F3" in bar.next.toolTip()
    assert "Shift+F3" in bar.previous.toolTip()
    assert all(w.accessibleName() for w in (bar, bar.next, bar.previous, bar.close_button))


def test_the_strip_covers_no_words(reader: Any) -> None:
    reader.goes("loans")
    pane, bar = reader.window.pane, reader.window.searching._hits.bar
    assert pane.viewport().geometry().bottom() < bar.geometry().top()
    assert bar.geometry().bottom() < pane.height()


def test_escape_ends_the_marks_and_the_strip_goes(reader: Any) -> None:
    reader.goes("loans")
    QTest.keyClick(reader.window, Key.Key_Escape)
    assert reader.window.pane.mark_count == 0
    assert not reader.window.searching._hits.bar.isVisible()
    assert not reader.window.searching._hits.ticks.isVisible()
    assert reader.address.endswith("/lead")


def test_closing_the_strip_ends_the_search_and_stays_on_the_page(reader: Any) -> None:
    reader.goes("loans")
    close = reader.window.searching._hits.bar.close_button
    close.setFocus()
    QTest.keyClick(close, Key.Key_Space)
    assert reader.window.bar.search.text() == ""
    assert reader.window.pane.mark_count == 0
    assert reader.address.endswith("/economic-aid")
    assert reader.window.pane.hasFocus()


def test_the_field_keeps_the_keys_when_the_marks_end(reader: Any) -> None:
    reader.types("treaty")
    assert reader.window.pane.mark_count
    reader.types("qqqqqqqqqq")
    assert not reader.window.searching._hits.bar.isVisible()
    assert reader.window.bar.search.hasFocus()


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_current_mark_has_a_line_around_it(
    pane: DetailPane, theme: Theme, palette: Any
) -> None:
    theme.set_wanted(palette.name)
    pane.show_page(page(2), find_loans)
    assert not has(pane.grab().toImage(), palette.accent)
    pane.next_mark()
    assert has(pane.grab().toImage(), palette.accent)


def test_the_current_mark_stays_when_the_theme_changes(pane: DetailPane, theme: Theme) -> None:
    pane.show_page(page(5), find_loans)
    pane.next_mark()
    pane.next_mark()
    theme.set_wanted("dark")
    assert pane.current_mark == 1


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_ticks_stand_where_the_marks_are(
    pane: DetailPane, theme: Theme, palette: Any, qtbot: QtBot
) -> None:
    theme.set_wanted(palette.name)
    plain = tuple(b.Paragraph(f"p{n}", (b.Text("Nothing here."),)) for n in range(60))
    marked = b.Paragraph("m", (b.Text("About loans."),))
    pane.show_page(PageView("T", blocks=(*plain[:30], marked, *plain[30:])), find_loans)
    hits = HitsController(pane, theme)
    (row,) = hits.ticks.rows
    height = hits.ticks.height()
    assert height == pane.verticalScrollBar().height()
    assert abs(row / height - 0.5) < 0.05
    tick = hits.ticks.grab(hits.ticks.rect()).toImage()
    colours = {tick.pixelColor(6, y).name().upper() for y in range(row, row + 2)}
    assert colours == {palette.accent}
    pane.resize(900, 300)
    (smaller,) = hits.ticks.rows
    assert smaller < row
    pane.set_marks(lambda _: [])
    assert hits.ticks.rows == []


def test_every_mark_has_its_tick_or_shares_one(pane: DetailPane, theme: Theme) -> None:
    pane.show_page(page(12, "About loans. " + "Other words. " * 60), find_loans)
    hits = HitsController(pane, theme)
    assert len(hits.ticks.rows) == 12


class Counting:
    """A document that counts how often a block is looked for."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self.count = 0

    def documentLayout(self) -> Any:
        return self._document.documentLayout()

    def findBlock(self, position: int) -> Any:
        self.count += 1
        return self._document.findBlock(position)


@pytest.mark.parametrize("count", [1, 2, 3, 17, 300, 10_000])
def test_ticks_are_found_without_asking_every_mark(pane: DetailPane, count: int) -> None:
    pane.show_page(page(count), find_loans)
    assert pane.mark_count == count
    assert pane._marks is not None
    document: Any = Counting(pane.document())
    rows = pane._marks.rows(document, 200)
    assert document.count <= min(3 * count + 3, 2_000)
    layout = pane.document().documentLayout()
    expected = set()
    for start, _ in pane._marks.spans:
        block = pane.document().findBlock(start)
        line = block.layout().lineForTextPosition(start - block.position())
        y = layout.blockBoundingRect(block).top() + line.y()
        expected.add(min(199, int(y / layout.documentSize().height() * 200)))
    assert rows == sorted(expected)


def current_words(pane: DetailPane) -> str:
    assert pane._marks is not None
    cursor = pane.textCursor()
    start, end = pane._marks.spans[pane.current_mark]
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    return f"{cursor.selectedText()} in {cursor.block().text()}"


def test_a_claim_that_was_found_is_looked_at_in_its_own_place(reader: Any) -> None:
    pane = reader.window.pane
    reader.types("mutual kind:claim")
    reader.window.reading.go(parse("sino-soviet-treaty-1950/overview#c3-5"))
    reader.window.reading.go_to_mark()
    assert current_words(pane).startswith("mutual in The treaty consists of")
    # Not the first on the page, which stands before the paragraph.
    reader.types("treaty kind:claim")
    reader.window.reading.go(parse("sino-soviet-treaty-1950/purpose#c2-1"))
    reader.window.reading.go_to_mark()
    assert pane.current_mark == 1
    # Where neither the claim nor its paragraph has one, none is looked at.
    reader.types("archive kind:claim")
    reader.window.reading.go_to_mark()
    assert pane.current_mark == -1
