"""Languages: tags as people write them, and the best text to be had."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyviewer.entry.language import choose, normal, pick, well_formed


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("zh", "zh-Hans"),
        ("ZH", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh_TW", "zh-Hant"),
        ("zh-hk", "zh-Hant"),
        ("zh-hant", "zh-Hant"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("EN", "en"),
        (" ru-ru ", "ru-RU"),
    ],
)
def test_a_tag_is_put_into_the_form_in_which_entries_store_it(typed: str, stored: str) -> None:
    assert normal(typed) == stored
    assert well_formed(stored)


@given(st.from_regex(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", fullmatch=True))
def test_the_stored_form_is_stable(tag: str) -> None:
    assert normal(normal(tag)) == normal(tag)
    assert well_formed(normal(tag))


@pytest.mark.parametrize(
    "tag", ["", "e", "engl", "en-", "-en", "en_GB", "xx!", "en-a", "руc", "1a"]
)
def test_not_tags(tag: str) -> None:
    assert not well_formed(tag)


@pytest.mark.parametrize(
    ("available", "wanted", "main", "chosen"),
    [
        (["en", "ru"], "ru", "en", "ru"),
        (["en", "zh-Hans"], "zh-Hant", "en", "zh-Hans"),
        (["zh-Hant", "zh-Hans"], "zh-Hans-CN", "en", "zh-Hans"),
        (["en", "ru"], "fr", "ru", "ru"),
        (["en", "de"], "fr", "ru", "en"),
        (["de", "pl"], "fr", "ru", "de"),
        (["de"], "", "", "de"),
        ([], "fr", "ru", ""),
    ],
)
def test_the_best_text_is_the_one_wanted_a_sibling_the_main_one_english_any(
    available: list[str], wanted: str, main: str, chosen: str
) -> None:
    assert choose(dict.fromkeys(available), wanted, main) == chosen


def test_picking_from_no_texts_gives_no_text() -> None:
    assert pick({}, "en") == ""


def test_picking_gives_the_text_in_the_language_chosen() -> None:
    assert pick({"en": "treaty", "ru": "договор"}, "ru-RU") == "договор"
