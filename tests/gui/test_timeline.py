"""The timeline in the window: what it shows of the page, by pointer, wheel and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from treatyviewer.entry.address import Address, parse
from treatyviewer.entry.timeline import Timeline, TimelineEvent
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.theme import DARK, LIGHT, Theme
from treatyviewer.gui.widgets.timeline.accessible import EventList
from treatyviewer.gui.widgets.timeline.canvas import Canvas
from treatyviewer.gui.widgets.timeline.panel import FOLDED, TimelinePanel
from treatyviewer.gui.widgets.timeline.plan import HEIGHT
from treatyviewer.gui.widgets.timeline.scale import Range, day_number

ENTRY = "sino-soviet-treaty-1950"
COMPLETE = Path(__file__).parents[1] / "data" / "complete-entry"
KEY = Qt.Key

pytestmark = pytest.mark.usefixtures("compiled")


def go(window: MainWindow, place: str) -> None:
    window.reading.go(parse(f"{ENTRY}/{place}"))
    # It follows once the page is there.
    while window.timeline.is_late:
        QApplication.processEvents()


def canvas_of(window: MainWindow) -> Canvas:
    return window.timeline_panel.canvas


def slug(canvas: Canvas, number: int) -> str:
    return canvas.timeline.events[number].address.item


def number_of(canvas: Canvas, wanted: str) -> int:
    return next(n for n, one in enumerate(canvas.timeline.events) if one.address.item == wanted)


def place_of(canvas: Canvas, wanted: str) -> QPoint:
    return canvas.rect_of(number_of(canvas, wanted)).center()


def see(canvas: Canvas, first: str, last: str) -> None:
    canvas.show_days(first, last)


def turn(
    canvas: Canvas,
    place: QPointF,
    angle: tuple[int, int] = (0, 0),
    pixels: tuple[int, int] = (0, 0),
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    event = QWheelEvent(
        place,
        canvas.mapToGlobal(place),
        QPoint(*pixels),
        QPoint(*angle),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def move(canvas: Canvas, place: QPoint) -> None:
    # Sent, for the real pointer cannot be moved everywhere.
    button = Qt.MouseButton.NoButton
    at, on_screen = QPointF(place), QPointF(canvas.mapToGlobal(place))
    kind = QEvent.Type.MouseMove
    modifiers = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        canvas, QMouseEvent(kind, at, on_screen, button, button, modifiers)
    )  # fmt: skip


# --- what is shown --------------------------------------------------------------------------------


def test_the_panel_is_along_the_bottom_and_tells_what_it_is(window: MainWindow) -> None:
    panel = window.timeline_panel
    assert panel.isVisible()
    assert panel.height() == HEIGHT
    assert panel.mapTo(window, panel.rect().bottomLeft()).y() == window.height() - 1
    assert len(panel.canvas.timeline.events) == 44
    assert panel.canvas.accessibleName() == "Timeline, 1945 – 2001, 44 events"


def test_the_events_of_a_section_stand_out(window: MainWindow) -> None:
    canvas = canvas_of(window)
    go(window, "military-assistance")
    events = canvas.timeline.events
    expected = {n for n, one in enumerate(events) if "military-assistance" in one.sections}
    assert expected
    assert canvas.emphasised == expected
    assert {dot.index for dot in canvas.plan.strong} == expected


def test_so_does_an_event_on_its_own_page_and_what_refers_to_a_person(window: MainWindow) -> None:
    canvas = canvas_of(window)
    go(window, "events/treaty-of-2001")
    assert {slug(canvas, n) for n in canvas.emphasised} == {"treaty-of-2001"}
    go(window, "people/roshchin")
    assert "roshchin-credentials" in {slug(canvas, n) for n in canvas.emphasised}
    assert len(canvas.emphasised) < 10
    go(window, "people")
    assert canvas.emphasised == frozenset()


def test_going_to_a_section_moves_the_timeline_to_its_events(window: MainWindow) -> None:
    canvas = canvas_of(window)
    go(window, "lead")
    whole = canvas.range
    go(window, "end-and-impact")
    assert canvas.range.same(whole)
    see(canvas, "1949-01-01", "1951-12-31")
    span = canvas.range.span
    go(window, "events/treaty-of-2001")
    assert canvas.range.lo <= day_number("2001-07-16") < canvas.range.hi
    assert canvas.range.span == pytest.approx(span)
    # What is in view stays where it is.
    here = canvas.range
    go(window, "events/treaty-of-2001")
    assert canvas.range.same(here)
    go(window, "end-and-impact")
    middles = [canvas.dot(number).x for number in canvas.emphasised]
    assert canvas.scale.left <= min(middles)
    assert max(middles) <= canvas.scale.right
    assert canvas.range.span > span


def test_it_is_the_entrys_that_is_read(open_window: object, make_entry: object) -> None:
    window: MainWindow = open_window(COMPLETE)  # type: ignore[operator]
    canvas = canvas_of(window)
    assert [event.title for event in canvas.timeline.events] == ["Treaty signed", "First crossing"]
    folder = make_entry("quiet-entry")  # type: ignore[operator]
    bare: MainWindow = open_window(folder)  # type: ignore[operator]
    assert not bare.timeline_panel.isVisible()
    assert bare.pane.mapTo(bare, bare.pane.rect().bottomLeft()).y() == bare.height() - 1


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("zh-Hans", "1950年2月14日: 条约在莫斯科签订"),
        ("ru", "14 февраля 1950 г.: Договор подписан в Москве"),
    ],
)
def test_it_is_in_the_readers_language(open_window: object, language: str, name: str) -> None:
    window: MainWindow = open_window(language=language)  # type: ignore[operator]
    canvas = canvas_of(window)
    names = [canvas.name_of(number) for number in range(len(canvas.timeline.events))]
    assert name in names
    see(canvas, "1950-01-01", "1950-06-30")
    drawn = canvas.grab().toImage()
    assert not drawn.isNull()


def test_it_is_drawn_in_the_colours_of_the_theme(window: MainWindow, theme: Theme) -> None:
    go(window, "military-assistance")
    canvas = canvas_of(window)
    for palette in (LIGHT, DARK):
        theme.set_wanted(palette.name)
        picture = canvas.grab().toImage()
        colours = {
            picture.pixelColor(x, y).name().upper()
            for x in range(picture.width())
            for y in range(picture.height())
        }
        assert {palette.accent, palette.panel, palette.line} <= colours


# --- the wheel and the pointer --------------------------------------------------------------------


def test_the_wheel_zooms_at_the_pointer(window: MainWindow) -> None:
    canvas = canvas_of(window)
    whole = canvas.range
    place = QPointF(300, 40)
    moment = canvas.scale.moment(300)
    turn(canvas, place, angle=(0, 120))
    assert canvas.range.span == pytest.approx(whole.span / 1.2)
    assert canvas.scale.moment(300) == pytest.approx(moment)
    for _ in range(100):
        turn(canvas, place, angle=(0, 120))
    assert canvas.range.span == pytest.approx(31)
    assert canvas.scale.moment(300) == pytest.approx(moment, abs=0.01)
    for _ in range(100):
        turn(canvas, place, angle=(0, -120))
    assert (canvas.range.lo, canvas.range.hi) == pytest.approx((whole.lo, whole.hi))


def test_a_touchpad_zooms_and_pans_by_pixels(window: MainWindow) -> None:
    canvas = canvas_of(window)
    see(canvas, "1949-01-01", "1951-12-31")
    before = canvas.range
    turn(canvas, QPointF(300, 40), pixels=(0, 10), angle=(0, 15))
    assert before.span / 1.1 < canvas.range.span < before.span
    here = canvas.range
    moment = canvas.scale.moment(300)
    turn(canvas, QPointF(300, 40), pixels=(-25, 3), angle=(-40, 5))
    assert canvas.range.span == pytest.approx(here.span)
    # The line follows the fingers.
    assert canvas.scale.moment(275) == pytest.approx(moment)


@pytest.mark.parametrize(
    ("angle", "modifier"),
    [
        ((0, -120), Qt.KeyboardModifier.ShiftModifier),
        ((-120, 0), Qt.KeyboardModifier.ShiftModifier),
        ((-120, 0), Qt.KeyboardModifier.NoModifier),
    ],
)
def test_shift_and_the_wheel_or_a_wheel_at_the_side_pans(
    window: MainWindow, angle: tuple[int, int], modifier: Qt.KeyboardModifier
) -> None:
    canvas = canvas_of(window)
    see(canvas, "1949-01-01", "1951-12-31")
    before = canvas.range
    turn(canvas, QPointF(300, 40), angle=angle, modifier=modifier)
    assert canvas.range.lo > before.lo
    assert canvas.range.span == pytest.approx(before.span)


def test_the_line_is_dragged_and_nothing_is_gone_to(qtbot: QtBot, window: MainWindow) -> None:
    canvas = canvas_of(window)
    see(canvas, "1949-01-01", "1951-12-31")
    start = place_of(canvas, "signing")
    moment = canvas.scale.moment(start.x())
    with qtbot.assertNotEmitted(canvas.address_requested):
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
        for away in (-4, -20, -60):
            to = QPointF(start + QPoint(away, 0))
            QApplication.sendEvent(
                canvas,
                QMouseEvent(
                    QEvent.Type.MouseMove,
                    to,
                    canvas.mapToGlobal(to),
                    Qt.MouseButton.NoButton,
                    Qt.MouseButton.LeftButton,
                    Qt.KeyboardModifier.NoModifier,
                ),
            )
        assert canvas.cursor().shape() == Qt.CursorShape.ClosedHandCursor
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(-60, 0))
    assert canvas.scale.moment(start.x() - 60) == pytest.approx(moment)


def test_a_click_on_a_dot_or_on_its_words_goes_to_the_event(
    window: MainWindow, qtbot: QtBot
) -> None:
    canvas = canvas_of(window)
    see(canvas, "1968-01-01", "1970-12-31")
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(canvas, "zhenbao-clash"))
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Clash on Zhenbao Island"))
    assert not canvas.hasFocus()
    go(window, "lead")
    see(canvas, "1968-01-01", "1970-12-31")
    flag = next(f for f in canvas.plan.flags if slug(canvas, f.index) == "zhenbao-clash")
    words = QPoint(int(flag.left) + 20, int(canvas.plan.rows.lane_top(flag.lane)) + 7)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=words)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Clash on Zhenbao Island"))
    go(window, "lead")
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(5, 95))
    QTest.mouseClick(canvas, Qt.MouseButton.RightButton, pos=place_of(canvas, "zhenbao-clash"))
    qtbot.waitUntil(lambda: window.windowTitle().startswith("At a glance"))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What tooltips tell: without a display Qt warns of those that are shown."""
    texts: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, text, *__: texts.append(text))
    return texts


