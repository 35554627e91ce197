"""What the window shows when an entry cannot be opened, and what one can do then."""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from treatyviewer.entry.address import parse
from treatyviewer.errors import NotFoundError
from treatyviewer.gui.controllers import messages
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.library.library import Library, connect
from treatyviewer.library.shelf import Shelf, shelf


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
    assert "The library was not opened" in window.pane.toPlainText()
    assert window.failure is None
    window.pane.link_requested.emit(messages.BACK)
    assert "is an important agreement" in window.pane.toPlainText()
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


def test_a_file_that_is_deleted_or_replaced_meanwhile_is_read_on(
    qtbot: QtBot, open_window: object, make_entry: object, cache: Path
) -> None:
    folder: Path = make_entry("kept", {"one": "# One\n\nOld loans.", "two": "# Two\n\nAid."})  # type: ignore[operator]
    window: MainWindow = open_window(folder)  # type: ignore[operator]
    (folder / "sections" / "one.md").write_text("# Uno\n\nNew loans.", encoding="utf-8")
    shelf(folder).open().close()
    for file in (cache / "treatyviewer").glob("library-*.sqlite"):
        file.unlink()
    window.bar.search.setText("loans")
    qtbot.waitUntil(lambda: not window._context.executor.busy("search"))
    window.searching.go()
    assert "Old loans." in window.pane.toPlainText()
    assert window.pane.mark_count == 1


def damage(cache: Path, statement: str) -> None:
    """Change the library files behind the program's back."""
    files = list((cache / "treatyviewer").glob("library-*.sqlite"))
    assert files
    for file in files:
        connection = apsw.Connection(str(file))
        connection.execute(f"PRAGMA writable_schema = ON; {statement}")
        connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE body SET blocks = 'x'",
        'UPDATE body SET blocks = \'[{"type": "nothing"}]\'',
        "UPDATE node SET titles = 'x'",
        "DELETE FROM node",
        "DELETE FROM node WHERE kind = 'section'",
        "DROP TABLE body",
        "DELETE FROM entry",
    ],
)
def test_a_library_file_with_wrong_rows_heals_itself(
    open_window: object, shipped: Library, cache: Path, statement: str
) -> None:
    shipped.close()
    damage(cache, statement)
    window: MainWindow = open_window()  # type: ignore[operator]
    assert "is an important agreement" in window.pane.toPlainText()
    assert window.outline.rowCount() == 3


def test_a_damaged_index_heals_itself_when_it_is_searched(
    qtbot: QtBot, open_window: object, shipped: Library, cache: Path
) -> None:
    shipped.close()
    damage(cache, "DELETE FROM sqlite_master WHERE name = 'words_config'")
    window: MainWindow = open_window()  # type: ignore[operator]
    with qtbot.waitSignal(window.readable, timeout=10_000):
        window.bar.search.setText("loans")
    qtbot.waitUntil(lambda: not window._context.executor.busy("search"))
    window.searching.go()
    assert "technology transfer" in window.pane.toPlainText()


def test_damage_that_comes_back_is_told_not_mended_for_ever(
    qtbot: QtBot,
    open_window: object,
    shipped: Library,
    cache: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shipped.close()
    damage(cache, "UPDATE first_page SET blocks = 'x'")
    made: list[Library] = []

    def compile_badly(what: Shelf, *_: object) -> Library:
        made.append(Library(str(what.file), connect(str(what.file))))
        return made[-1]

    monkeypatch.setattr(Shelf, "compile", compile_badly)
    monkeypatch.setattr(Shelf, "discard", lambda _: None)
    window: MainWindow = open_window()  # type: ignore[operator]
    assert len(made) == 1
    assert "cannot be opened" in window.pane.toPlainText()
    assert window.failure is not None


def test_a_folder_that_is_no_entry_takes_nothing_away(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.reading.go(parse("sino-soviet-treaty-1950/overview"))
    window.open(tmp_path / "nowhere")
    assert "There is nothing to open" in window.pane.toPlainText()
    assert window.outline.rowCount() == 3
    assert window.failure is None
    window.reading.back()
    assert "16 articles" in window.pane.toPlainText()


def test_places_that_are_not_there_and_other_editions_are_told(window: MainWindow) -> None:
    window.reading.go(parse("sino-soviet-treaty-1950/overview?ed=9#p7"))
    shown = window.pane.toPlainText()
    assert "16 articles" in shown
    assert "edition 9" in shown
    assert "no “#p7”" in shown


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_web_address_is_copied_never_opened(window: MainWindow) -> None:
    window.pane.link_requested.emit("https://example.org/treaty")
    assert QGuiApplication.clipboard().text() == "https://example.org/treaty"


def test_damage_is_mended_in_what_is_open_not_in_what_could_not_be_opened(
    qtbot: QtBot, window: MainWindow, cache: Path, tmp_path: Path
) -> None:
    (file,) = (cache / "treatyviewer").glob("library-*.sqlite")
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "entry.toml").write_text("id = \n", encoding="utf-8")
    with qtbot.waitSignal(window.readable, timeout=10_000):
        window.open(broken)
    assert "cannot be opened" in window.pane.toPlainText()
    with file.open("r+b") as handle:
        handle.write(b"\0" * file.stat().st_size)
    with qtbot.waitSignal(window.readable, timeout=10_000):
        window.reading.go(parse("sino-soviet-treaty-1950/overview"))
    assert "16 articles" in window.pane.toPlainText()
