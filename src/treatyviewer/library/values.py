"""What the library answers with: small frozen values, no connection behind them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from treatyviewer.entry.address import Address
from treatyviewer.entry.blocks import Block
from treatyviewer.entry.language import pick
from treatyviewer.tuples import NamedTuple

if TYPE_CHECKING:
    from treatyviewer.index.marks import Matcher


class Node(NamedTuple):
    """Whatever has an address or a line in the outline.

    `kind` is "entry", "part", "section", "collection" (the page of one), "claim", or what a
    thing is: "event", "person", "place", "term", "article", "companion", "source". `slug` is
    its id, "" for entries, parts and collections; `home` the section that a claim stands in.
    `children` is how many lines of the outline lie directly below it, `members` how many things
    a collection has. Not all are `listed` in the outline. `titles` has the entry's main
    language first, if there is one in it. `supplied` marks a section whose text is quoted as it
    was supplied. `verdicts` counts the claims of a section and of those below it; a claim has its
    own there.
    """

    id: int
    parent: int | None
    kind: str
    entry: str
    collection: str
    slug: str
    home: str
    number: str
    titles: Mapping[str, str]
    lead: bool
    supplied: bool
    listed: bool
    children: int
    members: int
    verdicts: Mapping[str, int] = {}

    @property
    def address(self) -> Address:
        """Where it is found. A part has no page of its own; its address is the entry's."""
        if self.kind == "claim":
            return Address(self.entry, self.home, "", self.slug)
        return Address(self.entry, self.slug, self.collection)

    def title(self, language: str) -> str:
        """Its title in the best language to be had."""
        return pick(self.titles, language, next(iter(self.titles), ""))


class EntryInfo(NamedTuple):
    """What is known of an entry as a whole. `language` is its main language; `verdicts` counts
    its claims by verdict.
    """

    node: Node
    edition: int
    version: str
    licence: str
    kind: str
    language: str
    languages: tuple[str, ...]
    verdicts: Mapping[str, int]


class Page(NamedTuple):
    """A section, a thing or a collection ready to be shown.

    `blocks` are its text and `record` the editor's part below it; `above` and `below` are what
    the program sets around them out of the entry's data (facts, lists, sources). `language` is
    that of the text; it differs from what was asked for where there is no translation. `path`
    leads from the entry down to the node above it. `part` is what was asked for of a page that
    has several: claims of one verdict of all claims; "cards" for sources as cards.
    """

    node: Node
    entry: EntryInfo
    path: tuple[Node, ...]
    language: str
    blocks: tuple[Block, ...]
    record: tuple[Block, ...] = ()
    above: tuple[Block, ...] = ()
    below: tuple[Block, ...] = ()
    part: str = ""

    @property
    def whole(self) -> tuple[Block, ...]:
        """All blocks in reading order."""
        return self.above + self.blocks + self.record + self.below

    @property
    def address(self) -> Address:
        """Its address, with the part of it that is shown where that has one of its own."""
        if self.node.kind == "collection" and self.part:
            return self.node.address._replace(fragment=self.part)
        return self.node.address


class Hit(NamedTuple):
    """One section found. `path` holds titles. `marks` are code points of `snippet`, and
    `title_marks` of `title`: (start, end), the end excluded. `language` is that of the text
    that was found.
    """

    address: Address
    kind: str
    number: str
    title: str
    path: tuple[str, ...]
    score: float
    snippet: str
    marks: tuple[tuple[int, int], ...]
    title_marks: tuple[tuple[int, int], ...]
    language: str


class Offer(NamedTuple):
    """A query that may be tried next: the "original" as it was typed, nothing corrected; what is
    "related"; the words "plainly", without conditions.
    """

    kind: str
    query: str


class Answer(NamedTuple):
    """The answer to a query.

    `total` is how many fit, by kind in `kinds`; `more` says that there are more than were
    counted. `message`, when not "", says what the reader should know: why nothing was sought,
    what was left out. `corrected` is the query with words of the library for those that it does
    not have, and "" where it has them. `relaxed` is "apart" where words that were to stand side
    by side do not, "some" where not all are there. `also` are other names that were searched
    for too. `matcher` finds what was sought in any text, and `owners` are the nodes of all that
    fits, in order, where they were asked for.
    """

    query: str
    took_ms: float
    total: int
    hits: tuple[Hit, ...]
    message: str = ""
    more: bool = False
    kinds: Mapping[str, int] = {}
    corrected: str = ""
    relaxed: str = ""
    also: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    matcher: Matcher | None = None
    owners: tuple[int, ...] = ()
