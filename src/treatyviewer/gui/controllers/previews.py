"""From a link under the pointer to a card that says what it leads to."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer, Slot
from PySide6.QtGui import QCursor, QTextCursor

from treatyviewer.entry.address import SCHEME, parse
from treatyviewer.entry.blocks import find_block
from treatyviewer.errors import AddressError, NotFoundError
from treatyviewer.gui.context import Context
from treatyviewer.gui.controllers.going import kind_said
from treatyviewer.gui.controllers.reading import ReadingController
from treatyviewer.gui.widgets.detail_pane import DetailPane
from treatyviewer.gui.widgets.preview_card import Preview, PreviewCard
from treatyviewer.library.glimpse import beginning, glimpse
from treatyviewer.library.library import DamagedError

_REST_MS = 350
_WEB = ("http://", "https://", "doi:")
_ENDS = (
    QEvent.Type.Leave,
    QEvent.Type.KeyPress,
    QEvent.Type.Wheel,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.FocusOut,
    QEvent.Type.Hide,
)


class PreviewsController(QObject):
    """Made for the first link that the pointer rests on."""

    def __init__(
        self, context: Context, reading: ReadingController, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._reading = reading
        self._pane: DetailPane | None = None
        self._target = ""
        self._watched: set[int] = set()
        self._card: PreviewCard | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._rested)

    @property
    def card(self) -> PreviewCard | None:
        """The card while it is in view."""
        return self._card if self._card is not None and self._card.isVisible() else None

    def hover(self, pane: DetailPane, target: str) -> None:
        """The pointer has come to a link of a page; "" where it has left one."""
        self.leave()
        if target and self._context.settings.values.previews:
            self._pane, self._target = pane, target
            self._watch(pane)
            self._rest.start()

    @Slot()
    def leave(self) -> None:
        """Put the card away."""
        self._rest.stop()
        self._target = ""
        if self._card is not None:
            self._card.hide()

    def show(self, pane: DetailPane, target: str, line: QRect) -> None:
        """Show what a link leads to beside a line of the window."""
        preview = self._preview(pane, target)
        if preview is None:
            return
        if self._card is None:
            self._card = PreviewCard(self._context.theme, self._context.fonts, pane.window())
        self._card.show_at(preview, line)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Whatever else the reader does ends it."""
        if event.type() in _ENDS and self._target:
            self.leave()
        return False

    def _watch(self, pane: DetailPane) -> None:
        if id(pane) not in self._watched:
            self._watched.add(id(pane))
            pane.installEventFilter(self)
            pane.viewport().installEventFilter(self)
            pane.verticalScrollBar().valueChanged.connect(self.leave)

    @Slot()
    def _rested(self) -> None:
        pane = self._pane
        if pane is None or not self._target or not pane.isVisible():
            return
        self.show(pane, self._target, _line_at(pane, QCursor.pos()))

    def _preview(self, pane: DetailPane, target: str) -> Preview | None:
        if target.startswith("#"):
            if pane.stands_beside(target[1:]):
                return None
            note = find_block(pane.view.blocks, target[1:])
            text = beginning((note,)) if note is not None else ""
            return Preview(self.tr("Note"), text=text) if text else None
        if target.startswith(_WEB):
            said = self.tr("Copied when clicked: this program never goes to the network.")
            return Preview(self.tr("On the web"), line=target, text=said)
        library = self._reading.library
        if not target.startswith(SCHEME) or library is None:
            return None
        try:
            found = glimpse(library, parse(target), self._context.language)
        except (AddressError, NotFoundError, DamagedError):
            # A card is a help; what is wrong is told when the link is taken.
            return None
        return Preview(kind_said(found.node.kind), found.title, found.line, found.text)


def _line_at(pane: DetailPane, place: QPoint) -> QRect:
    """The line of words at a place of the screen, in the window."""
    port, window = pane.viewport(), pane.window()
    cursor: QTextCursor = pane.cursorForPosition(port.mapFromGlobal(place))
    rect = pane.cursorRect(cursor)
    place = window.mapFromGlobal(place)
    top = port.mapTo(window, rect.topLeft()).y()
    line = QRect(place.x(), top, 1, rect.height())
    # Where the link is not where the pointer was found, beside the pointer.
    return line if line.top() <= place.y() <= line.bottom() else QRect(place, place)
