"""What the pages of things are made of: texts, rows of facts, lists of what refers to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from treatyviewer.entry import blocks as b
from treatyviewer.entry.dates import Date, shown
from treatyviewer.entry.language import choose
from treatyviewer.entry.things import GENERAL_KNOWLEDGE, Prose, Texts
from treatyviewer.library import things
from treatyviewer.library.composing.labels import has_label, label
from treatyviewer.library.library import Library
from treatyviewer.library.values import Node, Page

# The level of a heading that only labels what follows.
LABEL = 5


class Pieces:
    """Pieces of one page, in the language wanted or the next best."""

    def __init__(self, page: Page, language: str) -> None:
        self.language = language
        self._main = page.entry.language

    def say(self, key: str) -> str:
        """A word of the program's."""
        return label(key, self.language)

    def known(self, key: str) -> str:
        """A word of the program's, or the key itself where there is none."""
        return label(key, self.language) if has_label(key) else key

    def words(self, texts: Texts) -> str:
        """Words by language."""
        return texts.get(choose(texts, self.language, self._main), "")

    def prose(self, prose: Prose) -> tuple[b.Block, ...]:
        """A text by language."""
        return prose.get(choose(prose, self.language, self._main), ())

    def head(self, key: str, id: str = "") -> b.Heading:
        """A label above what follows."""
        return b.Heading(id or key, LABEL, (b.Text(self.say(key)),))

    def led(self, key: str, text: tuple[b.Block, ...]) -> tuple[b.Block, ...]:
        """A text with a word of the program's before it; nothing where there is none."""
        first = text[0] if text else None
        lead: tuple[b.Run, ...] = (b.Strong((b.Text(f"{self.say(key)}:"),)), b.Text(" "))
        if isinstance(first, b.Paragraph):
            return (b.Paragraph(first.id, (*lead, *first.runs)), *text[1:])
        return ((b.Paragraph(f"{key}-lead", lead), *text)) if text else ()

    def language_name(self, tag: str) -> str:
        """What a language is called, its tag where we have no word for it."""
        return label(tag, self.language) if has_label(tag) else tag

    def row(self, key: str, runs: Sequence[b.Run] | str) -> b.Definition:
        """A row of a table of facts."""
        words = (b.Text(runs),) if isinstance(runs, str) else tuple(runs)
        return b.Definition((b.Text(self.say(key)),), (b.Paragraph(f"{key}-row", words),))

    def table(self, rows: Iterable[b.Definition]) -> tuple[b.Block, ...]:
        """A table of facts; nothing where there are none."""
        made = tuple(rows)
        return (b.FactTable("facts", made),) if made else ()

    def date(self, date: Date) -> str:
        """A date for people."""
        return shown(date.text, self.language)

    def unchecked(self, words: str, basis: str) -> str:
        """Words, and that they are from general knowledge where they are."""
        if basis != GENERAL_KNOWLEDGE:
            return words
        return f"{words} ({self.say('general-knowledge')})"

    def basis(self, thing: Any) -> tuple[b.Block, ...]:
        """A line for a thing, or its names, that rest on general knowledge."""
        lines = []
        if getattr(thing, "basis", "") == GENERAL_KNOWLEDGE:
            lines.append(self.say("basis"))
        if getattr(thing, "names_basis", "") == GENERAL_KNOWLEDGE:
            lines.append(self.say("names-unchecked"))
        return tuple(
            b.Paragraph(f"basis{number}", (b.Emphasis((b.Text(line),)),))
            for number, line in enumerate(lines, start=1)
        )

    def link(self, node: Node) -> b.Link:
        """A link to a node under its title."""
        title = node.title(self.language)
        words = f"“{title}”" if node.kind == "claim" else title
        if node.kind == "section" and node.number:
            words = f"{node.number} · {words}"
        return b.Link(node.address.link, (b.Text(words),))

    def appears(self, library: Library, node: Node, key: str = "appears") -> tuple[b.Block, ...]:
        """What refers to a node, as a list of links under a label."""
        found = [one for one in things.referring(library, node) if one.id != node.id]
        if not found:
            return ()
        items = tuple(
            b.Item((b.Paragraph(f"{key}-{number}", self._referring(library, one)),))
            for number, one in enumerate(found, start=1)
        )
        return (self.head(key), b.ItemList(f"{key}-list", None, items))

    def _referring(self, library: Library, node: Node) -> tuple[b.Run, ...]:
        # Where it stands: what a claim's words are from, what kind of thing this is.
        above = library.node(node.parent) if node.parent is not None else None
        if above is None or above.kind == "part" or not above.title(self.language):
            return (self.link(node),)
        return (self.link(node), b.Text(f" · {above.title(self.language)}"))
