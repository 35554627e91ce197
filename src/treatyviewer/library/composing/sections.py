"""What is set around a section: sources at its end; below the lead the claims' count, the facts."""

from __future__ import annotations

from collections.abc import Sequence

from treatyviewer.entry import blocks as b
from treatyviewer.entry.address import Address
from treatyviewer.entry.blocks import leaves
from treatyviewer.entry.language import choose
from treatyviewer.entry.things import GENERAL_KNOWLEDGE, VERDICTS, Fact
from treatyviewer.library import things
from treatyviewer.library.composing.footnotes import Footnotes, own_notes
from treatyviewer.library.composing.labels import label
from treatyviewer.library.library import Library
from treatyviewer.library.values import EntryInfo, Page


def section(library: Library, page: Page, language: str) -> Page:
    """A section; the lead with the claims' count and the facts at a glance below it."""
    entry = page.entry
    if not page.node.lead and not _cites(page.blocks + page.record):
        return page
    notes = own_notes(page.blocks + page.record)
    # The lead has many, for every fact its own, and is what each start waits for.
    brief = page.node.lead
    feet = Footnotes(library, entry.node.entry, language, notes, brief=brief)
    after: tuple[b.Block, ...] = ()
    if page.node.lead:
        facts = things.entry_data(library, entry, "facts")
        after = _counts(entry, language) + _glance(facts, feet, entry, language)
    blocks = feet.mark(page.blocks)
    record = feet.mark(page.record)
    return page._replace(blocks=blocks, record=after + record, below=feet.blocks())


def _cites(blocks: Sequence[b.Block]) -> bool:
    return any(_has_citation(runs) for _, runs in leaves(blocks))


def _has_citation(runs: Sequence[b.Run]) -> bool:
    for run in runs:
        match run:
            case b.Citation():
                return True
            case b.Emphasis(inner) | b.Strong(inner) | b.Link(_, inner) | b.ClaimMark(_, _, inner):
                if _has_citation(inner):
                    return True
    return False


def _glance(
    facts: Sequence[Fact], feet: Footnotes, entry: EntryInfo, language: str
) -> tuple[b.Block, ...]:
    rows: list[b.Definition] = []
    for number, fact in enumerate(facts, start=1):
        name = fact.name[choose(fact.name, language, entry.language)]
        value = feet.mark(fact.value[choose(fact.value, language, entry.language)])
        runs = value[0].runs if value and isinstance(value[0], b.Paragraph) else ()
        marks = feet.marks(fact.sources)
        if fact.basis == GENERAL_KNOWLEDGE:
            marks += (b.Text(f" ({label('general-knowledge', language)})"),)
        # A fact is a line: what else its author wrote stands below it.
        first = b.Paragraph(f"g{number}", (*runs, *marks))
        rows.append(b.Definition((b.Text(name),), (first, *value[1:])))
    return (b.FactTable("facts", tuple(rows)),) if rows else ()


def _counts(entry: EntryInfo, language: str) -> tuple[b.Block, ...]:
    """How many claims were checked, and with what result."""
    total = sum(entry.verdicts.values())
    if not total:
        return ()
    said = label("checked", language).format(count=total)
    runs: list[b.Run] = [b.Text(f"{said}:")]
    for verdict in VERDICTS:
        if count := entry.verdicts.get(verdict):
            target = Address(entry.node.entry, "", "claims", verdict).link
            words = (b.Text(f"{count} {label(verdict, language)}"),)
            runs += [b.Text("\u2002"), b.Pill(verdict, target, words)]
    return (b.Heading("checked", 6, tuple(runs)),)
