"""An update while the program runs is noticed, and told instead of a bug that is none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from treatyviewer.gui.app import _Session
from treatyviewer.gui.options import Options
from treatyviewer.running import program


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a frozen program that runs."""
    file = tmp_path / "treatyviewer"
    file.write_bytes(b"one")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(file))
    monkeypatch.setattr(program, "_made_of", program._what_it_is_made_of())
    return file


def replace(file: Path) -> None:
    """As dpkg does it: written beside, and moved into its place."""
    new = file.with_name("treatyviewer.dpkg-new")
    new.write_bytes(b"two")
    new.replace(file)


def test_it_is_noticed(installed: Path) -> None:
    assert not program.was_replaced()
    replace(installed)
    assert program.was_replaced()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_it_is_told(
    installed: Path, qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    session = _Session(qapp, Options(keeps=False))
    error = ImportError("for this test")
    replace(installed)
    session._report(ImportError, error, None)
    (box,) = (one for one in qapp.topLevelWidgets() if isinstance(one, QMessageBox))
    assert "was updated while it ran" in box.text()
    box.close()
    assert "ImportError" in capsys.readouterr().err
    session._window.close()
