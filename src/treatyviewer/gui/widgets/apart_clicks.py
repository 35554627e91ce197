"""Clicks that ask for a window of its own: with the middle button, or with Ctrl."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

# The link at a place of the view, "" where there is none.
FindLink = Callable[[QPoint], str]
_CLICKS = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
)


class ApartClicks(QObject):
    """Takes such clicks from a view's port; all others pass."""

    link_requested = Signal(str)

    def __init__(self, port: QWidget, find_link: FindLink) -> None:
        super().__init__(port)
        self._find_link = find_link
        self._pressed = ""
        port.installEventFilter(self)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Pressed and let go on the same link."""
        if event.type() not in _CLICKS or not isinstance(event, QtGui.QMouseEvent):
            return False
        middle = event.button() == Qt.MouseButton.MiddleButton
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not (middle or (event.button() == Qt.MouseButton.LeftButton and control)):
            self._pressed = ""
            return False
        link = self._find_link(event.position().toPoint())
        if event.type() != QEvent.Type.MouseButtonRelease:
            self._pressed = link
        elif link and link == self._pressed:
            self._pressed = ""
            self.link_requested.emit(link)
        return bool(link)
