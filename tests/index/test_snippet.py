"""Where the words of a query stand, and the few words shown around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyviewer.index import marks, snippet
from treatyviewer.index.query import parse

words = st.sampled_from(
    [
        "loan",
        "Loans",
        "aid",
        "China's",
        "Zhōu",
        "договор",
        "条约",
        "约",
        "中苏条约",
        "…",
        "\n",
        "x" * 90,
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


def marked(query: str, text: str, *, complete: bool = False) -> list[str]:
    found = marks.find(parse(query, complete=complete), text)
    return [text[mark.start : mark.end] for mark in found]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("loans", "Loans, and LOANS; not loan", ["Loans", "LOANS"]),
        ("zhou", "Zhōu Enlai, Zhou’s", ["Zhōu", "Zhou"]),
        ("все", "Всё", ["Всё"]),
        ("aid loans", "loans as aid", ["loans", "aid"]),
        ('"military aid"', "military aid, aid military", ["military aid"]),
        ('"military aid"', "military -- aid", ["military -- aid"]),
        ("条约", "中苏条约，条约", ["条约", "条约"]),
        ("中苏条约", "《中苏条约》", ["中苏条约"]),
        ("约", "条约和约定", ["约", "约"]),
        ("条", "条约", ["条"]),
        ("约", "约约", ["约", "约"]),
        ('"条约 1950"', "条约 1950", ["条约 1950"]),
        ("中苏 苏条", "中苏条约", ["中苏条"]),
        ("nothing", "words", []),
        ("!", "words!", []),
        ("", "words", []),
    ],
)
def test_the_places_of_a_query_in_a_text(query: str, text: str, expected: list[str]) -> None:
    assert marked(query, text) == expected


def test_the_beginning_of_a_word_is_found_while_somebody_types() -> None:
    assert marked("milit", "military Militia", complete=True) == ["military", "Militia"]
    assert marked("milit", "military Militia") == []


@given(queries, texts)
def test_marks_are_in_order_and_apart(query: str, text: str) -> None:
    at = 0
    for mark in marks.find(parse(query), text):
        assert at <= mark.start < mark.end <= len(text)
        at = mark.end


@given(queries, texts, st.lists(texts, max_size=2))
def test_the_marks_of_a_snippet_lie_in_it_and_hold_what_was_sought(
    query: str, text: str, titles: list[str]
) -> None:
    understood = parse(query)
    made = snippet.make(understood, titles, text)
    assert "\n" not in made.text
    at = 0
    for start, end in made.marks:
        assert at <= start < end <= len(made.text)
        at = end
    sources = [text, *titles]
    found = [marks.find(understood, source) for source in sources]
    assert bool(made.marks) == any(found)
    sought = {
        source[mark.start : mark.end].replace("\n", " ")
        for source, several in zip(sources, found, strict=True)
        for mark in several
    }
    assert {made.text[start:end] for start, end in made.marks} <= sought


@given(queries, texts)
def test_a_snippet_is_words_of_the_text(query: str, text: str) -> None:
    made = snippet.make(parse(query), [], text)
    inside = made.text.removeprefix(f"{snippet.ELLIPSIS} ").removesuffix(f" {snippet.ELLIPSIS}")
    assert inside in text.replace("\n", " ")
    longest = max((mark.end - mark.start for mark in marks.find(parse(query), text)), default=0)
    assert len(inside) <= max(snippet.WIDTH, longest)


def test_a_short_text_is_shown_whole() -> None:
    made = snippet.make(parse("loans"), [], "It gave loans.")
    assert made == ("It gave loans.", ((8, 13),))


def test_a_long_text_is_cut_between_words_around_the_hit() -> None:
    before, after = "before " * 100, " after" * 100
    made = snippet.make(parse("loans"), [], f"{before}loans{after}")
    assert made.text.startswith("… before ")
    assert made.text.endswith(" after …")
    ((start, end),) = made.marks
    assert made.text[start:end] == "loans"
    assert set(made.text.split()) == {"…", "before", "loans", "after"}


def test_a_snippet_shows_where_most_of_the_words_stand_together() -> None:
    far = "filling " * 60
    made = snippet.make(parse("military aid"), [], f"military {far} military aid {far} aid")
    assert "military aid" in made.text
    assert len(made.marks) == 2


def test_a_text_without_a_hit_is_shown_from_its_beginning() -> None:
    made = snippet.make(parse("loans"), [], "The beginning " + "and so on " * 50)
    assert made.text.startswith("The beginning and")
    assert made.text.endswith(" …")
    assert made.marks == ()


@pytest.mark.parametrize("text", ["ก" * 1000, "x" * 1000])
def test_one_long_word_is_cut_inside(text: str) -> None:
    made = snippet.make(parse("loans"), [], text)
    assert made.text == text[: snippet.WIDTH] + " …"


def test_a_hit_in_a_title_of_another_language_is_shown() -> None:
    made = snippet.make(parse("договор"), ["条约", "Цель договора", "Договор"], "The treaty.")
    assert made == ("Договор", ((0, 7),))


def test_a_han_text_is_cut_shorter() -> None:
    text = "中文" * 100 + "条约" + "文中" * 100
    made = snippet.make(parse("条约"), [], text)
    ((start, end),) = made.marks
    assert made.text[start:end] == "条约"
    assert len(made.text) <= snippet.WIDTH_HAN + 4
