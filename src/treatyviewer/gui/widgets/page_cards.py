"""Cards on the page: what belongs together in a box, which leads where its title does."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6 import QtGui
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)

from treatyviewer.gui import typography as t
from treatyviewer.gui.theme import Palette
from treatyviewer.gui.widgets.page_formats import Formats
from treatyviewer.gui.widgets.page_text import CardSpan

_RADIUS = 8
# Inside the box, at its sides and above and below the words.
_SIDE = 16
_PAD = 13
_SMALL_SIDE = 11
_SMALL_PAD = 9
# Between two boxes.
_GAP = 10


class CardFormats(Formats):
    """The formats inside a card: smaller than on the page, and closer together. A `small` card
    has the letters of the interface.
    """

    def __init__(
        self, palette: Palette, fonts: t.Fonts, base: QFont, *, style: t.TextStyle, small: bool
    ) -> None:
        super().__init__(palette, fonts, base, compact=True, style=style)
        side, self.pad = (_SMALL_SIDE, _SMALL_PAD) if small else (_SIDE, _PAD)
        self._headings: dict[int, QTextCharFormat] = {}
        # What the card that is being set leads to.
        self.target = ""
        line = 18 if small else 24
        self.heading_block = self._block(line, 0, 0)
        self.aside_block = self._block(18, 3, 0)
        self.paragraph_block = self._block(line, 7, 0)
        if small:
            self.body = self.table_text
            self.small = self.tiny
        self.item_block = self._block(line, 3, 0)
        for one in (
            self.heading_block,
            self.aside_block,
            self.paragraph_block,
            self.item_block,
            self.term_block,
        ):
            one.setLeftMargin(side)
            one.setRightMargin(side)

    def heading(self, level: int) -> QTextCharFormat:
        """The same as on the page, each made once: there may be hundreds of cards."""
        if level not in self._headings:
            self._headings[level] = super().heading(level)
        return self._headings[level]

    def link(self, char: QTextCharFormat, target: str) -> QTextCharFormat:
        """The title in ink without a line: the whole box is the link."""
        made = super().link(char, target)
        if target == self.target:
            made.setForeground(char.foreground())
            made.setFontUnderline(False)
        return made


def frame(cursor: QTextCursor, before: int, target: str, f: CardFormats) -> CardSpan:
    """Make room for the box around the blocks from behind position `before` (-1 for the first)
    to that of the cursor.
    """
    document = cursor.document()
    first = document.begin() if before < 0 else document.findBlock(before).next()
    last = cursor.block()
    above = QTextBlockFormat()
    # The upper margin counts from the words above: their own box, then this one.
    above.setTopMargin(2 * f.pad + _GAP)
    QTextCursor(first).mergeBlockFormat(above)
    below = QTextBlockFormat()
    below.setBottomMargin(f.pad)
    cursor.mergeBlockFormat(below)
    return CardSpan(first.position(), last.position(), target, f.pad)


def _rect(document: QtGui.QTextDocument, card: CardSpan) -> QRectF:
    layout = document.documentLayout()
    top = layout.blockBoundingRect(document.findBlock(card.start)).top() - card.pad
    bottom = layout.blockBoundingRect(document.findBlock(card.end)).bottom() + card.pad
    width = document.textWidth() - 2 * Formats.EDGE
    return QRectF(Formats.EDGE + 0.5, round(top) + 0.5, width - 1, round(bottom - top))


def paint_cards(
    painter: QPainter,
    first: QtGui.QTextBlock,
    cards: Sequence[CardSpan],
    shown: QRectF,
    palette: Palette,
    hovered: str,
) -> None:
    """Draw the boxes that are seen, from that of the first block that is. The one that leads to
    `hovered` has another ground.
    """
    document = first.document()
    for card in cards[_behind(cards, first.position()) :]:
        box = _rect(document, card)
        if box.top() > shown.bottom():
            break
        over = hovered and card.target == hovered
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.setBrush(QColor(palette.hover if over else palette.field))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)


def card_at(
    document: QtGui.QTextDocument, cards: Sequence[CardSpan], near: int, place: QPointF
) -> CardSpan | None:
    """The card at a place of the document, `near` being the position of the words next to it."""
    at = _behind(cards, near)
    for card in cards[at : at + 3]:
        if _rect(document, card).contains(place):
            return card
    return None


def _behind(cards: Sequence[CardSpan], position: int) -> int:
    """The number of the first card that is not before the block at a position."""
    return max(0, bisect_left(cards, position, key=_end) - 1)


def _end(card: CardSpan) -> int:
    return card.end
