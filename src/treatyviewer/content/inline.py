"""The inside of a paragraph: Markdown's inline nodes into runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from markdown_it.tree import SyntaxTreeNode

from treatyviewer.content import grammar
from treatyviewer.entry import blocks as b
from treatyviewer.entry.address import SCHEME, Address, is_id, parse
from treatyviewer.errors import AddressError

# Braces as of a mark, and all that stand behind a bracket, closed or not.
_BRACES = re.compile(r"(?:(?<=\])\{|\{[#.:])[^{}]*\}?")
_BRACKETS = re.compile(r"\[\[|\[@")
_NOTE = re.compile(r"\[\^[^\]\s]+\]")
_HAN = (
    "[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0002fa1f"
    "\U00030000-\U000323af]"
)
# Text that runs on over a line end needs a space between words, and none between Han signs.
_HAN_END = re.compile(_HAN + r"\Z")
_HAN_START = re.compile(_HAN)

# Called with the node, what is wrong with it, and what to do.
Wrong = Callable[[SyntaxTreeNode, str, str], None]
# Called with the node, the kind of reference ("link", "citation", "claim") and its target.
Refer = Callable[[SyntaxTreeNode, str, str], None]


class InlineReader:
    """Reads inline nodes of the entry `entry`, whose claims have these `verdicts`.

    Tells `wrong` of problems, `marked` of the notes referred to, and `refer` of all else that
    is. A link without words of its own is left empty, to be named when all names are known.
    """

    def __init__(
        self,
        wrong: Wrong,
        marked: Callable[[str], None],
        refer: Refer,
        entry: str,
        verdicts: Mapping[str, str],
    ) -> None:
        self._wrong = wrong
        self._marked = marked
        self._refer = refer
        self._entry = entry
        self._verdicts = verdicts

    def read(self, node: SyntaxTreeNode) -> tuple[b.Run, ...]:
        """The runs inside an inline node."""
        runs: list[b.Run] = []
        for child in node.children:
            self._run(child, runs)
        return tuple(runs)

    def _run(self, node: SyntaxTreeNode, runs: list[b.Run]) -> None:
        match node.type:
            case "text":
                self._refuse_leftovers(node)
                _join(node.content, runs)
            case "text_special":
                # What the author wrote with a backslash or as an entity is meant as it stands.
                _join(node.content, runs)
            case "softbreak":
                inside = _HAN_END.search(b.run_text(runs)) and _HAN_START.match(_following(node))
                _join("" if inside else " ", runs)
            case "hardbreak":
                runs.append(b.Break())
            case "em":
                runs.append(b.Emphasis(self.read(node)))
            case "strong":
                runs.append(b.Strong(self.read(node)))
            case "code_inline":
                runs.append(b.Code(node.content))
            case "link":
                runs.append(b.Link(self._target(node), self.read(node)))
            case "span":
                runs.append(self._claim(node))
            case grammar.CITATION:
                runs.extend(self._citations(node))
            case grammar.ENTRY_LINK:
                runs.append(self._entry_link(node))
            case "footnote_ref":
                number = int(node.meta["id"]) + 1
                self._marked(f"n{number}")
                runs.append(b.NoteMark(f"n{number}", str(number)))
            case "image":
                self._wrong(
                    node,
                    "A picture stands in a paragraph of its own, not among words.",
                    "Put an empty line above and below it.",
                )
            case "html_inline":
                self._wrong(
                    node,
                    f"HTML is not part of an entry: {node.content}",
                    "Write it as Markdown, or put a backslash before the “<”.",
                )
            case other:
                self._wrong(node, f"“{other}” is not part of an entry.", "Write it differently.")

    def _refuse_leftovers(self, node: SyntaxTreeNode) -> None:
        """Signs of a rule that did not apply: left alone, they would stand in the text."""
        for braces in _BRACES.findall(node.content):
            self._wrong(
                node,
                f"The braces {braces} were not understood and would stand in the text.",
                "Mend them, or write \\{ for a brace that is meant.",
            )
        for bracket in _BRACKETS.findall(node.content):
            self._wrong(
                node,
                f"The brackets beginning with “{bracket}” were not understood and would stand in "
                "the text.",
                "Write [@source, locator] or [[people/id|words]] on one line, or \\[ for a bracket "
                "that is meant.",
            )
        for note in _NOTE.findall(node.content):
            self._wrong(
                node,
                f"There is no note {note} in this file.",
                f"Write “{note}: ...” on a line of its own, or \\[ for a bracket that is meant.",
            )

    def _claim(self, node: SyntaxTreeNode) -> b.Run:
        """Words with braces behind them: the mark of a claim, or something that is none."""
        id = str(node.attrs.get("id", ""))
        runs = self.read(node)
        if dict(node.attrs) != {"class": "claim", "id": id} or not is_id(id):
            self._wrong(
                node,
                f"The braces behind “{b.run_text(runs)}” are not the mark of a claim.",
                "Write [words]{.claim #c3-1}: a class, and an id of small letters, digits and "
                "hyphens.",
            )
        elif any(
            child.type in ("span", "link", grammar.ENTRY_LINK)
            for child in node.walk()
            if child != node
        ):
            self._wrong(
                node,
                "A claim's words hold neither another claim nor a link.",
                "Mark the words between them.",
            )
        else:
            self._refer(node, "claim", id)
        return b.ClaimMark(id, self._verdicts.get(id, ""), runs)

    def _citations(self, node: SyntaxTreeNode) -> Iterator[b.Citation]:
        for source, locator in grammar.citations(node.content):
            if not is_id(source):
                self._wrong(
                    node,
                    f"“[{node.content}]” is not a citation.",
                    "Write [@source-id] or [@source-id, locator]; several with “; @” between them.",
                )
            else:
                self._refer(node, "citation", source)
                yield b.Citation(source, locator)

    def _entry_link(self, node: SyntaxTreeNode) -> b.Run:
        words = str(node.meta["words"])
        try:
            address = parse(f"{self._entry or 'entry'}/{node.content}")
        except AddressError:
            address = Address("")
        if not address.item and not address.collection:
            self._wrong(
                node,
                f"“[[{node.content}]]” is not a link inside the entry.",
                "Write [[section]], [[people/id]] or [[section#claim|words]].",
            )
        elif address.fragment and not words:
            self._wrong(
                node,
                f"The link “[[{node.content}]]” needs words of its own.",
                f"Write [[{node.content}|words]].",
            )
        else:
            self._refer(node, "link", str(address))
        return b.Link(address.link, (b.Text(words),) if words else ())

    def _target(self, node: SyntaxTreeNode) -> str:
        target = str(node.attrs.get("href", ""))
        if target.startswith(SCHEME):
            try:
                address = parse(target)
            except AddressError as error:
                self._wrong(node, error.message, error.advice)
            else:
                if address.entry == self._entry:
                    self._refer(node, "link", str(address))
        elif target.partition(":")[0].lower() not in ("http", "https"):
            self._wrong(
                node,
                f"The link “{target}” leads nowhere.",
                "Write treaty:ENTRY/SECTION for a place in an entry, or a whole web address.",
            )
        return target


def line_of(node: SyntaxTreeNode) -> int:
    """The line of a node, from 1.

    The parser notes it for blocks only; inside a paragraph the line ends before the node are
    counted.
    """
    line = 1
    at = node
    while not at.is_root and not at.map:
        before = at.previous_sibling
        while before is not None:
            line += _line_ends(before)
            before = before.previous_sibling
        if at.parent is None:
            break
        at = at.parent
    return line + (at.map[0] if at.map else 0)


def _line_ends(node: SyntaxTreeNode) -> int:
    if node.type in ("softbreak", "hardbreak"):
        return 1
    return sum(_line_ends(child) for child in node.children)


def _following(node: SyntaxTreeNode) -> str:
    """The text right behind a node."""
    following = node.next_sibling
    while following is not None and following.children:
        following = following.children[0]
    return following.content if following is not None else ""


def _join(text: str, runs: list[b.Run]) -> None:
    """Add words, to the run before them where that is possible."""
    if runs and isinstance(runs[-1], b.Text):
        runs[-1] = b.Text(runs[-1].text + text)
    elif text:
        runs.append(b.Text(text))
