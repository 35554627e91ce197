"""Every control of every view: a name, a role, reached by Tab, and seen to have the keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollBar, QWidget

from treatyviewer.entry.address import parse
from treatyviewer.gui import motion
from treatyviewer.gui.motion import may_move
from treatyviewer.gui.widgets.detail_pane import DetailPane

Key = Qt.Key
Role = QAccessible.Role
_ENTRY = "sino-soviet-treaty-1950"
# What a person can work with. A page of text is "StaticText" to Qt, with all of its text.
_ROLES = {
    Role.Button,
    Role.ButtonMenu,
    Role.CheckBox,
    Role.RadioButton,
    Role.EditableText,
    Role.StaticText,
    Role.Tree,
    Role.List,
    Role.ComboBox,
    Role.SpinBox,
    Role.Slider,
    # Of a scroll area Qt says no more; the keys scroll it.
    Role.Client,
}
_MOST_STOPS = 400
# What a dialog says about itself to a window system that there is none of here.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def lead(reader: Any) -> None:
    reader.window.reading.start()


def section(reader: Any) -> None:
    reader.window.reading.go(parse(f"{_ENTRY}/economic-aid"))


def claim(reader: Any) -> None:
    reader.window.reading.go(parse(f"{_ENTRY}/economic-aid#c5-1"))


def results(reader: Any) -> None:
    reader.types("loans")


def results_and_claim(reader: Any) -> None:
    claim(reader)
    reader.types("loans")


def nothing_found(reader: Any) -> None:
    reader.types("qqqqqqqqqq")


def nowhere(reader: Any) -> None:
    reader.window.reading.go(parse(f"{_ENTRY}/nowhere"))


def find_bar(reader: Any) -> None:
    QTest.keyClick(reader.window, Key.Key_F, Qt.KeyboardModifier.ControlModifier)


def go_to(reader: Any) -> None:
    QTest.keyClick(reader.window, Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def text_popover(reader: Any) -> None:
    reader.window.dialogs.show_text()


def settings(reader: Any) -> None:
    reader.window.dialogs.show_settings()


def shortcuts(reader: Any) -> None:
    reader.window.dialogs.show_shortcuts()


def about(reader: Any) -> None:
    reader.window.dialogs.show_about()


# A new view is one line here.
VIEWS: tuple[Callable[[Any], None], ...] = (
    lead, section, claim, results, results_and_claim, nothing_found, nowhere, find_bar, go_to,
    text_popover, settings, shortcuts, about,
)  # fmt: skip
# Those in which Tab leads round the whole window.
WHOLE = (claim, results_and_claim, nothing_found, nowhere, find_bar)


@pytest.fixture
def view(request: pytest.FixtureRequest, reader: Any) -> QWidget:
    """The window as it is after the view was opened, over a section: the first page has a hundred
    links to come by.
    """
    section(reader)
    request.param(reader)
    QApplication.sendPostedEvents()
    window: QWidget = reader.window
    return window


def every(views: tuple[Callable[[Any], None], ...]) -> pytest.MarkDecorator:
    """The test runs in each of the views."""
    names = [view.__name__ for view in views]
    return pytest.mark.parametrize("view", views, ids=names, indirect=True)


def shown(window: QWidget) -> list[QWidget]:
    """All that is in view, of the window and of what was opened over it."""
    return [widget for widget in window.findChildren(QWidget) if widget.isVisible()]


def is_control(widget: QWidget) -> bool:
    """Whether something can be done with it. Scroll bars are worked by the keys of what scrolls."""
    if isinstance(widget, QScrollBar):
        return False
    return isinstance(widget, QAbstractButton) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def stops(window: QWidget) -> list[QWidget]:
    """Where Tab has to stop."""
    return [
        widget
        for widget in shown(window)
        if widget.window() is window and widget.isEnabled() and is_control(widget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    ]


def keys_at() -> QWidget:
    """What has the keys."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def told(widget: QWidget) -> str:
    """How a failure names it."""
    return (
        f"{type(widget).__name__} {widget.accessibleName()!r} in {type(widget.parent()).__name__}"
    )


