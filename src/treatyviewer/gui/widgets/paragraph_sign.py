"""A faint ¶ beside the paragraph that one points at: clicked, it gives the paragraph's address."""

from __future__ import annotations

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from treatyviewer.gui import typography
from treatyviewer.gui.theme import Theme

_WIDTH = 24
_LEAST = 22


class ParagraphSign(QWidget):
    """Stands in the left margin of a page. By keys the same is in the page's menu."""

    anchor_requested = Signal(str)

    def __init__(self, page: QWidget, theme: Theme) -> None:
        super().__init__(page)
        self._theme = theme
        self._id = ""
        self._pointed = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Copy link to this paragraph"))
        self.setToolTip(self.accessibleName())
        self.hide()

    @property
    def id(self) -> str:
        """The paragraph that it stands beside."""
        return self._id

    def show_for(self, id: str, line: QRect) -> None:
        """Stand before the first line of a paragraph, its place given in the page; "" hides it."""
        self._id = id
        height = max(_LEAST, line.height())
        self.setGeometry(line.left() - _WIDTH - 6, line.top(), _WIDTH, height)
        self.setVisible(bool(id))

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Taken, so that the page gets no click."""
        event.accept()

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """The address is wanted."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.anchor_requested.emit(self._id)

    def enterEvent(self, event: QtGui.QEnterEvent) -> None:
        """One points at it."""
        self._pointed = True
        self.update()

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """One points elsewhere."""
        self._pointed = False
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The sign, in the accent colour below the pointer."""
        painter = QPainter(self)
        painter.setFont(typography.serif(typography.SUBTITLE))
        painter.setPen(self._theme.color("accent" if self._pointed else "muted"))
        painter.setOpacity(1.0 if self._pointed else 0.7)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "¶")
        painter.end()
