"""Entries, sections and answers as JSON values: what the command line prints for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from treatyviewer.entry.blockjson import to_json
from treatyviewer.entry.blocks import plain_text
from treatyviewer.library.values import Answer, EntryInfo, Node, Page


def entry_values(info: EntryInfo, language: str) -> dict[str, Any]:
    """An entry as a whole, without its sections."""
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
        "path": [title for above in path if (title := above.title(language))],
    }


def page_values(page: Page, language: str) -> dict[str, Any]:
    """A section with its blocks. `text` has the words of all blocks, one line a piece."""
    return node_values(page.node, page.path, language) | {
        "entry": page.entry.node.entry,
        "edition": page.entry.edition,
        "language": page.language,
        "supplied": page.node.supplied,
        "text": plain_text(page.blocks),
        "record_text": plain_text(page.record),
        "record": to_json(page.record),
        "blocks": to_json(page.blocks),
    }


def answer_values(answer: Answer) -> dict[str, Any]:
    """The answer to a query. `marks` are code points of `snippet`, end excluded."""
    return {
        "query": answer.query,
        "took_ms": answer.took_ms,
        "total": answer.total,
        "corrected": None,
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
