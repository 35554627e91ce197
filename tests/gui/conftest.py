"""The window for tests, over entries made on the spot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from treatyviewer.gui.context import Context
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.services.executor import Executor
from treatyviewer.gui.theme import Theme, qt_palette
from treatyviewer.gui.typography import Fonts
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
        window = MainWindow(Context(theme, fonts, executor, language))
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
