"""Several windows over one library."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from treatyviewer.entry.address import parse
from treatyviewer.gui.context import Context
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.services.executor import Executor
from treatyviewer.gui.services.settings import Settings
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.typography import Fonts
from treatyviewer.gui.windows import Windows
from treatyviewer.paths import shipped_entry

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
ENTRY = "sino-soviet-treaty-1950"


@pytest.fixture
def windows(
    qtbot: QtBot, compiled: None, fonts: Fonts, executor: Executor, theme: Theme
) -> Iterator[Windows]:
    made = Windows(Context(theme, fonts, executor, "en", Settings()))
    window = made.make(QSize(1100, 760))
    with qtbot.waitExposed(window):
        window.show()
    with qtbot.waitSignal(window.readable):
        window.open(shipped_entry(), parse(f"{ENTRY}/overview"))
    yield made
    made.close_all()


def address(window: MainWindow) -> str:
    place = window.reading.place
    return str(place.address).removeprefix(f"{ENTRY}/") if place else ""


def link_place(window: MainWindow) -> QPoint:
    """Where a link of the page is."""
    pane = window.pane
    for y in range(10, pane.viewport().height(), 6):
        for x in range(5, pane.viewport().width(), 6):
            if pane.anchorAt(QPoint(x, y)).startswith("treaty:"):
                return QPoint(x, y)
    raise AssertionError("no link is seen")


def test_another_window_is_at_the_same_place(windows: Windows) -> None:
    (first,) = windows.windows
    opened: list[MainWindow] = []
    windows.window_opened.connect(opened.append)
    QTest.keyClick(first, Key.Key_N, Control)
    second = windows.windows[1]
    assert opened == [second]
    assert address(second) == "overview"
    assert second.isVisible()
    assert second.size() == first.size()


def test_each_goes_its_own_way(qtbot: QtBot, windows: Windows) -> None:
    (first,) = windows.windows
    QTest.keyClick(first, Key.Key_N, Control)
    second = windows.windows[1]
    second.reading.go(parse(f"{ENTRY}/economic-aid"))
    assert address(first) == "overview"
    assert second.bar.back.isEnabled()
    assert not first.bar.back.isEnabled()
    for window, text in ((first, "loans"), (second, "Manzhouli")):
        with qtbot.waitSignal(window.searching.settled):
            window.bar.search.setText(text)
    assert first.bar.search.text() == "loans"
    assert first._context.executor is not second._context.executor
    assert first.reading.library is not second.reading.library


def test_one_is_closed_and_the_other_stays(qtbot: QtBot, windows: Windows) -> None:
    (first,) = windows.windows
    QTest.keyClick(first, Key.Key_N, Control)
    second = windows.windows[1]
    gone: list[MainWindow] = []
    windows.window_closed.connect(gone.append)
    QTest.keyClick(first, Key.Key_W, Control)
    assert windows.windows == [second]
    assert gone == [first]
    with qtbot.waitSignal(second.searching.settled):
        second.bar.search.setText("loans")
    assert second.reading.has_library


def test_quit_closes_all(windows: Windows) -> None:
    (first,) = windows.windows
    QTest.keyClick(first, Key.Key_N, Control)
    QTest.keyClick(windows.windows[1], Key.Key_Q, Control)
    assert windows.windows == []
    assert first.isHidden()


def middle(window: MainWindow, place: QPoint) -> None:
    QTest.mouseClick(window.pane.viewport(), Qt.MouseButton.MiddleButton, pos=place)


def with_control(window: MainWindow, place: QPoint) -> None:
    QTest.mouseClick(window.pane.viewport(), Qt.MouseButton.LeftButton, Control, place)


@pytest.mark.parametrize("click", [middle, with_control])
def test_a_link_is_opened_apart(
    windows: Windows, click: Callable[[MainWindow, QPoint], None]
) -> None:
    (first,) = windows.windows
    first.reading.go(parse(f"{ENTRY}/lead"))
    first.pane.scroll_to(300)
    place = link_place(first)
    link = first.pane.anchorAt(place)
    click(first, place)
    assert len(windows.windows) == 2
    assert f"treaty:{ENTRY}/{address(windows.windows[1])}" == link
    assert address(first) == "lead"


def test_a_row_of_the_contents_is_opened_apart(windows: Windows) -> None:
    (first,) = windows.windows
    part = first.outline.index(0, 0)
    port = first.tree.viewport()
    label, row = (
        first.tree.visualRect(i).center() for i in (part, first.outline.index(5, 0, part))
    )
    QTest.mouseClick(port, Qt.MouseButton.MiddleButton, pos=label)
    assert len(windows.windows) == 1
    QTest.mouseClick(port, Qt.MouseButton.MiddleButton, pos=row)
    assert address(windows.windows[1]) == "economic-aid"
    assert address(first) == "overview"


def test_a_page_is_gone_to_apart_by_name(windows: Windows) -> None:
    (first,) = windows.windows
    first.moving.go_to()
    field = first.moving.going.panel.field
    field.setText("zhou enlai")
    QTest.keyClick(field, Key.Key_Return, Control)
    assert address(windows.windows[1]) == "people/zhou-enlai"
    assert address(first) == "overview"


def test_a_plain_click_follows_the_link_here(windows: Windows) -> None:
    (first,) = windows.windows
    first.reading.go(parse(f"{ENTRY}/lead"))
    first.pane.scroll_to(300)
    QTest.mouseClick(first.pane.viewport(), Qt.MouseButton.LeftButton, pos=link_place(first))
    assert len(windows.windows) == 1
    assert address(first) != "lead"
