"""The session and the windows: what is kept of each, and how they come back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer, Slot

from treatyviewer.gui.controllers.session import (
    SessionController,
    Watched,
    place_of,
    restore_frame,
)
from treatyviewer.gui.services.session import Session, WindowState
from treatyviewer.paths import shipped_entry

if TYPE_CHECKING:
    from treatyviewer.gui.main_window import MainWindow
    from treatyviewer.gui.windows import Windows


class Keeping(QObject):
    """Watches every window as soon as something is read in it."""

    def __init__(self, windows: Windows, session: Session) -> None:
        super().__init__(windows)
        self._windows = windows
        self._session = session
        self._watching: dict[MainWindow, SessionController] = {}
        # Those of the last session that are still to be opened.
        self._waiting: list[WindowState] = []
        windows.window_opened.connect(self._opened)
        windows.ending.connect(session.end)

    def restore(self, states: list[WindowState], window: MainWindow, size: QSize | None) -> None:
        """Open in `window` what the first window of the last session showed, at its size unless
        another one is asked for; the others follow when that can be read.
        """
        self._waiting = states[1:]
        self._open(window, states[0], size)

    def frame(self, window: MainWindow, state: WindowState) -> None:
        """Give a window the place and the size of one of the last session."""
        restore_frame(window, state)

    def _open(self, window: MainWindow, state: WindowState, size: QSize | None) -> None:
        if size is None:
            self.frame(window, state)
        window.open_again(
            Path(state.path) if state.path else shipped_entry(), place_of(state), state.panels
        )

    @Slot(object)
    def _opened(self, window: MainWindow) -> None:
        window.readable.connect(self._readable)
        window.closing.connect(self._closing)

    @Slot()
    def _readable(self) -> None:
        # After what is there was painted.
        QTimer.singleShot(0, self, self._watch)

    @Slot()
    def _watch(self) -> None:
        for window in self._windows.windows:
            if window not in self._watching:
                parts = Watched(
                    window,
                    window.opening,
                    window.reading,
                    window.evidence,
                    window.pane,
                    window.middle,
                )
                self._watching[window] = SessionController(parts, self._session)
                # Not the first: where a program begins nothing has changed yet.
                if len(self._watching) > 1:
                    self._session.touch()
        waiting, self._waiting = self._waiting, []
        for state in waiting:
            window = self._windows.make(self._windows.windows[0].size())
            self._open(window, state, None)
            window.show()

    @Slot(object)
    def _closing(self, window: MainWindow) -> None:
        watching = self._watching.pop(window, None)
        if watching is not None:
            watching.end()
