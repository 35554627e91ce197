"""What an entry holds besides its sections as JSON values: claims, events, people and the like.

Every value has the fields of `treatyviewer.entry.things` under their own names, but texts are
plain words by language, a name is `titles`, and no value says how it is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from treatyviewer.entry import things as t
from treatyviewer.entry.address import Address
from treatyviewer.entry.blocks import plain_text
from treatyviewer.entry.dates import Date
from treatyviewer.library import things
from treatyviewer.library.library import Library
from treatyviewer.library.values import EntryInfo, Node

_LISTS = {
    "claim": "claims",
    "article": "articles",
    "companion": "companions",
    "event": "events",
    "person": "people",
    "place": "places",
    "term": "terms",
    "source": "sources",
}
_PLURAL_LISTS = tuple(_LISTS.values())
THINGS = tuple(_LISTS)


def collection_values(library: Library, info: EntryInfo, language: str) -> dict[str, Any]:
    """All that an entry holds besides its sections, in lists by kind."""
    facts = [_plain(fact) for fact in things.entry_data(library, info, "facts")]
    found: dict[str, Any] = {"facts": facts} | {name: [] for name in _PLURAL_LISTS}
    nodes = library.nodes(
        f"WHERE entry = ? AND kind IN ({', '.join('?' for _ in THINGS)}) ORDER BY id",
        info.node.entry,
        *THINGS,
    )
    for node in nodes:
        found[_LISTS[node.kind]].append(thing_values(library, node, language))
    found["periods"] = [_plain(one) for one in things.entry_data(library, info, "periods")]
    aliases: tuple[t.AliasGroup, ...] = things.entry_data(library, info, "aliases")
    found["aliases"] = [_alias(group, info.node.entry) for group in aliases]
    return found


def thing_values(library: Library, node: Node, language: str) -> dict[str, Any]:
    """A thing or a claim; a source with the ids of the claims that rest on it."""
    thing = things.thing(library, node)
    values: dict[str, Any] = {"address": str(node.address), "kind": node.kind, "id": thing.id}
    match thing:
        case t.Source():
            rest = [one.slug for one in things.referring(library, node) if one.kind == "claim"]
            return values | _named(node, language) | {"csl": thing.csl, "claims": rest}
        case t.Claim():
            words = {"words": thing.quote[thing.start : thing.end]}
            return (
                values
                | {"section": thing.section, "verdict": thing.verdict}
                | words
                | _fields(thing)
            )
        case _:
            return values | _named(node, language) | _fields(thing)


def members_values(
    library: Library, node: Node, language: str, part: str = ""
) -> list[dict[str, Any]]:
    """All things of a collection, in order; of the claims those of the verdict `part`."""
    if node.collection == "claims":
        info = library.entry(node.entry)
        nodes = [
            one for one in things.claim_nodes(library, info) if not part or part in one.verdicts
        ]
    else:
        nodes = [one for one, _ in things.members(library, node)]
    return [thing_values(library, one, language) for one in nodes]


def claim_ids(library: Library, section: Node) -> list[str]:
    """The claims that stand in a section."""
    return [node.slug for node, _ in things.members(library, section)]


def referring_values(library: Library, node: Node, language: str) -> list[dict[str, str]]:
    """What refers to a thing, in reading order."""
    return [
        {"address": str(one.address), "title": one.title(language), "kind": one.kind}
        for one in things.referring(library, node)
        if one.id != node.id
    ]


def _named(node: Node, language: str) -> dict[str, Any]:
    return {"title": node.title(language), "titles": dict(node.titles)}


def _fields(thing: Any) -> dict[str, Any]:
    """All fields but the name, which is told as titles, and what is told already."""
    return {
        field: _plain(value)
        for field, value in thing._asdict().items()
        if field not in ("id", "name")
    }


def _alias(group: t.AliasGroup, entry: str) -> dict[str, Any]:
    """`of` becomes an address, as everywhere else."""
    collection, _, item = group.of.rpartition("/")
    of = str(Address(entry, item, collection)) if group.of else ""
    return {
        "names": list(group.names),
        "related": list(group.related),
        "of": of,
        "note": group.note,
    }


def _plain(value: object) -> Any:
    """A value without what its blocks and classes are called."""
    match value:
        case Date():
            return {"edtf": value.text, "first": value.first, "last": value.last}
        case t.SourceRef():
            return {"id": value.source, "locator": value.locator}
        case t.ArticleText():
            words = plain_text(value.words)
            return {"words": words, "source": value.source, "licence": value.licence}
        case Mapping():
            return {tag: _by_language(text) for tag, text in value.items()}
        case tuple():
            fields = getattr(value, "_asdict", None)
            if fields is None:
                return [_plain(one) for one in value]
            return {field: _plain(one) for field, one in fields().items()}
        case _:
            return value


def _by_language(text: object) -> Any:
    """Words, a text as blocks, or an article's own words, in one language."""
    if isinstance(text, tuple) and not isinstance(text, t.ArticleText):
        return plain_text(cast("Any", text))
    return _plain(text)
