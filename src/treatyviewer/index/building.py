"""Index the documents that were added: once, in the order of their numbers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import apsw

from treatyviewer.index import champions, dates
from treatyviewer.index.aliases import Names
from treatyviewer.index.analyser import FIRST_HAN, Analyser
from treatyviewer.index.schema import OWNER_BITS, unpacked

# What FTS5 holds back before it writes: the fewer pieces, the less to merge. Bytes.
_HELD_BACK = 192 << 20
# Pairs of Han that fewer documents have are not counted: there are more of them than of words.
_RARE = 4
_STEP = 500
# A document's own date (an event's day), or a name in its title, counts like one that its text
# has so many times.
_OWN = 4


def build(connection: apsw.Connection, analyser: Analyser, tick: Callable[[int], None]) -> None:
    """Fill all tables of the index from `document`. `tick` is told how many more are done.

    `analyser` is a new one: the words that it meets become the vocabulary.
    """
    for option, value in (("hashsize", _HELD_BACK), ("automerge", 0), ("crisismerge", 1000)):
        connection.execute("INSERT INTO words(words, rank) VALUES(?, ?)", (option, value))
    connection.executemany(
        "INSERT INTO words(rowid, title, body, also) VALUES(?, ?, ?, ?)",
        _analysed(connection, analyser, tick),
    )
    # Merged into one piece: it is written once and read often.
    connection.execute("INSERT INTO words(words) VALUES('optimize')")
    _count(connection)
    connection.executemany(
        "INSERT INTO vocabulary VALUES(?1, iif(?1 = ?2, '', ?2), "
        "coalesce((SELECT documents FROM stem WHERE term = ?2), 0))",
        sorted(analyser.words()),
    )
    connection.execute("INSERT INTO statistic VALUES('stemmer', ?)", (analyser.stemmer,))
    champions.choose(connection)


def _analysed(
    connection: apsw.Connection, analyser: Analyser, tick: Callable[[int], None]
) -> Iterator[tuple[int, str, str, str]]:
    rows: Any = connection.execute("SELECT id, title, text FROM document ORDER BY id")
    joined = analyser.joined
    names = Names(connection, analyser)
    carried = _carried(connection)
    lanes: set[int] = set()
    for count, (document, title, stored) in enumerate(rows, 1):
        text = unpacked(stored)
        lanes.add(document >> OWNER_BITS)
        written, named = dates.read(text)
        own = carried.get(document)
        if own is None and named:
            connection.executemany(
                "INSERT OR IGNORE INTO dated VALUES(?, ?, ?)", [(document, *one) for one in named]
            )
        also = [term for date in (*written, *dates.find(title)) for term in date.terms]
        also = [*dict.fromkeys(also), *(own or ()), *names.terms(text)]
        also += [term for term in dict.fromkeys(names.terms(title)) for _ in range(_OWN)]
        yield document, joined(title), joined(text), " ".join(also)
        if count % _STEP == 0:
            tick(_STEP)
    connection.execute("INSERT INTO statistic VALUES('lanes', ?)", (json.dumps(sorted(lanes)),))


def _carried(connection: apsw.Connection) -> dict[int, list[str]]:
    """The terms of the dates that documents carry beside their text."""
    carried: dict[int, list[str]] = {}
    for document, *days in connection.execute("SELECT document, first, last FROM dated"):
        terms = dates.terms_of(dates.Period(*days))
        carried.setdefault(document, []).extend(terms * _OWN)
    return carried


def _count(connection: apsw.Connection) -> None:
    connection.execute("CREATE VIRTUAL TABLE temp.counted USING fts5vocab('main', 'words', 'row')")
    connection.execute(
        "INSERT INTO stem SELECT term, doc FROM temp.counted WHERE doc >= ? OR term < ?",
        (_RARE, FIRST_HAN),
    )
    connection.execute("DROP TABLE temp.counted")
    connection.execute("INSERT INTO statistic SELECT 'documents', count(*) FROM document")
