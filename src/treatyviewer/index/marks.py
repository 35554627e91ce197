"""Where what is searched for stands in a text."""

from __future__ import annotations

from collections.abc import Sequence

from treatyviewer.index import dates
from treatyviewer.index.analyser import FIRST_HAN, TOKEN, Analyser, fold, is_han
from treatyviewer.index.query import Clause, Group
from treatyviewer.tuples import NamedTuple


class Mark(NamedTuple):
    """Code points `start` to `end` of a text; `group` is the number of the group that stands
    there, and `place` that of the word.
    """

    start: int
    end: int
    group: int
    place: int


class Matcher:
    """Finds the words of an answer's groups in any text."""

    def __init__(self, analyser: Analyser, groups: Sequence[Group]) -> None:
        self._analyser = analyser
        self.groups = tuple(groups)
        self._words: dict[str, int] = {}
        self._begins: list[tuple[str, int]] = []
        self._runs: list[tuple[str, int]] = []
        self._phrases: list[tuple[tuple[str, ...], int]] = []
        self._dates: dict[str, int] = {}
        # Words met in texts: the group that each belongs to, -1 for none.
        self._met: dict[str, int] = {}
        for number, group in enumerate(self.groups):
            if group.begins and len(group.clauses[0].terms) == 1:
                self._begins.append((group.begins, number))
            for clause in group.names or group.clauses:
                self._sort(clause, number)

    def _sort(self, clause: Clause, number: int) -> None:
        if clause.date:
            self._dates.setdefault(clause.terms[0], number)
        elif clause.signs:
            self._runs.append((clause.signs, number))
        elif len(clause.terms) == 1:
            self._words.setdefault(clause.terms[0], number)
        else:
            self._phrases.append((clause.terms, number))

    def find(self, text: str) -> list[Mark]:
        """All places in `text` where a group stands, in order, none overlapping."""
        marks: list[Mark] = []
        met = self._met
        place = 0
        for match in TOKEN.finditer(text):
            token = match[0]
            place += 1
            if token >= FIRST_HAN and is_han(token):
                if self._runs:
                    self._in_run(token, match.start(), place, marks)
                place += len(token) - 1
                continue
            group = met.get(token)
            if group is None:
                group = self._group(token)
            if group >= 0:
                start, end = match.span()
                marks.append(Mark(start, _end(token, end), group, place))
        if self._phrases:
            self._add_phrases(text, marks)
        if self._dates:
            self._add_dates(text, marks)
        if self._runs or self._phrases or self._dates:
            return _apart(sorted(marks))
        return marks

    def _group(self, token: str) -> int:
        group = self._words.get(self._analyser.stem(token), -1)
        if group < 0 and self._begins:
            word = fold(token)
            group = next((number for begun, number in self._begins if word.startswith(begun)), -1)
        self._met[token] = group
        return group

    def _in_run(self, run: str, start: int, place: int, marks: list[Mark]) -> None:
        simple = self._analyser.simplify(run)
        for signs, group in self._runs:
            at = simple.find(signs)
            while at >= 0:
                marks.append(Mark(start + at, start + at + len(signs), group, place + at))
                at = simple.find(signs, at + 1)

    def _add_phrases(self, text: str, marks: list[Mark]) -> None:
        terms = self._analyser.places(text)
        words = [term.text for term in terms]
        there = set(words)
        for phrase, group in self._phrases:
            if not there.issuperset(phrase[:-1]):
                continue
            open_end = len(phrase[-1]) == 1 and is_han(phrase[-1])
            size = len(phrase)
            for at in range(len(words) - size + 1):
                if tuple(words[at : at + size - 1]) != phrase[:-1]:
                    continue
                last = terms[at + size - 1]
                if last.text == phrase[-1] or (open_end and last.text.startswith(phrase[-1])):
                    end = last.start + 1 if open_end else last.end
                    marks.append(Mark(terms[at].start, end, group, at))

    def _add_dates(self, text: str, marks: list[Mark]) -> None:
        for date in dates.find(text):
            for term in date.terms:
                if term in self._dates:
                    # Behind the words before it, whatever they are.
                    place = len(TOKEN.findall(text[: date.start]))
                    marks.append(Mark(date.start, date.end, self._dates[term], place))
                    break


def _end(token: str, end: int) -> int:
    return end - 2 if len(token) > 2 and token[-2] in "'’" else end


def _apart(marks: list[Mark]) -> list[Mark]:
    """Marks that overlap made one, which keeps the group of the first."""
    apart: list[Mark] = []
    for mark in marks:
        if apart and mark.start < apart[-1].end:
            apart[-1] = apart[-1]._replace(end=max(apart[-1].end, mark.end))
        else:
            apart.append(mark)
    return apart
