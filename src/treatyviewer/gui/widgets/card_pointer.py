"""The pointer over the cards of a page: a hand and another ground, and a click goes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from treatyviewer.gui.theme import Palette
from treatyviewer.gui.widgets.page_cards import CardSpan, card_at, paint_cards


class CardPointer(QtCore.QObject):
    """Watches over the cards of one document, and goes when it goes. Links in them, and what is
    selected, are the text's.
    """

    card_requested = Signal(str)

    def __init__(
        self,
        cards: Sequence[CardSpan],
        area: QTextBrowser,
        port: QWidget,
        parent: QtCore.QObject,
    ) -> None:
        """`port` is the area's viewport."""
        super().__init__(parent)
        self._cards = cards
        self._area = area
        self._port = port
        # What the card under the pointer leads to, and the one that was pressed.
        self._over = ""
        self._pressed = ""
        port.installEventFilter(self)

    def paint(
        self, painter: QtGui.QPainter, first: QtGui.QTextBlock, shown: QRectF, palette: Palette
    ) -> None:
        """Draw the boxes that are seen."""
        paint_cards(painter, first, self._cards, shown, palette, self._over)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """The text hears of everything too."""
        kind = event.type()
        if kind == QEvent.Type.Leave:
            self._hover("")
        elif isinstance(event, QtGui.QMouseEvent):
            target = self._target(event.position().toPoint())
            if kind == QEvent.Type.MouseMove and not event.buttons():
                self._hover(target)
            elif event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
                self._click(kind, target)
        return False

    def _click(self, kind: QEvent.Type, target: str) -> None:
        if kind == QEvent.Type.MouseButtonPress:
            self._pressed = target
        elif kind == QEvent.Type.MouseButtonRelease:
            selected = self._area.textCursor().hasSelection()
            if target and target == self._pressed and not selected:
                self.card_requested.emit(target)
            self._pressed = ""

    def _hover(self, target: str) -> None:
        if target:
            self._port.setCursor(Qt.CursorShape.PointingHandCursor)
        elif self._over:
            self._port.setCursor(Qt.CursorShape.IBeamCursor)
        if target != self._over:
            self._over = target
            self._port.update()

    def _target(self, place: QPoint) -> str:
        """What the card at a place leads to, "" where a link of its own does, or none is."""
        if self._area.anchorAt(place):
            return ""
        at = QPointF(place.x(), place.y() + self._area.verticalScrollBar().value())
        near = self._area.cursorForPosition(place).position()
        card = card_at(self._area.document(), self._cards, near, at)
        return card.target if card is not None else ""
