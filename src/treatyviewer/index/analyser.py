"""Text into terms: the same for what is indexed and for what is asked.

Words of Unicode letters and digits become stems, case and accents folded; runs of Han signs and
kana become overlapping pairs and the run's last sign, traditional signs folded to simplified
ones, so that a word of any length is found in a run:

    "Zhōu Enlai's loans"  ->  zhou enlai loan
    "договоры"            ->  договор
    "中蘇條約"             ->  中苏 苏条 条约 约

Terms contain no white space, so that they can be joined with spaces and given to FTS5's
`ascii` tokenizer, which parts them at the spaces and leaves the rest alone.

A change in what this module answers must change `treatyviewer.index.ANALYSER`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from operator import add
from threading import Lock

import snowballstemmer

from treatyviewer.paths import resources
from treatyviewer.tuples import NamedTuple

# Han (with its extensions and compatibility forms), iteration marks, kana.
HAN = (
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0002fa1f\U00030000-\U000323af"
)
# Marks that combine with the letter before them; `\w` leaves them out.
_MARKS = "\u0300-\u036f\u0483-\u0487\u064b-\u065f\u0670"

# The English possessive belongs to the word ("China's" is a place to find China).
TOKEN = re.compile(
    rf"[{HAN}]+"
    rf"|[^\W_{HAN}][^\W_{HAN}{_MARKS}]*(?:[{_MARKS}][^\W_{HAN}]*)*(?:['’][sS](?![^\W_]))?"
)
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_HAN_SIGN = re.compile(f"[{HAN}]")
_ENGLISH = re.compile("[a-z]{3,40}")
_PLAIN_RUSSIAN = re.compile("[а-я]+")
_RUSSIAN = re.compile("[а-я]{3,40}")
# What Russian endings may leave of a word.
_LOOSE = "аеийоуыьэюя"
_SHORTEST = 4
_BREVE = "\u0306"
# No token that begins below this sign is of Han.
FIRST_HAN = "\u3005"
# Words whose stems tell one version of the stemmers from another.
_PROBES = ("generously", "skis", "added", "evening", "dying", "universities", "loaning", "news")
_RUSSIAN_PROBES = ("договорами", "подписавший", "китайская", "взаимности", "союзническое")
# Signs that are no part of a word wherever they stand.
_AROUND = '.,;:!?()[]«»“”„"…。，；：！？、'
# Longer pieces (runs of Han) hardly come twice.
_PIECE = 24
_MOST_PIECES = 500_000
# More different words than any text has that is read by people.
_MOST_WORDS = 2_000_000


class Term(NamedTuple):
    """A term, and the code points `start` to `end` of the text that it came from."""

    text: str
    start: int
    end: int


class _Pieces(dict[str, str]):
    """Short pieces of text with their terms, which are made when they are first asked for."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, piece: str) -> str:
        terms = self._make(piece)
        if len(piece) <= _PIECE:
            self[piece] = terms
        return terms


