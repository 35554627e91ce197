"""The lines on the page: beside quotations, around tables of facts, below the words of claims, with
a colour and a style of its own for each verdict.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from PySide6 import QtGui
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from treatyviewer.gui.painting import fill
from treatyviewer.gui.theme import Palette
from treatyviewer.gui.widgets.line_rects import line_rects
from treatyviewer.gui.widgets.page_formats import ABOVE, BELOW, FACTS, QUOTE, Formats
from treatyviewer.gui.widgets.page_text import ClaimSpan

_WIDTH = 1.6
# Between the line of one claim and that of the next.
_GAP = 3.0
# In widths of the pen.
_DASHES: dict[str, list[float]] = {
    "supported": [],
    "imprecise": [4.5, 2.5],
    "contradicted": [1.2, 1.8],
    "unverifiable": [5.0, 2.0, 1.2, 2.0],
}


def paint_bars(painter: QPainter, first: QtGui.QTextBlock, shown: QRectF, palette: Palette) -> None:
    """Draw bars beside quotations and rules around facts, from the first block that is seen."""
    document = first.document()
    layout = document.documentLayout()
    width = document.textWidth() - 2 * Formats.EDGE
    colour = QColor(palette.line)
    block = first
    # From the quotation before: its paragraphs are joined by one bar.
    above, bottom = 0, 0.0
    while block.isValid():
        place = layout.blockBoundingRect(block)
        if place.top() > shown.bottom():
            break
        margin = block.blockFormat().intProperty(QUOTE)
        if margin:
            # The least height of a line leaves its room above the words.
            top = bottom if margin == above else place.top() + 6
            bar = QRectF(margin + Formats.EDGE, top, 3, place.bottom() + 3 - top)
            fill(painter, bar, colour)
        rules = block.blockFormat().intProperty(FACTS)
        if rules & ABOVE:
            y = round(place.top() - block.blockFormat().topMargin() / 2)
            fill(painter, QRectF(Formats.EDGE, y, width, 1), colour)
        if rules & BELOW:
            y = round(place.bottom() + block.blockFormat().bottomMargin() - 2)
            fill(painter, QRectF(Formats.EDGE, y, width, 1), colour)
        above, bottom = margin, place.bottom()
        block = block.next()


def paint_claims(
    painter: QPainter,
    first: QtGui.QTextBlock,
    claims: Sequence[ClaimSpan],
    shown: QRectF,
    palette: Palette,
    chosen: str,
) -> None:
    """Draw the lines below the claims that are seen, from the first block that is seen, and a
    ground behind the words of `chosen`.
    """
    document = first.document()
    layout = document.documentLayout()
    # They are in the order in which they begin.
    for number in range(bisect_left(claims, first.position(), key=_start), len(claims)):
        span = claims[number]
        block = document.findBlock(span.start)
        place = layout.blockBoundingRect(block)
        if place.top() > shown.bottom():
            break
        rects = [rect.translated(place.topLeft()) for rect in line_rects(block, *span[:2])]
        _paint_claim(painter, rects, span.verdict, palette, chosen=span.claim == chosen)


def _start(span: ClaimSpan) -> int:
    return span.start


def _paint_claim(
    painter: QPainter, rects: Iterable[QRectF], verdict: str, palette: Palette, *, chosen: bool
) -> None:
    pen = QPen(QColor(palette.verdict(verdict)), _WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    dashes = _DASHES.get(verdict, [])
    if dashes:
        pen.setDashPattern(dashes)
    for rect in rects:
        if chosen:
            fill(painter, rect, QColor(palette.verdict_ground(verdict)))
        painter.setPen(pen)
        y = round(rect.bottom()) - 0.5
        painter.drawLine(
            QPointF(rect.left() + _GAP / 2 + 1, y), QPointF(rect.right() - _GAP / 2, y)
        )
