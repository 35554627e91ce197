"""A search that is interrupted, at whatever step, is told as cancelled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest

from treatyviewer.errors import Cancelled
from treatyviewer.library.finder import Finder
from treatyviewer.library.library import DamagedError, Library
from treatyviewer.library.shelf import shelf

MakeEntry = Callable[..., Path]


@pytest.mark.parametrize(
    "query", ["助", "военная OR помощь", "military asistance", '"aid military"', "in:one 助"]
)
def test_an_interrupted_search_is_cancelled_whenever_it_happens(
    make_entry: MakeEntry, query: str
) -> None:
    """A connection of its own each time: the first search of one prepares FTS5 as well."""
    made = shelf(
        make_entry(
            "my-entry",
            {
                "one": "# 军事援助\n\n互助。 Military aid and assistance.",
                "two": "# Военная помощь\n\n援助。",
            },
        )
    )
    made.open().close()
    outcomes = []
    for patience in (*range(0, 3_000, 37), 1_000_000):
        library = made.open()
        steps = iter(range(patience))

        def interrupt(library: Library = library, steps: Iterator[int] = steps) -> bool:
            if next(steps, None) is None:
                library.interrupt()
            return False

        with library.reading() as connection:
            connection.set_progress_handler(interrupt, 1)
        try:
            answer = Finder(library).find(query)
            assert answer.total >= 1
            outcomes.append("answered")
        except Cancelled:
            outcomes.append("cancelled")
        library.close()
    assert outcomes[0] == "cancelled"
    assert outcomes[-1] == "answered"
    assert outcomes == sorted(outcomes, reverse=True)


def test_a_finder_that_was_interrupted_answers_again(shipped: Library) -> None:
    finder = Finder(shipped)
    before = finder.find("loans")

    def interrupt() -> bool:
        shipped.interrupt()
        return False

    for query in ("loans", "zzzz договор", "kind:person in:overview", "条约 OR loans"):
        with shipped.reading() as connection:
            connection.set_progress_handler(interrupt, 1)
        with pytest.raises(Cancelled):
            finder.find(query)
        with shipped.reading() as connection:
            connection.set_progress_handler(None)
        assert finder.find("loans").hits == before.hits


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
