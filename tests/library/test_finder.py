"""Searching a library: hits with addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from treatyviewer.errors import Cancelled
from treatyviewer.library.finder import CUT, NO_WORD, find
from treatyviewer.library.library import Library
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
    library: Library, query: str, found: list[str]
) -> None:
    answer = find(library, query)
    assert addresses(answer) == found
    assert answer.total == len(found)
    assert (answer.query, answer.message) == (query, "")
    assert answer.took_ms >= 0


def test_a_section_found_in_several_languages_is_one_hit(library: Library) -> None:
    answer = find(library, "1950")
    assert sorted(addresses(answer)) == ["my-entry/aid", "my-entry/lead"]
    assert answer.total == 2


def test_a_hit_has_what_is_shown_of_it(library: Library) -> None:
    (hit,) = find(library, "loans aid", language="en").hits
    assert (hit.kind, hit.number, hit.title) == ("section", "1", "Economic Aid")
    assert hit.path == ("Friendship", "The entry")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Loans"]
    assert [hit.title[start:end] for start, end in hit.title_marks] == ["Aid"]


def test_titles_are_in_the_language_asked_for(library: Library) -> None:
    (hit,) = find(library, "loans", language="zh-Hans").hits
    assert hit.title == "经济援助"
    assert hit.path == ("友好条约", "The entry")


def test_a_hit_in_a_title_that_is_not_shown_is_shown_in_the_snippet(library: Library) -> None:
    (hit,) = find(library, "помощь", language="en").hits
    assert hit.title == "Economic Aid"
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Помощь"]


def test_the_last_word_may_be_unfinished_while_somebody_types(library: Library) -> None:
    assert find(library, "econ").total == 0
    assert addresses(find(library, "econ", complete=True)) == ["my-entry/aid"]


def test_no_more_hits_than_wanted(library: Library) -> None:
    answer = find(library, "1950", limit=1)
    assert len(answer.hits) == 1
    assert answer.total >= 2


@pytest.mark.parametrize("query", ["", "  ", '"', "?!…。", "\x00", '"" ()*'])
def test_a_query_without_a_word_gets_a_clear_answer(library: Library, query: str) -> None:
    answer = find(library, query)
    assert (answer.total, answer.hits, answer.message) == (0, (), NO_WORD)


def test_a_query_that_is_too_long_says_what_was_sought(library: Library) -> None:
    answer = find(library, " ".join(f"word{number}" for number in range(2_000)))
    assert (answer.total, answer.message) == (0, CUT)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(), st.integers(1, 5))
def test_any_text_has_an_answer(library: Library, query: str, limit: int) -> None:
    answer = find(library, query, limit=limit)
    found = addresses(answer)
    assert len(set(found)) == len(found) <= min(limit, answer.total)


def test_every_title_finds_its_section(shipped: Library) -> None:
    (info,) = shipped.entries()
    for node in shipped.sections(info):
        for title in node.titles.values():
            assert str(node.address) in addresses(find(shipped, f'"{title}"'))


def test_a_reading_that_is_interrupted_is_cancelled(library: Library) -> None:
    def interrupt() -> bool:
        library.interrupt()
        return False

    with library.reading() as connection:
        connection.set_progress_handler(interrupt, 1)
    with pytest.raises(Cancelled):
        find(library, "loans")
    with pytest.raises(Cancelled):
        library.entries()
    with library.reading() as connection:
        connection.set_progress_handler(None)
    assert find(library, "loans").total == 1


def test_the_limit_does_not_change_the_total(library: Library) -> None:
    everything = find(library, "1950")
    assert addresses(everything) == ["my-entry/aid", "my-entry/lead"] or addresses(everything) == [
        "my-entry/lead",
        "my-entry/aid",
    ]
    for limit in (1, 2, 5):
        answer = find(library, "1950", limit=limit)
        assert answer.total == 2
        assert len(answer.hits) == min(limit, 2)


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Loans"), ("ru", "Займы"), ("zh-Hans", "年")]
)
def test_of_several_texts_the_one_in_the_readers_language_is_shown(
    library: Library, language: str, word: str
) -> None:
    (hit,) = (hit for hit in find(library, "1950", language=language).hits if "aid" in hit.address)
    assert hit.language == language
    assert word in hit.snippet
