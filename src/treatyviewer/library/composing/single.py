"""The page of one thing: an event, a person, a place, a term, an article, a source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from treatyviewer.citation.reference import reference
from treatyviewer.entry import blocks as b
from treatyviewer.entry import things as t
from treatyviewer.entry.address import Address
from treatyviewer.entry.rewriting import placed
from treatyviewer.errors import NotFoundError
from treatyviewer.library import things
from treatyviewer.library.composing.footnotes import Footnotes, source_runs
from treatyviewer.library.composing.maps import map_around
from treatyviewer.library.composing.pieces import Pieces
from treatyviewer.library.library import Library
from treatyviewer.library.values import Page

Blocks = tuple[b.Block, ...]


def single(library: Library, page: Page, language: str) -> Page:
    """The page of one thing, with what refers to it and its sources below."""
    thing = things.thing(library, page.node)
    pieces = Pieces(page, language)
    if isinstance(thing, t.Source):
        return page._replace(
            above=source_facts(thing, pieces), below=_source_uses(library, page, pieces)
        )
    feet = Footnotes(library, page.entry.node.entry, language)
    above = feet.mark(facts_of(thing, pieces))
    text = feet.mark(text_of(thing, pieces))
    more: Blocks = ()
    if isinstance(thing, t.Article):
        more = feet.mark(_instrument(library, page, thing, pieces))
    feet.add(thing.sources)
    below = pieces.appears(library, page.node) + feet.blocks()
    if isinstance(thing, t.Place):
        below = map_around(library, page.node, thing, pieces) + below
    return page._replace(above=above, blocks=text, record=more, below=below)


def facts_of(thing: t.Thing, pieces: Pieces) -> Blocks:
    """The rows of facts of a thing."""
    return pieces.table(_rows(thing, pieces))


def _rows(thing: t.Thing, pieces: Pieces) -> Iterator[b.Definition]:
    match thing:
        case t.Event():
            yield pieces.row("date", pieces.date(thing.date))
        case t.Companion():
            yield pieces.row("date", pieces.date(thing.date))
            if thing.status:
                yield pieces.row("status", pieces.words(thing.status))
        case t.Person():
            if life := life_of(thing, pieces):
                yield pieces.row("life", life)
        case t.Place():
            if position := position_of(thing, pieces):
                yield pieces.row("position", position)
    also = getattr(thing, "also", ())
    if also:
        yield pieces.row("also", ", ".join(also))


def life_of(person: t.Person, pieces: Pieces) -> str:
    """When somebody lived, and what that rests on."""
    if person.born and person.died:
        words = f"{pieces.date(person.born)} – {pieces.date(person.died)}"
    elif person.born:
        words = pieces.say("born").format(date=pieces.date(person.born))
    elif person.died:
        words = pieces.say("died").format(date=pieces.date(person.died))
    else:
        return person.life_note
    said = pieces.unchecked(words, person.life_basis)
    return f"{said}. {person.life_note}" if person.life_note else said


def position_of(place: t.Place, pieces: Pieces) -> str:
    """Where a place is, and what that rests on; "" where it is not known."""
    if place.latitude is None or place.longitude is None:
        return ""
    north = pieces.say("north" if place.latitude >= 0 else "south")
    east = pieces.say("east" if place.longitude >= 0 else "west")
    form = pieces.say("latitude")
    words = ", ".join(
        form.format(degrees=f"{abs(value):g}", side=side)
        for value, side in ((place.latitude, north), (place.longitude, east))
    )
    if place.position_note:
        words += f", {place.position_note}"
    return pieces.unchecked(words, place.position_basis)


def text_of(thing: t.Thing, pieces: Pieces) -> Blocks:
    """What is said of a thing."""
    prose: Callable[[t.Prose], Blocks] = pieces.prose
    match thing:
        case t.Event():
            text = prose(thing.text) + pieces.led("note", prose(thing.note))
        case t.Person():
            text = prose(thing.role)
        case t.Place():
            text = prose(thing.why)
        case t.Term():
            text = prose(thing.meaning)
        case t.Article():
            text = prose(thing.summary)
        case t.Companion():
            text = prose(thing.summary) + pieces.led("outcome", prose(thing.outcome))
        case _:
            text = ()
    return text + pieces.basis(thing)


# --- articles -----------------------------------------------------------------------------------


def _instrument(library: Library, page: Page, article: t.Article, pieces: Pieces) -> Blocks:
    """The article's key terms, and its own words or where they can be read."""
    entry = page.entry.node.entry
    made: Blocks = ()
    if article.terms:
        made += (pieces.head("key-terms"), _terms(article, entry, page.entry.languages, pieces))
    made += (pieces.head("own-words"),)
    if article.texts:
        columns = tuple(
            b.Column(
                language,
                (b.Text(pieces.language_name(language)),),
                placed(text.words, language.lower()),
            )
            for language, text in article.texts.items()
        )
        made += (b.Parallel("texts", columns),)
        for language, text in article.texts.items():
            ref = t.SourceRef(text.source, "")
            runs = source_runs(library, entry, ref, pieces.language)
            licence = (b.Text(f" {text.licence}"),) if text.licence else ()
            head = (b.Strong((b.Text(pieces.language_name(language)),)), b.Text(" · "))
            made += (b.Paragraph(f"{language.lower()}-from", (*head, *runs, *licence)),)
        return made
    try:
        node = library.find(Address(entry, "", page.node.collection))
    except NotFoundError:
        return made
    said = b.Text(pieces.say("no-own-words"))
    return (*made, b.Paragraph("own-words-where", (said, pieces.link(node), b.Text("."))))


