"""Queries on the worker thread, over a connection of its own."""

from __future__ import annotations

from collections.abc import Callable

from treatyviewer.errors import Cancelled
from treatyviewer.gui.services.executor import Executor, Ticket
from treatyviewer.library.library import Library
from treatyviewer.library.values import Answer

_TOPIC = "search"
_MOST_HITS = 50


class SearchService:
    """Answers queries; a new one ends the one before it.

    Lives on the GUI thread. The index is imported by the first query: reading needs none.
    """

    def __init__(self, executor: Executor, language: str) -> None:
        self._executor = executor
        self._language = language
        self._reader: Library | None = None

    def set_library(self, library: Library | None) -> None:
        """Search another library from now on. Raises `DamagedError`."""
        self.cancel()
        # At once, though nobody may ever search: later on the file may be another one. The old
        # reader may still be at work on the other thread; it ends with its last user.
        self._reader = library.fork() if library is not None else None

    def ask(
        self, text: str, done: Callable[[Answer], None], failed: Callable[[Exception], None]
    ) -> None:
        """Answer `text`, its last word perhaps unfinished. `done` or `failed` is called on the
        GUI thread, unless something else is asked first.
        """
        self.cancel()
        if self._reader is None:
            return
        self._executor.submit(_TOPIC, _Question(self._reader, text, self._language), done, failed)

    def cancel(self) -> None:
        """Drop what is being asked. Whatever SQLite is doing for it ends at once."""
        if self._executor.busy(_TOPIC):
            self._executor.cancel(_TOPIC)
            if self._reader is not None:
                self._reader.interrupt()

    @staticmethod
    def marker(text: str) -> Callable[[str], list[tuple[int, int]]]:
        """What finds the words of a query in a text, for the marks on the page."""
        from treatyviewer.index.marks import find
        from treatyviewer.index.query import parse

        query = parse(text, complete=True)

        def mark(words: str) -> list[tuple[int, int]]:
            return [(mark.start, mark.end) for mark in find(query, words)]

        return mark


class _Question:
    """One query as a piece of work."""

    def __init__(self, reader: Library, text: str, language: str) -> None:
        self._reader = reader
        self._text = text
        self._language = language

    def __call__(self, ticket: Ticket) -> Answer:
        from treatyviewer.library.finder import find

        if ticket.cancelled:
            raise Cancelled("The search was cancelled.")
        return find(
            self._reader, self._text, limit=_MOST_HITS, language=self._language, complete=True
        )
