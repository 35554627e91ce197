"""Where a link leads: into the entry, to something that a message offers, to the web."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QWidget

from treatyviewer.entry.address import SCHEME, parse
from treatyviewer.gui.controllers import messages
from treatyviewer.gui.controllers.files import FilesController
from treatyviewer.gui.controllers.opening import OpeningController
from treatyviewer.gui.controllers.reading import ReadingController
from treatyviewer.paths import shipped_entry


class LinksController(QObject):
    """Follows links."""

    # The path of what is to be opened.
    open_requested = Signal(object)

    def __init__(
        self,
        reading: ReadingController,
        opening: OpeningController,
        files: FilesController,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._reading = reading
        self._opening = opening
        self._files = files
        self._window = window

    @Slot(str)
    def follow(self, target: str) -> None:
        """A link was taken."""
        if target.startswith(SCHEME):
            self._reading.go(parse(target))
        elif target == messages.RETRY:
            self._opening.retry()
        elif target == messages.OPEN:
            self._files.choose_folder()
        elif target == messages.OPEN_FILE:
            self._files.choose_file()
        elif target == messages.SHIPPED:
            self.open_requested.emit(shipped_entry())
        elif target == messages.CANCEL:
            self._opening.cancel()
        elif target == messages.START:
            self._reading.start()
        elif target == messages.BACK:
            self._reading.back()
        else:
            self._offer(target)

    def _offer(self, target: str) -> None:
        """A web address is not opened: it is put where the reader can paste it."""
        from PySide6.QtWidgets import QToolTip

        QGuiApplication.clipboard().setText(target)
        said = self.tr("Copied, for this program never goes to the network:")
        QToolTip.showText(QCursor.pos(), f"{said}\n{target}", self._window)
