"""The window for tests, over entries made on the spot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from treatyviewer.gui.context import Context
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.models import roles
from treatyviewer.gui.services.executor import Executor
from treatyviewer.gui.services.settings import Settings
from treatyviewer.gui.theme import Theme, qt_palette
from treatyviewer.gui.typography import Fonts
from treatyviewer.gui.widgets.results_panel import ResultsPanel
from treatyviewer.paths import resources, shipped_entry

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["treatyviewer", "-style", "fusion"]


@pytest.fixture(scope="session")
def fonts(qapp: object) -> Fonts:
    return Fonts(resources() / "fonts")


@pytest.fixture
def executor(qapp: object) -> Iterator[Executor]:
    made = Executor()
    yield made
    made.shut_down()


@pytest.fixture
def theme(qapp: object) -> Theme:
    return Theme("light")


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: object, fonts: Fonts, executor: Executor, theme: Theme
) -> OpenWindow:
    """Opens a window and waits until it can be read: `open_window(path, language="ru")`."""

    def open_it(path: Path | None = None, *, language: str = "en", at: object = None) -> MainWindow:
        qapp.setPalette(qt_palette(theme.palette))  # type: ignore[attr-defined]
        window = MainWindow(Context(theme, fonts, executor, language, Settings()))
        qtbot.addWidget(window)
        window.resize(1100, 760)
        with qtbot.waitExposed(window):
            window.show()
        with qtbot.waitSignal(window.readable, timeout=10_000):
            window.open(path or shipped_entry(), at)  # type: ignore[arg-type]
        return window

    return open_it


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """A window over the shipped entry."""
    return open_window()


class Reader:
    """Searches in a window by the keyboard, and looks at what is shown."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot

    def types(self, text: str) -> None:
        """Goes to the field, types over what is in it, and waits for the answer."""
        QTest.keyClick(self.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(self.window.bar.search, text)
        self.waits()

    def goes(self, text: str) -> None:
        """Types, and goes to the best hit."""
        self.types(text)
        QTest.keyClick(self.window.bar.search, Qt.Key.Key_Return)

    def waits(self) -> None:
        """Waits for the answer to what was asked last."""
        self._qtbot.waitUntil(lambda: not self.window._context.executor.busy("search"))

    @property
    def panel(self) -> ResultsPanel:
        """The results."""
        return self.window.searching._results()

    @property
    def rows(self) -> list[str]:
        """Hits by title, and headings, which end in a colon here."""
        model = self.panel.list.model()
        indexes = [model.index(row, 0) for row in range(model.rowCount())]
        return [i.data() if i.data(roles.HIT) else f"{i.data()}:" for i in indexes]

    @property
    def chips(self) -> list[str]:
        """The chips that are in view."""
        chips = self.panel.chips.chips.values()
        return [chip.text() for chip in chips if chip.isVisible()]

    @property
    def address(self) -> str:
        """What is read."""
        place = self.window.reading.place
        return str(place.address) if place else ""


@pytest.fixture
def reader(window: MainWindow, qtbot: QtBot) -> Reader:
    """A reader of the shipped entry."""
    return Reader(window, qtbot)
