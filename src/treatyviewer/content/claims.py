"""Claims: the marks in the text and what claims.toml says of them, brought together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from treatyviewer.content.record import Record
from treatyviewer.content.things import rival
from treatyviewer.entry import things as t
from treatyviewer.entry.blocks import (
    Block,
    ClaimMark,
    Emphasis,
    Link,
    Run,
    Strong,
    leaves,
    run_text,
)
from treatyviewer.entry.model import Section
from treatyviewer.tuples import NamedTuple

# A sentence ends with one of these and a space, or with a Han one.
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+|[。！？][」』”]?")


class Place(NamedTuple):
    """Where a claim stands: its section and block, the sentence, and its words in that."""

    section: str
    block: str
    quote: str
    start: int
    end: int


def places(sections: Sequence[Section], main: str) -> dict[str, Place]:
    """Where each claim is marked in the text in the main language, by its id."""
    found: dict[str, Place] = {}
    for section in sections:
        blocks: tuple[Block, ...] = section.bodies.get(main, ()) + section.records.get(main, ())
        for block, runs in leaves(blocks):
            text = run_text(runs)
            for claim, start, end in _marks(runs, 0):
                first, last = sentence(text, start, end)
                found.setdefault(
                    claim, Place(section.id, block, text[first:last], start - first, end - first)
                )
    return found


def _marks(runs: Sequence[Run], at: int) -> Iterator[tuple[str, int, int]]:
    for run in runs:
        length = len(run_text((run,)))
        match run:
            case ClaimMark(claim, _, _):
                yield claim, at, at + length
            case Emphasis(inner) | Strong(inner) | Link(_, inner):
                yield from _marks(inner, at)
        at += length


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence (or sentences) around the code points `start` to `end`."""
    first, last = 0, len(text)
    for found in _SENTENCE_END.finditer(text):
        if found.end() <= start:
            first = found.end()
        elif found.start() + 1 >= end:
            last = len(text[: found.end()].rstrip())
            break
    return first, last


def claim(record: Record, marked: Mapping[str, Place]) -> t.Claim | None:
    """A claim of claims.toml, None where its words are marked nowhere."""
    id = record.words("id")
    rivals = tuple(rival(one) for one in record.below("rivals"))
    text = record.prose("record")
    sources = record.sources()
    place = marked.get(id)
    if place is None:
        return None
    return t.Claim(
        id,
        place.section,
        place.block,
        place.quote,
        place.start,
        place.end,
        record.words("verdict"),
        record.words("note"),
        text,
        sources,
        record.words("no_source_because"),
        rivals,
        record.basis(),
    )
