"""The cards and pills of the page that is shown: painted, and the cards watched for the pointer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from treatyviewer.gui.theme import Palette
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
        self._watches = False

    def set_page(self, page: PageDocument) -> None:
        """Those of another page."""
        if page.cards and not self._watches:
            self._watches = True
            self._port.installEventFilter(self)
        self._cards, self._pills = page.cards, page.pills
        self._over = self._pressed = ""

    def paint(
        self, painter: QtGui.QPainter, first: QtGui.QTextBlock, shown: QRectF, palette: Palette
    ) -> None:
        """Draw the boxes that are seen, `first` being the first block that is."""
        # Each only where there are any: the first page has no cards.
        if self._cards:
            from treatyviewer.gui.widgets.page_cards import paint_cards

            paint_cards(painter, first, self._cards, shown, palette, self._over)
        if self._pills:
            from treatyviewer.gui.widgets.page_pills import paint_pills

            paint_pills(painter, first, self._pills, shown, palette)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """The text hears of all but the end of a click on a card: it would take that for one on
        what the next page has there.
        """
        kind = event.type()
        if kind == QEvent.Type.Leave:
            self._hover("")
        elif isinstance(event, QtGui.QMouseEvent):
            target = self._target(event.position().toPoint())
            if kind == QEvent.Type.MouseMove and not event.buttons():
                self._hover(target)
            elif event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
                return self._click(kind, target)
        return False

    def _click(self, kind: QEvent.Type, target: str) -> bool:
        if kind == QEvent.Type.MouseButtonPress:
            self._pressed = target
        elif kind == QEvent.Type.MouseButtonRelease:
            clicked = bool(target) and target == self._pressed
            self._pressed = ""
            if clicked and not self._area.textCursor().hasSelection():
                self.card_requested.emit(target)
                return True
        return False

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
        from treatyviewer.gui.widgets.page_cards import card_at

        at = QPointF(place.x(), place.y() + self._area.verticalScrollBar().value())
        near = self._area.cursorForPosition(place).position()
        card = card_at(self._area.document(), self._cards, near, at)
        return card.target if card is not None else ""
