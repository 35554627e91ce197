"""What stands around the page follows it: painted in the turn after the page was."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget


class Following(QObject):
    """Holds back the painting of a widget for one turn, but the first that somebody sees."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._release)
        self.was_painted = False

    def hold(self) -> None:
        """It shows something else from now on, and is painted when the page has been."""
        if self.was_painted:
            self._widget.setUpdatesEnabled(False)
            self._timer.start()

    @Slot()
    def _release(self) -> None:
        self._widget.setUpdatesEnabled(True)
