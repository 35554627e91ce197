"""The way down to the page, by pointer and keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from treatyviewer.entry.address import parse
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.breadcrumbs import Breadcrumbs, Crumb

Key = Qt.Key


def go(window: MainWindow, place: str) -> None:
    window.reading.go(parse(f"sino-soviet-treaty-1950/{place}"))


def address(window: MainWindow) -> str:
    place = window.reading.place
    return str(place.address) if place else ""


def crumbs(qtbot: QtBot, theme: Theme, width: int) -> Breadcrumbs:
    made = Breadcrumbs(theme)
    qtbot.addWidget(made)
    made.resize(width, 40)
    path = [Crumb("A very long title of an entry", "treaty:e"), Crumb("People", "treaty:e/people")]
    made.show_path(path, "Somebody")
    with qtbot.waitExposed(made):
        made.show()
    made.grab()
    return made


def test_a_click_on_a_step_goes_there(window: MainWindow) -> None:
    window.resize(1500, 760)
    go(window, "people/zhou-enlai")
    bar = window.bar.crumbs
    bar.grab()
    assert [crumb.title for crumb in bar.crumbs][1:] == ["People"]
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.places[1].center().toPoint())
    assert address(window) == "sino-soviet-treaty-1950/people"
    bar.grab()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.places[0].center().toPoint())
    assert address(window) == "sino-soviet-treaty-1950/lead"


def test_a_click_beside_the_steps_goes_nowhere(window: MainWindow) -> None:
    window.resize(1500, 760)
    go(window, "people/zhou-enlai")
    bar = window.bar.crumbs
    bar.grab()
    title = bar.places[1].center().toPoint() + QPoint(round(bar.places[1].width() / 2) + 30, 0)
    assert bar.rect().contains(title)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=title)
    assert address(window).endswith("people/zhou-enlai")


def test_the_steps_are_walked_by_keys(qtbot: QtBot, theme: Theme) -> None:
    bar = crumbs(qtbot, theme, 600)
    taken: list[str] = []
    bar.link_requested.connect(taken.append)
    bar.setFocus()
    qtbot.waitUntil(bar.hasFocus)
    assert bar.chosen == 1
    assert "People" in bar.accessibleDescription()
    QTest.keyClick(bar, Key.Key_Left)
    QTest.keyClick(bar, Key.Key_Return)
    QTest.keyClick(bar, Key.Key_End)
    QTest.keyClick(bar, Key.Key_Return)
    assert taken == ["treaty:e", "treaty:e/people"]
    assert bar.accessibleName().endswith("People  ›  Somebody")


def test_the_entry_gives_way_first_and_the_title_last(qtbot: QtBot, theme: Theme) -> None:
    roomy, tight, least = (crumbs(qtbot, theme, width) for width in (600, 260, 90))
    assert roomy.places[0].width() > tight.places[0].width() > 0
    assert roomy.places[1].width() == tight.places[1].width()
    assert all(place.isNull() for place in least.places)
    # Nothing can be chosen that is not seen.
    least.clearFocus()
    least.setFocus()
    qtbot.waitUntil(least.hasFocus)
    assert least.chosen == -1


def test_a_message_has_no_steps(window: MainWindow) -> None:
    go(window, "nowhere")
    assert window.bar.crumbs.crumbs == ()
