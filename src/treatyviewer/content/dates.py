"""Reads the dates of an entry: EDTF (ISO 8601-2), levels 0 and 1.

The package `edtf` says whether a text is one and which days it can mean. It costs a tenth of a
second to import, so it is imported by the first date. It takes some things for dates that are
none (a reversed interval, 29 February of any year); these are refused here.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from time import struct_time
from typing import Any

from treatyviewer.entry.dates import FIRST_DAY, LAST_DAY, Date, shown

_LONGEST = 40
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_FAR = re.compile(r"(?:^|/)(?:-|Y-?)[0-9]")
_PLAIN = re.compile(r"(?!0000)([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")
_YEAR = re.compile(r"[0-9]{4}")
# Level 1 allows a season to be uncertain; `edtf` does not know it.
_SEASON_MARK = re.compile(r"(-2[1-4])[?~%]")
_LEVELS = (
    "Date",
    "Interval",
    "UncertainOrApproximate",
    "Unspecified",
    "Season",
    "Level1Interval",
)


def read_date(text: str) -> Date:
    """Reads one date. Raises `ValueError` with a message for people when it is none."""
    if not text:
        raise ValueError("The date is empty.")
    for end in text.split("/"):
        _refuse_impossible(end)
    if _FAR.search(text):
        raise ValueError(_beyond(text))
    plain = _plain(text)
    if plain is not None:
        return plain
    found = _parsed(text)
    if type(found).__name__ not in _LEVELS:
        raise ValueError(_not_a_date(text))
    first = _iso(text, found.lower_strict(), FIRST_DAY)
    last = _iso(text, found.upper_strict(), LAST_DAY)
    if first > last:
        raise ValueError(f"“{text}” ends before it begins.")
    return Date(text, first, last)


def _plain(text: str) -> Date | None:
    """A day, a month, a year, or an interval between two of them; None for anything else.

    Most dates are such, and the parser takes some milliseconds for each.
    """
    ends = [_PLAIN.fullmatch(end) for end in text.split("/")]
    if len(ends) > 2 or not all(ends):
        return None
    spans = [_span(*end.groups()) for end in ends if end is not None]
    first, last = spans[0][0], spans[-1][1]
    if first > last:
        raise ValueError(f"“{text}” ends before it begins.")
    return Date(text, first, last)


def _span(year: str, month: str | None, day: str | None) -> tuple[str, str]:
    if day:
        return f"{year}-{month}-{day}", f"{year}-{month}-{day}"
    if month:
        longest = calendar.monthrange(int(year), int(month))[1]
        return f"{year}-{month}-01", f"{year}-{month}-{longest:02}"
    return f"{year}-01-01", f"{year}-12-31"


def _parsed(text: str) -> Any:
    """What `edtf` makes of it: an object of the class of its level and form."""
    start, slash, end = text.partition("/")
    if slash and ("" in (start, end) or start == end == ".."):
        said = f"“{_cut(text)}” does not say when it"
        if start in ("", ".."):
            raise ValueError(f"{said} begins.")
        raise ValueError(f"{said} ends; an open end is written “{_cut(start)}/..”.")
    # What cannot be told to a reader is no date for us. Many such forms are of level 2, and over
    # some of them `edtf` stumbles: it prints, and raises what it does not document.
    if shown(text, "en") == text and not _YEAR.fullmatch(text):
        raise ValueError(_not_a_date(text))
    from edtf import EDTFParseException, parse_edtf

    try:
        return parse_edtf(_SEASON_MARK.sub(r"\1", text))
    except EDTFParseException:
        raise ValueError(_not_a_date(text)) from None


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _not_a_date(text: str) -> str:
    return f"“{_cut(text)}” is not a date of EDTF level 0 or 1."


def _beyond(text: str) -> str:
    return f"“{_cut(text)}” is outside of the years 0001 to 9999."


def _refuse_impossible(text: str) -> None:
    """Days and months that no calendar has. `edtf` lets some of them pass."""
    match = _DAY.match(text)
    if not match:
        return
    year, month, day = int(match[1]), int(match[2]), int(match[3] or 0)
    if year < 1:
        raise ValueError(_beyond(text))
    if not 1 <= month <= 12:
        if 21 <= month <= 24 and not day:
            return
        raise ValueError(
            f"“{_cut(text)}”: there is no month {match[2]}; months go from 01 to 12 "
            "(and 21 to 24 are the seasons)."
        )
    longest = calendar.monthrange(year, month)[1]
    if match[3] is not None and not 1 <= day <= longest:
        named = shown(f"{match[1]}-{match[2]}", "en")
        raise ValueError(f"“{_cut(text)}”: there is no day {match[3]}; {named} has {longest} days.")


def _iso(text: str, bound: Any, infinite: str) -> str:
    """A bound as `edtf` gives it, a time or an infinity, as an ISO day."""
    if not isinstance(bound, struct_time):
        return infinite
    if not 1 <= bound.tm_year <= 9999:
        raise ValueError(_beyond(text))
    return date(bound.tm_year, bound.tm_mon, bound.tm_mday).isoformat()
