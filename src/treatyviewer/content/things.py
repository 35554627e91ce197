"""Tables of an entry's TOML files into things: people, events, articles and the like."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from treatyviewer.content.record import Record
from treatyviewer.entry import things as t
from treatyviewer.entry.dates import Date
from treatyviewer.entry.language import normal

_NO_DATE = Date("", "", "")


def event(record: Record) -> t.Event:
    """An event of timeline.toml."""
    return t.Event(
        record.words("id"),
        record.date("date") or _NO_DATE,
        record.texts("title"),
        record.prose("text"),
        record.prose("note"),
        record.sources(),
        record.basis(),
        record.links("sections"),
    )


def period(record: Record) -> t.Period:
    """A period of timeline.toml."""
    return t.Period(
        record.words("id"),
        record.date("date") or _NO_DATE,
        record.texts("title"),
        record.sources(),
    )


def person(record: Record) -> t.Person:
    """A person of people.toml."""
    return t.Person(
        record.words("id"),
        record.texts("name"),
        record.many("also"),
        record.date("born"),
        record.date("died"),
        record.basis("life_basis"),
        record.words("life_note"),
        record.prose("role"),
        record.sources(),
        record.basis(),
    )


def place(record: Record) -> t.Place:
    """A place of places.toml."""
    return t.Place(
        record.words("id"),
        record.texts("name"),
        record.many("also"),
        record.number("latitude"),
        record.number("longitude"),
        record.basis("position_basis"),
        record.words("position_note"),
        record.prose("why"),
        record.sources(),
        record.basis(),
    )


def term(record: Record) -> t.Term:
    """A term of glossary.toml."""
    return t.Term(
        record.words("id"),
        record.texts("name"),
        record.basis("names_basis"),
        record.many("also"),
        record.prose("meaning"),
        record.sources(),
        record.basis(),
    )


_KEY_TERM_FIELDS = ("term",)


def article(record: Record) -> t.Article:
    """An article of instrument.toml."""
    return t.Article(
        record.words("id"),
        record.texts("title"),
        record.prose("summary"),
        tuple(_key_term(one) for one in record.below("terms")),
        {language: _article_text(one, language) for language, one in record.by_language("text")},
        record.sources(),
        record.basis(),
    )


def _key_term(record: Record) -> t.KeyTerm:
    name = record.words("term")
    if name:
        record.link(f"terms/{name}", "term")
    return t.KeyTerm(record.rest(_KEY_TERM_FIELDS), name)


def _article_text(record: Record, language: str) -> t.ArticleText:
    source = record.words("source")
    record.refer("citation", source, "source")
    words = record.blocks(record.words("words"), "words", language)
    return t.ArticleText(words, source, record.words("licence"))


def companion(record: Record) -> t.Companion:
    """An agreement of instrument.toml."""
    return t.Companion(
        record.words("id"),
        record.texts("title"),
        record.basis("names_basis"),
        record.date("date") or _NO_DATE,
        record.texts("status"),
        record.prose("summary"),
        record.prose("outcome"),
        record.sources(),
        record.basis(),
    )


def fact(record: Record) -> t.Fact:
    """A line at a glance of entry.toml."""
    return t.Fact(record.texts("name"), record.prose("value"), record.sources(), record.basis())


def source(item: Mapping[str, Any]) -> t.Source:
    """A work of sources.json."""
    custom = item.get("custom", {})
    titles = custom.get("titles", {}) if isinstance(custom, dict) else {}
    language = normal(str(item.get("language", "en")))
    names = {language: str(item.get("title", item["id"]))} | {
        normal(tag): str(title) for tag, title in titles.items()
    }
    return t.Source(str(item["id"]), names, json.dumps(item, ensure_ascii=False))


def alias_group(record: Record) -> t.AliasGroup:
    """A group of aliases.toml."""
    of = record.link(record.words("of"), "of")
    return t.AliasGroup(record.many("names"), record.many("related"), of, record.words("note"))


def rival(record: Record) -> t.Rival:
    """A statement that disagrees with others."""
    return t.Rival(
        record.words("position"), record.words("who"), record.prose("assessment"), record.sources()
    )


MAKERS: Mapping[str, Callable[[Record], t.Thing]] = {
    "events": event,
    "people": person,
    "places": place,
    "terms": term,
    "articles": article,
    "companions": companion,
}
