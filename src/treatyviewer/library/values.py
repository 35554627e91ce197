"""What the library answers with: small frozen values, no connection behind them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from treatyviewer.entry.address import Address
from treatyviewer.entry.blocks import Block
from treatyviewer.entry.language import pick


class Node(NamedTuple):
    """One line of the outline: an entry, a part or a section.

    `children` is how many nodes lie directly below it. `slug` is the section's id, "" for
    entries and parts. `titles` has the entry's main language first, if there is one in it.
    """

    id: int
    parent: int | None
    kind: str
    entry: str
    slug: str
    number: str
    titles: Mapping[str, str]
    lead: bool
    children: int

    @property
    def address(self) -> Address:
        """Where it is found. A part has no page of its own; its address is the entry's."""
        return Address(self.entry, self.slug)

    def title(self, language: str) -> str:
        """Its title in the best language to be had."""
        return pick(self.titles, language, next(iter(self.titles), ""))


class EntryInfo(NamedTuple):
    """What is known of an entry as a whole. `language` is its main language."""

    node: Node
    edition: int
    version: str
    licence: str
    kind: str
    language: str
    languages: tuple[str, ...]


class Page(NamedTuple):
    """A section ready to be shown.

    `language` is that of `blocks`; it differs from what was asked for where there is no
    translation. `path` leads from the entry down to the node above the section.
    """

    node: Node
    entry: EntryInfo
    path: tuple[Node, ...]
    language: str
    blocks: tuple[Block, ...]

    @property
    def address(self) -> Address:
        """The section's address."""
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


class Answer(NamedTuple):
    """The answer to a query. `total` may exceed the hits given. `message`, when not "", says
    something that the reader should know: why nothing was sought, what was left out.
    """

    query: str
    took_ms: float
    total: int
    hits: tuple[Hit, ...]
    message: str = ""
