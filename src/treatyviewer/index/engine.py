"""The statements that the index answers, each at a cost that is bounded at any size."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import apsw

from treatyviewer.index.marks import Mark
from treatyviewer.index.query import Clause, Group
from treatyviewer.index.schema import (
    KIND_OF,
    MOST_KINDS,
    OWNER_BITS,
    OWNER_MASK,
    OWNER_OF,
    number,
    unpacked,
    whole,
)
from treatyviewer.index.scoring import score_of, weights
from treatyviewer.tuples import NamedTuple

# Matches that are ranked, and counted: what lies beyond lost nothing visible on judged questions.
BUDGET = 20_000
# Documents with the same title that are looked at for the very same.
_NAMESAKES = 200
# Documents that are offered for the beginning of a title.
_BEGUN = 8


class Scope(NamedTuple):
    """Where to search: documents' numbers, from the first of a range to before its end, and
    days as yyyymmdd, 0 for none. `ranges` None: everywhere.
    """

    ranges: tuple[tuple[int, int], ...] | None = None
    before: int = 0
    after: int = 0

    @property
    def everywhere(self) -> bool:
        """Whether nothing is kept out."""
        return self == Scope()

    def has(self, document: int) -> bool:
        """Whether a document is in the ranges."""
        return self.ranges is None or any(a <= document < b for a, b in self.ranges)


def scope_of(
    lanes: Iterable[int],
    kinds: Collection[int] | None,
    owners: Sequence[tuple[int, int]] | None,
    before: int,
    after: int,
) -> Scope:
    """A scope of some kinds, some owners (from the first of a range to before its end), or all
    (None). `lanes` are those that the index has documents in.
    """
    if kinds is None and owners is None:
        return Scope(None, before, after)
    ranges = [
        ((lane << OWNER_BITS) + first, (lane << OWNER_BITS) + end)
        for lane in lanes
        if kinds is None or lane % MOST_KINDS in kinds
        for first, end in (owners if owners is not None else ((0, OWNER_MASK + 1),))
    ]
    return Scope(tuple(ranges), before, after)


class Found(NamedTuple):
    """One document that fits. The higher `score`, the better, in one answer. `titles` and
    `text` are its words as they stand, and `marks` what stands in the text of what was sought.
    """

    document: int
    score: float
    titles: tuple[str, ...] = ()
    text: str = ""
    marks: tuple[Mark, ...] = ()


class Counts(NamedTuple):
    """How many owners fit, by kind; `more` says that there are more than were counted."""

    kinds: dict[int, int]
    more: bool


def expression_of(
    groups: Sequence[Group], without: Sequence[Clause] = (), *, some: bool = False
) -> str:
    """An FTS5 expression for all the groups (or `some` of them)."""
    expression = (" OR " if some else " AND ").join(group.fts for group in groups)
    if without:
        expression = f"({expression}) NOT ({' OR '.join(clause.fts for clause in without)})"
    return expression


class Engine:
    """Asks the tables over one connection. Raises what SQLite raises, an interrupt included."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._weights = weights(connection)
        self._score = score_of(self._weights)
        latest: Any = connection.execute("SELECT coalesce(max(id), 0) FROM document").get
        # Translations count once; where there are none, each document is an owner.
        self._owners = "count(DISTINCT owner)" if number(latest).version else "count(*)"

    def weight(self, document: int) -> float:
        """What a hit in a document counts for."""
        return self._weights.get(number(document).kind, 1.0)

    def best(self, expression: str, scope: Scope, limit: int) -> list[Found]:
        """The best documents, best first, without their texts."""
        matches = _matches(f"rowid AS id, {self._score} AS score", scope)
        return [
            Found(document, score)
            for document, score in self._rows(
                f"SELECT id, score FROM ({matches}) ORDER BY score DESC, id LIMIT :limit",
                scope,
                query=expression,
                limit=limit,
            )
        ]

    def count(self, expression: str, scope: Scope, budget: int = BUDGET) -> Counts:
        """How many there are, as far as the budget goes."""
        matches = _matches(f"{KIND_OF} AS kind, {OWNER_OF} AS owner", scope, budget)
        rows = self._rows(
            f"SELECT kind, {self._owners}, count(*) FROM ({matches}) GROUP BY kind",
            scope,
            query=expression,
        )
        matched = sum(row[2] for row in rows)
        return Counts({kind: owners for kind, owners, _ in rows}, matched >= budget)

    def owners(self, expression: str, scope: Scope) -> list[int]:
        """The owners that `count` counts, each once, in order."""
        matches = _matches(f"{OWNER_OF} AS owner", scope)
        rows = self._rows(
            f"SELECT DISTINCT owner FROM ({matches}) ORDER BY 1", scope, query=expression
        )
        return [owner for (owner,) in rows]

    def listed(self, scope: Scope, without: Sequence[Clause] = ()) -> list[int]:
        """Documents that the scope alone asks for, in order, as far as the budget goes."""
        unwanted = " OR ".join(clause.fts for clause in without)
        kept = " AND id NOT IN (SELECT rowid FROM words WHERE words MATCH :query)"
        inside = " OR ".join(f"(id >= {first} AND id < {end})" for first, end in scope.ranges or ())
        within = f"({inside})" if inside else "true" if scope.ranges is None else "false"
        rows = self._rows(
            f"SELECT id FROM document WHERE {within}{_dated(scope, 'id')}"
            f"{kept if without else ''} ORDER BY id LIMIT {BUDGET}",
            scope,
            query=unwanted,
        )
        return [document for (document,) in rows]

    def titled(self, title: str, scope: Scope) -> list[int]:
        """The documents that are called by a text as a whole, those that have it for a title to
        the letter first, then by what a hit in them counts for.
        """
        rows = self._called("c.name = :name", scope, whole(title))
        rows.sort(key=lambda row: (title not in row[1].split("\n"), -self.weight(row[0])))
        return [document for document, _ in rows]

    def begun(self, title: str, scope: Scope) -> list[int]:
        """The documents whose title a text is the beginning of, shorter titles first."""
        rows = self._called(
            "c.name > :name AND c.name < :name || char(1114111)", scope, whole(title)
        )
        rows.sort(key=lambda row: (-self.weight(row[0]), len(row[1])))
        return list(dict.fromkeys(document for document, _ in rows))[:_BEGUN]

    def _called(self, condition: str, scope: Scope, name: str) -> list[Any]:
        rows = self._rows(
            "SELECT c.document, d.title FROM called c JOIN document d ON d.id = c.document"
            f" WHERE {condition}{_dated(scope, 'c.document')} ORDER BY c.name LIMIT {_NAMESAKES}",
            scope,
            name=name,
        )
        return [row for row in rows if scope.has(row[0])] if name else []

    def complete(self, found: Iterable[Found]) -> list[Found]:
        """The same with their texts."""
        complete: list[Found] = []
        for one in found:
            (row,) = self._rows(
                "SELECT title, text FROM document WHERE id = :id", Scope(), id=one.document
            )
            titles = tuple(row[0].split("\n"))
            complete.append(one._replace(titles=titles, text=unpacked(row[1])))
        return complete

    def _rows(self, statement: str, scope: Scope, **values: object) -> list[Any]:
        days = {"before": scope.before, "after": scope.after}
        return self._connection.execute(statement, {**days, **values}).fetchall()


def _matches(columns: str, scope: Scope, budget: int = BUDGET) -> str:
    """A query for the first matches in scope, as many as the budget allows."""
    parts = []
    for within in scope.ranges if scope.ranges is not None else ((0, 0),):
        first, end = within
        place = f" AND rowid >= {first} AND rowid < {end}" if end else ""
        parts.append(
            f"SELECT * FROM (SELECT {columns} FROM words WHERE words MATCH :query{place}"
            f"{_dated(scope, 'words.rowid')} LIMIT {budget})"
        )
    if not parts:
        return f"SELECT {columns} FROM words WHERE words MATCH :query LIMIT 0"
    return f"SELECT * FROM ({' UNION ALL '.join(parts)}) LIMIT {budget}"


def _dated(scope: Scope, document: str) -> str:
    """A condition for documents that carry a date in the scope's time."""
    if not scope.before and not scope.after:
        return ""
    before = " AND first < :before" if scope.before else ""
    return (
        f" AND EXISTS (SELECT 1 FROM dated WHERE document = {document} AND last >= :after{before})"
    )
