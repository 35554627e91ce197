"""The hits in a list, under a heading for each kind, with the words around what was found."""

from __future__ import annotations

from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate

from treatyviewer.gui import typography
from treatyviewer.gui.models import roles
from treatyviewer.gui.models.results_model import Heading
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.marked_line import MarkedLine, height
from treatyviewer.gui.widgets.scroll_bar import QuietScrollBar

_Index = QModelIndex | QPersistentModelIndex
LEFT = 16
_ABOVE = 8
_LINES = 4
_HEADING = 28
# Between a title and its number.
_NUMBER = 8


class ResultsList(QListView):
    """Rows of hits, of which one is chosen, and headings, which cannot be."""

    def __init__(self, theme: Theme, model: QAbstractItemModel) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(self.tr("Results"))
        self.setModel(model)
        QuietScrollBar(self, theme)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(_HitDelegate(theme, self))
        self._colour()
        theme.changed.connect(self._colour)
        model.modelReset.connect(self.set_policy)

    @Slot()
    def set_policy(self) -> None:
        """An empty list is no stop of the Tab key."""
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if self.model().rowCount() else policy.NoFocus)

    def choose_first(self) -> None:
        """Choose the best hit, its heading in view."""
        rows = self._hits()
        if rows:
            self.setCurrentIndex(self.model().index(rows[0], 0))
            self.scrollToTop()

    def step(self, rows: int) -> None:
        """Move the choice by some hits, stopping at the ends."""
        hits = self._hits()
        if not hits:
            return
        self._fetch()
        hits = self._hits()
        here = self.currentIndex().row()
        at = hits.index(here) if here in hits else -1
        at = max(0, min(len(hits) - 1, at + rows))
        self._choose(hits[at])

    def moveCursor(
        self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Where a key leads: to the first and the last hit, never to a heading."""
        self._fetch()
        hits = self._hits()
        if hits and action == QListView.CursorAction.MoveHome:
            return self.model().index(hits[0], 0)
        index = super().moveCursor(action, modifiers)
        if not index.isValid() or index.data(roles.HIT) is not None:
            return index
        near = [row for row in hits if row > index.row()] or hits[-1:]
        return self.model().index(near[0], 0) if near else QModelIndex()

    def _fetch(self) -> None:
        """The rows that were left for later: keys lead to any of them."""
        if self.model().canFetchMore(QModelIndex()):
            self.model().fetchMore(QModelIndex())

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """The height of a row depends on the width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _choose(self, row: int) -> None:
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        above = self.model().index(row - 1, 0)
        if above.data(roles.HEADING) is not None:
            self.scrollTo(above)
        self.scrollTo(index)

    def _hits(self) -> list[int]:
        model = self.model()
        return [
            row
            for row in range(model.rowCount())
            if model.index(row, 0).data(roles.HIT) is not None
        ]

    @Slot()
    def _colour(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, self._theme.color("panel"))
        self.setPalette(palette)


class _HitDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._plain = typography.sans(view.font(), typography.SMALL)
        self._bold = typography.sans(view.font(), typography.SMALL, bold=True)
        self._tiny = typography.sans(view.font(), typography.TINY)
        self._label = typography.kicker(view.font(), typography.TINY - 1)
        self._kept: dict[int, tuple[object, int, tuple[QTextLayout, QTextLayout]]] = {}
        self._theme_changed()
        theme.changed.connect(self._theme_changed)

    def sizeHint(self, option: QtWidgets.QStyleOptionViewItem, index: _Index) -> QSize:
        """The height of the title and of the snippet in the list's width."""
        width = self._view.viewport().width()
        if index.data(roles.HEADING) is not None:
            return QSize(width, _HEADING)
        title, snippet = self._layouts(index, width)
        return QSize(width, int(2 * _ABOVE + height(title) + height(snippet)) + 4)

    def paint(
        self, painter: QPainter, option: QtWidgets.QStyleOptionViewItem, index: _Index
    ) -> None:
        """A heading; or the ground, the number and title, the snippet with its marks."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heading = index.data(roles.HEADING)
        if isinstance(heading, Heading):
            self._paint_heading(painter, option.rect, heading)
        else:
            self._paint_hit(painter, option.rect, option.state, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, place: QRect, heading: Heading) -> None:
        room = place.adjusted(LEFT, 0, -LEFT, -4)
        below = Qt.AlignmentFlag.AlignBottom
        painter.setPen(self._theme.color("muted"))
        painter.setFont(self._label)
        painter.drawText(room, below | Qt.AlignmentFlag.AlignLeft, heading.name)
        painter.setFont(self._tiny)
        painter.drawText(room, below | Qt.AlignmentFlag.AlignRight, heading.amount)

    def _paint_hit(
        self, painter: QPainter, place: QRect, state: QStyle.StateFlag, index: _Index
    ) -> None:
        ground = QRectF(place).adjusted(8, 1, -8, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.setBrush(self._theme.color("selected"))
            painter.drawRoundedRect(ground, 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.color("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, 6, 6)
        title, snippet = self._layouts(index, place.width())
        at = QPointF(place.left() + LEFT, place.top() + _ABOVE)
        painter.setPen(self._theme.color("ink"))
        title.draw(painter, at)
        snippet.draw(painter, at + QPointF(0, height(title) + 2))
        number = index.data(roles.HIT).number
        if number:
            self._paint_number(painter, at, title, number, "ink" if selected else "muted")

    def _paint_number(
        self, painter: QPainter, at: QPointF, title: QTextLayout, number: str, colour: str
    ) -> None:
        """Behind the title; on the ground of the chosen row grey would be too faint."""
        line = title.lineAt(title.lineCount() - 1)
        painter.setFont(self._plain)
        painter.setPen(self._theme.color(colour))
        place = QPointF(line.naturalTextWidth() + _NUMBER, line.y() + line.ascent())
        painter.drawText(at + place, number)

    def _layouts(self, index: _Index, width: int) -> tuple[QTextLayout, QTextLayout]:
        """Of the title and the snippet of a hit; kept, for they are asked for twice."""
        hit = index.data(roles.HIT)
        kept = self._kept.get(index.row())
        if kept is not None and kept[0] is hit and kept[1] == width:
            return kept[2]
        room = width - 2 * LEFT
        title = self._marked(hit.title, hit.title_marks)
        # Room for the number behind its last word.
        metrics = QtGui.QFontMetrics(self._plain)
        taken = metrics.horizontalAdvance(hit.number) + _NUMBER if hit.number else 0
        layouts = (
            title.layout(self._bold, room - taken, 2),
            self._marked(hit.snippet, hit.marks).layout(self._plain, room, _LINES),
        )
        self._kept[index.row()] = (hit, width, layouts)
        return layouts

    def _marked(self, text: str, marks: tuple[tuple[int, int], ...]) -> MarkedLine:
        line = MarkedLine()
        at = 0
        for start, end in marks:
            line.add(text[at:start])
            line.add(text[start:end], self._mark)
            at = end
        line.add(text[at:])
        return line

    @Slot()
    def _theme_changed(self) -> None:
        self._kept.clear()
        self._mark = QTextCharFormat()
        self._mark.setBackground(self._theme.color("hit"))
