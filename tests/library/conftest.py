"""Libraries in memory, made of an entry that is no files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import apsw
import pytest

from treatyviewer.entry.blocks import Paragraph, Text
from treatyviewer.entry.model import Entry, Part, Section
from treatyviewer.entry.things import AliasGroup
from treatyviewer.library.compile import write_library
from treatyviewer.library.library import Library

Sections = Sequence[tuple[Mapping[str, str], Mapping[str, str]]]
Names = tuple[Sequence[str], Sequence[str]]
InMemory = Callable[..., Library]


def _section(number: int, titles: Mapping[str, str], texts: Mapping[str, str]) -> Section:
    bodies = {tag: (Paragraph("p1", (Text(text),)),) for tag, text in texts.items()}
    return Section(f"s{number}", str(number), titles, bodies)


@pytest.fixture(scope="session")
def in_memory() -> InMemory:
    """Makes libraries: `in_memory([({"en": "Title"}, {"en": "Text."})], [(["A", "B"], ["C"])])`.

    Sections are called s1, s2 ... and have (titles, texts) by language; names
    are groups of those of one thing, and of related ones.
    """

    def make(sections: Sections, names: Sequence[Names] = ()) -> Library:
        lines = tuple(_section(number, *one) for number, one in enumerate(sections, 1))
        entry = Entry(
            "made",
            1,
            "1",
            "MIT",
            "treaty",
            "en",
            ("en", "ru", "zh-Hans"),
            {"en": "Made"},
            (Part({"en": "The entry"}, lines),),
            aliases=tuple(AliasGroup(tuple(same), tuple(near), "", "") for same, near in names),
        )
        connection = apsw.Connection(":memory:")
        write_library(connection, [(entry, None)], {}, _told)
        return Library("in memory", connection)

    return make


def _told(_steps: int) -> None:
    """Nobody waits."""
