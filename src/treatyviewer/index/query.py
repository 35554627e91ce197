"""What a reader types, into what is searched for.

Words are sought together; words in quotation marks stand side by side. A quotation mark
without its partner reaches to the end. Raw text never becomes FTS5 syntax: only analysed
terms, each in quotes, do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from treatyviewer.index.analyser import analyse, is_han

# More words than this narrow nothing down any more; FTS5 refuses expressions 256 deep.
MOST_CLAUSES = 32

_QUOTED = re.compile(r'["“”„«»「」『』]')


@dataclass(frozen=True, slots=True)
class Clause:
    """Terms that must stand side by side; the last one may be a beginning only (`prefix`).

    `one_sign` marks a single Han sign: it is sought as the beginning of a pair, but only the
    sign itself is marked.
    """

    terms: tuple[str, ...]
    prefix: bool = False
    one_sign: bool = False

    @property
    def fts(self) -> str:
        """The clause as an FTS5 phrase."""
        return '"' + " ".join(self.terms) + '"' + (" *" if self.prefix else "")


@dataclass(frozen=True, slots=True)
class Query:
    """A query understood. No clauses: there was no word in it. `cut`: it had too many."""

    clauses: tuple[Clause, ...]
    cut: bool = False

    @property
    def fts(self) -> str:
        """The query as an FTS5 expression."""
        return " AND ".join(clause.fts for clause in self.clauses)


def parse(text: str, *, complete: bool = False) -> Query:
    """Understand what was typed. With `complete` the last word may be unfinished."""
    clauses: dict[Clause, None] = {}
    pieces = _QUOTED.split(text)
    for number, piece in enumerate(pieces):
        quoted = number % 2 == 1
        unfinished = complete and number == len(pieces) - 1 and not quoted
        for clause in _phrase(piece) if quoted else _words(piece, unfinished):
            clauses[clause] = None
            if len(clauses) > MOST_CLAUSES:
                return Query(tuple(clauses)[:MOST_CLAUSES], cut=True)
    return Query(tuple(clauses))


def _phrase(text: str) -> list[Clause]:
    words = _words(text, unfinished=False)
    if len(words) < 2:
        return words
    # A Han run that other words follow does not end in its last pair: in "条约 1950" the term
    # 约 stands between 条约 and 1950, so the terms are taken as the text has them.
    terms = [term.text for term in analyse(text)]
    if _is_open_end(text):
        terms.pop()
    return [Clause(tuple(terms))]


def _words(text: str, unfinished: bool) -> list[Clause]:
    """One clause a word; a run of Han signs is one word."""
    clauses: list[Clause] = []
    run: list[str] = []
    run_end = -1
    last_end = 0
    for term in analyse(text):
        last_end = term.end
        if not is_han(term.text[0]):
            _close(run, clauses)
            clauses.append(Clause((term.text,)))
            continue
        if term.start >= run_end and run:
            _close(run, clauses)
        run.append(term.text)
        run_end = term.end
    _close(run, clauses)
    typing = unfinished and clauses and last_end == len(text)
    if typing and not is_han(clauses[-1].terms[-1][0]):
        clauses[-1] = Clause(clauses[-1].terms, prefix=True)
    return clauses


def _close(run: list[str], clauses: list[Clause]) -> None:
    """End a Han run: its last sign is inside the last pair, unless it is all there is."""
    if len(run) == 1:
        clauses.append(Clause((run[0],), prefix=True, one_sign=True))
    elif run:
        clauses.append(Clause(tuple(run[:-1])))
    run.clear()


def _is_open_end(text: str) -> bool:
    """Whether the text ends in a Han run of two signs or more."""
    terms = analyse(text)
    return len(terms) > 1 and terms[-2].end == terms[-1].end and is_han(terms[-1].text)
