"""What wheel, pointer and keys do on the timeline."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from treatyviewer.gui.i18n import translate

if TYPE_CHECKING:
    from treatyviewer.gui.widgets.timeline.canvas import Canvas

_KEY_ZOOM = 1.5
# One notch of a wheel is 120: 1.2 times closer, or a tenth of what is seen to the side.
_PER_UNIT = math.log(1.2) / 120
_PER_PIXEL = _PER_UNIT * 3
_PAN_PER_UNIT = 0.1 / 120
# So many events are told of where several are in one place.
_TOLD = 5


class Input:
    """Holds where the pointer went down, and what was dragged since."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._pressed: QPointF | None = None
        self._last = 0.0
        self._dragging = False

    # --- keys ---------------------------------------------------------------------------------

    def key(self, event: QtGui.QKeyEvent) -> bool:
        """Do what a key says; False if it says nothing here."""
        canvas, key = self._canvas, event.key()
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if held != Qt.KeyboardModifier.NoModifier:
            return False
        everything = len(canvas.timeline.events)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            canvas.step(-1)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            canvas.step(1)
        elif key == Qt.Key.Key_Home:
            canvas.step(-everything)
        elif key == Qt.Key.Key_End:
            canvas.step(everything)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            canvas.zoom(_KEY_ZOOM)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            canvas.zoom(1 / _KEY_ZOOM)
        elif key == Qt.Key.Key_0:
            canvas.show_whole()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            canvas.go(canvas.current)
        else:
            return False
        return True

    # --- the wheel ----------------------------------------------------------------------------

    def wheel(self, event: QtGui.QWheelEvent) -> None:
        """Up and down is closer and farther; sideways, or with Shift, is earlier and later."""
        canvas = self._canvas
        pixels, angle = event.pixelDelta(), event.angleDelta()
        fine = not pixels.isNull()
        delta = pixels if fine else angle
        along, up = delta.x(), delta.y()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            # macOS turns the wheel by itself.
            along, up = along or up, 0
        if abs(along) > abs(up):
            canvas.pan(-along if fine else -along * _PAN_PER_UNIT * canvas.width())
        elif up:
            factor = math.exp(up * (_PER_PIXEL if fine else _PER_UNIT))
            canvas.zoom(factor, event.position().x())
        self._point(event.position(), event.globalPosition(), told=False)
        event.accept()

    # --- the pointer --------------------------------------------------------------------------

    def press(self, event: QtGui.QMouseEvent) -> None:
        """A click or a drag may begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self._last = event.position().x()
            self._dragging = False

    def move(self, event: QtGui.QMouseEvent) -> None:
        """Drag the line of time with the pointer, or tell what is under it."""
        place = event.position()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._point(place, event.globalPosition(), told=True)
            return
        if not self._dragging:
            away = abs(place.x() - self._pressed.x())
            self._dragging = away >= min(QApplication.startDragDistance(), 6)
            if self._dragging:
                self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
                self._canvas.point_at(-1)
        if self._dragging:
            self._canvas.pan(self._last - place.x())
            self._last = place.x()

    def release(self, event: QtGui.QMouseEvent) -> None:
        """Where nothing was dragged, go to what was clicked."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self._point(event.position(), event.globalPosition(), told=False)
        else:
            for number in self._canvas.at(event.position())[:1]:
                self._canvas.go(number)

    def _point(self, place: QPointF, on_screen: QPointF, *, told: bool) -> None:
        canvas = self._canvas
        found = canvas.at(place)
        canvas.point_at(found[0] if found else -1)
        if found:
            canvas.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            canvas.unsetCursor()
        if told:
            from PySide6.QtWidgets import QToolTip

            band = canvas.plan.band_at(place.x(), place.y())
            said = band.text if band is not None and not found else self._told(found)
            QToolTip.showText(on_screen.toPoint(), said, canvas)

    def _told(self, found: list[int]) -> str:
        lines = [self._canvas.name_of(number) for number in found[:_TOLD]]
        if len(found) > _TOLD:
            more = translate("Timeline", "… and {n} more: zoom in to tell them apart")
            lines.append(more.format(n=len(found) - _TOLD))
        return "\n".join(lines)
