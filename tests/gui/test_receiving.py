"""What a second start hands over is opened in the window that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from treatyviewer.entry.address import parse
from treatyviewer.gui.context import Context
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.receiving import Receiving
from treatyviewer.gui.services.executor import Executor
from treatyviewer.gui.services.settings import Settings
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.typography import Fonts
from treatyviewer.gui.windows import Windows
from treatyviewer.paths import shipped_entry
from treatyviewer.running import handover
from treatyviewer.running.handover import Request
from treatyviewer.running.program import requests_folder

ENTRY = "sino-soviet-treaty-1950"
# Qt's platform without a screen has no windows one above the other.
pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)


@pytest.fixture
def windows(qtbot: QtBot, compiled: None, theme: Theme, fonts: Fonts) -> Iterator[Windows]:
    made = Windows(Context(theme, fonts, Executor(), "en", Settings()))
    window = made.make(QSize(1000, 640))
    with qtbot.waitSignal(window.readable, timeout=10_000):
        window.open(shipped_entry())
    window.show()
    yield made
    made.close_all()
    # Here and now: a watcher of files that is collected later, on a thread, ends the process.
    shiboken6.delete(made)


def place(window: MainWindow) -> str:
    return str(window.reading.place.address) if window.reading.place else ""


def test_a_link_is_followed_where_its_entry_is_read(windows: Windows) -> None:
    (window,) = windows.windows
    Receiving(windows).open(Request(at=parse(f"{ENTRY}/overview#c3-1")))
    assert windows.windows == [window]
    assert (place(window), window.evidence.claim) == (f"{ENTRY}/overview", "c3-1")
    # And back to where one was.
    window.reading.back()
    assert place(window) == f"{ENTRY}/lead"


def test_another_file_has_a_window_of_its_own_once(
    qtbot: QtBot, windows: Windows, make_entry: Callable[..., Path]
) -> None:
    receiving = Receiving(windows)
    folder = make_entry("another")
    receiving.open(Request(folder))
    first, second = windows.windows
    qtbot.waitUntil(lambda: place(second) == "another/one")
    receiving.open(Request(folder / ".." / "another"))
    assert windows.windows == [first, second]
    # A link goes where its entry is.
    receiving.open(Request(at=parse("another/one#p1")))
    receiving.open(Request(at=parse(f"{ENTRY}/people")))
    assert windows.windows == [first, second]
    assert (place(first), place(second)) == (f"{ENTRY}/people", "another/one")


def test_a_link_into_an_entry_that_is_nowhere_says_what_to_do(
    qtbot: QtBot, windows: Windows
) -> None:
    Receiving(windows).open(Request(at=parse("unheard-of/section")))
    window = windows.windows[-1]
    qtbot.waitUntil(lambda: "nothing at this address" in window.pane.toPlainText())
    shown = window.pane.toPlainText()
    assert "There is no entry “unheard-of” here." in shown
    for offer in ("Open another folder", "Open a .treaty file", "Go to the beginning"):
        assert offer in shown


def test_with_nothing_named_the_window_comes_to_the_front(windows: Windows) -> None:
    (window,) = windows.windows
    window.showMinimized()
    Receiving(windows).open(Request())
    assert windows.windows == [window]
    assert not window.isMinimized()


def test_a_window_in_which_nothing_could_be_opened_is_used(
    qtbot: QtBot, windows: Windows, tmp_path: Path, make_entry: Callable[..., Path]
) -> None:
    receiving = Receiving(windows)
    receiving.open(Request(tmp_path / "nowhere"))
    empty = windows.windows[-1]
    qtbot.waitUntil(lambda: empty.failure is not None)
    windows.windows[0].close()
    receiving.open(Request(make_entry("another")))
    qtbot.waitUntil(lambda: place(empty) == "another/one")
    assert windows.windows == [empty]


def test_requests_are_heard_when_they_come_and_when_they_were_there_before(
    qtbot: QtBot, windows: Windows
) -> None:
    (window,) = windows.windows
    folder = requests_folder()
    folder.mkdir(parents=True)

    def leave(address: str) -> None:
        text = handover._written(Request(at=parse(address)))
        (folder / "draft").write_text(text, encoding="ascii")
        (folder / "draft").replace(folder / "1.request")

    leave(f"{ENTRY}/overview")
    receiving = Receiving(windows)
    assert place(window) == f"{ENTRY}/overview"
    leave(f"{ENTRY}/people")
    qtbot.waitUntil(lambda: place(window) == f"{ENTRY}/people")
    window.close()
    leave(f"{ENTRY}/overview")
    receiving._look()
    assert list(folder.iterdir()) == [folder / "1.request"]


def test_a_folder_that_cannot_be_made_is_no_bug(windows: Windows) -> None:
    requests_folder().parent.mkdir(parents=True, exist_ok=True)
    requests_folder().write_text("", encoding="utf-8")
    Receiving(windows)._look()
