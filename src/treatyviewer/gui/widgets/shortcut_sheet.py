"""The sheet of shortcuts: what can be done by keys, in two columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtGui
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from treatyviewer.gui import typography
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.scroll_bar import QuietScrollBar
from treatyviewer.tuples import NamedTuple


class Group(NamedTuple):
    """A title and lines of what is done by which keys, these as the system writes them."""

    title: str
    lines: Sequence[tuple[str, Sequence[str]]]


class ShortcutSheet(QDialog):
    """Shows groups; Esc closes it."""

    def __init__(self, theme: Theme, groups: Sequence[Group], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(28, 20, 28, 24)
        columns.setSpacing(48)
        for part in halves(groups):
            column = QVBoxLayout()
            column.setSpacing(18)
            for group in part:
                column.addLayout(self._group(group))
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setWidget(inside)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setMinimumWidth(inside.minimumSizeHint().width() + 16)
        self.area.setAccessibleName(self.tr("Keyboard shortcuts"))
        # The arrow keys scroll it.
        self.area.setFocus()
        QuietScrollBar(self.area, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self._inside = inside
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Everything in view, where the screen is large enough."""
        inside = self._inside.sizeHint()
        most = self.screen().availableSize().height() - 60
        return QSize(max(inside.width() + 16, 720), min(inside.height(), most))

    def _group(self, group: Group) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        heading = QLabel(group.title)
        heading.setFont(typography.kicker(heading.font(), typography.TINY))
        heading.setForegroundRole(heading.backgroundRole().PlaceholderText)
        grid.addWidget(heading, 0, 0, 1, 2)
        for row, (words, keys) in enumerate(group.lines, 1):
            label = QLabel(words)
            label.setFont(typography.sans(label.font(), typography.SMALL))
            grid.addWidget(label, row, 0)
            grid.addWidget(Keys(keys, self._theme), row, 1, Qt.AlignmentFlag.AlignRight)
        return grid


class Keys(QLabel):
    """Keys, each combination in a frame."""

    def __init__(self, keys: Sequence[str], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._keys = keys
        self.setFont(typography.sans(self.font(), typography.TINY))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # The text is what screen readers get.
        self.setText(", ".join(keys))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The frames side by side."""
        return QSize(sum(self._width(key) + 4 for key in self._keys), 22)

    def minimumSizeHint(self) -> QSize:
        """Keys are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """A frame around each."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 4.0
        for key in self._keys:
            place = QRectF(left + 0.5, 1.5, self._width(key) - 1, 19)
            painter.setPen(QPen(self._theme.color("line"), 1))
            painter.setBrush(self._theme.color("field"))
            painter.drawRoundedRect(place, 4, 4)
            painter.setPen(self._theme.color("ink"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, key)
            left += self._width(key) + 4
        painter.end()

    def _width(self, key: str) -> int:
        return max(22, self.fontMetrics().horizontalAdvance(key) + 14)


def halves(groups: Sequence[Group]) -> tuple[list[Group], list[Group]]:
    """The groups in two columns of about the same height, in their order."""
    heights = [len(group.lines) + 2 for group in groups]
    whole = sum(heights)
    cuts = range(len(groups) + 1)
    cut = min(cuts, key=lambda at: abs(whole - 2 * sum(heights[:at])))
    return list(groups[:cut]), list(groups[cut:])
