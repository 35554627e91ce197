"""Copying and selecting, wherever the keys are."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from treatyviewer.gui.controllers.reading import ReadingController

Text = QLineEdit | QTextEdit | QPlainTextEdit


def copy(page: QTextEdit) -> None:
    """Copy what is selected in the text that has the keys, else in the page."""
    _text(page).copy()


def select_all(page: QTextEdit) -> None:
    """Select all of the text that has the keys, else of the page."""
    _text(page).selectAll()


def copy_address(reading: ReadingController) -> bool:
    """Copy the address of what is read, with its edition; whether anything is read."""
    address = reading.shown_address
    if address is not None:
        QGuiApplication.clipboard().setText(address.link)
    return address is not None


def _text(page: QTextEdit) -> Text:
    keys = QApplication.focusWidget()
    return keys if isinstance(keys, Text) else page
