"""Pages made of an entry's data: facts, lists and sources set around its texts, as blocks."""

from __future__ import annotations

from treatyviewer.library.library import Library
from treatyviewer.library.values import Page


def compose(library: Library, page: Page, language: str) -> Page:
    """The same page, complete. `page` comes from `Library.text`."""
    kind = page.node.kind
    if kind == "section":
        from treatyviewer.library.composing.sections import section

        return section(library, page, language)
    if kind == "collection":
        from treatyviewer.library.composing.collections import collection

        return collection(library, page, language)
    if kind == "claim":
        from treatyviewer.library.composing.evidence import evidence

        return evidence(library, page, language)
    from treatyviewer.library.composing.single import single

    return single(library, page, language)
