"""The timeline of the entry that is read, moved to what is read."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from treatyviewer.entry.address import Address
from treatyviewer.entry.timeline import Timeline
from treatyviewer.errors import NotFoundError
from treatyviewer.gui.context import Context
from treatyviewer.gui.controllers.reading import ReadingController
from treatyviewer.gui.widgets.timeline.panel import TimelinePanel
from treatyviewer.library.library import DamagedError, Library
from treatyviewer.library.timeline import timeline


class TimelineController(QObject):
    """Knows whose events are shown, and which of them belong to the page."""

    damaged = Signal(object)

    def __init__(
        self,
        context: Context,
        panel: TimelinePanel,
        reading: ReadingController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._language = context.language
        self._settings = context.settings
        self._panel = panel
        self._reading = reading
        self._library: Library | None = None
        self._entry = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_changed)
        # The days that are to be seen first, in ISO 8601, where somebody asked for them.
        self.wanted: tuple[str, str] | None = None

    def set_library(self, library: Library | None, at: Address | None = None) -> None:
        """Show the timeline of the entry at an address, or of the first one. Raises
        `DamagedError`.
        """
        self._library = library
        self._entry = ""
        if library is None:
            self._panel.set_timeline(Timeline())
            return
        first = library.entries()[0].node.entry
        try:
            self._show_entry(at.entry if at is not None else first)
        except NotFoundError:
            self._show_entry(first)
        if self.wanted is not None:
            self._panel.canvas.show_days(*self.wanted)

    @Slot()
    def page_changed(self) -> None:
        """Let the events of the page stand out, and bring them into view: once the page is there,
        unless the window is still to be painted for the first time.
        """
        if self._panel.canvas.was_painted:
            self._later.start()
        else:
            self._show_changed()

    @property
    def is_late(self) -> bool:
        """Whether it is still to follow the page."""
        return self._later.isActive()

    @Slot()
    def _show_changed(self) -> None:
        page = self._reading.page
        if self._library is None or page is None:
            self._panel.canvas.emphasise(())
            return
        try:
            self.show_page(page.address)
        except DamagedError as error:
            self.damaged.emit(error)

    def show_page(self, address: Address) -> None:
        """The same for the page at an address."""
        self._show_entry(address.entry)
        numbers = self._events_of(address)
        canvas = self._panel.canvas
        canvas.emphasise(numbers)
        if self.wanted is not None:
            # What was asked for stays until the reader goes on.
            self.wanted = None
        else:
            canvas.reveal(numbers)

    @Slot(bool)
    def keep_folded(self, folded: bool) -> None:
        """The reader folded the panel, or opened it."""
        self._settings.change(timeline=not folded)

    def show(self, shown: bool) -> None:
        """Show the timeline, or fold it into its name."""
        self._panel.set_folded(not shown)

    # --- what is shown ------------------------------------------------------------------------

    def _show_entry(self, entry: str) -> None:
        library = self._library
        if library is None or entry == self._entry:
            return
        self._panel.set_timeline(timeline(library, library.entry(entry), self._language))
        self._entry = entry

    def _events_of(self, address: Address) -> list[int]:
        """The numbers of the events that belong to a page: its own, those that list it, those
        that refer to it.
        """
        events = self._panel.canvas.timeline.events
        if not address.item:
            return []
        if not address.collection:
            return [n for n, one in enumerate(events) if address.item in one.sections]
        slugs = {address.item}
        if address.collection != "events":
            slugs = self._referring(address)
        return [n for n, one in enumerate(events) if one.address.item in slugs]

    def _referring(self, address: Address) -> set[str]:
        from treatyviewer.library.things import referring

        assert self._library is not None
        node = self._library.find(address)
        return {one.slug for one in referring(self._library, node) if one.kind == "event"}
