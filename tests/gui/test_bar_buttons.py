"""The buttons at the right of the top bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from treatyviewer.gui.actions import TABLE, is_offered
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_each_has_a_name_and_its_shortcut_in_the_tooltip(window: MainWindow) -> None:
    for button in window.bar.buttons.all:
        assert button.accessibleName()
        assert button.toolTip().startswith(f"{button.accessibleName()} (")
        assert button.isHidden() or (button.width(), button.height()) == (32, 32)


def test_the_citation_has_a_button_where_it_can_be_copied(window: MainWindow) -> None:
    offered = is_offered(window.actions_by_id["copy-citation"])
    assert window.bar.buttons.cite.isVisible() == offered


def test_the_colours_are_turned_round_and_the_button_tells_what_it_will_do(
    window: MainWindow, theme: Theme
) -> None:
    button = window.bar.buttons.theme
    assert button.accessibleName() == "Dark colours"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert theme.palette.name == "dark"
    assert button.accessibleName() == "Light colours"
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_D, keys)
    assert theme.palette.name == "light"
    assert window._context.settings.values.theme == "light"


def test_the_menu_button_opens_all_menus_as_one(window: MainWindow) -> None:
    QTest.mouseClick(window.bar.buttons.more, Qt.MouseButton.LeftButton)
    popup = window.dialogs.menus._popup
    assert popup is not None
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Right)
    file = window.menu_bar.menus[0]
    assert file.isVisible()
    assert file.actions()[0].text() == "Open…"
    popup.close()


def test_a_narrow_window_keeps_the_menu_alone(window: MainWindow, qtbot: QtBot) -> None:
    buttons = window.bar.buttons
    window.resize(700, 600)
    qtbot.waitUntil(lambda: not buttons.text.isVisible())
    assert [button.isVisible() for button in buttons.all] == [False, False, False, True]
    right = buttons.more.mapTo(window, QPoint(32, 0)).x()
    assert right <= window.width()
    # What its button did is reached by its keys, below the one that is left.
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    popover = window.dialogs.setting.text
    assert popover is not None
    assert popover.isVisible()
    popover.close()
    window.resize(1100, 600)
    qtbot.waitUntil(lambda: buttons.text.isVisible())


def test_the_field_stands_in_the_middle_between_them(window: MainWindow) -> None:
    field = window.bar.search
    middle = field.mapTo(window, QPoint(field.width() // 2, 0)).x()
    assert abs(middle - window.width() // 2) <= 2


def test_tab_goes_on_from_the_field_to_the_buttons(window: MainWindow) -> None:
    seen = []
    window.bar.search.setFocus()
    for _ in range(5):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
    buttons = [button for button in window.bar.buttons.all if button.isVisible()]
    assert seen[: len(buttons)] == buttons
    assert seen[len(buttons)] is window.side.contents_tab


def test_the_table_has_the_actions_of_the_buttons(window: MainWindow) -> None:
    assert set(window.bar.ACTIONS) <= {line.id for line in TABLE}


@pytest.mark.parametrize("width", [620, 700, 900, 999, 1000, 1200])
def test_the_menu_is_in_view_at_any_width(window: MainWindow, width: int) -> None:
    window.resize(width, 600)
    window.grab()
    bar = window.bar
    more = bar.buttons.more
    assert bar.rect().contains(more.mapTo(bar, more.rect().bottomRight()))
    assert more.visibleRegion().boundingRect() == more.rect()
    assert bar.search.geometry().right() < more.mapTo(bar, QPoint()).x()
