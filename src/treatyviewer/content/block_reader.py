"""Markdown's block nodes into typed blocks, numbered as they come.

What the blocks cannot hold (HTML, code blocks) is a problem with a place, never silently lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from treatyviewer.content.grammar import add_grammar
from treatyviewer.content.inline import InlineReader, line_of
from treatyviewer.content.references import Picture, References, Use
from treatyviewer.entry import blocks as b
from treatyviewer.errors import Problem

_UNKNOWN = Picture({}, {}, "", "")
_Text = TypeVar("_Text")

# Where a note is written.
NOTE_TEXT = re.compile(r"^[ >]{0,9}\[\^([^\]\s]+)\]:", re.MULTILINE)


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
    add_grammar(parser)
    return parser


class BlockReader:
    """Reads block nodes of one text after another; keeps the parser and the problems found.

    `references` collects what the texts refer to.
    """

    def __init__(self, references: References | None = None) -> None:
        self._parser = make_parser()
        self.references = references or References()
        self._inline = InlineReader(
            self._wrong,
            self._marked,
            self._refer,
            self.references.entry,
            self.references.verdicts,
        )
        self._file = ""
        self._field = ""
        self._language = ""
        # The lines of the file before the text that is read, and the last line of that; 0 where
        # the text has as many lines as it takes in the file.
        self._above = 0
        self._last = 0
        # How many blocks of each kind there are so far.
        self._counts: Counter[str] = Counter()
        self.problems: list[Problem] = []

    def prose(
        self,
        text: str,
        file: str,
        lines: tuple[int, int],
        field: str,
        language: str,
        counts: Counter[str],
    ) -> tuple[b.Block, ...]:
        """A text that stands in a field of a TOML file, between the first and the last of `lines`.

        `counts` goes on numbering the blocks of what the field belongs to.
        """
        self._file, self._field, self._language = file, field, language
        self._above, self._last, self._counts = lines[0] - 1, lines[1], counts
        tree = SyntaxTreeNode(self._parser.parse(text, {}))
        if tree.children and tree.children[-1].type == "footnote_block":
            self._wrong(
                tree.children[0],
                "Notes stand in sections only.",
                "Write what the note says into the text.",
            )
            return self._blocks(tree.children[:-1])
        return self._blocks(tree.children)

    def _wrong(self, node: SyntaxTreeNode, message: str, advice: str) -> None:
        line = self._line(node)
        self.problems.append(Problem(self._file, line, self._field, message, advice))

    def _line(self, node: SyntaxTreeNode) -> int:
        """The line of a node in its file."""
        line = line_of(node) + self._above
        # Written as \n in a text in single quotes, line ends are none in the file.
        return min(line, self._last) if self._last else line

    def _marked(self, note: str) -> None:
        """A note was referred to."""

    def _refer(self, node: SyntaxTreeNode, kind: str, target: str) -> None:
        if kind == "claim" and self._field:
            self._wrong(
                node,
                "The words of a claim are marked in a section only.",
                "Take the braces out of this text.",
            )
        line = self._line(node)
        self.references.add(Use(kind, target, self._file, line, self._language, self._field))

    # --- blocks -------------------------------------------------------------------------------

    def _id(self, prefix: str) -> str:
        self._counts[prefix] += 1
        return f"{prefix}{self._counts[prefix]}"

    def _blocks(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[b.Block, ...]:
        return tuple(block for node in nodes for block in self._block(node))

    def _block(self, node: SyntaxTreeNode) -> list[b.Block]:
        match node.type:
            case "paragraph":
                inline = node.children[0]
                if len(inline.children) == 1 and inline.children[0].type == "image":
                    return [self._figure(inline.children[0])]
                return [b.Paragraph(self._id("p"), self._inline.read(inline))]
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

    def _figure(self, node: SyntaxTreeNode) -> b.Figure:
        """A picture that stands alone; media.toml says more of it."""
        name = str(node.attrs.get("src", ""))
        self._refer(node, "picture", name)
        known = self.references.pictures.get(name, _UNKNOWN)
        words = b.run_text(self._inline.read(node))
        return b.Figure(
            self._id("f"),
            name,
            words or _in_language(known.alt, self._language, ""),
            _in_language(known.caption, self._language, ()),
            known.credit,
            known.licence,
        )


def _in_language(texts: Mapping[str, _Text], language: str, nothing: _Text) -> _Text:
    """The text in a language, or else in the first there is."""
    return texts.get(language) or next(iter(texts.values()), nothing)
