"""While somebody reads, the pages before and after are made ready: most go on to one of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from treatyviewer.errors import LibraryError
from treatyviewer.library.pages import Pages
from treatyviewer.library.values import Node

# After what is there was painted, and not all at once: a page takes some milliseconds.
_PAUSE_MS = 120


class ReadingAhead(QObject):
    """Holds the pages that are still to be made ready; newer ones take their place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._nodes: list[Node] = []
        self._language = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._make_one)

    def prepare(self, pages: Pages, nodes: list[Node], language: str) -> None:
        """Make these ready, one after the other."""
        self._pages, self._language = pages, language
        self._nodes = [node for node in nodes if not pages.has(node, language)]
        if self._nodes:
            self._timer.start()

    def stop(self) -> None:
        """The library is closed."""
        self._pages, self._nodes = None, []
        self._timer.stop()

    @Slot()
    def _make_one(self) -> None:
        if self._pages is not None and self._nodes:
            try:
                node = self._nodes.pop(0)
                self._pages.page(node, self._language)
                self._pages.ways(node)
            except LibraryError:
                # It is told when somebody goes there.
                self._nodes = []
        if not self._nodes:
            self._timer.stop()
