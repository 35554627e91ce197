"""The outline: parts as labels, numbers beside titles, the section being read emphasised."""

from __future__ import annotations

from PySide6 import QtCore, QtGui
from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QFrame, QTreeView, QWidget

from treatyviewer.gui.models import roles
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.outline_delegate import ARROW, OutlineDelegate
from treatyviewer.gui.widgets.scroll_bar import QuietScrollBar
from treatyviewer.gui.widgets.viewport import viewport_of

_Index = QModelIndex | QPersistentModelIndex


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
        self._coming = QPersistentModelIndex()
        self.was_painted = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_coming)
        self.setAccessibleName(self.tr("Contents"))
        self.setHeaderHidden(True)
        QuietScrollBar(self, theme)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(OutlineDelegate(theme, self))
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
        """Emphasise the section being read and bring it into view: once the page is there, unless
        nobody has seen the contents yet.
        """
        self._coming = QPersistentModelIndex(index)
        if self.was_painted:
            self._later.start()
        else:
            self._show_coming()

    def catch_up(self) -> None:
        """Show at once what is still to be shown, for somebody goes on from it."""
        if self._later.isActive():
            self._later.stop()
            self._show_coming()

    @Slot()
    def _show_coming(self) -> None:
        index = self.model().index(self._coming.row(), 0, self._coming.parent())
        self._repaint_row(self.reading)
        self.reading = QPersistentModelIndex(index)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self._repaint_row(index)

    @Slot()
    def refresh(self) -> None:
        """Paint anew what is seen."""
        self._port.update()

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """A click on the arrow of a row opens it; elsewhere it chooses the row."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if self.has_arrow(index) and place.x() >= self._port.width() - ARROW:
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Left does not lead to a part, which is only a label."""
        self.catch_up()
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
        if self.hovered != index:
            self._repaint_row(self.hovered)
            self.hovered = QPersistentModelIndex(index)
            self._repaint_row(index)

    def _repaint_row(self, index: QModelIndex | QPersistentModelIndex) -> None:
        # Only the row: painting all of them takes as long as painting the page.
        self._port.update(self.visualRect(index))

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
