"""Sections by key, finding on the page, going by name, previews of links, drops."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from treatyviewer.entry.address import parse
from treatyviewer.gui.controllers.finding import FindController
from treatyviewer.gui.controllers.going import GoToController
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.models.goals_model import GOAL, Goal
from treatyviewer.gui.widgets.preview_card import PreviewCard, placed
from treatyviewer.library import titles

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier
ENTRY = "sino-soviet-treaty-1950"
ZHOU = f"treaty:{ENTRY}/people/zhou-enlai"


def go(window: MainWindow, place: str) -> None:
    window.reading.go(parse(f"{ENTRY}/{place}"))


def address(window: MainWindow) -> str:
    place = window.reading.place
    return str(place.address).removeprefix(f"{ENTRY}/") if place else ""


def finds(window: MainWindow, text: str = "") -> FindController:
    QTest.keyClick(window, Key.Key_F, Control)
    finding = window.moving.finding
    if text:
        finding.bar.field.setText(text)
    return finding


def goes(window: MainWindow, text: str = "") -> GoToController:
    QTest.keyClick(window, Key.Key_P, Control)
    going = window.moving.going
    if text:
        going.panel.field.setText(text)
    return going


def goals(going: GoToController) -> list[Goal]:
    model = going.model
    return [model.index(row, 0).data(GOAL) for row in range(model.rowCount())]


# --- sections --------------------------------------------------------------------------------


def test_keys_lead_from_section_to_section(window: MainWindow) -> None:
    QTest.keyClick(window.pane, Key.Key_PageDown, Control)
    QTest.keyClick(window.pane, Key.Key_PageDown, Control)
    assert address(window) == "purpose"
    QTest.keyClick(window.pane, Key.Key_PageUp, Control)
    assert address(window) == "date-and-place"
    assert window.bar.back.isEnabled()


def test_at_the_ends_they_lead_nowhere(window: MainWindow) -> None:
    QTest.keyClick(window, Key.Key_PageUp, Control)
    assert address(window) == "lead"
    go(window, "about")
    QTest.keyClick(window, Key.Key_PageDown, Control)
    assert address(window) == "about"


def test_the_foot_of_a_page_leads_on(window: MainWindow) -> None:
    go(window, "overview")
    assert window.pane.toPlainText().rstrip().endswith("4 · Military Assistance ›")
    assert [target for _, target in window.pane.view.ways] == [
        f"treaty:{ENTRY}/purpose",
        f"treaty:{ENTRY}/military-assistance",
    ]
    go(window, "lead")
    assert len(window.pane.view.ways) == 1


# --- finding on the page ---------------------------------------------------------------------


def test_enter_goes_from_place_to_place(window: MainWindow) -> None:
    go(window, "economic-aid")
    finding = finds(window, "SOVIET")
    bar, count = finding.bar, window.pane.mark_count
    assert count > 3
    assert bar.place.text() == f"1 of {count}"
    QTest.keyClick(bar.field, Key.Key_Return)
    assert bar.place.text() == f"2 of {count}"
    QTest.keyClick(bar.field, Key.Key_Return, Shift)
    QTest.keyClick(bar.field, Key.Key_Return, Shift)
    assert bar.place.text() == f"{count} of {count}"
    QTest.keyClick(bar.field, Key.Key_F3)
    assert bar.place.text() == f"1 of {count}"
    assert bar.field.accessibleDescription() == f"1 of {count}"


def test_typing_on_stays_where_one_is(window: MainWindow) -> None:
    go(window, "economic-aid")
    finding = finds(window, "sovie")
    QTest.keyClick(finding.bar.field, Key.Key_Return)
    QTest.keyClick(finding.bar.field, Key.Key_End)
    QTest.keyClicks(finding.bar.field, "t")
    assert finding.bar.place.text().startswith("2 of ")


def test_a_card_without_room_below_or_above_is_beside() -> None:
    for x in (100, 600):
        line = QRect(x, 190, 1, 20)
        place = placed(QSize(340, 300), line, QRect(0, 0, 700, 400))
        assert QRect(0, 0, 700, 400).contains(place)
        assert not place.intersects(line)


def test_what_is_not_there_is_said(window: MainWindow) -> None:
    bar = finds(window, "xyzzy").bar
    assert bar.place.text() == "No match"
    assert not bar.next.isEnabled()
    bar.field.clear()
    assert bar.place.text() == ""


def test_capitals_can_be_told_apart(window: MainWindow) -> None:
    go(window, "economic-aid")
    bar = finds(window, "soviet").bar
    assert window.pane.mark_count > 0
    QTest.mouseClick(bar.case, Qt.MouseButton.LeftButton)
    assert bar.place.text() == "No match"
    QTest.mouseClick(bar.case, Qt.MouseButton.LeftButton)
    assert window.pane.mark_count > 0


def test_escape_closes_it_and_the_page_has_the_keys(qtbot: QtBot, window: MainWindow) -> None:
    go(window, "economic-aid")
    finding = finds(window, "soviet")
    qtbot.waitUntil(finding.bar.field.hasFocus)
    scroll = window.pane.scroll_y
    QTest.keyClick(finding.bar.field, Key.Key_Escape)
    assert not finding.is_open
    assert finding.bar.isHidden()
    assert window.pane.hasFocus()
    assert window.pane.mark_count == 0
    assert window.pane.scroll_y == scroll


def test_escape_on_the_page_closes_it_first(window: MainWindow) -> None:
    finding = finds(window, "treaty")
    window.pane.setFocus()
    QTest.keyClick(window.pane, Key.Key_Escape)
    assert not finding.is_open


def test_the_marks_of_the_search_come_back(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.searching.settled):
        window.bar.search.setText("loans")
    go(window, "economic-aid")
    before = window.pane.mark_count
    assert before > 0
    finding = finds(window, "soviet union")
    hits = window.searching._hits
    assert hits is not None
    assert window.pane.mark_count != before
    assert hits.bar.isHidden()
    assert finding.bar.isVisible()
    QTest.keyClick(finding.bar.field, Key.Key_Escape)
    assert window.pane.mark_count == before
    assert hits.bar.isVisible()


def test_what_is_selected_is_sought(window: MainWindow) -> None:
    go(window, "economic-aid")
    cursor = window.pane.document().find("Alliance")
    window.pane.setTextCursor(cursor)
    bar = finds(window).bar
    assert bar.field.text() == "Alliance"
    assert bar.field.selectedText() == "Alliance"
    assert bar.place.text().startswith("1 of ")


def test_it_stays_open_on_the_next_page(window: MainWindow) -> None:
    finding = finds(window, "treaty")
    go(window, "overview")
    assert finding.is_open
    assert window.pane.mark_count > 0
    assert finding.bar.place.text().endswith("on this page")


def test_buttons_do_the_same(window: MainWindow) -> None:
    go(window, "economic-aid")
    bar = finds(window, "soviet").bar
    QTest.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    assert bar.place.text().startswith("2 of ")
    QTest.mouseClick(bar.previous, Qt.MouseButton.LeftButton)
    assert bar.place.text().startswith("1 of ")
    QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    buttons = (bar.next, bar.previous, bar.close_button, bar.case, bar.field)
    assert all(button.accessibleName() for button in buttons)


# --- going by name ---------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["zhou enlai", "чжоу", "周恩来", "Zhōu"])
def test_a_person_is_found_by_any_name(window: MainWindow, text: str) -> None:
    going = goes(window, text)
    QTest.keyClick(going.panel.field, Key.Key_Return)
    assert address(window) == "people/zhou-enlai"
    assert not going.is_open
    assert window.pane.hasFocus()


def test_the_arrows_choose(window: MainWindow) -> None:
    going = goes(window, "economic")
    rows = goals(going)
    assert rows[0].title == "5 · Economic Aid"
    field = going.panel.field
    QTest.keyClick(field, Key.Key_Down)
    assert field.accessibleDescription().startswith(rows[1].title)
    QTest.keyClick(field, Key.Key_Up)
    QTest.keyClick(field, Key.Key_Up)
    assert going.panel.list.currentIndex().row() == len(rows) - 1
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_PageDown)
    assert going.panel.list.currentIndex().row() == min(9, len(rows) - 1)
    QTest.keyClick(field, Key.Key_PageUp)
    QTest.keyClick(field, Key.Key_Return)
    assert address(window) == "economic-aid"


def test_a_click_goes_there(window: MainWindow) -> None:
    going = goes(window, "economic")
    view = going.panel.list
    place = view.visualRect(going.model.index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert address(window) == "economic-aid"


def test_empty_it_offers_where_one_has_been(window: MainWindow) -> None:
    go(window, "people/zhou-enlai")
    go(window, "overview")
    rows = [row.title for row in goals(goes(window))]
    assert rows[:2] == ["Zhou Enlai", "At a glance"]
    # Then the outline, each page once.
    assert "7 · Follow-up relations" in rows
    assert len(set(rows)) == len(rows)


def test_commands_are_found_beside_pages_and_alone(window: MainWindow) -> None:
    going = goes(window, "find on")
    assert any(row.action == "find" for row in goals(going))
    going.panel.field.setText(">")
    assert all(row.action for row in goals(going))
    going.panel.field.setText("> forw")
    (row,) = goals(going)
    assert (row.title, row.end) == ("Forward", "Alt+Right")


def test_a_command_is_done(window: MainWindow) -> None:
    going = goes(window, ">find on")
    QTest.keyClick(going.panel.field, Key.Key_Return)
    assert window.moving.finding.is_open


def test_nothing_called_so_is_said(window: MainWindow) -> None:
    going = goes(window, "xyzzyx")
    assert goals(going) == []
    assert "xyzzyx" in going.panel.message
    QTest.keyClick(going.panel.field, Key.Key_Return)
    assert going.is_open


def test_escape_gives_the_keys_back(qtbot: QtBot, window: MainWindow) -> None:
    window.tree.setFocus()
    qtbot.waitUntil(window.tree.hasFocus)
    going = goes(window)
    qtbot.waitUntil(going.panel.field.hasFocus)
    QTest.keyClick(going.panel.field, Key.Key_Escape)
    assert not going.is_open
    assert window.tree.hasFocus()
    assert address(window) == "lead"


def test_it_closes_when_the_keys_go_elsewhere(qtbot: QtBot, window: MainWindow) -> None:
    going = goes(window)
    qtbot.waitUntil(going.panel.field.hasFocus)
    window.bar.search.setFocus()
    qtbot.waitUntil(lambda: not going.is_open)
    assert window.bar.search.hasFocus()


def test_it_stays_in_the_window(window: MainWindow) -> None:
    window.resize(640, 420)
    going = goes(window)
    window.resize(620, 400)
    assert window.rect().contains(going.panel.geometry().adjusted(14, 14, -14, -14))
    assert going.panel.list.accessibleName()


@pytest.mark.parametrize("small", [0, 5000])
def test_a_large_library_is_asked_off_the_gui_thread(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, small: int
) -> None:
    monkeypatch.setattr("treatyviewer.gui.services.titles.AT_ONCE", 0)
    monkeypatch.setattr(titles, "SMALL", small)
    going = goes(window)
    # Only the newest counts.
    for text in ("m", "mo", "moscow"):
        going.panel.field.setText(text)
    qtbot.waitUntil(lambda: [row.title for row in goals(going)][:1] == ["Moscow"])
    assert not window._context.executor.busy("titles")


# --- previews --------------------------------------------------------------------------------


def card_of(window: MainWindow, target: str) -> PreviewCard | None:
    window.moving.previews.show(window.pane, target, QRect(200, 200, 1, 20))
    return window.moving.previews.card


def shown(window: MainWindow) -> bool:
    return window.moving.previews.card is not None


def test_a_link_under_the_pointer_is_previewed(qtbot: QtBot, window: MainWindow) -> None:
    window.pane.highlighted.emit(QUrl(ZHOU))
    previews = window.moving.previews
    assert not shown(window)
    qtbot.waitUntil(lambda: shown(window))
    card = previews.card
    assert card is not None
    assert card.preview.title == "Zhou Enlai"
    assert "1898" in card.preview.line
    window.pane.highlighted.emit(QUrl())
    assert not shown(window)


def wheel(window: MainWindow) -> None:
    none = QPoint()
    event = QWheelEvent(
        QPointF(), QPointF(), none, QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(window.pane.viewport(), event)


def key(window: MainWindow) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window.pane, event)


def leave(window: MainWindow) -> None:
    QApplication.sendEvent(window.pane.viewport(), QEvent(QEvent.Type.Leave))


def scroll(window: MainWindow) -> None:
    window.pane.scroll_to(300)


@pytest.mark.parametrize("ends", [wheel, key, leave, scroll])
def test_it_goes_with_whatever_one_does(
    qtbot: QtBot, window: MainWindow, ends: Callable[[MainWindow], None]
) -> None:
    go(window, "economic-aid")
    previews = window.moving.previews
    previews.hover(window.pane, ZHOU)
    qtbot.waitUntil(lambda: previews.card is not None)
    ends(window)
    assert previews.card is None


def test_a_note_and_a_web_address_say_what_they_are(window: MainWindow) -> None:
    go(window, "economic-aid")
    card = card_of(window, "#s1")
    assert card is not None
    assert card.preview.kicker == "Note"
    assert card.preview.text
    card = card_of(window, "https://example.org/a")
    assert card is not None
    assert card.preview.line == "https://example.org/a"
    assert "never goes to the network" in card.preview.text


@pytest.mark.parametrize("target", ["claim:c5-1", "action:retry", f"treaty:{ENTRY}/nowhere", "#x"])
def test_what_has_nothing_to_show_has_no_card(window: MainWindow, target: str) -> None:
    assert card_of(window, target) is None


def test_previews_can_be_turned_off(window: MainWindow) -> None:
    window._context.settings.change(previews=False)
    window.moving.previews.hover(window.pane, ZHOU)
    assert not window.moving.previews._rest.isActive()


def test_the_card_takes_no_keys(window: MainWindow) -> None:
    card = card_of(window, ZHOU)
    assert card is not None
    assert card.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert card.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert not card.isWindow()


@pytest.mark.parametrize(
    "line",
    [QRect(500, 300, 1, 20), QRect(990, 300, 1, 20), QRect(2, 5, 1, 20), QRect(500, 780, 1, 20)],
)
def test_a_card_is_in_the_window_and_off_its_line(line: QRect) -> None:
    window = QRect(0, 0, 1000, 800)
    place = placed(QSize(340, 200), line, window)
    assert window.contains(place)
    assert not place.intersects(line)


# --- drops -----------------------------------------------------------------------------------


def mime(*paths: Path) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return made


def drag(window: MainWindow, data: QMimeData) -> bool:
    event = QDragEnterEvent(
        QPoint(300, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window: MainWindow, data: QMimeData) -> None:
    event = QDropEvent(
        QPointF(300, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(window, event)


def test_an_entry_that_is_dropped_is_opened(
    qtbot: QtBot, window: MainWindow, make_entry: Callable[..., Path]
) -> None:
    first, second = make_entry("first-entry"), make_entry("second-entry")
    data = mime(first, second)
    assert drag(window, data)
    hint = window.moving._dropping
    assert hint is not None
    assert hint.hint.isVisible()
    assert "first-entry" in hint.hint.text
    assert "the first of 2" in hint.hint.text
    with qtbot.waitSignal(window.readable, timeout=10_000):
        drop(window, data)
    assert hint.hint.isHidden()
    assert "The first text." in window.pane.toPlainText()
    assert str(window.reading.place.address).startswith("first-entry")  # type: ignore[union-attr]


def test_a_packed_entry_may_be_dropped_and_other_things_not(
    window: MainWindow, tmp_path: Path
) -> None:
    packed, other = tmp_path / "one.TREATY", tmp_path / "notes.txt"
    for file in (packed, other):
        file.write_text("x", encoding="utf-8")
    assert drag(window, mime(packed))
    assert not drag(window, mime(other))
    web = QMimeData()
    web.setUrls([QUrl("https://example.org/one.treaty")])
    assert not drag(window, web)
    text = QMimeData()
    text.setText("words")
    assert not drag(window, text)


def test_a_drag_that_leaves_takes_the_hint_away(window: MainWindow, tmp_path: Path) -> None:
    assert drag(window, mime(tmp_path))
    QApplication.sendEvent(window, QEvent(QEvent.Type.DragLeave))
    window.moving.drag_leave()
    assert window.moving._dropping is not None
    assert window.moving._dropping.hint.isHidden()
