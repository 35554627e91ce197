"""Documents in which words stand near each other as in the query, before others.

BM25 does not see where words stand. What two neighbours of a query are worth in a document is
the rarity of the commoner one, by the distance at which they stand there (after the proximity
features of Tao and Zhai, SIGIR 2007, and of Metzler and Croft, SIGIR 2005). Pairs of Han
overlap: they tell of their neighbours themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from treatyviewer.index.engine import Found
from treatyviewer.index.marks import Mark, Matcher
from treatyviewer.index.scoring import rarity
from treatyviewer.index.vocabulary import Vocabulary

# Documents that are looked at.
_LOOKED_AT = 30
# What nearness counts for beside BM25, and how far apart words may stand.
_SHARE = 0.4
_FAR = 4


class Nearness:
    """Puts the best documents of an answer in order. `weight` is what a document's hits count."""

    def __init__(self, vocabulary: Vocabulary, weight: Callable[[int], float]) -> None:
        self._vocabulary = vocabulary
        self._weight = weight
        self._documents: int = vocabulary.statistic("documents")

    def first(self, found: Sequence[Found], matcher: Matcher) -> list[Found]:
        """The documents in their new order, with their marks and new scores."""
        worths = self._worths(matcher)
        if not any(worths):
            return list(found)
        ranked: list[Found] = []
        for one in found[:_LOOKED_AT]:
            marks = tuple(matcher.find(one.text))
            named = [matcher.find(title) for title in one.titles]
            more = _SHARE * self._weight(one.document) * _near([marks, *named], worths)
            ranked.append(one._replace(score=one.score + more, marks=marks))
        ranked.sort(key=lambda one: -one.score)
        return [*ranked, *found[_LOOKED_AT:]]

    def _worths(self, matcher: Matcher) -> list[float]:
        """What each group and the one after it are worth side by side."""
        groups = matcher.groups
        if len(groups) < 2:
            return []
        terms = [group.clauses[0].terms for group in groups]
        counted = self._vocabulary.frequencies(term for several in terms for term in several)
        rare = [
            0.0
            if group.clauses[0].signs
            else rarity(self._documents, min(counted.get(term, 1) for term in several))
            for group, several in zip(groups, terms, strict=True)
        ]
        return [min(pair) for pair in pairwise(rare)]


def _near(texts: Sequence[Sequence[Mark]], worths: Sequence[float]) -> float:
    """What the nearness of neighbours is worth, each where they stand nearest."""
    nearest: dict[int, int] = {}
    for marks in texts:
        places: dict[int, list[int]] = {}
        for mark in marks:
            places.setdefault(mark.group, []).append(mark.place)
        for group in places:
            if group + 1 in places:
                apart = min(
                    abs(one - other) for one in places[group] for other in places[group + 1]
                )
                nearest[group] = min(apart, nearest.get(group, apart))
    return sum(worths[group] / apart for group, apart in nearest.items() if 0 < apart <= _FAR)
