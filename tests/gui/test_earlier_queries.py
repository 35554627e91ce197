"""What was searched for before, offered where the field is empty."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from treatyviewer.gui.services.earlier import EarlierQueries

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier


def offered(reader: Any) -> list[str]:
    """The queries in the list, none where it is closed."""
    view = reader.window.searching._earlier.list
    return [view.item(row).text() for row in range(view.count())] if view.isVisible() else []


def after_two(reader: Any) -> Any:
    """The field, empty, after two searches."""
    for query in ("loans", "railway"):
        reader.goes(query)
    QTest.keyClick(reader.window, Key.Key_Escape)
    assert offered(reader) == []
    QTest.keyClick(reader.window, Key.Key_K, Control)
    return reader.window.bar.search


def test_the_newest_come_first_and_each_once() -> None:
    queries = EarlierQueries(limit=3)
    for query in ("one", "two", "  ", "three", "One ", "four"):
        queries.add(query)
    assert queries.newest_first == ("four", "One", "three")


def test_an_empty_field_offers_them_when_it_gets_the_keys(reader: Any) -> None:
    field = after_two(reader)
    assert field.hasFocus()
    assert offered(reader) == ["railway", "loans"]


def test_down_and_enter_take_one(reader: Any) -> None:
    field = after_two(reader)
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Return)
    assert field.text() == "loans"
    assert offered(reader) == []
    reader.waits()
    assert "Economic Aid" in reader.rows


def test_down_opens_them_with_the_newest_chosen(reader: Any) -> None:
    field = after_two(reader)
    QTest.keyClick(field, Key.Key_Escape)
    assert offered(reader) == []
    QTest.keyClick(field, Key.Key_Down)
    assert offered(reader) == ["railway", "loans"]
    QTest.keyClick(field, Key.Key_Return)
    assert field.text() == "railway"


def test_escape_closes_the_list_and_no_more(reader: Any) -> None:
    field = after_two(reader)
    QTest.keyClick(field, Key.Key_Escape)
    assert offered(reader) == []
    assert field.hasFocus()
    QTest.keyClick(field, Key.Key_Escape)
    assert reader.window.pane.hasFocus()


def test_enter_without_a_choice_takes_none(reader: Any) -> None:
    field = after_two(reader)
    QTest.keyClick(field, Key.Key_Return)
    assert field.text() == ""
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Up)
    QTest.keyClick(field, Key.Key_Return)
    assert field.text() == ""


def test_typing_and_going_elsewhere_close_the_list(reader: Any) -> None:
    field = after_two(reader)
    QTest.keyClicks(field, "a")
    assert offered(reader) == []
    field.clear()
    QTest.keyClick(field, Key.Key_Down)
    assert offered(reader) != []
    reader.window.tree.setFocus()
    assert offered(reader) == []


def test_a_click_takes_one(reader: Any) -> None:
    after_two(reader)
    view = reader.window.searching._earlier.list
    place = view.visualItemRect(view.item(1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert reader.window.bar.search.text() == "loans"
    assert reader.window.bar.search.hasFocus()


def test_what_was_only_typed_is_not_remembered(reader: Any) -> None:
    reader.goes("loans")
    reader.types("treaty")
    assert reader.window.searching._earlier.queries.newest_first == ("loans",)


def test_the_list_stands_below_the_field_in_its_width(reader: Any) -> None:
    field = after_two(reader)
    view = reader.window.searching._earlier.list
    assert view.width() == field.width()
    assert view.geometry().top() > field.mapTo(reader.window, field.rect().bottomLeft()).y()
    reader.window.resize(900, 700)
    assert view.width() == field.width()


def test_before_the_first_search_nothing_is_offered(reader: Any) -> None:
    QTest.keyClick(reader.window, Key.Key_K, Control)
    QTest.keyClick(reader.window.bar.search, Key.Key_Down)
    assert reader.window.searching._earlier is None
