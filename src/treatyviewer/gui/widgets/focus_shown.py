"""A page of text that shows when it has the keys, and goes on from its caret."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from treatyviewer.gui.painting import fill
from treatyviewer.gui.theme import Theme

# Brought by these, the keys are looked for; who clicks on a page knows where they are.
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_THICK = 2


class FocusShown(QTextBrowser):
    """A line in the accent along its upper edge, when the keys were brought to it by keys."""

    _theme: Theme

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Made for the first who comes by keys.
        self._edge: _Edge | None = None

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Show the line."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYS:
            if self._edge is None:
                self._edge = _Edge(self, self._theme)
            self._edge.setGeometry(0, 0, self.width(), _THICK)
            self._edge.raise_()
            self._edge.show()

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        """Put it away."""
        super().focusOutEvent(event)
        if self._edge is not None:
            self._edge.hide()

    def focusNextPrevChild(self, next: bool) -> bool:
        """To the link after the caret, or before it: Qt itself begins at the top of the page."""
        cursor = self.textCursor()
        if cursor.position() > 0 and not cursor.hasSelection():
            move = QTextCursor.MoveOperation
            to = move.PreviousCharacter if next else move.NextCharacter
            cursor.movePosition(to, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        return super().focusNextPrevChild(next)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Keep it as wide as the page."""
        super().resizeEvent(event)
        if self._edge is not None:
            self._edge.resize(self.width(), _THICK)


class _Edge(QWidget):
    # Over the page and not painted into it: what scrolls would take it along.
    def __init__(self, page: QWidget, theme: Theme) -> None:
        super().__init__(page)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.color("accent"))
        painter.end()
