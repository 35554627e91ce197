"""The entry as one frozen value: what `content` makes out of a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from treatyviewer.entry.blocks import Block
from treatyviewer.entry.things import AliasGroup, Claim, Fact, Period, Prose, Thing


@dataclass(frozen=True, slots=True)
class Section:
    """One section, with those below it.

    `titles`, `bodies` and `records` are by language; a record is the editor's part, which
    follows the text. `number` is printed before the title ("" when the section has none).
    `lead` marks the opening section, which has no heading of its own and is shown under the
    entry's title; `supplied` a text that is quoted as it was supplied.
    """

    id: str
    number: str
    titles: Mapping[str, str]
    bodies: Mapping[str, tuple[Block, ...]]
    lead: bool = False
    children: tuple[Section, ...] = ()
    records: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    supplied: bool = False

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class CollectionPage:
    """The page of a collection in the outline, `text` above its things; with `items` each of
    these has a line of its own.
    """

    collection: str
    titles: Mapping[str, str]
    items: bool
    text: Prose = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """A group in the outline, under a title by language."""

    titles: Mapping[str, str]
    sections: tuple[Section | CollectionPage, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry. `language` is its main language; `edition` counts from 1.

    `things` are by collection (people, events ...), each in the order of its file; `media` are
    the paths of its pictures.
    """

    id: str
    edition: int
    version: str
    licence: str
    kind: str
    language: str
    languages: tuple[str, ...]
    titles: Mapping[str, str]
    parts: tuple[Part, ...]
    facts: tuple[Fact, ...] = ()
    claims: tuple[Claim, ...] = ()
    things: Mapping[str, tuple[Thing, ...]] = field(default_factory=dict)
    periods: tuple[Period, ...] = ()
    aliases: tuple[AliasGroup, ...] = ()
    media: tuple[str, ...] = ()

    @property
    def verdicts(self) -> Mapping[str, int]:
        """How many claims there are of each verdict."""
        return Counter(claim.verdict for claim in self.claims)

    def sections(self) -> Iterator[Section]:
        """All sections in reading order."""
        for part in self.parts:
            for line in part.sections:
                if isinstance(line, Section):
                    yield from line.walk()
