"""A map drawn into a picture: sea, land, a net of degrees, the places with their names, a scale."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from treatyviewer.entry.blocks import Map, MapPlace
from treatyviewer.gui.theme import Palette
from treatyviewer.gui.widgets import map_labels
from treatyviewer.gui.widgets.map_land import TILE, Land
from treatyviewer.gui.widgets.map_projection import (
    EqualEarth,
    Extent,
    Point,
    around,
    holding,
    scale_length,
)
from treatyviewer.tuples import NamedTuple

# Height by width, of a map of all places and of the region about one.
ALL, ONE = 0.5625, 0.5
# The region about one place, in kilometres.
_REGION = 4600.0
_ROUND = 5.0
# As thin as the screen can draw, and quick.
_HAIR = 0
_OPAQUE = QImage.Format.Format_RGB32
_INSET = 14.0


class Spot(NamedTuple):
    """Where a place can be pointed at: its dot and its name, which may have found no room."""

    place: MapPlace
    dot: QPointF
    label: QRectF


class MapFonts(NamedTuple):
    """The fonts of names: by whether it is the place that the map is about, and for the scale."""

    here: Sequence[QFont]
    others: Sequence[QFont]
    scale: QFont


def extent_of(block: Map) -> Extent:
    """The part of the world that a map shows."""
    here = next((one for one in block.places if one.target == block.here), None)
    places = [(one.longitude, one.latitude) for one in block.places]
    if here is not None:
        return around((here.longitude, here.latitude), places, 1 / ONE, _REGION)
    return holding(places, 1 / ALL)


class MapDrawing:
    """One map, drawn once in a size."""

    def __init__(
        self, block: Map, folder: Path, palette: Palette, fonts: MapFonts, kilometres: str
    ) -> None:
        """`folder` has the outlines; `kilometres` is how a length is written, "{number} km"."""
        self._block = block
        self._folder = folder
        self._palette = palette
        self._fonts = fonts
        self._kilometres = kilometres
        self._extent = extent_of(block)
        self.spots: list[Spot] = []

    def image(self, width: float, height: float, ratio: float) -> QImage:
        """The map, `width` pixels wide at a scale of 1; `spots` are then where they are on it."""
        made = QImage(math.ceil(width * ratio), math.ceil(height * ratio), _OPAQUE)
        made.setDevicePixelRatio(ratio)
        made.fill(QColor(self._palette.sea))
        painter = QPainter(made)
        self._draw_land(painter, width)
        self._draw_net(painter, width)
        taken = self._draw_scale(painter, width, height)
        self._draw_places(painter, width, height, taken)
        self._round_off(painter, QRectF(0, 0, width, height))
        painter.end()
        return made

    def _round_off(self, painter: QPainter, whole: QRectF) -> None:
        corners = QPainterPath()
        corners.addRect(whole)
        corners.addRoundedRect(whole, _ROUND, _ROUND)
        painter.fillPath(corners, QColor(self._palette.page))

    # --- land ---------------------------------------------------------------------------------

    def _draw_land(self, painter: QPainter, width: float) -> None:
        extent = self._extent
        scale = width / extent.width
        land = QPainterPath()
        land.setFillRule(Qt.FillRule.WindingFill)
        coasts: list[QPolygonF] = []
        outlines = Land.load(self._folder, extent.width)
        for west, south in outlines.tiles():
            if not self._sees(west, south):
                continue
            for ring in outlines.rings(west, south):
                points = [
                    QPointF(x, y)
                    for x, y in extent.projection.line(ring, extent.left, extent.top, scale)
                ]
                land.addPolygon(QPolygonF(points))
                land.closeSubpath()
                coasts += [QPolygonF((points + points)[a:b]) for a, b in _coasts(ring)]
        # Smooth edges of so large a ground take ten times as long; the line on them is smooth.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillPath(land, QColor(self._palette.land))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._palette.coast), _HAIR))
        for coast in coasts:
            painter.drawPolyline(coast)

    def _sees(self, west: float, south: float) -> bool:
        """Whether a tile may be in the picture."""
        projection = self._extent.projection
        edge = [
            (west + across, south + up)
            for across in (0, TILE / 2, TILE)
            for up in (0, TILE / 2, TILE)
        ]
        if not any(projection.shows(*place) for place in edge):
            return False
        points = [projection.plane(*place) for place in edge]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        _, left, top, across, down = self._extent
        slack = 250.0
        return (
            min(xs) - slack < left + across
            and max(xs) + slack > left
            and min(ys) - slack < top + down
            and max(ys) + slack > top
        )

    # --- the net of degrees -------------------------------------------------------------------

    def _draw_net(self, painter: QPainter, width: float) -> None:
        colour = QColor(self._palette.coast)
        colour.setAlphaF(0.4)
        painter.setPen(QPen(colour, _HAIR))
        for line in self._net():
            points = [QPointF(*self._extent.at(*place, width)) for place in line]
            painter.drawPolyline(QPolygonF(points))

    def _net(self) -> Iterator[list[Point]]:
        extent = self._extent
        step = next((degrees for most, degrees in _STEPS if extent.width <= most), 30)
        seen = [extent.projection.degrees(x, y) for x, y in extent.border()]
        known = [place for place in seen if place is not None]
        middle = extent.projection.middle[0]
        turns = [(longitude - middle + 180) % 360 - 180 for longitude, _ in known]
        low = max(-80, math.floor(min(y for _, y in known) / step) * step)
        high = min(80, math.ceil(max(y for _, y in known) / step) * step)
        west = max(-180.0, min(turns) - step) + middle
        east = min(180.0, max(turns) + step) + middle
        if max(abs(y) for _, y in known) > 85 or isinstance(extent.projection, EqualEarth):
            # A pole is seen, and all meridians with it; or the whole world is.
            west, east = middle - 180, middle + 180
        first = math.ceil(west / step) * step
        for longitude in range(first, math.floor(east) + 1, step):
            if longitude - first < 360:
                yield [(float(longitude), float(y)) for y in (*range(low, high, 3), high)]
        parts = math.ceil((east - west) / 4)
        for latitude in range(low, high + 1, step):
            yield [
                (west + (east - west) * part / parts, float(latitude)) for part in range(parts + 1)
            ]

    # --- places and scale ---------------------------------------------------------------------

    def _draw_scale(self, painter: QPainter, width: float, height: float) -> list[map_labels.Box]:
        if isinstance(self._extent.projection, EqualEarth):
            # A length is another one everywhere.
            return []
        length = scale_length(self._extent.width * 0.2)
        bar = length * width / self._extent.width
        left, bottom = _INSET, height - _INSET
        colour = QColor(self._palette.muted)
        painter.setPen(QPen(colour, 1.2))
        painter.drawPolyline(
            [
                QPointF(left, bottom - 5),
                QPointF(left, bottom),
                QPointF(left + bar, bottom),
                QPointF(left + bar, bottom - 5),
            ]
        )
        painter.setFont(self._fonts.scale)
        said = self._kilometres.format(number=length)
        metrics = QFontMetricsF(self._fonts.scale)
        painter.drawText(QPointF(left, bottom - 9), said)
        right = left + max(bar, metrics.horizontalAdvance(said))
        return [map_labels.Box(left, bottom - 9 - metrics.height(), right + 4, height)]

    def _draw_places(
        self, painter: QPainter, width: float, height: float, taken: list[map_labels.Box]
    ) -> None:
        palette = self._palette
        places = sorted(self._block.places, key=self._is_other)
        dots: list[map_labels.Dot] = []
        for place in places:
            font = self._font(place)
            metrics = QFontMetricsF(font)
            x, y = self._extent.at(place.longitude, place.latitude, width)
            across = math.ceil(metrics.horizontalAdvance(place.name)) + 2
            dots.append(map_labels.Dot(x, y, self._radius(place), across, metrics.height()))
        frame = map_labels.Box(3, 3, width - 3, height - 3)
        labels = map_labels.place(dots, frame, taken)
        self.spots = []
        painter.setPen(QPen(QColor(palette.muted), 0.8))
        for dot, label in zip(dots, labels, strict=True):
            if label is not None and label.leader is not None:
                painter.drawLine(QLineF(QPointF(dot.x, dot.y), QPointF(*label.leader)))
        for place, dot, label in zip(places, dots, labels, strict=True):
            box = QRectF()
            if label is not None:
                left, top, right, bottom = label.box
                box = QRectF(left, top, right - left, bottom - top)
                painter.setFont(self._font(place))
                painter.setPen(QColor(palette.accent if self._is_here(place) else palette.ink))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, place.name)
            self.spots.append(Spot(place, QPointF(dot.x, dot.y), box))
        # The one that the map is about over all others.
        for place, dot in reversed([*zip(places, dots, strict=True)]):
            grey = self._block.here and not self._is_here(place)
            painter.setPen(QPen(QColor(palette.land), 1.5))
            painter.setBrush(QColor(palette.muted if grey else palette.accent))
            painter.drawEllipse(QPointF(dot.x, dot.y), dot.radius, dot.radius)

    def _is_here(self, place: MapPlace) -> bool:
        return place.target == self._block.here

    def _is_other(self, place: MapPlace) -> bool:
        return not self._is_here(place)

    def _radius(self, place: MapPlace) -> float:
        if not self._block.here:
            return 3.8
        return 5.5 if self._is_here(place) else 3.6

    def _font(self, place: MapPlace) -> QFont:
        at = self._block.places.index(place)
        return (self._fonts.here if self._is_here(place) else self._fonts.others)[at]


# Kilometres across up to which lines are so many degrees apart.
_STEPS = ((3500, 5), (9500, 10), (14_000, 20))


def _coasts(ring: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """The stretches of a ring that are coast, not the edge of a tile: from one number up to
    another, which runs on beyond the ring's end.
    """
    count = len(ring)
    edges = [at for at in range(count) if _on_edge(ring[at - 1], ring[at])]
    if not edges:
        yield 0, count + 1
        return
    for edge, after in zip(edges, [*edges[1:], edges[0] + count], strict=True):
        if after - edge > 1:
            yield edge, after


def _on_edge(one: Point, other: Point) -> bool:
    (x0, y0), (x1, y1) = one, other
    return (x0 == x1 and x0 % TILE == 0) or (y0 == y1 and y0 % TILE == 0)
