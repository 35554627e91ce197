"""Where the words of a query stand in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from tests.index.conftest import Index

words = st.sampled_from(
    [
        "loan",
        "Loans",
        "aid",
        "China's",
        "Zhōu",
        "Enlai",
        "договоры",
        "条约",
        "條",
        "约",
        "中苏条约",
        "…",
        "\n",
        "x" * 90,
        "14 February 1950",
        "1950年2月14日",
        "Чжоу Эньлай",
        "周恩来",
        "1950",
    ]
)
texts = st.lists(words, max_size=60).flatmap(
    lambda some: st.sampled_from([" ", "", ", "]).map(lambda by: by.join(some))
)
queries = st.one_of(
    st.lists(words, max_size=4).map(" ".join),
    st.lists(words, max_size=3).map(lambda some: f'"{" ".join(some)}"'),
    st.lists(words, max_size=3).map(" OR ".join),
    st.text(max_size=5),
)


@pytest.fixture(scope="module")
def index(make_index: type[Index]) -> Index:
    text = (
        "military Militia milit loans gave aid договоры Enlai Zhou Chou En-lai 周恩来 1950"
        " 北京 Peking февраль 中苏条约"
    )
    names: list[tuple[list[str], list[str]]] = [
        (["Zhou Enlai", "Chou En-lai", "周恩来"], []),
        (["Peking", "北京"], []),
    ]
    return make_index({1: ([], text), 2: ([], "Zhou Enlai")}, names)


def marked(index: Index, query: str, text: str, *, typing: bool = False) -> list[str]:
    return [text[mark.start : mark.end] for mark in index.marks(query, text, typing=typing)]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("loans", "Loans, and LOANS; a loan", ["Loans", "LOANS", "loan"]),
        ("zhou", "Zhōu Enlai, Zhou’s", ["Zhōu", "Zhou"]),
        ("China's", "China, China's CHINA’S", ["China", "China", "CHINA"]),
        ("все", "Всё", ["Всё"]),
        ("договор", "Договорами", ["Договорами"]),
        ("aid loans", "loans as aid", ["loans", "aid"]),
        ('"military aid"', "military aid, aid military", ["military aid"]),
        ('"military aid"', "military -- aid", ["military -- aid"]),
        ('"military aid"', "Military aids", ["Military aids"]),
        ('"military aid loans" aid', "Military aid loans", ["Military aid loans"]),
        ("mid-60s", "mid-60s, mid 60s, mid", ["mid-60s", "mid 60s"]),
        ("条约", "中苏条约，条约", ["条约", "条约"]),
        ("条约", "中蘇條約", ["條約"]),
        ("條約", "条约", ["条约"]),
        ("中苏条约", "《中苏条约》", ["中苏条约"]),
        ("约", "条约和约定", ["约", "约"]),
        ("条", "条约", ["条"]),
        ("约", "约约", ["约", "约"]),
        ('"条约 1950"', "条约 1950", ["条约 1950"]),
        ('"1950 条"', "1950 条约", ["1950 条"]),
        ("中苏 苏条", "中苏条约", ["中苏条"]),
        ("14 February 1950", "1950-02-14, 14 февраля 1950", ["1950-02-14", "14 февраля 1950"]),
        ("February 1950", "14.02.1950 and 1950年2月", ["14.02.1950", "1950年2月"]),
        ("14 February 1950", "14 March 1950, February 1950", []),
        ("1950", "In 1950 and 14.02.1950", ["1950", "1950"]),
        ("一九五〇年", "1950年2月14日", ["1950年2月14日"]),
        ("loans OR 条约", "条约 loans", ["条约", "loans"]),
        ("aid -loans", "aid loans", ["aid"]),
        ("the aid", "the aid", ["the", "aid"]),
        ("nothing", "words", []),
        ("!", "words!", []),
        ("", "words", []),
    ],
)  # fmt: skip
def test_the_places_of_a_query_in_a_text(
    index: Index, query: str, text: str, expected: list[str]
) -> None:
    assert marked(index, query, text) == expected


@pytest.mark.parametrize("query", ["Zhou Enlai", "Chou En-lai", "周恩来"])
def test_all_names_of_a_thing_are_marked(index: Index, query: str) -> None:
    text = "Chou En-lai, that is Zhōu Ēnlái, 周恩來; Zhou's Enlai. Enlai"
    found = ["Chou En-lai", "Zhōu Ēnlái", "周恩來", "Zhou's Enlai"]
    assert marked(index, query, text) == found


def test_the_beginning_of_a_word_is_marked_while_somebody_types(index: Index) -> None:
    assert marked(index, "milit", "military Militia MILIT", typing=True) == [
        "military",
        "Militia",
        "MILIT",
    ]
    assert marked(index, "milit", "military Militia") == []


def test_what_a_word_was_corrected_to_is_marked(index: Index) -> None:
    assert marked(index, "miltary", "Military") == ["Military"]


def test_a_mark_tells_its_group_and_its_place_among_the_words(index: Index) -> None:
    marks = index.marks("aid loans 条约", "It gave loans: 中苏条约, aid")
    assert [(mark.group, mark.place) for mark in marks] == [(1, 3), (2, 6), (0, 8)]


def test_a_matcher_may_be_asked_again(index: Index) -> None:
    matcher = index.matcher(index.plan("aid 条约").groups)
    assert [len(matcher.find(text)) for text in ("aid 条约", "loans", "aid aid", "条约")] == [
        2,
        0,
        2,
        1,
    ]


@given(queries, texts, st.booleans())
def test_marks_are_in_order_and_apart(index: Index, query: str, text: str, typing: bool) -> None:
    at = 0
    for mark in index.marks(query, text, typing=typing):
        assert at <= mark.start < mark.end <= len(text)
        at = mark.end


@given(st.text(max_size=40), st.text(max_size=10))
def test_marks_lie_in_any_text(index: Index, text: str, more: str) -> None:
    at = 0
    for mark in index.marks(f"{text} {more} {text[:8]}", f"{more}{text}{more}"):
        assert at <= mark.start < mark.end <= len(more + text + more)
        at = mark.end


@given(texts, st.data())
def test_a_run_of_han_signs_is_marked_wherever_it_stands(
    index: Index, text: str, data: st.DataObject
) -> None:
    run = data.draw(st.sampled_from(["条约", "中苏", "苏条约", "约", "中苏条约"]))
    marks = index.marks(run, index.analyser.simplify(text))
    covered = {at for mark in marks for at in range(mark.start, mark.end)}
    simple = index.analyser.simplify(text)
    for at in range(len(text)):
        if simple.startswith(run, at):
            assert set(range(at, at + len(run))) <= covered