def test_hovering_tells_the_date_and_the_title(window: MainWindow, told: list[str]) -> None:
    canvas = canvas_of(window)
    see(canvas, "1968-01-01", "1970-12-31")
    move(canvas, place_of(canvas, "zhenbao-clash"))
    assert canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert told == ["2 March 1969: Clash on Zhenbao Island"]
    move(canvas, QPoint(3, 100))
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor
    # Nothing hides it.
    assert told[1:] == [""]


def test_hovering_tells_a_period_whose_words_have_no_room(
    window: MainWindow, told: list[str]
) -> None:
    canvas = canvas_of(window)
    see(canvas, "1955-01-01", "1970-12-31")
    window.resize(700, 600)
    QApplication.sendPostedEvents()
    band = canvas.plan.bands[1]
    top, bottom = canvas.plan.rows.bands[band.row]
    move(canvas, QPointF(band.left + 20, (top + bottom) / 2).toPoint())
    assert told == ["Stops working in practice, step by step · 20 Jun 1959 – about 1965"]


def test_of_many_events_in_one_place_some_are_told_and_how_many_more(
    window: MainWindow, told: list[str]
) -> None:
    canvas = canvas_of(window)
    canvas.show_whole()
    move(canvas, place_of(canvas, "signing"))
    *names, last = told[0].split("\n")
    assert len(names) == 5
    assert last.startswith("… and ")
    assert last.endswith("more: zoom in to tell them apart")


