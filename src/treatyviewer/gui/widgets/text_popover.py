"""What one changes while reading: the size of the text, its width, its lines, the colours."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6 import QtGui
from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.forms import PushButton
from treatyviewer.gui.widgets.setting_rows import Limits, SettingRows

# What "Reset" here gives its usual value back.
NAMES = ("text_size", "measure", "spacing", "theme", "side_notes")


class TextPopover(QFrame):
    """Stands below a button until the reader looks elsewhere."""

    change_requested = Signal(str, object)
    reset_requested = Signal()

    def __init__(
        self, theme: Theme, limits: Limits, themes: Mapping[str, str], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self.setAccessibleName(self.tr("Text"))
        self.rows = SettingRows(theme, limits, self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        self.rows.add_number(grid, "text_size", self.tr("Text size"), self.tr(" %"))
        self.rows.add_number(grid, "measure", self.tr("Column width"), self.tr(" letters"))
        self.rows.add_number(grid, "spacing", self.tr("Line spacing"), self.tr(" %"))
        self.rows.add_choice(grid, "theme", self.tr("Theme"), themes, 2)
        self.rows.add_switch(grid, "side_notes", self.tr("Notes beside the text"))
        self.reset = PushButton(self.tr("Reset"), theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.change_requested.connect(self.change_requested)
        self.reset.clicked.connect(self.reset_requested)
        theme.changed.connect(self.update)

    def open_below(self, button: QWidget) -> None:
        """Open below a button, with the keys on the first number."""
        size = self.sizeHint()
        corner = button.mapToGlobal(QPoint(button.width() - size.width(), button.height() + 4))
        corner.setX(max(corner.x(), button.window().mapToGlobal(QPoint(8, 0)).x()))
        self.move(corner)
        self.show()
        self.rows.controls["text_size"].setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """A field with a line around it."""
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(self._theme.color("panel"))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
