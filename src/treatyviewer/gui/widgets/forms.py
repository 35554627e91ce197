"""What settings are changed with: numbers by steps, one of several, yes or no, and a button."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6 import QtGui
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from treatyviewer.gui import icons, typography
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.buttons import IconButton

_HEIGHT = 30


class Stepper(QWidget):
    """A number that is made smaller and larger by buttons and arrow keys, or typed."""

    value_changed = Signal(int)

    def __init__(self, name: str, unit: str, limits: tuple[int, int], theme: Theme) -> None:
        super().__init__()
        self.number = _Number(unit, limits, theme)
        self.number.setAccessibleName(name)
        self.number.lineEdit().setAccessibleName(name)
        smaller = self.tr("{name}: less").format(name=name)
        larger = self.tr("{name}: more").format(name=name)
        self.smaller = IconButton("minus", smaller, "", theme)
        self.larger = IconButton("plus", larger, "", theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self.smaller, self.number, self.larger):
            row.addWidget(part)
        self.setFocusProxy(self.number)
        self.smaller.clicked.connect(self.number.stepDown)
        self.larger.clicked.connect(self.number.stepUp)
        self.number.valueChanged.connect(self._changed)

    def set_step(self, step: int) -> None:
        """How much a button and an arrow key change it by."""
        self.number.setSingleStep(step)

    def show_value(self, value: int) -> None:
        """Show a value without telling of it."""
        blocked = self.number.blockSignals(True)
        self.number.setValue(value)
        self.number.blockSignals(blocked)
        self._show_ends()

    @Slot(int)
    def _changed(self, value: int) -> None:
        self._show_ends()
        self.value_changed.emit(value)

    def _show_ends(self) -> None:
        value = self.number.value()
        self.smaller.setEnabled(value > self.number.minimum())
        self.larger.setEnabled(value < self.number.maximum())


class _Number(QSpinBox):
    def __init__(self, unit: str, limits: tuple[int, int], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setRange(*limits)
        self.setSuffix(unit)
        self.setFont(typography.sans(self.font(), typography.SMALL))
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # What is half typed is no value yet.
        self.setKeyboardTracking(False)
        self.setFixedHeight(_HEIGHT)
        longest = self.fontMetrics().horizontalAdvance(f"{limits[1]}{unit}")
        # The same for all that is not longer, so that the buttons stand below each other.
        self.setFixedWidth(max(104, longest + 28))
        theme.changed.connect(self._colour)
        self._colour()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QPainter(self)
        _field(painter, QRectF(self.rect()), self._theme, focus=self.lineEdit().hasFocus())
        painter.end()

    @Slot()
    def _colour(self) -> None:
        palette = self.palette()
        clear = self._theme.color("field")
        clear.setAlpha(0)
        palette.setColor(palette.ColorRole.Base, clear)
        palette.setColor(palette.ColorRole.Text, self._theme.color("ink"))
        self.setPalette(palette)


class Choice(QFrame):
    """One of several, side by side, or in so many columns."""

    value_changed = Signal(str)

    def __init__(self, name: str, options: Mapping[str, str], theme: Theme, columns: int) -> None:
        super().__init__()
        from PySide6.QtWidgets import QGridLayout

        self._theme = theme
        self.setAccessibleName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(2, 2, 2, 2)
        grid.setSpacing(2)
        self._group = QButtonGroup(self)
        self.options: dict[str, QRadioButton] = {}
        for number, (value, text) in enumerate(options.items()):
            option = _Option(text, theme)
            option.setProperty("value", value)
            self._group.addButton(option)
            self.options[value] = option
            grid.addWidget(option, number // columns, number % columns)
        self._group.buttonClicked.connect(self._clicked)
        theme.changed.connect(self.update)

    def show_value(self, value: str) -> None:
        """Show which one is chosen."""
        option = self.options[value]
        option.setChecked(True)
        # A label that belongs to the choice leads to what is chosen.
        self.setFocusProxy(option)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """A field around them."""
        painter = QPainter(self)
        _field(painter, QRectF(self.rect()), self._theme, focus=False)
        painter.end()

    @Slot(QRadioButton)
    def _clicked(self, option: QRadioButton) -> None:
        self.setFocusProxy(option)
        self.value_changed.emit(option.property("value"))


class _Option(QRadioButton):
    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text)
        self._theme = theme
        self.setFont(typography.sans(self.font(), typography.SMALL))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 20, _HEIGHT - 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "selected" if self.isChecked() else "hover" if self.underMouse() else "field"
        painter.setBrush(self._theme.color(ground))
        painter.setPen(QPen(self._theme.color("accent" if self.hasFocus() else ground), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(self._theme.color("ink" if self.isChecked() else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Switch(QCheckBox):
    """Yes or no: a box with a check mark, and the words for it."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text)
        self._theme = theme
        self.setFont(typography.sans(self.font(), typography.SMALL))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The box and the words."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 34, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(place)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The box, a line around all of it in focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(4.5, (self.height() - 17) / 2, 17, 17)
        checked = self.isChecked()
        # As strong as text: this line alone says that there is something to press.
        painter.setPen(QPen(self._theme.color("accent" if checked else "muted"), 1))
        painter.setBrush(self._theme.color("accent" if checked else "field"))
        painter.drawRoundedRect(box, 4, 4)
        if checked:
            icons.draw(painter, "check", box.adjusted(1, 1, -1, -1), self._theme.color("page"))
        painter.setPen(self._theme.color("ink"))
        place = self.rect().adjusted(30, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(around, 6, 6)
        painter.end()


class PushButton(QPushButton):
    """A button with words."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text)
        self._theme = theme
        self.setFont(typography.sans(self.font(), typography.SMALL))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Enter is for what has the keys.
        self.setAutoDefault(False)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The words with room around them."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 28, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """A field with a line around it."""
        painter = QPainter(self)
        ground = "hover" if self.underMouse() or self.isDown() else "field"
        place = QRectF(self.rect())
        _field(painter, place, self._theme, focus=self.hasFocus(), ground=ground)
        painter.setPen(self._theme.color("ink" if self.isEnabled() else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


def _field(
    painter: QPainter, place: QRectF, theme: Theme, *, focus: bool, ground: str = "field"
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent" if focus else "line"), 1))
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