# --- the keys -------------------------------------------------------------------------------------


def focused(window: MainWindow, qtbot: QtBot) -> Canvas:
    canvas = canvas_of(window)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(canvas.hasFocus)
    return canvas


def test_tab_leads_from_the_text_to_the_timeline(qtbot: QtBot, window: MainWindow) -> None:
    window.timeline_panel.fold.setFocus()
    qtbot.waitUntil(window.timeline_panel.fold.hasFocus)
    QTest.keyClick(window.timeline_panel.fold, KEY.Key_Tab)
    assert canvas_of(window).hasFocus()
    QTest.keyClick(canvas_of(window), KEY.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert window.timeline_panel.fold.hasFocus()


def test_the_keys_go_from_event_to_event_and_to_a_page(qtbot: QtBot, window: MainWindow) -> None:
    go(window, "events/signing")
    canvas = focused(window, qtbot)
    assert slug(canvas, canvas.current) == "signing"
    here = canvas.current
    QTest.keyClick(canvas, KEY.Key_Right)
    assert canvas.current == here + 1
    QTest.keyClick(canvas, KEY.Key_Left)
    QTest.keyClick(canvas, KEY.Key_Left)
    assert canvas.current == here - 1
    QTest.keyClick(canvas, KEY.Key_Home)
    assert slug(canvas, canvas.current) == "yalta"
    QTest.keyClick(canvas, KEY.Key_Left)
    assert slug(canvas, canvas.current) == "yalta"
    QTest.keyClick(canvas, KEY.Key_End)
    assert slug(canvas, canvas.current) == "treaty-of-2001"
    QTest.keyClick(canvas, KEY.Key_Return)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("New treaty between Russia and China"))


