"""The page being read: one column in the middle, hits marked, quotations barred."""

from __future__ import annotations

from bisect import bisect_left

from PySide6 import QtGui
from PySide6.QtCore import QRectF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from treatyviewer.gui import typography
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.claim_lines import paint_claim
from treatyviewer.gui.widgets.line_rects import line_rects
from treatyviewer.gui.widgets.page_document import build
from treatyviewer.gui.widgets.page_formats import ABOVE, BELOW, CLAIM, FACTS, QUOTE, Formats
from treatyviewer.gui.widgets.page_text import PageDocument
from treatyviewer.gui.widgets.page_view import FindMarks, PageView, no_marks
from treatyviewer.gui.widgets.scroll_bar import QuietScrollBar
from treatyviewer.gui.widgets.viewport import viewport_of

_LEAST_MARGIN = 36
_COMPACT_MARGIN = 12
# Ordinary prose, as long as a line should be: its width is the column's.
_SAMPLE = "The treaty was signed in the winter and came into force that spring, as"
_SAMPLE = _SAMPLE[: typography.MEASURE]


class DetailPane(QTextBrowser):
    """Shows one `PageView` at a time. `compact` is for a narrow panel beside the page."""

    link_requested = Signal(str)
    # The id of a claim whose words were clicked.
    claim_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        fonts: typography.Fonts,
        parent: QWidget | None = None,
        *,
        compact: bool = False,
    ) -> None:
        super().__init__(parent)
        self._port = viewport_of(self)
        self._theme = theme
        self._base = QGuiApplication.font()
        self._fonts = fonts
        self._compact = compact
        self._ground = "panel" if compact else "page"
        self._formats = self._make_formats()
        line = QFontMetricsF(self._formats.body_font).horizontalAdvance(_SAMPLE)
        self._measure = line + 2 * Formats.EDGE
        self._view = PageView("")
        self._find_marks: FindMarks = no_marks
        self._page: PageDocument | None = None
        self._spans: list[tuple[int, int]] = []
        self._chosen_claim = ""
        self.setAccessibleName(self.tr("Text"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The margins beside the column belong to the page.
        self.setAutoFillBackground(True)
        self.setOpenLinks(False)
        QuietScrollBar(self, theme)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._colour()
        self.anchorClicked.connect(self._link_clicked)
        theme.changed.connect(self._theme_changed)

    # --- what is shown ------------------------------------------------------------------------

    def show_page(self, view: PageView, find_marks: FindMarks = no_marks) -> None:
        """Show a page from its top, with the places that `find_marks` finds marked."""
        self._view = view
        self._find_marks = find_marks
        self._build()
        self.verticalScrollBar().setValue(0)

    def set_marks(self, find_marks: FindMarks) -> None:
        """Mark other places of the same page."""
        self._find_marks = find_marks
        self._find_spans()
        self._port.update()

    @property
    def mark_count(self) -> int:
        """How many places are marked."""
        return len(self._spans)

    @property
    def scroll_y(self) -> int:
        """How far down the page is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def scroll_to(self, y: int) -> None:
        """Scroll to a height that `scroll_y` gave."""
        self.verticalScrollBar().setValue(y)

    def scroll_to_block(self, id: str) -> None:
        """Bring a block into view; unknown ids are passed over."""
        if self._page is not None and id in self._page.blocks:
            self._scroll_to_position(self._page.blocks[id])

    def scroll_to_mark(self) -> None:
        """Bring the first marked place into view, if it is not."""
        if self._spans:
            self._scroll_to_position(self._spans[0][0])

    def choose_claim(self, claim: str) -> None:
        """Set a ground behind the words of a claim; "" chooses none."""
        self._chosen_claim = claim
        self._port.update()

    def scroll_to_claim(self, claim: str) -> None:
        """Bring the words of a claim into view."""
        for span in self._page.claims if self._page is not None else ():
            if span.claim == claim:
                self._scroll_to_position(span.start)
                return

    def _scroll_to_position(self, position: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        place = self.cursorRect(cursor)
        height = self._port.height()
        if not 0 <= place.top() <= place.bottom() <= height:
            self.scroll_to(self.scroll_y + place.top() - height // 4)

    def _build(self) -> None:
        # While a document is set, Qt may paint and resize with the old positions: none then.
        self._spans = []
        old = self._page.document if self._page else None
        self._page = build(self._view, self._formats, self._base, self)
        self.setDocument(self._page.document)
        if old is not None:
            old.deleteLater()
        self._find_spans()

    def _find_spans(self) -> None:
        page = self._page
        if page is None:
            return
        self._spans = [
            span
            for piece in page.pieces
            for span in page.spans(piece, self._find_marks(piece.text))
        ]
        self.setExtraSelections([self._inked(*span) for span in self._spans if page.pale(span)])

    def _inked(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        """Grey words in ink: on the ground of a mark they would be too faint."""
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        made.format.setForeground(self._theme.color("ink"))
        return made

    # --- looks --------------------------------------------------------------------------------

    def _colour(self) -> None:
        palette = self.palette()
        page = self._theme.color(self._ground)
        for role in (palette.ColorRole.Base, palette.ColorRole.Window):
            palette.setColor(role, page)
        palette.setColor(palette.ColorRole.Text, self._theme.color("ink"))
        self.setPalette(palette)

    def _make_formats(self) -> Formats:
        return Formats(self._theme.palette, self._fonts, self._base, compact=self._compact)

    @Slot()
    def _theme_changed(self) -> None:
        self._formats = self._make_formats()
        self._colour()
        if self._page is not None:
            scroll = self.scroll_y
            self._build()
            self.scroll_to(scroll)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Keep the column in the middle and its lines readable."""
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        least = _COMPACT_MARGIN if self._compact else _LEAST_MARGIN
        side = max(least, int((room - self._measure) / 2))
        margins = self.viewportMargins()
        if margins.left() != side:
            self.setViewportMargins(side, 0, side, 0)
        super().resizeEvent(event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Marks and bars first, then the text over them."""
        painter = QPainter(self._port)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.scroll_y)
        shown = QRectF(event.rect().translated(0, self.scroll_y))
        self._paint_bars(painter, shown)
        self._paint_claims(painter, shown)
        self._paint_marks(painter, shown)
        painter.end()
        super().paintEvent(event)

    def _paint_bars(self, painter: QPainter, shown: QRectF) -> None:
        layout = self.document().documentLayout()
        block = self.cursorForPosition(self._port.rect().topLeft()).block()
        # From the quotation before: its paragraphs are joined by one bar.
        above, bottom = 0, 0.0
        while block.isValid():
            place = layout.blockBoundingRect(block)
            if place.top() > shown.bottom():
                break
            margin = block.blockFormat().intProperty(QUOTE)
            if margin:
                # The least height of a line leaves its room above the words.
                top = bottom if margin == above else place.top() + 6
                bar = QRectF(margin - 20 + Formats.EDGE, top, 3, place.bottom() + 3 - top)
                painter.fillRect(bar, self._theme.color("line"))
            self._paint_rules(painter, block.blockFormat().intProperty(FACTS), place)
            above, bottom = margin, place.bottom()
            block = block.next()

    def _paint_rules(self, painter: QPainter, rules: int, place: QRectF) -> None:
        """Above and below a table of facts."""
        colour = self._theme.color("line")
        width = self.document().textWidth() - 2 * Formats.EDGE
        if rules & ABOVE:
            painter.fillRect(QRectF(Formats.EDGE, place.top() - 12, width, 1), colour)
        if rules & BELOW:
            painter.fillRect(QRectF(Formats.EDGE, place.bottom() + 12, width, 1), colour)

    def _paint_marks(self, painter: QPainter, shown: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.palette.hit))
        layout = self.document().documentLayout()
        # There may be thousands; from the first one in the first block that is seen.
        first = self.cursorForPosition(self._port.rect().topLeft()).block().position()
        for start, end in self._spans[bisect_left(self._spans, (first, 0)) :]:
            block = self.document().findBlock(start)
            place = layout.blockBoundingRect(block)
            if place.top() > shown.bottom():
                break
            for rect in line_rects(block, start, end):
                painter.drawRoundedRect(rect.translated(place.topLeft()), 3, 3)

    def _paint_claims(self, painter: QPainter, shown: QRectF) -> None:
        layout = self.document().documentLayout()
        for span in self._page.claims if self._page is not None else ():
            block = self.document().findBlock(span.start)
            place = layout.blockBoundingRect(block)
            if place.top() > shown.bottom() or place.bottom() < shown.top():
                continue
            rects = [r.translated(place.topLeft()) for r in line_rects(block, *span[:2])]
            chosen = span.claim == self._chosen_claim
            paint_claim(painter, rects, span.verdict, self._theme.palette, chosen=chosen)

    # --- links --------------------------------------------------------------------------------

    @Slot(QUrl)
    def _link_clicked(self, url: QUrl) -> None:
        target = url.toString()
        if target.startswith("#"):
            self.scroll_to_block(target[1:])
        elif target.startswith(CLAIM):
            self.claim_requested.emit(target.removeprefix(CLAIM))
        else:
            self.link_requested.emit(target)
