"""A row of chips above the results: all of them, or those of one kind."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6 import QtGui
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from treatyviewer.gui import typography
from treatyviewer.gui.i18n import number
from treatyviewer.gui.models.kind_names import NAMES, kind_name
from treatyviewer.gui.theme import Theme

_LEFT = 14
_GAP = 5
_HEIGHT = 22


class FilterChips(QWidget):
    """The chips, in as many rows as the width asks for. Shown where there is a choice."""

    # A kind, "" for all.
    kind_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Kinds of results"))
        self.chips = {kind: FilterChip(kind, theme, self) for kind in ("", *NAMES)}
        for chip in self.chips.values():
            chip.hide()
            # Not when it is clicked: a screen reader only toggles it.
            chip.toggled.connect(self._toggled)
        self._choosing = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_counts(self, counts: Mapping[str, int], *, more: bool) -> None:
        """Show how many hits of each kind there are, or `more` than that; all are chosen."""
        total = sum(counts.values())
        self.chips[""].show_count(self.tr("All"), number(total, more=more))
        for kind in NAMES:
            count = counts.get(kind, 0)
            self.chips[kind].show_count(kind_name(kind), number(count, more=more))
            self.chips[kind].setVisible(count > 0)
        self.chips[""].show()
        self.choose("")
        self.setVisible(len(counts) > 1)
        self._arrange(self.width(), move=True)
        self.updateGeometry()

    def choose(self, kind: str) -> None:
        """Show which kind is chosen, "" for all."""
        self._choosing = True
        for name, chip in self.chips.items():
            chip.setChecked(name == kind)
        self._choosing = False

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows."""
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        """One row; more are given by the width."""
        return QSize(200, _HEIGHT + 6)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the panel may be."""
        return QSize(120, _HEIGHT)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Arrange the chips anew."""
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def _arrange(self, width: int, *, move: bool) -> int:
        x, y = _LEFT, 2
        for chip in self.chips.values():
            if chip.isHidden():
                continue
            size = chip.sizeHint()
            if x > _LEFT and x + size.width() > width - _GAP:
                x, y = _LEFT, y + _HEIGHT + _GAP
            if move:
                chip.setGeometry(x, y, size.width(), size.height())
            x += size.width() + _GAP
        return y + _HEIGHT + 4

    @Slot()
    def _toggled(self) -> None:
        chip = self.sender()
        if isinstance(chip, FilterChip) and not self._choosing:
            self.choose(chip.kind)
            self.kind_requested.emit(chip.kind)


class FilterChip(QAbstractButton):
    """A kind and how many there are; filled when it is chosen."""

    def __init__(self, kind: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = kind
        self._theme = theme
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(typography.sans(self.font(), typography.TINY))
        theme.changed.connect(self.update)

    def show_count(self, name: str, count: str) -> None:
        """Show a name and a number."""
        self.setText(f"{name} {count}")
        self.setAccessibleName(self.text())

    def sizeHint(self) -> QSize:
        """The text with room around it."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 18, _HEIGHT)

    def enterEvent(self, event: QtGui.QEnterEvent) -> None:
        """Show the soft ground."""
        self.update()
        super().enterEvent(event)

    def hitButton(self, place: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(place)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The ground, the line around it and the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        line, ground, ink = "line", "panel", "ink"
        if self.isChecked():
            line, ground, ink = "ink", "ink", "panel"
        elif self.underMouse() or self.isDown():
            ground = "hover"
        if self.hasFocus():
            line = "accent"
        painter.setPen(QPen(self._theme.color(line), 2 if self.hasFocus() else 1))
        painter.setBrush(self._theme.color(ground))
        if self.hasFocus():
            place.adjust(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setPen(self._theme.color(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
