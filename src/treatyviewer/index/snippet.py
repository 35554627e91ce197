"""A few words around the best hits of a text, cut at word bounds, with the hits marked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatyviewer.index.analyser import is_han
from treatyviewer.index.marks import Mark
from treatyviewer.tuples import NamedTuple

# Code points. A Han sign is as wide as two letters and says as much as three.
WIDTH = 130
WIDTH_HAN = 60
# How near a text's beginning, or a sentence's end, must be to be shown.
_NEAR = 40
ELLIPSIS = "…"
# Hits that a window may begin at: more are not looked at in a long text.
_LOOKED_AT = 300
# The last sign of a sentence, or of a paragraph.
_SENTENCE = re.compile(r"[.!?…](?=\s)|[。！？\n]")


class Snippet(NamedTuple):
    """Words of one line, and the marks in it as (start, end) in code points."""

    text: str
    marks: tuple[tuple[int, int], ...]


def make(marks: Sequence[Mark], text: str) -> Snippet:
    """The best few words of a text, in which `marks` stand: from its beginning if there are
    none.
    """
    first = _best(marks, _width(text, marks[0].start if marks else 0))
    start, end = (marks[first].start, marks[first].end) if marks else (0, 0)
    width = _width(text, start)
    for mark in marks[first:]:
        if mark.end - start > width:
            break
        end = mark.end
    room = max(0, width - (end - start))
    begin = _begin(text, start, room)
    stop = _stop(text, min(len(text), max(begin + width, end)), end)
    lead = f"{ELLIPSIS} " if text[:begin].strip() else ""
    tail = f" {ELLIPSIS}" if text[stop:].strip() else ""
    shift = len(lead) - begin
    kept = tuple(
        (mark.start + shift, mark.end + shift)
        for mark in marks
        if begin <= mark.start < mark.end <= stop
    )
    return Snippet(lead + text[begin:stop].replace("\n", " ") + tail, kept)


def _begin(text: str, hit: int, room: int) -> int:
    """Where to begin before a hit: at a sentence, if one begins near enough, else at a word."""
    if hit <= min(_NEAR, room):
        return 0
    far = max(0, hit - room * 2 // 3)
    ends = [match.end() for match in _SENTENCE.finditer(text, far, hit)]
    if ends or far == 0:
        at = ends[-1] if ends else 0
        between = text[at:hit]
        return at + len(between) - len(between.lstrip())
    return _word_start(text, max(0, hit - room // 2), hit)


def _stop(text: str, at: int, hit_end: int) -> int:
    """Where to end behind the hits: at the end of a sentence that is near, else of a word."""
    if at < len(text):
        ends = [match.end() for match in _SENTENCE.finditer(text, max(hit_end, at - _NEAR), at)]
        if ends:
            return ends[-1]
    return _word_end(text, at, hit_end)


def _width(text: str, at: int) -> int:
    return WIDTH_HAN if text[at : at + 1] and is_han(text[at]) else WIDTH


def _best(marks: Sequence[Mark], width: int) -> int:
    """The mark from which a window of `width` holds the most different groups."""
    best, most = 0, (0, 0)
    for number, mark in enumerate(marks[:_LOOKED_AT]):
        within = [m for m in marks[number : number + 50] if m.end - mark.start <= width]
        worth = (len({m.group for m in within}), len(within))
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
