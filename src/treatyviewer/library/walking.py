"""From one page to the next: in reading order, and in their collection for things."""

from __future__ import annotations

from treatyviewer.library.library import Library
from treatyviewer.library.values import Node
from treatyviewer.tuples import NamedTuple

# As the index `node_page` has it, which leaves out the many that have no line in the outline.
_PAGES = "INDEXED BY node_page WHERE listed AND kind NOT IN ('entry', 'part')"


class Ways(NamedTuple):
    """The pages before and after one, None at the ends."""

    before: Node | None
    after: Node | None


def ways(library: Library, node: Node) -> Ways:
    """The pages around a node: among the lines of its entry's outline where it is one of them,
    else among what lies beside it. As quick in a library of any size. Raises `DamagedError`.
    """
    if node.listed:
        before = library.nodes(f"{_PAGES} AND id < ? ORDER BY id DESC LIMIT 1", node.id)
        after = library.nodes(f"{_PAGES} AND id > ? ORDER BY id LIMIT 1", node.id)
    else:
        beside = "WHERE parent IS ? AND kind = ?"
        values = (node.parent, node.kind, node.id)
        before = library.nodes(f"{beside} AND id < ? ORDER BY id DESC LIMIT 1", *values)
        after = library.nodes(f"{beside} AND id > ? ORDER BY id LIMIT 1", *values)
    found = (
        next((one for one in side if one.entry == node.entry), None) for side in (before, after)
    )
    return Ways(*found)


def first_pages(library: Library, limit: int) -> list[Node]:
    """The first pages of the library, in reading order. Raises `DamagedError`."""
    return library.nodes(f"{_PAGES} ORDER BY id LIMIT ?", limit)


def listed(library: Library, node: Node) -> Node:
    """The line of the outline that a node belongs to: itself, or what it is below."""
    while not node.listed and node.parent is not None:
        node = library.node(node.parent)
    return node
