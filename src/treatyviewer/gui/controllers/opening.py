"""Opening a library: at once when it is ready, off the GUI thread when it must be prepared."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from treatyviewer.errors import Cancelled, TreatyViewerError
from treatyviewer.gui.context import Context
from treatyviewer.gui.services.executor import Ticket
from treatyviewer.library.library import Library
from treatyviewer.library.shelf import Shelf, shelf

_TOPIC = "open"


class OpeningController(QObject):
    """Opens one library at a time; a newer wish ends an older one."""

    opened = Signal(object)
    progressed = Signal(int, int)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = context.executor
        self._path: Path | None = None
        self._shelf: Shelf | None = None

    def open(self, path: Path) -> None:
        """Open what is at `path`; ends with `opened` or `failed`."""
        self._path = path
        try:
            self._shelf = shelf(path)
        except TreatyViewerError as error:
            self._executor.cancel(_TOPIC)
            self.failed.emit(error)
            return
        library = self._shelf.open_untouched()
        if library is not None:
            self._executor.cancel(_TOPIC)
            self.opened.emit(library)
            return
        self._executor.submit(
            _TOPIC, self._prepare(self._shelf), self._opened, self._failed, self.progressed.emit
        )

    def retry(self) -> None:
        """The same once more."""
        if self._path is not None:
            self.open(self._path)

    def make_anew(self) -> None:
        """Throw the library file away, which was found damaged, and make it once more."""
        if self._shelf is not None:
            self._shelf.discard()
            self.retry()

    def cancel(self) -> None:
        """Stop preparing."""
        if self._executor.busy(_TOPIC):
            self._executor.cancel(_TOPIC)
            self.failed.emit(Cancelled("The library was not prepared."))

    @staticmethod
    def _prepare(what: Shelf):  # type: ignore[no-untyped-def]
        def work(ticket: Ticket) -> Library:
            return what.open(ticket.progress)

        return work

    def _opened(self, library: Library) -> None:
        self.opened.emit(library)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, TreatyViewerError):
            raise error
        self.failed.emit(error)
