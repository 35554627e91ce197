"""What later starts of the program hand over: opened here, in the window that it belongs to."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from treatyviewer.entry.address import Address
from treatyviewer.errors import NotFoundError
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.windows import Windows
from treatyviewer.library.library import DamagedError
from treatyviewer.paths import shipped_entry
from treatyviewer.running.handover import Request, take_all
from treatyviewer.running.program import requests_folder


class Receiving(QObject):
    """Watches the folder in which they are left. Made after the first picture."""

    def __init__(self, windows: Windows) -> None:
        super().__init__(windows)
        self._windows = windows
        self._watcher = QFileSystemWatcher(self)
        folder = requests_folder()
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            # Others get no answer, and open windows of their own.
            return
        self._watcher.directoryChanged.connect(self._look)
        self._watcher.addPath(str(folder))
        # What was asked while this program started.
        self._look()

    @Slot()
    def _look(self) -> None:
        # With the last window the program ends: whoever asks now, opens it without us.
        for request in take_all() if self._windows.windows else ():
            self.open(request)

    def open(self, request: Request) -> None:
        """Open what is wanted, where it is open already if it is, and come to the front."""
        path, at = request.path, request.at
        window = self._reading(path, at)
        if window is None:
            window = self._show(path or shipped_entry(), at)
        elif at is not None:
            window.reading.go(at)
        _to_the_front(window, request.token)

    def _show(self, path: Path, at: Address | None) -> MainWindow:
        last = self._last_used
        if last.failure is None:
            return self._windows.open(path, at, last)
        # Nothing is open in it.
        last.open(path, at)
        return last

    def _reading(self, path: Path | None, at: Address | None) -> MainWindow | None:
        """A window in which that is open: the one that was used last, if it can be."""
        for window in [self._last_used, *reversed(self._windows.windows)]:
            if path is not None:
                if window.reading.has_library and _is_same(window.opening.path, path):
                    return window
            elif at is None or _has(window, at):
                return window
        return None

    @property
    def _last_used(self) -> MainWindow:
        active = QApplication.activeWindow()
        windows = self._windows.windows
        return next((one for one in windows if one is active), windows[-1])


def _is_same(path: Path | None, other: Path) -> bool:
    return path is not None and os.path.realpath(path) == os.path.realpath(other)


def _has(window: MainWindow, at: Address) -> bool:
    library = window.reading.library
    if library is None:
        return False
    try:
        library.entry(at.entry)
    except (NotFoundError, DamagedError):
        return False
    return True


def _to_the_front(window: MainWindow, token: str) -> None:
    if token:
        # Where Qt's platform for Wayland looks for the leave that the desktop has given.
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    os.environ.pop("XDG_ACTIVATION_TOKEN", None)
