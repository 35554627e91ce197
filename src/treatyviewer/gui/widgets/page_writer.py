"""Words into a document: paragraphs begun, runs written, and where each of them came to stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from treatyviewer.entry import blocks as b
from treatyviewer.gui.widgets.page_formats import Formats
from treatyviewer.gui.widgets.page_text import CardSpan, ClaimSpan, Piece, PillSpan

LINE_SEPARATOR = "\u2028"


class PageWriter:
    """Writes at its cursor, and remembers pieces of text, places of blocks, and claims."""

    def __init__(self, document: QTextDocument, formats: Formats) -> None:
        self._document = document
        self._formats = formats
        self._cursor = QTextCursor(document)
        self._pieces: list[Piece] = []
        self._places: dict[str, int] = {}
        self._claims: list[ClaimSpan] = []
        # Marks of notes in running text: where they stand, and the note that they lead to.
        self._note_marks: list[tuple[int, str]] = []
        # Paragraphs and headings that can be addressed, by where they begin.
        self._anchors: dict[int, str] = {}
        self._cards: list[CardSpan] = []
        self._pills: list[PillSpan] = []
        self._in_table = False
        self._first = True
        self._after_heading = False

    def _start(self, block_format: QTextBlockFormat, id: str = "") -> None:
        """Begin a paragraph; the document's first one is there already."""
        f = self._formats
        if self._after_heading and block_format.topMargin() > f.CLOSE:
            # Of two margins Qt takes the larger, so a heading cannot draw near what follows.
            block_format = f.close(block_format)
        self._after_heading = block_format in (f.heading_block, f.label_block)
        if self._first:
            self._cursor.setBlockFormat(block_format)
            self._first = False
        else:
            self._cursor.insertBlock(block_format, f.body)
        if id:
            self._places.setdefault(id, self._cursor.position())

    def _line(
        self,
        text: str,
        block_format: QTextBlockFormat,
        char: QTextCharFormat,
        *,
        piece: bool = True,
    ) -> None:
        self._start(block_format)
        if piece:
            self._pieces.append(Piece())
            self._pieces[-1].append(text, self._cursor.position())
        self._cursor.insertText(text, self._formats.fitting(char, text))

    def _piece(self, runs: Sequence[b.Run], char: QTextCharFormat) -> None:
        self._pieces.append(Piece())
        self._runs(runs, char)

    def _runs(self, runs: Sequence[b.Run], char: QTextCharFormat) -> None:
        f = self._formats
        before: b.Run | None = None
        for run in runs:
            match run:
                case b.Text(text):
                    self._words(text, text, char)
                case b.Code(text):
                    self._words(text, text, f.code(char))
                case b.Emphasis(inner):
                    self._runs(inner, f.emphasis(char))
                case b.Strong(inner):
                    self._runs(inner, f.strong(char))
                case b.Link(target, inner):
                    self._runs(inner, f.link(char, target))
                case b.ClaimMark(claim, verdict, inner):
                    start = self._cursor.position()
                    self._runs(inner, f.claim(char, claim, verdict))
                    end = self._cursor.position()
                    self._claims.append(ClaimSpan(start, end, claim, verdict))
                case b.Pill():
                    self._pill(run)
                case b.Break():
                    self._words("\n", LINE_SEPARATOR, char)
                case b.NoteMark(note, label):
                    raised = f.superscript(char)
                    if isinstance(before, b.NoteMark):
                        self._cursor.insertText(",", raised)
                    if not self._in_table:
                        self._note_marks.append((self._cursor.position(), note))
                    self._cursor.insertText(label, f.link(raised, f"#{note}"))
                case b.Citation():
                    # Numbered when the page was composed.
                    pass
            before = run

    def _pill(self, pill: b.Pill) -> None:
        from treatyviewer.gui.widgets.page_pills import insert

        self._pills.append(insert(self._cursor, pill, self._pieces[-1], self._formats))

    def _words(self, text: str, shown: str, char: QTextCharFormat) -> None:
        self._pieces[-1].append(text, self._cursor.position())
        self._cursor.insertText(shown, self._formats.fitting(char, text))
