"""Search a library: the index's numbered documents told as hits with addresses."""

from __future__ import annotations

import json
from collections.abc import Sequence
from time import perf_counter
from typing import Any

from treatyviewer.index import snippet
from treatyviewer.index.aliases import Aliases
from treatyviewer.index.analyser import Analyser
from treatyviewer.index.engine import Found, Scope
from treatyviewer.index.marks import Matcher
from treatyviewer.index.planning import Planner
from treatyviewer.index.query import Group, Plan, Query
from treatyviewer.index.schema import number
from treatyviewer.index.search import Result, Search
from treatyviewer.index.syntax import literal, parse
from treatyviewer.index.vocabulary import Vocabulary
from treatyviewer.library import answering
from treatyviewer.library.library import Library
from treatyviewer.library.scoping import Scoper
from treatyviewer.library.values import Answer, Hit, Node

_QUOTES = ' \t\n"“”„«»「」『』'


class Finder:
    """Searches one library, on whichever thread has it to itself.

    What it asks may be ended by `library.interrupt()`; it raises `Cancelled` then. Raises
    `DamagedError` for an index that was made by other stemmers than there are now.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._analyser = Analyser()
        self._paths: dict[int, tuple[Node, ...]] = {}
        with library.reading() as connection, library.decoding():
            vocabulary = Vocabulary(connection)
            if vocabulary.statistic("stemmer") != self._analyser.stemmer:
                raise ValueError("its words have other stems")
            self._planner = Planner(self._analyser, vocabulary, Aliases(connection, self._analyser))
            self._search = Search(connection, vocabulary)
            rows: Any = connection.execute("SELECT number, language FROM version").fetchall()
            self._versions: dict[int, str] = dict(rows)
            lanes = json.loads(vocabulary.statistic("lanes"))
        self._scoper = Scoper(library, lanes)

    def find(
        self,
        text: str,
        *,
        limit: int = 20,
        language: str = "en",
        typing: bool = False,
        correct: bool = True,
        plain: bool = False,
        kinds: Sequence[str] = (),
        counting: bool = False,
    ) -> Answer:
        """The best hits for a query, titles and messages in `language`.

        `typing`: the last word may be unfinished. `correct`: words that the library does not
        have may stand for others. `plain`: there are only words in the query, whatever signs it
        has. `kinds` narrows to some kinds, as `kind:` in the query does. `counting`: the answer
        tells the nodes of everything that fits.
        """
        began = perf_counter()
        query = literal(text) if plain else parse(text)
        scope, refused = self._scoper.scope(query, kinds)
        with self._library.reading(), self._library.decoding():
            plan = self._planner.plan(query, typing=typing, correct=correct)
            result = self._result(
                query, plan, scope, limit * (len(self._versions) + 1), plain=plain
            )
            owners = tuple(self._search.owners(result, plan, scope)) if counting else ()
        matcher = self._matcher(result.groups)
        hits = self._hits(result, matcher, language, limit)
        took = round((perf_counter() - began) * 1000, 2)
        return answering.answer(
            query,
            plan,
            result,
            hits,
            refused,
            took=took,
            matcher=matcher,
            owners=owners,
            language=language,
        )

    def _result(self, query: Query, plan: Plan, scope: Scope, limit: int, *, plain: bool) -> Result:
        if not plan.groups and not scope.everywhere:
            return self._search.listed(plan, scope, limit)
        title = plan.corrected or query.text
        if not plain:
            title = title.strip(_QUOTES)
        if len(query.wanted) == 1 and query.wanted[0][0].date is not None:
            # What happened on a day is called by it.
            title = query.wanted[0][0].date.term
        return self._search.search(plan, scope, limit, self._matcher, title)

    def _matcher(self, groups: Sequence[Group]) -> Matcher:
        return Matcher(self._analyser, groups)

    def _hits(self, result: Result, matcher: Matcher, language: str, limit: int) -> tuple[Hit, ...]:
        """One hit for each owner: its place by its best text, its words from the text in the
        language that is wanted.
        """
        owners = list(dict.fromkeys(number(found.document).owner for found in result.found))
        nodes = {node.id: node for node in self._library.some(owners)}
        best: dict[int, Found] = {}
        scores: dict[int, float] = {}
        with self._library.decoding():
            for found in result.found:
                owner = number(found.document).owner
                scores.setdefault(owner, found.score)
                if owner not in best or self._spoken(nodes[owner], found) == language:
                    best[owner] = found
            return tuple(
                self._hit(nodes[owner], best[owner], scores[owner], matcher, language)
                for owner in owners[:limit]
            )

    def _hit(self, node: Node, found: Found, score: float, matcher: Matcher, language: str) -> Hit:
        title = node.title(language)
        marks = found.marks or matcher.find(found.text)
        words = snippet.make(marks, found.text)
        if not marks:
            # Found by a name in another language than the one that is shown.
            for other in found.titles:
                named = matcher.find(other) if other != title else ()
                if named:
                    words = snippet.make(named, other)
                    break
        return Hit(
            node.address,
            node.kind,
            node.number,
            title,
            tuple(name for above in self._path(node) if (name := above.title(language))),
            round(score, 4),
            words.text,
            words.marks,
            tuple((mark.start, mark.end) for mark in matcher.find(title)),
            self._spoken(node, found),
        )

    def _path(self, node: Node) -> tuple[Node, ...]:
        """The nodes above one; most hits of an answer share them."""
        if node.parent is None:
            return ()
        if node.parent not in self._paths:
            if len(self._paths) > 10_000:
                self._paths.clear()
            above = self._library.node(node.parent)
            self._paths[node.parent] = (*self._path(above), above)
        return self._paths[node.parent]

    def _spoken(self, node: Node, found: Found) -> str:
        version = number(found.document).version
        return self._versions[version] if version else self._library.entry(node.entry).language
