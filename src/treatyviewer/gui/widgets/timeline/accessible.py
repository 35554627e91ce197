"""The timeline for screen readers: a list of events, each of which can be pressed.

Loaded some moments after the start, because PySide6 takes 3 ms to make the classes.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget

from treatyviewer.gui.i18n import translate
from treatyviewer.gui.widgets.timeline.canvas import Canvas

_PRESS = "Press"


def install(canvas: Canvas) -> None:
    """Let Qt know of the list. What it has made of the widget before is thrown away."""
    _install_factory()
    known = QAccessible.queryAccessibleInterface(canvas)
    if known is not None and not isinstance(known, EventList):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))


def tell_focus(canvas: Canvas, number: int) -> None:
    """The keys are on another event."""
    if not canvas.hasFocus() or not QAccessible.isActive():
        return
    event = QAccessibleEvent(canvas, QAccessible.Event.Focus)
    event.setChild(number)
    QAccessible.updateAccessibility(event)


def tell_events(canvas: Canvas) -> None:
    """There are other events now."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(canvas, QAccessible.Event.ObjectReorder))


@cache
def _install_factory() -> None:
    QAccessible.installFactory(_make)


def _make(_class: str, of: QObject) -> QAccessibleInterface | None:
    if not isinstance(of, Canvas):
        return None
    # Kept by the widget: Qt does not keep Python's part of it.
    of.accessible = EventList(of)
    return of.accessible


class EventList(QAccessibleWidget):
    """The list. Its items are made when they are asked for, and kept."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, QAccessible.Role.List, canvas.accessibleName())
        self.canvas = canvas
        self._items: dict[int, EventItem] = {}

    def childCount(self) -> int:
        """How many events there are."""
        return len(self.canvas.timeline.events)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # None is no child
        """The item of an event."""
        if not 0 <= index < self.childCount():
            return None
        if index not in self._items:
            self._items[index] = EventItem(self, index)
        return self._items[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The number of an item's event."""
        return child.number if isinstance(child, EventItem) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # the same
        """The item at a place on the screen."""
        found = self.canvas.at(self.canvas.mapFromGlobal(QPoint(x, y)).toPointF())
        return self.child(found[0]) if found else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # the same
        """The item that the keys are on."""
        return self.child(self.canvas.current) if self.canvas.hasFocus() else None


class EventItem(QAccessibleWidget):
    """An event: "14 February 1950: Treaty signed". Pressing it leads to its page.

    It is no widget. But what Qt has for widgets can be pressed, and what PySide offers for making
    an interface that can be pressed crashes when Qt asks for anything else that it may be.
    """

    def __init__(self, parent: EventList, number: int) -> None:
        super().__init__(parent.canvas, QAccessible.Role.ListItem)
        self.number = number
        self.canvas = parent.canvas
        self._list = parent

    def isValid(self) -> bool:
        """Whether there still is such an event."""
        return self.number < len(self.canvas.timeline.events)

    def object(self) -> QObject | None:  # type: ignore[override]  # an item is no object
        """None: it is only drawn."""
        return None

    def parent(self) -> QAccessibleInterface:
        """The list."""
        return self._list

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # None is no child
        """It has none."""
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # the same
        """It has none."""
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # the same
        """It has none."""
        return None

    def childCount(self) -> int:
        """It has none."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """It has none."""
        return -1

    def state(self) -> QAccessible.State:
        """Whether the keys are on it, and whether it is in view."""
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        current = self.canvas.current == self.number
        state.focusable = True
        state.selectable = True
        state.focused = current and self.canvas.hasFocus()
        state.selected = current
        state.invisible = not self.canvas.isVisible()
        state.offscreen = not self.canvas.rect().intersects(self.canvas.rect_of(self.number))
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Its date and its title."""
        if kind == QAccessible.Text.Name and self.isValid():
            return self.canvas.name_of(self.number)
        return ""

    def rect(self) -> QRect:
        """Where its dot is on the screen."""
        if not self.isValid():
            return QRect()
        place = self.canvas.rect_of(self.number)
        return QRect(self.canvas.mapToGlobal(place.topLeft()), place.size())

    def actionNames(self) -> list[str]:
        """To press it."""
        return [_PRESS]

    def localizedActionName(self, name: str) -> str:
        """The same in the reader's language."""
        return translate("Timeline", "Press")

    def localizedActionDescription(self, name: str) -> str:
        """Nothing beyond its name."""
        return ""

    def keyBindingsForAction(self, name: str) -> list[str]:
        """None of its own."""
        return []

    def doAction(self, name: str) -> None:
        """Go there."""
        if name == _PRESS and self.isValid():
            self.canvas.set_current(self.number)
            self.canvas.go(self.number)
