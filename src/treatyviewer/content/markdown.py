"""Markdown into sections of typed blocks.

CommonMark with tables, definition lists and notes (`text[^1]`). Two rules are ours: a heading
of level 1 opens the section, and `{#id}` at the end of a lower heading makes it a section of
its own, below the one around it. What the blocks cannot hold (HTML, code blocks, pictures so
far) is a problem with a place, never silently lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from treatyviewer.content.inline import InlineReader, line_of
from treatyviewer.entry import blocks as b
from treatyviewer.entry.address import RESERVED, is_id
from treatyviewer.errors import Problem

_NAMED = re.compile(r"\s*\{#([^{}\s]*)\}\s*\Z")
_NOTE_TEXT = re.compile(r"^[ >]{0,9}\[\^([^\]\s]+)\]:", re.MULTILINE)


@dataclass(slots=True)
class ParsedSection:
    """A section as Markdown gives it; `id` is "" for the file's own section."""

    id: str
    title: str
    line: int
    level: int
    blocks: list[b.Block] = field(default_factory=list)
    children: list[ParsedSection] = field(default_factory=list)
    # How many blocks of each kind there are so far: ids are numbered in each section.
    counts: Counter[str] = field(default_factory=Counter)


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:
        """Every link is one: a dead one must be refused by us, not stand in the text as typed."""
        return True


def make_parser() -> MarkdownIt:
    """The Markdown parser, with what an entry may use switched on."""
    # Raw HTML is recognised so that it can be refused: switched off, it would be shown as text.
    parser = _Parser("commonmark", {"html": True, "typographer": False}).enable("table")
    # Escaped signs are kept apart from the rest, so that `\{` is not taken for a brace of ours.
    parser.disable("text_join")
    parser.use(deflist_plugin)
    # Inline notes `^[...]` have no label to cite them by.
    parser.use(footnote_plugin, inline=False)
    return parser


