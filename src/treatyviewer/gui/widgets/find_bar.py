"""The strip below a page that is searched letter by letter: what is sought, how often it is there,
the ways from one place to the next.
"""

from __future__ import annotations

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy

from treatyviewer.gui import typography
from treatyviewer.gui.painting import fill
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.buttons import IconButton, TabButton
from treatyviewer.gui.widgets.tab_order import Strip

_HEIGHT = 42
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(Strip):
    """Holds no state but what it shows."""

    # Another text is sought, or letters are told apart otherwise.
    sought_changed = Signal()
    next_requested = Signal()
    previous_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, next_key: str, previous_key: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(self.tr("Find on this page"))
        self.field = FindField(theme)
        self.place = QLabel()
        self.place.setFont(typography.sans(self.font(), typography.SMALL))
        self.place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.case = TabButton(self.tr("Aa"), theme)
        self.case.setAutoExclusive(False)
        self.case.setAccessibleName(self.tr("Tell capitals from small letters"))
        self.case.setToolTip(self.tr("Tell capitals from small letters"))
        self.previous = IconButton("fold", self.tr("Previous place"), previous_key, theme)
        self.next = IconButton("unfold", self.tr("Next place"), next_key, theme)
        self.close_button = IconButton("close", self.tr("Close and stay here"), "Esc", theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 0, 4)
        row.setSpacing(2)
        row.addWidget(self.field, 3)
        row.addSpacing(10)
        row.addWidget(self.place, 2)
        for button in (self.case, self.previous, self.next, self.close_button):
            row.addWidget(button)
        self.field.textChanged.connect(self.sought_changed)
        self.case.toggled.connect(self.sought_changed)
        self.field.next_requested.connect(self.next_requested)
        self.field.previous_requested.connect(self.previous_requested)
        self.field.closed.connect(self.closed)
        self.previous.clicked.connect(self.previous_requested)
        self.next.clicked.connect(self.next_requested)
        self.close_button.clicked.connect(self.closed)
        self._colour()
        theme.changed.connect(self._colour)

    def show_place(self, current: int, count: int) -> None:
        """Show that the place `current` of `count` is looked at; -1 for none of them."""
        if not self.field.text():
            said = ""
        elif not count:
            said = self.tr("No match")
        elif current < 0:
            said = self.tr("{count} on this page").format(count=f"{count:,}")
        else:
            said = self.tr("{number} of {count}").format(number=current + 1, count=f"{count:,}")
        self.place.setText(said)
        # The field has the keys, so a screen reader hears it there.
        self.field.setAccessibleDescription(said)
        for button in (self.previous, self.next):
            button.setEnabled(count > 0)

    def sizeHint(self) -> QSize:
        """Room for the field."""
        return QSize(320, _HEIGHT)

    def event(self, event: QtCore.QEvent) -> bool:
        """Esc belongs to the strip while it has the keys."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QtGui.QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        elif (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QtGui.QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.closed.emit()
            return True
        return super().event(event)

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


class FindField(QLineEdit):
    """A quiet line edit; Enter goes on, with Shift back."""

    next_requested = Signal()
    previous_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, placeholder: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(self.tr("Find on this page"))
        self.setPlaceholderText(placeholder or self.tr("Find on this page"))
        self.setFrame(False)
        self.setFont(typography.sans(self.font(), typography.SMALL + 1))
        self.setTextMargins(8, 0, 8, 0)
        self.setMaxLength(1000)
        self._colour()
        theme.changed.connect(self._colour)

    def sizeHint(self) -> QSize:
        """As wide as some words."""
        return QSize(240, 30)

    def minimumSizeHint(self) -> QSize:
        """Still room for a word."""
        return QSize(80, 30)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Enter goes from place to place; all else is typed."""
        if event.key() in _ENTER:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.previous_requested if back else self.next_requested).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QtCore.QEvent) -> bool:
        """Esc is ours while the field has the keys, and no shortcut of the window's."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QtGui.QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The field, then the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.color("accent" if self.hasFocus() else "line"), 1))
        painter.setBrush(self._theme.color("field"))
        painter.drawRoundedRect(place, 6, 6)
        painter.end()
        super().paintEvent(event)

    def _colour(self) -> None:
        palette = self.palette()
        # The ground is painted above, rounded; Qt's own would be a rectangle over it.
        palette.setColor(palette.ColorRole.Base, QColor(0, 0, 0, 0))
        palette.setColor(palette.ColorRole.Text, self._theme.color("ink"))
        palette.setColor(palette.ColorRole.PlaceholderText, self._theme.color("muted"))
        self.setPalette(palette)
