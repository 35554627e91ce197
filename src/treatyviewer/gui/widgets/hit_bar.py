"""The strip below a page with marks: which one is looked at, the ways to the others, the end."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QRect, QSize, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel

from treatyviewer.gui import typography
from treatyviewer.gui.i18n import number, translate
from treatyviewer.gui.painting import fill
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.buttons import IconButton
from treatyviewer.gui.widgets.tab_order import Strip

_HEIGHT = 38


class HitBar(Strip):
    """Holds no state but what it shows."""

    next_requested = Signal()
    previous_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, next_key: str, previous_key: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(self.tr("Hits on this page"))
        self.place = QLabel()
        self.place.setFont(typography.sans(self.font(), typography.SMALL))
        self.previous = IconButton("fold", self.tr("Previous hit"), previous_key, theme)
        self.next = IconButton("unfold", self.tr("Next hit"), next_key, theme)
        self.close_button = IconButton(
            "close", self.tr("End the search and stay on this page"), "", theme
        )
        row = QHBoxLayout(self)
        # As the words of the page above it.
        row.setContentsMargins(4, 3, 0, 2)
        row.setSpacing(2)
        row.addWidget(self.place, 1)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        row.addWidget(self.close_button)
        self.previous.clicked.connect(self.previous_requested)
        self.next.clicked.connect(self.next_requested)
        self.close_button.clicked.connect(self.closed)
        self._colour()
        theme.changed.connect(self._colour)

    def show_place(self, current: int, count: int) -> None:
        """Show that the hit `current` of `count` is looked at; -1 for none of them."""
        if current >= 0:
            said = self.tr("{number} of {count}").format(
                number=number(current + 1), count=number(count)
            )
        else:
            said = translate("HitBar", "{n} hit(s) on this page", count).format(n=number(count))
        self.place.setText(said)

    def sizeHint(self) -> QSize:
        """Room for the buttons."""
        return QSize(220, _HEIGHT)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """A line above."""
        painter = QPainter(self)
        fill(painter, QRect(0, 0, self.width(), 1), self._theme.color("line"))
        painter.end()

    @Slot()
    def _colour(self) -> None:
        palette = self.place.palette()
        palette.setColor(palette.ColorRole.WindowText, self._theme.color("muted"))
        self.place.setPalette(palette)
        self.update()
