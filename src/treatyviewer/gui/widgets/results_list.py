"""What was found: a line that says how much, and the hits with the words around them."""

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
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from treatyviewer.gui import typography
from treatyviewer.gui.models import roles
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.page_text import utf16_length
from treatyviewer.gui.widgets.scroll_bar import QuietScrollBar

_Index = QModelIndex | QPersistentModelIndex
_LEFT = 16
_ABOVE = 8
_LINES = 4


class ResultsPanel(QWidget):
    """The results under a line about them. Chosen by arrow keys, gone to by click or Enter."""

    hit_requested = Signal(object)

    def __init__(self, theme: Theme, model: QAbstractItemModel) -> None:
        super().__init__()
        self._theme = theme
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setFont(typography.sans(self.font(), typography.SMALL))
        self._said.setContentsMargins(_LEFT, 8, 12, 6)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self.list = _ResultsList(theme, model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._said)
        column.addWidget(self.list, 1)
        self.list.clicked.connect(self._chosen)
        self.list.activated.connect(self._chosen)
        self._colour()
        theme.changed.connect(self._colour)

    def say(self, text: str) -> None:
        """What stands above the hits, or instead of them."""
        self._said.setText(text)

    @property
    def said(self) -> str:
        """What stands above the hits now."""
        return self._said.text()

    def choose_first(self) -> None:
        """Choose the best hit."""
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.scrollToTop()

    def step(self, rows: int) -> None:
        """Move the choice, stopping at the ends."""
        model = self.list.model()
        count = model.rowCount()
        if count:
            at = self.list.currentIndex().row() + rows
            index = model.index(max(0, min(count - 1, at)), 0)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def go(self) -> None:
        """Ask for the hit that is chosen."""
        index = self.list.currentIndex()
        if index.isValid():
            self._chosen(index)

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        self.hit_requested.emit(index.data(roles.HIT))

    @Slot()
    def _colour(self) -> None:
        palette = self._said.palette()
        palette.setColor(palette.ColorRole.WindowText, self._theme.color("muted"))
        self._said.setPalette(palette)


class _ResultsList(QListView):
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

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """The height of a row depends on the width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

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

    def sizeHint(self, option: QtWidgets.QStyleOptionViewItem, index: _Index) -> QSize:
        """The height of the title and of the snippet in the list's width."""
        width = self._view.viewport().width()
        title, snippet = self._layouts(index, width)
        return QSize(width, int(2 * _ABOVE + _height(title) + _height(snippet)) + 4)

    def paint(
        self, painter: QPainter, option: QtWidgets.QStyleOptionViewItem, index: _Index
    ) -> None:
        """The ground, the number and title, the snippet with its marks."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        ground = QRectF(place).adjusted(8, 1, -8, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self._theme.color("selected"))
            painter.drawRoundedRect(ground, 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.color("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, 6, 6)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        title, snippet = self._layouts(index, place.width(), selected=selected)
        at = QPointF(place.left() + _LEFT, place.top() + _ABOVE)
        title.draw(painter, at)
        snippet.draw(painter, at + QPointF(0, _height(title) + 2))
        painter.restore()

    def _layouts(
        self, index: _Index, width: int, *, selected: bool = False
    ) -> tuple[QTextLayout, QTextLayout]:
        hit = index.data(roles.HIT)
        room = width - 2 * _LEFT
        title = _Line()
        self._add_marked(title, hit.title, hit.title_marks, bold=True)
        if hit.number:
            # On the ground of the chosen row grey would be too faint.
            title.add(f"  {hit.number}", self._format("ink" if selected else "muted"))
        snippet = _Line()
        self._add_marked(snippet, hit.snippet, hit.marks)
        return title.layout(self._bold, room, 2), snippet.layout(self._plain, room, _LINES)

    def _add_marked(
        self, line: _Line, text: str, marks: tuple[tuple[int, int], ...], *, bold: bool = False
    ) -> None:
        plain, marked = self._format("ink", bold=bold), self._format("ink", bold=bold)
        marked.setBackground(self._theme.color("hit"))
        at = 0
        for start, end in marks:
            line.add(text[at:start], plain)
            line.add(text[start:end], marked)
            at = end
        line.add(text[at:], plain)

    def _format(self, colour: str, *, bold: bool = False) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(self._bold if bold else self._plain)
        made.setForeground(self._theme.color(colour))
        return made


class _Line:
    """Words in several formats, laid out together."""

    def __init__(self) -> None:
        self._text = ""
        self._ranges: list[QTextLayout.FormatRange] = []

    def add(self, text: str, char: QTextCharFormat) -> None:
        """More words."""
        part = QTextLayout.FormatRange()
        part.start = utf16_length(self._text)
        part.length = utf16_length(text)
        part.format = char
        self._text += text
        self._ranges.append(part)

    def layout(self, font: QtGui.QFont, width: int, most: int) -> QTextLayout:
        """All words in lines of `width` pixels, `most` lines of them."""
        made = QTextLayout(self._text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setTextOption(option)
        made.setFormats(self._ranges)
        made.beginLayout()
        y = 0.0
        for _ in range(most):
            line = made.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += max(line.height(), 18)
        made.endLayout()
        return made


def _height(layout: QTextLayout) -> float:
    count = layout.lineCount()
    if not count:
        return 0
    last = layout.lineAt(count - 1)
    return last.y() + max(last.height(), 18)
