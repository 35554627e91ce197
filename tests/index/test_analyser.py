"""Text into terms."""

from __future__ import annotations

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from treatyviewer.index.analyser import analyse, is_han

# What a reader of this entry meets, mixed at random; and anything else that Unicode has.
texts = st.text(
    st.sampled_from("aZé̆йЙиё约條条か㊀½ﬁＡ９_'’ß\n\x00 -.\u0301\u3099") | st.characters(),
    max_size=30,
)


def terms(text: str) -> list[str]:
    return [term.text for term in analyse(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  ,.;!? -- _ __ \x00", []),
        ("The Treaty, 1950", ["the", "treaty", "1950"]),
        ("mid-60s", ["mid", "60s"]),
        ("snake_case", ["snake", "case"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("Zhōu Ēnlái café", ["zhou", "enlai", "cafe"]),
        ("cafe\u0301s", ["cafes"]),
        ("ﬁve ＡＢＣ９", ["five", "abc9"]),
        ("İstanbul", ["istanbul"]),
        ("Договор", ["договор"]),
        ("всё ещё", ["все", "еще"]),
        ("все\u0308", ["все"]),
        ("мой Йод", ["мой", "йод"]),
        ("мои\u0306", ["мой"]),
        ("зна\u0301чит", ["значит"]),
        ("China's China’s CHINA'S", ["china", "china", "china"]),
        ("China's role", ["china", "role"]),
        ("people's republic's", ["people", "republic"]),
        ("it'sx don't s", ["it", "sx", "don", "t", "s"]),
        ("中", ["中"]),
        ("条约", ["条约", "约"]),
        ("中苏条约", ["中苏", "苏条", "条约", "约"]),
        ("中苏,条约", ["中苏", "苏", "条约", "约"]),
        ("1950年2月", ["1950", "年", "2", "月"]),
        ("ソ連の", ["ソ連", "連の", "の"]),
        ("𠀀𠀁", ["𠀀𠀁", "𠀁"]),
        ("½ x²", ["12", "x2"]),
    ],
)
def test_the_terms_of_a_text(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@given(texts)
@example("㊀㊁ ½ ٪ \u2474")
def test_a_term_lies_in_the_text_and_is_safe_to_give_to_the_engine(text: str) -> None:
    before = (0, 0)
    for term in analyse(text):
        assert 0 <= term.start < term.end <= len(text)
        assert (term.start, term.end) >= before
        before = (term.start, term.end)
        assert term.text
        assert not any(char.isspace() for char in term.text)
        ascii_part = {char for char in term.text if char.isascii()}
        assert ascii_part <= set(string.ascii_lowercase + string.digits)


@given(texts, texts)
def test_texts_kept_apart_by_a_full_stop_are_analysed_apart(one: str, two: str) -> None:
    assert terms(f"{one} . {two}") == terms(one) + terms(two)


@given(st.text(st.characters(categories=["Lu", "Ll", "Nd"]), max_size=12))
def test_case_makes_no_difference(word: str) -> None:
    assert terms(word.casefold()) == terms(word)


def test_offsets_are_code_points_of_the_text_as_it_stands() -> None:
    text = "𝒳 Zhōu’s 𠀀条约"
    assert [text[t.start : t.end] for t in analyse(text)] == ["𝒳", "Zhōu", "𠀀条", "条约", "约"]


@pytest.mark.parametrize("char", "中々〇ぁヶ𠀀豈")
def test_han_and_kana(char: str) -> None:
    assert is_han(char)


@pytest.mark.parametrize("char", "aй1。「\u3000한")
def test_not_han(char: str) -> None:
    assert not is_han(char)
