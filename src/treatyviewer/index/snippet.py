"""A few words around the best hits of a text, cut at word bounds, with the hits marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from treatyviewer.index.analyser import is_han
from treatyviewer.index.marks import Mark, find
from treatyviewer.index.query import Query

# Code points. A Han sign is as wide as two letters and says as much as three.
WIDTH = 130
WIDTH_HAN = 60
# A text that begins this near before the hit is shown from its beginning.
_NEAR = 40
ELLIPSIS = "…"


class Snippet(NamedTuple):
    """Words of one line, and the marks in it as (start, end) in code points."""

    text: str
    marks: tuple[tuple[int, int], ...]


def make(query: Query, other_titles: Iterable[str], text: str) -> Snippet:
    """The best few words of a document.

    Taken from its text where a hit stands there, else from the one of `other_titles` that has
    one (those in other languages than the one shown), else from the text's beginning.
    """
    marks = find(query, text)
    if marks:
        return _cut(text, marks)
    for title in other_titles:
        in_title = find(query, title)
        if in_title:
            return _cut(title, in_title)
    return _cut(text, [])


def _cut(text: str, marks: Sequence[Mark]) -> Snippet:
    first = _best(marks, _width(text, marks[0].start if marks else 0))
    anchor = marks[first] if marks else Mark(0, 0, 0)
    width = _width(text, anchor.start)
    last = anchor
    for mark in marks[first:]:
        if mark.end - anchor.start > width:
            break
        last = mark
    room = max(0, width - (last.end - anchor.start))
    start = _word_start(text, max(0, anchor.start - room // 2), anchor.start)
    if start <= min(_NEAR, room):
        start = 0
    stop = _word_end(text, min(len(text), max(start + width, last.end)), last.end)
    inside = text[start:stop]
    lead = f"{ELLIPSIS} " if start > 0 else ""
    tail = f" {ELLIPSIS}" if stop < len(text) else ""
    shift = len(lead) - start
    kept = tuple(
        (m.start + shift, m.end + shift) for m in marks if start <= m.start < m.end <= stop
    )
    return Snippet(lead + inside.replace("\n", " ") + tail, kept)


def _width(text: str, at: int) -> int:
    return WIDTH_HAN if text[at : at + 1] and is_han(text[at]) else WIDTH


def _best(marks: Sequence[Mark], width: int) -> int:
    """The mark from which a window of `width` holds the most different clauses."""
    best, most = 0, (0, 0)
    for number, mark in enumerate(marks):
        within = [m for m in marks[number : number + 50] if m.end - mark.start <= width]
        worth = (len({m.clause for m in within}), len(within))
        if worth > most:
            best, most = number, worth
    return best


def _word_start(text: str, at: int, limit: int) -> int:
    """The first beginning of a word or sentence at or after `at`, at most `limit`."""
    if at == 0:
        return 0
    for place in range(at, limit):
        before = text[place - 1]
        if before.isspace() or before in "。；，、！？" or (is_han(before) and is_han(text[place])):
            return place
    return limit


def _word_end(text: str, at: int, limit: int) -> int:
    """The last end of a word at or before `at`, at least `limit`."""
    if at == len(text):
        return at
    for place in range(at, max(limit, 1) - 1, -1):
        if text[place].isspace() or (is_han(text[place - 1]) and is_han(text[place])):
            return place
    # One long word, as a language without spaces has them.
    return at
