"""What an item of CSL-JSON says, whatever is missing from it.

Everything here takes an item as it is: a field that is missing, empty or of another kind than
expected counts as absent. The check of an entry tells its author of such fields; whoever reads it
should still see the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Item = Mapping[str, Any]


def words(item: Item, field: str) -> str:
    """A field's words on one line; "" when there are none. Numbers are words too."""
    value = item.get(field)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split())


def table(item: Item, field: str) -> Item:
    """A field that is a table; an empty one when it is not."""
    value = item.get(field)
    return value if isinstance(value, Mapping) else {}


def people(item: Item, role: str) -> tuple[Item, ...]:
    """Those who have a role ("author", "editor") and a name."""
    value = item.get(role)
    if not isinstance(value, list):
        return ()
    return tuple(
        person
        for person in value
        if isinstance(person, Mapping)
        and any(words(person, field) for field in ("family", "given", "literal"))
    )


def _spoken_family_first(person: Item, item: Item) -> str:
    """A Chinese name in its own order, "" when it is none: 刘峰, or Liu Feng of a Chinese work.

    In Latin letters nothing tells a Chinese name; what a Chinese work is signed with, in two
    words, is taken for one.
    """
    family, given = words(person, "family"), words(person, "given")
    if not family or " " in family:
        return ""
    if is_han(family):
        return family + given
    chinese = words(item, "language").lower().startswith("zh")
    return f"{family} {given}" if chinese and given.isalpha() else ""


def inverted(person: Item, item: Item) -> str:
    """A name as it begins a reference: "Garver, John W."."""
    family, given = words(person, "family"), words(person, "given")
    if not family or _spoken_family_first(person, item):
        return usual(person, item)
    family = _joined(words(person, "non-dropping-particle"), family)
    given = _joined(given, words(person, "dropping-particle"))
    return ", ".join(part for part in (family, given, words(person, "suffix")) if part)


def usual(person: Item, item: Item) -> str:
    """A name as it is spoken: "John W. Garver"."""
    family, given = words(person, "family"), words(person, "given")
    if chinese := _spoken_family_first(person, item):
        return chinese
    if not family and not given:
        return words(person, "literal")
    return _joined(
        given,
        words(person, "dropping-particle"),
        words(person, "non-dropping-particle"),
        family,
        words(person, "suffix"),
    )


def known_as(person: Item, item: Item) -> str:
    """The shortest name that will do: the family's; of a Chinese name the whole."""
    if _spoken_family_first(person, item) or not words(person, "family"):
        return usual(person, item)
    return _joined(words(person, "non-dropping-particle"), words(person, "family"))


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def edtf(item: Item, field: str = "issued") -> str:
    """A date of an item as EDTF, "" when it has none that is made of numbers."""
    value = table(item, field)
    parts = value.get("date-parts")
    if not isinstance(parts, list):
        return words(value, "edtf")
    ends = [end for end in (_day(part) for part in parts[:2]) if end]
    if not ends or len(ends) < len(parts[:2]):
        return ""
    season = words(value, "season")
    if len(ends) == 1 and len(ends[0]) == 4 and season in ("1", "2", "3", "4"):
        ends[0] += f"-2{season}"
    about = value.get("circa") not in (None, False, 0, "", "false")
    return "/".join(end + "~" if about else end for end in ends)


def _day(parts: object) -> str:
    """`[1950, 2, 14]` is `1950-02-14`; "" for what is no such list."""
    if not isinstance(parts, list) or not 1 <= len(parts) <= 3:
        return ""
    numbers: list[int] = []
    for part in parts:
        text = str(part)
        if isinstance(part, bool) or len(text) > 4 or not (text.isascii() and text.isdigit()):
            return ""
        if int(text) == 0:
            break  # some programs write 0 for what is not known
        numbers.append(int(text))
    if not numbers:
        return ""
    year, *rest = numbers
    return "-".join([f"{year:04}", *(f"{number:02}" for number in rest)])


def literal_date(item: Item, field: str = "issued") -> str:
    """A date of an item in words, as its author wrote it."""
    value = table(item, field)
    return words(value, "literal") or words(value, "raw")


def year(item: Item) -> str:
    """The year that names a work ("2016"), or its date in words, or "".

    A treaty on a page without a date goes by the year in which it was first published.
    """
    for field in ("issued", "original-date"):
        found = edtf(item, field)[:4] or literal_date(item, field)
        if found:
            return found
    return ""


def is_han(text: str) -> bool:
    """Whether there are Chinese or Japanese signs in a text."""
    return any("\u3040" <= sign <= "\u9fff" or sign >= "\U00020000" for sign in text)