class Analyser:
    """Finds the terms of texts, and remembers the words that it met.

    May be used by several threads: what two of them work out at once is the same.
    """

    def __init__(self) -> None:
        signs = (resources() / "han" / "simplified.txt").read_text(encoding="utf-8").split("\n")
        self._simplified = str.maketrans(signs[0], signs[1])
        self._traditional = frozenset(signs[0])
        self._lock = Lock()
        self._english = _stemmer("english")
        self._russian = _stemmer("russian")
        # Words as they stand in texts, and as they are folded, each with its stem.
        self._stems: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        # What stands between two spaces, with its terms.
        self._pieces = _Pieces(self._piece)

    @property
    def stemmer(self) -> str:
        """What tells this stemmer from others: an index is asked by the one that it was made by."""
        return " ".join(
            [*map(self._english, _PROBES), *map(self._russian, _RUSSIAN_PROBES)],
        )

    def terms(self, text: str) -> list[str]:
        """The terms of a text, in order; the terms of a Han run overlap."""
        terms: list[str] = []
        for token in TOKEN.findall(text):
            if token >= FIRST_HAN and is_han(token):
                terms += self._pairs(token)
            elif stem := self.stem(token):
                terms.append(stem)
        return terms

    def joined(self, text: str) -> str:
        """The same with spaces between them, for many texts: what stands between two spaces is
        looked up first, which is four times as quick as to look for words in it.
        """
        if len(self._pieces) > _MOST_PIECES:
            self._pieces.clear()
        return " ".join(map(self._pieces.__getitem__, text.split()))

    def _piece(self, piece: str) -> str:
        # Most often it is a word that is known, with another sign behind it.
        known = self._stems.get(piece.strip(_AROUND))
        return " ".join(self.terms(piece)) if known is None else known

    def places(self, text: str) -> list[Term]:
        """The same with the places where they stand."""
        terms: list[Term] = []
        for match in TOKEN.finditer(text):
            token = match[0]
            start, end = match.span()
            if token >= FIRST_HAN and is_han(token):
                terms.extend(
                    Term(pair, at, min(at + 2, end))
                    for at, pair in enumerate(self._pairs(token), start)
                )
                continue
            if stem := self.stem(token):
                terms.append(Term(stem, start, end - 2 if token[-2:] in _POSSESSIVE else end))
        return terms

    def stem(self, token: str) -> str:
        """The term of one word, "" where nothing of it can be sought."""
        known = self._stems.get(token)
        if known is not None:
            return known
        folded = fold(token[:-2] if token[-2:] in _POSSESSIVE else token)
        stem = self._folded.get(folded)
        if stem is None:
            # Snowball's stemmers in Python keep the word that they are at in themselves.
            with self._lock:
                stem = self._snowball(folded)
            self._folded[folded] = stem
        if len(self._stems) > _MOST_WORDS:
            self._stems.clear()
            self._folded.clear()
        self._stems[token] = stem
        return stem

    def _snowball(self, folded: str) -> str:
        if _ENGLISH.fullmatch(folded):
            return self._english(folded)
        if _RUSSIAN.fullmatch(folded):
            return _russian_stem(self._russian, folded)
        return folded

    def simplify(self, text: str) -> str:
        """A text with simplified signs for traditional ones, as long as it was."""
        # Most runs have none, and to look costs less than to translate them.
        if self._traditional.isdisjoint(text):
            return text
        return text.translate(self._simplified)

    def words(self) -> Iterator[tuple[str, str]]:
        """The words met so far, each as it is folded, and its term."""
        return ((word, stem) for word, stem in self._folded.items() if stem)

    def _pairs(self, run: str) -> list[str]:
        signs = self.simplify(run)
        return [*map(add, signs, signs[1:]), signs[-1]]


def _stemmer(language: str) -> Callable[[str], str]:
    stemmer = snowballstemmer.stemmer(language)
    # We remember the words ourselves; PyStemmer's way of doing it takes longer than the stem.
    stemmer.maxCacheSize = 0
    stem: Callable[[str], str] = stemmer.stemWord
    return stem


def fold(word: str) -> str:
    """A word without case and accents: `Чжоу` as `чжоу`, `Zhōu` as `zhou`, `ё` as `е`.

    `й` is a letter of its own in Russian, not an `и` with an accent, and is kept.
    """
    plain = word.casefold()
    if plain.isascii() or _PLAIN_RUSSIAN.fullmatch(plain):
        return plain
    # Compatibility forms can hold what is neither letter nor digit: "½" is "1⁄2".
    return "".join(char for char in unaccented(plain).casefold() if char.isalnum())


def unaccented(text: str) -> str:
    """A text without the marks on its letters, compatibility forms made plain."""
    letters: list[str] = []
    for char in unicodedata.normalize("NFKD", text):
        if not unicodedata.combining(char):
            letters.append(char)
        elif char == _BREVE and letters and letters[-1] == "и":
            letters[-1] = "й"
    return "".join(letters)


def is_han(text: str) -> bool:
    """Whether a text begins with a sign of the runs that are cut into pairs."""
    return _HAN_SIGN.match(text) is not None


def _russian_stem(stemmer: Callable[[str], str], word: str) -> str:
    """The stem of a stem's stem: Snowball gives Хрущёв and Хрущёва, кредит and кредита, Китай
    and Китая different ones, which come together when it is asked again and loose endings go.
    """
    stem = stemmer(word)
    while len(stem) >= _SHORTEST and (shorter := stemmer(stem)) != stem:
        stem = shorter
    end = len(stem)
    while end > _SHORTEST and stem[end - 1] in _LOOSE:
        end -= 1
    return stem[:end]
