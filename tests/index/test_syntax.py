"""What a reader types, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from treatyviewer.index.query import MOST_GROUPS, Piece, Query
from treatyviewer.index.syntax import literal, parse

# Signs that mean something in a query, at random among words of three scripts.
queries = st.lists(
    st.sampled_from(
        [
            "aid",
            "Loans",
            "OR",
            "or",
            "-",
            "−",
            '"',
            "“",
            "”",
            "«",
            "»",
            "„",
            "「",
            "」",
            " ",
            "  ",
            "kind:",
            "in:",
            "before:",
            "AFTER:",
            "1950",
            "1950-02",
            "14 February",
            "14.02.1950",
            "договор",
            "条约",
            "1950年2月14日",
            "'",
            "\x00",
            "\n",
            ":",
            "*",
            "(",
            "\u3000",
        ]
    )
    | st.text(max_size=3),
    max_size=12,
).map("".join)


def words(text: str) -> list[str]:
    """The pieces that are wanted, those that OR joins on one line, phrases in quotes."""
    return ["|".join(map(shown, pieces)) for pieces in parse(text).wanted]


def shown(piece: Piece) -> str:
    text = f'"{piece.text}"' if piece.quoted else piece.text
    return f"<{text}>" if piece.date else text


def unwanted(text: str) -> list[str]:
    return [shown(piece) for piece in parse(text).unwanted]


# --- words and phrases --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("loans", ["loans"]),
        ("  Military\ttechnical\u3000support\n", ["Military", "technical", "support"]),
        ('"military aid"', ['"military aid"']),
        ("“military aid”", ['"military aid"']),
        ('“military aid"', ['"military aid"']),
        ("„military aid“", ['"military aid"']),
        ("„military aid”", ['"military aid"']),
        ("«военная помощь»", ['"военная помощь"']),
        ("»military aid«", ['"military aid"']),
        ("「经济 援助」", ['"经济 援助"']),
        ("『military aid』", ['"military aid"']),
        ('aid "military aid" loans', ["aid", '"military aid"', "loans"]),
        ('aid"military aid"loans', ["aid", '"military aid"', "loans"]),
        ('"military aid', ['"military aid"']),
        ('loans "', ["loans"]),
        ('"" loans', ["loans"]),
        ('" " loans', ["loans"]),
        ("it's", ["it's"]),
        ("10:30", ["10:30"]),
        ("mid-60s", ["mid-60s"]),
        ("Chou En-lai", ["Chou", "En-lai"]),
        ("a\x00b", ["a\x00b"]),
    ],
)
def test_words_and_phrases(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert unwanted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "aid AND loans",
        "NEAR(aid loans, 5)",
        "title:aid",
        "{title body}: aid*",
        "^aid + loans",
        "aid' OR' 1=1; --",
        "NOT aid",
        "aid | loans",
        "and or not",
        "Or OR.",
        "body:x",
    ],
)
def test_the_syntax_of_the_engine_is_only_text(text: str) -> None:
    query = parse(text)
    assert [piece.text for pieces in query.wanted for piece in pieces] == text.split()
    assert all(len(pieces) == 1 for pieces in query.wanted)
    assert query.unwanted == ()
    assert not query.narrowed


# --- not, or ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wanted", "not_wanted"),
    [
        ("loans -Korea", ["loans"], ["Korea"]),
        ("loans −Korea", ["loans"], ["Korea"]),
        ("-Korea loans", ["loans"], ["Korea"]),
        ('loans -"North Korea" aid', ["loans", "aid"], ['"North Korea"']),
        ("loans -«Северная Корея»", ["loans"], ['"Северная Корея"']),
        ("loans -朝鲜", ["loans"], ["朝鲜"]),
        ("-Korea", [], ["Korea"]),
        ("loans - Korea", ["loans", "-", "Korea"], []),
        ("loans -", ["loans", "-"], []),
        ("loans --Korea", ["loans", "--Korea"], []),
        ("loans-Korea", ["loans-Korea"], []),
        ("-OR loans", ["loans"], ["OR"]),
    ],
)
def test_a_minus_before_a_word_keeps_it_out(
    text: str, wanted: list[str], not_wanted: list[str]
) -> None:
    assert words(text) == wanted
    assert unwanted(text) == not_wanted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("loans OR credits", ["loans|credits"]),
        ("a loans OR credits OR кредиты b", ["a", "loans|credits|кредиты", "b"]),
        ('"a loan" OR credits', ['"a loan"|credits']),
        ("loans or credits", ["loans", "or", "credits"]),
        ('loans "OR" credits', ["loans", '"OR"', "credits"]),
        ("OR loans", ["loans"]),
        ("loans OR", ["loans"]),
        ("OR", []),
        ("loans OR OR credits", ["loans|credits"]),
        ("1950-02-14 OR 1950-02-15", ["<1950-02-14>|<1950-02-15>"]),
        ("aid OR 14 February 1950", ["aid|<14 February 1950>"]),
    ],
)
def test_or_joins_what_stands_beside_it(text: str, expected: list[str]) -> None:
    assert words(text) == expected


# --- dates --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("signed 14 February 1950 Moscow", ["signed", "<14 February 1950>", "Moscow"]),
        ("договор 14 февраля 1950", ["договор", "<14 февраля 1950>"]),
        ("条约1950年2月14日签订", ["条约", "<1950年2月14日>", "签订"]),
        ("1950-02-14", ["<1950-02-14>"]),
        ("(14.02.1950)", ["(", "<14.02.1950>", ")"]),
        ("February 1950 aid", ["<February 1950>", "aid"]),
        ("1950", ["1950"]),
        ("February", ["February"]),
        ('"14 February 1950"', ['"14 February 1950"']),
        ('14 "February" 1950', ["14", '"February"', "1950"]),
        ("1950-02-14 1950-02-15", ["<1950-02-14>", "<1950-02-15>"]),
    ],
)
def test_a_date_is_one_piece(text: str, expected: list[str]) -> None:
    assert words(text) == expected


# --- conditions ---------------------------------------------------------------------------------


def test_conditions_are_taken_out_of_the_words() -> None:
    query = parse('loans kind:person In:overview in:"The Seal" KIND:"event" kind:claim aid')
    assert words(query.text) == ["loans", "aid"]
    assert query.kinds == ("person", "event", "claim")
    assert query.places == ("overview", "The Seal")
    assert query.narrowed


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("1960", 19600101),
        ("1950-02", 19500201),
        ("1950-02-14", 19500214),
        ('"14 February 1950"', 19500214),
        ("14.02.1950", 19500214),
        ("1950年2月14日", 19500214),
        ("«февраль 1950»", 19500201),
        ("0500", 5000101),
    ],
)
@pytest.mark.parametrize("key", ["before", "after"])
def test_a_day_that_time_ends_or_begins_with(key: str, value: str, day: int) -> None:
    query = parse(f"loans {key}:{value}")
    assert query == Query(
        query.text, query.wanted, before=day * (key == "before"), after=day * (key == "after")
    )
    assert words(query.text) == ["loans"]


@pytest.mark.parametrize("value", ["yesterday", "19600", "1960-13", "1960-02-30", "0000", "60"])
@pytest.mark.parametrize("key", ["before", "after"])
def test_what_is_no_day_is_refused(key: str, value: str) -> None:
    query = parse(f"{key}:{value} loans")
    assert query.refused == ((key, value),)
    assert (query.before, query.after) == (0, 0)


@pytest.mark.parametrize("text", ["kind:", "in: aid", "before:", 'in:"" aid', 'kind:" "'])
def test_a_condition_without_a_value_is_none(text: str) -> None:
    query = parse(text)
    assert not query.narrowed
    assert query.refused == ()


# --- any text -----------------------------------------------------------------------------------


def test_more_words_than_help_are_cut() -> None:
    most = " ".join(f"w{number}" for number in range(MOST_GROUPS))
    for take in (parse, literal):
        assert not take(most).cut
        query = take(most + " more")
        assert query.cut
        assert query.wanted == take(most).wanted


def test_ten_thousand_characters_are_taken_apart() -> None:
    assert words("x" * 10_000) == ["x" * 10_000]
    assert words('"' + "word " * 2_000) == ['"' + "word " * 2_000 + '"']
    assert len(words("-x " * 2_000)) == 0
    assert len(unwanted("-x " * 2_000)) == MOST_GROUPS


@given(queries | st.text())
@example('"' * 7)
@example("-")
@example("kind:kind:in:-OR OR")
def test_pieces_lie_in_the_text_in_order(text: str) -> None:
    query = parse(text)
    assert query.text == text
    at = 0
    for piece in (piece for pieces in query.wanted for piece in pieces):
        assert at <= piece.start < piece.end <= len(text)
        assert text[piece.start : piece.end] == piece.text
        assert piece.text.strip()
        at = piece.end
    assert len(query.unwanted) <= MOST_GROUPS
    assert all(query.wanted)


@given(queries | st.text())
def test_words_only_are_words_whatever_signs_stand_in_them(text: str) -> None:
    query = literal(text)
    assert query == Query(text, query.wanted, cut=query.cut)
    pieces = [piece for (piece,) in query.wanted]
    assert not any(piece.quoted for piece in pieces)
    if not query.cut and not any(piece.date for piece in pieces):
        assert [piece.text for piece in pieces] == text.split()