@every(VIEWS)
def test_every_control_has_a_name_and_a_role(view: QWidget) -> None:
    controls = [widget for widget in shown(view) if is_control(widget)]
    assert len(controls) > 8
    nameless, roleless, silent = [], [], []
    for widget in controls:
        exposed = QAccessible.queryAccessibleInterface(widget)
        if not exposed.text(QAccessible.Text.Name):
            nameless.append(told(widget))
        if exposed.role() not in _ROLES:
            roleless.append((told(widget), exposed.role()))
        # Of an icon one has to be told what it does, by the pointer too.
        if isinstance(widget, QAbstractButton) and not (widget.text() or widget.toolTip()):
            silent.append(told(widget))
    assert nameless == []
    assert roleless == []
    assert silent == []


def walk(window: QWidget, key: Qt.Key) -> list[QWidget]:
    """The controls that Tab comes by, once round, each once."""
    begin = stops(window)[0]
    begin.setFocus(Qt.FocusReason.TabFocusReason)
    been = [begin]
    for _ in range(_MOST_STOPS):
        QTest.keyClick(keys_at(), key)
        now = keys_at()
        if now is begin and been[-1] is not begin:
            return been
        # In a page it goes from link to link.
        if now is not been[-1]:
            been.append(now)
    raise AssertionError(f"the keys do not come out of {told(been[-1])}")


@every(WHOLE)
def test_tab_leads_round_the_window_by_every_control(view: QWidget) -> None:
    been = walk(view, Key.Key_Tab)
    assert len(been) == len(set(been))
    assert {told(widget) for widget in been} == {told(widget) for widget in stops(view)}
    back = walk(view, Key.Key_Backtab)
    assert [told(widget) for widget in back[1:]] == [told(widget) for widget in been[:0:-1]]
    # From the bar to the panel, to the text, to what is beside it and below it.
    rooms = [view.bar, view.side, view.pane]  # type: ignore[attr-defined]
    if view.evidence.panel is not None:  # type: ignore[attr-defined]
        rooms.append(view.evidence.panel)  # type: ignore[attr-defined]
    rooms.append(view.timeline_panel)  # type: ignore[attr-defined]
    order = [
        place
        for widget in been
        for place, room in enumerate(rooms)
        if room is widget or room.isAncestorOf(widget)
    ]
    assert order == sorted(order)
    # In the bar from left to right.
    across = [w.mapTo(view, QPoint()).x() for w in been if rooms[0].isAncestorOf(w)]
    assert across == sorted(across)


@every(WHOLE)
def test_one_sees_what_has_the_keys(view: QWidget) -> None:
    unseen = []
    for widget in stops(view):
        elsewhere = next(other for other in stops(view) if other is not widget)
        elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if widget.grab().toImage() == before:
            unseen.append(told(widget))
    assert unseen == []


def test_a_link_that_has_the_keys_is_seen(reader: Any) -> None:
    pane: DetailPane = reader.window.pane
    section(reader)
    pane.setFocus(Qt.FocusReason.TabFocusReason)
    before = pane.grab().toImage()
    QTest.keyClick(pane, Key.Key_Tab)
    first = pane.grab().toImage()
    assert first != before
    QTest.keyClick(pane, Key.Key_Tab)
    assert pane.grab().toImage() != first


def test_the_page_shows_the_keys_only_where_they_were_brought_by_keys(reader: Any) -> None:
    pane: DetailPane = reader.window.pane
    reader.window.bar.search.setFocus()
    quiet = pane.grab().toImage()
    pane.setFocus(Qt.FocusReason.MouseFocusReason)
    assert pane.grab().toImage() == quiet
    reader.window.bar.search.setFocus()
    pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert pane.grab().toImage() != quiet
    QApplication.sendEvent(pane, QFocusEvent(QEvent.Type.FocusOut))
    assert pane.grab().toImage() == quiet


