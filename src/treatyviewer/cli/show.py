"""`treatyviewer show`: one section, one paragraph, or a whole entry."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from treatyviewer.cli import common
from treatyviewer.entry.address import Address, parse
from treatyviewer.entry.blocks import Block, find_block
from treatyviewer.errors import NotFoundError
from treatyviewer.export.text import block_texts, page_text
from treatyviewer.export.things import collection_values, thing_values
from treatyviewer.export.values import entry_values, page_values
from treatyviewer.library.library import Library
from treatyviewer.library.values import Page


def run(arguments: Sequence[str]) -> int:
    """The command with its arguments; returns the exit status."""
    parser = common.command("show", "Print what is at an address: an entry or a section.")
    parser.add_argument("address", metavar="ADDRESS", help="ENTRY, ENTRY/SECTION, ENTRY/SECTION#p1")
    common.add_library(parser, "--library")
    given = parser.parse_args(arguments)
    address = parse(given.address)

    def work(library: Library) -> int:
        _say_other_edition(library, address)
        if address.item or address.collection:
            _show_section(library, address, given.lang, given.format)
        else:
            _show_entry(library, address, given.lang, given.format)
        return 0

    return common.with_library(given.library, work)


def _show_section(library: Library, address: Address, language: str, form: str) -> None:
    node = library.find(address)
    claim = library.find_claim(address)
    if claim is not None:
        node = claim
    # JSON has the text as it is kept, citations and marks of claims included.
    page = library.text(node, language) if form == "json" else library.page(node, language)
    if address.fragment and claim is None:
        page = page._replace(blocks=(_block(page, address),), record=(), above=(), below=())
    if form == "json":
        common.print_json(page_values(page, language) | thing_values(library, page))
    elif address.fragment and claim is None:
        print("\n\n".join(block_texts(page.blocks)))
    else:
        print(page_text(page, language))


def _show_entry(library: Library, address: Address, language: str, form: str) -> None:
    info = library.entry(address.entry)
    nodes = library.sections(info)
    if form == "json":
        sections = [page_values(library.text(node, language), language) for node in list(nodes)]
        values = entry_values(info, language) | {"sections": sections}
        common.print_json(values | collection_values(library, info))
    else:
        pages = (library.page(node, language) for node in list(nodes))
        for number, page in enumerate(pages):
            if number:
                print("\n")
            print(page_text(page, language))


def _block(page: Page, address: Address) -> Block:
    block = find_block(page.whole, address.fragment)
    if block is not None:
        return block
    known = ", ".join(block.id for block in page.whole[:10])
    raise NotFoundError(
        f"There is nothing at “{address}”.", advice=f"This section has: {known}." if known else ""
    )


def _say_other_edition(library: Library, address: Address) -> None:
    edition = library.entry(address.entry).edition
    if address.edition and address.edition != edition:
        print(
            f"treatyviewer: The address names edition {address.edition}; this is edition "
            f"{edition}, and its paragraphs may be numbered otherwise.",
            file=sys.stderr,
        )
