"""A page that one moves about in: to its blocks, its claims, and the places that are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.focus_shown import FocusShown
from treatyviewer.gui.widgets.page_view import FindMarks, PageView, no_marks
from treatyviewer.gui.widgets.viewport import viewport_of
from treatyviewer.tuples import NamedTuple

if TYPE_CHECKING:
    from treatyviewer.gui.widgets.page_marks import PageMarks
    from treatyviewer.gui.widgets.page_text import PageDocument


class Reading(NamedTuple):
    """What one reads: the position at which the line at the top begins, and the height of that
    line, in pixels from the top.
    """

    position: int
    top: int


class PageBrowser(FocusShown):
    """Knows where everything stands on its page, which others set."""

    # Others are marked, or another one is looked at.
    marks_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._port = viewport_of(self)
        self._theme = theme
        self._view = PageView("")
        self._page: PageDocument | None = None
        self._find_marks: FindMarks = no_marks
        # Made for the first query.
        self._marks: PageMarks | None = None
        # What is sought on the page, which is marked instead of all else meanwhile.
        self._sought: FindMarks | None = None
        # What is kept in view while the page is set anew, until somebody scrolls.
        self._held: tuple[int, Reading] | None = None
        # Where one has gone, until Tab leads on from there; -1 for nowhere.
        self._gone_to = -1

    @property
    def view(self) -> PageView:
        """The page that is shown."""
        return self._view

    # --- places -------------------------------------------------------------------------------

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
            self._go(self._page.blocks[id])

    def scroll_to_claim(self, claim: str) -> None:
        """Bring the words of a claim into view."""
        for span in self._page.claims if self._page is not None else ():
            if span.claim == claim:
                self._go(span.start)
                return

    def _go(self, position: int) -> None:
        """Bring a place into view. The keys go on from there, and so do screen readers: the
        cursor, which is not seen, is moved too.
        """
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        here = self.scroll_y
        self.setTextCursor(cursor)
        self._gone_to = position
        # Qt has scrolled just so far that the cursor is seen.
        self.scroll_to(here)
        place = self.cursorRect(cursor)
        height = self._port.height()
        if not 0 <= place.top() <= place.bottom() <= height:
            self.scroll_to(self.scroll_y + place.top() - height // 4)

    def focusNextPrevChild(self, next: bool) -> bool:
        """To the link after this one, or before it; or from where one has gone."""
        cursor = self.textCursor()
        if self._gone_to == cursor.position() and not cursor.hasSelection():
            # Without a selection Qt would begin at the top.
            step = QTextCursor.MoveOperation.Left if next else QTextCursor.MoveOperation.Right
            if cursor.movePosition(step):
                cursor.setPosition(self._gone_to, QTextCursor.MoveMode.KeepAnchor)
                here = self.scroll_y
                self.setTextCursor(cursor)
                self.scroll_to(here)
        self._gone_to = -1
        return super().focusNextPrevChild(next)

    def _reading(self) -> Reading | None:
        """What is read; None at the top of the page."""
        if not self.scroll_y or self._page is None:
            return None
        if self._held is not None and self._held[0] == self.scroll_y:
            return self._held[1]
        cursor = self.cursorForPosition(QPoint(0, 0))
        cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
        return Reading(cursor.position(), self.cursorRect(cursor).top())

    def _read_on(self, reading: Reading | None) -> None:
        """Have the same in view as before the page was set anew."""
        if reading is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(reading.position, self.document().characterCount() - 1))
        self.scroll_to(self.scroll_y + self.cursorRect(cursor).top() - reading.top)
        self._held = self.scroll_y, reading

    # --- marks --------------------------------------------------------------------------------

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

    def _step_mark(self, by: int) -> None:
        if self._marks is not None and self._marks.spans:
            corners = self._port.rect().topLeft(), self._port.rect().bottomRight()
            first, last = (self.cursorForPosition(corner).position() for corner in corners)
            self._marks.step(by, first, last)
            self._show_mark()

    def _show_mark(self, *, scroll: bool = True) -> None:
        if scroll and self._marks is not None and self._marks.current >= 0:
            self._go(self._marks.spans[self._marks.current][0])
        self._port.update()
        self.marks_changed.emit()

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