class SectionReader:
    """Reads Markdown files; keeps the parser and the problems found so far."""

    def __init__(self) -> None:
        self._parser = make_parser()
        self._inline = InlineReader(self._wrong, self._marked)
        self._file = ""
        self._here = ParsedSection("", "", 1, 1)
        self._note_homes: dict[str, ParsedSection] = {}
        self.problems: list[Problem] = []

    def read(self, text: str, file: str, *, lead: bool) -> ParsedSection:
        """One file as one section, with the named headings below it as its children."""
        self._file = file
        self._note_homes = {}
        notes: dict[str, dict[str, dict[str, int]]] = {}
        tree = SyntaxTreeNode(self._parser.parse(text, notes))
        self._here = top = ParsedSection("", "", 1, 1)
        open_sections = [top]
        headed = lead
        for node in tree.children:
            if node.type == "footnote_block":
                self._notes(node, top)
                continue
            if node.type != "heading":
                blocks = self._block(node)
            else:
                level, runs, name = self._heading(node)
                title = b.run_text(runs).replace("\n", " ").strip()
                if level == 1:
                    self._title(top, node, title, name, lead=lead)
                    headed = True
                    continue
                if name:
                    while open_sections[-1].level >= level:
                        open_sections.pop()
                    self._here = ParsedSection(name, title, line_of(node), level)
                    open_sections[-1].children.append(self._here)
                    open_sections.append(self._here)
                    continue
                if level <= self._here.level:
                    self._wrong(
                        node,
                        f"This heading ends the section “{self._here.id}”, but opens none.",
                        "Name it too, {#id} behind it, or give it a lower level (more #).",
                    )
                blocks = [b.Heading(self._id("h"), level, runs)]
            if not headed:
                self._wrong(node, "Text stands before the heading.", "Begin with “# Title”.")
                break
            self._here.blocks.extend(blocks)
        if not headed and not self._has_problem():
            self.problems.append(
                Problem(file, 1, "", "The section has no heading.", "Begin with “# Title”.")
            )
        self._lost_notes(text, notes.get("footnotes", {}).get("refs", {}))
        return top

    def _has_problem(self) -> bool:
        return any(problem.file == self._file for problem in self.problems)

    def _wrong(self, node: SyntaxTreeNode, message: str, advice: str) -> None:
        self.problems.append(Problem(self._file, line_of(node), "", message, advice))

    def _title(
        self, top: ParsedSection, node: SyntaxTreeNode, title: str, name: str, *, lead: bool
    ) -> None:
        if lead:
            self._wrong(
                node,
                "The lead stands under the entry's title and has no heading of level 1.",
                "Take the heading out, or take lead = true out of entry.toml.",
            )
        elif top.title:
            self._wrong(
                node,
                "This is a second heading of level 1; a file holds one section.",
                "Write “## Title {#id}” for a section below it, or begin a new file.",
            )
        elif not title:
            self._wrong(node, "The heading is empty.", "Write the section's title behind the #.")
        top.title, top.line = title, line_of(node)
        if name:
            top.id = name

    def _heading(self, node: SyntaxTreeNode) -> tuple[int, tuple[b.Run, ...], str]:
        """Level, words without the name, and the name ("" without one)."""
        name = self._take_name(node)
        runs = self._inline.read(node.children[0])
        level = int(node.tag[1])
        if name and not b.run_text(runs).strip():
            self._wrong(node, "The heading is empty.", "Write the section's title before {#...}.")
        if (name or level == 1) and any(isinstance(run, b.NoteMark | b.Link) for run in runs):
            self._wrong(
                node,
                "The title of a section has neither notes nor links.",
                "Put them into its first paragraph.",
            )
        return level, runs, name

    def _take_name(self, node: SyntaxTreeNode) -> str:
        """The name at the end of a heading, which is taken away there."""
        words = node.children[0].children
        token = words[-1].token if words and words[-1].type == "text" else None
        named = _NAMED.search(token.content) if token else None
        if token is None or named is None:
            return ""
        token.content = token.content[: named.start()]
        name = named[1]
        if is_id(name) and name not in RESERVED:
            return name
        self._wrong(
            node,
            f"“{name}” cannot be an id.",
            "Use small letters, digits and hyphens, a letter first; "
            f"{', '.join(RESERVED)} are taken.",
        )
        return ""

    # --- blocks -------------------------------------------------------------------------------

    def _id(self, prefix: str) -> str:
        self._here.counts[prefix] += 1
        return f"{prefix}{self._here.counts[prefix]}"

    def _blocks(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[b.Block, ...]:
        return tuple(block for node in nodes for block in self._block(node))

    def _block(self, node: SyntaxTreeNode) -> list[b.Block]:
        match node.type:
            case "paragraph":
                return [b.Paragraph(self._id("p"), self._inline.read(node.children[0]))]
            case "heading":
                runs = self._inline.read(node.children[0]) if node.children else ()
                return [b.Heading(self._id("h"), int(node.tag[1]), runs)]
            case "blockquote":
                name = self._id("q")
                return [b.Quote(name, self._blocks(node.children))]
            case "bullet_list" | "ordered_list":
                name = self._id("l")
                start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
                items = tuple(b.Item(self._blocks(item.children)) for item in node.children)
                return [b.ItemList(name, start, items)]
            case "dl":
                return [self._definitions(node)]
            case "table":
                return [self._table(node)]
            case "hr":
                return [b.Rule(self._id("r"))]
            case "html_block":
                self._wrong(node, "HTML is not part of an entry.", "Write it as Markdown.")
            case "fence" | "code_block":
                self._wrong(
                    node,
                    "A block of code (or a paragraph indented by four spaces) is not part of an "
                    "entry.",
                    "Take the indentation or the fence away.",
                )
            case other:
                self._wrong(node, f"“{other}” is not part of an entry.", "Write it differently.")
        return []

    def _marked(self, note: str) -> None:
        self._note_homes.setdefault(note, self._here)

    def _notes(self, block: SyntaxTreeNode, top: ParsedSection) -> None:
        """The notes of a file, each into the section that refers to it first."""
        waiting = {f"n{node.meta['id'] + 1}": node for node in block.children}
        while waiting:
            # A note may be referred to by another note only, and stand before it.
            name = next((name for name in waiting if name in self._note_homes), next(iter(waiting)))
            node = waiting.pop(name)
            inner = [child for child in node.children if child.type != "footnote_anchor"]
            self._here = self._note_homes.get(name, top)
            blocks = self._blocks(inner)
            self._here.blocks.append(b.Note(name, name[1:], blocks))

    def _lost_notes(self, text: str, used: Mapping[str, int]) -> None:
        """Notes that the parser leaves out: those nobody refers to, and all but one of a label."""
        seen: set[str] = set()
        for note in _NOTE_TEXT.finditer(text):
            label = note[1]
            line = text.count("\n", 0, note.start()) + 1
            if label in seen:
                self.problems.append(
                    Problem(
                        self._file,
                        line,
                        "",
                        f"The note [^{label}] is given twice.",
                        "Give each note a label of its own.",
                    )
                )
            elif used.get(f":{label}", 0) < 0:
                self.problems.append(
                    Problem(
                        self._file,
                        line,
                        "",
                        f"No text refers to the note [^{label}], so nobody would see it.",
                        f"Write [^{label}] where it belongs, or take the note out.",
                    )
                )
            seen.add(label)

    def _definitions(self, node: SyntaxTreeNode) -> b.DefinitionList:
        name = self._id("d")
        items: list[b.Definition] = []
        term: tuple[b.Run, ...] = ()
        said: list[b.Block] = []
        for child in node.children:
            if child.type == "dt":
                if said:
                    items.append(b.Definition(term, tuple(said)))
                term, said = self._inline.read(child.children[0]), []
            else:
                said.extend(self._blocks(child.children))
        items.append(b.Definition(term, tuple(said)))
        return b.DefinitionList(name, tuple(items))

    def _table(self, node: SyntaxTreeNode) -> b.Table:
        name = self._id("t")
        rows = [
            b.Row(tuple(self._cell(cell) for cell in row.children))
            for group in node.children
            for row in group.children
        ]
        return b.Table(name, rows[0], tuple(rows[1:]))

    def _cell(self, node: SyntaxTreeNode) -> b.Cell:
        # markdown-it keeps a column's alignment as a style attribute of each cell.
        align = str(node.attrs.get("style", "")).removeprefix("text-align:")
        return b.Cell(align, self._inline.read(node.children[0]) if node.children else ())
