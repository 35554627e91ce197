"""Entries, sections and answers as JSON values: what the command line prints for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from treatyviewer.entry.blockjson import to_json
from treatyviewer.entry.blocks import plain_text
from treatyviewer.library.values import Answer, EntryInfo, Node, Page


def entry_values(info: EntryInfo, language: str) -> dict[str, Any]:
    """An entry as a whole, without what is in it."""
    return {
        "address": str(info.node.address),
        "kind": "entry",
        "subject": info.kind,
        "title": info.node.title(language),
        "titles": dict(info.node.titles),
        "edition": info.edition,
        "version": info.version,
        "licence": info.licence,
        "language": info.language,
        "languages": list(info.languages),
        "verdicts": dict(info.verdicts),
    }


def node_values(node: Node, path: Iterable[Node], language: str) -> dict[str, Any]:
    """One line of an outline."""
    return {
        "address": str(node.address),
        "kind": node.kind,
        "lead": node.lead,
        "number": node.number,
        "title": node.title(language),
        "titles": dict(node.titles),
        "path": _titles(path, language),
    }


def collection_line(node: Node, language: str) -> dict[str, Any]:
    """A collection in an outline."""
    return {
        "collection": node.collection,
        "title": node.title(language),
        "titles": dict(node.titles),
        "members": node.members,
        "address": str(node.address),
    }


def page_values(page: Page, claims: Sequence[str], language: str) -> dict[str, Any]:
    """A section; `page` is its text as it was written (`Library.text`).

    `text` has the words of all blocks, one line a piece; `record` and `record_text` are the
    editor's part. `claims` are the ids of those that stand in it.
    """
    return (
        node_values(page.node, page.path, language)
        | _whence(page)
        | {
            "supplied": page.node.supplied,
            "claims": list(claims),
            "text": plain_text(page.blocks),
            "blocks": to_json(page.blocks),
            "record_text": plain_text(page.record),
            "record": to_json(page.record),
        }
    )


def collection_page_values(
    page: Page, members: Sequence[dict[str, Any]], language: str
) -> dict[str, Any]:
    """The page of a collection: what its author wrote above it, and its things."""
    return (
        {"address": str(page.node.address), "kind": page.node.kind}
        | collection_line(page.node, language)
        | {"path": _titles(page.path, language)}
        | _whence(page)
        | {"text": plain_text(page.blocks), "blocks": to_json(page.blocks)}
        | {"members": list(members)}
    )


def thing_page_values(
    page: Page, thing: dict[str, Any], referring: Sequence[dict[str, str]], language: str
) -> dict[str, Any]:
    """The page of a thing or a claim, with what refers to it; `page` is the composed one."""
    text = plain_text((*page.above, *page.blocks, *page.record))
    more = {"path": _titles(page.path, language), "text": text, "referred_by": list(referring)}
    return thing | _whence(page) | more


def _whence(page: Page) -> dict[str, Any]:
    return {
        "entry": page.entry.node.entry,
        "edition": page.entry.edition,
        "language": page.language,
    }


def _titles(path: Iterable[Node], language: str) -> list[str]:
    return [title for above in path if (title := above.title(language))]


def answer_values(answer: Answer) -> dict[str, Any]:
    """The answer to a query. `marks` are code points of `snippet`, end excluded; `more` says that
    there are more than `total`.
    """
    return {
        "query": answer.query,
        "took_ms": answer.took_ms,
        "total": answer.total,
        "more": answer.more,
        "kinds": dict(answer.kinds),
        "corrected": answer.corrected or None,
        "relaxed": answer.relaxed or None,
        "also": list(answer.also),
        "offers": [{"kind": offer.kind, "query": offer.query} for offer in answer.offers],
        "message": answer.message,
        "hits": [
            {
                "address": str(hit.address),
                "kind": hit.kind,
                "number": hit.number,
                "title": hit.title,
                "path": list(hit.path),
                "language": hit.language,
                "score": hit.score,
                "snippet": hit.snippet,
                "marks": [list(mark) for mark in hit.marks],
            }
            for hit in answer.hits
        ],
    }
