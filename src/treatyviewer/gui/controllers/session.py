"""Keeps where a window is, whenever that changes, and puts a window back to where it was."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget

from treatyviewer.entry.address import Address, parse
from treatyviewer.errors import AddressError
from treatyviewer.gui.controllers.evidence import EvidenceController
from treatyviewer.gui.controllers.opening import OpeningController
from treatyviewer.gui.controllers.reading import ReadingController
from treatyviewer.gui.services.history import Place
from treatyviewer.gui.services.session import Session, WindowState
from treatyviewer.gui.widgets.detail_pane import DetailPane
from treatyviewer.gui.widgets.splitter import PanelSplitter
from treatyviewer.paths import shipped_entry
from treatyviewer.tuples import NamedTuple

_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.WindowStateChange)


class Watched(NamedTuple):
    """What of a window is kept."""

    window: QWidget
    opening: OpeningController
    reading: ReadingController
    evidence: EvidenceController
    pane: DetailPane
    middle: PanelSplitter


class SessionController(QObject):
    """Watches one window. Made when its first page can be read, so that it costs no start."""

    def __init__(self, watched: Watched, session: Session) -> None:
        super().__init__(watched.window)
        self._watched = watched
        self._session = session
        self._number = session.add(self.state)
        watched.reading.page_changed.connect(self.keep)
        watched.reading.claim_shown.connect(self.keep)
        watched.reading.claim_left.connect(self.keep)
        watched.pane.verticalScrollBar().valueChanged.connect(self.keep)
        watched.middle.splitterMoved.connect(self.keep)
        watched.window.installEventFilter(self)

    @Slot()
    def keep(self) -> None:
        """Something of it has changed."""
        self._session.touch()

    def state(self) -> WindowState | None:
        """The window as it is, None while nothing is read in it."""
        watched = self._watched
        place = watched.reading.place
        if place is None:
            return None
        geometry = bytes(watched.window.saveGeometry().toBase64().data()).decode("ascii")
        path = watched.opening.path
        return WindowState(
            # The program's own entry is wherever this version of the program is.
            path="" if path is None or path == shipped_entry() else str(path.absolute()),
            at=str(place.address._replace(fragment=watched.evidence.claim)),
            language=place.language,
            scroll=place.scroll,
            geometry=geometry,
            panels=tuple(watched.middle.sizes()),
        )

    def end(self) -> None:
        """The window is closed."""
        self._watched.window.removeEventFilter(self)
        self._session.remove(self._number)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window was moved, or has another size."""
        if event.type() in _MOVES:
            self.keep()
        return super().eventFilter(watched, event)


def restore_frame(window: QWidget, state: WindowState) -> bool:
    """Put a window where it was, with the size it had; False for a value that is none."""
    return bool(state.geometry) and window.restoreGeometry(
        QByteArray.fromBase64(QByteArray(state.geometry.encode()))
    )


def place_of(state: WindowState) -> Place | None:
    """Where the reader was in the entry, None for the beginning."""
    try:
        address: Address = parse(state.at)
    except AddressError:
        return None
    return Place(address, state.scroll, state.language)
