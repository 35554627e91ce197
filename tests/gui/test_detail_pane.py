"""The page on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from treatyviewer.entry import blocks as b
from treatyviewer.gui.theme import LIGHT, Theme
from treatyviewer.gui.typography import Fonts
from treatyviewer.gui.widgets.detail_pane import DetailPane
from treatyviewer.gui.widgets.page_view import PageView

PROSE = (
    "The archives in Moscow and Beijing were opened to scholars only in part, and what was "
    "published since then has changed how the alliance is seen by those who write about it. "
) * 12


def page(*texts: str, **fields: object) -> PageView:
    blocks = tuple(b.Paragraph(f"p{n}", (b.Text(text),)) for n, text in enumerate(texts, 1))
    return PageView("Title", blocks=blocks, **fields)  # type: ignore[arg-type]


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, fonts: Fonts) -> DetailPane:
    made = DetailPane(theme, fonts)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def line_lengths(pane: DetailPane) -> list[int]:
    block = pane.document().lastBlock()
    layout = block.layout()
    return [layout.lineAt(n).textLength() for n in range(layout.lineCount() - 1)]


@pytest.mark.parametrize("width", [760, 1000, 1400, 2400])
def test_a_line_has_about_seventy_signs_however_wide_the_window(
    pane: DetailPane, width: int
) -> None:
    pane.show_page(page(PROSE))
    pane.resize(width, 600)
    lengths = line_lengths(pane)
    assert 62 <= sum(lengths) / len(lengths) <= 70
    assert max(lengths) <= 76
    left = pane.viewport().geometry().left()
    right = pane.width() - pane.viewport().geometry().right()
    assert abs(left - right) <= pane.verticalScrollBar().sizeHint().width() + 2


def test_in_a_narrow_window_the_text_keeps_a_margin(pane: DetailPane) -> None:
    pane.show_page(page(PROSE))
    pane.resize(420, 600)
    assert pane.viewport().geometry().left() >= 30
    assert max(line_lengths(pane)) < 50


def find_loans(text: str) -> list[tuple[int, int]]:
    at = text.find("loans")
    return [(at, at + 5)] if at >= 0 else []


def test_marks_are_painted_where_the_words_stand(pane: DetailPane) -> None:
    pane.show_page(page("Words about loans and more."), find_loans)
    assert pane.mark_count == 1
    with_marks = pane.grab().toImage()
    pane.set_marks(lambda _: [])
    without = pane.grab().toImage()
    changed = [
        (x, y)
        for x in range(0, with_marks.width(), 2)
        for y in range(0, with_marks.height(), 2)
        if with_marks.pixel(x, y) != without.pixel(x, y)
    ]
    assert changed
    cursor = pane.document().find("loans")
    end = pane.cursorRect(cursor).translated(pane.viewport().pos())
    assert max(x for x, _ in changed) <= end.right() + 6
    assert min(y for _, y in changed) >= end.top() - 3
    assert max(y for _, y in changed) <= end.bottom() + 3
    x, y = changed[len(changed) // 2]
    # The middle of the mark is the mark's colour or a letter on it, never the page.
    assert with_marks.pixelColor(x, y).name().upper() != LIGHT.page


def test_a_mark_far_down_is_brought_into_view(pane: DetailPane) -> None:
    pane.show_page(page(*[PROSE] * 6, "At last, loans."), find_loans)
    assert pane.scroll_y == 0
    pane.scroll_to_mark()
    assert pane.scroll_y > 1000
    place = pane.cursorRect(pane.document().find("loans"))
    assert 0 <= place.top() <= pane.viewport().height()


def test_a_block_is_gone_to_by_its_id(pane: DetailPane) -> None:
    pane.show_page(page(*[PROSE] * 4))
    pane.scroll_to_block("p4")
    assert pane.scroll_y > 500
    at = pane.scroll_y
    pane.scroll_to_block("nothing")
    assert pane.scroll_y == at


def test_a_new_page_begins_at_its_top(pane: DetailPane) -> None:
    pane.show_page(page(*[PROSE] * 4))
    pane.scroll_to(400)
    pane.show_page(page(*[PROSE] * 4))
    assert pane.scroll_y == 0


def test_links_are_reached_by_tab_and_opened_by_enter(qtbot: QtBot, pane: DetailPane) -> None:
    pane.show_page(page("Text.", actions=(("Try again", "action:retry"),)))
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_Tab)
    with qtbot.waitSignal(pane.link_requested) as wish:
        QTest.keyClick(pane, Qt.Key.Key_Return)
    assert wish.args == ["action:retry"]


def test_a_note_mark_leads_to_its_note(qtbot: QtBot, pane: DetailPane) -> None:
    mark = b.Paragraph("p1", (b.Text("Text"), b.NoteMark("n1", "1")))
    filler = tuple(b.Paragraph(f"p{n}", (b.Text(PROSE),)) for n in range(2, 6))
    note = b.Note("n1", "1", (b.Paragraph("p9", (b.Text("The note."),)),))
    # There is no room for it beside the text.
    pane.resize(700, 600)
    pane.show_page(PageView("Title", blocks=(mark, *filler, note)))
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_Tab)
    with qtbot.assertNotEmitted(pane.link_requested):
        QTest.keyClick(pane, Qt.Key.Key_Return)
    assert pane.scroll_y > 500


def test_a_mark_over_several_lines_and_a_quotation_are_painted(pane: DetailPane) -> None:
    quote = b.Quote("q1", (b.Paragraph("p1", (b.Text(PROSE),)), b.Paragraph("p2", (b.Text("x"),))))
    pane.show_page(PageView("Title", blocks=(quote,)), lambda text: [(0, len(text))])
    image = pane.grab().toImage()
    line = pane.viewport().geometry().left() + 11
    colours = {image.pixelColor(line, y).name().upper() for y in range(image.height())}
    assert LIGHT.line in colours


def test_marked_words_of_the_grey_subtitle_are_set_in_ink(pane: DetailPane) -> None:
    view = PageView("loans", subtitle="loans", blocks=(b.Paragraph("p1", (b.Text("loans"),)),))
    pane.show_page(view, find_loans)
    (pale,) = pane.extraSelections()
    assert pale.cursor.selectedText() == "loans"
    assert pale.cursor.blockNumber() == 1
    assert pale.format.foreground().color().name().upper() == LIGHT.ink


def test_thousands_of_marks_are_painted_where_one_looks(pane: DetailPane) -> None:
    pane.show_page(page(*["loans and so on"] * 3000), find_loans)
    assert pane.mark_count == 3000
    pane.scroll_to(pane.verticalScrollBar().maximum() // 2)
    image = pane.grab().toImage()
    colours = {
        image.pixelColor(x, y).name().upper()
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
    }
    assert LIGHT.hit in colours


def test_links_are_told_by_more_than_their_colour(pane: DetailPane) -> None:
    link = b.Link("treaty:a", (b.Text("go"),))
    pane.show_page(PageView("T", blocks=(b.Paragraph("p1", (link, b.NoteMark("n1", "1"))),)))
    cursor = pane.document().find("go")
    assert cursor.charFormat().fontUnderline()
    cursor = pane.document().find("1")
    assert not cursor.charFormat().fontUnderline()
