"""Where names stand beside the dots of a map: never on each other, nor on another's dot."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from treatyviewer.tuples import NamedTuple


class Box(NamedTuple):
    """A rectangle, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two have any of the plane in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def distance(self, x: float, y: float) -> float:
        """How far a point is from this one."""
        return math.hypot(
            max(self.left - x, 0, x - self.right), max(self.top - y, 0, y - self.bottom)
        )

    def lies_in(self, other: Box) -> bool:
        """Whether this one is wholly in another."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


class Dot(NamedTuple):
    """A dot with its radius, and the size of the name that belongs to it."""

    x: float
    y: float
    radius: float
    width: float
    height: float

    @property
    def box(self) -> Box:
        """What the dot itself covers."""
        return Box(
            self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius
        )


class Label(NamedTuple):
    """Where a name stands. With `leader` it is so far off that a line leads to that point."""

    box: Box
    leader: tuple[float, float] | None


# The sides of a dot in the order of preference: right and left of it, above and below.
_SIDES = ((1.0, 0.0), (-1.0, 0.0), (1.0, -1.0), (1.0, 1.0), (-1.0, -1.0), (-1.0, 1.0), (0.0, -1.0),
          (0.0, 1.0))  # fmt: skip
_GAP = 4.0
# How far off a name may be led, in steps.
_FAR = tuple(range(14, 91, 8))
_TURNS = 16


def place(dots: Sequence[Dot], frame: Box, taken: Sequence[Box] = ()) -> list[Label | None]:
    """The labels of some dots, the first ones first: each on the best side that is free, else led
    off by a line; None for a dot around which everything is taken.
    """
    dots, boxes = [*dots], [*taken]
    points = [dot.box for dot in dots]
    lines: list[Line] = []
    found: list[Label | None] = [None] * len(dots)
    # Those that have other dots about them are the harder to place.
    order = sorted(range(len(dots)), key=lambda at: (at > 0, -_crowd(dots, at), at))
    for at in order:
        others = points[:at] + points[at + 1 :]
        for label in _choices(dots[at]):
            if not label.box.lies_in(frame) or any(map(label.box.meets, boxes)):
                continue
            if any(map(label.box.meets, others)) or _misleads(dots, at, label):
                continue
            if any(_crosses(line, label.box) for line in lines):
                continue
            if label.leader is not None:
                line = (dots[at].x, dots[at].y), label.leader
                apart = [dot.box for dot in dots if not _touch(dot, dots[at])]
                if any(_crosses(line, box) for box in (*boxes, *apart)):
                    continue
                if any(_meet(line, other) for other in lines):
                    continue
                lines.append(line)
            boxes.append(label.box)
            found[at] = label
            break
    return found


Line = tuple[tuple[float, float], tuple[float, float]]


def _crowd(dots: Sequence[Dot], at: int) -> int:
    one = dots[at]
    return sum(
        abs(one.x - other.x) < one.width and abs(one.y - other.y) < 2 * one.height for other in dots
    )


def _touch(one: Dot, other: Dot) -> bool:
    """Whether two dots can hardly be told apart."""
    return math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius + 2


def _misleads(dots: list[Dot], at: int, label: Label) -> bool:
    """Whether a name stands as near to another dot as to its own."""
    one = dots[at]
    own = label.box.distance(one.x, one.y) if label.leader is None else _GAP
    for dot in dots[:at] + dots[at + 1 :]:
        # Of two that nearly cover each other, it is enough to be on one's own side.
        if label.box.distance(dot.x, dot.y) < own + (0 if _touch(one, dot) else 3):
            return True
    return False


def _choices(dot: Dot) -> Iterator[Label]:
    """Every place for a name, the best ones first."""
    for right, down in _SIDES:
        # At a corner the name may draw nearer.
        off = (dot.radius + _GAP) * (1 if not (right and down) else 0.6)
        x, y = dot.x + right * off, dot.y + down * off
        yield Label(_box(dot, x, y, right, down), None)
    for far in _FAR:
        for turn in range(_TURNS):
            angle = 2 * math.pi * turn / _TURNS
            across, down_by = math.cos(angle), math.sin(angle)
            x, y = dot.x + far * across, dot.y + far * down_by
            right = 0.0 if abs(across) < 0.3 else math.copysign(1, across)
            down = 0.0 if abs(down_by) < 0.9 else math.copysign(1, down_by)
            near = far - 2
            leader = dot.x + near * across, dot.y + near * down_by
            yield Label(_box(dot, x, y, right, down), leader)


def _box(dot: Dot, x: float, y: float, right: float, down: float) -> Box:
    """The box of a name that begins at a point and lies on that side of it."""
    left = x + (right - 1) / 2 * dot.width
    top = y + (down - 1) / 2 * dot.height
    return Box(left, top, left + dot.width, top + dot.height)


def _crosses(line: Line, box: Box) -> bool:
    """Whether a line has a point in a box (Liang and Barsky)."""
    (x0, y0), (x1, y1) = line
    start, end = 0.0, 1.0
    for origin, step, low, high in (
        (x0, x1 - x0, box.left, box.right),
        (y0, y1 - y0, box.top, box.bottom),
    ):
        if abs(step) < 1e-9:
            if not low <= origin <= high:
                return False
            continue
        first, last = sorted(((low - origin) / step, (high - origin) / step))
        start, end = max(start, first), min(end, last)
    return start <= end


def _meet(one: Line, other: Line) -> bool:
    """Whether two lines cross."""

    def side(line: Line, point: tuple[float, float]) -> float:
        (x0, y0), (x1, y1) = line
        return (x1 - x0) * (point[1] - y0) - (y1 - y0) * (point[0] - x0)

    return (
        side(one, other[0]) * side(one, other[1]) < 0
        and side(other, one[0]) * side(other, one[1]) < 0
    )
