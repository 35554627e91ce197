"""A query understood, with the words that a library has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatyviewer.index.query import Group, Plan

if TYPE_CHECKING:
    from tests.index.conftest import Index

DOCUMENTS = {
    1: (["Military aid"], "Military technical support in 1950. The Soviet Union gave loans."),
    2: (["Militia"], "A militia; militant militias. Milk. The aid of military men."),
    3: (["Договор"], "Договоры и кредиты. Китайская сторона подписала договор."),
    4: (["中苏友好同盟互助条约"], "周恩来签订条约。经济援助，军事援助。"),
    5: (["Chou En-lai"], "Zhou Enlai and Chou En-lai. Peking is Beijing. What the who said."),
}
NAMES = [
    (["Zhou Enlai", "Chou En-lai", "Чжоу Эньлай", "周恩来"], ["Deng Yingchao"]),
    (["Beijing", "Peking", "北京"], ["Beiping"]),
    (["Soviet Union", "USSR", "苏联"], ["Russia"]),
]


@pytest.fixture(scope="module")
def index(make_index: type[Index]) -> Index:
    return make_index(DOCUMENTS, NAMES)


def fts(groups: tuple[Group, ...]) -> list[str]:
    return [group.fts.removeprefix("(").removesuffix(")") for group in groups]


def sought(index: Index, text: str, *, typing: bool = False) -> list[str]:
    """The expressions of the groups, nothing corrected."""
    return fts(index.plan(text, typing=typing, correct=False).groups)


# --- words and what stands side by side ---------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("loans", ['"loan"']),
        ("Military  technical\tsupport", ['"militari"', '"technic"', '"support"']),
        ('"military technical support"', ['"militari technic support"']),
        ("«договоры и кредиты»", ['"договор и кред"']),
        ("「经济 援助」", ['"经济 济 援助"']),
        ('aid "military technical" loans', ['"aid"', '"militari technic"', '"loan"']),
        ('"" loans', ['"loan"']),
        ('"loans"', ['"loan"']),
        ("mid-60s", ['"mid 60s"']),
        ("约", ['"约" *']),
        ("条约", ['"条约"']),
        ("條約", ['"条约"']),
        ("中苏条约", ['"中苏 苏条 条约"']),
        ("中苏 条约", ['"中苏"', '"条约"']),
        ("条约1950", ['"条约"', '"1950"']),
        ('"条约 1950"', ['"条约 约 1950"']),
        ('"1950 条约"', ['"1950 条约"']),
        ("1950年2月14日", ['"19500214d"']),
        ("14 February 1950", ['"19500214d"']),
        ("February 1950", ['"195002m"']),
        ("一九五〇年", ['"1950"']),
        ("loans OR кредиты", ['"loan" OR "кред"']),
    ],
)
def test_words_stand_alone_and_words_in_quotes_side_by_side(
    index: Index, text: str, expected: list[str]
) -> None:
    assert sought(index, text) == expected


def test_a_word_that_is_typed_twice_is_sought_once(index: Index) -> None:
    assert sought(index, "aid loans aid") == ['"aid"', '"loan"']
    assert sought(index, "aid aid AID aids") == ['"aid"']
    assert sought(index, "条约 條約") == ['"条约"']


@pytest.mark.parametrize("text", ["", "   ", "\x00", '"', '""""', "?!…。、", "()*^:", "_", "- -"])
def test_without_a_word_there_is_nothing_to_search_for(index: Index, text: str) -> None:
    assert index.plan(text, typing=True, correct=True) == Plan(())


def test_what_is_not_wanted_stands_side_by_side(index: Index) -> None:
    plan = index.plan('aid -loans -"military men" -条约 -?')
    assert [clause.fts for clause in plan.without] == ['"loan"', '"militari men"', '"条约"']
    assert fts(plan.groups) == ['"aid"']


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ('"military aid"', ['"militari"', '"aid"']),
        ("mid-60s loans", ['"mid"', '"60s"', '"loan"']),
        ("中苏条约", ['"中苏"', '"苏条"', '"条约"']),
        ("loans", ['"loan"']),
        ("条约", ['"条约"']),
        ("14 February 1950", ['"19500214d"']),
    ],
)
def test_the_same_taken_apart(index: Index, text: str, loose: list[str]) -> None:
    assert fts(index.plan(text, correct=False).loose) == loose


# --- stop words ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        ("what the aid", ["what", "the"]),
        ("что такое договор", ["что", "такое"]),
        ("The Who", ["The", "Who"]),
        ('"the" aid', []),
        ("在 条约", ["在"]),
        ("条约 什么", ["什么"]),
    ],
)
def test_words_that_say_nothing_are_weak(index: Index, text: str, weak: list[str]) -> None:
    groups = index.plan(text, correct=False).groups
    assert [group.typed for group in groups if group.weak] == weak


