"""The outlines of the land: `resources/map`, as tools/world_outlines.py makes it."""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path

# Tiles are as many degrees wide and high.
TILE = 15
_UNIT = 180
_MAGIC = b"TVLAND1\n"
# Kilometres in the width of a map above which nobody sees the finer outlines.
_FAR = 5000


class Land:
    """The land of the world, in tiles."""

    def __init__(self, data: bytes) -> None:
        """`data` is the whole file. Raises ValueError for another one."""
        if not data.startswith(_MAGIC):
            raise ValueError("These are no outlines.")
        (count,) = struct.unpack_from("<I", data, len(_MAGIC))
        start = len(_MAGIC) + 4
        self._points = array("h", data[start + 4 * count :])
        if sys.byteorder == "big":
            self._points.byteswap()
        # By column and row of tiles: where in the points each ring begins and ends.
        self._tiles: dict[tuple[int, int], list[tuple[int, int]]] = {}
        at = 0
        table = memoryview(data)[start : start + 4 * count]
        for column, row, points in struct.iter_unpack("<BBH", table):
            self._tiles.setdefault((column, row), []).append((at, at + 2 * points))
            at += 2 * points
        if at != len(self._points):
            raise ValueError("The outlines are cut off.")

    @classmethod
    def load(cls, folder: Path, width: float) -> Land:
        """The outlines for a map of so many kilometres."""
        name = "land-far.bin" if width > _FAR else "land-near.bin"
        return cls((folder / name).read_bytes())

    def tiles(self) -> Iterator[tuple[float, float]]:
        """The west and south edges of the tiles that have land."""
        for column, row in self._tiles:
            yield column * TILE - 180.0, row * TILE - 90.0

    def rings(self, west: float, south: float) -> Iterator[list[tuple[float, float]]]:
        """The rings of a tile, each a list of longitudes and latitudes."""
        key = round((west + 180) / TILE), round((south + 90) / TILE)
        for start, end in self._tiles.get(key, ()):
            numbers = self._points[start:end]
            yield [(x / _UNIT, y / _UNIT) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a place is on land."""
        west = min(345, (longitude + 180) // TILE * TILE) - 180
        south = min(165, (latitude + 90) // TILE * TILE) - 90
        inside = False
        for ring in self.rings(west, south):
            before = ring[-1]
            for point in ring:
                (x0, y0), (x1, y1) = before, point
                if (y0 > latitude) != (y1 > latitude) and longitude < x0 + (latitude - y0) * (
                    x1 - x0
                ) / (y1 - y0):
                    inside = not inside
                before = point
        return inside
