"""From an address to the page on the screen, and back through the history."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from treatyviewer.entry.address import Address
from treatyviewer.errors import NotFoundError
from treatyviewer.gui.context import Context
from treatyviewer.gui.controllers.page_making import view_of
from treatyviewer.gui.models.outline_model import OutlineModel
from treatyviewer.gui.services.history import History, Place
from treatyviewer.gui.widgets.contents_tree import ContentsTree
from treatyviewer.gui.widgets.detail_pane import DetailPane
from treatyviewer.gui.widgets.page_view import FindMarks, PageView, no_marks
from treatyviewer.gui.widgets.top_bar import TopBar
from treatyviewer.library.library import DamagedError, Library
from treatyviewer.library.values import Page


class ReadingController(QObject):
    """Knows the library, the page that is shown and how the reader came there."""

    page_changed = Signal(str)
    damaged = Signal(object)

    def __init__(
        self,
        context: Context,
        pane: DetailPane,
        tree: ContentsTree,
        outline: OutlineModel,
        bar: TopBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._language = context.language
        self._pane = pane
        self._tree = tree
        self._outline = outline
        self._bar = bar
        self._history = History()
        self._find_marks: FindMarks = no_marks
        self._library: Library | None = None
        self._page: Page | None = None
        self._show_ways()

    # --- what is read -------------------------------------------------------------------------

    def set_library(self, library: Library) -> None:
        """Read another library, from its beginning; nothing is shown yet."""
        self.close()
        self._library = library
        self._outline.set_library(library, self._language)

    def close(self) -> None:
        """Let go of the library."""
        self._outline.set_library(None, self._language)
        self._history.clear()
        self._page = None
        self._show_ways()
        if self._library is not None:
            self._library.close()
        self._library = None

    @property
    def place(self) -> Place | None:
        """Where the reader is, None while no section is shown."""
        if self._page is None:
            return None
        return Place(self._page.address, self._pane.scroll_y)

    def start(self) -> None:
        """Go to the first section of the first entry."""
        if self._library is not None:
            self.go(self._library.entries()[0].node.address)

    def go(self, address: Address) -> None:
        """Show what is at an address; where one was is remembered."""
        here = self.place
        if self._show(address) and here is not None and self._page is not None:
            if here.address != self._page.address:
                self._history.leave(here)
            self._show_ways()

    def back(self) -> None:
        """To where one was before."""
        here = self.place
        place = self._history.back(here) if here else None
        if place:
            self.restore(place)

    def forward(self) -> None:
        """To where one came back from."""
        here = self.place
        place = self._history.forward(here) if here else None
        if place:
            self.restore(place)

    def restore(self, place: Place) -> None:
        """Show a place as it was left, without a trace in the history."""
        here = self.place
        if here is None or here.address != place.address:
            self._show(place.address)
        self._pane.scroll_to(place.scroll)
        self._show_ways()

    def show_message(self, view: PageView) -> None:
        """Show a page of the program's own instead of a section."""
        self._page = None
        self._pane.show_page(view)
        self._bar.crumbs.show_path([], view.title)
        self.page_changed.emit(view.title)

    def take_focus(self) -> None:
        """Let the keys scroll the text."""
        self._pane.setFocus()

    # --- marks --------------------------------------------------------------------------------

    def set_marks(self, find_marks: FindMarks) -> None:
        """Mark these places on the page that is shown and on those to come."""
        self._find_marks = find_marks
        self._pane.set_marks(find_marks)

    def go_to_mark(self) -> None:
        """Bring the first marked place into view."""
        self._pane.scroll_to_mark()

    # --- showing ------------------------------------------------------------------------------

    def _show(self, address: Address) -> bool:
        if self._library is None:
            return False
        try:
            node = self._library.find(address)
            page = self._library.page(node, self._language)
        except DamagedError:
            self.damaged.emit(address)
            return False
        except NotFoundError as error:
            from treatyviewer.gui.controllers import messages

            self.show_message(messages.nothing_there(error))
            return False
        self._page = page
        self._pane.show_page(view_of(page, self._language), self._find_marks)
        if address.fragment:
            self._pane.scroll_to_block(address.fragment)
        self._tree.show_current(self._outline.index_of(node))
        title = page.node.title(self._language)
        last = f"{page.node.number} · {title}" if page.node.number else title
        self._bar.crumbs.show_path([page.entry.node.title(self._language)], last)
        self.page_changed.emit(title)
        return True

    def _show_ways(self) -> None:
        self._bar.show_history(
            can_go_back=self._history.can_go_back, can_go_forward=self._history.can_go_forward
        )
