"""From degrees to the plane of a map and back: arithmetic only.

A region is drawn in Lambert's azimuthal equal-area projection about its middle, which is true to
area everywhere and to shape near the middle, and needs no care at poles or at the date line. Places
that are spread over the whole world are drawn on Equal Earth (Šavrič, Patterson and Jenny, 2018).
Planes are in kilometres, y to the south.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Protocol

from treatyviewer.tuples import NamedTuple

RADIUS = 6371.0
# Longitude and latitude, in degrees; a place in the plane.
Degrees = tuple[float, float]
Point = tuple[float, float]

# What lies farther from the middle is not drawn in the azimuthal projection.
FARTHEST = 140.0
# Of a region nothing is farther from the middle, in kilometres on the plane; else the whole world
# is shown. It is 120 degrees away.
_WIDEST = 11_000.0


class Projection(Protocol):
    """A way of drawing the globe on a plane."""

    middle: Degrees

    def line(self, places: Sequence[Degrees], left: float, top: float, scale: float) -> list[Point]:
        """Many places at once, in a picture of that scale."""

    def plane(self, longitude: float, latitude: float) -> Point:
        """Where a place is drawn."""

    def degrees(self, x: float, y: float) -> Degrees | None:
        """The place that is drawn there; None off the map."""

    def shows(self, longitude: float, latitude: float) -> bool:
        """Whether a place is drawn at all."""


class Azimuthal:
    """Lambert's azimuthal equal-area projection about a place."""

    def __init__(self, longitude: float, latitude: float) -> None:
        self.middle = longitude, latitude
        self._sine = math.sin(math.radians(latitude))
        self._cosine = math.cos(math.radians(latitude))
        self._least = math.cos(math.radians(FARTHEST))

    def plane(self, longitude: float, latitude: float) -> Point:
        """Where a place is drawn."""
        from_middle = math.radians(longitude - self.middle[0])
        height = math.radians(latitude)
        up, out = math.sin(height), math.cos(height)
        ahead = out * math.cos(from_middle)
        near = 1 + self._sine * up + self._cosine * ahead
        # The other end of the world would be a circle; it is never shown.
        size = RADIUS * math.sqrt(2 / near) if near > 1e-9 else 0.0
        x = size * out * math.sin(from_middle)
        return x, -size * (self._cosine * up - self._sine * ahead)

    def line(self, places: Sequence[Degrees], left: float, top: float, scale: float) -> list[Point]:
        """Many places at once, in a picture of that scale; quicker than one by one."""
        middle, sine, cosine = math.radians(self.middle[0]), self._sine, self._cosine
        sin, cos, sqrt, unit = math.sin, math.cos, math.sqrt, math.pi / 180
        size, left, top = RADIUS * scale * math.sqrt(2), left * scale, top * scale
        made: list[Point] = []
        for longitude, latitude in places:
            turn, height = longitude * unit - middle, latitude * unit
            up, out = sin(height), cos(height)
            ahead = out * cos(turn)
            far = size / sqrt(1 + sine * up + cosine * ahead)
            made.append((far * out * sin(turn) - left, far * (sine * ahead - cosine * up) - top))
        return made

    def degrees(self, x: float, y: float) -> Degrees | None:
        """The place that is drawn there; None off the map."""
        y = -y
        distance = math.hypot(x, y)
        if distance > 2 * RADIUS:
            return None
        if distance < 1e-9:
            return self.middle
        angle = 2 * math.asin(distance / (2 * RADIUS))
        sine, cosine = math.sin(angle), math.cos(angle)
        latitude = math.asin(
            max(-1.0, min(1.0, cosine * self._sine + y * sine * self._cosine / distance))
        )
        longitude = math.atan2(x * sine, distance * self._cosine * cosine - y * self._sine * sine)
        return wrapped(self.middle[0] + math.degrees(longitude)), math.degrees(latitude)

    def shows(self, longitude: float, latitude: float) -> bool:
        """Whether a place is drawn at all."""
        return self._near(longitude, latitude) >= self._least

    def _near(self, longitude: float, latitude: float) -> float:
        """The cosine of how far a place is from the middle."""
        height = math.radians(latitude)
        ahead = math.cos(math.radians(longitude - self.middle[0]))
        return self._sine * math.sin(height) + self._cosine * math.cos(height) * ahead


