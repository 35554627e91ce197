"""How well a name fits what somebody types to go there. Knows no Qt and no library.

Names and what is typed are folded before (`treatyviewer.library.titles.folded`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from treatyviewer.tuples import NamedTuple

_Thing = TypeVar("_Thing")

_EXACT = 600.0
_BEGINS = 500.0
_WORDS = 400.0
_INSIDE = 300.0
_LETTERS = 200.0
_ALIKE = 100.0
# How far apart single letters may stand to count as an abbreviation.
_SPREAD = 6
# From here on in Unicode words are not parted by spaces.
_HAN_BEGINS = "\u2e80"
_FEW = 3
_ENOUGH = 3
_LEAST_ALIKE = 78
_LEAST_LENGTH = 4


class Ranked(NamedTuple):
    """How well something fits, and which of its names did."""

    score: float
    name: str


def fit(text: str, name: str) -> float:
    """How well a name fits a text: as a whole, by its beginning, by the beginnings of its words,
    by words in it, by single letters in turn. 0 where it does not.
    """
    if not text or not name:
        return 0.0
    close = 50.0 * len(text) / max(len(text), len(name))
    if name == text:
        return _EXACT
    if name.startswith(text):
        return _BEGINS + close
    words = text.split()
    spaced = f" {name}"
    if all(f" {word}" in spaced for word in words):
        return _WORDS + close + (20.0 if f" {text}" in spaced else 0.0)
    if all(word in name for word in words):
        # A sign of Han in a name is a word as it is.
        return (_WORDS if text[0] >= _HAN_BEGINS else _INSIDE) + close
    return _by_letters(text.replace(" ", ""), name)


def _by_letters(letters: str, name: str) -> float:
    if len(letters) < 2:
        return 0.0
    at = -1
    first = -1
    begun = 0
    for letter in letters:
        # The beginning of a word rather than a letter inside one.
        start = name.find(f" {letter}", max(0, at))
        inside = name.find(letter, at + 1)
        if inside < 0:
            return 0.0
        if inside == 0 or (start >= 0 and start + 1 <= inside + 8 and start + 1 > at):
            at = inside if inside == 0 else start + 1
            begun += 1
        else:
            at = inside
        first = at if first < 0 else first
    span = at - first + 1
    if begun < 2 and span > len(letters) + _SPREAD:
        return 0.0
    return _LETTERS + 40.0 * len(letters) / span + 40.0 * begun / len(letters)


def best(
    text: str, things: Iterable[tuple[_Thing, Sequence[str]]], limit: int
) -> list[tuple[_Thing, Ranked]]:
    """The things whose names fit a text best, each with the name that did, the best first; among
    equals those that came first. Names that are merely spelled alike count where hardly any fits.
    """
    known = list(things)
    words = text.split()
    # Most have not all the words in them, which is known at once.
    found = _fitting(text, known, words)
    if len(found) <= _ENOUGH and len(text) > 1:
        # Who finds much by words does not abbreviate.
        found = _fitting(text, known, text.replace(" ", ""))
    if len(found) < _FEW and len(text) >= _LEAST_LENGTH:
        have = {id(thing) for thing, _ in found}
        found += [one for one in _alike(text, known) if id(one[0]) not in have]
    found.sort(key=lambda one: -one[1].score)
    return found[:limit]


def _fitting(
    text: str, known: Sequence[tuple[_Thing, Sequence[str]]], parts: Iterable[str]
) -> list[tuple[_Thing, Ranked]]:
    """Those that fit at all, of those that have some parts in their names."""
    needed = tuple(dict.fromkeys(parts))
    found: list[tuple[_Thing, Ranked]] = []
    if not needed:
        return found
    for thing, names in known:
        together = "\n".join(names)
        for part in needed:
            if part not in together:
                break
        else:
            top = max(Ranked(fit(text, name), name) for name in names)
            if top.score > 0:
                found.append((thing, top))
    return found


def _alike(text: str, known: Sequence[tuple[_Thing, Sequence[str]]]) -> list[tuple[_Thing, Ranked]]:
    # Only where nothing else fits: it is a library of its own.
    from rapidfuzz import fuzz, process

    names = [(number, name) for number, (_, names) in enumerate(known) for name in names]
    close = process.extract(
        text,
        [name for _, name in names],
        scorer=fuzz.partial_ratio,
        score_cutoff=_LEAST_ALIKE,
        limit=30,
    )
    found: dict[int, Ranked] = {}
    for name, ratio, place in close:
        # A short name lies inside many a text.
        if len(name) >= _LEAST_LENGTH:
            found.setdefault(names[place][0], Ranked(_ALIKE * ratio / 100, name))
    return [(known[number][0], ranked) for number, ranked in found.items()]
