"""Blocks as plain text: one line a paragraph, an empty line between blocks, nothing replaced."""

from __future__ import annotations

from collections.abc import Iterable

from treatyviewer.entry import blocks as b
from treatyviewer.library.values import Page


def page_text(page: Page, language: str) -> str:
    """A section: its heading, an empty line, its text. Ends without a line feed.

    The lead stands under the entry's title.
    """
    if page.node.lead:
        head = page.entry.node.title(language)
    else:
        number = f"{page.node.number}. " if page.node.number else ""
        head = number + page.node.title(language)
    return "\n\n".join([head, *block_texts(page.whole)])


def block_texts(blocks: Iterable[b.Block]) -> list[str]:
    """Each block as text, in order."""
    return [_text(block) for block in blocks]


def _text(block: b.Block) -> str:
    match block:
        case b.Paragraph(_, runs) | b.Heading(_, _, runs):
            return _runs(runs)
        case b.Quote(_, inner):
            return _indent("\n\n".join(block_texts(inner)), "> ")
        case b.ItemList(_, start, items):
            lines = []
            for number, item in enumerate(items, start=start or 0):
                mark = "- " if start is None else f"{number}. "
                lines.append(_hang("\n".join(block_texts(item.blocks)), mark))
            return "\n".join(lines)
        case b.DefinitionList(_, definitions):
            return "\n".join(
                f"{_runs(d.term)}\n{_indent(chr(10).join(block_texts(d.blocks)), '    ')}"
                for d in definitions
            )
        case b.Table(_, head, rows):
            return "\n".join(
                " | ".join(_runs(cell.runs) for cell in row.cells) for row in (head, *rows)
            )
        case b.Rule():
            return "* * *"
        case b.FactTable(_, facts):
            return "\n".join(
                _hang("\n".join(block_texts(fact.blocks)), f"{_runs(fact.term)}: ")
                for fact in facts
            )
        case b.Figure(_, _, alt, caption, credit, licence):
            rights = ", ".join(part for part in (credit, licence) if part)
            said = f"[{alt}] {_runs(caption)}".strip()
            return f"{said} ({rights})" if rights else said
        case b.Parallel(_, columns):
            return "\n\n".join(
                f"{_runs(column.head)}\n" + "\n\n".join(block_texts(column.blocks))
                for column in columns
            )
        case b.Note(_, label, inner):
            return _hang("\n".join(block_texts(inner)), f"[{label}] ")


def _runs(runs: Iterable[b.Run]) -> str:
    """Words as they stand, with the marks of notes in brackets."""
    parts: list[str] = []
    for run in runs:
        match run:
            case b.NoteMark(_, label):
                parts.append(f"[{label}]")
            case b.Emphasis(inner) | b.Strong(inner) | b.Link(_, inner) | b.ClaimMark(_, _, inner):
                parts.append(_runs(inner))
            case _:
                parts.append(b.run_text((run,)))
    return "".join(parts)


def _indent(text: str, by: str) -> str:
    return "\n".join((by + line).rstrip() for line in text.split("\n"))


def _hang(text: str, mark: str) -> str:
    return mark + text.replace("\n", "\n" + " " * len(mark))
