"""Dates as people read them, in three languages."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyviewer.entry.dates import shown

SHOWN = [
    # (EDTF, English, Chinese, Russian)
    ("1950-02-14", "14 February 1950", "1950年2月14日", "14 февраля 1950 г."),
    ("1950-05-01", "1 May 1950", "1950年5月1日", "1 мая 1950 г."),
    ("1950-02", "February 1950", "1950年2月", "февраль 1950 г."),
    ("1950", "1950", "1950年", "1950 г."),
    ("1960-07-16/1960-07-18", "16–18 July 1960", "1960年7月16日至18日", "16–18 июля 1960 г."),
    (
        "1960-07-28/1960-09-01",
        "28 July – 1 September 1960",
        "1960年7月28日至9月1日",
        "28 июля — 1 сентября 1960 г.",
    ),
    (
        "1949-12-16/1950-02-17",
        "16 December 1949 – 17 February 1950",
        "1949年12月16日至1950年2月17日",
        "16 декабря 1949 г. — 17 февраля 1950 г.",
    ),
    ("1949-06/1949-08", "June – August 1949", "1949年6月至8月", "июнь — август 1949 г."),
    (
        "1949-12/1950-02",
        "December 1949 – February 1950",
        "1949年12月至1950年2月",
        "декабрь 1949 г. — февраль 1950 г.",
    ),
    ("1937/1945", "1937–1945", "1937年至1945年", "1937–1945 гг."),
    ("1950/1950", "1950", "1950年", "1950 г."),
    (
        "1950-02/1950-04-11",
        "February 1950 – 11 April 1950",
        "1950年2月至1950年4月11日",
        "февраль 1950 г. — 11 апреля 1950 г.",
    ),
    ("1963~", "about 1963", "约1963年", "около 1963 г."),
    ("1963-07~", "about July 1963", "约1963年7月", "около июля 1963 г."),
    ("1963?", "1963 (uncertain)", "1963年（不确定）", "1963 г. (предположительно)"),
    ("1963%", "about 1963 (uncertain)", "约1963年（不确定）", "около 1963 г. (предположительно)"),
    (
        "1963~/1965?",
        "about 1963 – 1965 (uncertain)",
        "约1963年至1965年（不确定）",
        "около 1963 г. — 1965 г. (предположительно)",
    ),
    ("1950-21", "spring 1950", "1950年春季", "весна 1950 г."),
    ("1950-24~", "about winter 1950", "约1950年冬季", "около зимы 1950 г."),
    ("1950-21/1950-23", "spring – autumn 1950", "1950年春季至秋季", "весна — осень 1950 г."),
    ("195X", "1950s", "1950年代", "1950-е годы"),
    ("195X~", "about 1950s", "约1950年代", "около 1950-х годов"),
    ("19XX", "1900–1999", "1900年至1999年", "1900–1999 гг."),
    (
        "1950-02-XX",
        "February 1950 (day not known)",
        "1950年2月（日期不详）",
        "февраль 1950 г. (день неизвестен)",
    ),
    ("1950-XX", "1950 (month not known)", "1950年（月份不详）", "1950 г. (месяц неизвестен)"),
    ("1950-04-11/..", "from 11 April 1950", "自1950年4月11日起", "с 11 апреля 1950 г."),
    ("1950-06/..", "from June 1950", "自1950年6月起", "с июня 1950 г."),
    ("1950~/..", "from about 1950", "自约1950年起", "примерно с 1950 г."),
    ("../1980-04-11", "until 11 April 1980", "至1980年4月11日", "до 11 апреля 1980 г."),
]


@pytest.mark.parametrize(("text", "english", "chinese", "russian"), SHOWN)
def test_dates_are_written_as_each_language_writes_them(
    text: str, english: str, chinese: str, russian: str
) -> None:
    assert shown(text, "en") == english
    assert shown(text, "zh-Hans") == chinese
    assert shown(text, "ru") == russian


def test_traditional_chinese_has_its_own_signs() -> None:
    assert shown("1950-02-14", "zh-Hant") == "1950年2月14日"
    assert shown("1963%", "zh-Hant") == "約1963年（不確定）"
    assert shown("1963-XX", "zh-TW") == "1963年（月份不詳）"
    assert shown("1963~", "zh") == "约1963年"


def test_other_languages_read_english() -> None:
    assert shown("1950-02-14", "fr") == "14 February 1950"
    assert shown("1950-02-14", "en-GB") == "14 February 1950"
    assert shown("1950-02-14", "ru-RU") == "14 февраля 1950 г."
    assert shown("1950-02-14", "") == "14 February 1950"


@pytest.mark.parametrize(
    "text",
    [
        "", "n.d.", "early 1950", "1950-13", "1950-00", "1950-02-32", "1950-2", "50", "..", "../..",
        "1912/", "/1912", "1950/1951/1952", "1XXX", "XXXX", "1950-XX-14", "195X-02", "1950-21-03",
        "1950-25", "{1950,1951}", "1950?-02", "-0044", "Y170000", "１９５０", "1950-02-14T10:00",
    ],
)  # fmt: skip
def test_what_is_no_date_of_an_entry_is_left_as_it_is(text: str) -> None:
    for language in ("en", "zh-Hans", "zh-Hant", "ru"):
        assert shown(text, language) == text


@given(st.text(alphabet="0123456789-/X?~%.", max_size=24), st.sampled_from(["en", "zh", "ru"]))
def test_any_text_is_shown(text: str, language: str) -> None:
    assert shown(text, language) or not text


def test_it_needs_no_parser() -> None:
    code = (
        "import sys; import treatyviewer.entry.dates; "
        "print({'edtf', 'pyparsing', 'datetime', 'calendar'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert ran.stdout.strip() == "set()", ran.stderr
