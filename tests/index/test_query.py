"""What a reader types, understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyviewer.index.query import MOST_CLAUSES, Clause, parse


def clauses(text: str, *, complete: bool = False) -> list[str]:
    return [clause.fts for clause in parse(text, complete=complete).clauses]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("loans", ['"loans"']),
        ("Military  technical\tsupport", ['"military"', '"technical"', '"support"']),
        ("aid aid AID", ['"aid"']),
        ('"military technical support"', ['"military technical support"']),
        ("“military aid”", ['"military aid"']),
        ("«военная помощь»", ['"военная помощь"']),
        ("„military aid“", ['"military aid"']),
        ("「经济 援助」", ['"经济 济 援助"']),
        ("『military aid』", ['"military aid"']),
        ('aid "military technical" loans', ['"aid"', '"military technical"', '"loans"']),
        ('"military technical', ['"military technical"']),
        ('loans "', ['"loans"']),
        ('"" loans', ['"loans"']),
        ('"loans"', ['"loans"']),
        ("约", ['"约" *']),
        ("条约", ['"条约"']),
        ("中苏条约", ['"中苏 苏条 条约"']),
        ("中苏 条约", ['"中苏"', '"条约"']),
        ("条约1950", ['"条约"', '"1950"']),
        ('"条约 1950"', ['"条约 约 1950"']),
        ('"1950 条约"', ['"1950 条约"']),
    ],
)
def test_words_stand_alone_and_words_in_quotes_side_by_side(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize("text", ["", "   ", "\x00", '"', '""""', "?!…。、", "()*^:", "_", "'s -"])
def test_without_a_word_there_is_nothing_to_search_for(text: str) -> None:
    query = parse(text)
    if text == "'s -":
        assert clauses(text) == ['"s"']
    else:
        assert query.clauses == ()
    assert not query.cut


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aid AND loans", ['"aid"', '"and"', '"loans"']),
        ("aid OR NOT loans", ['"aid"', '"or"', '"not"', '"loans"']),
        ("NEAR(aid loans, 5)", ['"near"', '"aid"', '"loans"', '"5"']),
        ("title:aid", ['"title"', '"aid"']),
        ("{title body}: aid*", ['"title"', '"body"', '"aid"']),
        ("^aid + loans", ['"aid"', '"loans"']),
        ("aid' OR 1=1; --", ['"aid"', '"or"', '"1"']),
        ("a\x00b", ['"a"', '"b"']),
    ],
)
def test_the_syntax_of_the_engine_is_only_text(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("milit", ['"milit" *']),
        ("aid milit", ['"aid"', '"milit" *']),
        ("aid ", ['"aid"']),
        ("aid, ", ['"aid"']),
        ('"military tech', ['"military tech"']),
        ('"military" tech', ['"military"', '"tech" *']),
        ("条约", ['"条约"']),
    ],
)
def test_the_last_word_may_be_unfinished_while_somebody_types(
    text: str, expected: list[str]
) -> None:
    assert clauses(text, complete=True) == expected


def test_more_words_than_help_are_cut() -> None:
    most = " ".join(f"w{number}" for number in range(MOST_CLAUSES))
    assert not parse(most).cut
    query = parse(most + " more")
    assert query.cut
    assert query.clauses == parse(most).clauses


def test_ten_thousand_characters_are_understood() -> None:
    assert parse("x" * 10_000).clauses == (Clause(("x" * 10_000,)),)
    assert parse("word " * 2_000).clauses == (Clause(("word",)),)
    assert len(parse("".join(map(chr, range(0x4E00, 0x4E00 + 10_000)))).clauses[0].terms) == 9_999


@given(st.text(), st.booleans())
def test_any_text_is_a_query_of_clean_clauses(text: str, complete: bool) -> None:
    query = parse(text, complete=complete)
    assert len(query.clauses) <= MOST_CLAUSES
    assert len(set(query.clauses)) == len(query.clauses)
    for clause in query.clauses:
        assert all(clause.terms)
        assert not any(sign in term for term in clause.terms for sign in '" \x00*()')
