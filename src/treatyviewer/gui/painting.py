"""Filling places with a colour, without the price of the first `QPainter.fillRect`.

That one also takes gradients by name, so its first call makes Python's enumeration of all 169 of
them: 2 ms of each start.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, place: QRect | QRectF, colour: QColor) -> None:
    """Fill a rectangle, to its edges; pen and brush stay as they are."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(place)
    painter.restore()
