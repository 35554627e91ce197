"""Tells a measuring program when the entry can first be read: `bench/start.py` listens."""

from __future__ import annotations

import os

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from treatyviewer.gui.main_window import MainWindow

VARIABLE = "TREATYVIEWER_TIMING_FD"


class FirstPaint(QObject):
    """Writes a line to the file descriptor in `TREATYVIEWER_TIMING_FD` once the page with the
    entry has been painted and handed to the system.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._viewport = window.pane.viewport()
        self._readable = False
        window.readable.connect(self._page_ready)
        self._viewport.installEventFilter(self)

    @Slot()
    def _page_ready(self) -> None:
        self._readable = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first time that the page is painted with the entry on it."""
        if self._readable and event.type() == QEvent.Type.Paint:
            self._viewport.removeEventFilter(self)
            # Zero: when the event loop has nothing left to do the window is on the screen.
            QTimer.singleShot(0, self, self._tell)
        return False

    @Slot()
    def _tell(self) -> None:
        os.write(int(os.environ[VARIABLE]), b"readable\n")
