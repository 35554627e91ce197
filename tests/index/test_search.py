"""Questions put to the index itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatyviewer.index.engine import Scope
from treatyviewer.index.schema import Number

if TYPE_CHECKING:
    from tests.index.conftest import Index

DOCUMENTS = {
    1: (["Economic Aid", "经济援助", "Экономическая помощь"], "The Soviet Union gave loans."),
    2: (["Military Assistance", "军事援助"], "Equipment, military technical support, training."),
    3: (["Overview"], "Technical and military cooperation; support. Мой договор: всё."),
    4: (["条约的宗旨"], "中苏友好同盟互助条约。"),
    5: (["AND OR NOT NEAR"], "near and or not"),
    6: (["Loans"], "Nothing of the kind."),
    7: ([], "Signed on 14 February 1950 in Moscow. Китай и советские кредиты."),
    8: ([], "旅順口歸還中國。 1950年4月11日生效"),
}


@pytest.fixture(scope="module")
def index(make_index: type[Index]) -> Index:
    return make_index(DOCUMENTS)


@pytest.mark.parametrize(
    ("query", "documents"),
    [
        ("gave", [1]),
        ("GAVE", [1]),
        ("loan", [1, 6]),
        ("Loan's", [1, 6]),
        ("military technical support", [2, 3]),
        ('"military technical support"', [2]),
        ('"technical supports"', [2]),
        ('"support technical"', []),
        ("military loans", []),
        ("all", []),
        ("эконом", []),
        ("экономической помощью", [1]),
        ("советский кредит", [7]),
        ("советский кредит Китаю", [7]),
        ("мой", [3]),
        ("мои", [3]),
        ("все", [3]),
        ("约", [4]),
        ("条约", [4]),
        ("友好同盟", [4]),
        ("中苏友好同盟互助条约", [4]),
        ("中蘇友好同盟互助條約", [4]),
        ("中苏条约", []),
        ("旅顺口", [8]),
        ("归还中国", [8]),
        ("援助", [1, 2]),
        ("援", [1, 2]),
        ("助", [1, 2, 4]),
        ("AND OR NOT NEAR", [5]),
        ("loans*", [1, 6]),
        ("title:loans", []),
        ("support -training", [3]),
        ("军事 OR gave", [1, 2]),
        ("support -协定", [2, 3]),
        ('aid -"gave loans"', []),
        ("14 февраля 1950", [7]),
        ("February 1950", [7]),
        ("1950-04-11", [8]),
        ("1950", [7, 8]),
        ("15 February 1950", []),
        ("the overview", [3]),
        ("and not", [5]),
    ],
)
def test_what_is_found(index: Index, query: str, documents: list[int]) -> None:
    assert sorted(index.found(query)) == documents


def test_the_beginning_of_a_word_is_enough_while_somebody_types(index: Index) -> None:
    assert [one.document for one in index.ask("экономич", typing=True).found] == [1]
    assert index.ask("экономич", correct=False).found == ()


def test_a_hit_brings_its_words_as_they_stand(index: Index) -> None:
    (hit,) = index.ask("gave").found
    assert (list(hit.titles), hit.text) == DOCUMENTS[1]


# --- order --------------------------------------------------------------------------------------


def test_a_word_in_a_title_counts_for_more(index: Index) -> None:
    best, next_best = index.ask("loan").found
    assert (best.document, next_best.document) == (6, 1)
    assert best.score > next_best.score > 0


def test_a_hit_counts_for_what_its_kind_weighs(make_index: type[Index]) -> None:
    documents = {
        Number(1, 0, 0): ([], "A long text that has the word loans in it, and others."),
        Number(2, 1, 0): (["A note on Loans"], "Loans."),
        Number(3, 1, 0): ([], "Loans."),
        **{Number(owner, 0, 0): ([], "Nothing of the kind.") for owner in range(4, 9)},
    }
    index = make_index(documents, weights=[(0, 1.0), (1, 0.25)])
    # Also when fewer are wanted than there are.
    assert index.found("loans") == [1, 2, 3]
    assert index.found("loans", limit=1) == [1]


def test_words_that_stand_near_each_other_come_first(make_index: type[Index]) -> None:
    far = "filling words between " * 3
    index = make_index(
        {
            1: ([], f"border {far} treaty"),
            2: ([], f"{far} border treaty"),
            3: ([], f"treaty {far} border"),
            **{owner: ([], f"filling words between {far} them") for owner in range(4, 30)},
        }
    )
    assert index.found("border treaty")[0] == 2


def test_who_has_a_whole_title_for_a_query_comes_first(make_index: type[Index]) -> None:
    index = make_index(
        {
            1: (["Loans and loans again: loans"], "Loans, loans and loans."),
            2: (["About loans"], "Loans."),
            3: (["loans"], "A long text about other things " * 20),
            4: (["Loans"], "A long text about other things " * 20),
            5: (["Займы", "LOANS"], "A long text about other things " * 20),
        }
    )
    for title, first in (("loans", 3), ("Loans", 4), ("LOANS", 5), ("Займы", 5)):
        assert index.found(title, limit=1) == [first]
    # Then those that differ in case.
    assert set(index.found("Loans")[:3]) == {3, 4, 5}
    assert index.found("  Loans ")[0] == 4
    assert set(index.found("Loans")) == {1, 2, 3, 4, 5}


def test_a_title_that_is_out_of_scope_is_not_found(make_index: type[Index]) -> None:
    index = make_index({1: (["Loans"], "Undated."), 2: ([], "Loans of 1950.")})
    assert [one.document for one in index.ask("Loans", scope=Scope(((2, 9),))).found] == [2]
    assert [one.document for one in index.ask("loans after:1950").found] == [2]


# --- how many -----------------------------------------------------------------------------------


def test_the_limit_limits_the_hits_and_not_the_total(index: Index) -> None:
    result = index.ask("助", 2)
    assert len(result.found) == 2
    assert result.counts.kinds == {0: 3}
    assert not result.counts.more
    assert index.owners(result) == [1, 2, 4]


def test_owners_are_counted_once_by_kind(make_index: type[Index]) -> None:
    index = make_index(
        {
            Number(1, 0, 0): ([], "aid"),
            Number(1, 0, 1): ([], "aid"),
            Number(2, 0, 1): ([], "aid"),
            Number(3, 5, 0): ([], "aid"),
        }
    )
    result = index.ask("aid")
    assert result.counts.kinds == {0: 2, 5: 1}
    assert index.owners(result) == [1, 2, 3]


# --- relaxed ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "relaxed", "documents"),
    [
        ("military support", "", {2, 3}),
        ('"support military"', "apart", {2, 3}),
        ("中苏互助", "some", {4}),
        ("军事经济", "some", {1, 2}),
        ("gave training", "some", {1, 2}),
        ("qqqq gave", "some", {1}),
        ("qqqq", "", set()),
        ("gave training -loans", "some", {2}),
    ],
)
def test_a_query_is_relaxed_when_nothing_fits(
    index: Index, query: str, relaxed: str, documents: set[int]
) -> None:
    result = index.ask(query, correct=False)
    assert {one.document for one in result.found} == documents
    assert (result.relaxed if documents else "") == relaxed


def test_what_stands_apart_is_found_before_what_has_only_some(index: Index) -> None:
    result = index.ask('"training equipment"')
    assert (result.relaxed, [one.document for one in result.found]) == ("apart", [2])


@pytest.mark.parametrize("query", ["军事经济", "中苏经济援助条约", "gave military technical zzz"])
def test_what_has_some_words_comes_in_the_order_of_its_worth(index: Index, query: str) -> None:
    result = index.ask(query, correct=False)
    scores = [one.score for one in result.found]
    assert result.relaxed == "some"
    assert len(set(scores)) > 1
    assert scores == sorted(scores, reverse=True)


def test_stop_words_are_left_out_where_others_remain(index: Index) -> None:
    assert index.found("of the overview in the") == [3]
    assert index.found("in the of") == []
    assert index.found("not") == [5]


def test_a_question_is_answered_by_all_words_first_and_by_some_then(
    make_index: type[Index],
) -> None:
    index = make_index(
        {
            1: ([], "moscow treaty"),
            2: ([], "the chairman signed the treaty in moscow in winter, and so on and so forth"),
            3: ([], "winter winter winter"),
            4: ([], "nothing of it"),
        }
    )
    result = index.ask("chairman signed treaty moscow winter", 10)
    assert result.found[0].document == 2
    assert {one.document for one in result.found} == {1, 2, 3}
    assert (result.relaxed, result.full) == ("some", 1)
    three = index.ask("signed treaty moscow", 10)
    assert ([one.document for one in three.found], three.relaxed) == ([2], "")


ABOUT = ["aid", "loan", "treaty", "moscow", "winter", "signed"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(ABOUT), min_size=1, max_size=6, unique=True),
    st.lists(st.lists(st.sampled_from(ABOUT), max_size=6), min_size=1, max_size=5),
)
def test_what_has_all_words_comes_before_what_has_some(
    make_index: type[Index], asked: list[str], texts: list[list[str]]
) -> None:
    index = make_index({n: ([], " ".join(text)) for n, text in enumerate(texts, 1)})
    found = [one.document for one in index.ask(" ".join(asked), correct=False).found]
    having = [set(asked) <= set(texts[document - 1]) for document in found]
    everywhere = [n for n, text in enumerate(texts, 1) if set(asked) <= set(text)]
    assert set(everywhere) <= set(found)
    assert having == sorted(having, reverse=True)
