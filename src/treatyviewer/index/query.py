"""What a query is made of: as it was typed, and as it is understood."""

from __future__ import annotations

from treatyviewer.index.analyser import is_han
from treatyviewer.index.dates import Found as DateFound
from treatyviewer.tuples import NamedTuple

# More words than this narrow nothing down any more; FTS5 refuses expressions 256 deep.
MOST_GROUPS = 32


class Piece(NamedTuple):
    """A word of a query, a phrase in quotation marks, or a date; `start` to `end` of its text."""

    text: str
    start: int
    end: int
    quoted: bool = False
    date: DateFound | None = None


class Query(NamedTuple):
    """A query as it was typed. All of `wanted` are sought, one of the pieces in each.

    `before` and `after` are days as yyyymmdd, 0 for none. `refused` are conditions that say
    nothing, as (key, value). `cut`: there were more words than are searched for.
    """

    text: str
    wanted: tuple[tuple[Piece, ...], ...] = ()
    unwanted: tuple[Piece, ...] = ()
    kinds: tuple[str, ...] = ()
    not_kinds: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    before: int = 0
    after: int = 0
    refused: tuple[tuple[str, str], ...] = ()
    cut: bool = False

    @property
    def narrowed(self) -> bool:
        """Whether conditions keep hits out."""
        return bool(self.kinds or self.not_kinds or self.places or self.before or self.after)


class Clause(NamedTuple):
    """Terms that stand side by side.

    `signs` are those of a clause that is a run of Han, which its terms are the pairs of. A
    single sign at the end is the beginning of a pair.
    """

    terms: tuple[str, ...]
    signs: str = ""
    date: bool = False

    @property
    def fts(self) -> str:
        """The clause as an FTS5 phrase."""
        last = self.terms[-1]
        return '"' + " ".join(self.terms) + '"' + (" *" if len(last) == 1 and is_han(last) else "")

    def apart(self) -> tuple[Clause, ...]:
        """Its terms, each for itself."""
        if self.signs:
            return tuple(Clause((term,), term) for term in self.terms)
        return tuple(Clause((term,)) for term in self.terms)


class Group(NamedTuple):
    """Clauses of which one is enough: a word, its completions, the names of one thing.

    `begins` is the unfinished word that they complete, folded. A `weak` group says nothing
    where others do. Where the clauses stand for named things, `names` are what stands in texts.
    """

    clauses: tuple[Clause, ...]
    typed: str
    quoted: bool = False
    weak: bool = False
    begins: str = ""
    names: tuple[Clause, ...] = ()

    @property
    def fts(self) -> str:
        """The group as an FTS5 expression."""
        return "(" + " OR ".join(clause.fts for clause in self.clauses) + ")"


class Plan(NamedTuple):
    """A query understood. No groups: there was no word in it.

    `loose` is the same with what stands side by side taken apart. `corrected` is the query with
    words of the library for those that it does not have, "" where it has them all; `unknown`
    are those that nothing stands in for. `also` are other names that are searched for too,
    `related` what might be meant as well, and is not. A `question` may be answered by what has
    only some of its words. `begun`: its last word is no word yet.
    """

    groups: tuple[Group, ...]
    loose: tuple[Group, ...] = ()
    without: tuple[Clause, ...] = ()
    corrected: str = ""
    unknown: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    question: bool = False
    begun: bool = False
