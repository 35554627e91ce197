"""A message where there is neither a console nor a window: the program was started by its icon,
and ends before it could show anything.
"""

from __future__ import annotations

import contextlib
import sys

_TITLE = "Treaty Viewer"


def show(text: str) -> None:
    """Show a text until it is read."""
    if not _by_the_system(text):
        _by_qt(text)


def _by_the_system(text: str) -> bool:
    """By Windows itself, which can do it also when Qt is what cannot be loaded."""
    if sys.platform == "win32":
        with contextlib.suppress(ImportError, AttributeError, OSError):
            import ctypes

            icon_of_information = 0x40
            ctypes.windll.user32.MessageBoxW(None, text, _TITLE, icon_of_information)
            return True
    return False


def _by_qt(text: str) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication, QMessageBox

    app = QApplication.instance() or QApplication([_TITLE])
    box = QMessageBox(QMessageBox.Icon.Information, _TITLE, text)
    box.setTextFormat(Qt.TextFormat.PlainText)
    # The only loop: the program has none yet, and never will.
    box.exec()
    del box, app
