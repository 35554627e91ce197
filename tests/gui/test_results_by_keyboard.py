"""What was found: groups, chips, and what was done with the query, by the keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from treatyviewer.gui.models import roles
from treatyviewer.gui.models.kind_names import NAMES
from treatyviewer.gui.theme import LIGHT, Theme
from treatyviewer.gui.widgets.filter_chips import FilterChips
from treatyviewer.gui.widgets.notes_label import NotesLabel, Words
from treatyviewer.library.kinds import KINDS

Key = Qt.Key


def tab_to(widget: Any, most: int = 40) -> None:
    """Presses Tab until a widget has the keys."""
    for _ in range(most):
        if widget.hasFocus():
            return
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Key.Key_Tab)
    raise AssertionError("the Tab key does not lead there")


def test_hits_stand_under_a_heading_for_each_kind(reader: Any) -> None:
    reader.types("loans")
    assert reader.rows[:3] == ["Sections 2:", "Economic Aid", "About this entry"]
    assert "Terms 2:" in reader.rows


def test_the_first_hit_is_chosen_and_arrows_pass_over_headings(reader: Any) -> None:
    reader.types("loans")
    view, field = reader.panel.list, reader.window.bar.search
    assert view.currentIndex().row() == 1
    for _ in range(2):
        QTest.keyClick(field, Key.Key_Down)
    assert view.currentIndex().row() == 4
    assert view.model().index(3, 0).data(roles.HEADING) is not None
    QTest.keyClick(field, Key.Key_Up)
    assert view.currentIndex().row() == 2


def test_keys_in_the_list_pass_over_headings_too(reader: Any) -> None:
    reader.types("loans")
    view = reader.panel.list
    view.setFocus()
    QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_Down)
    assert view.currentIndex().row() == 4
    QTest.keyClick(view, Key.Key_End)
    assert view.currentIndex().row() == view.model().rowCount() - 1
    QTest.keyClick(view, Key.Key_Home)
    assert view.currentIndex().row() == 1


def test_a_hit_far_down_is_brought_into_view_before_all_are_laid_out(reader: Any) -> None:
    reader.types("treaty")
    view = reader.panel.list
    reader.panel.step(100)
    assert view.currentIndex().row() == view.model().rowCount() - 1
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())


def test_chips_say_how_many_there_are_of_each_kind(reader: Any) -> None:
    reader.types("loans")
    assert reader.chips[:3] == ["All 16", "Sections 2", "Articles 1"]
    assert all(chip.accessibleName() for chip in reader.panel.chips.chips.values() if chip.text())


def test_every_kind_has_a_name_and_its_place() -> None:
    assert tuple(NAMES) == KINDS


def test_a_chip_is_reached_by_tab_and_shows_one_kind(reader: Any) -> None:
    reader.types("loans")
    before = reader.chips
    chip = reader.panel.chips.chips["event"]
    tab_to(chip)
    QTest.keyClick(chip, Key.Key_Space)
    reader.waits()
    assert reader.rows[0] == "Events 3:"
    assert sum(row.endswith(":") for row in reader.rows) == 1
    assert reader.chips == before
    assert chip.isChecked()
    assert chip.hasFocus()
    assert not reader.panel.chips.chips[""].isChecked()
    QTest.keyClick(chip, Key.Key_Space)
    reader.waits()
    assert chip.isChecked()


def test_typing_something_else_shows_all_kinds_again(reader: Any) -> None:
    reader.types("loans")
    QTest.mouseClick(reader.panel.chips.chips["event"], Qt.MouseButton.LeftButton)
    reader.waits()
    reader.types("railway")
    assert reader.panel.chips.chips[""].isChecked()
    assert sum(row.endswith(":") for row in reader.rows) > 1


def test_all_shows_all_kinds_again(reader: Any) -> None:
    reader.types("loans")
    whole = reader.rows
    chips = reader.panel.chips.chips
    for kind in ("claim", ""):
        QTest.mouseClick(chips[kind], Qt.MouseButton.LeftButton)
        reader.waits()
    assert reader.rows == whole


def test_where_there_is_one_kind_there_are_no_chips(reader: Any) -> None:
    reader.types("kind:person")
    assert reader.rows[0] == "People 20:"
    assert reader.chips == []


def test_chips_take_as_many_rows_as_they_need(qtbot: QtBot, theme: Theme) -> None:
    chips = FilterChips(theme)
    qtbot.addWidget(chips)
    kinds = {"section": 10, "companion": 5, "event": 17, "person": 6, "source": 26}
    chips.show_counts(kinds, more=True)
    assert chips.chips[""].text() == "All 64+"
    heights = []
    for width in (800, 290, 200):
        chips.resize(width, chips.heightForWidth(width))
        shown = [chip for chip in chips.chips.values() if chip.isVisible()]
        assert len(shown) == 6
        for chip in shown:
            assert chips.rect().contains(chip.geometry())
            assert chip.width() > chip.fontMetrics().horizontalAdvance(chip.text())
        places = [chip.geometry() for chip in shown]
        assert not any(a.intersects(b) for a in places for b in places if a is not b)
        heights.append(chips.height())
    assert heights == sorted(set(heights))


def test_a_corrected_query_is_told_and_can_be_had_as_it_was_typed(reader: Any) -> None:
    reader.types("treety")
    assert "Showing results for treaty. Search for “treety” instead" in reader.panel.said
    tab_to(reader.panel.notes)
    QTest.keyClick(reader.panel.notes, Key.Key_Return)
    reader.waits()
    assert "Nothing was found for “treety”." in reader.panel.said
    assert reader.window.bar.search.text() == "treety"


def test_other_names_that_were_searched_are_told_four_at_most(reader: Any) -> None:
    reader.types("Chou En-lai")
    assert "Also searched: Zhou Enlai, Chou Enlai, 周恩来, Чжоу Эньлай, …" in reader.panel.said


def test_a_related_name_is_put_into_the_field(reader: Any) -> None:
    reader.types("KMT")
    assert "Nothing was found for “KMT”." in reader.panel.said
    tab_to(reader.panel.notes)
    QTest.keyClick(reader.panel.notes, Key.Key_Return)
    reader.waits()
    assert reader.window.bar.search.text() == "Republic of China"
    assert reader.window.bar.search.hasFocus()
    assert len(reader.rows) > 1


def test_conditions_that_fit_nothing_can_be_left_out(reader: Any) -> None:
    reader.types("loans before:1800")
    assert "Search for “loans” without conditions" in reader.panel.said
    tab_to(reader.panel.notes)
    QTest.keyClick(reader.panel.notes, Key.Key_Return)
    reader.waits()
    assert reader.window.bar.search.text() == "loans"
    assert "Economic Aid" in reader.rows


def test_where_nothing_is_found_the_contents_are_a_way_on(reader: Any) -> None:
    reader.types("qqqqqqqqqq")
    assert "Check the spelling, or try fewer words." in reader.panel.said
    assert reader.rows == []
    tab_to(reader.panel.notes)
    QTest.keyClick(reader.panel.notes, Key.Key_Return)
    assert not reader.window.side.shows_results
    assert reader.window.tree.hasFocus()


def test_what_the_reader_typed_is_shown_and_never_read_as_markup(
    qtbot: QtBot, theme: Theme
) -> None:
    label = NotesLabel(theme)
    qtbot.addWidget(label)
    typed = '<b>a</b> & "q" <img src="x">'
    label.show_lines([(Words(typed), Words(typed, "offer:0"), Words(typed, strong=True))])
    assert label.said == typed * 3
    assert "<b>" not in label.text()
    assert "<img" not in label.text()
    assert label.text().count("<a ") == 1


def test_links_take_the_colour_of_the_theme(qtbot: QtBot, theme: Theme) -> None:
    label = NotesLabel(theme)
    qtbot.addWidget(label)
    label.show_lines([(Words("link", "offer:0"),)])
    assert LIGHT.link in label.text()
    theme.set_wanted("dark")
    assert LIGHT.link not in label.text()
    assert theme.palette.link in label.text()


def test_an_answer_that_is_not_the_newest_is_not_taken(reader: Any, qtbot: QtBot) -> None:
    reader.types("loans")
    QTest.mouseClick(reader.panel.chips.chips["event"], Qt.MouseButton.LeftButton)
    reader.window.bar.search.setText("Manzhouli")
    reader.waits()
    assert reader.rows[:2] == ["Places 1:", "Manzhouli"]
    assert reader.panel.chips.chips[""].isChecked()
