"""The words of a library: what completes them, and what is near."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from treatyviewer.index.vocabulary import Vocabulary, Word

if TYPE_CHECKING:
    from tests.index.conftest import Index

# A word of the vocabulary, and in how many documents.
COUNTS = {
    "treaty": 3, "treat": 1, "loan": 2, "lean": 3, "aid": 4, "industrialisation": 1,
    "industry": 2, "договор": 3, "говор": 1, "ратификация": 2, "кот": 1, "1950": 5, "mid60s": 1,
    "station": 1, "nation": 2,
}  # fmt: skip


@pytest.fixture(scope="module")
def words(make_index: type[Index]) -> Vocabulary:
    texts: dict[int, list[str]] = {number: ["条约"] for number in range(1, 6)}
    for word, count in COUNTS.items():
        for number in range(1, count + 1):
            texts[number].append(word)
    made = make_index({number: ([], " ".join(text)) for number, text in texts.items()})
    return made.vocabulary


def nearest(words: Vocabulary, word: str) -> str | None:
    near = words.nearest(word)
    return near.word if near else None


def test_words_are_counted_by_documents(words: Vocabulary) -> None:
    asked = ["treati", "treat", "aid", "1950", "договор", "nothing", "条约", "约"]
    assert words.frequencies(asked) == {
        "treati": 3,
        "treat": 1,
        "aid": 4,
        "1950": 5,
        "договор": 3,
        "条约": 5,
        "约": 5,
    }
    assert words.frequencies([]) == {}


def test_statistics_of_the_whole(words: Vocabulary) -> None:
    assert words.statistic("documents") == 5
    assert words.statistic("lanes") == "[0]"
    assert words.statistic("nothing") is None


@pytest.mark.parametrize(
    ("begun", "completions"),
    [
        ("trea", ["treati", "treat"]),
        ("treaty", ["treati"]),
        ("indust", ["industri", "industrialis"]),
        ("l", ["lean", "loan"]),
        ("дог", ["договор"]),
        ("19", ["1950"]),
        ("zz", []),
        ("%", []),
        ("TREA", []),
    ],
)
def test_the_commonest_words_that_begin_so_come_first(
    words: Vocabulary, begun: str, completions: list[str]
) -> None:
    found = words.completions(begun)
    assert sorted(found) == sorted(completions)
    assert found[:1] == completions[:1]


def test_no_more_completions_than_help(make_index: type[Index]) -> None:
    text = " ".join(f"word{letter}{other}" for letter in "abcdefg" for other in "xyz")
    index = make_index({1: ([], text + " wordgz"), 2: ([], "wordgz")})
    found = index.vocabulary.completions("word")
    assert 1 < len(found) < 21
    assert found[0] == "wordgz"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("treatty", "treaty"),
        ("traty", "treaty"),
        ("traety", "treaty"),
        ("trexty", "treaty"),
        ("reaty", "treaty"),
        ("ktreaty", "treaty"),
        ("догвор", "договор"),
        ("дговоор", None),
        ("договорр", "договор"),
        ("doговор", None),
        ("industy", "industry"),
    ],
)
def test_one_slip_is_seen_through(words: Vocabulary, typed: str, meant: str | None) -> None:
    assert nearest(words, typed) == meant


@pytest.mark.parametrize("typed", ["lon", "ad", "", "кт", "aix"])
def test_short_words_are_not_guessed_at(words: Vocabulary, typed: str) -> None:
    assert nearest(words, typed) is None


def test_four_letters_are_enough(words: Vocabulary) -> None:
    assert nearest(words, "aidd") == "aid"
    assert nearest(words, "котт") == "кот"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("industreealisation", "industrialisation"),
        ("indstrialization", "industrialisation"),
        ("ратфикацыя", "ратификация"),
        ("ratification", None),
        ("undustrialization", None),
        ("treeatty", "treaty"),
        ("lloannnn", None),
        ("traeyt", None),
    ],
)
def test_two_slips_are_seen_through_in_long_words_that_begin_right(
    words: Vocabulary, typed: str, meant: str | None
) -> None:
    assert nearest(words, typed) == meant


def test_of_words_that_are_as_near_the_commonest_is_meant(words: Vocabulary) -> None:
    assert words.nearest("lxan") == Word("lean", "lean", 3)


def test_who_slips_has_rather_begun_right(words: Vocabulary) -> None:
    assert nearest(words, "sation") == "station"
    assert nearest(words, "xation") == "nation"


@pytest.mark.parametrize("typed", ["195o", "19500", "mid60x", "条约条约", "don't", "treaty "])
def test_what_is_not_all_letters_is_no_slip(words: Vocabulary, typed: str) -> None:
    assert nearest(words, typed) is None


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([word for word in COUNTS if len(word) > 4 and word.isalpha()]), st.data())
def test_a_word_with_one_slip_is_near_some_word_at_least_as_common(
    words: Vocabulary, word: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(word) - 1))
    letter = data.draw(st.sampled_from("щйые" if word[0] > "z" else "qxea"))
    slipped = data.draw(
        st.sampled_from(
            [
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1 :],
                word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
            ]
        )
    )
    assume(slipped not in COUNTS)
    near = words.nearest(slipped)
    assert near is not None
    assert near.word == word or near.documents >= COUNTS[word] or near.word[0] == slipped[0]


def test_words_of_aliases_alone_are_no_words_of_the_library(make_index: type[Index]) -> None:
    index = make_index({1: ([], "Beijing")}, [(["Beijing", "Peiping"], [])])
    assert index.vocabulary.nearest("peipin") is None
    assert index.vocabulary.completions("pei") == []


def test_words_of_titles_are_words_of_the_library(make_index: type[Index]) -> None:
    index = make_index({1: (["Treaties"], "")})
    assert index.vocabulary.completions("trea") == ["treati"]
    assert index.vocabulary.nearest("treatis") == Word("treaties", "treati", 1)
