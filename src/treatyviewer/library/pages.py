"""The pages that were read last, and those that may be read next: ready without a query."""

from __future__ import annotations

from treatyviewer.entry.address import Address
from treatyviewer.library.library import Library
from treatyviewer.library.values import Node, Page
from treatyviewer.library.walking import Ways, ways

# A page of some thousand words is about 100 kB.
_LIMIT = 24


class Pages:
    """The newest pages of a library, the least recently read given up first."""

    def __init__(self, library: Library, limit: int = _LIMIT) -> None:
        self._library = library
        self._limit = limit
        # In the order in which they were asked for, the newest last.
        self._pages: dict[tuple[int, str, str], Page] = {}
        # Of all pages that were ready once: where they are, and what is beside them.
        self._nodes: dict[Address, Node] = {}
        self._ways: dict[int, Ways] = {}

    def page(self, node: Node, language: str, part: str = "") -> Page:
        """A page, complete. Raises `DamagedError`."""
        key = node.id, language, part
        page = self._pages.pop(key, None) or self._library.page(node, language, part)
        self._pages[key] = page
        self._nodes[node.address] = node
        while len(self._pages) > self._limit:
            del self._pages[next(iter(self._pages))]
        return page

    def find(self, address: Address) -> Node:
        """What is at an address, as `Library.find` has it; its errors too."""
        known = self._nodes.get(address._replace(fragment="", edition=0))
        return known or self._library.find(address)

    def ways(self, node: Node) -> Ways:
        """The pages before and after one. Raises `DamagedError`."""
        if node.id not in self._ways:
            self._ways[node.id] = ways(self._library, node)
        return self._ways[node.id]

    def has(self, node: Node, language: str) -> bool:
        """Whether a page is ready."""
        return (node.id, language, "") in self._pages
