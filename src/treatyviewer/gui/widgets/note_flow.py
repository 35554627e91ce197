"""One note beside the text: its number and its words, broken into lines of the margin's width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from treatyviewer.entry import blocks as b
from treatyviewer.gui.widgets.page_formats import CLAIM, Formats
from treatyviewer.gui.widgets.page_text import utf16_length
from treatyviewer.tuples import NamedTuple

_LINE_SEPARATOR = "\u2028"
_INSET = 4


class NoteLink(NamedTuple):
    """A link from `start` to `end`, in UTF-16 units."""

    start: int
    end: int
    target: str


class NoteFlow:
    """`y` is where it begins in the document, `mark_y` the top of the line with its mark."""

    def __init__(self, note: b.Note, formats: Formats, width: int) -> None:
        self.note = note
        self.y = self.mark_y = 0.0
        self.links: list[NoteLink] = []
        self._formats = formats
        self._text = ""
        self._length = 0
        self._ranges: list[QTextLayout.FormatRange] = []
        self._write(note)
        text = self._text.rstrip()
        # A name that was cut ends in its own dots.
        text = text.removesuffix(".") if text.endswith("….") else text
        self._layout = QTextLayout(text, formats.tiny.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._ranges)
        self.height = self._break(width - 2 * _INSET)
        self.ascent = self._layout.lineAt(0).ascent()

    @property
    def bottom(self) -> float:
        """Where it ends in the document."""
        return self.y + self.height

    def draw(self, painter: QPainter, place: QPointF) -> None:
        """Draw it with its left upper corner there."""
        self._layout.draw(painter, place)

    def link_at(self, place: QPointF) -> str:
        """The link at a place, reckoned from its left upper corner."""
        for number, link in enumerate(self.links):
            if any(rect.contains(place) for rect in self.link_rects(number)):
                return link.target
        return ""

    def link_rects(self, number: int) -> list[QRectF]:
        """Where a link stands, reckoned from its left upper corner, one rectangle a line."""
        link = self.links[number]
        rects: list[QRectF] = []
        for at in range(self._layout.lineCount()):
            line = self._layout.lineAt(at)
            start = max(link.start, line.textStart())
            end = min(link.end, line.textStart() + line.textLength())
            if start < end:
                left, right = (float(line.cursorToX(place)[0]) for place in (start, end))  # type: ignore[index]  # its stubs say "object"
                rects.append(QRectF(left, line.y(), right - left, line.height()))
        return rects

    # --- making -------------------------------------------------------------------------------

    def _break(self, width: int) -> float:
        """Break it into lines; how high it is."""
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(_INSET, height))
            # Lines a little apart are easier to read.
            height += line.height() * 1.12
        self._layout.endLayout()
        return height

    def _write(self, note: b.Note) -> None:
        side = self._formats.tiny
        number = QTextCharFormat(side)
        number.setForeground(self._formats.small_link.foreground())
        number.setFontWeight(QFont.Weight.DemiBold)
        start = self._length
        self._add(note.label, number)
        if note.brief:
            # From here to the full reference at the foot.
            self.links.append(NoteLink(start, self._length, f"#{note.id}"))
        self._add("\u2002", side)
        if note.brief:
            self._runs(note.brief, side)
            return
        for count, (_, runs) in enumerate(b.leaves(note.blocks)):
            if count:
                self._add(_LINE_SEPARATOR, side)
            self._runs(runs, side)

    def _runs(self, runs: Sequence[b.Run], char: QTextCharFormat) -> None:
        f = self._formats
        for run in runs:
            match run:
                case b.Text(text):
                    self._add(text, char)
                case b.Code(text):
                    self._add(text, char)
                case b.Emphasis(inner):
                    self._runs(inner, f.emphasis(char))
                case b.Strong(inner):
                    self._runs(inner, f.strong(char))
                case b.Link(target, inner):
                    self._link(target, inner, f.quiet_link(char))
                case b.ClaimMark(claim, _, inner):
                    self._link(CLAIM + claim, inner, f.quiet_link(char))
                case b.Break():
                    self._add(_LINE_SEPARATOR, char)
                case b.NoteMark(note, label):
                    self._link(f"#{note}", (b.Text(label),), f.superscript(char))
                case b.Citation():
                    pass

    def _link(self, target: str, runs: Sequence[b.Run], char: QTextCharFormat) -> None:
        start = self._length
        self._runs(runs, char)
        self.links.append(NoteLink(start, self._length, target))

    def _add(self, text: str, char: QTextCharFormat) -> None:
        made = QTextLayout.FormatRange()
        made.start, made.length = self._length, utf16_length(text)
        made.format = self._formats.fitting(char, text)
        self._ranges.append(made)
        self._text += text
        self._length += made.length
