"""Words of a query that the library does not have, and what was likely meant."""

from __future__ import annotations

from collections.abc import Mapping

from treatyviewer.index.analyser import Analyser, fold, is_han
from treatyviewer.index.phrases import Stretch
from treatyviewer.index.query import Piece
from treatyviewer.index.vocabulary import Vocabulary


class Slips:
    """Of one query, whose whole text is `text`."""

    def __init__(
        self, analyser: Analyser, vocabulary: Vocabulary, text: str, *, correct: bool
    ) -> None:
        # Words that nothing stands in for.
        self.unknown: list[str] = []
        self._analyser = analyser
        self._vocabulary = vocabulary
        self._text = text
        self._correct = correct
        self._changes: list[tuple[int, int, str]] = []

    @property
    def corrected(self) -> str:
        """The query with what was likely meant in it, "" if nothing had to be changed."""
        text = self._text
        for start, end, word in sorted(self._changes, reverse=True):
            text = text[:start] + word + text[end:]
        return text if self._changes else ""

    def note(self, text: str) -> None:
        """Remember the unknown words of a text that is searched for as it stands."""
        terms = self._analyser.places(text)
        known = self._vocabulary.frequencies(term.text for term in terms)
        self.unknown += [
            text[term.start : term.end]
            for term in terms
            if term.text not in known and not is_han(term.text)
        ]

    def mended(
        self, piece: Piece, stretch: Stretch, known: Mapping[str, int], *, finished: bool
    ) -> tuple[str, ...]:
        """The terms of a stretch, with those of near words for the ones that are not `known`.
        The last one is passed over where it is not `finished`.
        """
        terms: list[str] = []
        for term in stretch.terms:
            terms.append(term.text)
            if term.text in known or (term is stretch.terms[-1] and not finished):
                continue
            typed = piece.text[term.start : term.end]
            near = self._vocabulary.nearest(fold(typed)) if self._correct else None
            if near is None:
                self.unknown.append(typed)
            else:
                terms[-1] = near.stem
                start = piece.start + term.start
                # As it was begun: a name with a capital letter.
                word = near.word.capitalize() if typed[0].isupper() else near.word
                self._changes.append((start, start + len(typed), word))
        return tuple(terms)
