"""Addresses of paragraphs, by the sign beside them and by the menu of the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from treatyviewer.entry.address import parse
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.widgets.paragraph_sign import ParagraphSign

# Menus are popups, which the offscreen platform has no means for.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SECTION = "sino-soviet-treaty-1950/how-it-ended"


def go(window: MainWindow) -> None:
    window.reading.go(parse(SECTION))


def place_of(window: MainWindow, block: str) -> QPoint:
    pane = window.pane
    cursor = QTextCursor(pane.document())
    cursor.setPosition(pane._page.blocks[block] + 3)  # type: ignore[union-attr]
    return pane.cursorRect(cursor).center()


def sign_of(window: MainWindow) -> ParagraphSign:
    sign = window.pane._sign
    assert sign is not None
    return sign


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_a_sign_stands_beside_the_paragraph_that_one_points_at(window: MainWindow) -> None:
    go(window)
    pane = window.pane
    place = place_of(window, "p1")
    QTest.mouseMove(pane.viewport(), place)
    sign = sign_of(window)
    assert (sign.isVisible(), sign.id) == (True, "p1")
    assert sign.geometry().right() < pane.viewport().x()
    assert sign.geometry().contains(QPoint(sign.geometry().center().x(), place.y()))
    # On the title there is none, and none is left behind when one scrolls.
    QTest.mouseMove(pane.viewport(), QPoint(40, 60))
    assert not sign.isVisible()
    QTest.mouseMove(pane.viewport(), place)
    assert sign.isVisible()
    pane.scroll_to(30)
    assert not sign.isVisible()


def test_a_click_on_it_copies_the_address(window: MainWindow) -> None:
    go(window)
    QTest.mouseMove(window.pane.viewport(), place_of(window, "p2"))
    QTest.mouseClick(sign_of(window), Qt.MouseButton.LeftButton)
    address = parse(clipboard())
    assert str(address) == f"{SECTION}?ed={address.edition}#p2"
    assert address.edition > 0
    # It leads there.
    window.pane.scroll_to(0)
    window.reading.go(parse("sino-soviet-treaty-1950"))
    window.reading.go(address)
    assert window.reading.problem is None
    assert 0 <= place_of(window, "p2").y() <= window.pane.viewport().height()


def menu_texts(window: MainWindow) -> list[str]:
    menu = window.dialogs.page_menu.menu
    assert menu is not None
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(window: MainWindow, text: str) -> None:
    menu = window.dialogs.page_menu.menu
    assert menu is not None
    (action,) = (action for action in menu.actions() if action.text() == text)
    action.trigger()
    menu.close()


def ask_for_menu(window: MainWindow, place: QPoint) -> None:
    port = window.pane.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(port, QContextMenuEvent(reason, place, port.mapToGlobal(place)))


def test_the_menu_of_a_paragraph(window: MainWindow) -> None:
    go(window)
    ask_for_menu(window, place_of(window, "p3"))
    texts = menu_texts(window)
    assert "Copy link to this paragraph" in texts
    assert "Copy link address" not in texts
    choose(window, "Copy link to this paragraph")
    assert clipboard().endswith("#p3")


def test_copy_needs_a_selection(window: MainWindow) -> None:
    go(window)
    ask_for_menu(window, place_of(window, "p1"))
    menu = window.dialogs.page_menu.menu
    assert menu is not None
    copy = next(action for action in menu.actions() if not action.isSeparator())
    assert not copy.isEnabled()
    choose(window, menu_texts(window)[-1])
    selected = window.pane.textCursor().selectedText()
    assert len(selected) > 1000
    ask_for_menu(window, place_of(window, "p1"))
    choose(window, menu_texts(window)[0])
    assert len(clipboard()) > 1000


def test_the_menu_of_a_link(qtbot: QtBot, window: MainWindow) -> None:
    go(window)
    pane = window.pane
    cursor = pane.document().find("Article VI")
    assert cursor.charFormat().isAnchor()
    cursor.setPosition(cursor.position() - 3)
    ask_for_menu(window, pane.cursorRect(cursor).center())
    choose(window, "Copy link address")
    assert clipboard().startswith("treaty:sino-soviet-treaty-1950/")
    ask_for_menu(window, pane.cursorRect(cursor).center())
    with qtbot.waitSignal(window.window_requested):
        choose(window, "Open in a new window")


def test_by_keys_the_menu_is_for_the_place_where_one_is(window: MainWindow) -> None:
    go(window)
    pane = window.pane
    pane.scroll_to_block("p4")
    place = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, pane.mapToGlobal(place))
    QApplication.sendEvent(pane, event)
    choose(window, "Copy link to this paragraph")
    assert clipboard().endswith("#p4")


def test_the_evidence_has_a_menu_but_no_addresses_of_its_own(window: MainWindow) -> None:
    window.reading.go_to_claim(window.pane._page.claims[0].claim)  # type: ignore[union-attr]
    panel = window.evidence.panel
    assert panel is not None
    port = panel.text.viewport()
    place = QPoint(20, 20)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(port, QContextMenuEvent(reason, place, port.mapToGlobal(place)))
    assert "Copy link to this paragraph" not in menu_texts(window)
    choose(window, menu_texts(window)[-1])
    assert panel.text.textCursor().hasSelection()
