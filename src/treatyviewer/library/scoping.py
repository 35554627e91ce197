"""What the conditions of a query keep: kinds, sections, times."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from treatyviewer.index.engine import Scope, scope_of
from treatyviewer.index.query import Query
from treatyviewer.index.schema import number, whole
from treatyviewer.library.kinds import KINDS, kind_of
from treatyviewer.library.library import Library
from treatyviewer.library.values import Node

# More sections of one name than this are not told apart.
_MOST = 50
_MOST_PARTS = 2_000
_ENTRIES = "SELECT one.entry FROM entry JOIN node one ON one.id = entry.node"


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
        left_out: set[int] = set()
        for name in (*query.kinds, *more_kinds):
            kind = kind_of(name)
            if kind:
                kinds.add(KINDS.index(kind))
            else:
                refused.append(("kind", name))
        for name in query.not_kinds:
            kind = kind_of(name)
            if kind:
                left_out.add(KINDS.index(kind))
            else:
                refused.append(("kind", name))
        if left_out:
            kinds = (kinds or set(range(len(KINDS)))) - left_out
        owners: list[tuple[int, int]] = []
        for place in query.places:
            nodes = self._nodes(place)
            if not nodes:
                refused.append(("in", place))
            owners.extend((node.id, self._library.end(node)) for node in nodes)
        scope = scope_of(
            self._lanes,
            kinds if kinds or left_out else None,
            _joined(owners) or None,
            query.before,
            query.after,
        )
        return scope, tuple(refused)

    def _nodes(self, place: str) -> list[Node]:
        """The sections, collections and entries that a reader means by an id, a number or a
        title.
        """
        # Half of a sign that needs two cannot be asked for.
        place = place.encode("utf-8", "replace").decode()
        found = self._library.nodes(
            "WHERE (slug = ?1 AND slug <> '' AND collection <> 'claims')"
            " OR (number = ?1 AND number <> '')"
            f" OR (entry IN ({_ENTRIES}) AND collection = ?1 AND slug = ''"
            "     AND (slug <> '' OR kind IN ('entry', 'collection')))"
            " OR (entry = ?1 AND collection = '' AND slug = ''"
            "     AND (slug <> '' OR kind IN ('entry', 'collection')))"
            " ORDER BY id LIMIT ?2",
            place,
            _MOST,
        )
        return found or self._titled(place)

    def _titled(self, place: str) -> list[Node]:
        """The sections and collections that have a text for their whole title, and the parts."""
        with self._library.reading() as connection:
            rows: Any = connection.execute(
                "SELECT DISTINCT document FROM called WHERE name = ? LIMIT ?",
                (whole(place), _MOST),
            ).fetchall()
        owners = [number(document).owner for (document,) in rows]
        parts = self._library.nodes(
            "WHERE parent IN (SELECT node FROM entry) AND kind = 'part' LIMIT ?", _MOST_PARTS
        )
        folded = whole(place)
        return [
            *(
                node
                for node in self._library.some(owners)
                if node.kind in ("section", "collection")
            ),
            *(node for node in parts if folded in map(whole, node.titles.values())),
        ][:_MOST]


def _joined(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges that overlap made one, in order: nothing is found twice."""
    joined: list[tuple[int, int]] = []
    for first, end in sorted(ranges):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((first, end))
    return joined
