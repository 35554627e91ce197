"""The pages that were read last, and those that may be read next: ready without a query."""

from __future__ import annotations

from treatyviewer.library.library import Library
from treatyviewer.library.values import Node, Page

# A page of some thousand words is about 100 kB.
_LIMIT = 24


class Pages:
    """The newest pages of a library, the least recently read given up first."""

    def __init__(self, library: Library, limit: int = _LIMIT) -> None:
        self._library = library
        self._limit = limit
        # In the order in which they were asked for, the newest last.
        self._pages: dict[tuple[int, str, str], Page] = {}

    def page(self, node: Node, language: str, part: str = "") -> Page:
        """A page, complete. Raises `DamagedError`."""
        key = node.id, language, part
        page = self._pages.pop(key, None) or self._library.page(node, language, part)
        self._pages[key] = page
        while len(self._pages) > self._limit:
            del self._pages[next(iter(self._pages))]
        return page

    def has(self, node: Node, language: str) -> bool:
        """Whether a page is ready."""
        return (node.id, language, "") in self._pages