def _terms(article: t.Article, entry: str, languages: tuple[str, ...], pieces: Pieces) -> b.Table:
    """Key terms, one a row, a column for each language."""
    found = dict.fromkeys(tag for term in article.terms for tag in term.name)
    columns = sorted(found, key=lambda tag: (languages + tuple(found)).index(tag))

    def cell(term: t.KeyTerm, tag: str, first: bool) -> b.Cell:
        runs: tuple[b.Run, ...] = (b.Text(term.name.get(tag, "")),)
        if first and term.term:
            runs = (b.Link(Address(entry, term.term, "terms").link, runs),)
        return b.Cell("", runs)

    return b.Table(
        "key-terms-table",
        b.Row(tuple(b.Cell("", (b.Text(pieces.language_name(tag)),)) for tag in columns)),
        tuple(
            b.Row(tuple(cell(term, tag, tag == columns[0]) for tag in columns))
            for term in article.terms
        ),
    )


# --- sources ------------------------------------------------------------------------------------


def source_facts(source: t.Source, pieces: Pieces) -> Blocks:
    """A work in full, and what the entry says of it."""
    custom: dict[str, Any] = source.csl.get("custom") or {}
    rows = [
        pieces.row(key, pieces.known(str(custom[key])))
        for key in ("kind", "reliability", "read")
        if custom.get(key)
    ]
    if custom.get("used-for"):
        rows.append(pieces.row("used-for", str(custom["used-for"])))
    unchecked = pieces.say("basis") if custom.get("basis") == t.GENERAL_KNOWLEDGE else ""
    if note := " ".join(said for said in (str(source.csl.get("note") or ""), unchecked) if said):
        rows.append(pieces.row("note", note))
    full = b.Paragraph("reference", reference(source.csl, pieces.language))
    return (full, *pieces.table(rows))


def _source_uses(library: Library, page: Page, pieces: Pieces) -> Blocks:
    """The claims that rest on a work, with their verdicts, and where else it is cited."""
    claims: list[b.Item] = []
    others: list[b.Item] = []
    for node in things.referring(library, page.node):
        if node.kind == "claim":
            claim = things.thing(library, node)
            runs = (pieces.link(node), b.Text(f" · {pieces.say(claim.verdict)}"))
            claims.append(b.Item((b.Paragraph(f"rests-{node.slug}", runs),)))
        else:
            runs_of = (pieces.link(node),)
            others.append(b.Item((b.Paragraph(f"cited-{len(others) + 1}", runs_of),)))
    made: Blocks = ()
    if claims:
        made += (pieces.head("rests"), b.ItemList("rests-list", None, tuple(claims)))
    if others:
        made += (pieces.head("cited-in"), b.ItemList("cited-list", None, tuple(others)))
    return made
