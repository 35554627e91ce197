"""What the conditions of a query keep: kinds, sections, times."""

from __future__ import annotations

from collections.abc import Sequence

from treatyviewer.index.engine import Scope, scope_of
from treatyviewer.index.query import Query
from treatyviewer.library.kinds import KINDS, kind_of
from treatyviewer.library.library import Library
from treatyviewer.library.values import Node

# More sections of one name than this are not told apart.
_MOST = 50


class Scoper:
    """Makes scopes for one library. `lanes` are those that its index has documents in."""

    def __init__(self, library: Library, lanes: Sequence[int]) -> None:
        self._library = library
        self._lanes = lanes

    def scope(
        self, query: Query, more_kinds: Sequence[str]
    ) -> tuple[Scope, tuple[tuple[str, str], ...]]:
        """Where a query is to be searched for, and the conditions that say nothing, as
        (key, value).
        """
        refused = list(query.refused)
        kinds: set[int] = set()
        for name in (*query.kinds, *more_kinds):
            kind = kind_of(name)
            if kind:
                kinds.add(KINDS.index(kind))
            else:
                refused.append(("kind", name))
        owners: list[tuple[int, int]] = []
        for place in query.places:
            nodes = self._nodes(place)
            if not nodes:
                refused.append(("in", place))
            owners.extend((node.id, self._library.end(node)) for node in nodes)
        scope = scope_of(
            self._lanes, kinds or None, _joined(owners) or None, query.before, query.after
        )
        return scope, tuple(refused)

    def _nodes(self, place: str) -> list[Node]:
        """The sections, collections and entries that a reader means by an id, a number or a
        title.
        """
        # Half of a sign that needs two cannot be asked for.
        place = place.encode("utf-8", "replace").decode()
        found = self._library.nodes(
            "WHERE (slug = ?1 AND collection <> 'claims') OR (number = ?1 AND number <> '')"
            " OR (collection = ?1 AND slug = '') OR (entry = ?1 AND kind = 'entry')"
            " ORDER BY id LIMIT ?2",
            place,
            _MOST,
        )
        if found:
            return found
        folded = place.casefold()
        return [
            node
            for node in self._library.nodes(
                "WHERE kind IN ('section', 'collection', 'part') AND titles LIKE ?1 ESCAPE '\\'"
                " ORDER BY id LIMIT ?2",
                f"%{_escaped(place)}%",
                _MOST,
            )
            if any(title.casefold() == folded for title in node.titles.values())
        ]


def _joined(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges that overlap made one, in order: nothing is found twice."""
    joined: list[tuple[int, int]] = []
    for first, end in sorted(ranges):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((first, end))
    return joined


def _escaped(text: str) -> str:
    for sign in "\\%_":
        text = text.replace(sign, f"\\{sign}")
    return text
