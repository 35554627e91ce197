"""From the text of blocks, in code points, to positions in a document, in UTF-16 units."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtGui import QTextDocument

from treatyviewer.tuples import NamedTuple


def utf16_length(text: str) -> int:
    """The length of a text as Qt counts it: signs beyond the BMP are two units."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Piece:
    """One line of words in the document, which may be interrupted by note marks.

    `text` is what offsets count in, in code points; `starts` and `positions` tell where each
    stretch of it begins, in `text` and in the document (UTF-16 units).
    """

    __slots__ = ("positions", "starts", "text")

    def __init__(self) -> None:
        self.text = ""
        self.starts: list[int] = []
        self.positions: list[int] = []

    def append(self, text: str, position: int) -> None:
        """Add a stretch of words that stands at `position` of the document."""
        self.starts.append(len(self.text))
        self.positions.append(position)
        self.text += text

    def position(self, offset: int) -> int:
        """Where the code point at `offset` stands in the document."""
        at = max(0, bisect_right(self.starts, offset) - 1)
        return self.positions[at] + utf16_length(self.text[self.starts[at] : offset])


class ClaimSpan(NamedTuple):
    """The words of a claim, from `start` to `end` of the document."""

    start: int
    end: int
    claim: str
    verdict: str


class PillSpan(NamedTuple):
    """The words of a pill, from `start` to `end` of the document, `size` pixels high."""

    start: int
    end: int
    look: str
    size: int


class CardSpan(NamedTuple):
    """A card from its first block to its last, by a position in each. The words lie `pad` pixels
    inside the box.
    """

    start: int
    end: int
    target: str
    pad: int


class PageDocument(NamedTuple):
    """A document with the way back from blocks to positions."""

    document: QTextDocument
    pieces: list[Piece]
    blocks: dict[str, int]
    claims: list[ClaimSpan]
    # Where the subtitle ends, which is set in grey; -1 where there is none.
    pale_end: int
    # Marks in running text: the position of each, and the id of the note.
    note_marks: Sequence[tuple[int, str]] = ()
    # There is nothing in it but words: another page can be written into the same document.
    plain: bool = False
    cards: Sequence[CardSpan] = ()
    pills: Sequence[PillSpan] = ()
    # The ids of paragraphs and headings, by the positions where they begin.
    anchors: Mapping[int, str] = MappingProxyType({})
    # The author's own notes are left out.
    notes_beside: bool = False

    def pale(self, span: tuple[int, int]) -> bool:
        """Whether a span lies in words that are set in grey."""
        return len(self.pieces) > 1 and self.pieces[1].positions[0] <= span[0] < self.pale_end

    def spans(self, piece: Piece, marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Marks in a piece as (start, end) positions of the document."""
        # The end is reckoned from the last sign inside: a note mark behind it stays outside.
        return [
            (piece.position(start), piece.position(end - 1) + utf16_length(piece.text[end - 1]))
            for start, end in marks
            if start < end
        ]
