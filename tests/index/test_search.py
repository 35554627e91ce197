"""Questions put to the index itself."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import apsw
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

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
        schema.add(connection, number, number, titles, text)
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


def test_a_hit_counts_for_what_its_document_weighs() -> None:
    with contextlib.closing(apsw.Connection(":memory:")) as connection:
        schema.create(connection)
        schema.add(connection, 1, 1, [], "A long text that has the word loans in it, and others.")
        schema.add(connection, 2, 2, ["Loans"], "Loans.", weight=0.25)
        schema.add(connection, 3, 3, [], "Loans.", weight=0.25)
        schema.add(connection, 4, 4, [], "Nothing of the kind.")
        schema.finish(connection)
        # Also when fewer are wanted than there are.
        assert found(connection, "loans") == [1, 2, 3]
        assert found(connection, "loans", limit=1) == [1]


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
