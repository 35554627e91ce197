"""The pages of collections: all events, all people, all sources of an entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from treatyviewer.citation.reference import reference
from treatyviewer.entry import blocks as b
from treatyviewer.entry import things as t
from treatyviewer.entry.rewriting import placed
from treatyviewer.library import things
from treatyviewer.library.composing.footnotes import Footnotes
from treatyviewer.library.composing.maps import map_of
from treatyviewer.library.composing.pieces import LABEL, Pieces
from treatyviewer.library.composing.single import life_of, text_of
from treatyviewer.library.library import Library
from treatyviewer.library.values import Node, Page

Members = Sequence[tuple[Node, Any]]


def collection(library: Library, page: Page, language: str) -> Page:
    """The page of a collection: what its author wrote above it, and then each thing."""
    pieces = Pieces(page, language)
    feet = Footnotes(library, page.entry.node.entry, language)
    above = feet.mark(page.blocks)
    members = things.members(library, page.node)
    if page.node.collection == "sources":
        return page._replace(blocks=above, record=_sources(members, pieces), below=feet.blocks())
    listed: tuple[b.Block, ...] = ()
    if page.node.collection == "events":
        listed += _periods(things.entry_data(library, page.entry, "periods"), pieces, feet)
    items = tuple(_item(node, thing, pieces) for node, thing in members)
    if page.node.collection == "places":
        listed += map_of(members, pieces)
    listed += (b.DefinitionList("things", feet.mark(items)),) if items else ()
    return page._replace(blocks=above, record=listed, below=feet.blocks())


def _item(node: Node, thing: t.Thing, pieces: Pieces) -> b.Definition:
    """A thing in the list: its name as a link, the name in other languages, what is said of it."""
    term: list[b.Run] = [pieces.link(node)]
    match thing:
        case t.Event() | t.Companion():
            term = [b.Text(f"{pieces.date(thing.date)} · "), *term]
        case t.Article():
            pass
        case _:
            names = [
                n for n in dict.fromkeys(node.titles.values()) if n != pieces.words(node.titles)
            ]
            if names:
                term.append(b.Text(f" · {' · '.join(names)}"))
    text = text_of(thing, pieces)
    if isinstance(thing, t.Person) and (life := life_of(thing, pieces)):
        text = (b.Paragraph("life", (b.Emphasis((b.Text(life),)),)), *text)
    return b.Definition(tuple(term), placed(text, node.slug))


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


def _sources(members: Members, pieces: Pieces) -> tuple[b.Block, ...]:
    """Works by kind, each with its full reference."""
    groups: dict[str, list[b.Definition]] = {}
    for node, source in members:
        csl = source.csl
        custom = csl.get("custom") or {}
        kind = "not-consulted" if custom.get("read") == "no" else f"{custom.get('kind')}-sources"
        full = b.Paragraph(f"{node.slug}-reference", reference(csl, pieces.language))
        groups.setdefault(kind, []).append(b.Definition((pieces.link(node),), (full,)))
    return tuple(_grouped(groups, pieces))


def _grouped(groups: dict[str, list[b.Definition]], pieces: Pieces) -> Iterator[b.Block]:
    known = ("primary-sources", "reference-sources", "secondary-sources", "not-consulted")
    for kind in sorted(groups, key=lambda one: known.index(one) if one in known else -1):
        if kind in known:
            yield b.Heading(kind, LABEL - 3, (b.Text(pieces.say(kind)),))
        yield b.DefinitionList(f"{kind}-list", tuple(groups[kind]))
