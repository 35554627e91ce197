"""Cards on the page: boxes that lead somewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from treatyviewer.entry.address import parse
from treatyviewer.gui.main_window import MainWindow

ENTRY = "sino-soviet-treaty-1950"


def go(window: MainWindow, place: str) -> None:
    window.reading.go(parse(f"{ENTRY}/{place}"))


def place_of(window: MainWindow, words: str) -> QPoint:
    """Where words stand on the page that is shown."""
    found: QTextCursor = window.pane.document().find(words)
    assert not found.isNull()
    found.setPosition(found.selectionStart() + 1)
    return window.pane.cursorRect(found).center()


def test_each_person_has_a_card(window: MainWindow) -> None:
    go(window, "people")
    page = window.pane._page
    assert page is not None
    assert len(page.cards) == 20
    picture = window.pane.viewport().grab().toImage()
    column = [picture.pixelColor(15, y).name().upper() for y in range(picture.height())]
    palette = window._context.theme.palette
    # The ground of the page above, of a card below; a line between.
    assert column[0] == palette.page
    assert palette.field in column
    assert palette.line in column


def test_a_click_anywhere_on_a_card_opens_its_page(window: MainWindow) -> None:
    go(window, "people")
    port = window.pane.viewport()
    # Words that are no link.
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=place_of(window, "Where it appears"))
    assert str(window.reading.place.address) == f"{ENTRY}/people/zhou-enlai"  # type: ignore[union-attr]


def test_a_link_on_a_card_leads_where_it_says(window: MainWindow) -> None:
    go(window, "people")
    port = window.pane.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=place_of(window, "plenipotentiary"))
    assert str(window.reading.place.address) == f"{ENTRY}/terms/plenipotentiary"  # type: ignore[union-attr]


def test_words_on_a_card_can_be_selected(window: MainWindow) -> None:
    go(window, "people")
    port, start = window.pane.viewport(), place_of(window, "Where it appears")
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, start + QPoint(60, 0))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    assert str(window.reading.place.address) == f"{ENTRY}/people"  # type: ignore[union-attr]


def test_the_card_under_the_pointer_has_another_ground(window: MainWindow) -> None:
    go(window, "people")
    port, place = window.pane.viewport(), place_of(window, "Where it appears")
    QTest.mouseMove(port, place)
    assert port.cursor().shape() == Qt.CursorShape.PointingHandCursor
    hover = window._context.theme.palette.hover
    picture = port.grab().toImage()
    assert picture.pixelColor(12, place.y()).name().upper() == hover
    QTest.mouseMove(port, QPoint(20, 5))
    assert port.grab().toImage().pixelColor(12, place.y()).name().upper() != hover


def test_tab_reaches_the_names_on_cards(window: MainWindow) -> None:
    go(window, "sources")
    pane = window.pane
    pane.setFocus()
    reached: list[str] = []
    for _ in range(3):
        QTest.keyClick(pane, Qt.Key.Key_Tab)
        reached.append(pane.textCursor().selectedText())
    assert "CBS News 2001" in reached
    while pane.textCursor().selectedText() != "CBS News 2001":
        QTest.keyClick(pane, Qt.Key.Key_Backtab)
    QTest.keyClick(pane, Qt.Key.Key_Return)
    assert str(window.reading.place.address) == f"{ENTRY}/sources/cbs-2001"  # type: ignore[union-attr]
