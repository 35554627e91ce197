"""What an entry holds besides its sections: claims, events, people, sources and the like.

`Texts` are words by language, `Prose` is text by language as blocks. `basis` says what a fact
rests on: its sources, or general knowledge that was not checked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

from treatyviewer.entry.blockjson import register
from treatyviewer.entry.blocks import Block
from treatyviewer.entry.dates import Date
from treatyviewer.tuples import NamedTuple

Texts = Mapping[str, str]
Prose = Mapping[str, tuple[Block, ...]]

BY_SOURCE = "source"
GENERAL_KNOWLEDGE = "general-knowledge"
VERDICTS = ("supported", "imprecise", "contradicted", "unverifiable")


class SourceRef(NamedTuple):
    """A source, and where in it; `locator` is "" for the whole of it."""

    source: str
    locator: str


class Rival(NamedTuple):
    """One of several statements that cannot all be true."""

    position: str
    who: str
    assessment: Prose
    sources: tuple[SourceRef, ...]


class Claim(NamedTuple):
    """A statement of the text, and what was found of it.

    It stands in `section`, in the block `block`. `quote` is the whole sentence, and `start` to
    `end` are the code points of the claim's own words in it. `note` says the finding in a line.
    """

    id: str
    section: str
    block: str
    quote: str
    start: int
    end: int
    verdict: str
    note: str
    record: Prose
    sources: tuple[SourceRef, ...]
    no_source_because: str
    rivals: tuple[Rival, ...]
    basis: str


class Fact(NamedTuple):
    """One line at a glance."""

    name: Texts
    value: Prose
    sources: tuple[SourceRef, ...]
    basis: str


class Event(NamedTuple):
    """Something that happened; `sections` are those of the entry that it belongs to."""

    id: str
    date: Date
    name: Texts
    text: Prose
    note: Prose
    sources: tuple[SourceRef, ...]
    basis: str
    sections: tuple[str, ...]


class Period(NamedTuple):
    """A stretch of time that is drawn along the timeline."""

    id: str
    date: Date
    name: Texts
    sources: tuple[SourceRef, ...]


class Person(NamedTuple):
    """Somebody; `born` and `died` are None where they are not known."""

    id: str
    name: Texts
    also: tuple[str, ...]
    born: Date | None
    died: Date | None
    life_basis: str
    life_note: str
    role: Prose
    sources: tuple[SourceRef, ...]
    basis: str


class Place(NamedTuple):
    """A place; degrees north and east on WGS 84, None where they are not given."""

    id: str
    name: Texts
    also: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    position_basis: str
    position_note: str
    why: Prose
    sources: tuple[SourceRef, ...]
    basis: str


class Term(NamedTuple):
    """A word of the field and what it means."""

    id: str
    name: Texts
    names_basis: str
    also: tuple[str, ...]
    meaning: Prose
    sources: tuple[SourceRef, ...]
    basis: str


class KeyTerm(NamedTuple):
    """A term as the instrument has it, by language; `term` is its id in the glossary, or ""."""

    name: Texts
    term: str


class ArticleText(NamedTuple):
    """The instrument's own words in one language, where they are from, and on what terms."""

    words: tuple[Block, ...]
    source: str
    licence: str


class Article(NamedTuple):
    """An article of the instrument, summarised; `texts` has its own words by language."""

    id: str
    name: Texts
    summary: Prose
    terms: tuple[KeyTerm, ...]
    texts: Mapping[str, ArticleText]
    sources: tuple[SourceRef, ...]
    basis: str


class Companion(NamedTuple):
    """An agreement that was made together with the instrument."""

    id: str
    name: Texts
    names_basis: str
    date: Date
    status: Texts
    summary: Prose
    outcome: Prose
    sources: tuple[SourceRef, ...]
    basis: str


class Source(NamedTuple):
    """A work: one item of CSL-JSON, kept as its author wrote it."""

    id: str
    name: Texts
    item: str

    @property
    def csl(self) -> dict[str, Any]:
        """The item as values."""
        return cast("dict[str, Any]", json.loads(self.item))


class AliasGroup(NamedTuple):
    """Names for one thing: true equals, and names that are merely related. `of` is the place of
    the thing in the entry (`people/zhou-enlai`), or "".
    """

    names: tuple[str, ...]
    related: tuple[str, ...]
    of: str
    note: str


Thing = Event | Person | Place | Term | Article | Companion | Source

register(
    Date, SourceRef, Rival, Claim, Fact, Event, Period, Person, Place, Term, KeyTerm, ArticleText,
    Article, Companion, Source, AliasGroup,
)  # fmt: skip
