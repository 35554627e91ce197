"""Keeps where a window is, whenever that changes, and puts a window back to where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, Slot

from treatyviewer.entry.address import Address, parse
from treatyviewer.errors import AddressError
from treatyviewer.gui.services.history import Place
from treatyviewer.gui.services.session import Session, WindowState
from treatyviewer.paths import shipped_entry

if TYPE_CHECKING:
    from treatyviewer.gui.main_window import MainWindow

_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.WindowStateChange)


class SessionController(QObject):
    """Watches one window. Made when its first page can be read, so that it costs no start."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._number = session.add(self.state)
        window.reading.page_changed.connect(self.keep)
        window.reading.claim_shown.connect(self.keep)
        window.reading.claim_left.connect(self.keep)
        window.pane.verticalScrollBar().valueChanged.connect(self.keep)
        window.middle.splitterMoved.connect(self.keep)
        window.installEventFilter(self)

    @Slot()
    def keep(self) -> None:
        """Something of it has changed."""
        self._session.touch()

    def state(self) -> WindowState | None:
        """The window as it is, None while nothing is read in it."""
        window = self._window
        place = window.reading.place
        if place is None:
            return None
        geometry = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
        path = window.opening.path
        return WindowState(
            # The program's own entry is wherever this version of the program is.
            path="" if path is None or path == shipped_entry() else str(path.absolute()),
            at=str(place.address._replace(fragment=window.evidence.claim)),
            language=place.language,
            scroll=place.scroll,
            geometry=geometry,
            panels=tuple(window.middle.sizes()),
        )

    def end(self) -> None:
        """The window is closed."""
        self._window.removeEventFilter(self)
        self._session.remove(self._number)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window was moved, or has another size."""
        if event.type() in _MOVES:
            self.keep()
        return super().eventFilter(watched, event)


def restore_frame(window: MainWindow, state: WindowState) -> bool:
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