# --- unfinished words ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("milit", {'"militari"', '"militia"', '"milit"'}),
        ("aid mili", {'"militari"', '"militia"', '"milit"'}),
        ("догов", {'"договор"'}),
        ("mil", {'"militari"', '"militia"', '"milit"', '"milk"'}),
        ("milk", {'"milk"'}),
        ("en-la", {'"en lai"'}),
        ("aid ", {'"aid"'}),
        ("milit, ", {'"milit"'}),
        ('"military tech', {'"militari tech"'}),
        ("条约", {'"条约"'}),
        ("zzz", {'"zzz"'}),
        ("MILIT", {'"militari"', '"militia"', '"milit"'}),
        ("Mili\u0301", {'"militari"', '"militia"', '"milit"'}),
    ],
)
def test_the_last_word_may_be_unfinished_while_somebody_types(
    index: Index, text: str, last: set[str]
) -> None:
    assert set(sought(index, text, typing=True)[-1].split(" OR ")) == last


def test_only_the_last_word_is_unfinished_and_only_while_somebody_types(index: Index) -> None:
    assert sought(index, "milit aid", typing=True)[0] == '"milit"'
    assert sought(index, "milit") == ['"milit"']
    groups = index.plan("aid mili", typing=True).groups
    assert [group.begins for group in groups] == ["aid"[:0], "mili"]


def test_an_unfinished_word_is_not_taken_for_a_slip(index: Index) -> None:
    assert index.plan("militar", typing=True).corrected == ""
    assert index.plan("militar", typing=False).corrected == "military"


# --- slips --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("tehcnical", "technical"),
        ("the suport gave", "the support gave"),
        ("Догвор", "Договор"),
        ("military suport  lonas", "military support  loans"),
        ("sup-ort tecnical", "sup-ort technical"),
        ("loans", ""),
        ("loan", ""),
        ('"suport"', ""),
        ("suport OR aid", ""),
        ("-suport aid", ""),
        ("条幺", ""),
        ("lons", "loans"),
        ("lns", ""),
    ],
)
def test_a_word_that_is_not_there_stands_for_one_that_is(
    index: Index, text: str, corrected: str
) -> None:
    assert index.plan(text).corrected == corrected
    assert index.plan(text, correct=False).corrected == ""


def test_what_nothing_stands_in_for_is_told(index: Index) -> None:
    plan = index.plan("aid Qwertyuiop suport 条幺")
    assert plan.unknown == ("Qwertyuiop",)
    assert fts(plan.groups) == ['"aid"', '"qwertyuiop"', '"support"', '"条幺"']
    assert index.plan("suport", correct=False).unknown == ("suport",)
    assert index.plan('"suport zzzz"').unknown == ()


def test_a_word_with_several_parts_is_mended_in_its_place(index: Index) -> None:
    plan = index.plan("x military-suport.")
    assert plan.corrected == "x military-support."
    assert fts(plan.groups)[-1] == '"militari support"'


# --- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["Zhou Enlai", "zhou enlai", "Zhōu Ēnlái", "Chou En-lai", "Чжоу Эньлая", "周恩来", "周恩來"],
)
def test_a_name_stands_for_all_names_of_the_same(index: Index, text: str) -> None:
    plan = index.plan(text)
    (group,) = plan.groups
    names = {clause.fts for clause in group.names}
    assert {'"zhou enlai"', '"chou en lai"', '"周恩 恩来"'} <= names
    assert fts(plan.groups) == fts(index.plan("Zhou Enlai").groups)
    assert plan.related == ("Deng Yingchao",)
    assert plan.corrected == ""


def test_other_names_that_are_searched_for_are_told(index: Index) -> None:
    assert index.plan("Zhou Enlai").also == ("Chou En-lai", "周恩来")
    assert index.plan("周恩来").also == ("Zhou Enlai", "Chou En-lai")
    assert index.plan("aid").also == ()


def test_a_name_is_found_among_other_words(index: Index) -> None:
    plan = index.plan("aid Chou En-lai loans")
    assert [group.typed for group in plan.groups] == ["aid", "Chou En-lai", "loans"]
    assert "Zhou Enlai" in plan.also


def test_the_longest_name_is_taken(make_index: type[Index]) -> None:
    index = make_index(DOCUMENTS, [*NAMES, (["Soviet", "Council"], [])])
    assert index.plan("Soviet Union gave").groups[0].typed == "Soviet Union"
    assert [group.typed for group in index.plan("Soviet aid").groups] == ["Soviet", "aid"]


def test_a_related_name_is_offered_and_not_searched_for(index: Index) -> None:
    plan = index.plan("Beiping", correct=False)
    assert fts(plan.groups) == ['"beip"']
    assert plan.also == ()
    assert plan.related == ("Beijing",)


@pytest.mark.parametrize("text", ['"Peking"', '"Zhou Enlai"', "Zhou-OR-Enlai Enlai Zhou"])
def test_what_is_no_name_or_stands_in_quotes_is_taken_as_it_stands(index: Index, text: str) -> None:
    assert index.plan(text).also == ()


def test_a_name_inside_a_run_of_han_is_found_when_the_run_is_taken_apart(index: Index) -> None:
    plan = index.plan("周恩来访问")
    assert fts(plan.groups) == ['"周恩 恩来 来访 访问"']
    assert plan.loose[0].names == index.plan("Zhou Enlai").groups[0].names
    assert fts(plan.loose)[0] == fts(index.plan("Zhou Enlai").groups)[0]
