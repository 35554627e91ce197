"""Pages by what they are called: at once in a small library, on a thread of its own in a large
one.
"""

from __future__ import annotations

from collections.abc import Callable

from treatyviewer.errors import Cancelled
from treatyviewer.gui.services.executor import Executor, Ticket
from treatyviewer.gui.services.ranking import Ranked, best
from treatyviewer.library import titles
from treatyviewer.library.library import DamagedError, Library
from treatyviewer.library.titles import Title
from treatyviewer.library.values import Node
from treatyviewer.tuples import NamedTuple

_TOPIC = "titles"
_MOST = 40
# Up to so many nodes it takes less than a frame.
AT_ONCE = 800
# SQLite asks about once in a millisecond whether anyone still waits.
_STEPS = 20_000


class Found(NamedTuple):
    """A page, and which of its names was meant: "" for one that is none of its titles."""

    node: Node
    name: str
    score: float


Done = Callable[[list[Found]], None]


class TitleService:
    """Asks one library. Lives on the GUI thread. Raises `DamagedError` from the beginning on."""

    def __init__(self, executor: Executor, library: Library) -> None:
        self._executor = executor
        self._titles: list[Title] | None = None
        self._desk: _Desk | None = None
        if titles.nodes(library) <= AT_ONCE:
            self._titles = titles.every(library)
            return
        reader = library.fork()
        # The file may have been made anew since the library was opened.
        if reader.meta() == library.meta():
            self._desk = _Desk(reader)

    def ask(self, text: str, done: Done, failed: Callable[[Exception], None]) -> None:
        """Find the pages that fit a text best; `done` or `failed` is called on the GUI thread,
        unless something else is asked first.
        """
        if self._titles is not None:
            done(_best(text, self._titles))
        elif self._desk is not None:
            self._executor.submit(_TOPIC, _Work(self._desk, text), done, failed)
        else:
            failed(DamagedError("The library was made anew by another window."))

    def cancel(self) -> None:
        """Drop what is being asked."""
        self._executor.cancel(_TOPIC)


class _Desk:
    """A library on the worker thread, with its titles where they can be held."""

    def __init__(self, reader: Library) -> None:
        self.reader = reader
        self._held: list[Title] | None = None

    def titles(self, text: str) -> list[Title]:
        """Those among which a text may be sought."""
        if titles.nodes(self.reader) > titles.SMALL:
            return titles.some(self.reader, text)
        if self._held is None:
            self._held = titles.every(self.reader)
        return self._held


class _Work:
    """One question as a piece of work."""

    def __init__(self, desk: _Desk, text: str) -> None:
        self._desk = desk
        self._text = text

    def __call__(self, ticket: Ticket) -> list[Found]:
        def stale() -> bool:
            return ticket.cancelled

        if ticket.cancelled:
            raise Cancelled("The look-up was cancelled.")
        with self._desk.reader.reading() as connection:
            connection.set_progress_handler(stale, _STEPS)
        return _best(self._text, self._desk.titles(self._text))


def _best(text: str, known: list[Title]) -> list[Found]:
    ranked = best(titles.folded(text), ((one.node, one.names) for one in known), _MOST)
    return [_found(node, one) for node, one in ranked]


def _found(node: Node, ranked: Ranked) -> Found:
    return Found(node, titles.spelled(node, ranked.name), ranked.score)
