"""Blocks as plain text: one line a paragraph, an empty line between blocks, nothing replaced."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from treatyviewer.entry import blocks as b
from treatyviewer.entry.things import Claim
from treatyviewer.library.composing.labels import label
from treatyviewer.library.values import Page


def page_text(page: Page, language: str, claims: Sequence[Claim] = ()) -> str:
    """A page: its heading, an empty line, its text, and the `claims` that stand in it.

    Ends without a line feed. The lead stands under the entry's title.
    """
    parts = [_head(page, language), *block_texts(page.whole, language)]
    if claims:
        parts += [label("claims", language), "\n".join(_claim(one, language) for one in claims)]
    return "\n\n".join(parts)


def evidence_text(page: Page, claim: Claim, language: str) -> str:
    """The page of a claim, under what was found of it."""
    return "\n\n".join([_found(claim, language), *block_texts(page.whole, language)])


def _head(page: Page, language: str) -> str:
    node = page.node
    if node.lead:
        return page.entry.node.title(language)
    title = node.title(language)
    if node.slug and node.collection:
        # The names of a thing are what one looks up: all of them, the one asked for first.
        return " / ".join(dict.fromkeys([title, *node.titles.values()]))
    return f"{node.number}. {title}" if node.number else title


def _found(claim: Claim, language: str) -> str:
    return f"{label(claim.verdict, language)}: “{claim.quote[claim.start : claim.end]}”"


def _claim(claim: Claim, language: str) -> str:
    note = f" – {claim.note}" if claim.note else ""
    return f"[{claim.id}] {_found(claim, language)}{note}"


def block_texts(blocks: Iterable[b.Block], language: str = "en") -> list[str]:
    """Each block as text, in order; words of the program's in `language`."""
    return [_text(block, language) for block in blocks]


def _text(block: b.Block, language: str) -> str:
    match block:
        case b.Paragraph(_, runs) | b.Heading(_, _, runs):
            return _runs(runs)
        case b.Quote(_, inner):
            return _indent("\n\n".join(block_texts(inner, language)), "> ")
        case b.ItemList(_, start, items):
            lines = []
            for number, item in enumerate(items, start=start or 0):
                mark = "- " if start is None else f"{number}. "
                lines.append(_hang("\n".join(block_texts(item.blocks, language)), mark))
            return "\n".join(lines)
        case b.DefinitionList(_, definitions):
            return "\n".join(
                f"{_runs(d.term)}\n{_indent(chr(10).join(block_texts(d.blocks, language)), '    ')}"
                for d in definitions
            )
        case b.Table(_, head, rows):
            return "\n".join(
                " | ".join(_runs(cell.runs) for cell in row.cells) for row in (head, *rows)
            )
        case b.Card(_, _, inner):
            return _hang("\n".join(block_texts(inner, language)), "", 4)
        case b.Rule():
            return "* * *"
        case b.Note(_, mark, inner, _):
            return _hang("\n".join(block_texts(inner, language)), f"[{mark}] ")
        case b.Figure():
            return _figure(block, language)
        case b.Map(_, _, _, alt):
            return f"[{alt}]"
        case b.FactTable(_, facts):
            return _facts(facts, language)
        case b.Parallel(_, columns):
            return "\n\n".join(
                "\n\n".join([_runs(column.head), *block_texts(column.blocks, language)])
                for column in columns
            )


def _figure(figure: b.Figure, language: str) -> str:
    """What is to be seen, in words, and on what terms."""
    parts = [label("picture", language).format(alt=figure.alt)]
    if figure.caption:
        parts.append(_runs(figure.caption))
    if rights := ", ".join(said for said in (figure.credit, figure.licence) if said):
        parts.append(f"({rights})")
    return " ".join(parts)


def _facts(facts: Iterable[b.Definition], language: str) -> str:
    """A fact a line, what is so in one column."""
    rows = [
        (f"{_runs(fact.term)}:", "\n".join(block_texts(fact.blocks, language))) for fact in facts
    ]
    width = max((_width(name) for name, _ in rows), default=0)
    return "\n".join(
        _hang(value, name + " " * (width - _width(name) + 1), width + 1) for name, value in rows
    )


def _runs(runs: Iterable[b.Run]) -> str:
    """Words as they stand, with the marks of notes and sources in brackets."""
    parts: list[str] = []
    for run in runs:
        match run:
            case b.NoteMark(_, label):
                parts.append(f"[{label}]")
            case b.Citation(source, locator):
                # On a page these are numbered; by itself a text has no list to lead to.
                parts.append(f"[{source}, {locator}]" if locator else f"[{source}]")
            case b.Emphasis(inner) | b.Strong(inner) | b.Link(_, inner):
                parts.append(_runs(inner))
            case b.ClaimMark(_, _, inner) | b.Pill(_, _, inner):
                parts.append(_runs(inner))
            case _:
                parts.append(b.run_text((run,)))
    return "".join(parts)


def _width(text: str) -> int:
    """Columns on a terminal: a Han sign takes two, a combining accent none."""
    return sum(
        2 if unicodedata.east_asian_width(char) in "WF" else not unicodedata.combining(char)
        for char in text
    )


def _indent(text: str, by: str) -> str:
    return "\n".join((by + line).rstrip() for line in text.split("\n"))


def _hang(text: str, mark: str, width: int = 0) -> str:
    """A text behind a mark, its other lines as far in as the first one."""
    return mark + text.replace("\n", "\n" + " " * (width or len(mark)))
