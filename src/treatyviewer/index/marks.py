"""Where the words of a query stand in a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from treatyviewer.index.analyser import Term, analyse
from treatyviewer.index.query import Clause, Query


class Mark(NamedTuple):
    """Code points `start` to `end` of a text; `clause` is the number of the clause found."""

    start: int
    end: int
    clause: int


def find(query: Query, text: str) -> list[Mark]:
    """All places in `text` where a clause of `query` stands, in order, none overlapping."""
    terms = analyse(text)
    found = [
        mark for number, clause in enumerate(query.clauses) for mark in _find(clause, number, terms)
    ]
    return _apart(sorted(found))


def _find(clause: Clause, number: int, terms: Sequence[Term]) -> list[Mark]:
    size = len(clause.terms)
    first = clause.terms[0]
    marks: list[Mark] = []
    for at, term in enumerate(terms):
        if size == 1 and clause.prefix:
            if term.text.startswith(first):
                end = term.start + 1 if clause.one_sign else term.end
                marks.append(Mark(term.start, end, number))
        elif term.text == first:
            window = terms[at : at + size]
            if tuple(t.text for t in window) == clause.terms:
                marks.append(Mark(term.start, max(t.end for t in window), number))
    return marks


def _apart(marks: list[Mark]) -> list[Mark]:
    """Marks that overlap made one, which keeps the number of the first."""
    apart: list[Mark] = []
    for mark in marks:
        if apart and mark.start < apart[-1].end:
            last = apart[-1]
            apart[-1] = Mark(last.start, max(last.end, mark.end), last.clause)
        else:
            apart.append(mark)
    return apart
