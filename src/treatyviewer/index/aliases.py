"""Names for one thing, in whatever language: asked for by one, found by all.

What a name stands for is written into the index beside the words: a term of its own for each
thing, wherever a text has one of its names. So a name counts once, however many others there
are, and a longer name is not taken for a shorter one inside it (the People's Republic of China
for the Republic of China).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import apsw

from treatyviewer.index.analyser import Analyser, is_han
from treatyviewer.index.phrases import phrase
from treatyviewer.index.query import Clause
from treatyviewer.tuples import NamedTuple


def keep(
    connection: apsw.Connection,
    analyser: Analyser,
    groups: Iterable[tuple[Sequence[str], Sequence[str]]],
) -> list[str]:
    """Keep groups of (names of one thing, names that are only related); returns the terms that
    stand for the things.
    """
    start: Any = connection.execute("SELECT coalesce(max(thing), 0) FROM alias_name").get
    terms: list[str] = []
    for thing, (names, related) in enumerate(groups, start + 1):
        terms.append(term_of(thing))
        for place, name in enumerate([*names, *related]):
            only_related = place >= len(names)
            connection.execute(
                "INSERT INTO alias_name VALUES(?, ?, ?, ?)", (thing, place, name, only_related)
            )
            key = key_of(units(analyser, name))
            if key:
                connection.execute(
                    "INSERT OR IGNORE INTO alias VALUES(?, ?, ?)", (key, thing, only_related)
                )
    return terms


def term_of(thing: int) -> str:
    """The term that stands for a thing; no word has such a sign."""
    return f"§{thing}"


def key_of(units: Iterable[str]) -> str:
    """What a name is looked up by."""
    return " ".join(units)


def units(analyser: Analyser, text: str) -> list[str]:
    """The terms of a text, with each sign of Han for itself."""
    return [term[0] if is_han(term) else term for term in analyser.terms(text)]


class Names:
    """Finds names in texts while they are indexed."""

    def __init__(self, connection: apsw.Connection, analyser: Analyser) -> None:
        self._analyser = analyser
        # The names by their first unit, longest first.
        self._begins: dict[str, list[tuple[list[str], int]]] = {}
        rows: Any = connection.execute("SELECT key, thing FROM alias WHERE NOT related")
        for key, thing in rows.fetchall():
            name = key.split(" ")
            self._begins.setdefault(name[0], []).append((name, thing))
        for names in self._begins.values():
            names.sort(key=lambda item: -len(item[0]))

    def terms(self, text: str) -> list[str]:
        """The terms of the things that a text names, as often as it does."""
        if not self._begins:
            return []
        words = units(self._analyser, text)
        found: list[str] = []
        at = 0
        while at < len(words):
            length = 0
            for name, thing in self._begins.get(words[at], ()):
                if length and len(name) < length:
                    break
                if words[at : at + len(name)] == name:
                    length = len(name)
                    found.append(term_of(thing))
            at += length or 1
        return found


class Named(NamedTuple):
    """What a name stands for: the things that it truly names, their names with the clauses that
    these are, and names that are only related.
    """

    things: tuple[int, ...]
    names: tuple[tuple[str, Clause], ...]
    related: tuple[str, ...]


class Aliases:
    """Looks names up. Raises what SQLite raises."""

    def __init__(self, connection: apsw.Connection, analyser: Analyser) -> None:
        self._connection = connection
        self._analyser = analyser

    def known(self, keys: Iterable[str]) -> dict[str, Named]:
        """Those of the keys that name something, with what they name."""
        rows: Any = self._connection.execute(
            "SELECT key, thing, related FROM alias"
            " WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key, thing",
            (json.dumps(sorted(set(keys))),),
        ).fetchall()
        found: dict[str, list[tuple[int, bool]]] = {}
        for key, thing, related in rows:
            found.setdefault(key, []).append((thing, bool(related)))
        return {key: self._named(things) for key, things in found.items()}

    def _named(self, things: Iterable[tuple[int, bool]]) -> Named:
        true: list[int] = []
        forms: dict[Clause, str] = {}
        related: dict[str, None] = {}
        for thing, only_related in things:
            names, others = self._names(thing)
            if only_related:
                related.update(dict.fromkeys(names[:1]))
                continue
            true.append(thing)
            related.update(dict.fromkeys(others))
            for name in names:
                clause = phrase(self._analyser, name)
                if clause is not None:
                    forms.setdefault(clause, name)
        names_of = tuple((name, clause) for clause, name in forms.items())
        return Named(tuple(true), names_of, tuple(related))

    def _names(self, thing: int) -> tuple[list[str], list[str]]:
        """Its names, and those that are only related."""
        rows: Any = self._connection.execute(
            "SELECT name, related FROM alias_name WHERE thing = ? ORDER BY place", (thing,)
        ).fetchall()
        names = [name for name, related in rows if not related]
        return names, [name for name, related in rows if related]
