"""The windows of the program: made, kept and closed. Each has a thread and a library of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QSize, Signal, Slot

from treatyviewer.entry.address import Address
from treatyviewer.gui.context import Context
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.services.executor import Executor

# Another window lies so far beside the one that it was asked for in.
_ASIDE = QPoint(28, 28)


class Windows(QObject):
    """Owns them; the program ends with the last."""

    # A window that is there now, and one that is gone.
    window_opened = Signal(object)
    window_closed = Signal(object)
    # All of them are about to be closed.
    ending = Signal()

    def __init__(self, context: Context) -> None:
        """`context` is shared by all but for its executor."""
        super().__init__()
        self._context = context
        self.windows: list[MainWindow] = []
        self._made = False

    def make(self, size: QSize) -> MainWindow:
        """A window that is not shown yet and has nothing open."""
        # The first one's is there already.
        executor = Executor() if self._made else self._context.executor
        self._made = True
        window = MainWindow(self._context._replace(executor=executor))
        window.resize(size)
        self.windows.append(window)
        window.window_requested.connect(self._open_beside)
        window.quit_requested.connect(self.close_all)
        window.closed.connect(self._closed)
        self.window_opened.emit(window)
        return window

    def open(self, path: Path, at: Address | None, beside: MainWindow) -> MainWindow:
        """Show another window over a library, at an address or its beginning."""
        window = self.make(beside.size())
        if not beside.isMaximized() and not beside.isFullScreen():
            window.move(beside.pos() + _ASIDE)
        window.open(path, at)
        window.show()
        window.activateWindow()
        return window

    def make_anew(self, context: Context) -> None:
        """Put a new window in the place of each, reading at the same place: its words and those of
        the entry are asked for once, when a window is made.
        """
        self._context = context
        for old in list(self.windows):
            new = self.make(old.size())
            new.restoreGeometry(old.saveGeometry())
            place = old.reading.place
            if place is not None:
                shown = place.address._replace(fragment=old.evidence.claim)
                # In the language that is wanted now, not in that of the text so far.
                place = place._replace(address=shown, language="")
            path = old.opening.path
            if path is not None:
                new.open_again(path, place, old.middle.sizes())
            new.show()
            if old.dialogs.setting.is_open:
                new.dialogs.show_settings()
            old.close()

    @Slot()
    def close_all(self) -> None:
        """End the program."""
        self.ending.emit()
        for window in list(self.windows):
            window.close()

    @Slot(object, object)
    def _open_beside(self, window: MainWindow, at: Address | None) -> None:
        path = window.opening.path
        if path is not None:
            self.open(path, at, window)

    @Slot(object)
    def _closed(self, window: MainWindow) -> None:
        if window not in self.windows:
            return
        self.windows.remove(window)
        self.window_closed.emit(window)
        if self.windows:
            window.deleteLater()
