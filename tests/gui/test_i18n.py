"""The language of the interface: which one it is, and that its words are in force."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from treatyviewer.gui import i18n
from treatyviewer.gui.models.kind_names import NAMES, kind_name


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    i18n.relabel(qapp, "en")


def hits(n: int) -> str:
    return i18n.translate("OutlineModel", "{n} hit(s)", n).format(n=i18n.number(n))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", {1: "1 hit", 2: "2 hits", 0: "0 hits", 1234: "1,234 hits"}),
        ("de", {1: "1 hit", 21: "21 hits"}),
        (
            "ru",
            {
                1: "1 совпадение",
                2: "2 совпадения",
                5: "5 совпадений",
                11: "11 совпадений",
                21: "21 совпадение",
                12_345: "12\u00a0345 совпадений",
            },
        ),
        ("zh-Hans", {1: "1 处匹配", 1_234_567: "1,234,567 处匹配"}),
        ("zh-Hant", {2: "2 处匹配"}),
    ],
)
def test_counts_have_the_forms_of_the_language(
    qapp: QApplication, language: str, said: dict[int, str]
) -> None:
    assert i18n.install(qapp, language)
    assert {n: hits(n) for n in said} == said


def test_numbers_tell_that_there_are_more() -> None:
    assert (i18n.number(7), i18n.number(7, more=True)) == ("7", "7+")
    assert i18n.number(12_000, more=True) == "12,000+"


def test_another_language_can_be_put_in_force(qapp: QApplication) -> None:
    names = {}
    for language in ("ru", "zh-Hans", "en", "ru"):
        assert i18n.relabel(qapp, language)
        names[language] = [kind_name(kind) for kind in NAMES]
        assert QLocale().language() == QLocale(language).language()
    assert names["en"][0] == "Sections"
    assert names["ru"][0] == "Разделы"
    assert names["zh-Hans"][0] == "章节"
    assert len({tuple(one) for one in names.values()}) == 3


def test_qts_own_words_follow(qapp: QApplication, qtbot: QtBot) -> None:
    def cancel() -> str:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")

    i18n.relabel(qapp, "ru")
    assert cancel() == "Отмена"
    i18n.relabel(qapp, "zh-Hans")
    assert cancel().startswith("取消")
    i18n.relabel(qapp, "en")
    assert cancel() == "Cancel"


@pytest.mark.parametrize(
    ("given", "preferred", "system", "wanted"),
    [
        ("ru", "zh-Hans", ["de-DE"], "ru"),
        ("de", "zh-Hans", ["de-DE"], "de"),
        ("", "zh-Hans", ["ru-RU"], "zh-Hans"),
        ("", "en", ["ru-RU"], "en"),
        ("", "system", ["ru-RU", "ru"], "ru"),
        ("", "system", ["zh-Hant-TW", "zh-TW"], "zh-Hans"),
        ("", "system", ["zh-CN"], "zh-Hans"),
        ("", "system", ["de-DE", "de", "ru-RU"], "ru"),
        ("", "system", ["de-DE", "de"], "en"),
        ("", "system", ["C"], "en"),
        ("", "system", [], "en"),
    ],
)
def test_the_language_is_the_given_one_else_the_preferred_else_the_systems(
    monkeypatch: pytest.MonkeyPatch, given: str, preferred: str, system: list[str], wanted: str
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda *_: system)
    assert i18n.wanted_language(given, preferred) == wanted


def test_it_is_told_where_the_words_are_missing(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setattr(i18n, "resources", lambda: tmp_path)
    assert not i18n.install(qapp, "ru")
    assert i18n.install(qapp, "en")
    assert hits(2) == "2 hits"
