"""Dates in texts of three languages, as terms that find each other, and as periods.

`14 February 1950`, `February 14, 1950`, `14 февраля 1950`, `14.02.1950`, `1950年2月14日`,
`一九五〇年二月十四日` and `1950-02-14` are one day; each also counts for its month, so that
`February 1950` finds it. Years are words of their own wherever they stand in digits.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator

from treatyviewer.entry.dates import MONTHS_EN, MONTHS_RU
from treatyviewer.tuples import NamedTuple

_ENGLISH = tuple(month.lower() for month in MONTHS_EN)
# What all cases of a Russian month have in common.
_RUSSIAN = tuple(month.rstrip("ьй") for month in MONTHS_RU)
_DIGITS = "〇一二三四五六七八九"
_HAN_DIGITS = str.maketrans("零○" + _DIGITS, "00" + "0123456789")

_EN = "|".join(
    f"{month}|{month[:3]}" + ("|sept" if month == "september" else "") for month in _ENGLISH
)
_RU = "|".join(
    f"{month}(?:{'я|е|ь' if month[-1] not in 'та' else 'й|я|е' if month == 'ма' else 'а|е|'})"
    for month in _RUSSIAN
)
_YEAR = r"[12][0-9]{3}"
_ORDINAL = "(?:st|nd|rd|th)?"
# "of the year", which Russian adds.
_ANNO = r"(?:\s*(?:года|году|год|г\.))?"
_HAN_YEAR = f"[一二][{_DIGITS}零○]{{3}}"
_DATE = re.compile(
    rf"""
      (?<![0-9-])(?P<y1>{_YEAR})-(?P<m1>[0-9][0-9])(?:-(?P<d1>[0-9][0-9]))?(?![0-9-])
    | (?<![0-9])(?:(?P<d2>[0-9]{{1,2}}){_ORDINAL}(?:\s+of)?\s+)?
      \b(?P<m2>{_EN})\b\.?,?\s+(?:of\s+)?(?P<y2>{_YEAR})(?![0-9])
    | \b(?P<m3>{_EN})\b\.?\s+(?P<d3>[0-9]{{1,2}}){_ORDINAL},?\s+(?P<y3>{_YEAR})(?![0-9])
    | (?<![0-9])(?:(?P<d4>[0-9]{{1,2}})\s+)?\b(?P<m4>{_RU})\s+(?P<y4>{_YEAR})(?![0-9]){_ANNO}
    | (?<![0-9.])(?P<d5>[0-9]{{1,2}})\.(?P<m5>[0-9]{{1,2}})\.(?P<y5>{_YEAR})(?![0-9]){_ANNO}
    | (?<![0-9])(?P<y6>{_YEAR})\s?年\s?(?P<m6>[0-9]{{1,2}})\s?月(?:\s?(?P<d6>[0-9]{{1,2}})\s?日)?
    | (?P<y7>{_HAN_YEAR})年(?:(?P<m7>[一二三四五六七八九十]{{1,2}})月
      (?:(?P<d7>[一二三四五六七八九十]{{1,3}})日)?)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Without a year there is no date, and most texts have none; with one, it is looked for nearby.
_YEARS = re.compile(f"[12一二][0-9{_DIGITS}零○]{{3}}")
_BEFORE, _BEHIND = 30, 20
# A longer period is found by its years only, one of very many years by nothing.
_MOST_MONTHS = 12
_MOST_YEARS = 20
# A number that is read as a year, where nothing says that it is something else.
_PLAIN_YEAR = re.compile(
    r"(?<![\w.,])(1[5-9][0-9]{2}|20[0-9]{2})(?![0-9]|[.,][0-9]|\s?%|[^\W\d_s年]|['’])"
)


class Period(NamedTuple):
    """The first and the last day of a date, each as the number yyyymmdd."""

    first: int
    last: int


class Found(NamedTuple):
    """A date in a text: `day` is 0 where only the month is said, `month` where only the year."""

    year: int
    month: int
    day: int
    start: int
    end: int

    @property
    def term(self) -> str:
        """What the date is sought by."""
        if self.day:
            return f"{self.year}{self.month:02}{self.day:02}d"
        return f"{self.year}{self.month:02}m" if self.month else str(self.year)

    @property
    def terms(self) -> tuple[str, ...]:
        """What the date is found by: a day also by its month, and all by their year."""
        year = str(self.year)
        if not self.month:
            return (year,)
        month = f"{self.year}{self.month:02}m"
        return (self.term, month, year) if self.day else (month, year)

    @property
    def period(self) -> Period:
        """The days that it can mean."""
        return period(self.year, self.month, self.day)


