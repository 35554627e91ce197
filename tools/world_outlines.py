"""Make the outlines of the world's land that maps are drawn from.

They are Natural Earth's 1:50 million land (public domain), as the npm package world-atlas carries
them in TopoJSON:

    npm pack world-atlas@2.0.2
    tar xf world-atlas-2.0.2.tgz
    python tools/world_outlines.py package/land-50m.json

Two files are written, `land-near.bin` for a country or two and `land-far.bin` for a continent and
more. Each begins with the letters TVLAND1 and a line feed; the numbers after that are
little-endian:

* how many rings there are, as 4 bytes;
* for each ring a column and a row of tiles, 1 byte each (tiles of 15 degrees, counted from 180° W
  and 90° S), and how many points it has, 2 bytes;
* the points of all rings, one after the other: longitude and latitude in 180ths of a degree
  (600 m), 2 bytes each, signed.

A ring is closed and lies within its tile, land on its right: drawn with the winding rule, rings of
neighbouring tiles join without a seam, because an edge between tiles has the same points on both
sides. Seas within the land (the Caspian) run the other way round.
"""

from __future__ import annotations

import itertools
import json
import math
import struct
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "map"
UNIT = 180
TILE = 15 * UNIT
COLUMNS = 24
# By file: how far the line may be from the coast, and the least island, in degrees (of latitude).
LEVELS = {"land-near.bin": (0.025, 0.002), "land-far.bin": (0.08, 0.04)}

Point = tuple[int, int]
Ring = list[Point]


# --- reading --------------------------------------------------------------------------------------


def rings(topology: dict[str, Any]) -> Iterator[Ring]:
    """Every ring of the land, without the last point, which is the first again."""
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for numbers in polygon:
                ring: Ring = []
                for number in numbers:
                    arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                    ring += arc[1:] if ring else arc
                yield unwound(ring)


def unwound(ring: Ring) -> Ring:
    """A closed ring without its last point, its longitudes running on beyond the date line. One
    that goes around a pole (Antarctica) is led along the pole.
    """
    turn = 360 * UNIT
    made, shift = ring[:1], 0
    for (before, _), (x, y) in itertools.pairwise(ring):
        shift -= turn * round((x - before) / turn)
        made.append((x + shift, y))
    (first, _), (last, y) = made[0], made[-1]
    if first == last:
        return made[:-1]
    pole = 90 * UNIT if y > 0 else -90 * UNIT
    return [*made, (last, pole), (first, pole)]


