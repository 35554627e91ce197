"""A line around the window and a word on it, while something is dragged over it."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from treatyviewer.gui import typography
from treatyviewer.gui.theme import Theme


class DropHint(QWidget):
    """Lies over the window and lets the pointer through."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(typography.sans(self.font(), typography.SMALL + 1, bold=True))
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def show_text(self, text: str) -> None:
        """Say what would be opened."""
        self._text = text
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The line, and the word on a ground in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self._theme.color("accent")
        painter.setPen(QPen(accent, 3))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 8, 8)
        metrics = painter.fontMetrics()
        text = metrics.elidedText(self._text, Qt.TextElideMode.ElideMiddle, self.width() - 96)
        width, height = metrics.horizontalAdvance(text) + 48, metrics.height() + 24
        ground = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        painter.setPen(QPen(accent, 1))
        painter.setBrush(self._theme.color("field"))
        painter.drawRoundedRect(ground, 8, 8)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
