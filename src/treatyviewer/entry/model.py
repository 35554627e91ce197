"""The entry as one frozen value: what `content` makes out of a folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from treatyviewer.entry.blocks import Block


@dataclass(frozen=True, slots=True)
class Section:
    """One section, with those below it.

    `titles` and `bodies` are by language. `number` is printed before the title ("" when the
    section has none). `lead` marks the opening section, which has no heading of its own and
    is shown under the entry's title.
    """

    id: str
    number: str
    titles: Mapping[str, str]
    bodies: Mapping[str, tuple[Block, ...]]
    lead: bool = False
    children: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Part:
    """A group of sections in the outline, under a title by language."""

    titles: Mapping[str, str]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry. `language` is its main language; `edition` counts from 1."""

    id: str
    edition: int
    version: str
    licence: str
    kind: str
    language: str
    languages: tuple[str, ...]
    titles: Mapping[str, str]
    parts: tuple[Part, ...]

    def sections(self) -> Iterator[Section]:
        """All sections in reading order."""
        for part in self.parts:
            for section in part.sections:
                yield from section.walk()
