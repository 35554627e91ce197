"""From a query as it was typed to what is searched for, with the words that the library has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from treatyviewer.index.aliases import Aliases, Named, key_of, term_of
from treatyviewer.index.analyser import Analyser, fold, is_han
from treatyviewer.index.phrases import Stretch, phrase, stretches
from treatyviewer.index.query import MOST_GROUPS, Clause, Group, Piece, Plan, Query
from treatyviewer.index.slips import Slips
from treatyviewer.index.stopwords import ASKING, STOP_SIGNS, STOP_WORDS
from treatyviewer.index.vocabulary import Vocabulary
from treatyviewer.tuples import NamedTuple

# Names longer than this are not looked for.
_LONGEST_NAME = 16
# Pairs of Han and single words that are sought when nothing has all.
_MOST_LOOSE = 200


class _Part(NamedTuple):
    """What becomes a group. `units` are what an alias is looked up by, none where it may not be
    one; `stretch` of `piece` are the words whose slips may be mended, None where they may not.
    """

    clauses: tuple[Clause, ...]
    typed: str
    units: tuple[str, ...] = ()
    quoted: bool = False
    begins: str = ""
    piece: Piece | None = None
    stretch: Stretch | None = None
    unfinished: bool = False


class Planner:
    """Makes plans. Raises what SQLite raises."""

    def __init__(self, analyser: Analyser, vocabulary: Vocabulary, aliases: Aliases) -> None:
        self._analyser = analyser
        self._vocabulary = vocabulary
        self._aliases = aliases
        self._stops = {analyser.stem(word) for word in STOP_WORDS} | STOP_SIGNS
        self._asking = {analyser.stem(word) for word in ASKING} | ASKING

    def plan(self, query: Query, *, typing: bool, correct: bool) -> Plan:
        """Understand a query. `typing`: its last word may be unfinished. `correct`: words that
        the library does not have may stand for others.
        """
        slips = Slips(self._analyser, self._vocabulary, query.text, correct=correct)
        parts: list[_Part] = []
        for pieces in query.wanted:
            last = typing and pieces is query.wanted[-1]
            parts.extend(self._parts(query, pieces, slips, typing=last))
        spans = self._spans([part.units for part in parts])
        named = {at for start, end in spans for at in range(start, end)}
        parts = [
            part if at in named else self._mended(part, slips) for at, part in enumerate(parts)
        ]
        found = _Found()
        groups = self._groups(parts, found)
        without = [
            clause for piece in query.unwanted if (clause := phrase(self._analyser, piece.text))
        ]
        return Plan(
            _different(groups)[:MOST_GROUPS],
            _different(self._loosened(groups))[:_MOST_LOOSE],
            tuple(without),
            slips.corrected,
            tuple(slips.unknown),
            tuple(found.also),
            tuple(found.related),
            self._is_question(query, groups),
            typing and self._is_begun(groups),
        )

    def _is_question(self, query: Query, groups: Sequence[Group]) -> bool:
        """Whether a query asks: what has some of its words may be the answer then."""
        return query.text.rstrip().endswith(("?", "？")) or any(
            clause.terms[0] in self._asking for group in groups for clause in group.clauses
        )

    def _is_begun(self, groups: Sequence[Group]) -> bool:
        """Whether the last word is no word yet; a run of Han may always go on."""
        last = groups[-1] if groups else None
        if last is None or last.quoted or last.names:
            return False
        if last.begins:
            return self._analyser.stem(last.begins) not in {c.terms[-1] for c in last.clauses}
        return len(last.clauses[0].signs) > 1

    # --- pieces -------------------------------------------------------------------------------

    def _parts(
        self, query: Query, pieces: Sequence[Piece], slips: Slips, *, typing: bool
    ) -> Iterator[_Part]:
        if len(pieces) > 1 or pieces[0].quoted or pieces[0].date is not None:
            whole = tuple(clause for piece in pieces if (clause := self._whole(piece, slips)))
            if whole:
                yield _Part(whole, " OR ".join(piece.text for piece in pieces), quoted=True)
            return
        piece = pieces[0]
        found = stretches(self._analyser, piece.text)
        for stretch in found:
            first, last = stretch.terms[0], stretch.terms[-1]
            typed = piece.text[first.start : last.end]
            clause = stretch.clause
            if is_han(first.text):
                yield _Part((clause,), typed, tuple(clause.signs))
                continue
            ends = piece.start + last.end == len(query.text)
            yield _Part(
                (clause,),
                typed,
                clause.terms,
                piece=piece,
                stretch=stretch,
                unfinished=typing and stretch is found[-1] and ends,
            )

    def _whole(self, piece: Piece, slips: Slips) -> Clause | None:
        """A piece that is taken as it stands: nothing stands for its words."""
        if piece.date is not None:
            return Clause((piece.date.term,), date=True)
        if not piece.quoted:
            slips.note(piece.text)
        return phrase(self._analyser, piece.text)

    def _mended(self, part: _Part, slips: Slips) -> _Part:
        """A part with words of the library for those that it does not have, and what completes
        an unfinished one.
        """
        if part.piece is None or part.stretch is None:
            return part
        last = part.stretch.terms[-1]
        begun = ""
        endings: list[str] = []
        if part.unfinished:
            begun = fold(part.piece.text[last.start : last.end])
            endings = self._vocabulary.completions(begun)
        known = self._vocabulary.frequencies(term.text for term in part.stretch.terms)
        known = known | dict.fromkeys(self._stops, 0)
        terms = slips.mended(part.piece, part.stretch, known, finished=not endings)
        if endings and last.text in known:
            endings = [last.text, *(ending for ending in endings if ending != last.text)]
        clauses = [Clause((*terms[:-1], ending)) for ending in endings or terms[-1:]]
        return part._replace(clauses=tuple(clauses), units=terms, begins=begun if endings else "")

    # --- names --------------------------------------------------------------------------------

    def _known(self, units: Sequence[tuple[str, ...]]) -> dict[tuple[int, int], Named]:
        """What stretches of parts, from one to before another, are names or related names of."""
        keys = {
            (start, end): key_of(unit for several in units[start:end] for unit in several)
            for start in range(len(units))
            for end in range(start + 1, min(len(units), start + _LONGEST_NAME) + 1)
            if all(units[start:end])
        }
        known: Mapping[str, Named] = self._aliases.known(keys.values()) if keys else {}
        return {span: known[key] for span, key in keys.items() if key in known}

    def _spans(self, units: Sequence[tuple[str, ...]]) -> dict[tuple[int, int], Named]:
        """The longest true names in a row of parts, none overlapping, in order."""
        known = {span: named for span, named in self._known(units).items() if named.things}
        chosen: dict[tuple[int, int], Named] = {}
        at = 0
        while at < len(units):
            ends = [end for start, end in known if start == at]
            if ends:
                chosen[at, max(ends)] = known[at, max(ends)]
            at = max(ends, default=at + 1)
        return chosen

    def _groups(self, parts: Sequence[_Part], found: _Found) -> list[Group]:
        units = [part.units for part in parts]
        spans = self._spans(units)
        for span, named in self._known(units).items():
            # What a longer name has in it is not meant by itself.
            if span in spans or not any(a <= span[0] and span[1] <= b for a, b in spans):
                found.related += [name for name in named.related if name not in found.related]
        groups: list[Group] = []
        at = 0
        while at < len(parts):
            end = next((end for start, end in spans if start == at), 0)
            if end:
                typed = " ".join(part.typed for part in parts[at:end])
                groups.append(self._named(spans[at, end], typed, found))
            else:
                groups.append(self._group(parts[at]))
            at = end or at + 1
        return groups

    def _group(self, part: _Part) -> Group:
        weak = not part.quoted and all(
            len(clause.terms) == 1 and clause.terms[0] in self._stops for clause in part.clauses
        )
        return Group(part.clauses, part.typed, part.quoted, weak, part.begins)

    def _named(self, named: Named, typed: str, found: _Found) -> Group:
        """A group of all names of what was named."""
        own = phrase(self._analyser, typed)
        there = self._vocabulary.frequencies(
            term for _, clause in named.names for term in clause.terms if not is_han(term)
        )
        found.also += [
            name
            for name, clause in named.names
            if clause != own
            and name not in found.also
            and all(is_han(term) or term in there for term in clause.terms)
        ]
        clauses = tuple(Clause((term_of(thing),)) for thing in named.things)
        return Group(clauses, typed, names=tuple(clause for _, clause in named.names))

    # --- looser -------------------------------------------------------------------------------

    def _loosened(self, groups: Sequence[Group]) -> Iterator[Group]:
        """The same with what stands side by side taken apart, names in runs of Han found."""
        for group in groups:
            clause = group.clauses[0]
            if len(group.clauses) > 1 or (len(clause.terms) == 1 and len(clause.signs) < 3):
                yield group
            elif clause.signs:
                yield from self._run_apart(clause.signs)
            else:
                for single in clause.apart():
                    yield self._group(_Part((single,), group.typed))

    def _run_apart(self, signs: str) -> Iterator[Group]:
        spans = self._spans([(sign,) for sign in signs])
        at = 0
        while at < len(signs):
            end = next((end for start, end in spans if start == at), 0)
            pair = signs[at : at + 2]
            if end:
                yield self._named(spans[at, end], signs[at:end], _Found())
            elif len(pair) == 2:
                yield self._group(_Part((Clause((pair,), pair),), pair))
            at = end or at + 1


def _different(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Groups without those that seek the same as one before them."""
    different: dict[tuple[Clause, ...], Group] = {}
    for group in groups:
        different.setdefault(group.clauses, group)
    return tuple(different.values())


class _Found:
    """What was found out about names in a query."""

    def __init__(self) -> None:
        self.also: list[str] = []
        self.related: list[str] = []
