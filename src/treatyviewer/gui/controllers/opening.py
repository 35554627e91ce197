"""Opening a library: at once when it is ready, off the GUI thread when it must be prepared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from treatyviewer.errors import Cancelled, TreatyViewerError
from treatyviewer.gui.context import Context
from treatyviewer.gui.services.executor import Ticket
from treatyviewer.library.library import Library
from treatyviewer.library.progress import Progress
from treatyviewer.library.shelf import Shelf, shelf

_TOPIC = "open"


class _Opening:
    """Opening or compiling as a piece of work."""

    def __init__(self, open_: Callable[[Progress], Library]) -> None:
        self._open = open_

    def __call__(self, ticket: Ticket) -> Library:
        return self._open(ticket.progress)


class OpeningController(QObject):
    """Opens one library at a time; a newer wish ends an older one."""

    opened = Signal(object)
    progressed = Signal(int, int)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = context.executor
        self._path: Path | None = None
        # What is being opened, and what is open: the first may fail while one reads the second.
        self._coming: Shelf | None = None
        self._shelf: Shelf | None = None
        self._made_anew = False

    @property
    def path(self) -> Path | None:
        """What was to be opened last."""
        return self._path

    def open(self, path: Path) -> None:
        """Open what is at `path`; ends with `opened` or `failed`."""
        self._path = path
        self._made_anew = False
        try:
            self._coming = shelf(path)
        except TreatyViewerError as error:
            self._executor.cancel(_TOPIC)
            self.failed.emit(error)
            return
        library = self._coming.open_untouched()
        if library is not None:
            self._executor.cancel(_TOPIC)
            self._opened(library)
            return
        self._prepare(_Opening(self._coming.open))

    def retry(self) -> None:
        """The same once more."""
        if self._path is not None:
            self.open(self._path)

    def make_anew(self, error: TreatyViewerError) -> None:
        """Make the library that is open once more, for its file was found damaged. If it is so
        again, that is told.
        """
        if self._shelf is None or self._made_anew:
            self.failed.emit(error)
            return
        self._made_anew = True
        self._coming = self._shelf
        self._shelf.discard()
        self._prepare(_Opening(self._shelf.compile))

    def cancel(self) -> None:
        """Stop preparing."""
        if self._executor.busy(_TOPIC):
            self._executor.cancel(_TOPIC)
            self.failed.emit(Cancelled("The library was not prepared."))

    def _prepare(self, work: _Opening) -> None:
        self._executor.submit(_TOPIC, work, self._opened, self._failed, self.progressed.emit)

    def _opened(self, library: Library) -> None:
        self._shelf = self._coming
        self.opened.emit(library)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, TreatyViewerError):
            raise error
        self.failed.emit(error)
