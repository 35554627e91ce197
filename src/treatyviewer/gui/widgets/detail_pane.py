"""The page being read: one column in the middle, hits marked, quotations barred."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QTextCursor
from PySide6.QtWidgets import QFrame, QWidget

from treatyviewer.entry.blocks import Map
from treatyviewer.gui import typography
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.page_column import Column, column, column_with_notes
from treatyviewer.gui.widgets.page_document import build
from treatyviewer.gui.widgets.page_foot import PageFoot
from treatyviewer.gui.widgets.page_formats import Formats
from treatyviewer.gui.widgets.page_lines import paint_bars, paint_claims
from treatyviewer.gui.widgets.page_pointing import PointedPage
from treatyviewer.gui.widgets.page_view import FindMarks, PageView, no_marks
from treatyviewer.gui.widgets.scroll_bar import QuietScrollBar

if TYPE_CHECKING:
    from treatyviewer.gui.widgets.page_boxes import PageBoxes
    from treatyviewer.gui.widgets.page_notes import PageNotes

_LEAST_MARGIN = 36
_COMPACT_MARGIN = 12


class DetailPane(PointedPage):
    """Shows one `PageView` at a time. `compact` is for a narrow panel beside the page."""

    def __init__(
        self,
        theme: Theme,
        fonts: typography.Fonts,
        parent: QWidget | None = None,
        *,
        compact: bool = False,
    ) -> None:
        super().__init__(theme, parent, has_signs=not compact)
        # Before anything asks for the bar that is there.
        QuietScrollBar(self, theme)
        self._base = QGuiApplication.font()
        self._fonts = fonts
        self._compact = compact
        self._ground = "panel" if compact else "page"
        self._style = typography.USUAL
        self._formats = self._make_formats()
        self._column = Column(0, 0)
        self._resizing = False
        # Made for the first page with notes that has room for them.
        self._notes: PageNotes | None = None
        self._notes_wanted = not compact
        self.foot = PageFoot(self, self._lay_out)
        self._chosen_claim = ""
        self._boxes: PageBoxes | None = None
        self.setAccessibleName(self.tr("Text"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The margins beside the column belong to the page.
        self.setAutoFillBackground(True)
        # A bar that comes and goes would make the column wider and narrower.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().rangeChanged.connect(self._stay_in_column)
        self._colour()
        theme.changed.connect(self._theme_changed)

    # --- what is shown ------------------------------------------------------------------------

    def show_page(self, view: PageView, find_marks: FindMarks = no_marks) -> None:
        """Show a page from its top, with the places that `find_marks` finds marked."""
        self._view = view
        self._find_marks = find_marks
        self._held = None
        self._hide_sign()
        self._build()
        self.verticalScrollBar().setValue(0)

    def choose_claim(self, claim: str) -> None:
        """Set a ground behind the words of a claim; "" chooses none."""
        self._chosen_claim = claim
        self._port.update()

    def set_style(self, style: typography.TextStyle, *, side_notes: bool = True) -> None:
        """Set the text otherwise, with the same words in view as before. With `side_notes` notes
        stand beside it where there is room.
        """
        wanted = side_notes and not self._compact
        if (style, wanted) == (self._style, self._notes_wanted):
            return
        self._style, self._notes_wanted = style, wanted
        self._set_anew()

    def stands_beside(self, note: str) -> bool:
        """Whether a note stands in the margin."""
        return self._notes is not None and self._notes.has(note)

    def _build(self) -> None:
        # While a document is set, Qt may paint and resize with the old positions: none then.
        if self._marks is not None:
            self._marks.spans = []
        old, self._page = self._page, None
        kept = old.document if old is not None and old.plain else None
        self._lay_out()
        page = build(self._view, self._formats, self, kept, notes_beside=self._own_notes_beside())
        self._page = page
        if page.document is not kept:
            self.setDocument(page.document)
            if old is not None:
                old.document.deleteLater()
        else:
            self.setTextCursor(QTextCursor(kept))
        if any(isinstance(block, Map) for block in self._view.blocks):
            from treatyviewer.gui.widgets.page_map import MapPointer

            pointer = MapPointer(page.document, self, self._port)
            pointer.place_requested.connect(self.link_requested)
        if self._boxes is None and (page.cards or page.pills):
            from treatyviewer.gui.widgets.page_boxes import PageBoxes

            self._boxes = PageBoxes(self, self._port)
            self._boxes.card_requested.connect(self.link_requested)
        if self._boxes is not None:
            self._boxes.set_page(page)
        if self._notes is not None:
            self._notes.show_page(page, self._view, self._formats)
        super()._mark()

    def _mark(self) -> None:
        # What is found in a note must stand in the text, where it can be marked and gone to.
        if self._page is not None and self._page.notes_beside != self._own_notes_beside():
            self._set_anew(formats=False)
        else:
            super()._mark()

    def _set_anew(self, *, formats: bool = True) -> None:
        """Set the same page again, with the same in view."""
        reading, current = self._reading(), self.current_mark
        if formats:
            self._formats = self._make_formats()
        if self._page is None:
            self._lay_out()
            return
        self._build()
        self._read_on(reading)
        if self._marks is not None and 0 <= current < self.mark_count:
            self._marks.current = current
            self._show_mark(scroll=False)

    # --- notes beside the text ----------------------------------------------------------------

    def _own_notes_beside(self) -> bool:
        """Whether notes of the author's own stand beside the text, and not at its foot."""
        find_marks = self._sought or self._find_marks
        if not self._column.notes_width or find_marks is no_marks:
            return bool(self._column.notes_width)
        from treatyviewer.gui.widgets.page_notes import found_in_notes

        return not found_in_notes(self._view.blocks, find_marks)

    def _place_notes(self) -> None:
        if self._notes is not None:
            place, height = self._column, self.height() - self.foot.height
            self._notes.place(QRect(place.notes_left, 0, place.notes_width, height))

    def _make_notes(self) -> None:
        """Make the notes once the first mark of one is seen: the program starts without them."""
        if self._notes is not None or not self._column.notes_width or self._page is None:
            return
        last = self.cursorForPosition(self._port.rect().bottomRight()).position()
        if self._page.note_marks and self._page.note_marks[0][0] <= last:
            from treatyviewer.gui.widgets.page_notes import PageNotes

            self._notes = PageNotes(self, self._port, self._theme)
            self._notes.link_requested.connect(self._follow)
            self._notes.show_page(self._page, self._view, self._formats)
            self._place_notes()

    # --- looks --------------------------------------------------------------------------------

    def _colour(self) -> None:
        palette = self.palette()
        page = self._theme.color(self._ground)
        for role in (palette.ColorRole.Base, palette.ColorRole.Window):
            palette.setColor(role, page)
        palette.setColor(palette.ColorRole.Text, self._theme.color("ink"))
        self.setPalette(palette)

    def _make_formats(self) -> Formats:
        return Formats(
            self._theme.palette, self._fonts, self._base, style=self._style, compact=self._compact
        )

    @Slot()
    def _theme_changed(self) -> None:
        self._colour()
        self._set_anew()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Keep the column in its place, its lines readable, and what is read in view."""
        if self._resizing:
            super().resizeEvent(event)
            return
        self._resizing = True
        reading = self._reading()
        self._lay_out()
        super().resizeEvent(event)
        self._read_on(reading)
        self._resizing = False
        if self._page is not None and self._page.notes_beside != self._own_notes_beside():
            self._set_anew(formats=False)

    def _lay_out(self) -> None:
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        least = _COMPACT_MARGIN if self._compact else _LEAST_MARGIN
        measure = self._formats.measure
        place = None
        if self._notes_wanted and self._view.has_note_marks:
            place = column_with_notes(room, measure, least, self._style.size / 100)
        self._column = place = place or column(room, measure, least)
        right, foot = room - place.left - place.width, self.foot.height
        margins = self.viewportMargins()
        if (margins.left(), margins.right(), margins.bottom()) != (place.left, right, foot):
            self.setViewportMargins(place.left, 0, right, foot)
        self.foot.place(place.left, place.width)
        self._place_notes()

    @Slot(int, int)
    def _stay_in_column(self, _least: int, most: int) -> None:
        # While a document is being set, Qt takes it for wider than it is, and may leave it so.
        if most:
            self.horizontalScrollBar().setRange(0, 0)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Marks and bars first, then the text over them."""
        self._make_notes()
        painter = QPainter(self._port)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.scroll_y)
        shown = QRectF(event.rect().translated(0, self.scroll_y))
        document, palette = self.document(), self._theme.palette
        first = self._first_seen(event.rect().top())
        if self._boxes is not None:
            self._boxes.paint(painter, first, shown, palette)
        paint_bars(painter, first, shown, palette)
        if self._page is not None:
            claims = self._page.claims
            paint_claims(painter, first, claims, shown, palette, self._chosen_claim)
        if self._notes is not None:
            self._notes.paint_lit_mark(painter)
        if self._marks is not None:
            self._marks.paint(painter, document, first.position(), shown)
        painter.end()
        super().paintEvent(event)

    def _first_seen(self, top: int) -> QtGui.QTextBlock:
        """The block from which on something is to be painted below a height of the viewport."""
        # Above all words Qt answers with the last block that is not laid out yet.
        first = self.document().begin()
        layout = self.document().documentLayout()
        if layout.blockBoundingRect(first).bottom() >= self.scroll_y + top:
            return first
        found = self.cursorForPosition(QPoint(0, top)).block()
        # What is drawn may reach down from the one before.
        return found.previous() if found.previous().isValid() else found

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What stands beside the text goes with it."""
        super().scrollContentsBy(dx, dy)
        if self._notes is not None:
            self._notes.scrolled()
        self._hide_sign()