def test_the_event_that_the_keys_are_on_is_in_view_with_its_words(
    qtbot: QtBot, window: MainWindow
) -> None:
    canvas = focused(window, qtbot)
    see(canvas, "1950-01-01", "1950-12-31")
    QTest.keyClick(canvas, KEY.Key_Home)
    for _ in range(len(canvas.timeline.events)):
        dot = canvas.dot(canvas.current)
        assert canvas.scale.left <= dot.x <= canvas.scale.right
        assert canvas.plan.flags[0].index == canvas.current
        QTest.keyClick(canvas, KEY.Key_Right)


def test_plus_minus_and_0_zoom(qtbot: QtBot, window: MainWindow) -> None:
    canvas = focused(window, qtbot)
    whole = canvas.range
    canvas.set_current(number_of(canvas, "signing"))
    before = canvas.dot(canvas.current).x
    QTest.keyClick(canvas, KEY.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(canvas, KEY.Key_Equal)
    assert canvas.range.span == pytest.approx(whole.span / 2.25)
    # Around the event that the keys are on.
    assert canvas.dot(canvas.current).x == pytest.approx(before)
    QTest.keyClick(canvas, KEY.Key_Minus)
    assert canvas.range.span == pytest.approx(whole.span / 1.5)
    QTest.keyClick(canvas, KEY.Key_0)
    assert canvas.range.same(whole)
    # The window's own shortcuts are not taken.
    assert not canvas.input.key(_key(KEY.Key_0, Qt.KeyboardModifier.ControlModifier))


def _key(key: Qt.Key, modifier: Qt.KeyboardModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifier)


def test_a_line_in_the_accent_colour_shows_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    go(window, "people")
    canvas = focused(window, qtbot)
    edge = canvas.grab().toImage().pixelColor(2, 50).name().upper()
    window.pane.setFocus()
    qtbot.waitUntil(window.pane.hasFocus)
    assert canvas.grab().toImage().pixelColor(2, 50).name().upper() == LIGHT.panel
    assert edge != LIGHT.panel


# --- folding --------------------------------------------------------------------------------------


def test_it_is_folded_to_a_strip_and_opened_again(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.timeline_panel
    room = window.pane.height()
    with qtbot.waitSignal(panel.folded_changed) as told:
        QTest.mouseClick(panel.fold, Qt.MouseButton.LeftButton)
    assert told.args == [True]
    assert panel.folded
    assert panel.height() == FOLDED
    qtbot.waitUntil(lambda: window.pane.height() == room + HEIGHT - FOLDED)
    assert not panel.canvas.isVisible()
    assert panel.unfold is not None
    assert panel.unfold.isVisible()
    assert not panel.fold.isVisible()
    assert not window._context.settings.values.timeline
    QTest.mouseClick(panel.unfold, Qt.MouseButton.LeftButton)
    assert panel.canvas.isVisible()
    assert window._context.settings.values.timeline


def test_folding_by_keys_leaves_the_focus_on_the_button(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.timeline_panel
    panel.fold.setFocus()
    qtbot.waitUntil(panel.fold.hasFocus)
    QTest.keyClick(panel.fold, KEY.Key_Space)
    assert panel.unfold is not None
    assert panel.unfold.hasFocus()
    QTest.keyClick(panel.unfold, KEY.Key_Space)
    assert panel.fold.hasFocus()


def test_the_setting_folds_it(window: MainWindow) -> None:
    window._context.settings.change(timeline=False)
    assert window.timeline_panel.folded
    window._context.settings.change(timeline=True)
    assert not window.timeline_panel.folded


def test_in_a_narrow_window_the_caption_gives_way(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.timeline_panel
    assert panel.canvas.x() == 288
    window.resize(700, 600)
    qtbot.waitUntil(lambda: panel.canvas.x() == 124)
    assert panel.canvas.geometry().right() == panel.width() - 1
    assert panel.fold.geometry().right() < panel.canvas.x()


# --- screen readers -------------------------------------------------------------------------------


def listed(canvas: Canvas) -> QAccessibleInterface:
    canvas.make_accessible()
    found = QAccessible.queryAccessibleInterface(canvas)
    assert isinstance(found, EventList)
    return found


def test_screen_readers_see_a_list_of_events(window: MainWindow) -> None:
    events = listed(canvas_of(window))
    assert events.role() == QAccessible.Role.List
    assert events.text(QAccessible.Text.Name) == "Timeline, 1945 – 2001, 44 events"
    assert events.childCount() == 44
    names = [events.child(n).text(QAccessible.Text.Name) for n in range(events.childCount())]
    assert "14 February 1950: Treaty signed in Moscow" in names
    item = events.child(names.index("14 February 1950: Treaty signed in Moscow"))
    assert item.role() == QAccessible.Role.ListItem
    assert item.parent() is events
    assert item.childCount() == 0
    assert events.indexOfChild(item) == names.index("14 February 1950: Treaty signed in Moscow")
    place = item.rect().center()
    assert canvas_of(window).rect().contains(canvas_of(window).mapFromGlobal(place))
    assert events.childAt(place.x(), place.y()) is not None


def test_the_list_is_there_without_being_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    canvas = canvas_of(window)

    def is_list() -> bool:
        found = QAccessible.queryAccessibleInterface(canvas)
        return bool(found.role() == QAccessible.Role.List)

    qtbot.waitUntil(is_list)


def test_an_item_is_pressed_and_the_one_with_the_keys_is_told(
    qtbot: QtBot, window: MainWindow
) -> None:
    canvas = focused(window, qtbot)
    events = listed(canvas)
    number = number_of(canvas, "zhenbao-clash")
    item = events.child(number)
    assert not item.state().focused
    action = item.actionInterface()
    # And it is nothing else.
    assert item.textInterface() is None
    assert item.object() is None
    assert action.actionNames() == ["Press"]
    action.doAction("Press")
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Clash on Zhenbao Island"))
    assert canvas.current == number
    assert item.state().focused
    assert events.focusChild() is item


def test_each_move_of_the_keys_is_told(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas = focused(window, qtbot)
    listed(canvas)
    told: list[tuple[object, int]] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append((event.type(), event.child()))
    )
    canvas.set_current(3)
    QTest.keyClick(canvas, KEY.Key_Right)
    assert told == [(QAccessible.Event.Focus, 3), (QAccessible.Event.Focus, 4)]


def test_items_of_events_that_are_gone_are_not_valid(window: MainWindow) -> None:
    canvas = canvas_of(window)
    events = listed(canvas)
    last = events.child(43)
    assert last.isValid()
    canvas.set_timeline(Timeline(canvas.timeline.events[:2], (), "1945-01-01", "1946-01-01"))
    assert not last.isValid()
    assert events.childCount() == 2
    assert events.child(43) is None


# --- large ones -----------------------------------------------------------------------------------


def test_a_timeline_of_very_many_events_can_be_zoomed_and_walked(
    qtbot: QtBot, theme: Theme
) -> None:
    panel = TimelinePanel(theme, "en")
    qtbot.addWidget(panel)
    days = [f"{1600 + n % 400}-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(5000)]
    events = tuple(
        TimelineEvent(Address("e", f"e{n}", "events"), f"Event {n}", day, day, day, day)
        for n, day in enumerate(sorted(days))
    )
    panel.set_timeline(Timeline(events, (), events[0].first, events[-1].last))
    panel.resize(1360, HEIGHT)
    canvas = panel.canvas
    canvas.emphasise(range(0, 5000, 10))
    assert not panel.grab().isNull()
    assert len(canvas.plan.dots) + len(canvas.plan.strong) < 3500
    canvas.set_current(2500)
    for _ in range(24):
        canvas.zoom(1.5)
    assert canvas.range.span == pytest.approx(31)
    assert canvas.scale.left <= canvas.dot(2500).x <= canvas.scale.right
    assert not panel.grab().isNull()
    assert isinstance(canvas.range, Range)
