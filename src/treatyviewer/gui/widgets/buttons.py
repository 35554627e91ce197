"""Buttons drawn by us: an icon, or a tab."""

from __future__ import annotations

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from treatyviewer.gui import icons, typography
from treatyviewer.gui.theme import Theme


class _ThemedButton(QAbstractButton):
    """A button without a frame; a soft ground under the pointer, a line around it in focus."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.update)

    def enterEvent(self, event: QtGui.QEnterEvent) -> None:
        """Show the soft ground."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """Hide it."""
        self.update()
        super().leaveEvent(event)

    def _ground(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        colour = ""
        if self.isChecked():
            colour = "selected"
        elif self.isEnabled() and (self.underMouse() or self.isDown()):
            colour = "hover"
        painter.setPen(Qt.PenStyle.NoPen)
        if colour:
            painter.setBrush(self._theme.color(colour))
            painter.drawRoundedRect(place, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place, 6, 6)


class IconButton(_ThemedButton):
    """A square with an icon; its name is for screen readers and, with the shortcut, the
    tooltip.
    """

    def __init__(
        self, icon: str, name: str, shortcut: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.show_as(icon, name, shortcut)

    def show_as(self, icon: str, name: str, shortcut: str) -> None:
        """Be a button for something."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({shortcut})" if shortcut else name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square that a finger finds."""
        return QSize(32, 32)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The ground and the icon; pale when there is nothing to do."""
        painter = QPainter(self)
        self._ground(painter)
        colour = self._theme.color("ink" if self.isEnabled() else "muted")
        if not self.isEnabled():
            colour.setAlphaF(0.45)
        place = QRectF(self.rect())
        side = 20.0
        place = QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side)
        icons.draw(painter, self._icon, place, colour)
        painter.end()


class TextButton(_ThemedButton):
    """Words on a field with a line around it."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setText(text)
        self.setFont(typography.sans(self.font(), typography.SMALL))

    def sizeHint(self) -> QSize:
        """The words with room around them."""
        size = self.fontMetrics().size(Qt.TextFlag.TextSingleLine.value, self.text())
        return QSize(size.width() + 20, 28)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The field and the words; pale when there is nothing to do."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setPen(QPen(self._theme.color("accent" if self.hasFocus() else "line"), 1))
        painter.setBrush(self._theme.color("hover" if over else "field"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(self._theme.color("ink" if self.isEnabled() else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class TabButton(_ThemedButton):
    """One of several panels; the one that is shown is checked."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFont(typography.sans(self.font(), typography.SMALL))

    def sizeHint(self) -> QSize:
        """The text with room around it."""
        size = self.fontMetrics().size(Qt.TextFlag.TextSingleLine.value, self.text())
        return QSize(size.width() + 20, 26)

    def minimumSizeHint(self) -> QSize:
        """The text is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The ground and the text."""
        painter = QPainter(self)
        self._ground(painter)
        painter.setPen(self._theme.color("ink" if self.isChecked() else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
