"""Things as cards: a name, what tells one from another, what is said, and how often it appears."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from treatyviewer.citation.reference import reference, short
from treatyviewer.entry import blocks as b
from treatyviewer.entry import things as t
from treatyviewer.entry.rewriting import placed
from treatyviewer.library.composing.pieces import Pieces
from treatyviewer.library.composing.single import life_of, position_of, text_of
from treatyviewer.library.composing.works import work_line
from treatyviewer.library.values import Node

# The level of the name on a card, and that of what is set small below it.
NAME = 4
SMALL = 6


def thing_card(node: Node, thing: t.Thing, uses: int, pieces: Pieces) -> b.Card:
    """A person, a place or a term."""
    own = pieces.words(node.titles)
    names = [name for name in dict.fromkeys(node.titles.values()) if name != own]
    lines = [" · ".join(names)]
    if isinstance(thing, t.Person):
        lines.append(life_of(thing, pieces))
    elif isinstance(thing, t.Place):
        lines.append(position_of(thing, pieces))
    name = b.Heading("name", NAME, (pieces.link(node),))
    return _card(node, (name, *_small(lines), *text_of(thing, pieces), *_uses(uses, pieces)))


def source_card(node: Node, csl: dict[str, Any], uses: int, pieces: Pieces) -> b.Card:
    """A work: its short name, where it is from, and in full. There may be hundreds on a page."""
    custom: dict[str, Any] = csl.get("custom") or {}
    line = work_line(csl, pieces.language)
    if said := custom.get("reliability"):
        line += f" · {pieces.say('reliability').lower()}: {pieces.known(str(said))}"
    link, slug = node.address.link, node.slug
    name = b.Link(link, (b.Text(short(csl, pieces.language)),))
    blocks: list[b.Block] = [b.Heading(f"{slug}-name", NAME, (name,))]
    if line:
        blocks.append(b.Heading(f"{slug}-line1", SMALL, (b.Text(line),)))
    blocks.append(b.Paragraph(f"{slug}-reference", reference(csl, pieces.language)))
    if uses:
        words = (b.Text(f"{pieces.say('cited-in')}: {uses}"),)
        blocks.append(b.Heading(f"{slug}-uses", SMALL, words))
    return b.Card(slug, link, tuple(blocks))


def _card(node: Node, blocks: Sequence[b.Block]) -> b.Card:
    return b.Card(node.slug, node.address.link, tuple(placed(block, node.slug) for block in blocks))


def _small(lines: list[str]) -> Iterator[b.Heading]:
    for number, line in enumerate(filter(None, lines), start=1):
        yield b.Heading(f"line{number}", SMALL, (b.Text(line),))


def _uses(uses: int, pieces: Pieces) -> tuple[b.Block, ...]:
    if not uses:
        return ()
    return (b.Heading("uses", SMALL, (b.Text(f"{pieces.say('appears')}: {uses}"),)),)
