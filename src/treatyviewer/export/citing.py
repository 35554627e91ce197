"""A claim or a page as text to be pasted elsewhere: cited, or sent on with a correction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from treatyviewer.citation.reference import reference
from treatyviewer.entry import things as t
from treatyviewer.entry.address import Address
from treatyviewer.entry.blocks import leaves, run_text
from treatyviewer.entry.language import choose
from treatyviewer.errors import NotFoundError
from treatyviewer.library import things
from treatyviewer.library.composing.labels import label
from treatyviewer.library.library import Library
from treatyviewer.library.values import EntryInfo, Node


def citation(library: Library, node: Node, language: str) -> str:
    """A claim with its verdict and its sources in full, or a page; where it stands, in which
    edition, at what address. Ends without a line feed.
    """
    info = library.entry(node.entry)
    if node.kind != "claim":
        return _place(info, node, node, language)
    claim: t.Claim = things.thing(library, node)
    lines = [
        f"“{claim.quote[claim.start : claim.end]}”",
        _place(info, library.find(Address(node.entry, node.home)), node, language),
        _verdict(claim, language),
    ]
    if works := list(_works(library, node.entry, claim, language)):
        lines.append(_led("sources", "", language))
        lines += [f"{number}. {work}" for number, work in enumerate(works, start=1)]
    return "\n".join(lines)


def correction(library: Library, node: Node, language: str) -> str:
    """A letter about a claim, with room for what it should say instead."""
    info = library.entry(node.entry)
    claim: t.Claim = things.thing(library, node)
    home = library.find(Address(node.entry, node.home))
    record = claim.record.get(choose(claim.record, language, info.language), ())
    shown = " ".join(run_text(runs) for _, runs in leaves(record))
    parts = [
        _led("suggestion", _titles(info, home, language), language),
        f"{_led('address', _address(info, node), language)}\n{_edition(info, language)}",
        f"{_led('quotation', '', language)}\n“{claim.quote}”",
        _verdict(claim, language),
    ]
    if shown:
        parts.append(f"{_led('record-shows', '', language)}\n{shown}")
    parts.append(f"{_led('yours', '', language)}\n\n")
    return "\n\n".join(parts)


def _place(info: EntryInfo, page: Node, node: Node, language: str) -> str:
    """Where something stands, in a line."""
    parts = [_titles(info, page, language), _edition(info, language), _address(info, node)]
    return label("full-stop", language).join(part.rstrip(".") for part in parts)


def _led(key: str, text: str, language: str) -> str:
    """A word of the program's and what it is the word for, on the next line where that is ""."""
    return f"{label(key, language)}{label('colon', language)}{text}".rstrip()


def _titles(info: EntryInfo, page: Node, language: str) -> str:
    entry = info.node.title(language)
    if page.lead:
        return entry
    title = page.title(language)
    numbered = f"{page.number}. {title}" if page.number else title
    return label("quoted", language).format(text=numbered, entry=entry)


def _edition(info: EntryInfo, language: str) -> str:
    said = label("edition", language).format(edition=info.edition, version=info.version)
    return said[:1].upper() + said[1:]


def _address(info: EntryInfo, node: Node) -> str:
    return node.address._replace(edition=info.edition).link


def _verdict(claim: t.Claim, language: str) -> str:
    word = label(claim.verdict, language)
    said = f"{word}{label('full-stop', language)}{claim.note}" if claim.note else word
    return _led("verdict", said, language)


def _works(library: Library, entry: str, claim: t.Claim, language: str) -> Iterator[str]:
    """What a claim rests on: each work once for each place in it."""
    refs = [*claim.sources, *(ref for rival in claim.rivals for ref in rival.sources)]
    for ref in dict.fromkeys(refs):
        try:
            node = library.find(Address(entry, ref.source, "sources"))
        except NotFoundError:
            # Nothing is compiled that cites what is not there.
            continue
        source = cast("t.Source", things.thing(library, node))
        full = run_text(reference(source.csl, language))
        yield f"{full} {ref.locator}." if ref.locator else full
