"""The best documents for a plan: what has all words, else what has some."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import apsw

from treatyviewer.index.champions import KEPT, Champions, champions
from treatyviewer.index.engine import BUDGET, Counts, Engine, Found, Scope, expression_of
from treatyviewer.index.marks import Matcher
from treatyviewer.index.nearness import Nearness
from treatyviewer.index.query import Clause, Group, Plan
from treatyviewer.index.schema import number
from treatyviewer.index.vocabulary import Vocabulary
from treatyviewer.tuples import NamedTuple

# Queries of so many words are questions: what has only some of the words answers them too.
_QUESTION = 4

# Matches that are ranked beside the champions of commoner words, or counted of a beginning.
_BESIDE = 4_000

# How much of a query was given up: that words stand side by side; that all are there.
EXACT, APART, SOME = "", "apart", "some"

MatcherOf = Callable[[Sequence[Group]], Matcher]


class Result(NamedTuple):
    """The best documents for a plan, best first, and how many there are. `relaxed` is how much
    of the query was given up, and `groups` what was searched for then, in `expression`.
    """

    found: tuple[Found, ...]
    counts: Counts
    relaxed: str
    groups: tuple[Group, ...]
    expression: str
    # How many of those found have all of the words, where the others have some.
    full: int = 0


_NOTHING = Result((), Counts({}, False), EXACT, (), "")


class Search:
    """Searches over one connection. Raises what SQLite raises, an interrupt included."""

    def __init__(self, connection: apsw.Connection, vocabulary: Vocabulary) -> None:
        self._connection = connection
        self._vocabulary = vocabulary
        self._engine = Engine(connection)
        self._nearness = Nearness(vocabulary, self._engine.weight)

    def search(
        self, plan: Plan, scope: Scope, limit: int, matcher_of: MatcherOf, title: str = ""
    ) -> Result:
        """The best `limit` documents; `title` is a text that may be the whole title of some."""
        if not plan.groups:
            return _NOTHING
        strong = _strong(plan.groups)
        result = self._all(strong, plan, scope, limit)
        if not result.counts.kinds and plan.loose != plan.groups:
            result = self._all(_strong(plan.loose), plan, scope, limit)._replace(relaxed=APART)
        asks = len(strong) > 1 and (plan.question or len(strong) >= _QUESTION)
        if not result.counts.kinds or (asks and len(result.found) < limit):
            result = self._some(plan, scope, limit, result)
        titled = self._engine.titled(title, scope)
        if len(plan.groups) == 1 and plan.groups[0].names:
            # By whichever of its names, in whichever case: it is what was asked for.
            things = [clause.terms[0] for clause in plan.groups[0].clauses]
            about = [one for thing in things for one in self._engine.titled(thing, scope)]
            titled = list(dict.fromkeys([*titled, *about]))
        if plan.begun:
            titled += [one for one in self._engine.begun(title, scope) if one not in titled]
        others = [one for one in result.found if one.document not in titled]
        complete = self._engine.complete(others[: max(0, limit - len(titled))])
        ranked = self._ranked(complete, result, matcher_of(result.groups))
        # Whose whole title was typed comes first.
        top = max((one.score for one in (*ranked, *result.found)), default=0.0) + 1
        first = self._engine.complete(Found(document, top) for document in titled[:limit])
        if first and not result.counts.kinds:
            kinds = Counter(number(one.document).kind for one in first)
            result = result._replace(counts=Counts(dict(kinds), False))
        return result._replace(found=(*first, *ranked))

    def _ranked(self, found: Sequence[Found], result: Result, matcher: Matcher) -> list[Found]:
        """What has all of the words before what has some, each by nearness."""
        whole = {one.document for one in result.found[: result.full]}
        full = self._nearness.first([one for one in found if one.document in whole], matcher)
        some = self._nearness.first([one for one in found if one.document not in whole], matcher)
        # Their scores say so as well.
        more = max(0.0, some[0].score - full[-1].score) if full and some else 0.0
        return [*(one._replace(score=one.score + more) for one in full), *some]

    def listed(self, plan: Plan, scope: Scope, limit: int) -> Result:
        """What conditions alone ask for, in order."""
        documents = self._engine.listed(scope, plan.without)
        kinds: dict[int, int] = {}
        for _, kind in dict.fromkeys(number(document)[:2] for document in documents):
            kinds[kind] = kinds.get(kind, 0) + 1
        found = self._engine.complete(Found(document, 0.0) for document in documents[:limit])
        return _NOTHING._replace(found=tuple(found), counts=Counts(kinds, len(documents) >= BUDGET))

    def owners(self, result: Result, plan: Plan, scope: Scope) -> list[int]:
        """The owners of all that a result counted, in order."""
        if result.expression:
            return self._engine.owners(result.expression, scope)
        if scope.everywhere:
            return []
        return sorted({number(one).owner for one in self._engine.listed(scope, plan.without)})

    def _all(self, groups: tuple[Group, ...], plan: Plan, scope: Scope, limit: int) -> Result:
        expression = expression_of(groups, plan.without)
        if len(groups) == 1 and not plan.without and scope.everywhere and limit <= KEPT:
            known = self._known(groups[0], expression, limit)
            if known is not None:
                return known
        counts = self._engine.count(expression, scope)
        found = self._engine.best(expression, scope, limit) if counts.kinds else []
        return Result(tuple(found), counts, EXACT, groups, expression)

    def _known(self, group: Group, expression: str, limit: int) -> Result | None:
        """The answer for words that many have, as it was found when the index was made; None
        for other words.
        """
        kept: list[Champions] = []
        others: list[Clause] = []
        for clause in group.clauses:
            champion = None
            if len(clause.terms) == 1 and not clause.fts.endswith("*"):
                champion = champions(self._connection, clause.terms[0])
            if champion is None:
                others.append(clause)
            else:
                kept.append(champion)
        if not kept and not group.begins:
            return None
        rare = self._first(others, _BESIDE)
        scores: dict[int, float] = {}
        for champion in kept:
            for document, score in champion.best:
                scores[document] = scores.get(document, 0.0) + score
        expressions = " OR ".join(clause.fts for clause in rare)
        for one in self._engine.best(expressions, Scope(), limit) if rare else ():
            scores[one.document] = scores.get(one.document, 0.0) + one.score
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:limit]
        if kept and len(group.clauses) == 1:
            counts = Counts(kept[0].counts, False)
        else:
            # Of an unfinished word nobody needs to know more.
            counts = self._engine.count(expression, Scope(), _BESIDE if group.begins else BUDGET)
        return Result(tuple(Found(*one) for one in best), counts, EXACT, (group,), expression)

    def _first(self, clauses: Sequence[Clause], budget: int) -> list[Clause]:
        """The rarest of some clauses, as many as have that many documents together."""
        counted = self._vocabulary.frequencies(term for one in clauses for term in one.terms)
        costs = {one: min(counted.get(term, 1) for term in one.terms) for one in clauses}
        chosen: list[Clause] = []
        together = 0
        for clause, cost in sorted(costs.items(), key=lambda item: item[1]):
            together += cost
            if chosen and together > budget:
                break
            chosen.append(clause)
        return chosen

    def _some(self, plan: Plan, scope: Scope, limit: int, before: Result) -> Result:
        """What has some of the words, beside what has all: rarest words first, as many as the
        budget allows.
        """
        loose = _strong(plan.loose)
        parts = [part for group in loose for clause in group.clauses for part in clause.apart()]
        chosen = [Group((part,), "") for part in self._first(parts, BUDGET)]
        expression = expression_of(chosen, plan.without, some=True)
        counts = self._engine.count(expression, scope)
        found = {one.document: one for one in before.found}
        for one in self._engine.best(expression, scope, limit) if counts.kinds else ():
            if len(found) < limit:
                found.setdefault(one.document, one)
        best = tuple(found.values())
        return Result(best, counts, SOME, loose, expression, len(before.found))


def _strong(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """The groups that say something, all where none does."""
    return tuple(group for group in groups if not group.weak) or groups
