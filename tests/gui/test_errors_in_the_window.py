"""What the window shows when an entry cannot be opened, and what one can do then."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from treatyviewer.entry.address import parse
from treatyviewer.errors import NotFoundError
from treatyviewer.gui.controllers import messages
from treatyviewer.gui.main_window import MainWindow


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (None, "entry.toml"),
        ("", "entry.toml:1"),
        ('id = "x"\nedition = \n', "entry.toml:2"),
        ('id = "x"\nlicence = 3\n', "entry.toml:2 (licence)"),
    ],
)
def test_a_damaged_entry_is_a_page_that_names_the_place(
    open_window: object, tmp_path: Path, text: str | None, place: str
) -> None:
    if text is not None:
        (tmp_path / "entry.toml").write_text(text, encoding="utf-8")
    window: MainWindow = open_window(tmp_path)  # type: ignore[operator]
    shown = window.pane.toPlainText()
    assert "This entry cannot be opened" in shown
    assert place in shown
    for offer in ("Try again", "Open another folder", "comes with the program"):
        assert offer in shown
    assert window.failure is not None
    assert window.failure.exit_status == 2
    assert not window.bar.search.isEnabled()


def test_try_again_opens_the_entry_once_it_is_mended(
    qtbot: QtBot, open_window: object, make_entry: object, tmp_path: Path
) -> None:
    folder: Path = make_entry("mended")  # type: ignore[operator]
    good = (folder / "entry.toml").read_text(encoding="utf-8")
    (folder / "entry.toml").write_text("", encoding="utf-8")
    window: MainWindow = open_window(folder)  # type: ignore[operator]
    (folder / "entry.toml").write_text(good, encoding="utf-8")
    with qtbot.waitSignal(window.readable, timeout=10_000):
        window.pane.link_requested.emit(messages.RETRY)
    assert "The first text." in window.pane.toPlainText()
    assert window.failure is None
    assert window.bar.search.isEnabled()


def test_the_shipped_entry_is_one_click_away(
    qtbot: QtBot, open_window: object, tmp_path: Path
) -> None:
    window: MainWindow = open_window(tmp_path / "nowhere")  # type: ignore[operator]
    assert isinstance(window.failure, NotFoundError)
    with qtbot.waitSignal(window.readable, timeout=10_000):
        window.pane.link_requested.emit(messages.SHIPPED)
    assert "Sino-Soviet" in window.pane.toPlainText()


def test_an_address_that_leads_nowhere_is_a_page(window: MainWindow) -> None:
    window.reading.go(parse("sino-soviet-treaty-1950/nowhere"))
    assert "There is nothing at this address" in window.pane.toPlainText()
    window.pane.link_requested.emit(messages.START)
    assert "is an important agreement" in window.pane.toPlainText()


def test_preparing_can_be_cancelled_and_begun_again(
    qtbot: QtBot, window: MainWindow, make_entry: object
) -> None:
    folder: Path = make_entry("slow")  # type: ignore[operator]
    window.opening.open(folder)
    window.pane.link_requested.emit(messages.CANCEL)
    assert "Nothing is open" in window.pane.toPlainText()
    with qtbot.waitSignal(window.readable, timeout=10_000):
        window.pane.link_requested.emit(messages.RETRY)
    assert "The first text." in window.pane.toPlainText()


def test_progress_is_shown_with_a_way_to_stop(window: MainWindow) -> None:
    window.opening.progressed.emit(30, 120)
    shown = window.pane.toPlainText()
    assert "25 %" in shown
    assert "Cancel" in shown


def test_a_damaged_library_file_is_made_anew_while_one_reads(
    qtbot: QtBot, window: MainWindow, cache: Path
) -> None:
    (file,) = (cache / "treatyviewer").glob("library-*.sqlite")
    # In place, so that the open connection meets the damage.
    with file.open("r+b") as handle:
        handle.seek(0)
        handle.write(b"\0" * file.stat().st_size)
    with qtbot.waitSignal(window.readable, timeout=10_000):
        window.reading.go(parse("sino-soviet-treaty-1950/overview"))
    assert "16 articles" in window.pane.toPlainText()
