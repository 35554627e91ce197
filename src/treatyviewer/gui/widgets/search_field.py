"""The field that is searched from, and the keys that lead from it into the results."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from treatyviewer.gui import icons, typography
from treatyviewer.gui.theme import Theme

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}
_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)

# The room that the shortcut takes at the end of the field, in pixels.
_SHORTCUT = 70


class SearchField(QLineEdit):
    """A line edit with a magnifier and the shortcut that leads to it."""

    # Rows to move the choice among the results by.
    step_requested = Signal(int)
    go_requested = Signal()
    leave_requested = Signal()
    # The field is empty, and earlier queries may help: the first of them chosen, or none.
    earlier_requested = Signal(bool)

    def __init__(self, shortcut: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shortcut = shortcut
        self.setAccessibleName(self.tr("Search"))
        self.setPlaceholderText(self.tr("Search this entry, in any language"))
        self.setFrame(False)
        self.setFont(typography.sans(self.font(), typography.SMALL + 1))
        self.setTextMargins(30, 0, 8, 0)
        self.setMaxLength(10_000)
        self._colour()
        theme.changed.connect(self._colour)

    def sizeHint(self) -> QSize:
        """As wide as a long question."""
        return QSize(420, 32)

    def minimumSizeHint(self) -> QSize:
        """Still room for a word."""
        return QSize(160, 32)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Arrows, Enter and Esc belong to the results; all else is typed."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Down and not self.text():
            self.earlier_requested.emit(True)
        elif key in _STEPS:
            self.step_requested.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_requested.emit()
        elif key == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Draw the line around it in the accent."""
        super().focusInEvent(event)
        self.update()
        # Not where the window or a menu only gives the keys back.
        if not self.text() and event.reason() not in _BACK:
            self.earlier_requested.emit(False)

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        """Draw it quietly again."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The field with its icon and the shortcut, then the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.color("accent" if self.hasFocus() else "line"), 1))
        painter.setBrush(self._theme.color("field"))
        painter.drawRoundedRect(place, 7, 7)
        icon = QRectF(9, (self.height() - 18) / 2, 18, 18)
        grey = self._theme.color("muted")
        if not self.isEnabled():
            grey.setAlphaF(0.5)
        icons.draw(painter, "search", icon, grey)
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        room = self.width() - self.textMargins().left() - words
        if self.isEnabled() and not self.text() and not self.hasFocus() and room > _SHORTCUT:
            self._paint_shortcut(painter)
        painter.end()
        super().paintEvent(event)

    def _paint_shortcut(self, painter: QPainter) -> None:
        painter.setFont(typography.sans(self.font(), typography.TINY - 1))
        width = painter.fontMetrics().horizontalAdvance(self._shortcut) + 12
        place = QRectF(self.width() - width - 9.5, (self.height() - 18) / 2, width, 18)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place, 4, 4)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._shortcut)

    def _colour(self) -> None:
        palette = self.palette()
        # The ground is painted above, rounded; Qt's own would be a rectangle over it.
        palette.setColor(palette.ColorRole.Base, QColor(0, 0, 0, 0))
        palette.setColor(palette.ColorRole.Text, self._theme.color("ink"))
        grey = self._theme.color("muted")
        palette.setColor(palette.ColorRole.PlaceholderText, grey)
        grey.setAlphaF(0.5)
        off = palette.ColorGroup.Disabled
        palette.setColor(off, palette.ColorRole.PlaceholderText, grey)
        self.setPalette(palette)
