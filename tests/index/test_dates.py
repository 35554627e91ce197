"""Dates in texts: what they are found by, and the days that they mean."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatyviewer.index import dates
from treatyviewer.index.dates import Period

ENGLISH = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
RUSSIAN = [
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
]  # fmt: skip
HAN = "〇一二三四五六七八九"


def han_number(number: int) -> str:
    """`二十三`, as a month or a day is written."""
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else HAN[tens] + "十"
    return ten + (HAN[ones] if ones else "")


def ordinal(day: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{'th' if 10 < day < 14 else ending}"


FORMS: dict[str, Callable[[datetime.date], str]] = {
    "14 February 1950": lambda d: f"{d.day} {ENGLISH[d.month - 1]} {d.year}",
    "February 14, 1950": lambda d: f"{ENGLISH[d.month - 1]} {d.day}, {d.year}",
    "Feb. 14th 1950": lambda d: f"{ENGLISH[d.month - 1][:3]}. {ordinal(d.day)} {d.year}",
    "14th of February, 1950": lambda d: f"{ordinal(d.day)} of {ENGLISH[d.month - 1]}, {d.year}",
    "14 FEB 1950": lambda d: f"{d.day} {ENGLISH[d.month - 1][:3].upper()} {d.year}",
    "14 февраля 1950": lambda d: f"{d.day} {RUSSIAN[d.month - 1]} {d.year}",
    "1950-02-14": lambda d: d.isoformat(),
    "14.02.1950": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    "14.2.1950": lambda d: f"{d.day}.{d.month}.{d.year}",
    "1950年2月14日": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "1950 年 2 月 14 日": lambda d: f"{d.year} 年 {d.month} 月 {d.day} 日",
    "一九五〇年二月十四日": lambda d: (
        "".join(HAN[int(digit)] for digit in str(d.year))
        + f"年{han_number(d.month)}月{han_number(d.day)}日"
    ),
}
days = st.dates(datetime.date(1500, 1, 1), datetime.date(2099, 12, 31))


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=60, deadline=None)
@given(day=days)
def test_every_day_is_found_as_it_is_written(form: str, day: datetime.date) -> None:
    written = FORMS[form](day)
    (found,) = dates.find(f"Before it, {written}: after.")
    assert (found.year, found.month, found.day) == (day.year, day.month, day.day)
    assert f"Before it, {written}: after."[found.start : found.end] == written
    assert found.term == f"{day:%Y%m%d}d"
    number = int(f"{day:%Y%m%d}")
    assert dates.read(f"({written})") == (dates.find(f"({written})"), {Period(number, number)})


@settings(max_examples=60, deadline=None)
@given(days, days, st.sampled_from(list(FORMS)), st.sampled_from(list(FORMS)))
def test_days_have_the_same_word_when_they_are_the_same(
    one: datetime.date, other: datetime.date, form: str, other_form: str
) -> None:
    (first,) = dates.find(FORMS[form](one))
    (again,) = dates.find(FORMS[other_form](one))
    (second,) = dates.find(FORMS[other_form](other))
    assert first.term == again.term
    assert (first.term == second.term) == (one == other)


@pytest.mark.parametrize("day", range(1, 32))
def test_days_in_han_numbers_go_up_to_thirty_one(day: int) -> None:
    (found,) = dates.find(f"一九五〇年十二月{han_number(day)}日")
    assert (found.month, found.day) == (12, day)


@pytest.mark.parametrize(
    "text",
    [
        "February 1950",
        "Feb. 1950",
        "in February of 1950",
        "февраль 1950",
        "в феврале 1950 года",
        "ФЕВРАЛЯ 1950",
        "1950-02",
        "1950年2月",
        "一九五〇年二月",
        "一九五零年二月",
    ],
)
def test_a_month_is_found_without_a_day(text: str) -> None:
    (found,) = dates.find(text)
    assert (found.year, found.month, found.day) == (1950, 2, 0)
    assert found.terms == ("195002m", "1950")
    assert found.period == Period(19500201, 19500228)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("мая 1950", 5),
        ("май 1950", 5),
        ("в мае 1950", 5),
        ("марта 1950", 3),
        ("март 1950", 3),
        ("May 1950", 5),
        ("Mar 1950", 3),
        ("Sept. 1950", 9),
        ("Sep 1950", 9),
        ("Jun 1950", 6),
    ],
)
def test_months_that_begin_alike_are_told_apart(text: str, month: int) -> None:
    assert [found.month for found in dates.find(text)] == [month]


def test_a_month_finds_its_days_and_a_year_its_months() -> None:
    (day,) = dates.find("14 февраля 1950")
    (month,) = dates.find("February 1950")
    assert month.term in day.terms
    assert "1950" in day.terms
    assert "1950" in month.terms
    assert day.term not in month.terms


def test_a_year_in_han_digits_is_a_year_and_one_in_our_digits_a_word() -> None:
    (found,) = dates.find("一九五〇年的条约")
    assert found.terms == (found.term,) == ("1950",)
    assert dates.find("1950 in 1950年") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no date",
        "1950-02-30",
        "31.11.1950",
        "30 February 1950",
        "1950-13-01",
        "1950-00-14",
        "14.00.1950",
        "1949年13月",
        "100.02.1950",
        "1.14.02.1950",
        "21950-02-14",
        "1950-02-145",
        "may the 14 of them",
        "二月十四日",
        "Mayor 1950",
        "14 мартовских 1950",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert dates.find(text) == []


@pytest.mark.parametrize(("year", "there"), [(1948, True), (1950, False), (1900, False)])
def test_leap_years_are_known(year: int, there: bool) -> None:
    assert bool(dates.find(f"29 February {year}")) == there
    assert dates.exists(year, 2, 29) == there


def test_the_dates_of_a_text_come_in_order_and_apart() -> None:
    text = "14 February 1950, 1950-02-14; February 1950. 1950年2月14日，一九五〇年二月。"
    found = dates.find(text)
    assert [text[date.start : date.end] for date in found] == [
        "14 February 1950",
        "1950-02-14",
        "February 1950",
        "1950年2月14日",
        "一九五〇年二月",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 1950, and 1954.", {(19500101, 19501231), (19540101, 19541231)}),
        ("1950–1979", {(19500101, 19501231), (19790101, 19791231)}),
        ("(1950年)", {(19500101, 19501231)}),
        ("1950 г.", {(19500101, 19501231)}),
        ("1950s", {(19500101, 19501231)}),
        ("14 February 1950", {(19500214, 19500214)}),
        ("February 1950 and 1951", {(19500201, 19500228), (19510101, 19511231)}),
        ("1,950 men", set()),
        ("1950.5 tons", set()),
        ("1950 %", set()),
        ("a1950", set()),
        ("19500", set()),
        ("1499 or 2100", set()),
        ("1950km", set()),
    ],
)
def test_the_periods_that_a_text_names(text: str, expected: set[tuple[int, int]]) -> None:
    assert dates.read(text) == (dates.find(text), expected)


@settings(max_examples=60, deadline=None)
@given(st.lists(days, min_size=1, max_size=4), st.data())
def test_what_stands_between_dates_makes_no_difference(
    some: list[datetime.date], data: st.DataObject
) -> None:
    text = ""
    for day in some:
        between = data.draw(
            st.sampled_from([" ", "; ", ", ", "long words " * 9, "\n" + "条约" * 40])
        )
        between += data.draw(st.sampled_from([" ", "\n"]))
        text += data.draw(st.sampled_from(list(FORMS.values())))(day) + between
    found, named = dates.read(text + "in 1950.")
    assert [f"{date.year}-{date.month:02}-{date.day:02}" for date in found] == [
        day.isoformat() for day in some
    ]
    assert named == {date.period for date in found} | {dates.period(1950)}


@given(st.text(st.sampled_from("0129-. /年月日一二〇十Feb мартая,stofh\n"), max_size=40))
def test_whatever_looks_like_a_date_exists(text: str) -> None:
    at = 0
    for found in dates.find(text):
        assert at <= found.start < found.end <= len(text)
        at = found.end
        assert dates.exists(found.year, found.month, found.day)
        assert found.period.first <= found.period.last


@pytest.mark.parametrize(
    ("period", "terms"),
    [
        ((19500214, 19500214), ("19500214d", "195002m", "1950")),
        ((19500201, 19500228), ("195002m", "1950")),
        ((19500101, 19501231), ("1950",)),
        ((19500701, 19500930), ("195007m", "195008m", "195009m", "1950")),
        ((19500214, 19790411), ()),
    ],
)
def test_a_period_is_found_by_its_words(period: tuple[int, int], terms: tuple[str, ...]) -> None:
    assert set(dates.terms_of(Period(*period))) == set(terms)


@given(days)
def test_a_period_has_the_words_of_the_date_that_it_came_from(day: datetime.date) -> None:
    for text in (f"{day.isoformat()}", f"{day:%Y-%m}"):
        (found,) = dates.find(text)
        assert set(dates.terms_of(found.period)) == set(found.terms)