class EqualEarth:
    """The whole world, cut along a meridian opposite the one in the middle."""

    _A = (1.340264, -0.081106, 0.000893, 0.003796)
    _ROOT = math.sqrt(3) / 2

    def __init__(self, longitude: float) -> None:
        self.middle = longitude, 0.0

    def plane(self, longitude: float, latitude: float) -> Point:
        """Where a place is drawn."""
        a, b, c, d = self._A
        # The cut may be drawn at both ends; what lies on it stays where it was said to be.
        from_middle = longitude - self.middle[0]
        if abs(from_middle) > 180:
            from_middle = wrapped(from_middle)
        t = math.asin(self._ROOT * math.sin(math.radians(latitude)))
        two = t * t
        six = two * two * two
        slope = a + 3 * b * two + six * (7 * c + 9 * d * two)
        x = RADIUS * math.radians(from_middle) * math.cos(t) / (self._ROOT * slope)
        return x, -RADIUS * t * (a + b * two + six * (c + d * two))

    def line(self, places: Sequence[Degrees], left: float, top: float, scale: float) -> list[Point]:
        """Many places at once, all on one side of the cut, in a picture of that scale."""
        turns = [longitude - self.middle[0] for longitude, _ in places]
        half = (min(turns) + max(turns)) / 2
        shift = self.middle[0] + wrapped(half) - half
        points = (self.plane(x - self.middle[0] + shift, y) for x, y in places)
        return [((x - left) * scale, (y - top) * scale) for x, y in points]

    def degrees(self, x: float, y: float) -> Degrees | None:
        """The place that is drawn there; None off the map."""
        a, b, c, d = self._A
        wanted = -y / RADIUS
        t = wanted
        for _ in range(12):
            two = t * t
            six = two * two * two
            slope = a + 3 * b * two + six * (7 * c + 9 * d * two)
            t -= (t * (a + b * two + six * (c + d * two)) - wanted) / slope
        sine = math.sin(t) / self._ROOT
        if abs(sine) > 1 + 1e-9:
            return None
        from_middle = math.degrees(x / RADIUS * self._ROOT * slope / math.cos(t))
        if abs(from_middle) > 180 + 1e-9:
            return None
        latitude = math.degrees(math.asin(max(-1.0, min(1.0, sine))))
        return wrapped(self.middle[0] + from_middle), latitude

    def shows(self, longitude: float, latitude: float) -> bool:
        """Whether a place is drawn at all."""
        return True


class Extent(NamedTuple):
    """What part of a plane is shown, in kilometres."""

    projection: Projection
    left: float
    top: float
    width: float
    height: float

    def at(self, longitude: float, latitude: float, size: float) -> Point:
        """Where a place stands in a picture that is `size` wide."""
        x, y = self.projection.plane(longitude, latitude)
        scale = size / self.width
        return (x - self.left) * scale, (y - self.top) * scale

    def border(self, steps: int = 12) -> list[Point]:
        """Points in the plane along the edge, and some within."""
        return [
            (self.left + self.width * column / steps, self.top + self.height * row / steps)
            for column in range(steps + 1)
            for row in range(steps + 1)
            if column % steps == 0 or row % steps == 0 or (column % 4 == row % 4 == 0)
        ]


def wrapped(longitude: float) -> float:
    """The same longitude from -180 up to 180."""
    return (longitude + 180) % 360 - 180


def around(
    here: Degrees, places: Iterable[Degrees], aspect: float, least: float, margin: float = 0.05
) -> Extent:
    """A region with a place in its middle, `least` kilometres wide or wide enough for all others.
    `aspect` is its width by its height.
    """
    projection = Azimuthal(*here)
    left, top, right, bottom = _bounds(projection, [here, *places])
    across, down = max(-left, right), max(-top, bottom)
    width = max(least, 2 * across / (1 - 2 * margin), 2 * down / (1 / aspect - 2 * margin))
    return Extent(projection, -width / 2, -width / aspect / 2, width, width / aspect)


def holding(
    places: Sequence[Degrees], aspect: float, *, margin: float = 0.13, least: float = 2400
) -> Extent:
    """The smallest region with all places in it and a margin (a share of the width) around them,
    but not less than `least` kilometres wide. The whole world where they are all over it.
    """
    middle = _middle(places)
    projection = Azimuthal(*middle)
    for _ in range(3):
        left, top, right, bottom = _bounds(projection, places)
        again = projection.degrees((left + right) / 2, (top + bottom) / 2)
        if again is None:
            break
        projection = Azimuthal(*again)
    left, top, right, bottom = _bounds(projection, places)
    room = 1 - 2 * margin
    # The margin is as wide above as at the sides.
    width = max(least, (right - left) / room, (bottom - top) / (1 / aspect - 2 * margin))
    height = width / aspect
    if math.hypot(width, height) / 2 > _WIDEST:
        return _world(_gap(places), aspect)
    return Extent(
        projection, (left + right - width) / 2, (top + bottom - height) / 2, width, height
    )


def _bounds(projection: Projection, places: Iterable[Degrees]) -> tuple[float, float, float, float]:
    points = [projection.plane(*place) for place in places]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _world(longitude: float, aspect: float) -> Extent:
    projection = EqualEarth(longitude)
    width = 2 * projection.plane(longitude + 180, 0)[0]
    height = 2 * abs(projection.plane(longitude, 90)[1])
    width = max(width, height * aspect) * 1.02
    return Extent(projection, -width / 2, -width / aspect / 2, width, width / aspect)


def _middle(places: Iterable[Degrees]) -> Degrees:
    """The middle of some places on the globe; any place where they have none."""
    x = y = z = 0.0
    for longitude, latitude in places:
        out = math.cos(math.radians(latitude))
        x += out * math.cos(math.radians(longitude))
        y += out * math.sin(math.radians(longitude))
        z += math.sin(math.radians(latitude))
    return math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))


def _gap(places: Sequence[Degrees]) -> float:
    """The middle meridian that cuts the world where the widest stretch is without a place, in
    steps of 15 degrees, at which the outlines are cut too.
    """
    around_it = sorted(wrapped(longitude) for longitude, _ in places)
    gaps = [
        ((after - before) % 360 or 360.0, before)
        for before, after in zip(around_it, around_it[1:] + around_it[:1], strict=True)
    ]
    size, start = max(gaps)
    return wrapped(15 * round((start + size / 2) / 15) + 180)


def scale_length(kilometres: float) -> int:
    """The longest round length (1, 2 or 5 and noughts) that is not above one."""
    power = 10 ** math.floor(math.log10(kilometres))
    return int(max(step * power for step in (1, 2, 5) if step * power <= kilometres))
