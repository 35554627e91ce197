"""A search that is interrupted, at whatever step, is told as cancelled."""

from __future__ import annotations

from collections.abc import Iterator

import apsw
import pytest

from treatyviewer.errors import Cancelled
from treatyviewer.index import schema
from treatyviewer.index.query import parse
from treatyviewer.index.search import search
from treatyviewer.library.library import DamagedError, Library


def test_an_interrupted_search_is_cancelled_whenever_it_happens() -> None:
    """A connection of its own each time: the first search of one prepares FTS5 as well."""
    source = "file:/interrupted?vfs=memdb"
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI
    keeper = apsw.Connection(source, flags=flags)
    schema.create(keeper)
    for number in range(3):
        schema.add(keeper, number, number, ["军事援助"], "互助")
    schema.finish(keeper)
    outcomes = []
    for patience in (*range(0, 1500, 23), 1_000_000):
        connection = apsw.Connection(source, flags=flags)
        library = Library(source, connection)
        steps = iter(range(patience))

        def interrupt(library: Library = library, steps: Iterator[int] = steps) -> bool:
            if next(steps, None) is None:
                library.interrupt()
            return False

        connection.set_progress_handler(interrupt, 1)
        try:
            with library.reading():
                total, _ = search(connection, parse("助"), 20)
            assert total == 3
            outcomes.append("answered")
        except Cancelled:
            outcomes.append("cancelled")
        connection.close()
    keeper.close()
    assert outcomes[0] == "cancelled"
    assert outcomes[-1] == "answered"
    assert outcomes == sorted(outcomes, reverse=True)


class Failing:
    """Reads with an error of the engine's."""

    def __init__(self) -> None:
        self.library = Library("file", apsw.Connection(":memory:"))

    def read(self, error: apsw.Error, *, interrupted: bool) -> None:
        with self.library.reading():
            if interrupted:
                self.library.interrupt()
            raise error


def test_an_interrupt_that_fts5_reports_as_its_own_failure_is_an_interrupt() -> None:
    with pytest.raises(Cancelled):
        Failing().read(apsw.SQLError("vtable constructor failed: words"), interrupted=True)


def test_the_same_failure_without_an_interrupt_is_damage() -> None:
    failing = Failing()
    with pytest.raises(DamagedError, match="constructor failed"):
        failing.read(apsw.SQLError("vtable constructor failed: words"), interrupted=False)
    with pytest.raises(Cancelled):
        failing.read(apsw.SQLError("vtable constructor failed: words"), interrupted=True)
    # The interrupt of one reading is no excuse for the next.
    with pytest.raises(DamagedError):
        failing.read(apsw.SQLError("vtable constructor failed: words"), interrupted=False)


def test_a_bug_of_ours_is_not_told_as_damage() -> None:
    library = Library("file", apsw.Connection(":memory:"))
    with pytest.raises(TypeError), library.reading():
        raise TypeError("ours")
