"""The library file's tables, beside those of the index."""

from __future__ import annotations

from treatyviewer import __version__
from treatyviewer.index import ANALYSER

# Nodes are numbered in reading order (a node before what is below it, siblings in turn), so
# "the next section" is the next number of that kind. Those that are not `listed` have an address
# and no line in the outline: the things of a collection, below its page, and claims, below their
# section. `children` counts the listed nodes directly below, `members` the things of a collection.
# A claim's slug is its id; `home` is the section that it stands in. `verdicts` counts the claims of
# a section and of those below it (a claim counts itself), "" where there are none. `version` has
# the languages of what is indexed beside the text in an entry's main language, by its number in
# the index.
TABLES = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entry(
    node INTEGER PRIMARY KEY,
    edition INTEGER NOT NULL, version TEXT NOT NULL, licence TEXT NOT NULL,
    kind TEXT NOT NULL, language TEXT NOT NULL, languages TEXT NOT NULL,
    facts TEXT NOT NULL, periods TEXT NOT NULL, aliases TEXT NOT NULL, verdicts TEXT NOT NULL
);
CREATE TABLE node(
    id INTEGER PRIMARY KEY,
    parent INTEGER, kind TEXT NOT NULL, entry TEXT NOT NULL, collection TEXT NOT NULL,
    slug TEXT NOT NULL, home TEXT NOT NULL, number TEXT NOT NULL, titles TEXT NOT NULL,
    lead INTEGER NOT NULL, supplied INTEGER NOT NULL, listed INTEGER NOT NULL,
    children INTEGER NOT NULL, members INTEGER NOT NULL, verdicts TEXT NOT NULL
);
CREATE TABLE body(
    node INTEGER NOT NULL, language TEXT NOT NULL, blocks TEXT NOT NULL, record TEXT NOT NULL
);
CREATE TABLE version(number INTEGER PRIMARY KEY, language TEXT NOT NULL);
CREATE TABLE thing(node INTEGER PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE reference(
    source INTEGER NOT NULL, target INTEGER NOT NULL, PRIMARY KEY(target, source)
) WITHOUT ROWID;
CREATE TABLE first_page(
    language TEXT PRIMARY KEY, node INTEGER NOT NULL, text TEXT NOT NULL, blocks TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE timeline(
    entry TEXT NOT NULL, language TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(entry, language)
) WITHOUT ROWID;
CREATE TABLE media(
    entry TEXT NOT NULL, name TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY(entry, name)
) WITHOUT ROWID;
"""
# Made after the rows are in: quicker, and the file is the smaller for it.
INDEXES = """
CREATE INDEX node_parent ON node(parent, id);
CREATE UNIQUE INDEX node_address ON node(entry, collection, slug)
    WHERE slug <> '' OR kind IN ('entry', 'collection');
CREATE INDEX node_slug ON node(slug) WHERE slug <> '';
CREATE INDEX node_number ON node(number) WHERE number <> '';
CREATE INDEX node_page ON node(id) WHERE listed AND kind NOT IN ('entry', 'part');
CREATE UNIQUE INDEX body_node ON body(node, language);
"""

_LAYOUT = 23


def maker() -> str:
    """What made a library file: another answer, and the file is made anew."""
    return f"treatyviewer {__version__} layout {_LAYOUT} analyser {ANALYSER}"
