"""What is said above the hits: what was done with the query, and what else to try."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from treatyviewer.gui.i18n import number, translate
from treatyviewer.gui.widgets.notes_label import Line, Words
from treatyviewer.library.values import Answer

# Targets of links. Behind OFFER comes the number of the offer in the answer.
OFFER = "offer:"
CONTENTS = "contents:"

_MOST_NAMES = 4
_MOST_RELATED = 4
_LONGEST = 40


def notes(answer: Answer) -> list[Line]:
    """All lines about an answer, the most important first."""
    return list(_found(answer) if answer.hits else _nothing(answer))


def _found(answer: Answer) -> Iterator[Line]:
    if answer.corrected:
        yield _fill(
            translate("Search", "Showing results for {query}. {link}"),
            query=Words(_short(answer.corrected), strong=True),
            link=_original(answer),
        )
    yield (Words(_summary(answer)),)
    yield from _said(answer)
    if answer.also:
        names = ", ".join(answer.also[:_MOST_NAMES])
        if len(answer.also) > _MOST_NAMES:
            names += ", …"
        yield (Words(translate("Search", "Also searched: {names}").format(names=names)),)
    yield from _related(answer)


def _nothing(answer: Answer) -> Iterator[Line]:
    shown = _short(answer.query.strip())
    yield (
        Words(
            translate("Search", "Nothing was found for “{query}”.").format(query=shown), strong=True
        ),
    )
    yield from _said(answer)
    offered = False
    for place, offer in enumerate(answer.offers):
        if offer.kind == "plainly":
            offered = True
            text = translate("Search", "Search for “{query}” without conditions")
            yield (Words(text.format(query=_short(offer.query)), f"{OFFER}{place}"),)
    for line in _related(answer):
        offered = True
        yield line
    if not offered:
        yield (Words(translate("Search", "Check the spelling, or try fewer words.")),)
    yield (Words(translate("Search", "Show the contents"), CONTENTS),)


def _said(answer: Answer) -> Iterator[Line]:
    for line in answer.message.splitlines():
        yield (Words(line),)


def _original(answer: Answer) -> Words:
    text = translate("Search", "Search for “{query}” instead").format(
        query=_short(answer.query.strip())
    )
    for place, offer in enumerate(answer.offers):
        if offer.kind == "original":
            return Words(text, f"{OFFER}{place}")
    return Words("")


def _related(answer: Answer) -> Iterator[Line]:
    names = [
        Words(_short(offer.query), f"{OFFER}{place}")
        for place, offer in enumerate(answer.offers)
        if offer.kind == "related"
    ][:_MOST_RELATED]
    if names:
        line = [Words(translate("Search", "Related: "))]
        for name in names:
            if len(line) > 1:
                line.append(Words(", "))
            line.append(name)
        yield tuple(line)


def count(answer: Answer) -> str:
    """How many there are, or that there are none: what is said aloud."""
    if not answer.hits:
        return "".join(words.text for words in next(_nothing(answer)))
    return translate("Search", "{n} result(s)", answer.total).format(
        n=number(answer.total, more=answer.more)
    )


def _summary(answer: Answer) -> str:
    said = f"{count(answer)} · {_milliseconds(answer.took_ms)}"
    if answer.total > len(answer.hits):
        said += " · " + translate("Search", "the best {n}").format(n=len(answer.hits))
    return said


def _milliseconds(took: float) -> str:
    return (
        translate("Search", "under 1 ms")
        if took < 1
        else translate("Search", "{n} ms").format(n=round(took))
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _fill(template: str, **words: Words) -> Line:
    """A sentence with words set in for the names in its braces."""
    line: list[Words] = []
    for text, name, _, _ in Formatter().parse(template):
        if text:
            line.append(Words(text))
        if name:
            line.append(words[name])
    return tuple(line)
