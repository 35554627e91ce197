"""What an entry's Markdown has beyond CommonMark, as rules of the parser.

[@frus-1950]                     cites a source
[@frus-1950, doc. 157; @cctv]    cites two, the first with a locator
[[people/zhou-enlai]]            a link inside the entry, under the thing's own name
[[people/zhou-enlai|Zhou]]       the same under other words
[words]{.claim #c3-1}            the exact words of a claim (the attrs plugin's spans)
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.attrs import attrs_plugin

CITATION = "citation"
ENTRY_LINK = "entry_link"

_CITATION = re.compile(r"\[(@[^\[\]\n]+)\]")
_ENTRY_LINK = re.compile(r"\[\[([^\[\]|\n]*)(?:\|([^\[\]\n]*))?\]\]")


def add_grammar(parser: MarkdownIt) -> None:
    """Teach a parser these rules."""
    parser.use(attrs_plugin, after=(), spans=True)
    parser.inline.ruler.before("link", CITATION, _citation)
    parser.inline.ruler.before("link", ENTRY_LINK, _entry_link)


def citations(content: str) -> list[tuple[str, str]]:
    """What is between the brackets of a citation, as (source, locator).

    A source is "" where the `@` or the id is missing.
    """
    found: list[tuple[str, str]] = []
    for part in content.split(";"):
        source, _, locator = part.strip().partition(",")
        id = source.strip()
        found.append((id[1:].strip() if id.startswith("@") else "", locator.strip()))
    return found


def _citation(state: StateInline, silent: bool) -> bool:
    found = _CITATION.match(state.src, state.pos)
    # "[@name](address)" is a link under these words, as in CommonMark.
    if found is None or state.src[found.end() : found.end() + 1] in ("(", "["):
        return False
    if not silent:
        state.push(CITATION, "", 0).content = found[1]
    state.pos = found.end()
    return True


def _entry_link(state: StateInline, silent: bool) -> bool:
    found = _ENTRY_LINK.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push(ENTRY_LINK, "", 0)
        token.content = found[1].strip()
        token.meta["words"] = (found[2] or "").strip()
    state.pos = found.end()
    return True
