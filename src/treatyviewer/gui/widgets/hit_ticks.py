"""Thin ticks over a scroll bar where the page has marks."""

from __future__ import annotations

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QEvent, QRect, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.detail_pane import DetailPane

_EDGE = 2
_THICK = 2


class HitTicks(QWidget):
    """Lies over the vertical scroll bar of a pane and lets the pointer through."""

    def __init__(self, pane: DetailPane, theme: Theme) -> None:
        self._bar = pane.verticalScrollBar()
        super().__init__(self._bar)
        self._pane = pane
        self._theme = theme
        # None while they are to be found anew.
        self._rows: list[int] | None = None
        self._rects: list[QRect] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._bar.installEventFilter(self)
        self._bar.rangeChanged.connect(self.refresh)
        theme.changed.connect(self.update)
        self._fit()

    @property
    def rows(self) -> list[int]:
        """The pixels of the bar that have a tick, found when they are first painted."""
        if self._rows is None:
            # While the page is laid out, its end moves, and this is called stale once more.
            rows = self._pane.mark_rows(self.height())
            self._rows = rows
            width = self.width() - 2 * _EDGE
            self._rects = [QRect(_EDGE, row, width, _THICK) for row in rows]
        return self._rows

    @Slot()
    def refresh(self) -> None:
        """The marks, or where they stand, have changed."""
        self._rows = None
        self.update()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Stay as large as the bar."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """A tick for each row."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        # All at once: there may be one in every row, and the bar is painted while one scrolls.
        if self.rows:
            painter.drawRects(self._rects)
        painter.end()

    def _fit(self) -> None:
        self.setGeometry(self._bar.rect())
        self.refresh()
