"""Notes beside the text: each next to the line with its mark, or below the note before it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QPainter, QTextFrameFormat
from PySide6.QtWidgets import QTextBrowser, QWidget

from treatyviewer.entry import blocks as b
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.following import Following
from treatyviewer.gui.widgets.line_rects import line_rects
from treatyviewer.gui.widgets.note_flow import NoteFlow
from treatyviewer.gui.widgets.page_formats import Formats
from treatyviewer.gui.widgets.page_text import PageDocument
from treatyviewer.gui.widgets.page_view import FindMarks, PageView

# Between two notes.
_GAP = 8
# A note stands again beside a mark so far below the one before, in pixels at 100 %.
_AGAIN = 700
_ROUND = 4


def own_notes(blocks: Sequence[b.Block]) -> list[b.Note]:
    """The author's own notes; the others name sources."""
    return [block for block in blocks if isinstance(block, b.Note) and not block.brief]


def found_in_notes(blocks: Sequence[b.Block], find_marks: FindMarks) -> bool:
    """Whether there is something to be marked in the author's own notes."""
    return any(find_marks(b.run_text(runs)) for _, runs in b.leaves(own_notes(blocks)))


class PageNotes(QWidget):
    """The right margin of a page, which scrolls with it. Places are reckoned down to what is seen:
    a long page is not laid out to its end for its notes.
    """

    link_requested = Signal(str)

    def __init__(self, page: QTextBrowser, port: QWidget, theme: Theme) -> None:
        super().__init__(page)
        self._browser = page
        self._port = port
        self._theme = theme
        self._page: PageDocument | None = None
        self._notes: dict[str, b.Note] = {}
        self._formats: Formats | None = None
        # In the order of their marks; how many marks are done, and where the last one ends.
        self._placed: list[NoteFlow] = []
        self._done = 0
        self._ended = False
        self._lit = ""
        # The link of a note that has the keys.
        self._focused: tuple[NoteFlow, int] | None = None
        self._following = Following(self)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Notes beside the text"))
        page.highlighted.connect(self._link_pointed)
        page.verticalScrollBar().rangeChanged.connect(self._again)

    # --- what is shown ------------------------------------------------------------------------

    def show_page(self, page: PageDocument, view: PageView, formats: Formats) -> None:
        """Show the notes of a page that was just set."""
        self._following.hold()
        self._page = page
        self._formats = formats
        marked = {id for _, id in page.note_marks}
        notes = (block for block in view.blocks if isinstance(block, b.Note))
        self._notes = {note.id: note for note in notes if note.id in marked}
        self._lit = ""
        own = own_notes(tuple(self._notes.values()))
        # Sources stand at the foot of the text too; these may stand only here.
        self.setAccessibleDescription("\n".join(b.plain_text(note.blocks) for note in own))
        linked = page.notes_beside and any(b.has_links(note.blocks) for note in own)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if linked else Qt.FocusPolicy.NoFocus)
        self._again()

    def has(self, note: str) -> bool:
        """Whether a note stands here."""
        return self.isVisible() and note in self._notes

    def place(self, place: QRect) -> None:
        """Stand there, or nowhere where the place is empty."""
        self.setVisible(not place.isEmpty())
        if self.geometry() != place:
            self.setGeometry(place)
            self._again()

    @Slot()
    def scrolled(self) -> None:
        """The text has moved."""
        self.update()

    @property
    def placed(self) -> Sequence[NoteFlow]:
        """The notes down to the end of what is seen, with their places in the document."""
        top = self._browser.verticalScrollBar().value()
        self._place_until(top + self.height())
        return self._placed

    @Slot()
    def _again(self) -> None:
        self._placed, self._done, self._ended, self._focused = [], 0, False, None
        self.update()

    # --- where they stand ---------------------------------------------------------------------

    def _place_until(self, bottom: float) -> None:
        if self._page is None or self._formats is None or not self.isVisible():
            return
        marks, again = self._page.note_marks, self._formats.px(_AGAIN)
        last: dict[str, float] = {}
        for flow in self._placed:
            last[flow.note.id] = flow.mark_y
        while self._done < len(marks):
            position, id = marks[self._done]
            baseline, y = self._line(position)
            if y > bottom:
                return
            self._done += 1
            if id not in self._notes or (id in last and y - last[id] < again):
                continue
            flow = NoteFlow(self._notes[id], self._formats, self.width())
            flow.mark_y, last[id] = y, y
            above = self._placed[-1].bottom + _GAP if self._placed else 0.0
            flow.y = max(above, baseline - flow.ascent)
            self._placed.append(flow)
        if not self._ended:
            self._ended = True
            self._end()

    def _line(self, position: int) -> tuple[float, float]:
        """The line on which the words before a mark of the document stand: the one on which
        their letters stand, and its top.
        """
        document = self._browser.document()
        block = document.findBlock(position)
        # Asked for its place, the page is laid out as far as this.
        top = document.documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(position - block.position())
        if not line.isValid():
            return top, top
        return top + line.y() + line.ascent(), top + line.y()

    def _end(self) -> None:
        """No note beyond the end of the page: they move up, and if that is not enough, the page
        gets longer.
        """
        size = self._browser.document().documentLayout().documentSize()
        limit = size.height() - _GAP
        for flow in reversed(self._placed):
            if flow.bottom <= limit:
                break
            flow.y = limit - flow.height
            limit = flow.y - _GAP
        lacking = -self._placed[0].y if self._placed else 0
        if lacking > 0:
            frame = self._browser.document().rootFrame()
            made = QTextFrameFormat(frame.frameFormat())
            made.setBottomMargin(made.bottomMargin() + lacking + _GAP)
            frame.setFrameFormat(made)
            self._again()

    # --- looks --------------------------------------------------------------------------------

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Those that are seen."""
        self._following.was_painted = True
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._browser.verticalScrollBar().value()
        for flow in self.placed:
            place = QRectF(0, flow.y - top, self.width(), flow.height)
            if place.bottom() < 0 or place.top() > self.height():
                continue
            if flow.note.id == self._lit:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.color("hover"))
                painter.drawRoundedRect(place.adjusted(0, -3, 0, 3), _ROUND, _ROUND)
            flow.draw(painter, place.topLeft())
            if self._focused is not None and self._focused[0] is flow and self.hasFocus():
                painter.setPen(self._theme.color("accent"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                for rect in flow.link_rects(self._focused[1]):
                    painter.drawRoundedRect(rect.translated(place.topLeft()), 3, 3)
        painter.end()

    def paint_lit_mark(self, painter: QPainter) -> None:
        """A ground behind the marks of the note that one points at, on the page."""
        if not self._lit or self._page is None or not self.isVisible():
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("selected"))
        document = self._browser.document()
        for position, id in self._page.note_marks:
            if id == self._lit:
                block = document.findBlock(position)
                place = document.documentLayout().blockBoundingRect(block)
                for rect in line_rects(block, position, position + len(self._notes[id].label)):
                    painter.drawRoundedRect(rect.translated(place.topLeft()), 3, 3)

    def _light(self, note: str) -> None:
        note = note if note in self._notes else ""
        if note != self._lit:
            self._lit = note
            self.update()
            self._port.update()

    @Slot(QUrl)
    def _link_pointed(self, url: QUrl) -> None:
        target = url.toString()
        self._light(target[1:] if target.startswith("#") else "")

    # --- pointer and keys ---------------------------------------------------------------------

    def link_at(self, place: QPoint) -> str:
        """The link at a place of the margin, "" where there is none."""
        flow = self._flow_at(place)
        if flow is None:
            return ""
        return flow.link_at(QPointF(place) - QPointF(0, flow.y - self._top))

    @property
    def _top(self) -> int:
        return self._browser.verticalScrollBar().value()

    def _flow_at(self, place: QPoint) -> NoteFlow | None:
        y = place.y() + self._top
        return next((flow for flow in self.placed if flow.y <= y <= flow.bottom), None)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Show the mark of the note that one points at."""
        place = event.position().toPoint()
        flow = self._flow_at(place)
        self._light(flow.note.id if flow is not None else "")
        hand = Qt.CursorShape.PointingHandCursor
        self.setCursor(hand if self.link_at(place) else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """One points elsewhere."""
        self._light("")

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Taken, so that nothing is selected in the text."""
        event.accept()

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """Take a link."""
        link = self.link_at(event.position().toPoint())
        if link and event.button() == Qt.MouseButton.LeftButton:
            self.link_requested.emit(link)

    def focusNextPrevChild(self, next: bool) -> bool:
        """From link to link of the author's own notes, then on."""
        links = [
            (flow, number)
            for flow in self.placed
            if not flow.note.brief
            for number in range(len(flow.links))
        ]
        at = links.index(self._focused) if self._focused in links else (-1 if next else len(links))
        at += 1 if next else -1
        self._focused = links[at] if 0 <= at < len(links) else None
        self.update()
        return self._focused is not None or super().focusNextPrevChild(next)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Begin with the first link, or with the last."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._focused = None
            self.focusNextPrevChild(event.reason() == Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Take the link that has the keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._focused is not None:
            flow, number = self._focused
            self.link_requested.emit(flow.links[number].target)
        else:
            super().keyPressEvent(event)
