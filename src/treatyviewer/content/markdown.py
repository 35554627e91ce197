"""Markdown into sections of typed blocks.

CommonMark with tables, definition lists and notes (`text[^1]`). Two rules are ours: a heading
of level 1 opens the section, and `{#id}` at the end of a lower heading makes it a section of
its own, below the one around it. What the blocks cannot hold (HTML, code blocks, pictures so
far) is a problem with a place, never silently lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from treatyviewer.entry import blocks as b
from treatyviewer.entry.address import SCHEME, is_id
from treatyviewer.errors import Problem

_NAMED = re.compile(r"\s*\{#([^{}\s]*)\}\s*\Z")
_BRACES = re.compile(r"\{[#.:][^{}]*\}")
# Text that runs on over a line end needs a space between words, and none between Han signs.
_HAN_END = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]\Z")


@dataclass(slots=True)
class ParsedSection:
    """A section as Markdown gives it; `id` is "" for the file's own section."""

    id: str
    title: str
    line: int
    level: int
    blocks: list[b.Block] = field(default_factory=list)
    children: list[ParsedSection] = field(default_factory=list)


def make_parser() -> MarkdownIt:
    """The Markdown parser, with what an entry may use switched on."""
    # Raw HTML is recognised so that it can be refused: switched off, it would be shown as text.
    parser = MarkdownIt("commonmark", {"html": True, "typographer": False}).enable("table")
    parser.use(deflist_plugin)
    # Inline notes `^[...]` have no label to cite them by.
    parser.use(footnote_plugin, inline=False)
    return parser


