"""The menu bar and the actions: what stands in the menus works, by keys and by the pointer."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from treatyviewer.gui.actions import TABLE, is_offered
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.menu_table import CHECKED, ELSEWHERE, ICONS, LINE, MENUS, ROLES, THEME
from treatyviewer.gui.theme import Theme
from treatyviewer.paths import resources

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier

# What qt.qpa says off the screen when a menu grabs the keyboard.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

# Whose actions come from panels that may not be there yet. To be emptied.
NOT_YET = {
    *("new-window", "find", "copy-citation", "suggest-correction", "timeline"),
    *("zoom-in", "zoom-out", "zoom-reset", "previous-section", "next-section"),
    *("previous-claim", "next-claim", "palette", "next-pane", "previous-pane"),
}


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_every_action_has_its_place_in_a_menu_or_needs_none() -> None:
    placed = [id for menu in MENUS for id in menu.actions if id not in (LINE, THEME)]
    known = {line.id for line in TABLE}
    assert len(placed) == len(set(placed))
    assert known == (set(placed) | set(ELSEWHERE)) - (NOT_YET - known)
    assert not ICONS.keys() - known - {THEME}
    assert (ROLES.keys() | CHECKED.keys()) <= known
    for icon in ICONS.values():
        assert (resources() / "icons" / f"{icon}.svg").is_file()


def test_no_two_actions_have_the_same_shortcut() -> None:
    keys = [
        key.toString()
        for line in TABLE
        for key in QKeySequence.listFromString(line.shortcut)
        if line.shortcut
    ]
    assert len(keys) > 25
    assert all(keys)
    assert len(keys) == len(set(keys))


def test_every_action_does_something(window: MainWindow) -> None:
    idle = {id for id, action in window.actions_by_id.items() if not is_offered(action)}
    assert idle <= NOT_YET


def test_an_action_that_does_nothing_is_in_no_menu(window: MainWindow) -> None:
    action = window.actions_by_id["about-entry"]
    action.triggered.disconnect()
    window.menu_bar.fill()
    *_, help_menu = window.menu_bar.menus
    assert texts(help_menu) == ["Keyboard shortcuts", "About Treaty Viewer"]


@pytest.mark.parametrize(
    ("key", "number", "first"),
    [(Qt.Key.Key_F, 0, "Open…"), (Qt.Key.Key_E, 1, "Copy"), (Qt.Key.Key_V, 2, "Contents panel"),
     (Qt.Key.Key_G, 3, "Back"), (Qt.Key.Key_H, 4, "Keyboard shortcuts")],
)  # fmt: skip
def test_alt_and_its_letter_open_a_menu(
    window: MainWindow, key: Qt.Key, number: int, first: str
) -> None:
    menu = window.menu_bar.menus[number]
    assert menu.isEmpty()
    QTest.keyClick(window, key, ALT)
    assert menu.isVisible()
    assert texts(menu)[0] == first
    # No line without something on both of its sides.
    lines = [action.isSeparator() for action in menu.actions()]
    assert not lines[0]
    assert not lines[-1]
    assert (True, True) not in pairwise(lines)
    menu.close()


def test_f10_opens_the_first_menu_and_arrows_lead_on(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window.pane, Qt.Key.Key_F10)
    file, edit, *_ = window.menu_bar.menus
    assert file.isVisible()
    QTest.keyClick(file, Qt.Key.Key_Right)
    assert edit.isVisible()
    assert not file.isVisible()
    QTest.keyClick(edit, Qt.Key.Key_Down)
    chosen = edit.activeAction()
    assert chosen is not None
    assert chosen.text() == "Select all"
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert window.pane.textCursor().hasSelection()
    # The keys are where they were.
    qtbot.waitUntil(lambda: window.focusWidget() is window.pane)


def test_esc_leads_out_of_the_menus_to_where_the_keys_were(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.tree.setFocus()
    QTest.keyClick(window.tree, Qt.Key.Key_F10)
    QTest.keyClick(window.menu_bar.menus[0], Qt.Key.Key_Escape)
    QTest.keyClick(window.menu_bar, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.focusWidget() is window.tree)


def test_the_pointer_opens_a_menu(window: MainWindow) -> None:
    bar = window.menu_bar
    place = bar.actionGeometry(bar.menus[3].menuAction()).center()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
    assert bar.menus[3].isVisible()
    bar.menus[3].close()


def test_a_hidden_bar_comes_back_while_it_is_used(window: MainWindow, qtbot: QtBot) -> None:
    bar, top = window.menu_bar, window.bar
    shown = top.mapTo(window, QPoint(0, 0)).y()
    assert shown == bar.height() > 0
    QTest.keyClick(window, Qt.Key.Key_M, CONTROL)
    assert not window._context.settings.values.menu_bar
    qtbot.waitUntil(lambda: top.mapTo(window, QPoint(0, 0)).y() == 0)
    QTest.keyClick(window, Qt.Key.Key_V, ALT)
    assert bar.menus[2].isVisible()
    assert bar.height() == shown
    # The menu stands below the name.
    assert bar.menus[2].y() >= bar.mapToGlobal(QPoint(0, 0)).y() + 20
    QTest.keyClick(bar.menus[2], Qt.Key.Key_Escape)
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: top.mapTo(window, QPoint(0, 0)).y() == 0)
    QTest.keyClick(window, Qt.Key.Key_M, CONTROL)
    qtbot.waitUntil(lambda: top.mapTo(window, QPoint(0, 0)).y() == shown)


def test_the_alt_key_alone_gives_a_hidden_bar_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.menu_bar
    window._context.settings.change(menu_bar=False)
    QTest.keyPress(window.pane, Qt.Key.Key_Alt)
    QTest.keyRelease(window.pane, Qt.Key.Key_Alt)
    assert bar.hasFocus()
    qtbot.waitUntil(lambda: bar.height() > 0)
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert window.pane.hasFocus()
    qtbot.waitUntil(lambda: window.bar.mapTo(window, QPoint(0, 0)).y() == 0)


def test_check_marks_tell_what_is_in_view(window: MainWindow) -> None:
    window.menu_bar.fill()
    side = window.actions_by_id["side-panel"]
    assert side.isCheckable()
    assert side.isChecked()
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert not side.isChecked()
    assert window.side.isHidden()
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert side.isChecked()
    assert window.side.isVisible()


def test_the_theme_is_chosen_in_a_menu(window: MainWindow, theme: Theme) -> None:
    window.menu_bar.fill()
    (themes,) = [a.menu() for a in window.menu_bar.menus[2].actions() if a.menu()]
    assert isinstance(themes, QMenu)
    assert texts(themes) == ["As the system", "Light", "Dark", "High contrast"]
    dark = themes.actions()[2]
    dark.trigger()
    assert theme.palette.name == "dark"
    assert [action.isChecked() for action in themes.actions()] == [False, False, True, False]
    window._context.settings.change(theme="contrast")
    assert theme.palette.name == "contrast"
    assert [action.isChecked() for action in themes.actions()] == [False, False, False, True]


def test_results_are_seen_though_the_panel_is_hidden(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F9)
    QTest.keyClick(window, Qt.Key.Key_K, CONTROL)
    QTest.keyClicks(window.bar.search, "Stalin")
    qtbot.waitUntil(lambda: window.side.isVisible())
    QTest.keyClick(window.bar.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.side.isHidden())


def test_the_address_is_copied_with_its_edition(window: MainWindow) -> None:
    window.actions_by_id["start"].trigger()
    QTest.keyClick(window, Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("treaty:sino-soviet-treaty-1950")
    assert copied.endswith("?ed=1")


def test_copying_is_of_the_text_that_has_the_keys(window: MainWindow) -> None:
    window.pane.selectAll()
    window.bar.search.setFocus()
    window.bar.search.setText("Zhou")
    QTest.keyClick(window.bar.search, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(window.bar.search, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Zhou"
    window.tree.setFocus()
    QTest.keyClick(window.tree, Qt.Key.Key_C, CONTROL)
    assert "important agreement" in QGuiApplication.clipboard().text()


def test_the_entry_tells_about_itself(window: MainWindow) -> None:
    window.actions_by_id["about-entry"].trigger()
    place = window.reading.place
    assert place is not None
    assert place.address.item == "about"
    QTest.keyClick(window, Qt.Key.Key_Home, ALT)
    place = window.reading.place
    assert place is not None
    assert place.address.item != "about"


def test_full_screen_and_back(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()
