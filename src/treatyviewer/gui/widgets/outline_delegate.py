"""The rows of the contents: parts as labels, numbers beside titles, what is counted at the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate

from treatyviewer.gui import icons, typography
from treatyviewer.gui.models import roles
from treatyviewer.gui.theme import Theme

if TYPE_CHECKING:
    from treatyviewer.gui.widgets.contents_tree import ContentsTree

_Index = QModelIndex | QPersistentModelIndex
_ROW = 28
_TITLE = 38
_NUMBER = 16
_STEP = 16
# The place of the arrow at the end of a row that has others below it.
ARROW = 36
# The verdicts that a reader should know of before reading, the gravest first.
TOLD = ("contradicted", "imprecise")


def _depth(index: _Index) -> int:
    """How far below its part (or entry) a section lies; 0 for the first level."""
    depth = 0
    above = index.parent()
    while above.isValid() and above.data(roles.KIND) == "section":
        depth += 1
        above = above.parent()
    return depth


class OutlineDelegate(QStyledItemDelegate):
    """Paints the rows of the contents."""

    def __init__(self, theme: Theme, view: ContentsTree) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        base = view.font()
        self._plain = typography.sans(base, typography.SMALL)
        self._bold = typography.sans(base, typography.SMALL, bold=True)
        self._small = typography.sans(base, typography.TINY - 1)
        self._label = typography.kicker(base, typography.TINY - 1)

    def sizeHint(self, option: QtWidgets.QStyleOptionViewItem, index: _Index) -> QSize:
        """All rows are alike."""
        return QSize(120, _ROW)

    def paint(
        self, painter: QPainter, option: QtWidgets.QStyleOptionViewItem, index: _Index
    ) -> None:
        """A label, or a number and a title on the ground of the row."""
        self._view.was_painted = True
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
            lower = place.adjusted(0, 6, 0, 2)
            right = self._paint_badge(painter, lower, hits, 14, "hit", "ink")
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
            right = self._paint_badge(painter, place, hits, right, "hit", "ink")
        else:
            right = self._paint_verdicts(painter, place, index.data(roles.VERDICTS), right)
        painter.setFont(self._bold if selected else self._plain)
        painter.setPen(self._theme.color("ink"))
        room = place.adjusted(max(_TITLE, wide) + indent, 0, -right, 0)
        text = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, text)

    def _paint_end(self, painter: QPainter, place: QRect, index: _Index) -> int:
        """The arrow or the number of members; answers how much room is taken at the end."""
        if self._view.has_arrow(index):
            model = index.model()
            arrow = QRectF(place.right() - ARROW + 8, place.center().y() - 8, 16, 16)
            name = (
                "unfold"
                if self._view.isExpanded(model.index(index.row(), 0, index.parent()))
                else "open"
            )
            icons.draw(painter, name, arrow, self._theme.color("muted"))
            return ARROW
        members = index.data(roles.MEMBERS)
        if not members:
            return 14
        painter.drawText(
            place.adjusted(0, 0, -22, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            str(members),
        )
        return 22 + painter.fontMetrics().horizontalAdvance(str(members)) + 8

    def _paint_verdicts(
        self, painter: QPainter, place: QRect, verdicts: Mapping[str, int] | None, right: int
    ) -> int:
        """How many claims do not hold as they stand; answers how much room is taken."""
        # From the right: the gravest at the end of the row, in one column.
        for verdict in TOLD:
            if count := (verdicts or {}).get(verdict, 0):
                ground = f"{verdict}_ground"
                right = self._paint_badge(painter, place, str(count), right, ground, verdict)
        return right

    def _paint_badge(
        self, painter: QPainter, place: QRect, text: str, right: int, ground: str, ink: str
    ) -> int:
        """A number before what stands at the end; answers how much room is taken."""
        painter.setFont(self._small)
        width = max(18, painter.fontMetrics().horizontalAdvance(text) + 10)
        badge = QRectF(place.right() - right - width, place.center().y() - 8, width, 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(ground))
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setPen(self._theme.color(ink))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        return right + int(width) + 6
