"""Quiet scroll bars: a thin handle in the palette's colours, no arrows."""

from __future__ import annotations

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from treatyviewer.gui.theme import Theme

_WIDTH = 12
_MARGIN = 2
_ROUND = 4


class QuietScrollBar(QScrollBar):
    """Is the vertical scroll bar of an area from when it is made: no style sheet dresses it, for
    the first one of a process takes some milliseconds.

    What the mouse does is Qt's own doing. The style, which is not asked (to know it costs Python
    as much), thinks of an arrow at each end; so places of the mouse are told it as if the bar
    were shorter by these, and the handle is drawn longer by as much.
    """

    def __init__(self, area: QAbstractScrollArea, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._theme = theme
        self._pointed = False
        # The style's: as wide as an arrow is high, as high as both and the least handle.
        usual = super().sizeHint()
        self._arrow = usual.width()
        self._least = usual.height() - 2 * self._arrow
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        area.setVerticalScrollBar(self)
        theme.changed.connect(self._theme_changed)

    def sizeHint(self) -> QSize:
        """Thin, and as short as an area may get: there are no arrows."""
        return QSize(_WIDTH, _WIDTH)

    @property
    def handle(self) -> QRectF:
        """Where the handle is drawn; empty where there is nothing to scroll."""
        run = self.maximum() - self.minimum()
        inner = self.height() - 2 * self._arrow
        if run <= 0 or inner <= 0:
            return QRectF()
        length = min(inner, max(self._least, inner * self.pageStep() // (run + self.pageStep())))
        start = (inner - length) * (self.sliderPosition() - self.minimum()) / run
        scale = self.height() / inner
        return QRectF(0, start * scale, self.width(), length * scale)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The handle, darker while one points at the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        handle = self.handle
        if not handle.isEmpty():
            busy = self._pointed or self.isSliderDown()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("muted" if busy else "scroll"))
            place = handle.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            painter.drawRoundedRect(place, _ROUND, _ROUND)
        painter.end()

    def enterEvent(self, event: QtGui.QEnterEvent) -> None:
        """One points at it."""
        super().enterEvent(event)
        self._pointed = True
        self.update()

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """One points elsewhere."""
        super().leaveEvent(event)
        self._pointed = False
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag the handle, or go on by a page."""
        super().mousePressEvent(self._for_style(event))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the handle."""
        super().mouseMoveEvent(self._for_style(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        super().mouseReleaseEvent(self._for_style(event))
        self.update()

    def _for_style(self, event: QMouseEvent) -> QMouseEvent:
        place = event.position()
        inner = self.height() - 2 * self._arrow
        y = self._arrow + place.y() * inner / max(1, self.height())
        return QMouseEvent(
            event.type(),
            QPointF(place.x(), y),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )

    @Slot()
    def _theme_changed(self) -> None:
        self.update()
