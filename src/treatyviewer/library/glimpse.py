"""A page in a few words: what it is, what it is called, when, and how it begins."""

from __future__ import annotations

from collections.abc import Sequence

from treatyviewer.entry import things as t
from treatyviewer.entry.address import Address
from treatyviewer.entry.blocks import Block, FactTable, Heading, plain_text
from treatyviewer.library import things
from treatyviewer.library.composing.pieces import Pieces
from treatyviewer.library.composing.single import facts_of, source_facts, text_of
from treatyviewer.library.library import Library
from treatyviewer.library.values import Node
from treatyviewer.tuples import NamedTuple

_MOST = 240


class Glimpse(NamedTuple):
    """`line` says when it was or where it is, "" where it is neither; `text` is its beginning."""

    node: Node
    title: str
    line: str
    text: str


def glimpse(library: Library, address: Address, language: str) -> Glimpse:
    """What is at an address. Raises `NotFoundError` and `DamagedError`."""
    node = library.find_claim(address) or library.find(address)
    page = library.text(node, language)
    title, line, blocks = node.title(language), "", page.blocks
    if node.kind == "section":
        blocks = page.blocks or page.record
    elif node.kind != "collection":
        thing = things.thing(library, node)
        pieces = Pieces(page, language)
        if isinstance(thing, t.Source):
            blocks = source_facts(thing, pieces)[:1]
        elif isinstance(thing, t.Claim):
            found = shortened(thing.note) or beginning(pieces.prose(thing.record))
            return Glimpse(node, title, "", found or shortened(thing.quote))
        else:
            line = _line(facts_of(thing, pieces))
            blocks = text_of(thing, pieces)
    return Glimpse(node, title, line, beginning(blocks))


def beginning(blocks: Sequence[Block]) -> str:
    """How some blocks begin, headings left out."""
    words: list[str] = []
    length = 0
    for block in blocks:
        if isinstance(block, Heading):
            continue
        words.append(plain_text((block,)))
        length += len(words[-1])
        if length > _MOST:
            break
    return shortened(" ".join(words))


def shortened(text: str) -> str:
    """A text on one line, cut at a space where it is long."""
    line = " ".join(text.split())
    if len(line) <= _MOST:
        return line
    cut = line[:_MOST]
    # Texts in Han have no spaces to be cut at.
    end = cut.rfind(" ")
    return f"{cut[: end if end > _MOST // 2 else _MOST].rstrip(' ,;:–—')}\u00a0…"


def _line(facts: Sequence[Block]) -> str:
    """The first of the facts of a thing: the life of a person, the date of an event."""
    for block in facts:
        if isinstance(block, FactTable) and block.rows:
            row = block.rows[0]
            first = row.blocks[0] if row.blocks else None
            if first is not None and first.id in ("date-row", "life-row", "position-row"):
                return plain_text((first,))
    return ""
