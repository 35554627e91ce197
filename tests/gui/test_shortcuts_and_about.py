"""The sheet of shortcuts, and what the program says about itself."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from treatyviewer import __version__
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.services import parts
from treatyviewer.gui.widgets.shortcut_sheet import Group, Keys, ShortcutSheet, halves
from treatyviewer.paths import resources

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def sheet(window: MainWindow) -> ShortcutSheet:
    QTest.keyClick(window, Qt.Key.Key_F1)
    made = window.dialogs._shortcuts
    assert made is not None
    assert made.sheet is not None
    assert made.sheet.isVisible()
    return made.sheet


def test_every_shortcut_is_on_the_sheet(window: MainWindow, sheet: ShortcutSheet) -> None:
    shown = {keys.text() for keys in sheet.findChildren(Keys)}
    words = {label.text() for label in sheet.findChildren(QLabel)}
    native = QKeySequence.SequenceFormat.NativeText
    offered = window.dialogs.menus.offered
    assert len(offered) > 15
    for id in offered:
        action = window.actions_by_id[id]
        if action.shortcuts():
            assert ", ".join(key.toString(native) for key in action.shortcuts()) in shown
            assert action.text().removesuffix("…") in words


def test_no_key_is_cut_off(sheet: ShortcutSheet) -> None:
    for label in sheet.findChildren(QLabel):
        assert label.width() >= label.sizeHint().width()


def test_esc_closes_the_sheet_and_it_opens_again(window: MainWindow, sheet: ShortcutSheet) -> None:
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    window.actions_by_id["shortcuts"].trigger()
    assert sheet.isVisible()


def test_a_small_sheet_is_scrolled_by_keys(sheet: ShortcutSheet) -> None:
    sheet.resize(sheet.width(), 300)
    bar = sheet.area.verticalScrollBar()
    assert bar.maximum() > 0
    QTest.keyClick(sheet.area, Qt.Key.Key_Down)
    assert bar.value() > 0


def test_columns_are_of_about_the_same_height() -> None:
    groups = [Group(str(n), [("", [])] * n) for n in (4, 4, 5, 6, 2, 4)]
    left, right = halves(groups)
    assert left + right == groups
    heights = [sum(len(group.lines) + 2 for group in side) for side in (left, right)]
    assert abs(heights[0] - heights[1]) <= 8
    assert halves([]) == ([], [])


def test_about_tells_versions_and_copies_them(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_id["about"].trigger()
    about = window.dialogs._about
    assert about is not None
    dialog = about.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.copy.setFocus()
    QTest.keyClick(dialog.copy, Qt.Key.Key_Space)
    copied = QGuiApplication.clipboard().text()
    assert f"Treaty Viewer {__version__}" in copied
    for name in ("Qt 6", "PySide6 6", "Python 3", "SQLite 3"):
        assert f"\n{name}" in copied
    assert dialog.copy.text() == "Copied"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_all_licences_can_be_read() -> None:
    text = parts.licences()
    for said in ("MIT License", "GNU LESSER GENERAL PUBLIC LICENSE", "GNU GENERAL PUBLIC LICENSE",
                 "SIL OPEN FONT LICENSE", "Apache License", "Redistribution and use"):  # fmt: skip
        assert said in text
    for part in parts.PARTS:
        assert f"{part.name}: {part.licence}" in text


def test_our_own_licence_is_the_one_in_the_repository() -> None:
    shown = (resources() / "licences" / "mit.txt").read_text(encoding="utf-8")
    assert shown == (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_every_package_that_is_installed_to_run_is_named() -> None:
    pinned = {
        line.split("==")[0].strip().lower().replace("_", "-")
        for line in (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8").splitlines()
        if "==" in line and not line.startswith((" ", "#"))
    }
    assert len(pinned) > 10
    named = {part.package.lower().replace("_", "-") for part in parts.PARTS}
    assert pinned - named == {"shiboken6"}


def test_a_package_that_cannot_be_asked_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> metadata.Distribution:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", nothing)
    assert "RapidFuzz: MIT" in parts.licences()
