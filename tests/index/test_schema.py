"""How documents are kept and numbered, and what is noted when they are indexed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyviewer.index import schema
from treatyviewer.index.analyser import Analyser, unaccented
from treatyviewer.index.building import build
from treatyviewer.index.dates import Period
from treatyviewer.index.schema import OWNER_MASK, Number, number, packed, unpacked, whole

if TYPE_CHECKING:
    from tests.index.conftest import Index


@given(st.integers(0, OWNER_MASK), st.integers(0, schema.MOST_KINDS - 1), st.integers(0, 200))
def test_a_number_tells_what_it_was_made_of(owner: int, kind: int, version: int) -> None:
    made = Number(owner, kind, version)
    assert number(made.document) == made
    assert 0 <= made.document < 1 << 63


def test_numbers_are_in_order_by_version_kind_and_owner() -> None:
    numbers = [Number(9, 0, 0), Number(1, 1, 0), Number(2, 1, 0), Number(0, 0, 1)]
    documents = [one.document for one in numbers]
    assert documents == sorted(documents)


@given(st.text(st.characters(), max_size=300) | st.text("a条й\n\ud800", min_size=99, max_size=300))
def test_a_text_is_as_it_was_when_it_is_unpacked(text: str) -> None:
    assert unpacked(packed(text)) == text


def test_a_long_text_is_packed() -> None:
    assert len(packed("word " * 100)) < 250
    assert len(packed("word " * 1_000)) < 100
    with pytest.raises(ValueError, match="decompressing"):
        unpacked(b"never packed")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Seal", "the  seal ", True),
        ("STRASSE", "straße", True),
        ("China’s Lease", "China's lease", True),
        ("1950—1979", "1950-1979", True),
        ("The Seal", "The Seal.", False),
        ("Йод", "Иод", False),
        ("条约", "條約", False),
    ],
)
def test_a_title_is_found_whatever_its_case_and_spacing(one: str, other: str, same: bool) -> None:
    assert (whole(one) == whole(other)) == same


@given(st.text() | st.text("\ud800 a", max_size=5))
def test_a_title_can_be_kept_when_there_is_something_in_it(title: str) -> None:
    # Marks by themselves are nothing.
    assert bool(whole(title)) == bool(unaccented(title.casefold()).strip())
    assert whole(whole(title)) == whole(title)
    assert whole(title).encode("utf-8", "ignore").decode() == whole(title)


def test_a_document_is_kept_with_its_titles_once_each() -> None:
    connection = apsw.Connection(":memory:")
    schema.create(connection, [(1, 0.5)])
    periods = [Period(19500214, 19500214)] * 2
    schema.add(
        connection, Number(3, 1, 0), ["One", "Раз", "One", "one", ""], "Text.", periods, ["Name"]
    )
    rows = connection.execute("SELECT id, title, text FROM document").fetchall()
    assert rows == [(Number(3, 1, 0).document, "One\nРаз\none\n", "Text.")]
    names = connection.execute("SELECT name FROM called ORDER BY 1").fetchall()
    assert names == [("name",), ("one",), ("раз",)]
    assert connection.execute("SELECT first, last FROM dated").fetchall() == [(19500214, 19500214)]


def test_a_document_has_the_dates_that_were_given_or_else_those_in_its_text() -> None:
    connection = apsw.Connection(":memory:")
    schema.create(connection)
    schema.add(connection, Number(1, 0, 0), [], "In 1954, and 14 February 1950.")
    schema.add(connection, Number(2, 0, 0), [], "Not of 1960.", [Period(19450814, 19450814)])
    build(connection, Analyser(), print)
    rows = connection.execute("SELECT document, first, last FROM dated ORDER BY 1, 2").fetchall()
    assert rows == [
        (1, 19500214, 19500214),
        (1, 19540101, 19541231),
        (2, 19450814, 19450814),
    ]
    found = connection.execute("SELECT rowid FROM words WHERE words MATCH '19450814d'").fetchall()
    assert found == [(2,)]


def test_what_is_noted_of_the_whole(make_index: type[Index]) -> None:
    index = make_index(
        {
            Number(1, 0, 0): (["Title words"], "Some text"),
            Number(2, 3, 0): ([], "Texts"),
            Number(1, 0, 1): ([], "Слова"),
        }
    )
    assert index.vocabulary.statistic("documents") == 3
    assert index.vocabulary.statistic("stemmer") == Analyser().stemmer
    assert index.vocabulary.statistic("lanes") == "[0, 3, 16]"
    assert index.vocabulary.frequencies(["text", "titl", "слов"]) == {
        "text": 2,
        "titl": 1,
        "слов": 1,
    }


def test_pairs_of_han_that_hardly_occur_are_not_counted_and_yet_found(
    make_index: type[Index],
) -> None:
    index = make_index({one: ([], "条约" if one < 6 else "苏联") for one in range(1, 8)})
    assert index.vocabulary.frequencies(["条约", "苏联"]) == {"条约": 5}
    assert index.found("苏联") == [6, 7]


def test_progress_is_told_while_documents_are_indexed(make_index: type[Index]) -> None:
    index = make_index({one: ([], "text") for one in range(1, 1_101)})
    assert sum(index.progress) == 1_000
    assert len(index.progress) > 1


def test_an_empty_index_answers(make_index: type[Index]) -> None:
    index = make_index({})
    assert index.found("anything") == []
    assert index.ask("anything", typing=True).counts.kinds == {}
    assert index.vocabulary.nearest("anything") is None
