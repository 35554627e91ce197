"""Which texts are dates, and which days they can mean."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyviewer.content import dates
from treatyviewer.content.dates import read_date
from treatyviewer.entry.dates import Date, shown

GOOD = [
    ("1950-02-14", "1950-02-14", "1950-02-14"),
    ("1950-02", "1950-02-01", "1950-02-28"),
    ("1952-02", "1952-02-01", "1952-02-29"),
    ("1952-02-29", "1952-02-29", "1952-02-29"),
    ("1950", "1950-01-01", "1950-12-31"),
    ("0001", "0001-01-01", "0001-12-31"),
    ("1960-07/1960-09", "1960-07-01", "1960-09-30"),
    ("1960-07-16/1960-07-18", "1960-07-16", "1960-07-18"),
    ("1950-02-14/1950-02", "1950-02-14", "1950-02-28"),
    ("1963~", "1963-01-01", "1963-12-31"),
    ("1963-07?", "1963-07-01", "1963-07-31"),
    ("1963%", "1963-01-01", "1963-12-31"),
    ("1963~/1965?", "1963-01-01", "1965-12-31"),
    ("195X", "1950-01-01", "1959-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("1950-XX", "1950-01-01", "1950-12-31"),
    ("1950-02-XX", "1950-02-01", "1950-02-28"),
    ("1950-21", "1950-03-01", "1950-05-31"),
    ("1950-21~", "1950-03-01", "1950-05-31"),
    ("1950-21/1950-23?", "1950-03-01", "1950-11-30"),
    ("1950-04-11/..", "1950-04-11", "9999-12-31"),
    ("../1912", "0001-01-01", "1912-12-31"),
]

BAD = [
    ("", "The date is empty."),
    ("1950-02-31", "there is no day 31; February 1950 has 28 days"),
    ("1900-02-29", "there is no day 29; February 1900 has 28 days"),
    ("1950-02-00", "there is no day 00"),
    ("1950-02/1950-04-31", "there is no day 31; April 1950 has 30 days"),
    ("1950-13", "there is no month 13"),
    ("1950-00-01", "there is no month 00"),
    ("1950-25", "there is no month 25"),
    ("1950-21-03", "there is no month 21"),
    ("1951/1950", "ends before it begins"),
    ("1960-07-18/1960-07-16", "ends before it begins"),
    ("1912/", "does not say when it ends; an open end is written “1912/..”"),
    ("/1912", "does not say when it begins"),
    ("../..", "does not say when it begins"),
    ("..", "is not a date of EDTF level 0 or 1"),
    ("February 1950", "is not a date of EDTF level 0 or 1"),
    ("Yalta", "is not a date of EDTF level 0 or 1"),
    ("14.02.1950", "is not a date of EDTF level 0 or 1"),
    ("1950-2-14", "is not a date of EDTF level 0 or 1"),
    (" 1950", "is not a date of EDTF level 0 or 1"),
    ("1950-02-14T10:00:00", "is not a date of EDTF level 0 or 1"),
    ("{1950,1951}", "is not a date of EDTF level 0 or 1"),
    ("1950?-02", "is not a date of EDTF level 0 or 1"),
    ("~1950", "is not a date of EDTF level 0 or 1"),
    ("195X/196X", "is not a date of EDTF level 0 or 1"),
    ("1XXX", "is not a date of EDTF level 0 or 1"),
    ("1950-XX-14", "is not a date of EDTF level 0 or 1"),
    ("12345", "is not a date of EDTF level 0 or 1"),
    ("１９５０", "is not a date of EDTF level 0 or 1"),
    ("1950/1951/1952", "is not a date of EDTF level 0 or 1"),
    ("0000", "is outside of the years 0001 to 9999"),
    ("000X", "is outside of the years 0001 to 9999"),
    ("-0044", "is outside of the years 0001 to 9999"),
    ("Y170000", "is outside of the years 0001 to 9999"),
]


@pytest.mark.parametrize(("text", "first", "last"), GOOD)
def test_a_date_has_its_first_and_last_day(text: str, first: str, last: str) -> None:
    assert read_date(text) == Date(text, first, last)
    assert shown(text, "en") != text or text.isdigit()


@pytest.mark.parametrize(("text", "message"), BAD)
def test_what_is_no_date_is_said_in_words(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=r"date|year|month|day|begin|end") as refused:
        read_date(text)
    assert message in str(refused.value)
    assert str(refused.value).endswith(".")


def test_a_long_text_is_cut_in_the_message() -> None:
    with pytest.raises(ValueError, match="is not a date") as refused:
        read_date("1950 " * 5000)
    assert len(str(refused.value)) < 100


@given(
    st.text(alphabet="0123456789-/X?~%.", max_size=24)
    | st.from_regex(r"(\.\.|1[0-9]{3}(-[0-9X]{2}){0,2}[?~%]?)(/(\.\.|1[0-9]{3}(-[0-9]{2}){0,2}))?")
    | st.text(max_size=50)
)
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    try:
        found = read_date(text)
    except ValueError as error:
        assert str(error).endswith(".")  # noqa: PT017  most of these texts are dates or are not
        return
    assert date.fromisoformat(found.first) <= date.fromisoformat(found.last)
    assert shown(text, "en")


PLAIN = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.dates().map(lambda day: day.isoformat()[:4]),
)


@given(st.one_of(PLAIN, st.tuples(PLAIN, PLAIN).map("/".join)))
def test_plain_dates_are_what_the_parser_makes_of_them(text: str) -> None:
    def read() -> object:
        try:
            return read_date(text)
        except ValueError as error:
            return str(error)

    quick = read()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dates, "_plain", lambda _: None)
        assert read() == quick


def test_the_parser_is_loaded_by_the_first_date() -> None:
    code = "import sys; import treatyviewer.content.dates; print('edtf' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert ran.stdout.strip() == "False", ran.stderr
