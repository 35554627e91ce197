"""How many hits of an answer lie at a node of the outline and below it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from treatyviewer.gui.i18n import number
from treatyviewer.library.library import DamagedError, Library
from treatyviewer.library.values import Answer, Node


class HitCounts:
    """Counts for one answer at a time, each when it is asked for.

    Where a node's subtree ends stays the same for a library, and is looked up once.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._ends: dict[int, int] = {}
        self._owners: Sequence[int] = ()
        self._more = False

    def set_answer(self, answer: Answer | None) -> None:
        """Count the hits of another answer, of none for None."""
        self._owners = answer.owners if answer is not None and answer.total else ()
        self._more = answer is not None and answer.more

    def below(self, node: Node) -> str:
        """The count for a node, "" for none; with a "+" where not all were counted."""
        count = self.count(node)
        return number(count, more=self._more) if count else ""

    def count(self, node: Node) -> int:
        """How many were counted at a node and below it."""
        first = bisect_left(self._owners, node.id)
        if first == len(self._owners):
            return 0
        return bisect_left(self._owners, self._end(node), first) - first

    def _end(self, node: Node) -> int:
        if node.id not in self._ends:
            try:
                self._ends[node.id] = self._library.end(node)
            except DamagedError:
                # Asked for while the tree is painted; who reads on is told.
                return node.id
        return self._ends[node.id]
