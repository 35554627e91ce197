"""The line of time: events as dots with flags, periods as bands, by wheel, pointer and keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QPointF, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from treatyviewer.entry.timeline import Timeline
from treatyviewer.gui import typography
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.timeline.painting import Look, paint
from treatyviewer.gui.widgets.timeline.plan import LARGE_DOT, Dot, Plan, Planner
from treatyviewer.gui.widgets.timeline.scale import Range, Scale, day_number, whole_range
from treatyviewer.gui.widgets.timeline.track import Some

if TYPE_CHECKING:
    from treatyviewer.gui.widgets.timeline.input import Input

_LEFT, _RIGHT = 22, 24
_NONE = Some([], [])
# The accessible interface is made when nobody waits for the first picture any more.
_LATER_MS = 100


class Canvas(QWidget):
    """Shows a timeline. The events are numbered in the order of time."""

    # An event's page is wanted.
    address_requested = Signal(object)
    range_changed = Signal()

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.language = language
        self.setFont(typography.sans(self.font(), typography.TINY - 1))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.timeline = Timeline()
        self.whole = Range(0.0, 31.0)
        self._range = self.whole
        self._strong = _NONE
        # Somebody has seen it.
        self.was_painted = False
        self._planner: Planner | None = None
        self._plan: Plan | None = None
        # The event that the keys are on, and the one under the pointer; -1 for none.
        self.current = -1
        self._pointed = -1
        # The interface for screen readers, when there is one.
        self.accessible: object = None
        self._input: Input | None = None
        theme.changed.connect(self.update)
        QTimer.singleShot(_LATER_MS, self, self.make_accessible)

    # --- what is shown ------------------------------------------------------------------------

    def set_timeline(self, timeline: Timeline) -> None:
        """Show another timeline as a whole."""
        self.timeline = timeline
        first, last = timeline.first, timeline.last
        if first:
            # Periods that are open at an end go to the edge.
            days = [p.first for p in timeline.periods] + [p.last for p in timeline.periods]
            known = [first, last, *(day for day in days if "0001-01-01" < day < "9999-12-31")]
            self.whole = whole_range(day_number(min(known)), day_number(max(known)))
        metrics = self.fontMetrics()
        self._planner = Planner(timeline, self.whole, metrics.horizontalAdvance)
        self._strong = _NONE
        self.current = self._pointed = -1
        self._range = self.whole
        self._changed()
        self.range_changed.emit()
        if self.accessible is not None:
            from treatyviewer.gui.widgets.timeline.accessible import tell_events

            tell_events(self)

    @property
    def range(self) -> Range:
        """What is seen."""
        return self._range

    def set_range(self, wanted: Range) -> None:
        """See this, as far as there is so much and it is not too close."""
        wanted = wanted.within(self.whole)
        if not wanted.same(self._range):
            self._range = wanted
            self._changed()
            self.range_changed.emit()

    def show_days(self, first: str, last: str) -> None:
        """See all from one day to another, in ISO 8601."""
        self.set_range(Range(float(day_number(first)), float(day_number(last) + 1)))

    @property
    def emphasised(self) -> frozenset[int]:
        """The events that stand out."""
        return frozenset(self._strong.numbers)

    def emphasise(self, numbers: Iterable[int]) -> None:
        """Let these events stand out, and no others."""
        if self._planner is not None:
            self._strong = self._planner.track.some(numbers)
            self._changed()

    def reveal(self, numbers: Iterable[int]) -> None:
        """Move, and widen if need be, until these events are seen."""
        if self._planner is None:
            return
        marks = [self._planner.track.marks[number] for number in numbers]
        if marks:
            lo, hi = min(mark.middle for mark in marks), max(mark.middle for mark in marks)
            self.set_range(self._range.showing(lo, hi, self.whole))

    def name_of(self, number: int) -> str:
        """An event as it is told: `14 February 1950: Treaty signed`."""
        from treatyviewer.entry.dates import shown

        event = self.timeline.events[number]
        return f"{shown(event.date, self.language)}: {event.title}"

    # --- places -------------------------------------------------------------------------------

    @property
    def scale(self) -> Scale:
        """The range upon the pixels."""
        return Scale(self._range, _LEFT, max(self.width() - _RIGHT, _LEFT + 1))

    @property
    def plan(self) -> Plan:
        """What is drawn."""
        if self._plan is None:
            planner = self._planner or Planner(self.timeline, self.whole, lambda _: 0.0)
            first = [number for number in (self.current,) if number >= 0 and self.hasFocus()]
            self._plan = planner.plan(self.scale, self._strong, first)
        return self._plan

    def dot(self, number: int) -> Dot:
        """Where an event is, in view or not."""
        assert self._planner is not None
        return self._planner.dot(number, self.scale)

    def rect_of(self, number: int) -> QRect:
        """The place of an event's dot."""
        dot, side = self.dot(number), round(2 * LARGE_DOT)
        left, right = round(dot.x - LARGE_DOT), round(dot.x + LARGE_DOT)
        if dot.kind == "span":
            left, right = min(left, round(dot.left)), max(right, round(dot.right))
        return QRect(left, round(self.plan.rows.dots - LARGE_DOT), right - left, side)

    def at(self, place: QPointF) -> list[int]:
        """The events at a place, the nearest first: whose words these are, or whose dots."""
        return self.plan.at(place.x(), place.y())

    # --- the keys -----------------------------------------------------------------------------

    def step(self, steps: int) -> None:
        """Go some events on; where none was current, to the first one in view."""
        count = len(self.timeline.events)
        if count:
            to = self._nearest() if self.current < 0 else self.current + steps
            self.set_current(min(max(to, 0), count - 1))

    def set_current(self, number: int) -> None:
        """Put the keys on an event, and tell of it."""
        self.current = number
        self._changed()
        self.reveal([number])
        from treatyviewer.gui.widgets.timeline.accessible import tell_focus

        tell_focus(self, number)

    def _nearest(self) -> int:
        plan = self.plan
        return next((dot.index for dot in (*plan.strong, *plan.dots)), 0)

    def zoom(self, factor: float, at: float | None = None) -> None:
        """So many times closer, around a place, else around the current event or the middle."""
        scale = self.scale
        if at is None:
            at = (scale.left + scale.right) / 2
            if self.current >= 0 and scale.left <= self.dot(self.current).x <= scale.right:
                at = self.dot(self.current).x
        self.set_range(self._range.zoomed(scale.moment(at), factor, self.whole))

    def pan(self, pixels: float) -> None:
        """Move towards what comes later."""
        self.set_range(self._range.panned(pixels / self.scale.per_day, self.whole))

    def show_whole(self) -> None:
        """See everything."""
        self.set_range(self.whole)

    def go(self, number: int) -> None:
        """Ask for the page of an event."""
        if 0 <= number < len(self.timeline.events):
            self.address_requested.emit(self.timeline.events[number].address)

    def point_at(self, number: int) -> None:
        """The event under the pointer, -1 for none."""
        if number != self._pointed:
            self._pointed = number
            self.update()

    @property
    def input(self) -> Input:
        """What wheel, pointer and keys do, loaded when they are first used."""
        if self._input is None:
            from treatyviewer.gui.widgets.timeline.input import Input

            self._input = Input(self)
        return self._input

    # --- Qt -----------------------------------------------------------------------------------

    @Slot()
    def make_accessible(self) -> None:
        """Let screen readers see the events."""
        from treatyviewer.gui.widgets.timeline.accessible import install

        install(self)

    def _changed(self) -> None:
        self._plan = None
        self.update()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """The same range upon other pixels."""
        self._plan = None

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """What was planned."""
        if self._planner is None:
            return
        self.was_painted = True
        painter = QPainter(self)
        focus = self.hasFocus()
        current = self.current if focus else -1
        metrics, words = self.fontMetrics(), self._planner.words
        look = Look(self._theme, metrics, words, self._date, current, self._pointed)
        paint(painter, self.plan, look)
        if focus:
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QtCore.QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -1.5), 6, 6)
        painter.end()

    def _date(self, date: str) -> str:
        if len(date) == 4:
            return date
        from treatyviewer.entry.short_dates import short

        return short(date, self.language)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """The keys are on an event from the beginning."""
        self._changed()
        self.step(0)

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        """The keys are elsewhere."""
        self._changed()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """From event to event, closer and farther, to the event's page."""
        if not self.input.key(event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        """Closer, farther, to the sides."""
        self.input.wheel(event)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """A click or a drag may begin."""
        self.input.press(event)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Drag, or tell what is under the pointer."""
        self.input.move(event)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """Where nothing was dragged, go."""
        self.input.release(event)

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """Nothing is pointed at any more."""
        self.point_at(-1)
