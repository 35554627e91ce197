"""The cards and pills of the page that is shown: painted, and the cards watched for the pointer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from treatyviewer.gui.theme import Palette
from treatyviewer.gui.widgets.page_cards import card_at, paint_cards
from treatyviewer.gui.widgets.page_pills import paint_pills
from treatyviewer.gui.widgets.page_text import CardSpan, PageDocument, PillSpan


class PageBoxes(QtCore.QObject):
    """A hand and another ground over a card, and a click goes where it leads. Links in it, and
    what is selected, are the text's.
    """

    card_requested = Signal(str)

    def __init__(
        self,
        area: QTextBrowser,
        port: QWidget,
    ) -> None:
        """`port` is the area's viewport."""
        super().__init__(area)
        self._cards: Sequence[CardSpan] = ()
        self._pills: Sequence[PillSpan] = ()
        self._area = area
        self._port = port
        # What the card under the pointer leads to, and the one that was pressed.
        self._over = ""
        self._pressed = ""
        port.installEventFilter(self)

    def set_page(self, page: PageDocument) -> None:
        """Those of another page."""
        self._cards, self._pills = page.cards, page.pills
        self._over = self._pressed = ""

    def paint(
        self, painter: QtGui.QPainter, first: QtGui.QTextBlock, shown: QRectF, palette: Palette
    ) -> None:
        """Draw the boxes that are seen, `first` being the first block that is."""
        if self._cards:
            paint_cards(painter, first, self._cards, shown, palette, self._over)
        if self._pills:
            paint_pills(painter, first, self._pills, shown, palette)

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
