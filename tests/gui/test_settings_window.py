"""Settings by keyboard: in force at once, in the window and in the popover alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from treatyviewer.gui.context import Context
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.services.executor import Executor
from treatyviewer.gui.services.settings import Preferences, Settings
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.typography import Fonts
from treatyviewer.gui.widgets.forms import Choice, Stepper, Switch
from treatyviewer.gui.widgets.settings_window import SettingsWindow
from treatyviewer.gui.widgets.text_popover import TextPopover

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def settings_window(window: MainWindow) -> SettingsWindow:
    QTest.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    made = window.dialogs.setting.window
    assert made is not None
    assert made.isVisible()
    return made


@pytest.fixture
def popover(window: MainWindow) -> TextPopover:
    QTest.keyClick(window, Qt.Key.Key_T, CONTROL)
    made = window.dialogs.setting.text
    assert made is not None
    assert made.isVisible()
    return made


def values(window: MainWindow) -> Preferences:
    return window._context.settings.values


def test_every_preference_that_has_something_to_show_is_there(
    window: MainWindow, settings_window: SettingsWindow
) -> None:
    missing = set(Preferences._fields) - settings_window.rows.controls.keys()
    assert missing <= {"timeline"} - window.preferences.governed


def test_a_number_is_changed_by_arrow_keys(window: MainWindow, popover: TextPopover) -> None:
    size = popover.rows.controls["text_size"]
    assert isinstance(size, Stepper)
    assert size.number.hasFocus()
    QTest.keyClick(size.number, Qt.Key.Key_Up)
    assert values(window).text_size == 110
    assert size.number.text() == "110 %"
    QTest.keyClick(size.number, Qt.Key.Key_Down)
    QTest.keyClick(size.number, Qt.Key.Key_Down)
    assert values(window).text_size == 90


def test_a_number_is_typed(window: MainWindow, popover: TextPopover) -> None:
    measure = popover.rows.controls["measure"]
    assert isinstance(measure, Stepper)
    measure.number.setFocus()
    measure.number.selectAll()
    QTest.keyClicks(measure.number, "80")
    # What is half typed is no value.
    assert values(window).measure == 68
    QTest.keyClick(measure.number, Qt.Key.Key_Return)
    assert values(window).measure == 80


def test_a_number_is_changed_by_buttons_to_its_end(
    window: MainWindow, popover: TextPopover
) -> None:
    spacing = popover.rows.controls["spacing"]
    assert isinstance(spacing, Stepper)
    window._context.settings.change(spacing=155)
    QTest.mouseClick(spacing.larger, Qt.MouseButton.LeftButton)
    assert values(window).spacing == 160
    assert not spacing.larger.isEnabled()
    assert spacing.smaller.isEnabled()


def test_esc_closes_the_popover_and_nothing_else(window: MainWindow, popover: TextPopover) -> None:
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert window.isVisible()


def test_reset_gives_the_text_its_usual_values_and_leaves_the_rest(
    window: MainWindow, popover: TextPopover
) -> None:
    settings = window._context.settings
    settings.change(text_size=150, measure=90, theme="dark", side_notes=False, previews=False)
    popover.reset.setFocus()
    QTest.keyClick(popover.reset, Qt.Key.Key_Space)
    assert values(window) == Preferences(previews=False)


def test_a_choice_is_made_by_arrow_keys(
    window: MainWindow, theme: Theme, settings_window: SettingsWindow
) -> None:
    choice = settings_window.rows.controls["theme"]
    assert isinstance(choice, Choice)
    choice.setFocus()
    assert choice.options["system"].hasFocus()
    for _ in range(2):
        keys = QApplication.focusWidget()
        assert keys is not None
        QTest.keyClick(keys, Qt.Key.Key_Right)
    assert values(window).theme == "dark"
    assert theme.palette.name == "dark"


def test_languages_stand_in_their_own_words(settings_window: SettingsWindow) -> None:
    choice = settings_window.rows.controls["language"]
    assert isinstance(choice, Choice)
    words = [option.text() for option in choice.options.values()]
    assert words == ["System", "English", "简体中文", "Русский"]


def test_a_switch_is_turned_by_the_space_bar(
    window: MainWindow, settings_window: SettingsWindow
) -> None:
    side = settings_window.rows.controls["side"]
    assert isinstance(side, Switch)
    side.setFocus()
    QTest.keyClick(side, Qt.Key.Key_Space)
    assert not values(window).side
    assert window.side.isHidden()


def test_both_show_what_is_changed_elsewhere(
    window: MainWindow, settings_window: SettingsWindow
) -> None:
    window.actions_by_id["side-panel"].trigger()
    side = settings_window.rows.controls["side"]
    assert isinstance(side, Switch)
    assert not side.isChecked()


def test_reset_all(window: MainWindow, settings_window: SettingsWindow) -> None:
    window._context.settings.change(text_size=200, side=False, language="ru")
    settings_window.reset.click()
    assert values(window) == Preferences()
    assert window.side.isVisible()


def test_every_control_has_a_name_and_every_label_its_control(
    settings_window: SettingsWindow,
) -> None:
    for button in settings_window.findChildren(QAbstractButton):
        assert button.text() or button.accessibleName()
    buddies = [label.buddy() for label in settings_window.findChildren(QLabel) if label.buddy()]
    controls = settings_window.rows.controls.values()
    assert set(buddies) == {one for one in controls if not isinstance(one, Switch)}


def test_nothing_is_cut_off(settings_window: SettingsWindow) -> None:
    shown = [w for w in settings_window.findChildren(QAbstractButton) if w.isVisible()]
    assert len(shown) > 10
    for button in shown:
        needs = button.fontMetrics().horizontalAdvance(button.text())
        assert button.width() >= needs
    inside = settings_window._inside
    assert inside.width() >= inside.minimumSizeHint().width()


def test_esc_closes_the_window(settings_window: SettingsWindow) -> None:
    QTest.keyClick(settings_window, Qt.Key.Key_Escape)
    assert not settings_window.isVisible()


def windows_with(
    settings: Settings, theme: Theme, fonts: Fonts, executor: Executor, qtbot: QtBot
) -> MainWindow:
    window = MainWindow(Context(theme, fonts, executor, "en", settings))
    qtbot.addWidget(window)
    return window


def test_it_says_where_settings_are_kept(
    tmp_path: Path, theme: Theme, fonts: Fonts, executor: Executor, qtbot: QtBot
) -> None:
    file = tmp_path / "settings.json"
    window = windows_with(Settings(file), theme, fonts, executor, qtbot)
    window.dialogs.show_settings()
    made = window.dialogs.setting.window
    assert made is not None
    assert str(file) in made.kept.text()


def test_what_was_hidden_is_hidden_at_the_next_start(
    tmp_path: Path, theme: Theme, fonts: Fonts, executor: Executor, qtbot: QtBot
) -> None:
    file = tmp_path / "settings.json"
    Settings(file).change(side=False, menu_bar=False)
    window = windows_with(Settings(file), theme, fonts, executor, qtbot)
    window.show()
    assert window.side.isHidden()
    assert window.menu_bar.height() == 0


def test_settings_that_cannot_be_kept_are_told_and_are_in_force(
    tmp_path: Path, theme: Theme, fonts: Fonts, executor: Executor, qtbot: QtBot
) -> None:
    (tmp_path / "no-folder").write_text("a file where a folder should be", encoding="utf-8")
    settings = Settings(tmp_path / "no-folder" / "settings.json")
    window = windows_with(settings, theme, fonts, executor, qtbot)
    window.show()
    # As the application does it, once (tests/smoke/test_hostile_homes.py).
    settings.failed.connect(window.dialogs.tell_not_kept)
    settings.change(side=False)
    assert not settings.values.side
    assert window.side.isHidden()
    (box,) = window.findChildren(QMessageBox)
    assert not box.isModal()
    assert "cannot be kept" in box.text()
    assert "settings.json" in box.text()
    box.close()
