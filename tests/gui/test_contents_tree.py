"""The contents by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from treatyviewer.entry.address import parse
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.models import roles

Key = Qt.Key


@pytest.fixture
def nested(open_window: object, make_entry: object) -> MainWindow:
    text = "# One\n\nText.\n\n## Inner {#inner}\n\nMore.\n\n## Other {#other}\n\nEnd."
    sections = {"lead": "The lead.", "one": text, "two": "# Two\n\nText."}
    window: MainWindow = open_window(make_entry("nested", sections))  # type: ignore[operator]
    window.tree.setFocus()
    return window


def titles_below(window: MainWindow) -> list[str]:
    """The rows that can be seen, from the current one down."""
    tree = window.tree
    index, titles = tree.currentIndex(), []
    while index.isValid():
        titles.append(index.data())
        index = tree.indexBelow(index)
    return titles


def test_no_key_leads_to_a_part(nested: MainWindow) -> None:
    tree = nested.tree
    for key in (Key.Key_Home, Key.Key_Up, Key.Key_Left, Key.Key_PageUp, Key.Key_Left):
        QTest.keyClick(tree, key)
        assert tree.currentIndex().data(roles.KIND) == "section"
        assert tree.currentIndex().data() == "Introduction"
    assert titles_below(nested) == ["Introduction", "One", "Two"]
    QTest.keyClick(tree, Key.Key_End)
    assert tree.currentIndex().data() == "Two"


def test_right_and_left_open_and_fold_a_section(nested: MainWindow) -> None:
    tree = nested.tree
    QTest.keyClick(tree, Key.Key_Down)
    QTest.keyClick(tree, Key.Key_Right)
    assert titles_below(nested) == ["One", "Inner", "Other", "Two"]
    QTest.keyClick(tree, Key.Key_Down)
    assert tree.currentIndex().data() == "Inner"
    QTest.keyClick(tree, Key.Key_Left)
    assert tree.currentIndex().data() == "One"
    QTest.keyClick(tree, Key.Key_Left)
    assert titles_below(nested) == ["One", "Two"]


def test_the_arrow_opens_and_the_row_goes(nested: MainWindow) -> None:
    tree = nested.tree
    one = tree.indexBelow(tree.currentIndex())
    row = tree.visualRect(one)
    viewport = tree.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 20, row.y() + 9))
    assert tree.isExpanded(one)
    assert "The lead." in nested.pane.toPlainText()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(60, row.center().y()))
    assert "Text." in nested.pane.toPlainText()
    assert tree.isExpanded(one)


def test_a_click_on_a_part_changes_nothing(nested: MainWindow) -> None:
    tree = nested.tree
    part = tree.model().index(0, 0)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(part).center())
    assert tree.isExpanded(part)
    assert "The lead." in nested.pane.toPlainText()


def test_what_is_read_stays_emphasised_while_the_arrows_move(nested: MainWindow) -> None:
    tree = nested.tree
    QTest.keyClick(tree, Key.Key_End)
    assert tree.currentIndex().data() == "Two"
    assert tree.reading.data() == "Introduction"
    QTest.keyClick(tree, Key.Key_Return)
    # It follows the page.
    tree.catch_up()
    assert tree.reading.data() == "Two"


def test_a_section_deep_down_is_shown_when_one_goes_there(nested: MainWindow) -> None:
    from treatyviewer.entry.address import parse

    nested.reading.go(parse("nested/other"))
    nested.tree.catch_up()
    assert nested.tree.currentIndex().data() == "Other"
    assert nested.tree.isExpanded(nested.tree.currentIndex().parent())


@pytest.mark.parametrize(("width", "most"), [(620, 210), (900, 305), (1400, 300)])
def test_the_contents_give_way_in_a_narrow_window(
    nested: MainWindow, width: int, most: int
) -> None:
    nested.resize(width, 500)
    assert 195 <= nested.side.width() <= most


def row_of(window: MainWindow, place: str) -> QModelIndex:
    address = parse(f"sino-soviet-treaty-1950/{place}")
    library = window.reading._library
    assert library is not None
    return window.outline.index_of(library.find(address))


def colours_at_the_end(window: MainWindow, index: QModelIndex) -> set[str]:
    """The colours of the last third of a row."""
    row = window.tree.visualRect(index)
    picture = window.tree.viewport().grab(row).toImage()
    return {
        picture.pixelColor(x, y).name().upper()
        for x in range(picture.width() * 2 // 3, picture.width())
        for y in range(picture.height())
    }


def test_a_row_tells_how_many_claims_do_not_hold(window: MainWindow) -> None:
    index = row_of(window, "end-and-impact")
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "6 End and Impact, 2 contradicted, 2 imprecise"
    palette = window._context.theme.palette
    seen = colours_at_the_end(window, index)
    assert {palette.contradicted_ground, palette.imprecise_ground} <= seen
    plain = colours_at_the_end(window, row_of(window, "about"))
    assert not {palette.contradicted_ground, palette.imprecise_ground} & plain


def test_hits_stand_where_the_verdicts_did(window: MainWindow, qtbot: QtBot) -> None:
    palette = window._context.theme.palette
    with qtbot.waitSignal(window.searching.settled):
        window.bar.search.setText("treaty")
    window.side.show_contents()
    index = row_of(window, "end-and-impact")
    seen = colours_at_the_end(window, index)
    assert palette.hit in seen
    assert palette.contradicted_ground not in seen
    assert "2 contradicted" in index.data(Qt.ItemDataRole.AccessibleTextRole)
