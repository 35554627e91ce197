"""Claims, people, events and the like as JSON values: what the command line prints for programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from treatyviewer.entry import blocks as b
from treatyviewer.entry import things as t
from treatyviewer.entry.blocks import plain_text
from treatyviewer.library import things
from treatyviewer.library.library import Library
from treatyviewer.library.values import EntryInfo, Node, Page

_THINGS = ("claim", "event", "person", "place", "term", "article", "companion", "source")
_LISTS = {
    "claim": "claims",
    "event": "events",
    "person": "people",
    "place": "places",
    "term": "terms",
    "article": "articles",
    "companion": "companions",
    "source": "sources",
}


def collection_values(library: Library, info: EntryInfo) -> dict[str, Any]:
    """All that an entry holds besides its sections, in lists by kind."""
    found: dict[str, Any] = {name: [] for name in _LISTS.values()}
    marks = ", ".join("?" for _ in _THINGS)
    nodes = library.nodes(
        f"WHERE entry = ? AND kind IN ({marks}) ORDER BY id", info.node.entry, *_THINGS
    )
    for node in nodes:
        found[_LISTS[node.kind]].append(_value(library, node))
    for name in ("facts", "periods", "aliases"):
        found[name] = [_plain(one) for one in things.entry_data(library, info, name)]
    return found


def thing_values(library: Library, page: Page) -> dict[str, Any]:
    """What is known of the thing of a page, and what refers to it; nothing for a section."""
    if page.node.kind not in _THINGS:
        return {}
    referring = [
        {"address": str(node.address), "kind": node.kind}
        for node in things.referring(library, page.node)
    ]
    return {page.node.kind: _value(library, page.node), "referred_by": referring}


def _value(library: Library, node: Node) -> dict[str, Any]:
    thing = things.thing(library, node)
    values: dict[str, Any] = {"address": str(node.address)}
    if isinstance(thing, t.Source):
        return values | {"id": thing.id, "names": dict(thing.name), "csl": thing.csl}
    values |= _plain(thing)
    if isinstance(thing, t.Claim):
        values["words"] = thing.quote[thing.start : thing.end]
    return values


def _plain(value: Any) -> Any:
    """A value with its texts as plain words."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        if isinstance(value, b.Paragraph | b.ItemList | b.Table | b.DefinitionList | b.Quote):
            return plain_text((value,))
        return {name: _plain(field) for name, field in value._asdict().items()}
    if isinstance(value, tuple):
        if value and all(isinstance(one, b.Block) for one in value):
            return plain_text(value)
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {name: _plain(field) for name, field in value.items()}
    return value
