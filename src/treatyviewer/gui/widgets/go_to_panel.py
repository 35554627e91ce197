"""Where to go: a field and a list over the window, which keeps the keys until one has gone."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from treatyviewer.gui import typography
from treatyviewer.gui.models.goals_model import GOAL, Goal, GoalsModel
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.find_bar import FindField
from treatyviewer.gui.widgets.scroll_bar import QuietScrollBar
from treatyviewer.gui.widgets.shadow import REACH, paint_shadow
from treatyviewer.gui.widgets.viewport import viewport_of

_Index = QModelIndex | QPersistentModelIndex
_ROW = 34
_ROWS = 10
_WIDTH = 620
_TOP = 58
_EDGE = 8
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS - 1,
    Qt.Key.Key_PageUp: -(_ROWS - 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEEPS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class GoToPanel(QWidget):
    """A child of the window, not a window of its own: nothing flickers, and it is in pictures."""

    text_changed = Signal(str)
    # A goal, and whether it is wanted in another window.
    goal_requested = Signal(object, bool)
    closed = Signal()

    def __init__(self, window: QWidget, theme: Theme, model: GoalsModel) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._message = ""
        self.setAccessibleName(self.tr("Go to"))
        self.field = FindField(theme, self.tr("Go to a page or a person; > for commands"))
        self.field.setAccessibleName(self.tr("Go to"))
        self.list = GoalList(theme, self)
        self.list.setModel(model)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[REACH + _EDGE] * 4)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.hide()
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        self.field.textChanged.connect(self.text_changed)
        self.list.clicked.connect(self._clicked)
        self.list.chosen.connect(self._say_chosen)
        theme.changed.connect(self.update)

    def open(self) -> None:
        """Come into view, empty."""
        self.field.clear()
        self.raise_()
        self.show()
        self.field.setFocus()

    def show_rows(self, message: str = "") -> None:
        """The model has other rows: choose the first. Without any, `message` stands there."""
        self._message = message
        self.list.message = message
        model = self.list.model()
        self.list.setCurrentIndex(model.index(0, 0))
        self.list.scrollToTop()
        self._place()
        self._say_chosen()

    @property
    def message(self) -> str:
        """What is said where there are no rows."""
        return self._message

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """The field's keys, and where the window ends."""
        if self.isHidden():
            return False
        kind = event.type()
        if watched is not self.field:
            if kind == QEvent.Type.Resize:
                self._place()
        elif kind == QEvent.Type.FocusOut and isinstance(event, QtGui.QFocusEvent):
            if event.reason() not in _KEEPS:
                self.closed.emit()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QtGui.QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QtGui.QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in _ENTER:
            apart = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._take(self.list.currentIndex(), apart)
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return True

    def _step(self, rows: int) -> None:
        model = self.list.model()
        count = model.rowCount()
        row = self.list.currentIndex().row() + rows
        if abs(rows) == 1 and count:
            row %= count
        self.list.setCurrentIndex(model.index(max(0, min(count - 1, row)), 0))

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self._take(
            index, bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        )

    def _take(self, index: QModelIndex, apart: bool) -> None:
        goal = index.data(GOAL)
        if isinstance(goal, Goal):
            self.goal_requested.emit(goal, apart)

    @Slot()
    def _say_chosen(self) -> None:
        """The field has the keys, so a screen reader hears there what is chosen."""
        said = self.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        self.field.setAccessibleDescription(str(said or self._message))

    def _place(self) -> None:
        window = self._window
        width = min(_WIDTH, window.width() - 32)
        rows = max(1, min(_ROWS, self.list.model().rowCount()))
        height = self.field.sizeHint().height() + 6 + rows * _ROW + 2 * _EDGE
        height = min(height, window.height() - _TOP - 12)
        left = (window.width() - width) // 2
        place = QRect(left, _TOP, width, height)
        self.setGeometry(place.adjusted(-REACH, -REACH, REACH, REACH))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """A soft shadow, and the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(REACH, REACH, -REACH, -REACH)
        paint_shadow(painter, inner, 10)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(self._theme.color("panel"))
        painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.end()


class GoalList(QListView):
    """The rows; the field has the keys."""

    # Another row is chosen.
    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._port = viewport_of(self)
        self._theme = theme
        self.message = ""
        self.setAccessibleName(self.tr("Places to go to"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QuietScrollBar(self, theme)
        self.setItemDelegate(_GoalDelegate(theme, self))
        theme.changed.connect(self._colour)
        self._colour()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell it."""
        super().currentChanged(current, previous)
        self.chosen.emit()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The rows, or what is said where there are none."""
        super().paintEvent(event)
        if self.message and not self.model().rowCount():
            painter = QPainter(self._port)
            painter.setFont(typography.sans(self.font(), typography.SMALL + 1))
            painter.setPen(self._theme.color("muted"))
            place = self._port.rect().adjusted(10, 0, -10, 0)
            text = painter.fontMetrics().elidedText(
                self.message, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
            painter.end()

    @Slot()
    def _colour(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, self._theme.color("panel"))
        self.setPalette(palette)
        self._port.update()


class _GoalDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._plain = typography.sans(view.font(), typography.SMALL + 1)
        self._small = typography.sans(view.font(), typography.TINY)

    def sizeHint(self, option: QtWidgets.QStyleOptionViewItem, index: _Index) -> QSize:
        """All rows are alike."""
        return QSize(120, _ROW)

    def paint(
        self, painter: QPainter, option: QtWidgets.QStyleOptionViewItem, index: _Index
    ) -> None:
        """A title, the name that was typed, and what it is at the end."""
        goal: Goal = index.data(GOAL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("selected" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(place).adjusted(0, 1, 0, -1), 6, 6)
        middle = Qt.AlignmentFlag.AlignVCenter
        # On the ground of the chosen row grey would be too faint.
        quiet = self._theme.color("ink" if chosen else "muted")
        painter.setFont(self._small)
        painter.setPen(quiet)
        room = place.adjusted(10, 0, -10, 0)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, goal.end)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(goal.end) - 14)
        painter.setFont(self._plain)
        painter.setPen(self._theme.color("ink"))
        metrics = painter.fontMetrics()
        title = metrics.elidedText(goal.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, title)
        if goal.also:
            room.setLeft(room.left() + metrics.horizontalAdvance(title) + 12)
            if room.width() > 40:
                painter.setPen(quiet)
                also = metrics.elidedText(goal.also, Qt.TextElideMode.ElideRight, room.width())
                painter.drawText(room, middle, also)
        painter.restore()
