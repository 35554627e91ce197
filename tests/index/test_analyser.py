"""Text into terms."""

from __future__ import annotations

import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from treatyviewer.index.analyser import Analyser, fold, is_han

# What a reader of this entry meets, mixed at random; and anything else that Unicode has.
texts = st.text(
    st.sampled_from("aZé̆йЙиё约條条か㊀½ﬁＡ９_'’sSß\n\x00 -.\u0301\u3099") | st.characters(),
    max_size=30,
)

ANALYSER = Analyser()


def terms(text: str) -> list[str]:
    return ANALYSER.terms(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  ,.;!? -- _ __ \x00", []),
        ("Loan, 1950", ["loan", "1950"]),
        ("mid-60s", ["mid", "60s"]),
        ("snake_case", ["snake", "case"]),
        ("Zhōu Ēnlái café", ["zhou", "enlai", "cafe"]),
        ("cafe\u0301s", ["cafe"]),
        ("ﬁve ＡＢＣ９", ["five", "abc9"]),
        ("İstanbul", ["istanbul"]),
        ("Договор", ["договор"]),
        ("China's China’s CHINA'S", ["china", "china", "china"]),
        ("China's role", ["china", "role"]),
        ("it'sx don't s", ["it", "sx", "don", "t", "s"]),
        ("中", ["中"]),
        ("条约", ["条约", "约"]),
        ("中苏条约", ["中苏", "苏条", "条约", "约"]),
        ("中苏,条约", ["中苏", "苏", "条约", "约"]),
        ("1950年2月", ["1950", "年", "2", "月"]),
        ("ソの", ["ソの", "の"]),
        ("𠀀𠀁", ["𠀀𠀁", "𠀁"]),
        ("½ x²", ["12", "x2"]),
        ("1950-е годы", ["1950", "е", "год"]),
    ],
)
def test_the_terms_of_a_text(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    "words",
    [
        "treaty treaties Treaty's TREATIES",
        "loan loans loaned loaning",
        "ratified ratifies ratify",
        "republic's republics",
        "STRASSE Straße",
        "договор договоры договорами договоров Договором",
        "советский советская советских советскому",
        "помощь помощи помощью",
        "кредит кредиты кредитов кредитами",
        "Сталин Сталина Сталиным",
        "Эньлай Эньлая Эньлаю Эньлаем",
        "Китай Китая Китаю Китаем Китае",
        "мир мира миру миром",
        "бой бои боя",
        "всё все все\u0308 ВСЁ",
        "мой мои\u0306 МОЙ",
        "зна\u0301чит значит",
        "Мэ\u0301й Мэй",
    ],
)
def test_forms_of_one_word_have_one_term(words: str) -> None:
    assert len(set(terms(words))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "loan lean",
        "treaty treat",
        "1950 1951 1950s",
        "й и",
        "кран край",
        "мир мера",
        "中苏 苏中",
    ],
)
def test_different_words_have_different_terms(words: str) -> None:
    one, *others = words.split()
    assert not set(terms(one)) & {terms(other)[0] for other in others}


def test_short_russian_stems_keep_their_vowels() -> None:
    assert terms("лето") == ["лет"]
    assert all(len(term) >= 3 for term in terms("война роль земля статья семья любви"))


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [("中蘇條約", "中苏条约"), ("旅順口", "旅顺口"), ("蘇聯", "苏联"), ("貸款協定", "贷款协定")],
)
def test_traditional_signs_are_simplified_ones(traditional: str, simplified: str) -> None:
    assert terms(traditional) == terms(simplified)
    assert ANALYSER.simplify(f"a {traditional}.") == f"a {simplified}."


@given(texts)
def test_a_simplified_text_is_as_long_as_it_was(text: str) -> None:
    assert len(ANALYSER.simplify(text)) == len(text)


@given(texts)
@example("㊀㊁ ½ ٪ \u2474")
def test_a_term_lies_in_the_text_and_is_safe_to_give_to_the_engine(text: str) -> None:
    before = (0, 0)
    for term in ANALYSER.places(text):
        assert 0 <= term.start < term.end <= len(text)
        assert (term.start, term.end) >= before
        before = (term.start, term.end)
        assert term.text
        assert not any(char.isspace() for char in term.text)
        ascii_part = {char for char in term.text if char.isascii()}
        assert ascii_part <= set(string.ascii_lowercase + string.digits)


@given(texts)
@example("ヨシフ・スターリン")
@example("か\u3099く")
@example("〇\u3098条约_x’s")
def test_places_are_those_of_the_terms(text: str) -> None:
    assert [term.text for term in ANALYSER.places(text)] == terms(text)


@given(texts, texts)
def test_texts_kept_apart_by_a_full_stop_are_analysed_apart(one: str, two: str) -> None:
    assert terms(f"{one} . {two}") == terms(one) + terms(two)


@given(st.text(st.characters(categories=["Lu", "Ll", "Nd"]), max_size=12))
def test_case_makes_no_difference(word: str) -> None:
    assert terms(word.casefold()) == terms(word)


@settings(max_examples=50, deadline=None)
@given(st.lists(texts, max_size=5))
def test_what_was_met_before_makes_no_difference(some: list[str]) -> None:
    met = Analyser()
    for text in some:
        met.terms(text)
    for text in some:
        assert met.terms(text) == Analyser().terms(text)


def test_offsets_are_code_points_of_the_text_as_it_stands() -> None:
    text = "𝒳 Zhōu’s 𠀀条约"
    found = [text[term.start : term.end] for term in ANALYSER.places(text)]
    assert found == ["𝒳", "Zhōu", "𠀀条", "条约", "约"]


def test_the_words_that_were_met_are_told_folded_with_their_terms() -> None:
    analyser = Analyser()
    analyser.terms("Treaties treaties Zhōu’s 条约 Договоры \u0663")
    assert sorted(set(analyser.words())) == [
        ("treaties", "treati"),
        ("zhou", "zhou"),
        ("договоры", "договор"),
        ("٣", "٣"),
    ]


def test_the_stemmers_are_told_by_how_they_stem() -> None:
    assert Analyser().stemmer == ANALYSER.stemmer
    assert {"news", "договор"} <= set(ANALYSER.stemmer.split(" "))


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Чжоу", "чжоу"),
        ("Zhōu", "zhou"),
        ("ё", "е"),
        ("Ё", "е"),
        ("Й", "й"),
        ("и\u0306", "й"),
        ("а\u0306", "а"),
        ("ǖ", "u"),
        ("ß", "ss"),
        ("½", "12"),
        ("Ａ", "a"),
        ("", ""),
    ],
)
def test_a_word_is_folded(word: str, folded: str) -> None:
    assert fold(word) == folded


@given(texts)
def test_a_folded_word_is_folded_no_further(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize("char", "中々〇ぁヶ𠀀豈")
def test_han_and_kana(char: str) -> None:
    assert is_han(char)


@pytest.mark.parametrize("char", "aй1。「\u3000한")
def test_not_han(char: str) -> None:
    assert not is_han(char)
