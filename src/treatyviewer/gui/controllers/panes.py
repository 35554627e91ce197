"""The parts of the window, from one to the next by one key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from treatyviewer.tuples import NamedTuple


class Pane(NamedTuple):
    """A part of the window, and what in it takes the keys."""

    room: QWidget
    stop: QWidget


def step(panes: Sequence[Pane], by: int) -> None:
    """Give the keys to the pane after the one that has them, or to that before it for -1; those
    that are hidden or can do nothing are passed over.
    """
    able = [pane for pane in panes if pane.stop.isVisible() and pane.stop.isEnabled()]
    if able:
        here = _here(able)
        # From nowhere to the first, or back to the last.
        at = here + by if here >= 0 else (0 if by > 0 else -1)
        able[at % len(able)].stop.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _here(panes: Sequence[Pane]) -> int:
    keys = QApplication.focusWidget()
    for place, pane in enumerate(panes):
        if keys is not None and (keys is pane.room or pane.room.isAncestorOf(keys)):
            return place
    return -1
