"""The pages of collections: all events, all people, all sources of an entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from treatyviewer.entry import blocks as b
from treatyviewer.entry import things as t
from treatyviewer.entry.rewriting import placed
from treatyviewer.library import things
from treatyviewer.library.composing.cards import source_card, thing_card
from treatyviewer.library.composing.footnotes import Footnotes
from treatyviewer.library.composing.maps import map_of
from treatyviewer.library.composing.pieces import LABEL, Pieces
from treatyviewer.library.composing.review import review
from treatyviewer.library.composing.single import text_of
from treatyviewer.library.library import Library
from treatyviewer.library.values import Node, Page

Members = Sequence[tuple[Node, Any]]


def collection(library: Library, page: Page, language: str) -> Page:
    """The page of a collection: what its author wrote above it, and then each thing."""
    if page.node.collection == "claims":
        return review(library, page, language)
    pieces = Pieces(page, language)
    feet = Footnotes(library, page.entry.node.entry, language)
    above = feet.mark(page.blocks)
    members = things.members(library, page.node)
    listed: tuple[b.Block, ...] = ()
    match page.node.collection:
        case "sources":
            listed = tuple(_sources(members, things.uses(library, page.node), pieces))
        case "people" | "places" | "terms":
            if page.node.collection == "places":
                listed = map_of(members, pieces)
            listed += feet.mark(_cards(members, things.uses(library, page.node), pieces))
        case "events" | "articles" | "companions" as which:
            if which == "events":
                listed = _periods(things.entry_data(library, page.entry, "periods"), pieces, feet)
            items = tuple(_item(node, thing, pieces) for node, thing in members)
            listed += (b.DefinitionList("things", feet.mark(items)),) if items else ()
    return page._replace(blocks=above, record=listed, below=feet.blocks())


def _cards(members: Members, uses: Mapping[int, int], pieces: Pieces) -> tuple[b.Block, ...]:
    return tuple(thing_card(node, thing, uses.get(node.id, 0), pieces) for node, thing in members)


def _item(node: Node, thing: t.Thing, pieces: Pieces) -> b.Definition:
    """A thing in the list: its date, its name as a link, what is said of it."""
    term: list[b.Run] = [pieces.link(node)]
    if isinstance(thing, t.Event | t.Companion):
        term = [b.Text(f"{pieces.date(thing.date)} · "), *term]
    return b.Definition(tuple(term), placed(text_of(thing, pieces), node.slug))


def _periods(periods: Sequence[t.Period], pieces: Pieces, feet: Footnotes) -> tuple[b.Block, ...]:
    rows = [
        b.Definition(
            (b.Text(pieces.words(period.name)),),
            (
                b.Paragraph(
                    f"{period.id}-row",
                    (b.Text(pieces.date(period.date)), *feet.marks(period.sources)),
                ),
            ),
        )
        for period in periods
    ]
    return pieces.table(rows)


def _sources(members: Members, uses: Mapping[int, int], pieces: Pieces) -> Iterator[b.Block]:
    """Works by kind, each with its full reference."""
    groups: dict[str, list[b.Card]] = {}
    for node, source in members:
        csl = source.csl
        custom = csl.get("custom") or {}
        kind = "not-consulted" if custom.get("read") == "no" else f"{custom.get('kind')}-sources"
        card = source_card(node, csl, uses.get(node.id, 0), pieces)
        groups.setdefault(kind, []).append(card)
    known = ("primary-sources", "reference-sources", "secondary-sources", "not-consulted")
    for kind in sorted(groups, key=lambda one: known.index(one) if one in known else -1):
        if kind in known:
            yield b.Heading(kind, LABEL - 3, (b.Text(pieces.say(kind)),))
        yield from groups[kind]
