"""The few words of a text that are shown around what was sought."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyviewer.index import snippet
from treatyviewer.index.marks import Mark
from treatyviewer.index.snippet import ELLIPSIS, WIDTH, WIDTH_HAN, Snippet

if TYPE_CHECKING:
    from tests.index.conftest import Index

words = st.sampled_from(
    [
        "loan",
        "Loans.",
        "aid",
        "aid!",
        "China's",
        "Zhōu",
        "договоры",
        "条约",
        "约。",
        "中苏条约，",
        "…",
        "\n",
        "x" * 90,
        "1950年2月14日",
        "𠀀",
        "e\u0301",
    ]
)
texts = st.lists(words, max_size=60).flatmap(
    lambda some: st.sampled_from([" ", "", ", "]).map(lambda by: by.join(some))
)
queries = st.one_of(
    st.lists(words, max_size=4).map(" ".join),
    st.lists(words, max_size=3).map(lambda some: f'"{" ".join(some)}"'),
    st.text(max_size=5),
)


@pytest.fixture(scope="module")
def index(make_index: type[Index]) -> Index:
    return make_index({1: ([], "loans aid military China's Zhōu договоры 条约 中苏条约")})


def made(index: Index, query: str, text: str) -> Snippet:
    return snippet.make(index.marks(query, text), text)


def inside(text: str) -> str:
    """The snippet without the signs that something is left out."""
    return text.removeprefix(f"{ELLIPSIS} ").removesuffix(f" {ELLIPSIS}")


@given(queries, texts)
def test_the_marks_of_a_snippet_lie_in_it_and_hold_what_was_sought(
    index: Index, query: str, text: str
) -> None:
    marks = index.marks(query, text)
    found = snippet.make(marks, text)
    assert "\n" not in found.text
    at = 0
    for start, end in found.marks:
        assert at <= start < end <= len(found.text)
        at = end
    assert bool(found.marks) == bool(marks)
    sought = {text[mark.start : mark.end].replace("\n", " ") for mark in marks}
    assert {found.text[start:end] for start, end in found.marks} <= sought


@given(queries, texts)
def test_a_snippet_is_words_of_the_text(index: Index, query: str, text: str) -> None:
    marks = index.marks(query, text)
    found = snippet.make(marks, text)
    shown = inside(found.text) if found.text != text.replace("\n", " ") else found.text
    assert shown in text.replace("\n", " ")
    longest = max((mark.end - mark.start for mark in marks), default=0)
    assert len(shown) <= max(WIDTH, longest)


marks_and_texts = st.text(st.sampled_from("ab c.。条\n"), min_size=1, max_size=400).flatmap(
    lambda text: st.tuples(
        st.just(text),
        st.lists(st.integers(0, len(text)), max_size=12, unique=True).map(sorted),
    )
)


@given(marks_and_texts)
def test_any_marks_lie_in_the_snippet(drawn: tuple[str, Sequence[int]]) -> None:
    text, bounds = drawn
    marks = [
        Mark(start, end, number % 3, number)
        for number, (start, end) in enumerate(zip(bounds[::2], bounds[1::2], strict=False))
    ]
    found = snippet.make(marks, text)
    at = 0
    for start, end in found.marks:
        assert at <= start < end <= len(found.text)
        at = end
    assert bool(found.marks) == bool(marks)
    sought = {text[mark.start : mark.end].replace("\n", " ") for mark in marks}
    assert {found.text[start:end] for start, end in found.marks} <= sought


def test_a_short_text_is_shown_whole(index: Index) -> None:
    assert made(index, "loans", "It gave loans.\nMore.") == ("It gave loans. More.", ((8, 13),))
    assert made(index, "loans", "") == ("", ())


def test_a_long_text_is_cut_between_words_around_the_hit(index: Index) -> None:
    before, after = "before " * 100, " after" * 100
    found = made(index, "loans", f"{before}loans{after}")
    assert found.text.startswith("… before ")
    assert found.text.endswith(" after …")
    ((start, end),) = found.marks
    assert found.text[start:end] == "loans"
    assert set(found.text.split()) == {"…", "before", "loans", "after"}


@pytest.mark.parametrize("stop", [". ", "! ", "? ", "。", "！", "\n", "… "])
def test_a_snippet_begins_at_a_sentence_that_begins_near(index: Index, stop: str) -> None:
    text = "before " * 40 + f"the end{stop}Then it gave loans to them" + " and after" * 40
    found = made(index, "loans", text)
    assert found.text.startswith("… Then it gave loans")
    assert found.text.endswith("…")


def test_a_snippet_ends_at_the_end_of_a_sentence_that_is_near(index: Index) -> None:
    text = "It gave loans " + "and so on " * 9 + "to the end. Then more " + "of it " * 40
    found = made(index, "loans", text)
    assert found.text.endswith("to the end. …")
    assert made(index, "loans", text.replace(". ", ", ")).text.endswith(" …")


def test_of_several_sentences_that_end_near_the_last_is_shown_too(index: Index) -> None:
    text = "It gave loans " + "and so on " * 9 + "then. Here. There. " + "And more " * 40
    assert made(index, "loans", text).text.endswith("then. Here. There. …")


def test_a_point_in_a_number_ends_no_sentence(index: Index) -> None:
    text = "before " * 40 + "at 3.5 per cent it gave loans " + "after " * 40
    assert "at 3.5 per cent" in made(index, "loans", text).text
    assert not made(index, "loans", text).text.startswith("… 5")


def test_a_snippet_shows_where_most_of_the_words_stand_together(index: Index) -> None:
    far = "filling " * 60
    found = made(index, "military aid", f"military {far} military aid {far} aid")
    assert "military aid" in found.text
    assert len(found.marks) == 2


def test_different_words_are_better_than_one_that_is_repeated(index: Index) -> None:
    far = "filling " * 60
    found = made(index, "military aid loans", f"aid aid aid aid {far} loans, military {far}")
    assert [found.text[start:end] for start, end in found.marks] == ["loans", "military"]


def test_a_text_without_a_hit_is_shown_from_its_beginning(index: Index) -> None:
    found = made(index, "loans", "The beginning " + "and so on " * 50)
    assert found.text.startswith("The beginning and")
    assert found.text.endswith(" …")
    assert found.marks == ()


@pytest.mark.parametrize("text", ["ก" * 1000, "x" * 1000])
def test_one_long_word_is_cut_inside(index: Index, text: str) -> None:
    assert made(index, "loans", text).text == text[:WIDTH] + " …"


def test_a_han_text_is_cut_shorter(index: Index) -> None:
    text = "中文" * 100 + "条约" + "文中" * 100
    found = made(index, "条约", text)
    ((start, end),) = found.marks
    assert found.text[start:end] == "条约"
    assert len(found.text) <= WIDTH_HAN + 4


def test_a_han_sentence_is_shown_from_its_beginning(index: Index) -> None:
    text = "文中" * 100 + "。这是一个条约，" + "文中" * 100
    assert made(index, "条约", text).text.startswith("… 这是一个条约，")


def test_marks_are_counted_in_code_points(index: Index) -> None:
    text = "𠀀𝒳 " * 100 + "loans"
    found = made(index, "loans", text)
    ((start, end),) = found.marks
    assert found.text[start:end] == "loans"
