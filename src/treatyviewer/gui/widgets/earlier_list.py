"""Earlier queries in a list below the search field, which keeps the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QStyle, QStyledItemDelegate

from treatyviewer.gui import typography
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.viewport import viewport_of

_Index = QModelIndex | QPersistentModelIndex
_ROW = 30
_EDGE = 5
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EarlierList(QListWidget):
    """Arrows choose, Enter or a click takes, Esc, typing or going elsewhere closes it."""

    taken = Signal(str)

    def __init__(self, field: QLineEdit, theme: Theme) -> None:
        super().__init__(field.window())
        self._field = field
        self._theme = theme
        self.setAccessibleName(self.tr("Earlier searches"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        viewport_of(self).setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFrameStyle(QFrame.Shape.Box.value | QFrame.Shadow.Plain.value)
        self.setAutoFillBackground(True)
        self.setViewportMargins(0, _EDGE, 0, _EDGE)
        self.setMouseTracking(True)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_QueryDelegate(theme, self))
        self.hide()
        self.itemClicked.connect(self._take)
        field.textChanged.connect(self.hide)
        field.installEventFilter(self)
        field.window().installEventFilter(self)
        theme.changed.connect(self._colour)
        self._colour()

    def open(self, queries: Sequence[str], *, choose: bool) -> None:
        """Show queries, the first of them chosen or none."""
        self.clear()
        self.addItems(list(queries))
        self.setCurrentRow(0 if choose else -1)
        self._place()
        self.raise_()
        self.show()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """The field's keys while the list is open, and where the field is."""
        if self.isHidden():
            return False
        kind = event.type()
        if kind == QEvent.Type.Resize:
            self._place()
        elif watched is not self._field:
            return False
        elif kind == QEvent.Type.FocusOut:
            self.hide()
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QtGui.QKeyEvent):
            # Esc is the window's, which would leave the search.
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        elif kind == QEvent.Type.KeyPress and isinstance(event, QtGui.QKeyEvent):
            return self._key(Qt.Key(event.key()))
        return False

    def _place(self) -> None:
        below = self._field.mapTo(self._field.window(), QPoint(0, self._field.height() + 3))
        height = self.count() * _ROW + 2 * (_EDGE + self.frameWidth())
        self.setGeometry(QRect(below, QSize(self._field.width(), height)))

    def _key(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            row = self.currentRow() + _STEPS[key]
            # Up from the first: none is chosen, and Enter does nothing.
            self.setCurrentRow(max(-1, min(self.count() - 1, row)))
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        if key in _TAKE and self.currentRow() >= 0:
            self._take()
            return True
        return False

    @Slot()
    def _take(self) -> None:
        item = self.currentItem()
        if item is not None:
            self.hide()
            self.taken.emit(item.text())

    @Slot()
    def _colour(self) -> None:
        palette = self.palette()
        for role in (palette.ColorRole.Base, palette.ColorRole.Window):
            palette.setColor(role, self._theme.color("field"))
        # Qt draws a plain frame in the colour of words; those of the rows are drawn by us.
        palette.setColor(palette.ColorRole.WindowText, self._theme.color("line"))
        self.setPalette(palette)


class _QueryDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._font = typography.sans(view.font(), typography.SMALL)

    def sizeHint(self, option: QtWidgets.QStyleOptionViewItem, index: _Index) -> QSize:
        """All rows are alike."""
        return QSize(120, _ROW)

    def paint(
        self, painter: QPainter, option: QtWidgets.QStyleOptionViewItem, index: _Index
    ) -> None:
        """The ground of the row that is chosen, and the query."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("selected" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(place).adjusted(5, 1, -5, -1), 5, 5)
        painter.setFont(self._font)
        painter.setPen(self._theme.color("ink"))
        room = place.adjusted(30, 0, -12, 0)
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
