"""An index in memory, made on the spot, and what is asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import apsw
import pytest

from treatyviewer.index import aliases, schema
from treatyviewer.index.aliases import Aliases
from treatyviewer.index.analyser import Analyser
from treatyviewer.index.building import build
from treatyviewer.index.engine import Scope
from treatyviewer.index.marks import Mark, Matcher
from treatyviewer.index.planning import Planner
from treatyviewer.index.query import Group, Plan
from treatyviewer.index.schema import Number
from treatyviewer.index.search import Result, Search
from treatyviewer.index.syntax import literal, parse
from treatyviewer.index.vocabulary import Vocabulary

Words = tuple[Sequence[str], str]
Names = tuple[Sequence[str], Sequence[str]]


class Index:
    """An index over documents, each (titles, text), by their owner or their whole number."""

    def __init__(
        self,
        documents: Mapping[int, Words] | Mapping[Number, Words],
        names: Iterable[Names] = (),
        weights: Iterable[tuple[int, float]] = (),
    ) -> None:
        self.connection = apsw.Connection(":memory:")
        self.analyser = Analyser()
        self.connection.execute("BEGIN")
        schema.create(self.connection, weights)
        for key, (titles, text) in documents.items():
            number = Number(key, 0, 0) if isinstance(key, int) else key
            schema.add(self.connection, number, titles, text)
        aliases.keep(self.connection, self.analyser, names)
        self.progress: list[int] = []
        build(self.connection, Analyser(), self.progress.append)
        self.connection.execute("COMMIT")
        self.aliases = Aliases(self.connection, self.analyser)
        self.vocabulary = Vocabulary(self.connection)
        self._planner = Planner(self.analyser, self.vocabulary, self.aliases)
        self._search = Search(self.connection, self.vocabulary)

    def plan(
        self, text: str, *, typing: bool = False, correct: bool = True, plain: bool = False
    ) -> Plan:
        """A query understood."""
        query = literal(text) if plain else parse(text)
        return self._planner.plan(query, typing=typing, correct=correct)

    def matcher(self, groups: Sequence[Group]) -> Matcher:
        """What finds the groups in texts."""
        return Matcher(self.analyser, groups)

    def marks(self, query: str, text: str, *, typing: bool = False) -> list[Mark]:
        """Where the words of a query stand in a text."""
        return self.matcher(self.plan(query, typing=typing).groups).find(text)

    def ask(
        self,
        text: str,
        limit: int = 20,
        scope: Scope | None = None,
        *,
        typing: bool = False,
        correct: bool = True,
        plain: bool = False,
    ) -> Result:
        """The answer to a query, its days for a scope where none is given."""
        query = literal(text) if plain else parse(text)
        where = scope or Scope(None, query.before, query.after)
        plan = self._planner.plan(query, typing=typing, correct=correct)
        return self._search.search(plan, where, limit, self.matcher, text.strip())

    def owners(self, result: Result) -> list[int]:
        """The owners of all that a result counted."""
        return self._search.owners(result, Plan(()), Scope())

    def found(self, text: str, limit: int = 20, *, plain: bool = False) -> list[int]:
        """The owners of the best documents, best first; none where not all words are there."""
        result = self.ask(text, limit, correct=False, plain=plain)
        if result.relaxed:
            return []
        return [schema.number(one.document).owner for one in result.found]


@pytest.fixture(scope="session")
def make_index() -> type[Index]:
    """Makes indexes: `make_index({1: (["Title"], "Text.")}, names=[(["One"], [])])`."""
    return Index
