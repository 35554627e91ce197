"""The outline: parts as labels, numbers beside titles, the section being read emphasised."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import (
    QAbstractItemModel,
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
    QFrame,
    QStyledItemDelegate,
    QTreeView,
    QWidget,
)

from treatyviewer.gui import icons, typography
from treatyviewer.gui.models import roles
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.scroll_bar import QuietScrollBar
from treatyviewer.gui.widgets.viewport import viewport_of

_Index = QModelIndex | QPersistentModelIndex
_ROW = 28
_TITLE = 38
_NUMBER = 16
_STEP = 16
# The place of the arrow at the end of a row that has others below it.
_ARROW = 36


class ContentsTree(QTreeView):
    """A tree without branches or header; a click or Enter asks for a section."""

    address_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._port = viewport_of(self)
        self._theme = theme
        self.hovered = QPersistentModelIndex()
        # The section that is read; the arrows may stand on another row meanwhile.
        self.reading = QPersistentModelIndex()
        self.setAccessibleName(self.tr("Contents"))
        self.setHeaderHidden(True)
        QuietScrollBar(self, theme)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_OutlineDelegate(theme, self))
        self._colour()
        self.clicked.connect(self._chosen)
        self.activated.connect(self._chosen)
        theme.changed.connect(self._colour)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show an outline; the parts stay open."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._open_parts)
            model.rowsInserted.connect(self._open_collections)
            model.dataChanged.connect(self._port_update)
            self._open_parts()

    def show_current(self, index: QModelIndex) -> None:
        """Emphasise the section being read and bring it into view."""
        self.reading = QPersistentModelIndex(index)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self._port.update()

    @Slot()
    def refresh(self) -> None:
        """Paint anew what is seen."""
        self._port.update()

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """A click on the arrow of a row opens it; elsewhere it chooses the row."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if self.has_arrow(index) and place.x() >= self._port.width() - _ARROW:
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Left does not lead to a part, which is only a label."""
        above = self.currentIndex().parent()
        folded = not self.isExpanded(self.currentIndex())
        if event.key() == Qt.Key.Key_Left and folded and above.data(roles.KIND) == "part":
            return
        super().keyPressEvent(event)

    def moveCursor(
        self, action: QTreeView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Where a key leads: never to a part."""
        index = super().moveCursor(action, modifiers)
        down = action in (
            QTreeView.CursorAction.MoveDown,
            QTreeView.CursorAction.MoveNext,
            QTreeView.CursorAction.MovePageDown,
            QTreeView.CursorAction.MoveEnd,
            QTreeView.CursorAction.MoveHome,
        )
        while index.data(roles.KIND) == "part":
            index = self.indexBelow(index) if down else self.indexAbove(index)
        return index if index.isValid() else self.currentIndex()

    def has_arrow(self, index: _Index) -> bool:
        """Whether a row can be opened and folded: not a part, which is always open."""
        return (
            index.isValid()
            and index.data(roles.KIND) != "part"
            and bool(index.model().hasChildren(index))
        )

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Remember the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """No row is under the pointer."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def _hover(self, index: QModelIndex) -> None:
        self.hovered = QPersistentModelIndex(index)
        self._port.update()

    @Slot()
    def _open_parts(self) -> None:
        model = self.model()
        only_entry = model.index(0, 0)
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if index.data(roles.KIND) == "part" or only_entry == index:
                self.setExpanded(index, True)
            for inner in range(model.rowCount(index)):
                below = model.index(inner, 0, index)
                if below.data(roles.KIND) == "part":
                    self.setExpanded(below, True)

    @Slot(QModelIndex, int, int)
    def _open_collections(self, above: QModelIndex, first: int, last: int) -> None:
        """Collections whose things have lines of their own are open at first."""
        for row in range(first, last + 1):
            index = self.model().index(row, 0, above)
            if index.data(roles.KIND) == "collection" and self.has_arrow(index):
                self.setExpanded(index, True)

    @Slot()
    def _port_update(self) -> None:
        # Rows below those that changed tell the same of themselves.
        self._port.update()

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        if index.data(roles.KIND) != "part":
            self.address_requested.emit(index.data(roles.ADDRESS))

    @Slot()
    def _colour(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, self._theme.color("panel"))
        self.setPalette(palette)


def _depth(index: _Index) -> int:
    """How far below its part (or entry) a section lies; 0 for the first level."""
    depth = 0
    above = index.parent()
    while above.isValid() and above.data(roles.KIND) == "section":
        depth += 1
        above = above.parent()
    return depth


class _OutlineDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: ContentsTree) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        base = view.font()
        self._plain = typography.sans(base, typography.SMALL)
        self._bold = typography.sans(base, typography.SMALL, bold=True)
        self._label = typography.kicker(base, typography.TINY - 1)

    def sizeHint(self, option: QtWidgets.QStyleOptionViewItem, index: _Index) -> QSize:
        """All rows are alike."""
        return QSize(120, _ROW)

    def paint(
        self, painter: QPainter, option: QtWidgets.QStyleOptionViewItem, index: _Index
    ) -> None:
        """A label, or a number and a title on the ground of the row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect
        title = str(index.data() or "")
        if index.data(roles.KIND) == "part":
            self._paint_label(painter, place, index, title)
        else:
            # Asked of the view: touching QStyle's flags would cost every start 5 ms.
            read = self._view.reading == index
            self._paint_ground(painter, place, index, read)
            self._paint_section(painter, place, index, title, read)
        painter.restore()

    def _paint_label(self, painter: QPainter, place: QRect, index: _Index, title: str) -> None:
        right = 8
        if hits := index.data(roles.HITS):
            right = self._paint_hits(painter, place.adjusted(0, 6, 0, 2), hits, 14)
        painter.setFont(self._label)
        painter.setPen(self._theme.color("muted"))
        room = place.adjusted(_NUMBER, 0, -right, -3)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft,
            painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width()),
        )  # fmt: skip

    def _paint_ground(self, painter: QPainter, place: QRect, index: _Index, selected: bool) -> None:
        ground = QRectF(place).adjusted(8, 0.5, -8, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or self._view.hovered == index:
            painter.setBrush(self._theme.color("selected" if selected else "hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(0.5, 0, -0.5, 0), 6, 6)

    def _paint_section(
        self, painter: QPainter, place: QRect, index: _Index, title: str, selected: bool
    ) -> None:
        indent = _STEP * _depth(index)
        painter.setFont(self._plain)
        # On the ground of the chosen row grey would be too faint.
        painter.setPen(self._theme.color("ink" if selected else "muted"))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        number = str(index.data(roles.NUMBER) or "")
        # A long number pushes its title aside.
        wide = _NUMBER + painter.fontMetrics().horizontalAdvance(number) + 8
        painter.drawText(place.adjusted(_NUMBER + indent, 0, 0, 0), middle, number)
        right = self._paint_end(painter, place, index)
        if hits := index.data(roles.HITS):
            right = self._paint_hits(painter, place, hits, right)
        painter.setFont(self._bold if selected else self._plain)
        painter.setPen(self._theme.color("ink"))
        room = place.adjusted(max(_TITLE, wide) + indent, 0, -right, 0)
        text = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, text)

    def _paint_end(self, painter: QPainter, place: QRect, index: _Index) -> int:
        """The arrow or the number of members; answers how much room is taken at the end."""
        if self._view.has_arrow(index):
            model = index.model()
            arrow = QRectF(place.right() - _ARROW + 8, place.center().y() - 8, 16, 16)
            name = (
                "unfold"
                if self._view.isExpanded(model.index(index.row(), 0, index.parent()))
                else "open"
            )
            icons.draw(painter, name, arrow, self._theme.color("muted"))
            return _ARROW
        members = index.data(roles.MEMBERS)
        if not members:
            return 14
        painter.drawText(
            place.adjusted(0, 0, -22, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            str(members),
        )
        return 22 + painter.fontMetrics().horizontalAdvance(str(members)) + 8

    def _paint_hits(self, painter: QPainter, place: QRect, hits: str, right: int) -> int:
        """The number of hits before what stands at the end; answers how much room is taken."""
        painter.setFont(typography.sans(self._view.font(), typography.TINY - 1))
        width = max(18, painter.fontMetrics().horizontalAdvance(hits) + 10)
        badge = QRectF(place.right() - right - width, place.center().y() - 8, width, 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("hit"))
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, hits)
        return right + int(width) + 6
