"""The places on a page that are marked, one of them perhaps the one that is looked at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6 import QtGui
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextCursor
from PySide6.QtWidgets import QTextEdit

from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.line_rects import line_rects
from treatyviewer.gui.widgets.page_text import PageDocument
from treatyviewer.gui.widgets.page_view import FindMarks

# The current mark lies so far, in pixels, inside the line around it.
_AROUND = 0.75


class PageMarks:
    """Spans of a document as (start, end) positions, in order; `current` counts in them, -1
    where none is looked at.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.spans: list[tuple[int, int]] = []
        self.current = -1

    def find(self, page: PageDocument, find_marks: FindMarks) -> None:
        """Mark other places; none of them is looked at."""
        self.current = -1
        self.spans = [
            span for piece in page.pieces for span in page.spans(piece, find_marks(piece.text))
        ]

    def step(self, by: int, first: int, last: int) -> None:
        """Go on by some marks, from the last to the first too. Where none was looked at, to the
        first behind position `first`, or back to the one before `last`.
        """
        if not self.spans:
            return
        at = self.current
        if at < 0:
            at = self.at(first) - 1 if by > 0 else bisect_left(self.spans, (last, 0))
        self.current = (at + by) % len(self.spans)

    def at(self, position: int) -> int:
        """The number of the first mark at a position or behind it."""
        return bisect_left(self.spans, (position, 0))

    def first(self, *stretches: tuple[int, int]) -> int:
        """The number of the first mark in one of these stretches, the first of them that has
        any; -1 where none has.
        """
        for start, end in stretches:
            number = self.at(start)
            if number < len(self.spans) and self.spans[number][0] < end:
                return number
        return -1

    def inked(self, page: PageDocument) -> list[QTextEdit.ExtraSelection]:
        """Grey words in ink: on the ground of a mark they would be too faint."""
        made: list[QTextEdit.ExtraSelection] = []
        for start, end in self.spans:
            if page.pale((start, end)):
                selection = QTextEdit.ExtraSelection()
                cursor = QTextCursor(page.document)
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                selection.cursor = cursor
                selection.format.setForeground(self._theme.color("ink"))
                made.append(selection)
        return made

    def paint(
        self, painter: QPainter, document: QtGui.QTextDocument, first: int, shown: QRectF
    ) -> None:
        """Paint those in `shown`, `first` being the position where what is seen begins."""
        plain, around = QPen(Qt.PenStyle.NoPen), QPen(self._theme.color("accent"), 1.5)
        painter.setBrush(self._theme.color("hit"))
        layout = document.documentLayout()
        # There may be thousands; from the first one in the first block that is seen.
        for number in range(self.at(first), len(self.spans)):
            start, end = self.spans[number]
            block = document.findBlock(start)
            place = layout.blockBoundingRect(block)
            if place.top() > shown.bottom():
                break
            current = number == self.current
            painter.setPen(around if current else plain)
            for rect in line_rects(block, start, end):
                if current:
                    rect.adjust(-_AROUND, -_AROUND, _AROUND, _AROUND)
                painter.drawRoundedRect(rect.translated(place.topLeft()), 3, 3)

    def rows(self, document: QtGui.QTextDocument, rows: int) -> list[int]:
        """Where the marks are, each once, when the page is drawn in so many rows. Takes as long
        as there are rows, however many marks there are.
        """
        if not self.spans:
            return []
        layout = document.documentLayout()
        # Asked for its size, the page is laid out to its end.
        height = layout.documentSize().height()

        def row(number: int) -> int:
            start = self.spans[number][0]
            block = document.findBlock(start)
            line = block.layout().lineForTextPosition(start - block.position())
            y = layout.blockBoundingRect(block).top() + (line.y() if line.isValid() else 0)
            return min(rows - 1, int(y / height * rows))

        found: list[int] = []
        number, count, stride = 0, len(self.spans), 1
        while number < count:
            here = row(number)
            if not found or here > found[-1]:
                found.append(here)
            # On to the first mark in a row further down: as far as the last time, and on in
            # longer steps, then back between the last two.
            first, step = number, stride
            while number + step < count and row(number + step) <= here:
                number += step
                step *= 2
            between = range(number + 1, min(count, number + step))
            number += 1 + bisect_right(between, here, key=row)
            stride = max(1, (number - first) * 3 // 4)
        return found
