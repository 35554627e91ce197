"""`treatyviewer show`: what is at an address, from one paragraph to a whole entry."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from treatyviewer.cli import common
from treatyviewer.entry.address import Address, parse
from treatyviewer.entry.blocks import Block, find_block
from treatyviewer.entry.things import VERDICTS
from treatyviewer.errors import NotFoundError
from treatyviewer.export import things as thing_export
from treatyviewer.export.text import block_texts, evidence_text, page_text
from treatyviewer.export.values import (
    collection_page_values,
    entry_values,
    page_values,
    thing_page_values,
)
from treatyviewer.library import things
from treatyviewer.library.library import Library
from treatyviewer.library.values import EntryInfo, Node, Page


def run(arguments: Sequence[str]) -> int:
    """The command with its arguments; returns the exit status."""
    parser = common.command(
        "show", "Print what is at an address: an entry, a section, a claim, a person, a source."
    )
    parser.add_argument(
        "address", metavar="ADDRESS", help="ENTRY, ENTRY/SECTION, ENTRY/SECTION#c3-1, ENTRY/people"
    )
    common.add_library(parser, "--library")
    given = parser.parse_args(arguments)
    address = parse(given.address)

    def work(library: Library) -> int:
        _say_other_edition(library, address)
        if not (address.item or address.collection or address.fragment):
            _show_entry(library, library.entry(address.entry), given.lang, given.format)
            return 0
        node = library.find(address)
        if not (address.item or address.collection):
            # A place in an entry without a section is one in its first.
            claim = library.find_claim(address._replace(item=node.slug))
        else:
            claim = library.find_claim(address)
        if claim is not None:
            _show_page(library, claim, given.lang, given.format)
        elif address.fragment and _is_review(node) and address.fragment in VERDICTS:
            _show_page(library, node, given.lang, given.format, address.fragment)
        elif address.fragment:
            _show_block(library, node, address, given.lang, given.format)
        else:
            _show_page(library, node, given.lang, given.format)
        return 0

    return common.with_library(given.library, work)


# --- one page -----------------------------------------------------------------------------------


def _show_page(library: Library, node: Node, language: str, form: str, part: str = "") -> None:
    if form == "json":
        common.print_json(_values(library, node, language, part))
    elif node.kind == "claim":
        page = library.page(node, language)
        print(evidence_text(page, things.thing(library, node), language))
    else:
        print(_text(library, node, language, part))


def _text(library: Library, node: Node, language: str, part: str = "") -> str:
    claims = [claim for _, claim in things.members(library, node)] if _is_text(node) else []
    return page_text(library.page(node, language, part), language, claims)


def _values(library: Library, node: Node, language: str, part: str = "") -> dict[str, Any]:
    """A page for programs. Texts are as they were written, with citations instead of numbers."""
    if _is_text(node):
        claims = thing_export.claim_ids(library, node)
        return page_values(library.text(node, language), claims, language)
    if node.kind == "collection":
        members = thing_export.members_values(library, node, language, part)
        return collection_page_values(library.text(node, language), members, language)
    return thing_page_values(
        library.page(node, language),
        thing_export.thing_values(library, node, language),
        thing_export.referring_values(library, node, language),
        language,
    )


def _is_review(node: Node) -> bool:
    return node.kind == "collection" and node.collection == "claims"


def _is_text(node: Node) -> bool:
    return node.kind == "section"


# --- one block of it ----------------------------------------------------------------------------


def _show_block(library: Library, node: Node, address: Address, language: str, form: str) -> None:
    page = library.page(node, language)
    block = _block(library, page, address)
    if form == "text":
        print(block_texts((block,), language)[0])
        return
    written = library.text(node, language)
    # What the program set around the text is only on the composed page.
    block = find_block((*written.blocks, *written.record), address.fragment) or block
    alone = written._replace(blocks=(block,), record=())
    claims = thing_export.claim_ids(library, node) if _is_text(node) else []
    common.print_json(page_values(alone, claims, language))


def _block(library: Library, page: Page, address: Address) -> Block:
    block = find_block(page.whole, address.fragment)
    if block is not None:
        return block
    known = [block.id for block in page.whole[:10]]
    if _is_text(page.node):
        known += thing_export.claim_ids(library, page.node)
    what = "section" if _is_text(page.node) else "page"
    raise NotFoundError(
        f"There is nothing at “{address}”.",
        advice=f"This {what} has: {', '.join(known)}." if known else "",
    )


# --- a whole entry ------------------------------------------------------------------------------


def _show_entry(library: Library, info: EntryInfo, language: str, form: str) -> None:
    if form == "json":
        sections = [_values(library, node, language) for node in list(library.sections(info))]
        rest = thing_export.collection_values(library, info, language)
        common.print_json(entry_values(info, language) | {"sections": sections} | rest)
        return
    for number, text in enumerate(_texts(library, info, language)):
        if number:
            print("\n")
        print(text)


def _texts(library: Library, info: EntryInfo, language: str) -> Iterator[str]:
    """Every page of the outline, in order."""
    lines = library.nodes(
        "WHERE entry = ? AND listed AND kind NOT IN ('entry', 'part') ORDER BY id", info.node.entry
    )
    for node in lines:
        if _is_review(node):
            # Each section has told its own.
            continue
        if node.kind == "collection" and node.children:
            # Its things follow, each on a page of its own.
            page = library.page(node, language)
            yield page_text(
                page._replace(record=(), below=page.below if page.blocks else ()), language
            )
        else:
            yield _text(library, node, language)


def _say_other_edition(library: Library, address: Address) -> None:
    edition = library.entry(address.entry).edition
    if address.edition and address.edition != edition:
        print(
            f"treatyviewer: The address names edition {address.edition}; this is edition "
            f"{edition}, and its paragraphs may be numbered otherwise.",
            file=sys.stderr,
        )
