"""The formats of the page: made once for a palette, shared by everything on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextOption,
)

from treatyviewer.gui import typography as t
from treatyviewer.gui.theme import Palette

if TYPE_CHECKING:
    from treatyviewer.gui.widgets.page_cards import CardFormats

# Set on the blocks of a quotation: how far from the left the pane paints a bar beside them.
QUOTE = int(QTextFormat.Property.UserProperty) + 1
# Set on the words of a claim.
VERDICT = QUOTE + 1
# Set on the first and the last line of a table of facts: where there is a rule.
FACTS = QUOTE + 2
ABOVE, BELOW = 1, 2
# Set on what is in small caps.
_CAPS = QUOTE + 3
# The words of a claim are a link that begins with this.
CLAIM = "claim:"
# A heading of this level is only a label above what follows; one below it is an aside.
LABEL = 5

_INDENT = 26.0
# From the words of a quotation to the bar beside them.
_BAR = 20.0
# Note marks are two thirds as large, and no smaller than can be read.
_LEAST_MARKED = 15
# Ordinary prose, as long as a line usually is: its width tells that of a column.
_SAMPLE = "The treaty was signed in the winter and came into force that spring, as"[: t.MEASURE]
_MINIMUM = QTextBlockFormat.LineHeightTypes.MinimumHeight.value


def _char(font: QFont, colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(QColor(colour))
    return made


class Formats:
    """All formats of a page in one palette. `base` is the system's interface font."""

    # Room beside the text for what reaches over it: the round ends of a mark.
    EDGE = 4
    # The space between what belongs together, in pixels.
    CLOSE = 5.0

    def __init__(
        self,
        palette: Palette,
        fonts: t.Fonts,
        base: QFont,
        *,
        compact: bool = False,
        style: t.TextStyle = t.USUAL,
    ) -> None:
        """`compact` is for a narrow panel beside the page."""
        self._palette = palette
        self._fonts = fonts
        self._base = base
        self._style = style
        self.compact = compact
        self._carded: CardFormats | None = None
        self._zoom = style.size / 100
        self._spacing = style.spacing / 100
        self.fact_name_width = self.px(t.FACT_NAME)
        px, block, head = self.px, self._block, self._head_block
        body = t.BODY - 2 if compact else t.BODY
        line = t.LINE - 4 if compact else t.LINE
        self.body_font = t.serif(px(body))
        self.page = QTextFrameFormat()
        self.page.setTopMargin(4 if compact else 38)
        self.page.setLeftMargin(self.EDGE)
        self.page.setRightMargin(self.EDGE)
        self.page.setBottomMargin(24 if compact else 90)

        self.body = _char(self.body_font, palette.ink)
        self.small_body = _char(t.serif(px(body - 3)), palette.ink)
        self.label = _char(t.small_caps(px(t.KICKER)), palette.muted)
        self.label.setProperty(_CAPS, True)
        self.fact_name = _char(t.sans(base, px(t.SMALL)), palette.muted)
        self._fact_metrics = QtGui.QFontMetricsF(t.sans(base, px(t.SMALL)))
        self.title = _char(t.serif(px(t.TITLE), bold=True), palette.ink)
        self.subtitle = _char(t.serif(px(t.SUBTITLE)), palette.muted)
        self.kicker = _char(t.small_caps(px(t.KICKER)), palette.accent)
        self.kicker.setProperty(_CAPS, True)
        self.small = _char(t.sans(base, px(t.SMALL)), palette.muted)
        self.tiny = _char(t.sans(base, px(t.TINY)), palette.muted)
        self.pill = _char(t.sans(base, px(t.TINY)), palette.ink)
        self.small_link = _char(t.sans(base, px(t.SMALL + 1)), palette.link)
        self.table_text = _char(t.sans(base, px(t.SMALL)), palette.ink)
        self.table_head = _char(t.sans(base, px(t.SMALL), bold=True), palette.muted)

        self.kicker_block = head(18, 0, 4)
        self.title_block = head(40, 0, 4)
        self.subtitle_block = head(25, 0, 4)
        self.note_block = head(20, 8, 0)
        self.paragraph_block = block(line, 10 if compact else 16, 0)
        self.heading_block = head(30, 30, 0)
        self.label_block = head(18, 20 if compact else 28, 0)
        self.aside_block = block(20, 12, 0)
        self.term_block = block(line, 14, 0)
        self.item_block = block(line, 5, 0)
        self.note_text_block = block(line - 6, 6, 0)
        self.picture_block = head(1, 20, 0)
        self.caption_block = block(20, 6, 8)
        self.action_block = block(24, 8, 0)
        self.first_action_block = block(24, 26, 0)
        self.ways_block = block(24, 44, 0)
        self.rule_block = block(t.LINE, 16, 0)
        self.rule_block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.table_block = head(1, 12, 0)

    @property
    def measure(self) -> int:
        """How wide the column is."""
        line = QtGui.QFontMetricsF(self.body_font).horizontalAdvance(_SAMPLE)
        return round(line * self._style.measure / t.MEASURE) + 2 * self.EDGE

    def px(self, size: float) -> int:
        """A size at 100 % in pixels as they are now."""
        return max(6, round(size * self._zoom))

    def _head_block(self, line: float, above: float, below: float) -> QTextBlockFormat:
        made = QTextBlockFormat()
        # A least height in pixels keeps Latin, Cyrillic and Han lines on one rhythm.
        made.setLineHeight(line * self._zoom, _MINIMUM)
        made.setTopMargin(above * self._zoom)
        made.setBottomMargin(below * self._zoom)
        return made

    def _block(self, line: float, above: float, below: float) -> QTextBlockFormat:
        """The same for running text, whose lines may be wanted further apart."""
        made = self._head_block(line, above, below)
        if self._spacing != 1:
            made.setLineHeight(line * self._zoom * self._spacing, _MINIMUM)
        return made

    @property
    def palette(self) -> Palette:
        """The colours that the formats are made of."""
        return self._palette

    def carded(self) -> CardFormats:
        """The formats inside a card."""
        if self._carded is None:
            # Loaded by the first card: most pages have none.
            from treatyviewer.gui.widgets.page_cards import CardFormats

            self._carded = CardFormats(
                self._palette, self._fonts, self._base, style=self._style, small=self.compact
            )
        return self._carded

    def heading(self, level: int) -> QTextCharFormat:
        """The title of a part of the section; 2 is the largest."""
        if level >= LABEL:
            return self.label if level == LABEL else self.small
        sizes = {2: t.HEADING, 3: t.HEADING - 3}
        return _char(t.serif(self.px(sizes.get(level, t.BODY)), bold=True), self._palette.ink)

    def above(self, level: int) -> QTextBlockFormat:
        """The paragraph of a heading."""
        if level > LABEL:
            return self.aside_block
        return self.label_block if level == LABEL else self.heading_block

    def claim(self, char: QTextCharFormat, claim: str, verdict: str) -> QTextCharFormat:
        """The same as the words of a claim; the pane draws a line below them."""
        made = QTextCharFormat(char)
        made.setAnchor(True)
        made.setAnchorHref(CLAIM + claim)
        made.setProperty(VERDICT, verdict)
        return made

    def fitting(self, char: QTextCharFormat, text: str) -> QTextCharFormat:
        """The same in families that have all signs of a text."""
        if text.isascii():
            return char
        if char.boolProperty(_CAPS) and t.has_cyrillic(text):
            # The font has small caps for Latin only.
            char = QTextCharFormat(char)
            char.setFontCapitalization(QFont.Capitalization.AllUppercase)
            char.setProperty(QTextFormat.Property.FontPixelSize, self.px(t.TINY))
        families = self._fonts.families(text)
        if char.fontFamilies() != t.FAMILIES:
            # The system's interface font, which would open a large one for a few Han signs.
            if families is not t.FAMILIES or not t.has_han(text):
                return char
            families = [self._base.family(), t.OWN_HAN]
        elif families is t.FAMILIES:
            return char
        made = QTextCharFormat(char)
        made.setFontFamilies(families)
        return made

    def emphasis(self, char: QTextCharFormat) -> QTextCharFormat:
        """The same in italics."""
        self._fonts.need_italics()
        made = QTextCharFormat(char)
        made.setFontItalic(True)
        return made

    def strong(self, char: QTextCharFormat) -> QTextCharFormat:
        """The same in bold."""
        made = QTextCharFormat(char)
        made.setFontWeight(QFont.Weight.Bold)
        return made

    def code(self, char: QTextCharFormat) -> QTextCharFormat:
        """The same letter by letter."""
        made = QTextCharFormat(char)
        made.setFontFamilies(["Noto Sans Mono", "DejaVu Sans Mono", "Menlo", "Consolas"])
        made.setProperty(QTextFormat.Property.FontPixelSize, self.px(t.BODY - 2))
        return made

    def superscript(self, char: QTextCharFormat) -> QTextCharFormat:
        """The same raised and small."""
        made = QTextCharFormat(char)
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        least = self.px(_LEAST_MARKED)
        if char.intProperty(QTextFormat.Property.FontPixelSize) < least:
            made.setProperty(QTextFormat.Property.FontPixelSize, least)
        return made

    def link(self, char: QTextCharFormat, target: str) -> QTextCharFormat:
        """The same as a link."""
        made = QTextCharFormat(char)
        made.setAnchor(True)
        made.setAnchorHref(target)
        made.setForeground(QColor(self._palette.link))
        # Not by colour alone; a raised note mark is told by its place.
        raised = QTextCharFormat.VerticalAlignment.AlignSuperScript
        made.setFontUnderline(char.verticalAlignment() != raised)
        made.setUnderlineColor(QColor(self._palette.muted))
        return made

    def quiet_link(self, char: QTextCharFormat) -> QTextCharFormat:
        """The same as a link that is told by its line alone."""
        made = QTextCharFormat(char)
        made.setFontUnderline(True)
        made.setUnderlineColor(QColor(self._palette.scroll))
        return made

    def indented(self, block: QTextBlockFormat, steps: int = 1) -> QTextBlockFormat:
        """A paragraph set in from the left."""
        made = QTextBlockFormat(block)
        made.setLeftMargin(block.leftMargin() + steps * self.px(_INDENT))
        return made

    def close(self, block: QTextBlockFormat) -> QTextBlockFormat:
        """The same near to what stands above it."""
        made = QTextBlockFormat(block)
        made.setTopMargin(self.CLOSE)
        return made

    def quoted(self, block: QTextBlockFormat) -> QTextBlockFormat:
        """A paragraph of a quotation, with a bar beside it."""
        made = self.indented(block)
        made.setProperty(QUOTE, max(1, int(made.leftMargin() - self.px(_BAR))))
        return made

    def fact_block(self, *, first: bool, last: bool) -> QTextBlockFormat:
        """A line of a table of facts, which has a rule above it and one below."""
        made = self._block(20, 12 if first else 4, 14 if last else 0)
        if first:
            made.setTopMargin(24 * self._zoom)
        made.setLeftMargin(self.fact_name_width)
        made.setTextIndent(-self.fact_name_width)
        # Counted from where the first line begins.
        made.setTabPositions([QTextOption.Tab(self.fact_name_width, QTextOption.TabType.LeftTab)])
        made.setProperty(FACTS, (ABOVE if first else 0) | (BELOW if last else 0))
        return made

    def fits_fact_column(self, name: str) -> bool:
        """Whether the name of a fact leaves room before what is said beside it."""
        return self._fact_metrics.horizontalAdvance(name) <= self.fact_name_width - 10

    def cell_block(self, align: str) -> QTextBlockFormat:
        """The text in a cell: "left", "center", "right" or ""."""
        made = self._block(20, 0, 0)
        flags = {"center": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight}
        made.setAlignment(flags.get(align, Qt.AlignmentFlag.AlignLeft))
        return made
