"""What is inside a value of an entry: the places that it refers to, and its texts by language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from treatyviewer.entry import blocks as b
from treatyviewer.entry import things as t
from treatyviewer.entry.address import SCHEME, Address, parse


def of(value: object, entry: str) -> Iterator[Address]:
    """The places in the entry `entry` that a value refers to: links, citations, sources.

    A link to a paragraph counts for its section; one to a claim counts for the claim.
    """
    match value:
        case b.Link(target, runs):
            if target.startswith(SCHEME):
                address = parse(target)._replace(edition=0)
                if address.entry == entry:
                    # One of the two is there.
                    yield address
                    yield address._replace(fragment="")
            yield from of(runs, entry)
        case b.Citation(source, _) | t.SourceRef(source, _):
            yield Address(entry, source, "sources")
        case t.ArticleText(words, source, _):
            yield Address(entry, source, "sources")
            yield from of(words, entry)
        case t.KeyTerm(_, term):
            if term:
                yield Address(entry, term, "terms")
        case t.Event():
            for section in value.sections:
                yield Address(entry, section)
            for field in value:
                yield from of(field, entry)
        case tuple():
            for item in value:
                yield from of(item, entry)
        case Mapping():
            for item in value.values():
                yield from of(item, entry)


def texts(value: object, language: str) -> Iterator[tuple[b.Block, ...]]:
    """The texts in a language that a thing holds, in order."""
    match value:
        case t.ArticleText():
            yield value.words
        case tuple():
            for item in value:
                yield from texts(item, language)
        case Mapping():
            text = value.get(language)
            if isinstance(text, t.ArticleText):
                yield text.words
            elif isinstance(text, tuple):
                yield cast("tuple[b.Block, ...]", text)


def languages(value: object) -> set[str]:
    """The languages of the texts that a thing holds."""
    found: set[str] = set()
    match value:
        case tuple():
            for item in value:
                found |= languages(item)
        case Mapping():
            found |= {tag for tag, text in value.items() if isinstance(text, tuple)}
    return found


def words_of_source(source: t.Source) -> str:
    """What of a work can be searched for beside its titles: who made it, where it stands."""
    return "\n".join(dict.fromkeys(_strings(source.csl)))


_SEARCHED = ("author", "editor", "translator", "family", "given", "literal", "container-title",
             "publisher", "publisher-place", "archive", "note", "used-for", "custom")  # fmt: skip


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from _strings(item)
        case dict():
            for name, item in value.items():
                if name in _SEARCHED:
                    yield from _strings(item)
