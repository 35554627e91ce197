"""Cards on the page: what belongs together in a box, which leads where its title does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6 import QtGui
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlockFormat, QTextCharFormat, QTextCursor

from treatyviewer.gui.theme import Palette
from treatyviewer.gui.widgets.page_formats import Formats

_RADIUS = 8
# Inside the box, at its sides and above and below the words.
_SIDE = 16
_PAD = 13
_SMALL_SIDE = 11
_SMALL_PAD = 9
# Between two boxes.
_GAP = 10


class CardSpan(NamedTuple):
    """A card from its first block to its last, by a position in each. The words lie `pad` pixels
    inside the box.
    """

    start: int
    end: int
    target: str
    pad: int


def tighten(f: Formats, *, small: bool) -> None:
    """Set formats for the inside of a card; a `small` one has the letters of the interface."""
    f.heading_block.setTopMargin(0)
    f.heading_block.setLineHeight(f.px(24), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    f.aside_block.setTopMargin(3)
    f.aside_block.setLineHeight(f.px(18), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    f.paragraph_block.setTopMargin(7)
    if small:
        f.body = f.table_text
        f.paragraph_block.setLineHeight(
            f.px(18), QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        )


def frame(cursor: QTextCursor, before: int, target: str, f: Formats) -> CardSpan:
    """Make room for the box around the blocks from behind position `before` (-1 for the first)
    to that of the cursor.
    """
    document = cursor.document()
    first = document.begin() if before < 0 else document.findBlock(before).next()
    last = cursor.block()
    side, pad = (_SMALL_SIDE, _SMALL_PAD) if f.compact else (_SIDE, _PAD)
    block = first
    while block.isValid() and block.position() <= last.position():
        made = QTextBlockFormat(block.blockFormat())
        made.setLeftMargin(made.leftMargin() + side)
        made.setRightMargin(made.rightMargin() + side)
        if block == first:
            # The upper margin counts from the words above: their own box, then this one.
            made.setTopMargin(2 * pad + _GAP)
        if block == last:
            made.setBottomMargin(pad)
        QTextCursor(block).setBlockFormat(made)
        block = block.next()
    if target:
        _quieten(first, target, f)
    return CardSpan(first.position(), last.position(), target, pad)


def _quieten(block: QtGui.QTextBlock, target: str, f: Formats) -> None:
    """The title in ink without a line: the whole box is the link."""
    places: list[tuple[int, int]] = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.charFormat().anchorHref() == target:
            places.append((fragment.position(), fragment.position() + fragment.length()))
        iterator += 1
    plain = QTextCharFormat()
    plain.setForeground(QColor(f.palette.ink))
    plain.setFontUnderline(False)
    for start, end in places:
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(plain)


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
    from bisect import bisect_left

    return max(0, bisect_left(cards, position, key=_end) - 1)


def _end(card: CardSpan) -> int:
    return card.end
