"""The way of the Tab key through what was made later than the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget


def put_after(before: QWidget, room: QWidget) -> None:
    """Have Tab go from a widget through all that is in `room`, and then on as it did."""
    for stop in room.findChildren(QWidget):
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(before, stop)
            before = stop


class Strip(QWidget):
    """Something that lies on a page of text. Tab would lead from it to the links of the page, for
    Qt asks the page first; this leads on.
    """

    def focusNextPrevChild(self, next: bool) -> bool:
        """Ask the window, which goes on in order."""
        window = self.window()
        if isinstance(window, QMainWindow):
            return bool(window.focusNextPrevChild(next))
        return super().focusNextPrevChild(next)
