"""Started by its icon on Windows there is neither output nor a place for errors to be read."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from treatyviewer import __version__
from treatyviewer.cli import window
from treatyviewer.cli.main import main
from treatyviewer.gui import box


def without_console(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is shown in boxes from now on. In the test itself: pytest gives each phase its own
    streams.
    """
    said: list[str] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(box, "show", said.append)
    return said


def test_what_is_wrong_with_the_arguments_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = without_console(monkeypatch)
    with pytest.raises(SystemExit):
        main(["--size", "nonsense"])
    assert len(shown) == 1
    assert "nonsense" in shown[0]
    assert main(["no-such-file"]) == 2
    assert "no-such-file" in shown[1]


def test_version_and_help_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = without_console(monkeypatch)
    with pytest.raises(SystemExit):
        main(["--version"])
    with pytest.raises(SystemExit):
        main(["--help"])
    assert shown[0] == f"Treaty Viewer {__version__}\n"
    assert "--screenshot" in shown[1]


def test_a_bug_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = without_console(monkeypatch)

    def fail(_arguments: object) -> int:
        raise ValueError("for this test")

    monkeypatch.setattr(window, "run", fail)
    assert main([]) == 70
    assert "This is a bug in Treaty Viewer: ValueError: for this test" in shown[0]


def test_commands_print_into_nothing_without_falling(
    monkeypatch: pytest.MonkeyPatch, compiled: None
) -> None:
    shown = without_console(monkeypatch)
    assert main(["outline"]) == 0
    assert main(["search", "loans", "--format", "json"]) == 0
    assert main(["show", "nothing"]) == 2
    assert len(shown) == 1


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_where_the_system_has_no_box_qt_has_one(qapp: QApplication) -> None:
    seen: list[str] = []

    def close() -> None:
        one = QApplication.activeModalWidget()
        assert isinstance(one, QMessageBox)
        seen.append(one.text())
        one.close()

    QTimer.singleShot(0, close)
    box.show("<b>A text</b>")
    assert seen == ["<b>A text</b>"]
