"""Text in another size, another column, other lines; the same words stay in view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontInfo, QTextCursor, QTextFormat, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from treatyviewer.entry import blocks as b
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.typography import Fonts, TextStyle
from treatyviewer.gui.widgets.detail_pane import DetailPane
from treatyviewer.gui.widgets.page_view import PageView

PROSE = "The archives were opened to scholars only in part, and much was published since then. "


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, fonts: Fonts) -> DetailPane:
    made = DetailPane(theme, fonts)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(pane: DetailPane, *blocks: b.Block) -> None:
    pane.show_page(PageView("Title", kicker="Section 1", blocks=blocks))


def prose(count: int) -> list[b.Block]:
    return [b.Paragraph(f"p{n}", (b.Text(f"{n}. {PROSE * 8}"),)) for n in range(1, count + 1)]


def top_words(pane: DetailPane) -> str:
    cursor = pane.cursorForPosition(QPoint(0, 0))
    cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    return f"{cursor.blockNumber()}: {cursor.position()}"


def block_at_top(pane: DetailPane) -> int:
    return pane.cursorForPosition(QPoint(0, 2)).blockNumber()


@pytest.mark.parametrize("size", [60, 100, 150, 300])
def test_everything_on_the_page_grows_with_the_size(pane: DetailPane, size: int) -> None:
    show(pane, b.Heading("h", 2, (b.Text("Heading"),)), *prose(1))
    sizes = {}
    for percent in (100, size):
        pane.set_style(TextStyle(size=percent))
        block = pane.document().begin()
        found = []
        while block.isValid():
            font = block.begin().fragment().charFormat().font()
            found.append(QFontInfo(font).pixelSize())
            block = block.next()
        sizes[percent] = found
    assert sizes[size] == pytest.approx([s * size / 100 for s in sizes[100]], abs=1)


@pytest.mark.parametrize("measure", [45, 68, 90])
def test_a_line_has_as_many_signs_as_are_wanted(pane: DetailPane, measure: int) -> None:
    pane.resize(1400, 600)
    pane.set_style(TextStyle(measure=measure))
    show(pane, *prose(1))
    layout = pane.document().lastBlock().layout()
    lengths = [layout.lineAt(n).textLength() for n in range(layout.lineCount() - 1)]
    assert measure - 8 <= sum(lengths) / len(lengths) <= measure + 3


def test_lines_stand_further_apart_but_not_those_of_a_title(pane: DetailPane) -> None:
    show(pane, *prose(1))
    heights = {}
    for spacing in (100, 150):
        pane.set_style(TextStyle(spacing=spacing))
        document = pane.document()
        title = document.findBlockByNumber(1).layout()
        text = document.lastBlock().layout()
        heights[spacing] = (title.lineAt(0).height(), text.lineAt(1).y() - text.lineAt(0).y())
    assert heights[150][0] == heights[100][0]
    assert heights[150][1] == pytest.approx(1.5 * heights[100][1], abs=1)


def test_the_words_at_the_top_stay_there_whatever_is_set(pane: DetailPane) -> None:
    show(pane, *prose(12))
    pane.scroll_to_block("p6")
    place = pane.cursorRect(pane.textCursor())
    pane.scroll_to(pane.scroll_y + place.top())
    assert block_at_top(pane) == 7
    for style in (TextStyle(200), TextStyle(60), TextStyle(measure=45), TextStyle(spacing=160)):
        pane.set_style(style)
        cursor = QTextCursor(pane.document())
        cursor.setPosition(pane.document().findBlockByNumber(7).position())
        assert abs(pane.cursorRect(cursor).top()) <= 2, style


def test_going_larger_and_back_ends_where_it_began(pane: DetailPane) -> None:
    show(pane, *prose(12))
    pane.scroll_to(1234)
    for size in (110, 120, 150, 300, 150, 100):
        pane.set_style(TextStyle(size))
    assert abs(pane.scroll_y - 1234) <= 3


def test_a_narrower_window_keeps_the_place(pane: DetailPane) -> None:
    show(pane, *prose(12))
    pane.scroll_to_block("p6")
    pane.scroll_to(pane.scroll_y + pane.cursorRect(pane.textCursor()).top())
    for width in (900, 500, 400, 700, 1000):
        pane.resize(width, 600)
        assert block_at_top(pane) == 7


def test_at_the_top_of_the_page_one_stays_at_the_top(pane: DetailPane) -> None:
    show(pane, *prose(4))
    pane.set_style(TextStyle(250))
    assert pane.scroll_y == 0


def test_the_mark_that_is_looked_at_stays(pane: DetailPane) -> None:
    view = PageView("Title", blocks=tuple(prose(6)))
    pane.show_page(view, lambda text: [(text.find("scholars"), text.find("scholars") + 8)]
                   if "scholars" in text else [])  # fmt: skip
    pane.next_mark()
    pane.next_mark()
    assert pane.current_mark == 1
    pane.set_style(TextStyle(150))
    assert (pane.current_mark, pane.mark_count) == (1, 6)


@pytest.mark.parametrize(("width", "size"), [(400, 100), (620, 300), (1000, 300)])
def test_nothing_is_cut_off_at_the_side(pane: DetailPane, width: int, size: int) -> None:
    row = b.Row(tuple(b.Cell("", (b.Text("Unabhängigkeitserklärungsentwurf"),)) for _ in range(4)))
    long = b.Paragraph("p1", (b.Text("x" * 400),))
    quote = b.Quote("q1", (long,))
    item = b.ItemList("l1", 1, (b.Item((long,)),))
    facts = b.FactTable("f", (b.Definition((b.Text("Name"),), (long,)),))
    pane.set_style(TextStyle(size))
    pane.resize(width, 600)
    show(pane, long, quote, item, b.Table("t", row, (row,)), facts)
    assert pane.document().size().width() <= pane.viewport().width()
    assert pane.horizontalScrollBar().maximum() == 0


def test_note_marks_can_be_read_and_leave_the_lines_as_high_as_they_are(pane: DetailPane) -> None:
    mark = b.NoteMark("n1", "12")
    cell = b.Row((b.Cell("", (b.Text("cell"), mark)),))
    runs = (b.Text(PROSE), mark, b.Text(PROSE * 3))
    show(pane, b.Paragraph("p1", runs), b.Paragraph("p2", (b.Text(PROSE * 3),)),
         b.Table("t", cell, ()))  # fmt: skip
    marked, plain = (pane.document().findBlockByNumber(n).layout() for n in (2, 3))
    heights = {marked.lineAt(n).height() for n in range(marked.lineCount())}
    assert heights == {plain.lineAt(0).height()}
    cursor = QTextCursor(pane.document())
    found = []
    while not (cursor := pane.document().find("12", cursor)).isNull():
        char = cursor.charFormat()
        # Qt sets them two thirds as large.
        found.append(char.intProperty(QTextFormat.Property.FontPixelSize) * 2 / 3)
    assert len(found) == 2
    assert min(found) >= 10


# --- in the window ----------------------------------------------------------------------------


def size_of(window: MainWindow) -> int:
    return window._context.settings.values.text_size


def test_zooming_by_keys(window: MainWindow) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    body = window.pane.document().defaultFont().pixelSize()
    QTest.keyClick(window, Qt.Key.Key_Plus, control)
    QTest.keyClick(window, Qt.Key.Key_Equal, control)
    assert size_of(window) == 120
    assert window.pane.document().defaultFont().pixelSize() == round(body * 1.2)
    QTest.keyClick(window, Qt.Key.Key_Minus, control)
    assert size_of(window) == 110
    QTest.keyClick(window, Qt.Key.Key_0, control)
    assert size_of(window) == 100
    assert window.pane.document().defaultFont().pixelSize() == body


def test_zooming_goes_to_round_sizes_and_ends_somewhere(window: MainWindow) -> None:
    style = window.text_style
    window._context.settings.change(text_size=95)
    style.zoom_in()
    assert size_of(window) == 100
    window._context.settings.change(text_size=95)
    style.zoom_out()
    assert size_of(window) == 90
    for _ in range(40):
        style.zoom_in()
    assert size_of(window) == 300
    for _ in range(40):
        style.zoom_out()
    assert size_of(window) == 60


def turn(pane: DetailPane, by: int, modifiers: Qt.KeyboardModifier) -> None:
    place = QPointF(pane.viewport().rect().center())
    event = QWheelEvent(
        place,
        QPointF(pane.viewport().mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.viewport(), event)


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(window: MainWindow) -> None:
    turn(window.pane, -120, Qt.KeyboardModifier.NoModifier)
    assert window.pane.scroll_y > 0
    assert size_of(window) == 100
    scrolled = window.pane.scroll_y
    # A touchpad turns it little by little.
    for _ in range(4):
        turn(window.pane, 30, Qt.KeyboardModifier.ControlModifier)
    assert size_of(window) == 110
    turn(window.pane, -240, Qt.KeyboardModifier.ControlModifier)
    assert size_of(window) == 90
    assert window.pane.scroll_y != 0
    turn(window.pane, 120, Qt.KeyboardModifier.ControlModifier)
    assert abs(window.pane.scroll_y - scrolled) <= 3


def test_the_evidence_is_set_as_the_text_is(window: MainWindow) -> None:
    window._context.settings.change(text_size=150)
    window.reading.go_to_claim(window.pane._page.claims[0].claim)  # type: ignore[union-attr]
    panel = window.evidence.panel
    assert panel is not None
    larger = panel.text.document().defaultFont().pixelSize()
    window._context.settings.change(text_size=100)
    usual = panel.text.document().defaultFont().pixelSize()
    assert larger == round(usual * 1.5)


def test_page_space_home_and_end_scroll_the_text(window: MainWindow) -> None:
    pane = window.pane
    pane.setFocus()
    bar = pane.verticalScrollBar()
    QTest.keyClick(pane, Qt.Key.Key_PageDown)
    page = pane.scroll_y
    assert page > 200
    QTest.keyClick(pane, Qt.Key.Key_Space)
    assert pane.scroll_y > page or pane.scroll_y == bar.maximum()
    QTest.keyClick(pane, Qt.Key.Key_End)
    assert pane.scroll_y == bar.maximum()
    QTest.keyClick(pane, Qt.Key.Key_Home)
    assert pane.scroll_y == 0


def test_tab_goes_on_from_where_one_has_jumped_to(pane: DetailPane) -> None:
    link = b.Link("treaty:a/near", (b.Text("near"),))
    first = b.Paragraph("p0", (b.Link("treaty:a/first", (b.Text("first"),)),))
    there = b.Paragraph("p99", (b.Text("There is a link "), link, b.Text(".")))
    show(pane, first, *prose(8), there)
    pane.scroll_to_block("p99")
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_Tab)
    assert pane.textCursor().selectedText() == "near"
