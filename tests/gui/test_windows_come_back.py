"""What was open comes back at the next start, each window where it was."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from treatyviewer.entry.address import parse
from treatyviewer.gui.context import Context
from treatyviewer.gui.keeping import Keeping
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.services.executor import Executor
from treatyviewer.gui.services.session import Session
from treatyviewer.gui.services.settings import Settings
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.typography import Fonts
from treatyviewer.gui.windows import Windows
from treatyviewer.paths import shipped_entry

ENTRY = "sino-soviet-treaty-1950"
SIZE = QSize(1000, 640)


class Program:
    """The windows of one run of the program, with what keeps them."""

    def __init__(self, file: Path, theme: Theme, fonts: Fonts) -> None:
        self.executor = Executor()
        self.windows = Windows(Context(theme, fonts, Executor(), "en", Settings()))
        self.session = Session(file, self.executor)
        self.keeping = Keeping(self.windows, self.session)

    def start(self) -> MainWindow:
        """As the application does it."""
        window = self.windows.make(SIZE)
        window.ready.connect(window.show)
        states = self.session.before()
        if states:
            self.keeping.restore(states, window, None)
        else:
            window.open(shipped_entry())
        return window

    def end(self) -> None:
        """As Quit does it."""
        self.windows.close_all()
        self.session.flush()
        self.executor.shut_down()


@pytest.fixture
def run(
    qtbot: QtBot, compiled: None, tmp_path: Path, theme: Theme, fonts: Fonts
) -> Iterator[Callable[[], Program]]:
    made: list[Program] = []

    def start() -> Program:
        made.append(Program(tmp_path / "session.json", theme, fonts))
        return made[-1]

    yield start
    for program in made:
        program.end()


def is_watched(program: Program, count: int = 1) -> bool:
    return len(program.keeping._watching) == count


def test_the_page_the_claim_and_the_panels(
    qtbot: QtBot, run: Callable[[], Program], tmp_path: Path
) -> None:
    first = run()
    window = first.start()
    qtbot.waitUntil(lambda: is_watched(first))
    window.reading.go(parse(f"{ENTRY}/end-and-impact#c6-1"))
    window.resize(790, 620)
    window.middle.setSizes([200, 290, 300])
    window.pane.scroll_to(57)
    sizes = window.middle.sizes()
    # It is on the disk without an end of the program: as after a crash.
    qtbot.waitUntil(lambda: "c6-1" in text_of(tmp_path / "session.json"))
    first.end()

    second = run()
    window = second.start()
    qtbot.waitUntil(lambda: window.evidence.claim == "c6-1")
    place = window.reading.place
    assert place is not None
    assert str(place.address) == f"{ENTRY}/end-and-impact"
    assert place.scroll == 57
    assert (window.width(), window.height()) == (790, 620)
    assert window.middle.sizes() == sizes
    assert not window.bar.back.isEnabled()


def text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


# Qt's platform without a screen has no windows one above the other.
@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_all_windows_that_were_open_at_the_end(qtbot: QtBot, run: Callable[[], Program]) -> None:
    first = run()
    window = first.start()
    qtbot.waitUntil(lambda: is_watched(first))
    window.reading.go(parse(f"{ENTRY}/overview"))
    window.ask_for_window(parse(f"{ENTRY}/people/zhou-enlai"))
    qtbot.waitUntil(lambda: is_watched(first, 2))
    window.ask_for_window(parse(f"{ENTRY}/people"))
    qtbot.waitUntil(lambda: is_watched(first, 3))
    # Closed by itself, it does not come back.
    first.windows.windows[2].close()
    first.end()

    second = run()
    second.start()
    qtbot.waitUntil(lambda: is_watched(second, 2))
    places = [one.reading.place for one in second.windows.windows]
    assert [str(place.address) for place in places if place] == [
        f"{ENTRY}/overview",
        f"{ENTRY}/people/zhou-enlai",
    ]


def test_what_is_no_longer_there_opens_at_the_beginning(
    qtbot: QtBot, run: Callable[[], Program], tmp_path: Path
) -> None:
    file = tmp_path / "session.json"
    file.write_text(json.dumps({"windows": [{"at": f"{ENTRY}/gone"}]}), encoding="utf-8")
    program = run()
    window = program.start()
    qtbot.waitUntil(lambda: window.reading.place is not None)
    assert str(window.reading.place.address) == f"{ENTRY}/lead"  # type: ignore[union-attr]  # waited for above


def test_a_folder_that_is_gone_is_told_with_what_to_do(
    qtbot: QtBot, run: Callable[[], Program], tmp_path: Path
) -> None:
    file = tmp_path / "session.json"
    gone = str(tmp_path / "gone")
    file.write_text(json.dumps({"windows": [{"path": gone, "at": "x/y"}]}), encoding="utf-8")
    program = run()
    window = program.start()
    qtbot.waitUntil(lambda: "nothing to open" in window.pane.toPlainText())
    assert "comes with the program" in window.pane.toPlainText()


def test_another_language_puts_a_new_window_in_the_place_of_each(
    qtbot: QtBot, run: Callable[[], Program], theme: Theme, fonts: Fonts
) -> None:
    program = run()
    old = program.start()
    qtbot.waitUntil(lambda: is_watched(program))
    old.reading.go(parse(f"{ENTRY}/end-and-impact#c6-1"))
    program.windows.make_anew(Context(theme, fonts, Executor(), "ru", Settings()))
    (new,) = program.windows.windows
    assert new is not old
    qtbot.waitUntil(lambda: new.evidence.claim == "c6-1")
    qtbot.waitUntil(lambda: new.windowTitle().startswith("Прекращение и последствия"))
    # At the next start one window comes back, not two.
    qtbot.waitUntil(lambda: is_watched(program))
    program.end()
    assert [state.at for state in program.session.before()] == [f"{ENTRY}/end-and-impact#c6-1"]
