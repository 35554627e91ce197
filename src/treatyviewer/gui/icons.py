"""Line icons on a 24-unit grid, drawn in the theme's colours at any scale.

They are the SVG files of `resources/icons`, which any program can show and edit. QtSvg does not
draw them: loading it takes some milliseconds and megabytes, and some icons are in the first
picture of the window. They need little of SVG, and that little is read here: paths of absolute
M, L, H, V, C, A and Z, circles and rectangles, stroked. A test holds the result to QtSvg's.

For the same reason the shapes of all icons are read from one file (tools/icons.py makes it).
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

from treatyviewer.paths import resources

GRID = 24.0
_WIDTH = 1.7
_SHAPE = re.compile(r"<(path|circle|rect)\s([^>]*?)/>")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_TOKEN = re.compile(r"[A-Za-z]|-?[\d.]+")
# How many numbers each command of a path takes.
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}


def draw(painter: QPainter, name: str, place: QRectF, colour: QColor) -> None:
    """Draw an icon into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / GRID, place.height() / GRID)
    pen = QPen(colour, _WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path(name), pen)
    painter.restore()


def icon(name: str, colour: QColor, size: int = 16) -> QIcon:
    """An icon for Qt's own menus and buttons, sharp at the scales 1 to 3."""
    # Its list of named icons alone would take each start 2 ms.
    from PySide6.QtGui import QIcon, QPixmap

    made = QIcon()
    for scale in (1, 2, 3):
        pixmap = QPixmap(size * scale, size * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        pixmap.setDevicePixelRatio(scale)
        painter = QPainter(pixmap)
        draw(painter, name, QRectF(0, 0, size, size), colour)
        painter.end()
        made.addPixmap(pixmap)
    return made


@cache
def path(name: str) -> QPainterPath:
    """The lines of an icon, read once."""
    return read(_shapes()[name])


@cache
def _shapes() -> dict[str, str]:
    file = resources() / "icons" / "icons.json"
    shapes: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return shapes


def read(svg: str) -> QPainterPath:
    """The lines that the text of an SVG file draws. Raises `ValueError` for what is not known."""
    made = QPainterPath()
    for shape, text in _SHAPE.findall(svg):
        given = dict(_ATTRIBUTE.findall(text))
        if shape == "path":
            _add_path(made, given["d"])
        elif shape == "circle":
            x, y, r = (float(given[key]) for key in ("cx", "cy", "r"))
            made.addEllipse(QRectF(x - r, y - r, 2 * r, 2 * r))
        else:
            place = QRectF(*(float(given[key]) for key in ("x", "y", "width", "height")))
            round_ = float(given.get("rx", 0))
            made.addRoundedRect(place, round_, round_)
    if made.isEmpty():
        raise ValueError("no shape that is known here")
    return made


def _add_path(made: QPainterPath, text: str) -> None:
    tokens = _TOKEN.findall(text)
    at = 0
    while at < len(tokens):
        command = tokens[at]
        if command not in _TAKES:
            raise ValueError(f"“{command}” is no command that is known here")
        takes = _TAKES[command]
        numbers = [float(token) for token in tokens[at + 1 : at + 1 + takes]]
        at += 1 + takes
        here = made.currentPosition()
        if command == "M":
            made.moveTo(*numbers)
        elif command == "L":
            made.lineTo(*numbers)
        elif command == "H":
            made.lineTo(numbers[0], here.y())
        elif command == "V":
            made.lineTo(here.x(), numbers[0])
        elif command == "C":
            made.cubicTo(*numbers)
        elif command == "A":
            _add_arc(made, *numbers)
        else:
            made.closeSubpath()


def _add_arc(
    made: QPainterPath,
    radius: float,
    _same: float,
    _turned: float,
    large: float,
    clockwise: float,
    x: float,
    y: float,
) -> None:
    """An arc of a circle from where the path is to a point: its centre, then Qt's own arc."""
    from math import atan2, degrees, hypot, sqrt

    here = made.currentPosition()
    dx, dy = x - here.x(), y - here.y()
    chord = hypot(dx, dy)
    radius = max(radius, chord / 2)
    # From the middle of the chord to the centre, square to the chord.
    away = sqrt(max(0.0, radius * radius - chord * chord / 4)) / chord
    side = 1 if bool(large) != bool(clockwise) else -1
    cx = (here.x() + x) / 2 - side * dy * away
    cy = (here.y() + y) / 2 + side * dx * away
    start = degrees(atan2(cy - here.y(), here.x() - cx))
    end = degrees(atan2(cy - y, x - cx))
    swept = end - start
    # Qt counts angles against the clock.
    if clockwise and swept > 0:
        swept -= 360
    elif not clockwise and swept < 0:
        swept += 360
    made.arcTo(QRectF(cx - radius, cy - radius, 2 * radius, 2 * radius), start, swept)
