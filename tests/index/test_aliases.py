"""Names for one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatyviewer.index.aliases import key_of, units
from treatyviewer.index.analyser import Analyser

if TYPE_CHECKING:
    from tests.index.conftest import Index

NAMES = [
    (["Port Arthur", "Lüshun", "旅顺口", "Порт-Артур"], ["Dalian"]),
    (["Dalian", "Dairen", "大连"], ["Port Arthur"]),
    (["PRC", "КНР"], []),
]


@pytest.fixture(scope="module")
def index(make_index: type[Index]) -> Index:
    return make_index(
        {
            1: (["A port"], "Port Arthur was given back."),
            2: ([], "旅顺口归还。"),
            3: ([], "В порту Порт-Артур."),
            4: ([], "Dalian and Dairen are one."),
            5: ([], "Lushun's harbour"),
            6: ([], "The port of Arthur"),
            7: ([], "PRC"),
            8: ([], "Правительство КНР."),
        },
        NAMES,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Port Arthur's", ["port", "arthur"]),
        ("Порт-Артура", ["порт", "артур"]),
        ("旅順口", ["旅", "顺", "口"]),
        ("旅顺 Port", ["旅", "顺", "port"]),
        ("", []),
    ],
)
def test_a_name_is_looked_up_by_its_words_and_signs(text: str, expected: list[str]) -> None:
    assert units(Analyser(), text) == expected
    assert key_of(expected).split() == expected


def test_names_are_kept_with_what_they_name(index: Index) -> None:
    known = index.aliases.known(["port arthur", "旅 顺 口", "dalian", "nothing"])
    assert set(known) == {"port arthur", "旅 顺 口", "dalian"}
    assert [known[key].things for key in ("port arthur", "旅 顺 口", "dalian")] == [
        (1,),
        (1,),
        (2,),
    ]
    assert index.aliases.known([]) == {}


def test_a_name_has_the_names_of_its_thing_and_those_that_are_related(index: Index) -> None:
    named = index.aliases.known(["dalian"])["dalian"]
    assert [name for name, _ in named.names] == ["Dalian", "Dairen", "大连"]
    assert [clause.fts for _, clause in named.names] == ['"dalian"', '"dairen"', '"大连"']
    assert named.related == ("Port Arthur",)


@pytest.mark.parametrize(
    "query", ["Port Arthur", "port arthur", "Lüshun", "lushun", "旅顺口", "旅順口", "Порт-Артура"]
)
def test_each_name_finds_all_texts_of_its_thing(index: Index, query: str) -> None:
    assert sorted(index.found(query)) == [1, 2, 3, 5]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("PRC", [7, 8]),
        ("КНР", [7, 8]),
        ("Dairen", [4]),
        ("Port Arthur given", [1]),
        ("Lüshun given", [1]),
        ('"Port Arthur"', [1]),
        ("Port Arthur -旅顺口", [1, 3, 5]),
    ],
)
def test_what_names_find(index: Index, query: str, found: list[int]) -> None:
    assert sorted(index.found(query)) == found


def test_an_unfinished_name_finds_its_thing_when_it_is_whole(index: Index) -> None:
    typed = [index.ask(text, typing=True) for text in ("Port Arth", "Port Arthur")]
    assert [len(result.found) for result in typed] == [2, 4]


def test_a_name_that_two_things_share_finds_both(make_index: type[Index]) -> None:
    index = make_index(
        {1: ([], "Wang Ming"), 2: ([], "Chen Shaoyu"), 3: ([], "Wang the Second")},
        [(["Wang", "Chen Shaoyu"], []), (["Wang", "Wang the Second"], [])],
    )
    assert sorted(index.found("Wang")) == [1, 2, 3]
    assert set(index.plan("Wang").also) == {"Chen Shaoyu", "Wang the Second"}


def test_a_name_without_a_word_names_nothing(make_index: type[Index]) -> None:
    index = make_index({1: ([], "text")}, [(["?", "text"], ["!"])])
    assert index.found("text") == [1]
    assert index.plan("?").groups == ()


def test_no_names_that_the_library_does_not_have_are_told(index: Index) -> None:
    assert index.plan("Port Arthur").also == ("Lüshun", "旅顺口", "Порт-Артур")
    assert index.plan("Dalian").also == ("Dairen", "大连")


def test_a_name_that_stands_nowhere_finds_what_it_names(make_index: type[Index]) -> None:
    index = make_index({1: ([], "Beijing"), 2: ([], "Pekin")}, [(["Beijing", "Peiping"], [])])
    result = index.ask("Peiping")
    assert [one.document for one in result.found] == [1]
    plan = index.plan("Peiping")
    assert (plan.corrected, plan.also) == ("", ("Beijing",))


@pytest.mark.parametrize("query", ["Chou En-lai", "Jou Enlai"])
def test_a_name_is_no_slip_though_no_text_has_it(make_index: type[Index], query: str) -> None:
    names = ["Zhou Enlai", "Chou En-lai", "Jou Enlai"]
    index = make_index({1: ([], "Zhou Enlai"), 2: ([], "Zhou, Enlai's uncle")}, [(names, [])])
    assert index.plan(query).corrected == ""
    assert len(index.ask(query).found) == 2


def test_a_longer_name_is_not_taken_for_a_shorter_one_inside_it(make_index: type[Index]) -> None:
    index = make_index(
        {
            1: ([], "The Republic of China sent a note."),
            2: ([], "The People's Republic of China sent a note."),
            3: ([], "Taiwan sent a note."),
            4: ([], "中华人民共和国"),
        },
        [
            (["Republic of China", "Taiwan"], []),
            (["People's Republic of China", "中华人民共和国"], []),
        ],
    )
    assert sorted(index.found("Republic of China")) == [1, 3]
    assert sorted(index.found("Taiwan")) == [1, 3]
    assert sorted(index.found("People's Republic of China")) == [2, 4]
    assert sorted(index.found('"Republic of China"')) == [1, 2]
