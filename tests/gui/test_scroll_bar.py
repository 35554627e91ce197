"""The scroll bar that is painted by hand, moved by the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from treatyviewer.gui.theme import DARK, LIGHT, Theme
from treatyviewer.gui.widgets.scroll_bar import QuietScrollBar


@pytest.fixture
def area(qtbot: QtBot, theme: Theme) -> QListWidget:
    made = QListWidget()
    QuietScrollBar(made, theme)
    made.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
    qtbot.addWidget(made)
    made.addItems([str(n) for n in range(200)])
    made.resize(300, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def bar_of(area: QListWidget) -> QuietScrollBar:
    bar = area.verticalScrollBar()
    assert isinstance(bar, QuietScrollBar)
    return bar


def test_it_is_thin_and_in_the_palettes_colour(area: QListWidget, theme: Theme) -> None:
    bar = bar_of(area)
    assert bar.width() == 12
    assert bar.handle.top() == 0
    centre = bar.handle.center().toPoint()
    assert bar.grab().toImage().pixelColor(centre).name().upper() == LIGHT.scroll
    theme.set_wanted("dark")
    assert bar.grab().toImage().pixelColor(centre).name().upper() == DARK.scroll


def test_the_handle_tells_where_one_is(area: QListWidget) -> None:
    bar = bar_of(area)
    bar.setValue(bar.maximum())
    assert bar.handle.bottom() == pytest.approx(bar.height(), abs=1)
    bar.setValue(bar.maximum() // 2)
    assert bar.handle.center().y() == pytest.approx(bar.height() / 2, abs=2)


def test_the_handle_follows_the_mouse(area: QListWidget) -> None:
    bar = bar_of(area)
    start = bar.handle.center().toPoint()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(bar, start + QPoint(0, 60))
    QTest.mouseMove(bar, start + QPoint(0, 100))
    assert bar.isSliderDown()
    assert bar.handle.center().y() == pytest.approx(start.y() + 100, abs=4)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 100))
    assert not bar.isSliderDown()


@pytest.mark.parametrize("y", [2, 395])
def test_a_click_beside_the_handle_goes_on_by_a_page(area: QListWidget, y: int) -> None:
    bar = bar_of(area)
    middle = bar.maximum() // 2
    bar.setValue(middle)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, y))
    went = bar.value() - middle
    assert abs(went) == pytest.approx(bar.pageStep(), abs=2)
    assert (went > 0) == (y > 200)


def test_nothing_is_drawn_where_there_is_nothing_to_scroll(area: QListWidget) -> None:
    area.clear()
    bar = bar_of(area)
    bar.setRange(0, 0)
    assert bar.handle.isEmpty()
