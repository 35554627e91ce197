"""The lines below the words of claims: a colour and a style of its own for each verdict."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from treatyviewer.gui.theme import Palette

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


def paint_claim(
    painter: QPainter, rects: Iterable[QRectF], verdict: str, palette: Palette, *, chosen: bool
) -> None:
    """Draw the line below each rectangle of words, and a ground behind those that are chosen."""
    pen = QPen(QColor(palette.verdict(verdict)), _WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    dashes = _DASHES.get(verdict, [])
    if dashes:
        pen.setDashPattern(dashes)
    for rect in rects:
        if chosen:
            painter.fillRect(rect, QColor(palette.verdict_ground(verdict)))
        painter.setPen(pen)
        y = round(rect.bottom()) - 0.5
        painter.drawLine(
            QPointF(rect.left() + _GAP / 2 + 1, y), QPointF(rect.right() - _GAP / 2, y)
        )
