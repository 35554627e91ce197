"""A plan of the timeline, drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.timeline.plan import LANE, LARGE_DOT, SMALL_DOT, WIDEST, Dot, Plan

# How much of a colour is laid on the panel.
_GREY = 0.72
_BAND = (0.13, 0.08)
_STEM = 0.45
_RING = 3.5
_TICK = 5.0
# More dots than this are drawn without a line around each.
_MANY = 120


class Look:
    """How it looks now. `current` is the event that the keys are on, `pointed` the one under the
    pointer, -1 for none; `words` are those of a label and `date` those of a tick.
    """

    __slots__ = ("current", "date", "metrics", "pointed", "theme", "words")

    def __init__(
        self,
        theme: Theme,
        metrics: QFontMetrics,
        words: Callable[[int], str],
        date: Callable[[str], str],
        current: int,
        pointed: int,
    ) -> None:
        self.theme = theme
        self.metrics = metrics
        self.words = words
        self.date = date
        self.current = current
        self.pointed = pointed


def paint(painter: QPainter, plan: Plan, look: Look) -> None:
    """Draw the line of time; the painter has the font of its words."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _bands(painter, plan, look)
    _axis(painter, plan, look)
    strong = {dot.index for dot in plan.strong}
    _flags(painter, plan, look, strong)
    panel = look.theme.color("panel")
    grey = mixed(look.theme.color("muted"), panel, _GREY)
    # A line of the ground around each, so that neighbours are told apart.
    _dots(painter, plan.dots, plan.rows.dots, SMALL_DOT, grey, panel)
    _dots(painter, plan.strong, plan.rows.dots, LARGE_DOT, look.theme.color("accent"), panel)
    for dot in (*plan.dots, *plan.strong):
        if dot.index in (look.current, look.pointed):
            _ring(painter, dot, plan, look, LARGE_DOT if dot.index in strong else SMALL_DOT)


def mixed(colour: QColor, ground: QColor, part: float) -> QColor:
    """So much of a colour on a ground, opaque: what lies one over another does not darken."""
    rest = 1 - part
    return QColor(
        round(colour.red() * part + ground.red() * rest),
        round(colour.green() * part + ground.green() * rest),
        round(colour.blue() * part + ground.blue() * rest),
    )


def _bands(painter: QPainter, plan: Plan, look: Look) -> None:
    accent, panel = look.theme.color("accent"), look.theme.color("panel")
    for band in plan.bands:
        top, bottom = plan.rows.bands[band.row]
        left = max(band.left, plan.scale.left - 4)
        right = min(band.right, plan.scale.right + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(accent, panel, _BAND[band.row]))
        painter.drawRoundedRect(QRectF(left, top, max(right - left, 2.0), bottom - top), 3, 3)
        if band.width <= 0:
            continue
        painter.setPen(look.theme.color("accent" if band.row == 0 else "muted"))
        text = _cut(band.text, band.width, look) if band.cut else band.text
        painter.drawText(_start(band.start, top, bottom - top, look), text)


def _axis(painter: QPainter, plan: Plan, look: Look) -> None:
    left, right, y = plan.scale.left, plan.scale.right, plan.rows.axis
    line, muted = look.theme.color("line"), look.theme.color("muted")
    painter.setPen(QPen(line, 1))
    painter.drawLine(QPointF(left - 12, y + 0.5), QPointF(right + 12, y + 0.5))
    painter.setPen(QPen(muted, 1))
    end = float("-inf")
    # Years are alike: it is enough to measure one.
    years = look.metrics.horizontalAdvance("1950")
    for place, date in plan.ticks:
        x = round(place) + 0.5
        painter.drawLine(QPointF(x, y + 0.5), QPointF(x, y + _TICK))
        text = look.date(date)
        width = years if len(text) == 4 else look.metrics.horizontalAdvance(text)
        start = x - width / 2
        # Whole or not at all.
        if start > end + 6 and start >= left - 18 and start + width <= right + 22:
            painter.drawText(QPointF(start, y + _TICK + look.metrics.ascent()), text)
            end = start + width


def _flags(painter: QPainter, plan: Plan, look: Look, strong: set[int]) -> None:
    theme = look.theme
    panel = theme.color("panel")
    stems = mixed(theme.color("accent"), panel, _STEM), theme.color("scroll")
    inks = theme.color("ink"), theme.color("muted")
    for flag in plan.flags:
        top = plan.rows.lane_top(flag.lane)
        weak = flag.index not in strong
        named = flag.index in (look.current, look.pointed)
        painter.setPen(QPen(stems[weak], 1))
        x = round(flag.x) + 0.5
        painter.drawLine(QPointF(x, top + 2), QPointF(x, plan.rows.dots - 4))
        painter.setPen(inks[weak and not named])
        text = look.words(flag.index)
        if flag.right - flag.left >= WIDEST:
            text = _cut(text, WIDEST, look)
        painter.drawText(_start(flag.left, top, LANE, look), text)


def _dots(
    painter: QPainter, dots: Sequence[Dot], y: float, radius: float, colour: QColor, panel: QColor
) -> None:
    if len(dots) > _MANY:
        dots = _crowd(painter, dots, y, radius, colour)
    for dot in dots:
        painter.setPen(QPen(panel, 1))
        painter.setBrush(colour)
        if dot.kind == "span":
            width = max(dot.right - dot.left, 2 * radius)
            place = QRectF(dot.x - radius, y - radius, 2 * radius, 2 * radius)
            if width > 2 * radius:
                place = QRectF(dot.left, y - radius + 0.5, width, 2 * radius - 1)
            painter.drawRoundedRect(place, radius - 1, radius - 1)
        elif dot.kind == "rough":
            if dot.right - dot.left > 2 * radius:
                # In which time it was.
                painter.setPen(QPen(colour, 1))
                painter.drawLine(QPointF(dot.left, y), QPointF(dot.right, y))
            painter.setBrush(panel)
            painter.setPen(QPen(colour, 1.5))
            painter.drawEllipse(QPointF(dot.x, y), radius - 0.5, radius - 0.5)
        else:
            painter.drawEllipse(QPointF(dot.x, y), radius + 0.5, radius + 0.5)


def _crowd(
    painter: QPainter, dots: Sequence[Dot], y: float, radius: float, colour: QColor
) -> list[Dot]:
    """Days that are too many to have a line around each, quickly; answers the other dots."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    others: list[Dot] = []
    for dot in dots:
        if dot.kind == "day":
            painter.drawEllipse(QPointF(dot.x, y), radius, radius)
        else:
            others.append(dot)
    return others


def _ring(painter: QPainter, dot: Dot, plan: Plan, look: Look, radius: float) -> None:
    around = radius + _RING
    colour = look.theme.color("accent" if dot.index == look.current else "muted")
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    left, right = dot.x - around, dot.x + around
    if dot.kind == "span":
        left, right = min(left, dot.left - _RING), max(right, dot.right + _RING)
        left, right = max(left, plan.scale.left - around), min(right, plan.scale.right + around)
    place = QRectF(left, plan.rows.dots - around, right - left, 2 * around)
    painter.drawRoundedRect(place, around, around)


def _cut(text: str, room: float, look: Look) -> str:
    return look.metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))


def _start(left: float, top: float, height: float, look: Look) -> QPointF:
    """Where words begin that stand in the middle of a line."""
    metrics = look.metrics
    return QPointF(left, top + (height + metrics.ascent() - metrics.descent()) / 2)