def _arc(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    """An arc's points in our units; each is told by what it differs in from the one before."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    points: Ring = []
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((round((x * scale_x + left) * UNIT), round((y * scale_y + bottom) * UNIT)))
    return points


# --- simplifying ----------------------------------------------------------------------------------


def simplified(ring: Ring, tolerance: float) -> Ring:
    """Fewer points, none of the others farther than so many degrees from the line (Douglas and
    Peucker). The ring is cut at its westmost point and at the one farthest from that.
    """
    first = min(range(len(ring)), key=lambda at: ring[at])
    ring = ring[first:] + ring[:first]
    far = max(range(len(ring)), key=lambda at: math.dist(ring[0], ring[at]))
    closed = [*ring, ring[0]]
    keep = {0, far, len(ring)}
    spans = [(0, far), (far, len(ring))]
    while spans:
        start, end = spans.pop()
        at, away = _farthest(closed, start, end)
        if away > tolerance * UNIT:
            keep.add(at)
            spans += [(start, at), (at, end)]
    kept = [closed[at] for at in sorted(keep)][:-1]
    return [point for at, point in enumerate(kept) if point != kept[at - 1]]


def _farthest(points: Ring, start: int, end: int) -> tuple[int, float]:
    """The point between two that is farthest from the line through them, and how far it is."""
    (x0, y0), (x1, y1) = points[start], points[end]
    # A degree of longitude is shorter than one of latitude.
    narrow = max(0.1, math.cos(math.radians((y0 + y1) / 2 / UNIT)))
    dx, dy = (x1 - x0) * narrow, y1 - y0
    length = dx * dx + dy * dy
    best, away = start, 0.0
    for at in range(start + 1, end):
        x, y = (points[at][0] - x0) * narrow, points[at][1] - y0
        along = min(1.0, max(0.0, (x * dx + y * dy) / length)) if length else 0.0
        distance = math.hypot(x - along * dx, y - along * dy)
        if distance > away:
            best, away = at, distance
    return best, away


def area(ring: Ring) -> float:
    """Square degrees on the equator, negative where the ring runs the other way round."""
    doubled = sum(
        x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True)
    )
    middle = sum(y for _, y in ring) / len(ring) / UNIT
    return -doubled / 2 / UNIT**2 * math.cos(math.radians(middle))


# --- cutting --------------------------------------------------------------------------------------


def cut(ring: Ring) -> Iterator[tuple[int, int, Ring]]:
    """The parts of a ring by the column and the row of their tiles: into columns first, so that
    what a border between two rows crosses is the same for both.
    """
    for column, in_column in _cut_along(ring, 0):
        # Back from beyond the date line.
        back = 360 * UNIT * (column // COLUMNS)
        for row, part in _cut_along([(x - back, y) for x, y in in_column], 1):
            yield column % COLUMNS, row, _dense(part)


def _cut_along(ring: Ring, axis: int) -> Iterator[tuple[int, Ring]]:
    start = (-180 * UNIT, -90 * UNIT)[axis]
    first = (min(point[axis] for point in ring) - start) // TILE
    last = -((start - max(point[axis] for point in ring)) // TILE)
    for number in range(first, last):
        low = start + number * TILE
        part = _beyond(_beyond(ring, axis, low, 1), axis, low + TILE, -1)
        if len(part) > 2:
            yield number, part


def _beyond(ring: Ring, axis: int, border: int, sign: int) -> Ring:
    """What is on one side of a border (Sutherland and Hodgman)."""
    made: Ring = []
    for at, point in enumerate(ring):
        before = ring[at - 1]
        inside, was_inside = (sign * (p[axis] - border) >= 0 for p in (point, before))
        if inside != was_inside:
            made.append(_crossing(before, point, axis, border))
        if inside:
            made.append(point)
    return [point for at, point in enumerate(made) if point != made[at - 1]]


def _crossing(one: Point, other: Point, axis: int, border: int) -> Point:
    # In one order, so that the other side of the border gets the same point.
    low, high = sorted((one, other), key=lambda point: (point[axis], point))
    share = (border - low[axis]) / (high[axis] - low[axis])
    across = round(low[1 - axis] + share * (high[1 - axis] - low[1 - axis]))
    return (border, across) if axis == 0 else (across, border)


def _dense(ring: Ring) -> Ring:
    """The same with a point at each degree of the borders: a parallel is curved on a map, and the
    other side of it may have other points.
    """
    made: Ring = []
    for at, point in enumerate(ring):
        before = ring[at - 1]
        for axis in (0, 1):
            if point[axis] == before[axis] and (point[axis] + 90 * UNIT) % TILE == 0:
                start, end = before[1 - axis], point[1 - axis]
                step = UNIT if start < end else -UNIT
                next_one = (start // UNIT + 1 if step > 0 else -(-start // UNIT) - 1) * UNIT
                for along in range(next_one, end, step):
                    made.append((point[0], along) if axis == 0 else (along, point[1]))
        made.append(point)
    return made


# --- writing --------------------------------------------------------------------------------------


def packed(whole: list[Ring], tolerance: float, least: float) -> bytes:
    """The file of one level."""
    table, numbers = bytearray(), array("h")
    count = 0
    for ring in whole:
        if least and abs(area(ring)) < least:
            continue
        small = simplified(ring, tolerance)
        if len(small) < 3:
            continue
        for column, row, part in cut(small):
            table += struct.pack("<BBH", column, row, len(part))
            for point in part:
                numbers.extend(point)
            count += 1
    if sys.byteorder == "big":
        numbers.byteswap()
    return b"TVLAND1\n" + struct.pack("<I", count) + bytes(table) + numbers.tobytes()


def main() -> int:
    """Write both levels."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    whole = list(rings(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
    TARGET.mkdir(exist_ok=True)
    for name, (tolerance, least) in LEVELS.items():
        data = packed(whole, tolerance, least)
        (TARGET / name).write_bytes(data)
        count = struct.unpack_from("<I", data, 8)[0]
        print(f"{name}: {count} rings, {(len(data) - 12 - 4 * count) // 4} points, {len(data)} B")
    return 0


if __name__ == "__main__":
    sys.exit(main())
