"""The page being read: one column in the middle, hits marked, quotations barred."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QRectF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPainter, QTextCursor
from PySide6.QtWidgets import QFrame, QWidget

from treatyviewer.entry.blocks import Map
from treatyviewer.gui import typography
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.focus_shown import FocusShown
from treatyviewer.gui.widgets.page_document import build
from treatyviewer.gui.widgets.page_foot import PageFoot
from treatyviewer.gui.widgets.page_formats import CLAIM, Formats
from treatyviewer.gui.widgets.page_lines import paint_bars, paint_claims
from treatyviewer.gui.widgets.page_text import PageDocument
from treatyviewer.gui.widgets.page_view import FindMarks, PageView, no_marks
from treatyviewer.gui.widgets.scroll_bar import QuietScrollBar
from treatyviewer.gui.widgets.viewport import viewport_of

if TYPE_CHECKING:
    from treatyviewer.gui.widgets.page_boxes import PageBoxes
    from treatyviewer.gui.widgets.page_marks import PageMarks

_LEAST_MARGIN = 36
_COMPACT_MARGIN = 12
# Ordinary prose, as long as a line should be: its width is the column's.
_SAMPLE = "The treaty was signed in the winter and came into force that spring, as"
_SAMPLE = _SAMPLE[: typography.MEASURE]


class DetailPane(FocusShown):
    """Shows one `PageView` at a time. `compact` is for a narrow panel beside the page."""

    link_requested = Signal(str)
    # The id of a claim whose words were clicked.
    claim_requested = Signal(str)
    # Others are marked, or another one is looked at.
    marks_changed = Signal()

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
        # Made for the first query.
        self._marks: PageMarks | None = None
        # What is sought on the page, which is marked instead of all else meanwhile.
        self._sought: FindMarks | None = None
        self.foot = PageFoot(self, self._lay_out)
        self._chosen_claim = ""
        self._boxes: PageBoxes | None = None
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
        self._mark()

    def seek(self, find_marks: FindMarks | None) -> None:
        """Mark what is sought on the page instead, and look at the first place from where one is;
        None marks again what was marked before.
        """
        at, self._sought = self.current_mark, find_marks
        here = self._marks.spans[at][0] if self._marks is not None and at >= 0 else -1
        self._mark()
        if find_marks is None or self._marks is None:
            return
        if here >= 0 and self._marks.spans:
            self._marks.current = self._marks.at(here) % self.mark_count
            self._show_mark()
        else:
            self.next_mark()

    @property
    def view(self) -> PageView:
        """The page that is shown."""
        return self._view

    @property
    def mark_count(self) -> int:
        """How many places are marked."""
        return len(self._marks.spans) if self._marks is not None else 0

    @property
    def current_mark(self) -> int:
        """The number of the marked place that is looked at, -1 for none."""
        return self._marks.current if self._marks is not None else -1

    def mark_rows(self, rows: int) -> list[int]:
        """Where the marks are, in so many rows from the top of the page to its end."""
        return self._marks.rows(self.document(), rows) if self._marks is not None else []

    @Slot()
    def next_mark(self) -> None:
        """Go to the marked place after this one, from the last to the first."""
        self._step_mark(1)

    @Slot()
    def previous_mark(self) -> None:
        """Go to the marked place before this one, from the first to the last."""
        self._step_mark(-1)

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

    def scroll_to_mark(self, claim: str = "") -> None:
        """Look at the first marked place and bring it into view; for a claim, at the first in its
        own words or in its paragraph, if there is one.
        """
        if self._marks is None or not self._marks.spans:
            return
        self._marks.current = 0
        for span in self._page.claims if claim and self._page is not None else ():
            if span.claim == claim:
                block = self.document().findBlock(span.start)
                whole = block.position(), block.position() + block.length()
                self._marks.current = self._marks.first(span[:2], whole)
                break
        self._show_mark()

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
        self.setTextCursor(cursor)
        place = self.cursorRect(cursor)
        height = self._port.height()
        if not 0 <= place.top() <= place.bottom() <= height:
            self.scroll_to(self.scroll_y + place.top() - height // 4)

    def _step_mark(self, by: int) -> None:
        if self._marks is not None and self._marks.spans:
            corners = self._port.rect().topLeft(), self._port.rect().bottomRight()
            first, last = (self.cursorForPosition(corner).position() for corner in corners)
            self._marks.step(by, first, last)
            self._show_mark()

    def _show_mark(self, *, scroll: bool = True) -> None:
        if scroll and self._marks is not None and self._marks.current >= 0:
            self._scroll_to_position(self._marks.spans[self._marks.current][0])
        self._port.update()
        self.marks_changed.emit()

    def _build(self) -> None:
        # While a document is set, Qt may paint and resize with the old positions: none then.
        if self._marks is not None:
            self._marks.spans = []
        old, self._page = self._page, None
        kept = old.document if old is not None and old.plain else None
        self._page = build(self._view, self._formats, self._base, self, kept)
        if self._page.document is not kept:
            self.setDocument(self._page.document)
            if old is not None:
                old.document.deleteLater()
        else:
            self.setTextCursor(QTextCursor(kept))
        if any(isinstance(block, Map) for block in self._view.blocks):
            from treatyviewer.gui.widgets.page_map import MapPointer

            pointer = MapPointer(self._page.document, self, self._port)
            pointer.place_requested.connect(self.link_requested)
        if self._boxes is None and (self._page.cards or self._page.pills):
            from treatyviewer.gui.widgets.page_boxes import PageBoxes

            self._boxes = PageBoxes(self, self._port)
            self._boxes.card_requested.connect(self.link_requested)
        if self._boxes is not None:
            self._boxes.set_page(self._page)
        self._mark()

    def _mark(self) -> None:
        find_marks = self._sought or self._find_marks
        if self._marks is None and find_marks is not no_marks:
            from treatyviewer.gui.widgets.page_marks import PageMarks

            self._marks = PageMarks(self._theme)
        if self._marks is None or self._page is None:
            return
        self._marks.find(self._page, find_marks)
        self.setExtraSelections(self._marks.inked(self._page))
        self._port.update()
        self.marks_changed.emit()

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
            scroll, current = self.scroll_y, self.current_mark
            self._build()
            self.scroll_to(scroll)
            if self._marks is not None and current >= 0:
                self._marks.current = current
                self._show_mark(scroll=False)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Keep the column in the middle and its lines readable."""
        self._lay_out()
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        least = _COMPACT_MARGIN if self._compact else _LEAST_MARGIN
        side = max(least, int((room - self._measure) / 2))
        foot = self.foot.height
        margins = self.viewportMargins()
        if (margins.left(), margins.bottom()) != (side, foot):
            self.setViewportMargins(side, 0, side, foot)
        self.foot.place(side, room - 2 * side)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Marks and bars first, then the text over them."""
        painter = QPainter(self._port)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.scroll_y)
        shown = QRectF(event.rect().translated(0, self.scroll_y))
        document, palette = self.document(), self._theme.palette
        first = self._first_seen()
        if self._boxes is not None:
            self._boxes.paint(painter, first, shown, palette)
        paint_bars(painter, first, shown, palette)
        if self._page is not None:
            paint_claims(painter, document, self._page.claims, shown, palette, self._chosen_claim)
        if self._marks is not None:
            self._marks.paint(painter, document, first.position(), shown)
        painter.end()
        super().paintEvent(event)

    def _first_seen(self) -> QtGui.QTextBlock:
        # Above all words Qt answers with the last block that is not laid out yet.
        first = self.document().begin()
        if self.document().documentLayout().blockBoundingRect(first).bottom() >= self.scroll_y:
            return first
        return self.cursorForPosition(self._port.rect().topLeft()).block()

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
