"""From an address to the page on the screen, and back through the history."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from treatyviewer.entry.address import Address
from treatyviewer.errors import NotFoundError, TreatyViewerError
from treatyviewer.gui.context import Context
from treatyviewer.gui.controllers import page_making
from treatyviewer.gui.controllers.ahead import ReadingAhead
from treatyviewer.gui.controllers.page_making import crumbs_of, marker, numbered, view_of, ways_of
from treatyviewer.gui.models.outline_model import OutlineModel
from treatyviewer.gui.services.history import History, Place
from treatyviewer.gui.widgets.contents_tree import ContentsTree
from treatyviewer.gui.widgets.detail_pane import DetailPane
from treatyviewer.gui.widgets.page_view import FindMarks, PageView, no_marks
from treatyviewer.gui.widgets.top_bar import TopBar
from treatyviewer.library.library import DamagedError, Library
from treatyviewer.library.pages import Pages
from treatyviewer.library.values import Answer, Page
from treatyviewer.library.walking import listed, ways


class ReadingController(QObject):
    """Knows the library, the page that is shown and how the reader came there."""

    page_changed = Signal(str)
    # A library and the node of a claim in it: its evidence is wanted beside the page.
    claim_shown = Signal(object, object)
    # What is read now is no claim.
    claim_left = Signal()
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
        self._ahead = ReadingAhead(self)
        self._find_marks: FindMarks = no_marks
        self._library: Library | None = None
        self._pages: Pages | None = None
        self._page: Page | None = None
        # What was last gone to, whether it could be shown or not.
        self.wanted: Address | None = None
        # Why the last address led nowhere.
        self.problem: TreatyViewerError | None = None
        outline.damaged.connect(self.damaged)
        outline.hits_changed.connect(tree.refresh)
        self._show_ways()

    # --- what is read -------------------------------------------------------------------------

    def set_library(self, library: Library) -> None:
        """Read another library; nothing is shown yet."""
        self.close()
        self._library = library
        self._pages = Pages(library)
        self._outline.set_library(library, self._language)

    def close(self) -> None:
        """Let go of the library."""
        self._outline.set_library(None, self._language)
        self._history.clear()
        self._ahead.stop()
        self._page = None
        self.problem = None
        self._show_ways()
        if self._library is not None:
            self._library.close()
        self._library = None
        self._pages = None

    @property
    def has_library(self) -> bool:
        """Whether there is anything to read."""
        return self._library is not None

    @property
    def library(self) -> Library | None:
        """What is read from."""
        return self._library

    @property
    def page(self) -> Page | None:
        """What is read, None while no section is shown."""
        return self._page

    @property
    def recent(self) -> list[Place]:
        """Where the reader has been, the newest first."""
        return self._history.recent

    @property
    def place(self) -> Place | None:
        """Where the reader is, None while no section is shown."""
        if self._page is None:
            return None
        return Place(self._page.address, self._pane.scroll_y, self._page.language)

    def start(self) -> None:
        """Go to the first section of the first entry."""
        library = self._library
        if library is None:
            return
        try:
            first = library.entries()[0].node.address
        except DamagedError as error:
            self.damaged.emit(error)
        else:
            self.go(first)

    def about_entry(self) -> None:
        """Go to the section in which the entry tells about itself, else to its first page."""
        if self._library is None or self._page is None:
            self.start()
            return
        entry = Address(self._page.address.entry)
        about = entry._replace(item="about")
        try:
            self._library.find(about)
        except DamagedError as error:
            self.damaged.emit(error)
        except NotFoundError:
            self.go(entry)
        else:
            self.go(about)

    @property
    def shown_address(self) -> Address | None:
        """The address of what is read, the claim that was chosen with it, in this edition."""
        if self._page is None:
            return None
        at = self.wanted or self._page.address
        return at._replace(edition=self._page.entry.edition)

    def go(self, address: Address, language: str = "") -> None:
        """Show what is at an address; where one was is remembered.

        `language` is that of the text that is wanted, the reader's own when it is "".
        """
        here = self.place
        self._show(address, language)
        if here is not None and (self._page is None or self._page.address != here.address):
            self._history.leave(here)
        self._show_ways()

    @Slot()
    def go_before(self) -> None:
        """To the page before this one."""
        self._step(after=False)

    @Slot()
    def go_after(self) -> None:
        """To the page after this one."""
        self._step(after=True)

    def go_to_claim(self, claim: str) -> None:
        """Show the evidence behind a claim on this page."""
        if self._page is not None and self._library is not None:
            self.go(page_making.address_of_claim(self._library, self._page, claim))

    def back(self) -> None:
        """To where one was before."""
        place = self._history.back(self.place)
        if place:
            self.restore(place)

    def forward(self) -> None:
        """To where one came back from."""
        place = self._history.forward(self.place)
        if place:
            self.restore(place)

    def restore(self, place: Place) -> None:
        """Show a place as it was left, without a trace in the history."""
        here = self.place
        if here is None or here._replace(scroll=0) != place._replace(scroll=0):
            self._show(place.address, place.language)
        self._pane.scroll_to(place.scroll)
        self._history.forget(place.address)
        self._show_ways()

    def show_message(self, view: PageView) -> None:
        """Show a page of the program's own instead of a section; Back leads to where one was."""
        here = self.place
        self._page = None
        self.claim_left.emit()
        if here is not None:
            self._history.leave(here)
        self._pane.show_page(view)
        self._bar.crumbs.show_path([], view.title)
        self._show_ways()
        self.page_changed.emit(view.title)

    def take_focus(self) -> None:
        """Let the keys scroll the text."""
        self._pane.setFocus()

    # --- marks --------------------------------------------------------------------------------

    def show_hits(self, answer: Answer | None) -> None:
        """Mark what an answer found on the page that is shown and on those to come, and tell in
        the contents how much there is where; None ends that.
        """
        self._find_marks = marker(answer.matcher) if answer and answer.matcher else no_marks
        self._pane.set_marks(self._find_marks)
        self._outline.show_hits(answer)

    def go_to_mark(self) -> None:
        """Look at the first marked place, for a claim at that in its words or near them."""
        self._pane.scroll_to_mark(self.wanted.fragment if self.wanted is not None else "")

    def _step(self, *, after: bool) -> None:
        if self._library is None or self._page is None:
            return
        try:
            around = ways(self._library, self._page.node)
        except DamagedError as error:
            self.damaged.emit(error)
            return
        node = around.after if after else around.before
        if node is not None:
            self.go(node.address)

    # --- showing ------------------------------------------------------------------------------

    def _show(self, address: Address, language: str = "") -> None:
        if self._library is None or self._pages is None:
            return
        self.problem = None
        self.wanted = address
        try:
            node = self._library.find(address)
            claim = self._library.find_claim(address)
            page = self._page if claim else None
            if page is None or page.node.id != node.id:
                part = page_making.part_of(node, address)
                page = self._pages.page(node, language or self._language, part)
            around = ways(self._library, page.node)
            index = self._outline.index_of(listed(self._library, node))
        except DamagedError as error:
            self.damaged.emit(error)
            return
        except NotFoundError as error:
            from treatyviewer.gui.controllers import messages

            self._page = None
            self.problem = error
            self.show_message(messages.nothing_there(error))
            return
        if page is not self._page:
            self._page = page
            view = view_of(page, self._language, address)._replace(
                find_picture=self._picture,
                ways=ways_of(around, self._language),
            )
            self._pane.show_page(view, self._find_marks)
            beside = [node for node in (around.after, around.before) if node is not None]
            self._ahead.prepare(self._pages, beside, self._language)
        if claim is not None:
            self.claim_shown.emit(self._library, claim)
        else:
            self.claim_left.emit()
            if address.fragment:
                self._pane.scroll_to_block(address.fragment)
        self._tree.show_current(index)
        path = crumbs_of(page, self._language)
        self._bar.crumbs.show_path(path, numbered(page.node, self._language))
        self.page_changed.emit(page.node.title(self._language))

    def _picture(self, name: str) -> bytes | None:
        from treatyviewer.library.things import media

        if self._library is None or self._page is None:
            return None
        try:
            return media(self._library, self._page.node.entry, name)
        except NotFoundError:
            return None

    def _show_ways(self) -> None:
        self._bar.show_history(
            can_go_back=self._history.can_go_back, can_go_forward=self._history.can_go_forward
        )
