"""The reader's whole job, by keys alone: every key goes to what has the keys, nothing is called."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from treatyviewer.gui.widgets.evidence_panel import EvidencePanel

Key = Qt.Key
Control, Alt, Shift = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_NONE = Qt.KeyboardModifier.NoModifier


def keys_at() -> QWidget:
    """What has the keys."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
    """A key, pressed and let go, wherever the keys go."""
    QTest.keyClick(keys_at(), key, held)


def has_keys(widget: QWidget) -> bool:
    """Whether a widget has the keys."""
    return keys_at() is widget


def do_the_job(window: Any, qtbot: QtBot) -> None:
    """Search, go there, open a claim, copy its citation, go back."""
    QGuiApplication.clipboard().setText("nothing yet")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    began = window.windowTitle()
    page, evidence = window.pane, window.evidence
    assert has_keys(page)

    press(Key.Key_K, Control)
    assert has_keys(window.bar.search)
    QTest.keyClicks(keys_at(), "loans")
    qtbot.waitUntil(lambda: window.side.shows_results)
    qtbot.waitUntil(lambda: not window._context.executor.busy("search"))

    press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Economic Aid"))
    assert has_keys(page)
    # The caret is at the hit: from there Tab leads on.
    caret = page.textCursor().position()
    assert page.toPlainText()[caret:].startswith("loans")

    assert not window.findChildren(EvidencePanel)
    press(Key.Key_Tab)
    assert page.textCursor().position() > caret
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: evidence.panel is not None)
    assert "The supplied text says" in evidence.panel.text.toPlainText()

    press(Key.Key_C, Control | Shift)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "nothing yet")
    citation = QGuiApplication.clipboard().text()
    assert citation.startswith("“")
    assert "treaty:sino-soviet-treaty-1950/economic-aid?ed=1#c5-" in citation

    press(Key.Key_Escape)
    assert not evidence.panel
    assert has_keys(page)
    press(Key.Key_Left, Alt)
    qtbot.waitUntil(lambda: window.windowTitle() == began)
    assert has_keys(page)


def test_the_whole_job(window: Any, qtbot: QtBot) -> None:
    do_the_job(window, qtbot)


@pytest.mark.xvfb
def test_the_whole_job_on_a_display(window: Any, qtbot: QtBot) -> None:
    assert QGuiApplication.platformName() == "xcb"
    window.activateWindow()
    do_the_job(window, qtbot)
