"""The index's tables, and how documents get into them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

import apsw

from treatyviewer.index.analyser import unaccented
from treatyviewer.index.dates import Period
from treatyviewer.tuples import NamedTuple

# `document` keeps the words as they stand, packed where that is shorter (snippets are cut from
# them); `words` holds only the analysed terms, and in `also` those of dates and named things.
# `ascii` parts at ASCII white space and punctuation and takes everything beyond ASCII as it is,
# which is just what joined terms need.
#
# `vocabulary` has the words of all texts as they are folded, for completions and typos, with
# their stem ("" where that is the same) and how many documents have it; `stem` has the terms of
# `words` with the number of documents (pairs of Han that hardly occur are left out).
# `champion` has the best documents of the terms that many have, found when the index is made.
# `called` finds documents by a whole title, or by its beginning.
TABLES = """
CREATE TABLE document(id INTEGER PRIMARY KEY, title TEXT NOT NULL, text NOT NULL);
CREATE TABLE dated(
    document INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    PRIMARY KEY(document, first, last)
) WITHOUT ROWID;
CREATE TABLE called(
    name TEXT NOT NULL, document INTEGER NOT NULL, PRIMARY KEY(name, document)
) WITHOUT ROWID;
CREATE TABLE kind(number INTEGER PRIMARY KEY, weight REAL NOT NULL);
CREATE TABLE alias(
    key TEXT NOT NULL, thing INTEGER NOT NULL, related INTEGER NOT NULL,
    PRIMARY KEY(key, thing)
) WITHOUT ROWID;
CREATE TABLE alias_name(
    thing INTEGER NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, related INTEGER NOT NULL,
    PRIMARY KEY(thing, place)
) WITHOUT ROWID;
CREATE TABLE statistic(name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
CREATE TABLE stem(term TEXT PRIMARY KEY, documents INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE vocabulary(
    word TEXT PRIMARY KEY, stem TEXT NOT NULL, documents INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE champion(
    term TEXT PRIMARY KEY, counts TEXT NOT NULL, best BLOB NOT NULL
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(title, body, also, content='', tokenize='ascii');
"""
# BM25 counts a word in a title as four.
RANK = "bm25(4.0, 1.0, 1.0)"

# A document's number holds what it belongs to (its owner, 40 bits), what kind that is (4 bits)
# and the version of its text (a translation: another version of the same owner). FTS5 answers
# in the order of numbers, finds ranges of them at once, and so answers for a kind alone without
# looking at the others.
OWNER_BITS = 40
_KIND_BITS = 4
OWNER_MASK = (1 << OWNER_BITS) - 1
MOST_KINDS = 1 << _KIND_BITS
KIND_OF = f"((rowid >> {OWNER_BITS}) & {MOST_KINDS - 1})"
OWNER_OF = f"(rowid & {OWNER_MASK})"

_ALIKE = str.maketrans("’‘“”„«»–—−‑", '\'\'"""""----')
_MOST_OF_A_TITLE = 100
# Shorter texts would not get shorter by being packed.
_SHORT = 100
# Without a header, and with a window of 4 kB: getting a larger one ready takes longer than
# packing a section.
_WINDOW = -12
# Shorter texts are packed by how often each letter comes, and no more: few words come twice in
# them, and to look for these takes half as long again.
_LONG = 2_000


class Number(NamedTuple):
    """What a document's number says."""

    owner: int
    kind: int
    version: int

    @property
    def document(self) -> int:
        """The number."""
        return (self.version << _KIND_BITS | self.kind) << OWNER_BITS | self.owner


def number(document: int) -> Number:
    """A document's number taken apart."""
    lane = document >> OWNER_BITS
    return Number(document & OWNER_MASK, lane & (MOST_KINDS - 1), lane >> _KIND_BITS)


def create(connection: apsw.Connection, weights: Iterable[tuple[int, float]] = ()) -> None:
    """Make the empty tables. `weights` are kinds and what a hit in one of that kind counts for:
    a short note says a word oftener, for its length, than the long text that it is a note to.
    """
    connection.execute(TABLES)
    connection.execute("INSERT INTO words(words, rank) VALUES('rank', ?)", (RANK,))
    connection.executemany("INSERT INTO kind VALUES(?, ?)", weights)


def add(
    connection: apsw.Connection,
    number: Number,
    titles: Iterable[str],
    text: str,
    periods: Iterable[Period] = (),
    called: Iterable[str] = (),
) -> None:
    """Keep one document; `titles` are its titles in all languages, `called` what it is found by
    as by a title, and `periods` the dates that it is of (else those in its text count).
    `building.build` indexes what was added.
    """
    names = list(dict.fromkeys(titles))
    document = number.document
    connection.execute(
        "INSERT INTO document VALUES(?, ?, ?)", (document, "\n".join(names), packed(text))
    )
    for name in dict.fromkeys(map(whole, [*names, *called])):
        if name:
            connection.execute("INSERT OR IGNORE INTO called VALUES(?, ?)", (name, document))
    for one in periods:
        connection.execute("INSERT OR IGNORE INTO dated VALUES(?, ?, ?)", (document, *one))


def whole(title: str) -> str:
    """What a title is found by as a whole: letters' case and accents, kinds of apostrophes and
    dashes, and spacing apart; its beginning, if it is very long.
    """
    plain = title.casefold()
    if not plain.isascii():
        # What cannot be written down cannot be kept.
        plain = unaccented(plain.translate(_ALIKE)).casefold()
        plain = plain.encode("utf-8", "replace").decode()
    return " ".join(plain.split())[:_MOST_OF_A_TITLE]


def packed(text: str) -> str | bytes:
    """A text as it is stored."""
    if len(text) < _SHORT:
        return text
    plain = text.encode("utf-8", "surrogatepass")
    strategy = zlib.Z_DEFAULT_STRATEGY if len(plain) > _LONG else zlib.Z_HUFFMAN_ONLY
    packer = zlib.compressobj(6, zlib.DEFLATED, _WINDOW, 5, strategy)
    return packer.compress(plain) + packer.flush()


def unpacked(stored: str | bytes) -> str:
    """A text as it was. Raises `ValueError` for what is none."""
    if isinstance(stored, str):
        return stored
    try:
        return zlib.decompress(stored, _WINDOW).decode("utf-8", "surrogatepass")
    except zlib.error as error:
        raise ValueError(str(error)) from error
