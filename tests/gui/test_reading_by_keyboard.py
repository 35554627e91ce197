"""The reader's job, from the keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from treatyviewer.entry.address import parse
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.models import roles

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
Alt = Qt.KeyboardModifier.AltModifier


def address(window: MainWindow) -> str:
    place = window.reading.place
    return str(place.address) if place else ""


def type_query(qtbot: QtBot, window: MainWindow, text: str) -> None:
    QTest.keyClick(window, Key.Key_K, Control)
    qtbot.waitUntil(lambda: window.bar.search.hasFocus())
    with qtbot.waitSignal(
        window.searching.settled, check_params_cb=lambda: window.bar.search.text() == text
    ):
        QTest.keyClicks(window.bar.search, text)


def hits(window: MainWindow) -> list[str]:
    panel = window.searching._results()
    model = panel.list.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [row.data() for row in rows if row.data(roles.HIT) is not None]


def test_it_opens_at_the_lead(window: MainWindow, qtbot: QtBot) -> None:
    assert address(window) == "sino-soviet-treaty-1950/lead"
    text = window.pane.toPlainText()
    assert text.splitlines()[1].startswith("Sino-Soviet Treaty of Friendship")
    assert "中苏友好同盟互助条约" in text
    assert "is an important agreement" in text
    qtbot.waitUntil(lambda: window.windowTitle().startswith("At a glance"))


def test_search_go_back_and_forward(qtbot: QtBot, window: MainWindow) -> None:
    type_query(qtbot, window, "loans")
    qtbot.waitUntil(lambda: hits(window)[:1] == ["Economic Aid"])
    assert window.side.shows_results
    QTest.keyClick(window.bar.search, Key.Key_Return)
    qtbot.waitUntil(lambda: address(window).endswith("/economic-aid"))
    # In the supplied text and in the editor's part.
    assert window.pane.mark_count > 1
    assert window.pane.hasFocus()

    QTest.keyClick(window, Key.Key_Left, Alt)
    qtbot.waitUntil(lambda: address(window).endswith("/lead"))
    QTest.keyClick(window, Key.Key_Right, Alt)
    qtbot.waitUntil(lambda: address(window).endswith("/economic-aid"))


def test_enter_before_the_answer_waits_for_it(qtbot: QtBot, window: MainWindow) -> None:
    window.bar.search.setText("loans")
    QTest.keyClick(window.bar.search, Key.Key_Return)
    qtbot.waitUntil(lambda: address(window).endswith("/economic-aid"))


def test_arrows_choose_among_the_results(qtbot: QtBot, window: MainWindow) -> None:
    type_query(qtbot, window, "Manzhouli")
    qtbot.waitUntil(lambda: len(hits(window)) == 3)
    first, second, third = hits(window)
    field = window.bar.search
    panel = window.searching._results()
    assert panel.list.currentIndex().data() == first
    QTest.keyClick(field, Key.Key_Down)
    assert panel.list.currentIndex().data() == second
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Down)
    assert panel.list.currentIndex().data() == third
    QTest.keyClick(field, Key.Key_Up)
    QTest.keyClick(field, Key.Key_Up)
    assert panel.list.currentIndex().data() == first
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: window.windowTitle().startswith(second))


def test_escape_returns_to_where_one_was_reading(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(700, 420)
    window.reading.go(window.reading.place.address)  # type: ignore[union-attr]
    type_query(qtbot, window, "loans")
    qtbot.waitUntil(lambda: hits(window)[:1] == ["Economic Aid"])
    QTest.keyClick(window.bar.search, Key.Key_Return)
    qtbot.waitUntil(lambda: address(window).endswith("/economic-aid"))
    QTest.keyClick(window.bar.search, Key.Key_Escape)
    assert address(window).endswith("/lead")
    assert window.bar.search.text() == ""
    assert window.pane.mark_count == 0
    assert not window.side.shows_results
    assert window.pane.hasFocus()


def test_escape_stays_where_one_went_on_from_the_contents(qtbot: QtBot, window: MainWindow) -> None:
    type_query(qtbot, window, "loans")
    QTest.keyClick(window.bar.search, Key.Key_Return)
    qtbot.waitUntil(lambda: address(window).endswith("/economic-aid"))
    window.tree.setFocus()
    QTest.keyClick(window.tree, Key.Key_Down)
    QTest.keyClick(window.tree, Key.Key_Return)
    qtbot.waitUntil(lambda: address(window).endswith("/end-and-impact"))
    QTest.keyClick(window, Key.Key_Escape)
    assert address(window).endswith("/end-and-impact")
    assert window.bar.search.text() == ""


def test_the_newest_query_wins(qtbot: QtBot, window: MainWindow) -> None:
    for text in ("treaty", "moscow", "loa", "loans"):
        window.bar.search.setText(text)
    qtbot.waitUntil(lambda: not window._context.executor.busy("search"))
    assert hits(window)[:1] == ["Economic Aid"]


def test_nothing_found_says_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    type_query(qtbot, window, "xyzzy")
    said = window.searching._results().said
    assert "xyzzy" in said
    assert "fewer words" in said
    type_query(qtbot, window, "!?")
    assert "no word" in window.searching._results().said


def test_the_contents_are_walked_with_arrows_and_enter(qtbot: QtBot, window: MainWindow) -> None:
    window.tree.setFocus()
    QTest.keyClick(window.tree, Key.Key_Down)
    assert address(window).endswith("/lead")
    QTest.keyClick(window.tree, Key.Key_Return)
    qtbot.waitUntil(lambda: address(window).endswith("/date-and-place"))
    assert window.bar.crumbs.text().endswith("1 · Date and place of signing")
    assert window.bar.back.isEnabled()
    assert not window.bar.forward.isEnabled()


def test_a_click_on_a_section_and_on_a_hit_goes_there(qtbot: QtBot, window: MainWindow) -> None:
    part = window.outline.index(0, 0)
    section = window.outline.index(6, 0, part)
    place = window.tree.visualRect(section).center()
    QTest.mouseClick(window.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert address(window).endswith("/end-and-impact")

    type_query(qtbot, window, "place signing")
    panel = window.searching._results()
    qtbot.waitUntil(lambda: hits(window)[:1] == ["Date and place of signing"])
    place = panel.list.visualRect(panel.list.model().index(1, 0)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert address(window).endswith("/date-and-place")


def test_titles_in_other_languages_are_found_and_marked(qtbot: QtBot, window: MainWindow) -> None:
    for query in ("договор", "条约"):
        window.bar.search.setText(query)
        qtbot.waitUntil(lambda: not window._context.executor.busy("search"))
        assert "At a glance" in hits(window)
        assert window.pane.mark_count >= 1


def test_what_is_focused_and_chosen_has_a_name(window: MainWindow) -> None:
    named = [window.tree, window.pane, window.bar.search, window.bar.back, window.bar.forward]
    assert all(widget.accessibleName() for widget in named)


def test_after_escape_back_leads_to_where_one_had_been_before(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.reading.go(parse("sino-soviet-treaty-1950/overview"))
    window.bar.search.setText("loans")
    QTest.keyClick(window.bar.search, Key.Key_Return)
    qtbot.waitUntil(lambda: address(window).endswith("/economic-aid"))
    QTest.keyClick(window, Key.Key_Escape)
    assert address(window).endswith("/overview")
    QTest.keyClick(window, Key.Key_Left, Alt)
    assert address(window).endswith("/lead")


def test_a_search_that_was_erased_is_forgotten(qtbot: QtBot, window: MainWindow) -> None:
    type_query(qtbot, window, "loans")
    window.bar.search.setText("")
    window.reading.go(parse("sino-soviet-treaty-1950/overview"))
    window.bar.search.setText("loans")
    QTest.keyClick(window.bar.search, Key.Key_Return)
    qtbot.waitUntil(lambda: address(window).endswith("/economic-aid"))
    QTest.keyClick(window, Key.Key_Escape)
    assert address(window).endswith("/overview")


def test_back_leads_out_of_a_dead_link(window: MainWindow) -> None:
    window.reading.go(parse("sino-soviet-treaty-1950/overview"))
    window.reading.go(parse("sino-soviet-treaty-1950/nowhere"))
    assert address(window) == ""
    assert window.bar.back.isEnabled()
    window.reading.back()
    assert address(window).endswith("/overview")


def test_a_hit_in_a_translation_opens_the_translation(
    qtbot: QtBot, open_window: object, make_entry: object
) -> None:
    sections = {"one": "# One\n\nAbout aid.", "one.ru": "# Один\n\nО кредите и помощи."}
    window: MainWindow = open_window(make_entry("two-languages", sections))  # type: ignore[operator]
    assert "About aid." in window.pane.toPlainText()
    window.bar.search.setText("кредите")
    QTest.keyClick(window.bar.search, Key.Key_Return)
    qtbot.waitUntil(lambda: "О кредите" in window.pane.toPlainText())
    assert window.pane.mark_count == 1
    assert "This text is in Russian" in window.pane.toPlainText()
