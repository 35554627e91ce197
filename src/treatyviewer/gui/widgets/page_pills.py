"""Words on a ground of their own on the page: verdicts, and what one may choose from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6 import QtGui
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextCursor

from treatyviewer.entry import blocks as b
from treatyviewer.gui.theme import Palette
from treatyviewer.gui.widgets.line_rects import line_rects
from treatyviewer.gui.widgets.page_formats import Formats
from treatyviewer.gui.widgets.page_text import Piece, PillSpan, utf16_length

# Room for the round ends, before the words and behind them; a line is not broken in it.
_ROOM = "\u00a0\u00a0"
_BESIDE = 7.0


def insert(cursor: QTextCursor, pill: b.Pill, piece: Piece, f: Formats) -> PillSpan:
    """Set the words, with room around them."""
    words = b.run_text(pill.runs)
    char = f.fitting(_format(pill, f), words)
    room = QTextCharFormat(char)
    room.setAnchor(False)
    room.setAnchorHref("")
    cursor.insertText(_ROOM, room)
    start = cursor.position()
    piece.append(words, start)
    # In one line: a box in two halves would be read as two.
    cursor.insertText(words.replace(" ", "\u00a0"), char)
    end = start + utf16_length(words)
    cursor.insertText(_ROOM, room)
    return PillSpan(start, end, pill.look, char.font().pixelSize())


def _format(pill: b.Pill, f: Formats) -> QTextCharFormat:
    made = QTextCharFormat(f.pill)
    if pill.target:
        made = f.link(made, pill.target)
        made.setFontUnderline(False)
    made.setFontWeight(QFont.Weight.Normal if pill.look == "choice" else QFont.Weight.DemiBold)
    made.setForeground(QColor(_colours(pill.look, f.palette)[1]))
    return made


def _colours(look: str, palette: Palette) -> tuple[str, str]:
    """The ground and the ink."""
    if look == "chosen":
        return palette.ink, palette.panel
    if look == "choice":
        return palette.panel, palette.ink
    return palette.verdict_ground(look), palette.verdict(look)


def paint_pills(
    painter: QPainter,
    first: QtGui.QTextBlock,
    pills: Sequence[PillSpan],
    shown: QRectF,
    palette: Palette,
) -> None:
    """Draw the grounds that are seen, from the first block that is."""
    document = first.document()
    layout = document.documentLayout()
    for pill in pills[bisect_left(pills, (first.position(),)) :]:
        block = document.findBlock(pill.start)
        place = layout.blockBoundingRect(block)
        if place.top() > shown.bottom():
            break
        painter.setPen(
            QPen(QColor(palette.line), 1) if pill.look == "choice" else QPen(Qt.PenStyle.NoPen)
        )
        painter.setBrush(QColor(_colours(pill.look, palette)[0]))
        inside = pill.start - block.position()
        line = block.layout().lineForTextPosition(inside)
        # About the middle of the letters, whatever room there is above the line.
        middle = place.top() + line.y() + line.ascent() - pill.size * 0.37
        height = round(pill.size * 1.6)
        for rect in line_rects(block, pill.start, pill.end):
            box = rect.translated(place.topLeft()).adjusted(-_BESIDE, 0, _BESIDE, 0)
            box.setTop(round(middle - height / 2) + 0.5)
            box.setHeight(height)
            painter.drawRoundedRect(box, height / 2, height / 2)
