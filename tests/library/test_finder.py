"""Searching a library: hits with addresses."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest

from treatyviewer.errors import Cancelled
from treatyviewer.library.finder import Finder
from treatyviewer.library.library import DamagedError, Library
from treatyviewer.library.shelf import shelf
from treatyviewer.library.values import Answer

MakeEntry = Callable[..., Path]


@pytest.fixture
def library(make_entry: MakeEntry) -> Iterator[Library]:
    opened = shelf(
        make_entry(
            "my-entry",
            {
                "lead": "The treaty of 1950.",
                "aid": "# Economic Aid\n\nLoans in 1950.\n\n## Rates {#rates}\n\nInterest.",
                "aid.ru": "# Помощь\n\nЗаймы 1950 года.\n\n## Условия {#rates}\n\nПроценты.",
                "aid.zh": "# 经济援助\n\n1950 年的贷款。",
                "bare": "# Unwritten",
            },
            titles={"en": "Friendship", "zh-Hans": "友好条约"},
        )
    ).open()
    yield opened
    opened.close()


@pytest.fixture
def finder(library: Library) -> Finder:
    return Finder(library)


def addresses(answer: Answer) -> list[str]:
    return [str(hit.address) for hit in answer.hits]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("loans", ["my-entry/aid"]),
        ("займы", ["my-entry/aid"]),
        ("贷款", ["my-entry/aid"]),
        ("помощь", ["my-entry/aid"]),
        ("условия", ["my-entry/rates"]),
        ("проценты", ["my-entry/rates"]),
        ("friendship", ["my-entry/lead"]),
        ("友好条约", ["my-entry/lead"]),
        ("introduction", ["my-entry/lead"]),
        ("unwritten", ["my-entry/bare"]),
        ("nothing", []),
    ],
)
def test_texts_and_titles_in_all_languages_are_found(
    finder: Finder, query: str, found: list[str]
) -> None:
    answer = finder.find(query)
    assert addresses(answer) == found
    assert answer.total == len(found)
    assert (answer.query, answer.message) == (query, "")
    assert answer.took_ms >= 0


def test_a_section_found_in_several_languages_is_one_hit(finder: Finder) -> None:
    answer = finder.find("1950")
    assert sorted(addresses(answer)) == ["my-entry/aid", "my-entry/lead"]
    assert answer.total == 2


def test_a_hit_has_what_is_shown_of_it(finder: Finder) -> None:
    (hit,) = finder.find("loans aid", language="en").hits
    assert (hit.kind, hit.number, hit.title) == ("section", "1", "Economic Aid")
    assert hit.path == ("Friendship", "The entry")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Loans"]
    assert [hit.title[start:end] for start, end in hit.title_marks] == ["Aid"]


def test_titles_are_in_the_language_asked_for(finder: Finder) -> None:
    (hit,) = finder.find("loans", language="zh-Hans").hits
    assert hit.title == "经济援助"
    assert hit.path == ("友好条约", "The entry")


def test_a_hit_in_a_title_that_is_not_shown_is_shown_in_the_snippet(finder: Finder) -> None:
    (hit,) = finder.find("помощь", language="en").hits
    assert hit.title == "Economic Aid"
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Помощь"]


def test_the_last_word_may_be_unfinished_while_somebody_types(finder: Finder) -> None:
    assert finder.find("econ", correct=False).total == 0
    assert addresses(finder.find("econ", typing=True)) == ["my-entry/aid"]


def test_no_more_hits_than_wanted(finder: Finder) -> None:
    answer = finder.find("1950", limit=1)
    assert len(answer.hits) == 1
    assert answer.total >= 2


def test_every_title_finds_its_section_first(shipped: Library) -> None:
    finder = Finder(shipped)
    (info,) = shipped.entries()
    for node in shipped.sections(info):
        for title in node.titles.values():
            for query in (title, f'"{title}"'):
                assert addresses(finder.find(query, limit=1)) == [str(node.address)]


def test_a_reading_that_is_interrupted_is_cancelled(library: Library, finder: Finder) -> None:
    def interrupt() -> bool:
        library.interrupt()
        return False

    with library.reading() as connection:
        connection.set_progress_handler(interrupt, 1)
    with pytest.raises(Cancelled):
        finder.find("loans")
    with pytest.raises(Cancelled):
        library.entries()
    with library.reading() as connection:
        connection.set_progress_handler(None)
    assert finder.find("loans").total == 1


def test_the_limit_does_not_change_the_total(finder: Finder) -> None:
    everything = finder.find("1950")
    assert addresses(everything) == ["my-entry/aid", "my-entry/lead"] or addresses(everything) == [
        "my-entry/lead",
        "my-entry/aid",
    ]
    for limit in (1, 2, 5):
        answer = finder.find("1950", limit=limit)
        assert answer.total == 2
        assert len(answer.hits) == min(limit, 2)


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Loans"), ("ru", "Займы"), ("zh-Hans", "年")]
)
def test_of_several_texts_the_one_in_the_readers_language_is_shown(
    finder: Finder, language: str, word: str
) -> None:
    (hit,) = (hit for hit in finder.find("1950", language=language).hits if "aid" in hit.address)
    assert hit.language == language
    assert word in hit.snippet


# --- damage -------------------------------------------------------------------------------------


def _spoil(library: Library, sql: str) -> None:
    with contextlib.closing(apsw.Connection(library.source)) as writer:
        writer.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE statistic SET value = 'other stems' WHERE name = 'stemmer'",
        "DELETE FROM statistic",
        "UPDATE statistic SET value = '[' WHERE name = 'lanes'",
        "DROP TABLE statistic",
        "DROP TABLE version",
    ],
)
def test_an_index_that_was_made_otherwise_is_told_as_damage(library: Library, sql: str) -> None:
    _spoil(library, sql)
    with pytest.raises(DamagedError) as told:
        Finder(library)
    assert told.value.place == library.source
    assert "delete it" in told.value.advice


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TABLE words",
        "DROP TABLE document",
        "DROP TABLE stem",
        "DELETE FROM document",
        "DELETE FROM node",
        "UPDATE document SET text = x'00'",
    ],
)
def test_an_index_that_cannot_be_read_back_is_told_as_damage(library: Library, sql: str) -> None:
    finder = Finder(library)
    _spoil(library, sql)
    with pytest.raises(DamagedError):
        finder.find("loans")
