"""What a session keeps, and what it makes of a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from treatyviewer.gui.services.executor import Executor
from treatyviewer.gui.services.session import Session, WindowState

ONE = WindowState(at="entry/one", scroll=30, panels=(288, 900), timeline=(1.5, 2.5))
TWO = WindowState(at="entry/two#c1", language="ru", path="/somewhere/else")


class Window:
    """Answers what it is told to."""

    def __init__(self, state: WindowState | None) -> None:
        self.state = state

    def ask(self) -> WindowState | None:
        return self.state


def kept(file: Path) -> list[WindowState]:
    return Session(file, Executor()).before()


def test_windows_come_back(qtbot: QtBot, tmp_path: Path, executor: Executor) -> None:
    file = tmp_path / "deep" / "session.json"
    session = Session(file, executor)
    assert session.before() == []
    session.add(Window(ONE).ask)
    session.add(Window(TWO).ask)
    session.touch()
    # Without an end of the program: as after a crash.
    qtbot.waitUntil(file.exists)
    qtbot.waitUntil(lambda: not executor.busy("session"))
    assert kept(file) == [ONE, TWO]


def test_the_end_writes_what_is_not_written_yet(tmp_path: Path, executor: Executor) -> None:
    file = tmp_path / "session.json"
    session = Session(file, executor)
    window = Window(ONE)
    session.add(window.ask)
    session.touch()
    window.state = TWO
    session.flush()
    assert kept(file) == [TWO]


def test_a_window_that_was_closed_stays_away_unless_it_was_the_last(
    tmp_path: Path, executor: Executor
) -> None:
    file = tmp_path / "session.json"
    session = Session(file, executor)
    first, second = session.add(Window(ONE).ask), session.add(Window(TWO).ask)
    session.touch()
    session.remove(first)
    session.flush()
    assert kept(file) == [TWO]
    session.touch()
    session.remove(second)
    session.flush()
    assert kept(file) == [TWO]


def test_a_window_without_a_page_is_kept_as_it_was(tmp_path: Path, executor: Executor) -> None:
    file = tmp_path / "session.json"
    session = Session(file, executor)
    window = Window(ONE)
    session.add(window.ask)
    session.touch()
    session.flush()
    window.state = None
    session.touch()
    session.flush()
    assert kept(file) == [ONE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{", []),
        ('{"windows": 3}', []),
        ('{"windows": [3, {}]}', [WindowState()]),
        (
            json.dumps({"windows": [{"at": 4, "scroll": "x", "panels": ["a"], "language": "ru"}]}),
            [WindowState(language="ru")],
        ),
    ],
)
def test_a_file_of_anything_else_is_no_session(
    qapp: object, tmp_path: Path, text: str, expected: list[WindowState]
) -> None:
    file = tmp_path / "session.json"
    file.write_text(text, encoding="utf-8")
    assert kept(file) == expected


def test_what_cannot_be_kept_is_told(qtbot: QtBot, tmp_path: Path, executor: Executor) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    session = Session(tmp_path / "file" / "session.json", executor)
    session.add(Window(ONE).ask)
    with qtbot.waitSignal(session.failed):
        session.touch()
    session.touch()
    with qtbot.waitSignal(session.failed):
        session.flush()


def test_without_a_file_nothing_is_kept(qapp: object, executor: Executor) -> None:
    session = Session(None, executor)
    session.add(Window(ONE).ask)
    session.touch()
    session.flush()
    assert session.before() == []


# As 0.3.0 wrote it: without a format. (0.2.0 kept no session.)
OF_0_3 = """{
 "windows": [
  {
   "path": "",
   "at": "entry/one",
   "language": "",
   "scroll": 30,
   "geometry": "",
   "panels": [
    288,
    900
   ],
   "timeline": [
    1.5,
    2.5
   ]
  }
 ]
}
"""


def test_what_an_older_version_has_kept_comes_back(qapp: object, tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    file.write_text(OF_0_3, encoding="utf-8")
    assert kept(file) == [ONE]


def test_the_session_of_a_newer_version_is_not_touched(tmp_path: Path, executor: Executor) -> None:
    file = tmp_path / "session.json"
    newer = '{"format": 2, "windows": [{"at": "entry/one"}], "notes": ["mine"]}'
    file.write_text(newer, encoding="utf-8")
    session = Session(file, executor)
    assert session.before() == [WindowState(at="entry/one")]
    session.add(Window(TWO).ask)
    session.touch()
    session.flush()
    assert file.read_text(encoding="utf-8") == newer
    assert kept(file) == [TWO]
