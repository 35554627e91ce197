"""What is told of work that takes long."""

from __future__ import annotations

import io
import sys

import pytest

from treatyviewer.cli import common
from treatyviewer.errors import Cancelled

Capture = pytest.CaptureFixture[str]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def work() -> None:
    with common.ProgressLine() as progress:
        for done in (1, 1, 2):
            progress(done, 2)


def test_work_that_is_quick_says_nothing(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "_PATIENCE", 1_000)
    work()
    assert capsys.readouterr() == ("", "")


def test_a_log_gets_a_line_at_the_beginning_and_one_at_the_end(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(common, "_PATIENCE", 0)
    work()
    out, err = capsys.readouterr()
    assert out == ""
    first, last = err.splitlines()
    assert first == "Preparing the library ..."
    assert last.startswith("The library was prepared in ")


def test_on_a_terminal_one_line_is_rewritten_and_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "_PATIENCE", 0)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    work()
    half, whole, wiped = terminal.getvalue().split("\r")[1:4]
    assert half == "Preparing the library: 50 % (Ctrl+C stops)"
    assert whole == "Preparing the library: 100 % (Ctrl+C stops)"
    assert wiped.strip() == ""
    assert len(wiped) == len(whole)


def test_what_was_stopped_is_not_called_prepared(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(common, "_PATIENCE", 0)

    def stopped() -> None:
        with common.ProgressLine() as progress:
            progress(1, 2)
            raise Cancelled("Enough.")

    with pytest.raises(Cancelled):
        stopped()
    assert capsys.readouterr().err == "Preparing the library ...\n"