def find(text: str) -> list[Found]:
    """The dates in a text that are more than a year in digits, in order, none overlapping."""
    return list(_find(text, _near_years(text)))


def read(text: str) -> tuple[list[Found], set[Period]]:
    """The same, and all periods that a text names, bare years among them."""
    near = _near_years(text)
    if not near:
        return [], set()
    found = list(_find(text, near))
    named = {date.period for date in found}
    for match in _PLAIN_YEAR.finditer(text):
        if not any(date.start <= match.start() < date.end for date in found):
            named.add(period(int(match[1])))
    return found, named


def _near_years(text: str) -> list[tuple[int, int]]:
    """The stretches of a text in which a date may stand."""
    near: list[tuple[int, int]] = []
    for year in _YEARS.finditer(text):
        start, end = max(0, year.start() - _BEFORE), year.end() + _BEHIND
        if near and start <= near[-1][1]:
            near[-1] = (near[-1][0], end)
        else:
            near.append((start, end))
    return near


def _find(text: str, near: Iterable[tuple[int, int]]) -> Iterator[Found]:
    for match in (match for place in near for match in _DATE.finditer(text, *place)):
        form = (match.lastgroup or "y1")[1]
        year, month, day = (match[part + form] or "" for part in "ymd")
        found = Found(_year(year), _month(month), _number(day), *match.span())
        if exists(found.year, found.month, found.day):
            yield found


def terms_of(days: Period) -> tuple[str, ...]:
    """What a period is found by: a day or some days also by their months, all by their years. A
    whole month is none of its days, a whole year none of its months.
    """
    if days.last // 10000 - days.first // 10000 > _MOST_YEARS:
        return ()
    year, month = days.first // 10000, days.first // 100 % 100
    terms = [str(one) for one in range(year, days.last // 10000 + 1)]
    starts = (year * 12 + month - 1, days.last // 10000 * 12 + days.last // 100 % 100 - 1)
    months = [divmod(one, 12) for one in range(starts[0], starts[1] + 1)]
    if days == period(year) or len(months) > _MOST_MONTHS:
        return tuple(terms)
    terms += [f"{one}{other + 1:02}m" for one, other in months]
    if days != period(year, month) and len(months) <= 2:
        every = (
            one * 10000 + (other + 1) * 100 + day for one, other in months for day in range(1, 32)
        )
        terms += [f"{day}d" for day in every if days.first <= day <= days.last and _is_day(day)]
    return tuple(terms)


def _is_day(day: int) -> bool:
    return exists(day // 10000, day // 100 % 100, day % 100)


def period(year: int, month: int = 0, day: int = 0) -> Period:
    """The period of a year, a month or a day."""
    if day:
        number = year * 10000 + month * 100 + day
        return Period(number, number)
    if month:
        start = year * 10000 + month * 100
        return Period(start + 1, start + monthrange(year, month)[1])
    return Period(year * 10000 + 101, year * 10000 + 1231)


def _year(text: str) -> int:
    return int(text.translate(_HAN_DIGITS))


def _month(text: str) -> int:
    if not text:
        return 0
    if text.isdigit() or text[0] in _DIGITS + "十":
        return _number(text)
    folded = text.casefold()
    for number, (english, russian) in enumerate(zip(_ENGLISH, _RUSSIAN, strict=True), 1):
        # May and March begin alike in Russian; the longer one is asked first.
        if folded[:3] == english[:3] or (folded.startswith(russian) and russian != "ма"):
            return number
    return 5


def _number(text: str) -> int:
    """A number up to 99 in our digits or in Han ones (`二十三`); 0 for none."""
    if not text:
        return 0
    if text.isascii():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int(text.translate(_HAN_DIGITS))
    first = int(tens.translate(_HAN_DIGITS)) if tens else 1
    return first * 10 + (int(ones.translate(_HAN_DIGITS)) if ones else 0)


def exists(year: int, month: int, day: int) -> bool:
    """Whether there is such a date; a month or a day of 0 is not said."""
    if not month:
        return not day
    return year > 0 and 1 <= month <= 12 and day <= monthrange(year, month)[1]
