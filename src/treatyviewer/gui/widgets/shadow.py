"""The soft shadow around what lies over the window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

# How far it reaches; whoever has one makes so much room around itself.
REACH = 14
_DARKNESS = 0.012
# It lies a little below what casts it.
_BELOW = 2


def paint_shadow(painter: QPainter, inner: QRectF, radius: float) -> None:
    """Paint the shadow of a rounded rectangle; the rectangle itself is painted over it."""
    colour = QColor(0, 0, 0)
    colour.setAlphaF(_DARKNESS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for step in range(REACH, 0, -1):
        rect = inner.adjusted(-step, _BELOW - step, step, step)
        painter.drawRoundedRect(rect, radius + step, radius + step)
