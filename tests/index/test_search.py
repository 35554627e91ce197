"""Questions put to the index itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import apsw
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from treatyviewer.errors import Cancelled
from treatyviewer.index import schema
from treatyviewer.index.query import parse
from treatyviewer.index.search import search

DOCUMENTS = {
    1: (["Economic Aid", "经济援助", "Экономическая помощь"], "The Soviet Union gave loans."),
    2: (["Military Assistance", "军事援助"], "Equipment, military technical support, training."),
    3: (["Overview"], "Technical and military cooperation; support. Мой договор: всё."),
    4: (["条约的宗旨"], "中苏友好同盟互助条约。"),
    5: (["AND OR NOT NEAR"], "near and or not"),
    6: (["Loans"], "Nothing of the kind."),
}


def _filled(connection: apsw.Connection) -> apsw.Connection:
    schema.create(connection)
    for number, (titles, text) in DOCUMENTS.items():
        schema.add(connection, number, titles, text)
    schema.finish(connection)
    return connection


@pytest.fixture(scope="module")
def index() -> Iterator[apsw.Connection]:
    connection = _filled(apsw.Connection(":memory:"))
    yield connection
    connection.close()


def found(index: apsw.Connection, text: str, limit: int = 20) -> list[int]:
    total, hits = search(index, parse(text), limit)
    assert len(hits) == min(total, limit)
    return [hit.document for hit in hits]


@pytest.mark.parametrize(
    ("query", "documents"),
    [
        ("gave", [1]),
        ("GAVE", [1]),
        ("military technical support", [2, 3]),
        ('"military technical support"', [2]),
        ('"technical support"', [2]),
        ('"support technical"', []),
        ("military loans", []),
        ("all", []),
        ("loan", []),
        ("эконом", []),
        ("экономическая", [1]),
        ("мой", [3]),
        ("мои", []),
        ("все", [3]),
        ("约", [4]),
        ("条约", [4]),
        ("友好同盟", [4]),
        ("中苏友好同盟互助条约", [4]),
        ("中苏条约", []),
        ("援助", [1, 2]),
        ("援", [1, 2]),
        ("助", [1, 2, 4]),
        ("NOT loans", []),
        ("AND OR NOT NEAR", [5]),
        ("loans*", [1, 6]),
        ("title:loans", []),
    ],
)
def test_what_is_found(index: apsw.Connection, query: str, documents: list[int]) -> None:
    assert sorted(found(index, query)) == documents


def test_the_beginning_of_a_word_is_enough_while_somebody_types(index: apsw.Connection) -> None:
    total, _ = search(index, parse("экономич", complete=True), 20)
    assert total == 1


def test_a_word_in_a_title_counts_for_more(index: apsw.Connection) -> None:
    assert found(index, "loans") == [6, 1]
    _, (best, next_best) = search(index, parse("loans"), 20)
    assert best.score > next_best.score


def test_the_limit_limits_the_hits_and_not_the_total(index: apsw.Connection) -> None:
    total, hits = search(index, parse("助"), 2)
    assert (total, len(hits)) == (3, 2)


def test_a_hit_brings_its_words_as_they_stand(index: apsw.Connection) -> None:
    _, (hit,) = search(index, parse("gave"), 1)
    assert (list(hit.titles), hit.text) == DOCUMENTS[1]


@given(st.text(), st.booleans())
@example("\x00", True)
@example('"' * 7, False)
@example("AND OR NOT NEAR ( ) * ^ : + - { }", True)
@example("x" * 10_000, True)
@example('"' + "word " * 2_000, False)
@example("条" * 10_000, False)
@example(" ".join(f"w{number}" for number in range(2_000)), False)
@example('"' + " ".join(f"w{number}" for number in range(2_000)), False)
@example("\ud800", True)
def test_any_text_has_an_answer(index: apsw.Connection, text: str, complete: bool) -> None:
    total, hits = search(index, parse(text, complete=complete), 5)
    assert len(hits) == min(total, 5)


@given(st.sampled_from(list(DOCUMENTS)), st.data())
def test_any_piece_of_a_text_finds_it(
    index: apsw.Connection, document: int, data: st.DataObject
) -> None:
    text = DOCUMENTS[document][1]
    pieces = text.split()
    start = data.draw(st.integers(0, len(pieces) - 1))
    end = data.draw(st.integers(start + 1, len(pieces)))
    assert document in found(index, f'"{" ".join(pieces[start:end])}"')


@given(st.data())
def test_any_run_of_han_signs_finds_its_text(index: apsw.Connection, data: st.DataObject) -> None:
    text = DOCUMENTS[4][1].rstrip("。")
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert 4 in found(index, text[start:end])


def test_an_interrupted_search_is_cancelled_whenever_it_happens() -> None:
    """A connection of its own each time: the first search of one prepares FTS5 as well."""
    source = "file:/interrupted?vfs=memdb"
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI
    keeper = _filled(apsw.Connection(source, flags=flags))
    outcomes = []
    for patience in (*range(0, 1500, 23), 1_000_000):
        connection = apsw.Connection(source, flags=flags)
        steps = iter(range(patience))

        def interrupt(
            connection: apsw.Connection = connection, steps: Iterator[int] = steps
        ) -> bool:
            if next(steps, None) is None:
                connection.interrupt()
            return False

        connection.set_progress_handler(interrupt, 1)
        try:
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
    """A connection on which every statement fails in one way."""

    def __init__(self, error: apsw.Error) -> None:
        self._error = error

    def execute(self, _sql: str, _bindings: object) -> None:
        raise self._error


def ask_failing(error: apsw.Error) -> None:
    search(cast("apsw.Connection", Failing(error)), parse("loans"), 1)


def test_an_interrupt_that_fts5_reports_as_its_own_failure_is_an_interrupt() -> None:
    with pytest.raises(Cancelled):
        ask_failing(apsw.SQLError("vtable constructor failed: words"))


def test_other_failures_of_the_engine_are_not_taken_for_an_interrupt() -> None:
    with pytest.raises(apsw.SQLError, match="no such table"):
        ask_failing(apsw.SQLError("no such table: words"))
