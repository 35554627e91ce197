"""Dates in few letters."""

from __future__ import annotations

import pytest

from treatyviewer.entry.short_dates import short


@pytest.mark.parametrize(
    ("date", "english", "russian", "chinese"),
    [
        ("1950-02-14", "14 Feb 1950", "14 февр. 1950", "1950年2月14日"),
        ("1950-03-01", "1 Mar 1950", "1 мар. 1950", "1950年3月1日"),
        ("1950-05-01", "1 May 1950", "1 мая 1950", "1950年5月1日"),
        ("1945-08-14", "14 Aug 1945", "14 авг. 1945", "1945年8月14日"),
        ("1950-02", "Feb 1950", "февраль 1950", "1950年2月"),
        ("1955", "1955", "1955", "1955年"),
        ("1949-06/1949-08", "Jun – Aug 1949", "июн. — авг. 1949", "1949年6月至8月"),
        ("1960-07-16/1960-07-18", "16–18 Jul 1960", "16–18 июл. 1960", "1960年7月16日至18日"),
        ("1950/1960", "1950–1960", "1950–1960", "1950年至1960年"),
        ("1963~", "about 1963", "около 1963", "约1963年"),
        ("1950-21", "spring 1950", "весна 1950", "1950年春季"),
        ("no date", "no date", "no date", "no date"),
    ],
)
def test_they_are_short_in_each_language(
    date: str, english: str, russian: str, chinese: str
) -> None:
    assert short(date, "en") == english
    assert short(date, "ru") == russian
    assert short(date, "zh-Hans") == chinese
