"""The index's tables, and how documents get into them."""

from __future__ import annotations

from collections.abc import Iterable

import apsw

from treatyviewer.index.analyser import analyse

# `document` keeps the words as they stand (snippets are cut from them); `words` holds only the
# analysed terms. `ascii` parts at ASCII white space and punctuation and takes everything beyond
# ASCII as it is, which is just what joined terms need.
_TABLES = """
CREATE TABLE document(
    id INTEGER PRIMARY KEY, owner INTEGER NOT NULL, weight REAL NOT NULL,
    title TEXT NOT NULL, text TEXT NOT NULL
);
CREATE VIRTUAL TABLE words USING fts5(
    title, body, content='', contentless_delete=1, tokenize='ascii'
);
INSERT INTO words(words, rank) VALUES('rank', 'bm25(4.0, 1.0)');
"""


def create(connection: apsw.Connection) -> None:
    """Make the empty tables."""
    connection.execute(_TABLES)


def add(
    connection: apsw.Connection,
    document: int,
    owner: int,
    titles: Iterable[str],
    text: str,
    weight: float = 1.0,
) -> None:
    """Index one document; `titles` are its titles in all languages.

    Documents of one `owner` are the same thing in several languages, and count once. `weight`
    is what a hit in it counts for: a short note says a word oftener, for its length, than the
    long text that it is a note to.
    """
    title = "\n".join(dict.fromkeys(titles))
    connection.execute(
        "INSERT INTO document VALUES(?, ?, ?, ?, ?)", (document, owner, weight, title, text)
    )
    connection.execute(
        "INSERT INTO words(rowid, title, body) VALUES(?, ?, ?)",
        (document, _joined(title), _joined(text)),
    )


def finish(connection: apsw.Connection) -> None:
    """Merge the index into one piece: it is written once and read often."""
    connection.execute("INSERT INTO words(words) VALUES('optimize')")


def _joined(text: str) -> str:
    return " ".join(term.text for term in analyse(text))
