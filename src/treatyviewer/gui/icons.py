"""Line icons on a 24-unit grid, drawn in the theme's colours at any scale."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_GRID = 24.0
# Open lines through these points.
_LINES = {
    "back": ((14.5, 6.5), (9.0, 12.0), (14.5, 17.5)),
    "forward": ((9.5, 6.5), (15.0, 12.0), (9.5, 17.5)),
    "open": ((9.5, 7.5), (14.0, 12.0), (9.5, 16.5)),
    "next": ((9.5, 6.5), (15.0, 12.0), (9.5, 17.5)),
    "fold": ((7.5, 14.0), (12.0, 9.5), (16.5, 14.0)),
    "unfold": ((7.5, 10.0), (12.0, 14.5), (16.5, 10.0)),
}


def draw(painter: QPainter, name: str, place: QRectF, colour: QColor) -> None:
    """Draw an icon into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / _GRID, place.height() / _GRID)
    pen = QPen(colour, 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if name == "search":
        painter.drawEllipse(QRectF(5.5, 5.5, 9.5, 9.5))
        painter.drawLine(QPointF(13.7, 13.7), QPointF(18.5, 18.5))
    elif name == "close":
        painter.drawLine(QPointF(7.0, 7.0), QPointF(17.0, 17.0))
        painter.drawLine(QPointF(17.0, 7.0), QPointF(7.0, 17.0))
    else:
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in _LINES[name]]))
    painter.restore()
