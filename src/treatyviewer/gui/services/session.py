"""Where the reader was, window by window: kept as it changes, so that a crash loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from treatyviewer.gui.services.executor import Executor, Ticket
from treatyviewer.tuples import NamedTuple
from treatyviewer.userdata import store

# How long after a change it is written: somebody who scrolls makes hundreds of them.
_DELAY_MS = 600
_TOPIC = "session"


class WindowState(NamedTuple):
    """One window. `path` is what is open in it, "" for the entry that comes with the program, `at`
    the address of the page with the claim that is open; `language` is that of the text, "" for
    the reader's own, and `scroll` how far down it was read, in pixels. `geometry` is Qt's own
    value in base 64; `panels` are the widths of the panels side by side. `timeline` is the range
    that is seen, as two numbers of days, if it is not the whole.
    """

    path: str = ""
    at: str = ""
    language: str = ""
    scroll: int = 0
    geometry: str = ""
    panels: tuple[int, ...] = ()
    timeline: tuple[float, ...] = ()


# A window's state, None while nothing is read in it.
AskState = Callable[[], WindowState | None]


class Session(QObject):
    """The states of all windows. Without a file nothing is kept."""

    # It could not be kept: an OSError.
    failed = Signal(object)

    def __init__(
        self, file: Path | None, executor: Executor, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._file = file
        self._executor = executor
        self._ask: dict[int, AskState] = {}
        # As they were when they were last asked.
        self._states: dict[int, WindowState] = {}
        self._next = 0
        # The program ends, and all windows close: they all come back.
        self._ended = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._write_later)

    def before(self) -> list[WindowState]:
        """The windows of the last session, none where there was none."""
        values = store.read(self._file) if self._file is not None else {}
        windows = values.get("windows")
        if not isinstance(windows, list):
            return []
        return [_state(one) for one in windows if isinstance(one, dict)]

    def add(self, ask: AskState) -> int:
        """Keep another window, which answers `ask`; its number here."""
        # What the last of all windows left behind is not wanted any more.
        self._states = {n: state for n, state in self._states.items() if n in self._ask}
        self._next += 1
        self._ask[self._next] = ask
        return self._next

    def touch(self) -> None:
        """Something has changed in a window: keep it, soon."""
        if self._file is not None and not self._ended:
            self._timer.start()

    def remove(self, number: int) -> None:
        """A window is closed. It does not come back, unless it is the last one."""
        if self._ended:
            return
        self._values()
        del self._ask[number]
        if self._ask:
            self._states.pop(number, None)
            self.touch()

    @Slot()
    def end(self) -> None:
        """The program ends: keep the windows as they are now."""
        if not self._ended:
            self.touch()
            self.flush()
            self._ended = True

    def flush(self) -> None:
        """Write what is not written yet, before the program ends."""
        if self._timer.isActive():
            self._timer.stop()
            try:
                self._write(self._values())
            except OSError as error:
                self.failed.emit(error)

    def _values(self) -> store.Values:
        for number, ask in self._ask.items():
            state = ask()
            if state is not None:
                self._states[number] = state
        return {"windows": [state._asdict() for state in self._states.values()]}

    @Slot()
    def _write_later(self) -> None:
        values = self._values()

        def work(_ticket: Ticket) -> None:
            self._write(values)

        # Not on the GUI thread: flushing a file to the disk may take the time of some frames.
        self._executor.submit(_TOPIC, work, _done, self._failed)

    def _write(self, values: store.Values) -> None:
        if self._file is not None:
            store.write(self._file, values)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        self.failed.emit(error)


def _done(_result: object) -> None:
    """It is written."""


def _state(values: dict[str, Any]) -> WindowState:
    """Those of the values that can be; the file may be another version's."""
    usual = WindowState()._asdict()
    sound: dict[str, Any] = {}
    for name, value in usual.items():
        given = values.get(name)
        if isinstance(value, tuple) and isinstance(given, list):
            if all(type(one) in (int, float) for one in given):
                sound[name] = tuple(given)
        elif type(given) is type(value):
            sound[name] = given
    return WindowState(**sound)
