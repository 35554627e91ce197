"""What pointer, wheel and keys want of a page: a link, an address, a menu, another size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.page_browser import PageBrowser
from treatyviewer.gui.widgets.page_formats import CLAIM
from treatyviewer.tuples import NamedTuple

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

    from treatyviewer.gui.widgets.paragraph_sign import ParagraphSign

# What a turn of the wheel by one notch says.
_NOTCH = 120


class MenuRequest(NamedTuple):
    """A menu is wanted at a place of the screen: for a paragraph and a link, "" where there is
    none.
    """

    pane: PointedPage
    place: QPoint
    block: str
    link: str


class PointedPage(PageBrowser):
    """With `has_signs` paragraphs show that they have an address."""

    link_requested = Signal(str)
    # The id of a claim whose words were clicked.
    claim_requested = Signal(str)
    # The id of a paragraph whose address is wanted.
    anchor_requested = Signal(str)
    # A `MenuRequest`.
    menu_requested = Signal(object)
    # The text is wanted larger by so many steps, or smaller.
    zoom_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None, *, has_signs: bool) -> None:
        super().__init__(theme, parent)
        self._has_signs = has_signs
        # Made when the pointer is first on a paragraph.
        self._sign: ParagraphSign | None = None
        self._turned = 0
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._link_clicked)

    @Slot("QUrl")
    def _link_clicked(self, url: QUrl) -> None:
        self._follow(url.toString())

    @Slot(str)
    def _follow(self, target: str) -> None:
        if target.startswith("#"):
            self.scroll_to_block(target[1:])
        elif target.startswith(CLAIM):
            self.claim_requested.emit(target.removeprefix(CLAIM))
        else:
            self.link_requested.emit(target)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Show that a paragraph has an address."""
        super().mouseMoveEvent(event)
        if not self._has_signs or event.buttons() or self._page is None:
            return
        block = self.cursorForPosition(event.position().toPoint()).block()
        id = self._page.anchors.get(block.position(), "")
        if id and self._sign is None:
            from treatyviewer.gui.widgets.paragraph_sign import ParagraphSign

            self._sign = ParagraphSign(self, self._theme)
            self._sign.anchor_requested.connect(self.anchor_requested)
        if self._sign is not None:
            line = self.cursorRect(QTextCursor(block))
            self._sign.show_for(id, line.translated(self._port.x(), 0))

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """The pointer is on no paragraph any more."""
        super().leaveEvent(event)
        self._hide_sign()

    def _hide_sign(self) -> None:
        if self._sign is not None:
            self._sign.hide()

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        """Scroll, or with Ctrl want the text in another size."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        if steps:
            self.zoom_requested.emit(steps)
        event.accept()

    def contextMenuEvent(self, event: QtGui.QContextMenuEvent) -> None:
        """Want a menu for what is below the pointer, or where the keys are."""
        cursor = self.textCursor()
        place = self.cursorRect(cursor).bottomLeft()
        if event.reason() == QtGui.QContextMenuEvent.Reason.Mouse:
            place = self._port.mapFromGlobal(event.globalPos())
            cursor = self.cursorForPosition(place)
            link = self.anchorAt(place)
        else:
            link = cursor.charFormat().anchorHref()
            if not self._port.rect().contains(place):
                place = self._port.rect().center()
        anchors = self._page.anchors if self._page is not None else {}
        block = anchors.get(cursor.block().position(), "")
        self.menu_requested.emit(MenuRequest(self, self._port.mapToGlobal(place), block, link))