class SectionReader:
    """Reads Markdown files; keeps the parser and the problems found so far."""

    def __init__(self) -> None:
        self._parser = make_parser()
        self._file = ""
        self._counts: Counter[str] = Counter()
        self.problems: list[Problem] = []

    def read(self, text: str, file: str, *, lead: bool) -> ParsedSection:
        """One file as one section, with the named headings below it as its children."""
        self._file = file
        tree = SyntaxTreeNode(self._parser.parse(text))
        top = ParsedSection("", "", 1, 1)
        open_sections = [top]
        self._counts = Counter()
        counters = {id(top): self._counts}
        for node in tree.children:
            if node.type == "heading":
                level, title, name = self._heading(node)
                if level == 1:
                    self._title(top, node, title, name, lead=lead)
                    continue
                if name:
                    while open_sections[-1].level >= level:
                        open_sections.pop()
                    section = ParsedSection(name, title, _line(node), level)
                    open_sections[-1].children.append(section)
                    open_sections.append(section)
                    counters[id(section)] = self._counts = Counter()
                    continue
            here = open_sections[-1]
            self._counts = counters[id(here)]
            if not top.title and not lead:
                self._wrong(node, "Text stands before the heading.", "Begin with “# Title”.")
                break
            here.blocks.extend(self._block(node))
        if not top.title and not lead and not self._has_problem():
            self.problems.append(
                Problem(file, 1, "", "The section has no heading.", "Begin with “# Title”.")
            )
        return top

    def _has_problem(self) -> bool:
        return any(problem.file == self._file for problem in self.problems)

    def _wrong(self, node: SyntaxTreeNode, message: str, advice: str) -> None:
        self.problems.append(Problem(self._file, _line(node), "", message, advice))

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
        top.title, top.line = title, _line(node)
        if name:
            top.id = name

    def _heading(self, node: SyntaxTreeNode) -> tuple[int, str, str]:
        """Level, title without its name, and the name ("" without one)."""
        text = b.run_text(self._inline(node.children[0])) if node.children else ""
        named = _NAMED.search(text)
        name = ""
        if named:
            text = text[: named.start()]
            name = named[1]
            if not is_id(name):
                self._wrong(
                    node,
                    f"“{name}” cannot be an id.",
                    "Use small letters, digits and hyphens, a letter first.",
                )
                name = ""
        return int(node.tag[1]), text.strip(), name

    # --- blocks -------------------------------------------------------------------------------

    def _id(self, prefix: str) -> str:
        self._counts[prefix] += 1
        return f"{prefix}{self._counts[prefix]}"

    def _blocks(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[b.Block, ...]:
        return tuple(block for node in nodes for block in self._block(node))

    def _block(self, node: SyntaxTreeNode) -> list[b.Block]:
        match node.type:
            case "paragraph":
                return [b.Paragraph(self._id("p"), self._inline(node.children[0]))]
            case "heading":
                runs = self._inline(node.children[0]) if node.children else ()
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
            case "footnote_block":
                return [self._note(note) for note in node.children]
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

    def _note(self, node: SyntaxTreeNode) -> b.Note:
        inner = [child for child in node.children if child.type != "footnote_anchor"]
        number = int(node.meta["id"]) + 1
        return b.Note(f"n{number}", str(number), self._blocks(inner))

    def _definitions(self, node: SyntaxTreeNode) -> b.DefinitionList:
        name = self._id("d")
        items: list[b.Definition] = []
        term: tuple[b.Run, ...] = ()
        said: list[b.Block] = []
        for child in node.children:
            if child.type == "dt":
                if said:
                    items.append(b.Definition(term, tuple(said)))
                term, said = self._inline(child.children[0]), []
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
        return b.Cell(align, self._inline(node.children[0]) if node.children else ())

    # --- inline runs --------------------------------------------------------------------------

    def _inline(self, node: SyntaxTreeNode) -> tuple[b.Run, ...]:
        runs: list[b.Run] = []
        for child in node.children:
            self._run(child, runs)
        return tuple(runs)

    def _run(self, node: SyntaxTreeNode, runs: list[b.Run]) -> None:
        match node.type:
            case "text":
                self._text(node, runs)
            case "softbreak":
                before = b.run_text(runs)
                self._join("" if _HAN_END.search(before) else " ", runs)
            case "hardbreak":
                runs.append(b.Break())
            case "em":
                runs.append(b.Emphasis(self._inline(node)))
            case "strong":
                runs.append(b.Strong(self._inline(node)))
            case "code_inline":
                runs.append(b.Code(node.content))
            case "link":
                runs.append(b.Link(self._target(node), self._inline(node)))
            case "footnote_ref":
                number = int(node.meta["id"]) + 1
                runs.append(b.NoteMark(f"n{number}", str(number)))
            case "html_inline":
                self._wrong(
                    node,
                    f"HTML is not part of an entry: {node.content}",
                    "Write it as Markdown, or put a backslash before the “<”.",
                )
            case other:
                self._wrong(node, f"“{other}” is not part of an entry.", "Write it differently.")

    def _text(self, node: SyntaxTreeNode, runs: list[b.Run]) -> None:
        parent = node.parent
        in_heading = (
            parent is not None and parent.parent is not None and (parent.parent.type == "heading")
        )
        braces = None if in_heading else _BRACES.search(node.content)
        if braces:
            self._wrong(
                node,
                f"The braces {braces[0]} were not understood and would stand in the text.",
                "Mend them, or write \\{ for a brace that is meant.",
            )
        self._join(node.content, runs)

    def _join(self, text: str, runs: list[b.Run]) -> None:
        """Add words, to the run before them where that is possible."""
        if runs and isinstance(runs[-1], b.Text):
            runs[-1] = b.Text(runs[-1].text + text)
        elif text:
            runs.append(b.Text(text))

    def _target(self, node: SyntaxTreeNode) -> str:
        target = str(node.attrs.get("href", ""))
        scheme = target.partition(":")[0].lower()
        if not target.startswith(SCHEME) and scheme not in ("http", "https"):
            self._wrong(
                node,
                f"The link “{target}” leads nowhere.",
                "Write treaty:ENTRY/SECTION for a place in an entry, or a whole web address.",
            )
        return target


def _line(node: SyntaxTreeNode) -> int:
    """The line of a node, from 1: its own, or that of what it stands in."""
    at: SyntaxTreeNode | None = node
    while at is not None and not at.is_root:
        if at.map:
            return at.map[0] + 1
        at = at.parent
    return 1
