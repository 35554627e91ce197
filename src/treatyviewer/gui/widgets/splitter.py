"""The panels side by side, with lines between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from treatyviewer.gui.painting import fill
from treatyviewer.gui.theme import Theme

LEAST_SIDE = 200


class PanelSplitter(QSplitter):
    """Panels with a thin line between them (Qt widens the place where it can be gripped).

    In a narrow window those at the sides give way, so that there is room for the text, which
    is the second.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.theme = theme
        self.setHandleWidth(1)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Leave two thirds to the text, or half where there are two panels beside it."""
        super().resizeEvent(event)
        self.make_room()

    def make_room(self) -> None:
        """Let the panels at the sides give way to the text."""
        sizes = self.sizes()
        shown = sum(1 for size in sizes if size)
        most = max(LEAST_SIDE, self.width() // (3 if shown < 3 else 4))
        kept = [size if place == 1 else min(size, most) for place, size in enumerate(sizes)]
        if kept != sizes:
            kept[1] += sum(sizes) - sum(kept)
            self.setSizes(kept)

    def restore(self, sizes: Sequence[int]) -> None:
        """Give the panels the widths that `sizes` told, if there are as many of them."""
        if len(sizes) == self.count() and sizes:
            self.setSizes([int(size) for size in sizes])

    def open_last(self, width: int) -> None:
        """Give the panel after the text its room, `width` pixels where there is so much."""
        # The sizes of a panel that was just shown are not known before the next layout.
        side, *_ = self.sizes()
        most = max(LEAST_SIDE, self.width() // 4)
        panel = self.widget(self.count() - 1)
        least = panel.minimumWidth() if panel is not None else 0
        side, last = min(side, most), max(least, min(width, most))
        self.setSizes([side, self.width() - side - last, last])

    def createHandle(self) -> QSplitterHandle:
        """A line in the palette's colour."""
        return _Handle(self.theme, self)


class _Handle(QSplitterHandle):
    def __init__(self, theme: Theme, splitter: PanelSplitter) -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self._theme = theme

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.contentsRect(), self._theme.color("line"))
        painter.end()
