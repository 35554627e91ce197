"""Where a text stands in another."""

from __future__ import annotations

import pytest

from treatyviewer.gui.services.page_find import Sought


def found(words: str, text: str, *, case: bool = False) -> list[str]:
    return [text[start:end] for start, end in Sought(words, case=case).find(text)]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("soviet", "Sino-Soviet, SOVIET", ["Soviet", "SOVIET"]),
        ("zhou", "Zhōu and Zhou", ["Zhōu", "Zhou"]),
        ("zhou", "Zho\u0304u Enlai", ["Zho\u0304u"]),
        ("хрущев", "Н. С. Хрущёв", ["Хрущёв"]),
        ("договор", "ДОГОВОР", ["ДОГОВОР"]),
        ("китаи", "Китай", ["Китай"]),
        ("й", "Китай", ["и", "й"]),
        ("友好", "中苏友好同盟", ["友好"]),
        ("1950", "１９５０年", ["１９５０"]),
        ("office", "oﬃce", ["oﬃce"]),
        ("f", "oﬃce", ["ﬃ"]),
        ("strasse", "Straße", ["Straße"]),
        ("people's", "People’s", ["People’s"]),
        ("treaty", "trea\u00adty", ["trea\u00adty"]),
        ("a b", "a\nb", ["a\nb"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("𠮷", "x𠮷y𠮷", ["𠮷", "𠮷"]),
        ("", "text", []),
        ("\u0301", "text", []),
        ("text", "", []),
        ("xyz", "text", []),
    ],
)
def test_letters_that_people_take_for_the_same(words: str, text: str, expected: list[str]) -> None:
    assert found(words, text) == expected


def test_capitals_may_be_told_apart() -> None:
    assert found("Aid", "aid, Aid, AID", case=True) == ["Aid"]
    assert found("Éa", "éa Éa Ea", case=True) == ["Éa", "Ea"]


def test_an_accent_at_the_end_belongs_to_the_place() -> None:
    assert found("yue", "yue\u0301 x") == ["yue\u0301"]
