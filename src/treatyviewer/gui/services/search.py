"""Queries on the worker thread, over a connection of its own."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from treatyviewer.errors import Cancelled
from treatyviewer.gui.services.executor import Executor, Ticket
from treatyviewer.library.library import Library
from treatyviewer.library.values import Answer
from treatyviewer.tuples import NamedTuple

if TYPE_CHECKING:
    from treatyviewer.library.finder import Finder

_TOPIC = "search"
_MOST_HITS = 50
# How often SQLite asks whether anyone still waits, in its own small steps: about once in a
# millisecond.
_STEPS = 20_000


class Question(NamedTuple):
    """What is asked. `correct`: words that the library lacks may stand for others. `plain`:
    there are only words in it. `kinds` narrows to some kinds.
    """

    text: str
    correct: bool = True
    plain: bool = False
    kinds: tuple[str, ...] = ()


class SearchService:
    """Answers questions; a new one ends the one before it.

    Lives on the GUI thread. The index is imported by the first question: reading needs none.
    """

    def __init__(self, executor: Executor, language: str) -> None:
        self._executor = executor
        self._language = language
        self._desk: _Desk | None = None

    def set_library(self, library: Library | None) -> None:
        """Search another library from now on. Raises `DamagedError`."""
        self.cancel()
        # At once, though nobody may ever search: later on the file may be another one. The old
        # desk may still be at work on the other thread; it ends with its last user.
        self._desk = _Desk(library.fork(), self._language) if library is not None else None

    def ask(
        self,
        question: Question,
        done: Callable[[Answer], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Answer a question, its last word perhaps unfinished. `done` or `failed` is called on
        the GUI thread, unless something else is asked first.
        """
        self.cancel()
        if self._desk is not None:
            self._executor.submit(_TOPIC, _Work(self._desk, question), done, failed)

    def cancel(self) -> None:
        """Drop what is being asked. Whatever SQLite is doing for it ends at once, and what is
        being done outside of SQLite ends with the next statement.
        """
        if self._executor.busy(_TOPIC):
            self._executor.cancel(_TOPIC)
            if self._desk is not None:
                self._desk.reader.interrupt()


class _Desk:
    """A library on the worker thread, with what finds things in it once that is wanted."""

    def __init__(self, reader: Library, language: str) -> None:
        self.reader = reader
        self.language = language
        self._finder: Finder | None = None

    def finder(self) -> Finder:
        """Made by the first question. Raises `DamagedError` and `Cancelled`."""
        from treatyviewer.library.finder import Finder

        if self._finder is None:
            self._finder = Finder(self.reader)
            # What was loaded for it stays as long as the program; looking through it for garbage
            # would stop the window for the length of a frame now and then.
            gc.freeze()
        return self._finder


class _Work:
    """One question as a piece of work."""

    def __init__(self, desk: _Desk, question: Question) -> None:
        self._desk = desk
        self._question = question

    def __call__(self, ticket: Ticket) -> Answer:
        def stale() -> bool:
            return ticket.cancelled

        desk, question = self._desk, self._question
        if ticket.cancelled:
            raise Cancelled("The search was cancelled.")
        # An interrupt that comes between two statements is lost; this is asked in each of them.
        with desk.reader.reading() as connection:
            connection.set_progress_handler(stale, _STEPS)
        return desk.finder().find(
            question.text,
            limit=_MOST_HITS,
            language=desk.language,
            typing=True,
            correct=question.correct,
            plain=question.plain,
            kinds=question.kinds,
            counting=True,
        )
