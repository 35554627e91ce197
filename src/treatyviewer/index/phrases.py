"""Words of a text as clauses."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from treatyviewer.index.analyser import Analyser, Term, is_han
from treatyviewer.index.query import Clause
from treatyviewer.tuples import NamedTuple


class Stretch(NamedTuple):
    """A run of Han, or words that nothing of Han stands between."""

    terms: tuple[Term, ...]

    @property
    def clause(self) -> Clause:
        """Its terms side by side."""
        return _clause([term.text for term in self.terms])


def phrase(analyser: Analyser, text: str) -> Clause | None:
    """The words of a text side by side; None where it has none."""
    terms = analyser.terms(text)
    return _clause(terms) if terms else None


def stretches(analyser: Analyser, text: str) -> list[Stretch]:
    """The words of a text with each run of Han for itself."""
    found: list[Stretch] = []
    group: list[Term] = []
    for term in analyser.places(text):
        if group and not _joins(group[-1], term):
            found.append(Stretch(tuple(group)))
            group = []
        group.append(term)
    if group:
        found.append(Stretch(tuple(group)))
    return found


def _joins(before: Term, after: Term) -> bool:
    han = is_han(after.text)
    # The pairs of one run overlap.
    return is_han(before.text) == han and (not han or after.start < before.end)


def _clause(terms: Sequence[str]) -> Clause:
    signs = ""
    if all(map(is_han, terms)):
        joined = "".join(term[0] for term in terms)
        pairs = [one + other for one, other in pairwise(joined)]
        signs = joined if [*pairs, joined[-1]] == list(terms) else ""
    # A run's last sign stands in its last pair as well: what follows the run in a text comes
    # after that.
    run_ends = len(terms) > 1 and len(terms[-2]) > 1 and is_han(terms[-2])
    inside = run_ends and len(terms[-1]) == 1 and terms[-2][-1] == terms[-1]
    return Clause(tuple(terms[:-1] if inside else terms), signs)