def test_the_page_is_named_after_what_is_read(reader: Any) -> None:
    section(reader)
    assert reader.window.pane.accessibleName() == "Economic Aid"
    nowhere(reader)
    assert reader.window.pane.accessibleName() == "There is nothing at this address"


def test_f6_leads_from_part_to_part_and_passes_over_what_is_hidden(reader: Any) -> None:
    window = reader.window
    claim(reader)
    window.pane.setFocus()
    been = []
    for _ in range(len(parts(window))):
        QTest.keyClick(keys_at(), Key.Key_F6)
        been.append(QApplication.focusWidget())
    here = parts(window).index(window.pane) + 1
    assert been == parts(window)[here:] + parts(window)[:here]
    QTest.keyClick(keys_at(), Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.tree.hasFocus()
    # Without the evidence, and with the results instead of the contents.
    window.evidence.close()
    window.side.hide()
    window.pane.setFocus()
    QTest.keyClick(window.pane, Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.bar.search.hasFocus()
    window.side.show()
    reader.types("loans")
    QTest.keyClick(window.bar.search, Key.Key_F6)
    assert reader.panel.list.hasFocus()


def parts(window: Any) -> list[QWidget]:
    """What F6 leads to."""
    return [
        window.bar.search,
        window.tree,
        window.pane,
        window.evidence.panel.text,
        window.timeline_panel.canvas,
    ]


def test_a_screen_reader_works_tabs_and_chips(reader: Any) -> None:
    def toggle(widget: QWidget) -> None:
        QAccessible.queryAccessibleInterface(widget).actionInterface().doAction("Toggle")

    window = reader.window
    reader.types("loans")
    toggle(window.side.contents_tab)
    assert window.tree.isVisible()
    toggle(window.side.results_tab)
    assert reader.panel.list.isVisible()
    chip = reader.panel.chips.chips["event"]
    toggle(chip)
    reader.waits()
    assert reader.rows[0] == "Events 3:"
    assert chip.isChecked()
    toggle(chip)
    reader.waits()
    assert chip.isChecked()


def test_tab_goes_on_from_where_one_has_jumped_to(reader: Any) -> None:
    pane = reader.window.pane
    reader.window.reading.go(parse(f"{_ENTRY}/economic-aid#c5-2"))
    pane.setFocus()
    begin = pane.textCursor().position()
    assert begin > 200
    QTest.keyClick(pane, Key.Key_Tab)
    first = pane.textCursor()
    assert first.hasSelection()
    assert first.selectionStart() >= begin
    QTest.keyClick(pane, Key.Key_Backtab)
    assert pane.textCursor().selectionStart() < begin


def test_results_and_copies_are_announced(reader: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(words(event)))
    reader.types("loans")
    assert said[-1].endswith(" results")
    reader.types("qqqqqqqqqq")
    assert said[-1] == "Nothing was found for “qqqqqqqqqq”."
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(reader.window, Key.Key_L, keys)
    assert said[-1] == "Copied"


def words(event: Any) -> str:
    """What is announced."""
    return str(event.message()) if isinstance(event, QAccessibleAnnouncementEvent) else ""


def test_less_motion_stops_the_blinking_caret(window: Any) -> None:
    settings = window._context.settings
    hints = QGuiApplication.styleHints()
    usual = hints.cursorFlashTime()
    assert usual > 0
    settings.change(motion="reduced")
    assert hints.cursorFlashTime() == 0
    assert not may_move(settings.values)
    settings.change(motion="system")
    assert hints.cursorFlashTime() == usual
    assert may_move(settings.values) == QApplication.isEffectEnabled(Qt.UIEffect.UI_General)


def test_nothing_in_the_window_is_animated() -> None:
    """Who wants to animate asks `may_move`, and is listed here."""
    movers: set[str] = set()
    words = ("QPropertyAnimation", "QVariantAnimation", "QTimeLine", "setAnimated(True)")
    for path in Path(motion.__file__).parent.rglob("*.py"):
        if any(word in path.read_text(encoding="utf-8") for word in words):
            movers.add(path.name)
    assert movers == set()
