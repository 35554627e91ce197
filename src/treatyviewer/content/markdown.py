"""Markdown into sections of typed blocks.

CommonMark with tables, definition lists and notes (`text[^1]`), and rules of our own inside
paragraphs (`treatyviewer.content.grammar`). A heading of level 1 opens the section; `{#id}` at the
end of a lower heading makes it a section of its own, below the one around it; `{.record}` there
opens the editor's part, to the end of the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from markdown_it.tree import SyntaxTreeNode

from treatyviewer.content.block_reader import NOTE_TEXT, BlockReader, make_parser
from treatyviewer.content.inline import line_of
from treatyviewer.content.references import References
from treatyviewer.entry import blocks as b
from treatyviewer.entry.address import RESERVED, is_id
from treatyviewer.errors import Problem

__all__ = ["ParsedSection", "SectionReader", "make_parser"]

_NAMED = re.compile(r"\s*\{#([^{}\s]*)\}\s*\Z")
_RECORD = re.compile(r"\s*\{\.record\}\s*\Z")


@dataclass(slots=True)
class ParsedSection:
    """A section as Markdown gives it; `id` is "" for the file's own section.

    `record` is the editor's part, its heading first; a section below another has none.
    """

    id: str
    title: str
    line: int
    level: int
    blocks: list[b.Block] = field(default_factory=list)
    record: list[b.Block] = field(default_factory=list)
    children: list[ParsedSection] = field(default_factory=list)
    # How many blocks of each kind there are so far: ids are numbered in each section.
    counts: Counter[str] = field(default_factory=Counter)


class SectionReader(BlockReader):
    """Reads Markdown files, one after another."""

    def __init__(self, references: References | None = None) -> None:
        super().__init__(references)
        self._here = ParsedSection("", "", 1, 1)
        self._note_homes: dict[str, tuple[ParsedSection, bool]] = {}
        self._in_record = False

    def read(self, text: str, file: str, *, lead: bool, language: str = "") -> ParsedSection:
        """One file as one section, with the named headings below it as its children."""
        self._file, self._field, self._language = file, "", language
        self._above = self._last = 0
        self._note_homes = {}
        notes: dict[str, dict[str, dict[str, int]]] = {}
        tree = SyntaxTreeNode(self._parser.parse(text, notes))
        top = ParsedSection("", "", 1, 1)
        self._enter(top)
        open_sections = [top]
        headed = lead
        self._in_record = False
        for node in tree.children:
            if node.type == "footnote_block":
                self._notes(node, top)
                continue
            if node.type != "heading":
                blocks = self._block(node)
            else:
                if self._opens_record(node):
                    self._in_record = True
                    self._enter(top)
                level, runs, name = self._heading(node)
                title = b.run_text(runs).replace("\n", " ").strip()
                if level == 1:
                    self._title(top, node, title, name, lead=lead)
                    headed = True
                    continue
                if name and self._in_record:
                    self._wrong(
                        node,
                        "The editor's part has no sections of its own.",
                        "Take {#...} out of this heading.",
                    )
                elif name:
                    while open_sections[-1].level >= level:
                        open_sections.pop()
                    self._enter(ParsedSection(name, title, line_of(node), level))
                    open_sections[-1].children.append(self._here)
                    open_sections.append(self._here)
                    continue
                if level <= self._here.level and not self._in_record:
                    self._wrong(
                        node,
                        f"This heading ends the section “{self._here.id}”, but opens none.",
                        "Name it too, {#id} behind it, or give it a lower level (more #).",
                    )
                blocks = [b.Heading(self._id("h"), level, runs)]
            if not headed:
                self._wrong(node, "Text stands before the heading.", "Begin with “# Title”.")
                break
            (self._here.record if self._in_record else self._here.blocks).extend(blocks)
        if not headed and not self._has_problem():
            self.problems.append(
                Problem(file, 1, "", "The section has no heading.", "Begin with “# Title”.")
            )
        self._lost_notes(text, notes.get("footnotes", {}).get("refs", {}))
        return top

    def _has_problem(self) -> bool:
        return any(problem.file == self._file for problem in self.problems)

    def _enter(self, section: ParsedSection) -> None:
        """What is read from now on belongs to this section, and is numbered in it."""
        self._here = section
        self._counts = section.counts

    def _opens_record(self, node: SyntaxTreeNode) -> bool:
        """Whether a heading has `{.record}` at its end, which is taken away there."""
        words = node.children[0].children
        token = words[-1].token if words and words[-1].type == "text" else None
        found = _RECORD.search(token.content) if token else None
        if token is None or found is None:
            return False
        token.content = token.content[: found.start()]
        if node.tag != "h1":
            return True
        self._wrong(
            node,
            "The editor's part begins with a heading of level 2.",
            "Write ## What the record shows {.record}.",
        )
        return False

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

    # --- notes --------------------------------------------------------------------------------

    def _marked(self, note: str) -> None:
        self._note_homes.setdefault(note, (self._here, self._in_record))

    def _notes(self, block: SyntaxTreeNode, top: ParsedSection) -> None:
        """The notes of a file, each into the section that refers to it first."""
        waiting = {f"n{node.meta['id'] + 1}": node for node in block.children}
        while waiting:
            # A note may be referred to by another note only, and stand before it.
            name = next((name for name in waiting if name in self._note_homes), next(iter(waiting)))
            node = waiting.pop(name)
            inner = [child for child in node.children if child.type != "footnote_anchor"]
            home, in_record = self._note_homes.get(name, (top, False))
            self._enter(home)
            blocks = self._blocks(inner)
            (home.record if in_record else home.blocks).append(b.Note(name, name[1:], blocks))

    def _lost_notes(self, text: str, used: Mapping[str, int]) -> None:
        """Notes that the parser leaves out: those nobody refers to, and all but one of a label."""
        seen: set[str] = set()
        for note in NOTE_TEXT.finditer(text):
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
