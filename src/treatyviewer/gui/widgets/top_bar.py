"""The bar above everything: back and forward, where one is, the search field, buttons."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from treatyviewer.gui.painting import fill
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.bar_buttons import BarButtons
from treatyviewer.gui.widgets.breadcrumbs import Breadcrumbs
from treatyviewer.gui.widgets.buttons import IconButton
from treatyviewer.gui.widgets.search_field import SearchField

_HEIGHT = 48
# From this width on the field stands in the middle; below, where one is needs the room.
_ROOMY = 1000
# From this width on there is room for all buttons.
_ALL_BUTTONS = 760


class TopBar(QWidget):
    """Holds no state but what it shows."""

    # What there are buttons for: their tooltips tell the shortcuts.
    ACTIONS = ("back", "forward", "search", *BarButtons.ACTIONS)

    back_requested = Signal()
    forward_requested = Signal()

    def __init__(self, theme: Theme, shortcuts: dict[str, str]) -> None:
        super().__init__()
        self._theme = theme
        self.back = IconButton("back", self.tr("Back"), shortcuts["back"], theme)
        self.forward = IconButton("forward", self.tr("Forward"), shortcuts["forward"], theme)
        self.crumbs = Breadcrumbs(theme)
        self.search = SearchField(shortcuts["search"], theme)
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        left = QHBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.back)
        left.addWidget(self.forward)
        left.addSpacing(8)
        left.addWidget(self.crumbs, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 12, 1)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(self.search)
        # As wide as what is on the left, so that the field stands in the middle.
        self.buttons = BarButtons(theme, shortcuts)
        row.addWidget(self.buttons, 1)
        self._row = row
        self.setFixedHeight(_HEIGHT)
        self.back.clicked.connect(self.back_requested)
        self.forward.clicked.connect(self.forward_requested)
        theme.changed.connect(self.update)

    def show_history(self, *, can_go_back: bool, can_go_forward: bool) -> None:
        """Which ways are open."""
        self.back.setEnabled(can_go_back)
        self.forward.setEnabled(can_go_forward)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """The field gives way in a narrow window, so that one still sees where one is."""
        super().resizeEvent(event)
        self.search.setFixedWidth(max(200, min(420, int(self.width() * 0.36))))
        roomy = self.width() >= _ROOMY
        self._row.setStretch(2, 1 if roomy else 0)
        # In the middle the field has as much on either side; else the buttons take what they need.
        taken = QSizePolicy.Policy.Ignored if roomy else QSizePolicy.Policy.Preferred
        self.buttons.setSizePolicy(taken, QSizePolicy.Policy.Preferred)
        self.buttons.show_all(self.width() >= _ALL_BUTTONS)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """A line below."""
        painter = QPainter(self)
        fill(painter, QRect(0, self.height() - 1, self.width(), 1), self._theme.color("line"))
        painter.end()
