"""A source as people read it: a full reference, a short name, and what a card shows.

The full reference is in the manner of a bibliography of the Chicago Manual of Style: who, what,
where it stands, who published it, when, where to find it. It is for the eyes; exact styles are
for export.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from treatyviewer.citation import item as of
from treatyviewer.citation.addresses import address, address_words
from treatyviewer.citation.wording import Wording, wording
from treatyviewer.entry.blocks import Emphasis, Link, Run, Text, run_text
from treatyviewer.entry.dates import shown
from treatyviewer.entry.language import choose

_LONGEST = 60
_NAMED = 3

# Works that stand by themselves, in italics.
_BOOKS = frozenset({"book", "classic", "collection", "periodical", "report", "thesis", "map"})
# Known by their title, which is set as it is. Everything else stands in quotation marks.
_ACTS = frozenset({"treaty", "legislation", "bill", "regulation", "legal_case", "standard"})
_PERIODICALS = frozenset({"article-journal", "article-magazine", "article-newspaper", "review"})
_ENTRIES = frozenset({"entry", "entry-dictionary", "entry-encyclopedia"})
_PARTS = _ENTRIES | {"chapter"}

_ENDS = frozenset(".?!。？！…")

Runs = list[Run]


def reference(csl: Mapping[str, Any], language: str = "en") -> tuple[Run, ...]:
    """The full reference of a work, for a reader of `language`.

    Never raises, whatever the item lacks: what is not there is left out.
    """
    say = wording(language)
    by, editors_named = _by(csl, say)
    first = _date(csl, language, "original-date")
    sentences: list[Runs] = [[Text(by)], _title(csl, language), [Text(first)]]
    if of.words(csl, "type") in _PERIODICALS and of.words(csl, "container-title"):
        sentences.append(_periodical(csl, say, language))
    else:
        sentences += _work(csl, say, language, edited=not editors_named)
    sentences += [[Text(_joined(csl, "archive", "archive_collection", "archive_location"))]]
    sentences.append(_found(csl, say, language))
    return _run_together([runs for runs in sentences if run_text(runs)])


def short(csl: Mapping[str, Any], language: str = "en") -> str:
    """A work in a few words, for cards and lists: "Garver 2016".

    The item's own `citation-label` comes first: what tells several works apart is best known to
    their author. A treaty is known by its title and by where it is printed, and so are an entry
    of an encyclopedia and an undated document of an office; any other work without a year by its
    author and title.
    """
    label = of.words(csl, "citation-label")
    if label:
        return _cut(label)
    year = of.year(csl)
    named = of.people(csl, "author") or of.people(csl, "editor")
    kind = of.words(csl, "type")
    office = bool(named) and not of.words(named[0], "family")
    title = _short_title(csl, language)
    if kind in _ACTS or (office and not year) or (kind in _ENTRIES and (office or not named)):
        return _both(title, of.words(csl, "container-title") or of.words(csl, "publisher"))
    if not named:
        return _cut(title)
    say = wording(language)
    names = [of.known_as(person, csl) for person in named]
    who = say.others.format(names[0]) if len(names) > 2 else say.and_.join(names)
    if not year:
        return _cut(f"{who}, {title}")
    year = _cut(year, _LONGEST // 2)
    return f"{_cut(who, _LONGEST - len(year) - 1)} {year}"


def origin(csl: Mapping[str, Any], language: str = "en") -> tuple[str, str]:
    """Where a work is from and of when, for its card: "Moscow", "14 February 1950". Who published
    it where no place is given; "" for what is not known.
    """
    where = next(
        filter(None, (of.words(csl, field) for field in ("publisher-place", "event-place"))),
        of.words(csl, "publisher") or of.words(csl, "container-title"),
    )
    return where, _date(csl, language) or of.year(csl)


def _both(title: str, whole: str) -> str:
    """A title and where it stands, with something left of each."""
    if not whole:
        return _cut(title)
    whole = _cut(whole, _LONGEST // 2)
    return f"{_cut(title, _LONGEST - len(whole) - 2)}, {whole}"


def _by(csl: of.Item, say: Wording) -> tuple[str, bool]:
    """Who it is by, and whether these are its editors."""
    if authors := of.people(csl, "author"):
        return _names(csl, authors, say), False
    editors = of.people(csl, "editor")
    if not editors:
        return "", False
    role = say.editors if editors[1:] else say.editor
    return role.format(_names(csl, editors, say)), True


def _names(csl: of.Item, people: tuple[of.Item, ...], say: Wording, *, start: bool = True) -> str:
    """Up to three names, the first one inverted where it begins the reference."""
    first = (of.inverted if start else of.usual)(people[0], csl)
    if len(people) > _NAMED:
        return say.others.format(first)
    *before, last = [first, *(of.usual(person, csl) for person in people[1:])]
    if not before:
        return last
    # "Garver, John W., and Jian Chen": the comma of the inverted name asks for another one.
    and_ = say.last_and if before[1:] or "," in first else say.and_
    return (say.and_ if say.and_ == "、" else ", ").join(before) + and_ + last


def _title(csl: of.Item, language: str) -> Runs:
    title = of.words(csl, "title")
    if not title:
        return []
    kind = of.words(csl, "type")
    runs: Runs
    if kind in _ACTS or (title.startswith("[") and title.endswith("]")):
        # What stands in brackets describes a work that has no title.
        runs = [Text(title)]
    elif kind in _BOOKS:
        runs = [_italic(title)]
    else:
        runs = [Text(f"“{title.replace('“', '‘').replace('”', '’')}”")]
    if translation := _translation(csl, language):
        runs.append(Text(f" [{translation}]"))
    return runs


def _translation(csl: of.Item, language: str) -> str:
    """Our title for it in that language; "" where there is none or it says the same.

    A sibling will do (zh-Hans for zh-Hant), another language will not.
    """
    titles = of.table(of.table(csl, "custom"), "titles")
    tag = str(choose(titles, language, language))
    if tag.partition("-")[0] != language.partition("-")[0]:
        return ""
    title = of.words(titles, tag)
    return "" if title.casefold() == of.words(csl, "title").casefold() else title


def _short_title(csl: of.Item, language: str) -> str:
    title = _translation(csl, language) or of.words(csl, "title-short") or of.words(csl, "title")
    if title.startswith("[") and title.endswith("]"):
        title = title[1:-1].strip()
    return title or of.words(csl, "id") or "?"


def _italic(title: str) -> Run:
    """Titles stand in italics; Han signs have none, they would only be slanted."""
    return Text(title) if of.is_han(title) else Emphasis((Text(title),))


def _periodical(csl: of.Item, say: Wording, language: str) -> Runs:
    """ "Journal 24, no. 1 (2022): 116", or "Newspaper, 16 May 1989"."""
    volume, issue = of.words(csl, "volume"), _labelled(say.issue, of.words(csl, "issue"))
    number = f" {volume}" if volume else ""
    number += f", {issue}" if issue else ""
    date = _date(csl, language) or say.undated
    page = of.words(csl, "page") or of.words(csl, "page-first")
    if number:
        tail = f"{number} ({date})" + (f": {page}" if page else "")
    else:
        tail = ", ".join(["", date, *filter(None, [_pages(page, say)])])
    return [_italic(of.words(csl, "container-title")), Text(tail)]


def _work(csl: of.Item, say: Wording, language: str, *, edited: bool) -> list[Runs]:
    """Where it stands, and who published it, when."""
    whole: Runs = []
    if title := of.words(csl, "container-title"):
        inside = [Text(say.inside)] if of.words(csl, "type") in _PARTS else []
        whole = [*inside, _italic(title)]
    elif title := of.words(csl, "event-title"):
        whole = [Text(title)]
    editors = of.people(csl, "editor") if edited else ()
    translators = of.people(csl, "translator")
    details = [
        _labelled(say.volume, of.words(csl, "volume")),
        _labelled(say.issue, of.words(csl, "issue")),
        _labelled(say.number, of.words(csl, "number")),
        say.edited.format(_names(csl, editors, say, start=False)) if editors else "",
        say.translated.format(_names(csl, translators, say, start=False)) if translators else "",
        _labelled(say.edition, of.words(csl, "edition")),
        _pages(of.words(csl, "page") or of.words(csl, "page-first"), say),
    ]
    detail = ", ".join(filter(None, details))
    where = ": ".join(filter(None, (of.words(csl, "publisher-place"), of.words(csl, "publisher"))))
    date = _date(csl, language) or say.undated
    if whole and detail:
        whole.append(Text(f", {detail}"))
    elif detail:
        whole = [Text(detail[:1].upper() + detail[1:])]
    if where:
        return [whole, [Text(f"{where}, {date}")]]
    return [[*whole, Text(f", {date}")]] if whole else [[Text(date)]]


def _labelled(label: str, value: str) -> str:
    """ "vol. 24"; a value of several words says itself what it is."""
    return label.format(value) if value and " " not in value else value


def _pages(pages: str, say: Wording) -> str:
    if not pages:
        return ""
    several = any(sign in pages for sign in "-–—,")
    return _labelled(say.pages if several else say.page, pages)


def _date(csl: of.Item, language: str, field: str = "issued") -> str:
    edtf = of.edtf(csl, field)
    return shown(edtf, language) if edtf else of.literal_date(csl, field)


def _joined(csl: of.Item, *fields: str) -> str:
    return ", ".join(filter(None, (of.words(csl, field) for field in fields)))


def _found(csl: of.Item, say: Wording, language: str) -> Runs:
    target = address(csl)
    if not target:
        return []
    visited = _date(csl, language, "accessed")
    tail: Runs = [Text(f" ({say.visited.format(visited)})")] if visited else []
    return [Link(target, (Text(address_words(target)),)), *tail]


def _run_together(sentences: list[Runs]) -> tuple[Run, ...]:
    """Full stops behind the sentences that do not end in one already."""
    out: Runs = []
    for runs in sentences:
        if out:
            _append(out, Text(" "))
        for run in runs:
            _append(out, run)
        said = run_text(runs)
        if said.rstrip("”’")[-1:] in _ENDS:
            continue
        if said.endswith("”") and isinstance(out[-1], Text):
            out[-1] = Text(f"{out[-1].text[:-1]}.”")
        else:
            _append(out, Text("."))
    return tuple(out)


def _append(runs: Runs, run: Run) -> None:
    """Adds a run; words join the words before them."""
    if isinstance(run, Text) and runs and isinstance(runs[-1], Text):
        runs[-1] = Text(runs[-1].text + run.text)
    else:
        runs.append(run)


def _cut(text: str, longest: int = _LONGEST) -> str:
    """The text, or its beginning up to a space, with an ellipsis."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    head, space, _ = kept.rpartition(" ")
    return (head if space and len(head) > longest // 2 else kept).rstrip(" ,;:") + "…"
