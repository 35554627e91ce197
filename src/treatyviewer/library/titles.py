"""What pages are called, in all languages: all of them in a small library, in a large one those
that have some words in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from treatyviewer.index.schema import number, whole
from treatyviewer.library.kinds import KINDS
from treatyviewer.library.library import Library
from treatyviewer.library.values import Node
from treatyviewer.tuples import NamedTuple

# Up to so many nodes their titles are held in memory, which takes some megabytes.
SMALL = 5_000
_MOST = 1_500
_CLAIM = KINDS.index("claim")
_LAST = "\U0010ffff"
# What parts the words of a title for our purpose.
_PARTING = dict.fromkeys(map(ord, "-·.,:;()[]/\"'?!《》〈〉"), " ")


class Title(NamedTuple):
    """A page with everything that it is called, folded (see `folded`)."""

    node: Node
    names: tuple[str, ...]


def folded(text: str) -> str:
    """A name as names are compared: case, accents, width and punctuation apart."""
    return " ".join(whole(text).translate(_PARTING).split())


def nodes(library: Library) -> int:
    """How many nodes a library has; at once, in a library of any size."""
    with library.reading() as connection, library.decoding():
        last: Any = connection.execute("SELECT max(id) FROM node").get
        return int(last or 0)


def every(library: Library) -> list[Title]:
    """All that has a page, in reading order. For small libraries."""
    pages = library.nodes("WHERE kind NOT IN ('part', 'claim') ORDER BY id")
    with library.reading() as connection:
        rows: Any = connection.execute("SELECT name, document FROM called").fetchall()
    return _titles(pages, rows)


def some(library: Library, text: str) -> list[Title]:
    """Those whose names begin with a text or have all its words in them; not all where there are
    very many. May take a moment.
    """
    sought = whole(text)
    words = folded(text).split()
    if not words:
        return []
    with library.reading() as connection:
        rows: Any = connection.execute(
            "SELECT name, document FROM called WHERE name >= ? AND name < ? LIMIT ?",
            (sought, sought + _LAST, _MOST),
        ).fetchall()
        if len(rows) < _MOST:
            # The longest words tell the most; three of them are enough.
            longest = sorted(words, key=len, reverse=True)
            rows += connection.execute(
                "SELECT name, document FROM called"
                " WHERE instr(name, ?) AND instr(name, ?) AND instr(name, ?) LIMIT ?",
                (*(longest * 3)[:3], _MOST),
            ).fetchall()
    owners = {number(document).owner for _, document in rows}
    pages = [node for node in library.some(sorted(owners)) if node.kind not in ("part", "claim")]
    return _titles(pages, rows)


def _titles(pages: Sequence[Node], rows: Iterable[tuple[str, int]]) -> list[Title]:
    names: dict[int, list[str]] = {node.id: _names(node) for node in pages}
    for name, document in rows:
        one = number(document)
        if one.kind != _CLAIM and one.owner in names:
            names[one.owner].append(" ".join(name.translate(_PARTING).split()))
    return [Title(node, tuple(dict.fromkeys(names[node.id]))) for node in pages]


def _names(node: Node) -> list[str]:
    made = [folded(title) for title in node.titles.values()]
    if node.number:
        made.append(folded(f"{node.number} {next(iter(node.titles.values()), '')}"))
    return made


def spelled(node: Node, name: str) -> str:
    """The title of a node that is folded to `name`, "" where it is another name of it."""
    return next((title for title in node.titles.values() if folded(title) == name), "")
