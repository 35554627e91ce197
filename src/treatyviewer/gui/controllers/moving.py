"""Moving about in the window: each means is made when it is first wanted, and most never are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from treatyviewer.entry.address import SCHEME, parse
from treatyviewer.gui.context import Context
from treatyviewer.gui.controllers.reading import ReadingController
from treatyviewer.gui.models import roles
from treatyviewer.gui.widgets.apart_clicks import ApartClicks
from treatyviewer.gui.widgets.contents_tree import ContentsTree
from treatyviewer.gui.widgets.detail_pane import DetailPane
from treatyviewer.gui.widgets.viewport import viewport_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QMimeData, QPoint, QUrl
    from PySide6.QtGui import QAction

    from treatyviewer.gui.controllers.dropping import DroppingController
    from treatyviewer.gui.controllers.finding import FindController
    from treatyviewer.gui.controllers.going import GoToController
    from treatyviewer.gui.controllers.previews import PreviewsController


class MovingController(QObject):
    """Finding on the page, going by name, previews of links, drops, and other windows."""

    # An address that is wanted in a window of its own; None for what is read here.
    window_requested = Signal(object)
    # The path of what was dropped.
    dropped = Signal(object)
    damaged = Signal(object)

    def __init__(
        self,
        context: Context,
        pane: DetailPane,
        tree: ContentsTree,
        reading: ReadingController,
        actions: Mapping[str, QAction],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._context = context
        self._pane = pane
        self._reading = reading
        self._actions = actions
        self._window = window
        self._finding: FindController | None = None
        self._going: GoToController | None = None
        self._previews: PreviewsController | None = None
        self._dropping: DroppingController | None = None
        self.watch(pane)
        self._tree = tree
        ApartClicks(viewport_of(tree), self._line_at).link_requested.connect(self.go_apart)

    # --- find on the page ---------------------------------------------------------------------

    @property
    def finding(self) -> FindController:
        """Made for the first wish to find something."""
        if self._finding is None:
            from treatyviewer.gui.controllers.finding import FindController

            self._finding = FindController(self._pane, self._context.theme, self)
        return self._finding

    @Slot()
    def find(self) -> None:
        """Find on the page."""
        self.finding.open()

    def close(self) -> bool:
        """Put away what lies over the page or below it; whether there was anything."""
        if self._going is not None and self._going.is_open:
            self._going.close()
        elif self._finding is not None and self._finding.is_open:
            self._finding.close()
        else:
            return False
        return True

    # --- go by name ---------------------------------------------------------------------------

    @property
    def going(self) -> GoToController:
        """Made for the first wish to go somewhere by name."""
        if self._going is None:
            from treatyviewer.gui.controllers.going import GoToController

            self._going = GoToController(self._context, self._reading, self._actions, self._window)
            self._going.apart_requested.connect(self.window_requested)
            self._going.damaged.connect(self.damaged)
        return self._going

    @Slot()
    def go_to(self) -> None:
        """Ask where to go."""
        self.going.open()

    # --- links --------------------------------------------------------------------------------

    @Slot(object)
    def watch(self, pane: DetailPane) -> None:
        """Serve the links of a pane."""
        _PaneLinks(pane, self)

    @property
    def previews(self) -> PreviewsController:
        """Made for the first link under the pointer."""
        if self._previews is None:
            from treatyviewer.gui.controllers.previews import PreviewsController

            self._previews = PreviewsController(self._context, self._reading, self)
        return self._previews

    def hover(self, pane: DetailPane, target: str) -> None:
        """The pointer has come to a link, or left one."""
        if target or self._previews is not None:
            self.previews.hover(pane, target)

    def _line_at(self, place: QPoint) -> str:
        index = self._tree.indexAt(place)
        linked = index.isValid() and index.data(roles.KIND) != "part"
        return str(index.data(roles.ADDRESS).link) if linked else ""

    @Slot(str)
    def go_apart(self, link: str) -> None:
        """A link was taken that is to be opened in a window of its own."""
        if link.startswith(SCHEME):
            self.window_requested.emit(parse(link))

    @Slot()
    def new_window(self) -> None:
        """Another window, at what is read here."""
        place = self._reading.place
        self.window_requested.emit(place.address if place is not None else None)

    # --- drops --------------------------------------------------------------------------------

    def drag_enter(self, mime: QMimeData) -> bool:
        """Something is dragged over the window: whether it can be dropped here."""
        if not mime.hasUrls():
            return False
        if self._dropping is None:
            from treatyviewer.gui.controllers.dropping import DroppingController

            self._dropping = DroppingController(self._window, self._context.theme)
        return self._dropping.enter(mime)

    def drag_leave(self) -> None:
        """It was dragged away."""
        if self._dropping is not None:
            self._dropping.leave()

    def drop(self, mime: QMimeData) -> None:
        """It was dropped."""
        path = self._dropping.drop(mime) if self._dropping is not None else None
        if path is not None:
            self.dropped.emit(path)


class _PaneLinks(QObject):
    """The links of one pane."""

    def __init__(self, pane: DetailPane, moving: MovingController) -> None:
        super().__init__(pane)
        self._pane = pane
        self._moving = moving
        pane.highlighted.connect(self._hovered)
        ApartClicks(viewport_of(pane), self._link_at).link_requested.connect(moving.go_apart)

    @Slot("QUrl")
    def _hovered(self, url: QUrl) -> None:
        self._moving.hover(self._pane, url.toString())

    def _link_at(self, place: QPoint) -> str:
        link = self._pane.anchorAt(place)
        return link if link.startswith(SCHEME) else ""
