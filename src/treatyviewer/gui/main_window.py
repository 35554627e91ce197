"""The window: makes the panels, lays them out, connects them. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6 import QtGui
from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from treatyviewer.entry.address import Address
from treatyviewer.errors import TreatyViewerError
from treatyviewer.gui.actions import make_actions, shortcut_texts
from treatyviewer.gui.connections import connect
from treatyviewer.gui.context import Context
from treatyviewer.gui.controllers import messages
from treatyviewer.gui.controllers.dialogs import DialogsController
from treatyviewer.gui.controllers.evidence import EvidenceController
from treatyviewer.gui.controllers.files import FilesController
from treatyviewer.gui.controllers.links import LinksController
from treatyviewer.gui.controllers.moving import MovingController
from treatyviewer.gui.controllers.opening import OpeningController
from treatyviewer.gui.controllers.preferences import PreferencesController
from treatyviewer.gui.controllers.reading import ReadingController
from treatyviewer.gui.controllers.searching import SearchingController
from treatyviewer.gui.controllers.text_style import TextStyleController
from treatyviewer.gui.controllers.timeline import TimelineController
from treatyviewer.gui.models.outline_model import OutlineModel
from treatyviewer.gui.services.history import Place
from treatyviewer.gui.widgets.contents_tree import ContentsTree
from treatyviewer.gui.widgets.detail_pane import DetailPane
from treatyviewer.gui.widgets.menu_bar import MenuBar
from treatyviewer.gui.widgets.side_panel import SidePanel
from treatyviewer.gui.widgets.splitter import PanelSplitter
from treatyviewer.gui.widgets.timeline.panel import TimelinePanel
from treatyviewer.gui.widgets.top_bar import TopBar
from treatyviewer.library.library import DamagedError, Library

_SIDE = 288
_APPLICATION = "Treaty Viewer"


class MainWindow(QMainWindow):
    """One window over one library."""

    # A page is about to be shown: with the window on the screen first, it is laid out once.
    ready = Signal()
    # This window, and the address at which another is wanted beside it (None: the beginning).
    window_requested = Signal(object, object)
    quit_requested = Signal()
    # This window is about to be closed, and is closed.
    closing = Signal(object)
    closed = Signal(object)
    # A section, or a page that says what is wrong, is in the window.
    readable = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._wanted: Address | None = None
        # Where the reader was in the last session, and the widths of the panels.
        self._again: tuple[Place | None, Sequence[int]] | None = None
        # Why nothing is open.
        self.failure: TreatyViewerError | None = None
        self._preparing = False
        self._title = _APPLICATION
        self.actions_by_id = make_actions(self)
        theme = context.theme
        self.outline = OutlineModel(self)
        self.tree = ContentsTree(theme)
        self.pane = DetailPane(theme, context.fonts)
        self.menu_bar = MenuBar(theme)
        self.bar = TopBar(theme, shortcut_texts(*TopBar.ACTIONS))
        self.side = SidePanel(self.tree, theme)
        self.reading = ReadingController(
            context, self.pane, self.tree, self.outline, self.bar, self
        )
        self.searching = SearchingController(
            context, self.bar.search, self.side, self.pane, self.reading, self
        )
        self.opening = OpeningController(context, self)
        self.files = FilesController(self)
        self.links = LinksController(self.reading, self.opening, self.files, self)
        self.middle = PanelSplitter(theme)
        self.evidence = EvidenceController(context, self.pane, self.middle, self.reading, self)
        self.preferences = PreferencesController(context, self)
        self.text_style = TextStyleController(context, self)
        self.dialogs = DialogsController(context, self)
        self.moving = MovingController(
            context, self.pane, self.tree, self.reading, self.actions_by_id, self
        )
        self.setAcceptDrops(True)
        self.timeline_panel = TimelinePanel(theme, context.language)
        self.timeline = TimelineController(context, self.timeline_panel, self.reading, self)
        self.setWindowTitle(_APPLICATION)
        self._lay_out()
        connect(self)
        self.tree.setModel(self.outline)

    def open(self, path: Path, at: Address | None = None) -> None:
        """Open a library, at an address or at its beginning."""
        self._wanted = at
        self._again = None
        self.opening.open(path)

    def open_again(self, path: Path, place: Place | None, panels: Sequence[int]) -> None:
        """Open a library where it was read before, the panels as wide as they were."""
        self._wanted = place.address if place is not None else None
        self._again = place, panels
        self.opening.open(path)

    def sizeHint(self) -> QSize:
        """Room for the contents and a whole column."""
        return QSize(1180, 800)

    # --- making -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        middle = self.middle
        middle.addWidget(self.side)
        middle.addWidget(self.pane)
        middle.setSizes([_SIDE, self.sizeHint().width() - _SIDE])
        middle.setStretchFactor(0, 0)
        middle.setStretchFactor(1, 1)
        middle.setChildrenCollapsible(False)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(middle, 1)
        self.setMenuBar(self.menu_bar)
        column.addWidget(self.timeline_panel)
        self.setCentralWidget(whole)
        self.setMinimumSize(620, 400)
        # Through the bar, then the panel, then the text.
        order = [
            self.bar.back,
            self.bar.forward,
            self.bar.crumbs,
            self.bar.search,
            *self.bar.buttons.all,
            self.side.contents_tab,
            self.side.results_tab,
            self.tree,
            self.pane,
            self.timeline_panel.fold,
            self.timeline_panel.canvas,
        ]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        self.pane.setFocus()

    # --- what happens -------------------------------------------------------------------------

    @Slot(object)
    def show_library(self, library: Library) -> None:
        """A library was opened."""
        self.failure = None
        self._preparing = False
        self.reading.wanted = self._wanted
        try:
            # First, so that the window is laid out once.
            self.timeline.set_library(library, self._wanted)
            self.ready.emit()
            self.reading.set_library(library)
            self.searching.set_library(library)
        except DamagedError as error:
            self.make_anew(error)
            return
        if self._again is not None:
            self._go_again(*self._again)
        elif self._wanted is not None:
            self.reading.go(self._wanted)
        else:
            self.reading.start()
        # Not where the library turned out damaged and is being made anew.
        if self.reading.has_library:
            self.readable.emit()

    def _go_again(self, place: Place | None, panels: Sequence[int]) -> None:
        self._again = None
        self.middle.restore(panels)
        if place is not None:
            self.reading.restore(place)
        # Nowhere, or what was read is no longer there.
        if place is None or self.reading.problem is not None:
            self.reading.start()
        if self.evidence.panel is not None:
            self.middle.restore(panels)
            self.pane.scroll_to(place.scroll if place is not None else 0)

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """A library is being prepared."""
        # Once, where one reads meanwhile in what was open before.
        if not (self._preparing and self.reading.place):
            self._preparing = True
            self.reading.show_message(messages.loading(done, total))

    @Slot(object)
    def show_failure(self, error: TreatyViewerError) -> None:
        """Nothing could be opened, or not what was wanted."""
        self._preparing = False
        self.ready.emit()
        if not self.reading.has_library:
            self.failure = error
            self.searching.set_library(None)
            self.timeline.set_library(None)
        self.reading.show_message(messages.cannot_open(error, self.reading.has_library))
        self.readable.emit()

    @Slot(object)
    def make_anew(self, error: TreatyViewerError) -> None:
        """The library file is damaged: it holds nothing that cannot be made again."""
        self._wanted = self.reading.wanted or self._wanted
        self.searching.set_library(None)
        self.timeline.set_library(None)
        self.reading.close()
        self.opening.make_anew(error)

    @Slot()
    def leave(self) -> None:
        """Out of what was opened last beside the text: the evidence, else the search."""
        if self.moving.close():
            return
        if self.evidence.panel is not None and not self.bar.search.hasFocus():
            self.evidence.close()
            self.pane.setFocus()
        else:
            self.leave_search()

    @Slot()
    def leave_search(self) -> None:
        """End the search and read on where one was."""
        self.searching.leave()
        self.pane.setFocus()

    @Slot()
    def show_side_for_results(self) -> None:
        """Answers are seen, also where the panel that they are in is hidden otherwise."""
        self.preferences.show_for_now("side", bool(self.bar.search.text()))

    @Slot()
    def toggle_full_screen(self) -> None:
        """Fill the screen, or be a window again."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    @Slot(str)
    def show_title(self, title: str) -> None:
        """Name the window, and the text in it, after the page."""
        self.pane.setAccessibleName(title or self.tr("Text"))
        self._title = f"{title} – {_APPLICATION}" if title else _APPLICATION
        # The window system is told when the page has been painted.
        QTimer.singleShot(0, self, self._name_window)

    @Slot()
    def _name_window(self) -> None:
        self.setWindowTitle(self._title)

    def closeEvent(self, event: QtGui.QCloseEvent) -> None:
        """End what is still at work."""
        self.closing.emit(self)
        self._context.executor.cancel_all()
        self.searching.set_library(None)
        self._context.executor.shut_down()
        self.reading.close()
        super().closeEvent(event)
        self.closed.emit(self)

    @Slot(object)
    def ask_for_window(self, at: Address | None) -> None:
        """Another window is wanted, over the same library."""
        self.window_requested.emit(self, at)

    def dragEnterEvent(self, event: QtGui.QDragEnterEvent) -> None:
        """Entries may be dropped."""
        if self.moving.drag_enter(event.mimeData()):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QtGui.QDragLeaveEvent) -> None:
        """They were not."""
        self.moving.drag_leave()

    def dropEvent(self, event: QtGui.QDropEvent) -> None:
        """Open the first of them."""
        event.acceptProposedAction()
        self.moving.drop(event.mimeData())
