"""What holds for any text that is typed or pasted, and for any text that is searched."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from treatyviewer.index.query import MOST_GROUPS, Clause, Group

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
NAMES = [(["Zhou Enlai", "Chou En-lai", "周恩来"], ["Deng Yingchao"])]
PIECES = ["aid", '"Пекин', "-x", "周恩来", "OR", "Zhou", "Enlai", "1950-02-14", "en-lai", "«"]


@pytest.fixture(scope="module")
def index(make_index: type[Index]) -> Index:
    return make_index(DOCUMENTS, NAMES)


def fts(groups: tuple[Group, ...]) -> list[str]:
    return [group.fts.removeprefix("(").removesuffix(")") for group in groups]


# --- plans --------------------------------------------------------------------------------------


def test_a_long_word_and_a_long_run_are_taken_whole(index: Index) -> None:
    (group,) = index.plan("x" * 10_000, correct=False).groups
    assert group.clauses == (Clause(("x" * 10_000,)),)
    assert fts(index.plan("aid " * 2_000).groups) == ['"aid"']
    run = "".join(map(chr, range(0x4E00, 0x4E00 + 500)))
    assert len(index.plan(run).groups[0].clauses[0].terms) == 499


@pytest.mark.parametrize(
    "text",
    [
        "x" * 2_000,
        "ж" * 2_000,
        "条" * 3_000,
        "".join(map(chr, range(0x4E00, 0x4E00 + 3_000))),
        "条a" * 1_000,
        "".join(chr(0x4E00 + at) + chr(ord("a") + at % 26) for at in range(1_000)),
        "-".join(["unknown"] * 1_000),
        " OR ".join(f"word{at}" for at in range(2_000)),
    ],
    ids=["letters", "cyrillic", "sign", "signs", "mixed", "more-mixed", "hyphens", "or"],
)
def test_a_text_pasted_into_the_field_is_understood_at_once(index: Index, text: str) -> None:
    began = process_time()
    plan = index.plan(text)
    # It takes some hundredths; a plan whose cost grows with the square takes several seconds.
    assert process_time() - began < 1
    assert len(plan.groups) <= MOST_GROUPS


@settings(max_examples=100, deadline=None)
@given(st.text() | st.lists(st.sampled_from(PIECES)).map(" ".join), st.booleans(), st.booleans())
@example("\ud800", True, True)
def test_any_text_becomes_clean_clauses(
    index: Index, text: str, typing: bool, correct: bool
) -> None:
    plan = index.plan(text, typing=typing, correct=correct)
    assert len(plan.groups) <= MOST_GROUPS
    assert len(set(plan.groups)) == len(plan.groups)
    clauses = [clause for group in (*plan.groups, *plan.loose) for clause in group.clauses]
    for clause in (*clauses, *plan.without):
        assert clause.terms
        assert all(clause.terms)
        assert not any(sign in term for term in clause.terms for sign in '" \x00*()')


# --- answers ------------------------------------------------------------------------------------


@settings(max_examples=100, deadline=None)
@given(st.text(), st.booleans(), st.booleans(), st.booleans())
@example("\x00", True, True, False)
@example('"' * 7, False, True, False)
@example("AND OR NOT NEAR ( ) * ^ : + - { }", True, True, True)
@example('"' + "word " * 2_000, False, True, False)
@example("条" * 300, False, True, False)
@example("-" + "条" * 1_000 + " aid", False, True, False)
@example(" ".join(f"w{number}" for number in range(2_000)), False, True, True)
@example(" OR ".join(f"w{number}" for number in range(2_000)), False, False, False)
@example(" ".join(f"-w{number}" for number in range(2_000)) + " aid", False, False, False)
@example('"' + " ".join(f"w{number}" for number in range(2_000)), False, True, False)
@example("a-" * 2_000 + "b", True, True, False)
@example("条a" * 100, False, True, True)
@example("\ud800", True, True, False)
def test_any_text_has_an_answer(
    index: Index, text: str, typing: bool, correct: bool, plain: bool
) -> None:
    result = index.ask(text, 5, typing=typing, correct=correct, plain=plain)
    assert len(result.found) <= 5
    assert len({one.document for one in result.found}) == len(result.found)
    assert len(result.found) <= max(5, sum(result.counts.kinds.values()))


@given(st.sampled_from(sorted(DOCUMENTS)), st.data())
def test_any_words_that_follow_each_other_find_their_text(
    index: Index, document: int, data: st.DataObject
) -> None:
    pieces = DOCUMENTS[document][1].split()
    start = data.draw(st.integers(0, len(pieces) - 1))
    end = data.draw(st.integers(start + 1, len(pieces)))
    result = index.ask(f'"{" ".join(pieces[start:end])}"')
    assert result.relaxed == ""
    if result.groups:
        assert document in [one.document for one in result.found]


signs = st.text(st.sampled_from("中苏蘇友好条條约約国國的"), min_size=1, max_size=12)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(signs, min_size=1, max_size=6),
    st.sampled_from(["", "，", " ", "a", "1950"]),
    st.data(),
)
def test_any_run_of_han_signs_finds_its_text(
    make_index: type[Index], runs: list[str], by: str, data: st.DataObject
) -> None:
    text = by.join(runs)
    index = make_index({1: ([], text), 2: ([], "别的文字")})
    longest = max(text.replace(by, "\n").split("\n") if by else [text], key=len)
    start = data.draw(st.integers(0, len(longest) - 1))
    end = data.draw(st.integers(start + 1, len(longest)))
    query = longest[start:end]
    assert 1 in index.found(query)
    assert 1 in index.found(f"「{query}」")
    marks = index.marks(query, text)
    assert any(query in text[mark.start : mark.end] for mark in marks)


WORDS = [
    "aid",
    "Loans",
    "China's",
    "mid-60s",
    "договоры",
    "всё",
    "条约",
    "中",
    "1950",
    "Zhōu",
    ";",
    "—",
]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), st.data())
def test_any_words_in_quotes_find_the_text_that_they_follow_each_other_in(
    make_index: type[Index], words: list[str], data: st.DataObject
) -> None:
    index = make_index({1: ([], " ".join(words)), 2: ([], "aid 条 60s другой")})
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    phrase = " ".join(words[start:end])
    result = index.ask(f'"{phrase}"')
    assert result.relaxed == ""
    if any(char.isalnum() for char in phrase):
        assert 1 in [one.document for one in result.found]


def test_any_day_is_found_as_it_is_written(make_index: type[Index]) -> None:
    forms = ["14 February 1950", "14 февраля 1950", "1950年2月14日", "1950-02-14", "14.02.1950"]
    forms += ["一九五〇年二月十四日", "February 14, 1950", "Feb. 14th 1950"]
    index = make_index({n: ([], f"It was {form} then") for n, form in enumerate(forms, 1)})
    for form in [*forms, "February 1950", "февраль 1950", "1950年2月", "1950"]:
        assert sorted(index.found(form)) == list(range(1, len(forms) + 1))
    assert index.found("March 1950") == []
