"""The library file's tables, beside those of the index."""

from __future__ import annotations

from treatyviewer import __version__
from treatyviewer.index import ANALYSER

# Nodes are numbered in reading order (a node before what is below it, siblings in turn), so
# "the next section" is the next number of that kind.
TABLES = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entry(
    node INTEGER PRIMARY KEY,
    edition INTEGER NOT NULL, version TEXT NOT NULL, licence TEXT NOT NULL,
    kind TEXT NOT NULL, language TEXT NOT NULL, languages TEXT NOT NULL
);
CREATE TABLE node(
    id INTEGER PRIMARY KEY,
    parent INTEGER, kind TEXT NOT NULL, entry TEXT NOT NULL, slug TEXT NOT NULL,
    number TEXT NOT NULL, titles TEXT NOT NULL, lead INTEGER NOT NULL, children INTEGER NOT NULL
);
CREATE TABLE body(
    id INTEGER PRIMARY KEY,
    node INTEGER NOT NULL, language TEXT NOT NULL, blocks TEXT NOT NULL
);
"""
# Made after the rows are in: quicker, and the file is the smaller for it.
INDEXES = """
CREATE INDEX node_parent ON node(parent, id);
CREATE UNIQUE INDEX node_address ON node(entry, slug) WHERE slug <> '' OR kind = 'entry';
CREATE UNIQUE INDEX body_node ON body(node, language);
"""

_LAYOUT = 2


def maker() -> str:
    """What made a library file: another answer, and the file is made anew."""
    return f"treatyviewer {__version__} layout {_LAYOUT} analyser {ANALYSER}"
