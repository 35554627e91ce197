"""What a reader types, taken apart: words, phrases, what is not wanted, conditions.

    credit "300 million" -Korea   loans OR кредиты   kind:person   -kind:source
    in:overview   before:1960 after:1950-02

Raw text never becomes FTS5 syntax. What is not understood is text: `10:30` is two numbers, a
`-` alone is nothing, and a quotation mark without its partner reaches to the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatyviewer.index import dates
from treatyviewer.index.query import MOST_GROUPS, Piece, Query

_QUOTES = {
    '"': '"“”', "“": "”“\"", "”": "”“\"", "„": "“”\"", "«": "»", "»": "«»", "「": "」", "『": "』",
}  # fmt: skip
_OPEN = "".join(_QUOTES)
_PIECE = re.compile(
    rf"""(?P<minus>(?<!\S)[-−](?=[^\s-]))?
    (?:(?P<key>kind|in|before|after):(?=\S))?
    (?:(?P<quote>[{_OPEN}])|(?P<word>[^\s{_OPEN}]+))""",
    re.IGNORECASE | re.VERBOSE,
)
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def parse(text: str) -> Query:
    """Take a query apart."""
    return _Parser(text).query()


def literal(text: str) -> Query:
    """A query of words only, whatever signs stand in it."""
    pieces = [Piece(match[0], *match.span()) for match in re.finditer(r"\S+", text)]
    groups = [(piece,) for piece in _with_dates(text, pieces)]
    return Query(text, tuple(groups[:MOST_GROUPS]), cut=len(groups) > MOST_GROUPS)


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._wanted: list[tuple[Piece, bool]] = []
        self._unwanted: list[Piece] = []
        self._conditions: dict[str, list[str]] = {"kind": [], "in": [], "before": [], "after": []}
        self._joined = False

    def query(self) -> Query:
        at = 0
        while match := _PIECE.search(self._text, at):
            at = self._take(match)
        refused: list[tuple[str, str]] = []
        limits = {"before": 0, "after": 0}
        for key in limits:
            for value in self._conditions[key]:
                day = _first_day(value)
                if day:
                    limits[key] = day
                else:
                    refused.append((key, value))
        for key in ("-in", "-before", "-after"):
            refused += [(key, value) for value in self._conditions.get(key, ())]
        groups = list(self._groups())
        return Query(
            self._text,
            tuple(groups[:MOST_GROUPS]),
            tuple(self._unwanted[:MOST_GROUPS]),
            tuple(self._conditions["kind"]),
            tuple(self._conditions.get("-kind", ())),
            tuple(self._conditions["in"]),
            limits["before"],
            limits["after"],
            tuple(refused),
            len(groups) > MOST_GROUPS,
        )

    def _take(self, match: re.Match[str]) -> int:
        """One piece; returns where the next one may begin."""
        start, end = match.span("word")
        words = match["word"] or ""
        if match["quote"]:
            start = match.end()
            end = start
            while end < len(self._text) and self._text[end] not in _QUOTES[match["quote"]]:
                end += 1
            words = self._text[start:end]
        piece = Piece(words, start, end, quoted=bool(match["quote"]))
        after = end + 1 if match["quote"] else end
        if match["key"]:
            key = ("-" if match["minus"] else "") + match["key"].lower()
            if words.strip():
                self._conditions.setdefault(key, []).append(words.strip())
        elif words == "OR" and not match["minus"] and not piece.quoted:
            self._joined = bool(self._wanted)
        elif match["minus"]:
            self._unwanted.append(piece)
        elif words.strip():
            self._wanted.append((piece, self._joined))
            self._joined = False
        return after

    def _groups(self) -> Iterator[tuple[Piece, ...]]:
        """Pieces that OR joins together, dates found among them first."""
        joined = {piece.start for piece, joined in self._wanted if joined}
        group: list[Piece] = []
        for piece in _with_dates(self._text, [piece for piece, _ in self._wanted]):
            if group and piece.start not in joined:
                yield tuple(group)
                group.clear()
            group.append(piece)
        if group:
            yield tuple(group)


def _with_dates(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces with those that write a date made one, which knows it."""
    found = iter(dates.find(text))
    date = next(found, None)
    for piece in pieces:
        if piece.quoted:
            yield piece
            continue
        at = piece.start
        while date is not None and date.start < piece.end:
            if date.start >= at:
                if text[at : date.start].strip():
                    yield Piece(text[at : date.start], at, date.start)
                yield Piece(text[date.start : date.end], date.start, date.end, date=date)
            at = max(at, min(date.end, piece.end))
            if date.end > piece.end:
                break
            date = next(found, None)
        if at < piece.end:
            yield Piece(text[at : piece.end], at, piece.end)


def _first_day(value: str) -> int:
    """The day that a condition's date begins with; 0 if it is none."""
    match = _DAY.fullmatch(value)
    if match:
        year, month, day = (int(part or 0) for part in match.groups())
        real = year > 0 and dates.exists(year, month, day)
        return dates.period(year, month, day).first if real else 0
    found = dates.find(value)
    return found[0].period.first if len(found) == 1 else 0
