"""What is inside a value of an entry: the places that it refers to, its texts by language, its
dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from treatyviewer.entry import blocks as b
from treatyviewer.entry import things as t
from treatyviewer.entry.address import SCHEME, Address, parse
from treatyviewer.entry.dates import Date
from treatyviewer.index.dates import Period, exists, period, terms_of


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


def periods(thing: t.Thing) -> Iterator[Period]:
    """The dates of a thing, as the index keeps them."""
    for name in ("date", "born", "died"):
        date = getattr(thing, name, None)
        if isinstance(date, Date):
            first, last = (int(day.replace("-", "")) for day in (date.first, date.last))
            yield Period(first, last)
    if isinstance(thing, t.Source):
        issued = thing.csl.get("issued")
        for parts in issued.get("date-parts", ()) if isinstance(issued, dict) else ():
            year, month, day, *_ = (*(int(part) for part in parts), 0, 0)
            if 0 < year < 10_000 and exists(year, month, day):
                yield period(year, month, day)


def called(thing: t.Thing) -> Iterator[str]:
    """What a thing is called beside its names: an article by its number, an event by its day and
    its month, a person by parts of the name.
    """
    match thing:
        case t.Article():
            for name in thing.name.values():
                head = name.split(" · ")[0]
                yield head
                word, _, number = head.rpartition(" ")
                digits = thing.id.rpartition("-")[2]
                if word and digits.isdigit() and number.isalpha():
                    yield f"{word} {digits}"
        case t.Person():
            for name in (*thing.name.values(), *thing.also):
                yield from (part for part in name.replace("·", " ").split() if len(part) > 1)
        case t.Event():
            for days in periods(thing):
                yield from (term for term in terms_of(days) if not term.isdigit())


def words_of_facts(facts: tuple[t.Fact, ...]) -> Iterator[tuple[str, str]]:
    """The words of the facts that stand at the head of an entry, by language."""
    for language in sorted(languages(facts)):
        lines = (
            " ".join([fact.name.get(language, ""), *map(b.plain_text, words)]).strip()
            for fact in facts
            if (words := list(texts(fact, language)))
        )
        yield language, "\n".join(lines)


def notes(thing: t.Thing, language: str, main: str) -> Iterator[str]:
    """What is said of a thing beside its texts: the terms of an article, what became of an
    agreement; in the main language also what is written in one language only.
    """
    match thing:
        case t.Article():
            for term in thing.terms:
                if language in term.name:
                    yield term.name[language]
        case t.Companion():
            if language in thing.status:
                yield thing.status[language]
        case t.Place() if language == main:
            yield thing.position_note
        case t.Person() if language == main:
            yield thing.life_note


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
