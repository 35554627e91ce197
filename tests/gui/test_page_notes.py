"""Notes beside the text: where they stand, what they lead to, and when they stand at its foot."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from treatyviewer.entry import blocks as b
from treatyviewer.entry.address import parse
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.typography import Fonts, TextStyle
from treatyviewer.gui.widgets.detail_pane import DetailPane
from treatyviewer.gui.widgets.note_flow import NoteFlow
from treatyviewer.gui.widgets.page_notes import PageNotes
from treatyviewer.gui.widgets.page_view import PageView
from treatyviewer.library.library import Library

PROSE = "The archives were opened to scholars only in part, and much was published since then. "
WIDE, NARROW = 1000, 760


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, fonts: Fonts) -> DetailPane:
    made = DetailPane(theme, fonts)
    qtbot.addWidget(made)
    made.resize(WIDE, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def source(number: int, name: str = "Garver 2016") -> b.Note:
    link = b.Link(f"treaty:e/sources/s{number}", (b.Text(name),))
    whole = b.Paragraph(f"sp{number}", (link, b.Text(", p. 7. "), b.Text("In full.")))
    return b.Note(f"s{number}", str(number), (whole,), (link, b.Text(", p. 7. ")))


def own(number: int, text: str, *runs: b.Run) -> b.Note:
    return b.Note(f"n{number}", str(number), (b.Paragraph(f"np{number}", (b.Text(text), *runs)),))


def marked(id: str, *notes: str, lines: int = 1) -> b.Paragraph:
    marks = (b.NoteMark(note, note[1:]) for note in notes)
    return b.Paragraph(id, (b.Text(PROSE * lines), *marks))


def show(pane: DetailPane, *blocks: b.Block) -> None:
    pane.show_page(PageView("Title", blocks=blocks))


def notes_of(pane: DetailPane) -> PageNotes:
    # They are made when the first mark is painted.
    pane.grab()
    notes = pane._notes
    assert notes is not None
    return notes


def placed(pane: DetailPane) -> list[NoteFlow]:
    return list(notes_of(pane).placed)


def text_of(flow: NoteFlow) -> str:
    return flow._layout.text().replace("\u2002", " ")


def foot_has(pane: DetailPane, text: str) -> bool:
    return text in pane.document().toPlainText()


# --- what stands where ------------------------------------------------------------------------


def test_a_note_stands_beside_the_line_with_its_mark(pane: DetailPane) -> None:
    show(pane, marked("p1", "s1", lines=3), marked("p2", "s2", lines=5), source(1), source(2))
    first, second = placed(pane)
    assert text_of(first) == "1 Garver 2016, p. 7."
    for flow, block in ((first, 1), (second, 2)):
        place = pane.document().findBlockByNumber(block)
        layout = place.layout()
        line = layout.lineAt(layout.lineCount() - 1)
        top = pane.document().documentLayout().blockBoundingRect(place).top()
        # Their letters stand on one line.
        assert flow.y + flow.ascent == pytest.approx(top + line.y() + line.ascent(), abs=1)
    notes = notes_of(pane)
    assert notes.x() > pane.viewport().geometry().right()
    assert notes.geometry().right() < pane.width() - pane.verticalScrollBar().width()
    assert 180 <= notes.width() <= 230


def test_notes_are_pushed_down_and_never_overlap(pane: DetailPane) -> None:
    names = [f"s{n}" for n in range(1, 9)]
    sources = [source(n, "A rather long name of a source, which takes several lines " * 2)
               for n in range(1, 9)]  # fmt: skip
    show(pane, marked("p1", *names), *(marked(f"p{n}") for n in range(2, 9)), *sources)
    flows = placed(pane)
    assert [flow.note.label for flow in flows] == [name[1:] for name in names]
    assert all(above.bottom < below.y for above, below in pairwise(flows))


def test_no_note_reaches_beyond_the_end_of_the_page(pane: DetailPane) -> None:
    long = own(1, PROSE * 30)
    show(pane, marked("p1"), marked("p2", "n1"), long)
    # The page gets longer for it.
    placed(pane)
    (flow,) = placed(pane)
    assert flow.height > 600
    assert flow.y >= 0
    assert flow.bottom <= pane.document().size().height()
    pane.scroll_to(pane.verticalScrollBar().maximum())
    (flow,) = placed(pane)
    assert flow.bottom - pane.scroll_y <= pane.height()


def test_a_note_far_down_moves_up_to_stay_on_the_page(pane: DetailPane) -> None:
    show(pane, *(marked(f"p{n}", lines=2) for n in range(1, 12)), marked("p12", "n1"),
         own(1, PROSE * 12))  # fmt: skip
    pane.scroll_to(pane.verticalScrollBar().maximum())
    (flow,) = placed(pane)
    assert flow.y < flow.mark_y
    assert flow.bottom <= pane.document().size().height()


def test_a_source_stands_again_only_where_its_note_is_far_above(pane: DetailPane) -> None:
    show(pane, marked("p1", "s1"), marked("p2", "s1"),
         *(marked(f"x{n}", lines=6) for n in range(4)), marked("p3", "s1"), source(1))  # fmt: skip
    pane.scroll_to(pane.verticalScrollBar().maximum())
    first, second = placed(pane)
    assert second.mark_y - first.mark_y > 700


def test_notes_scroll_with_the_text(pane: DetailPane) -> None:
    show(pane, marked("p1"), marked("p2", "s1"), *(marked(f"x{n}", lines=8) for n in range(4)),
         source(1))  # fmt: skip
    (flow,) = placed(pane)
    place = QPoint(30, round(flow.y + flow.height / 2))
    assert notes_of(pane).link_at(place)
    pane.scroll_to(60)
    assert notes_of(pane).link_at(place - QPoint(0, 60))


def test_a_long_page_is_not_laid_out_to_its_end_for_its_notes(pane: DetailPane) -> None:
    blocks = [marked(f"p{n}", f"s{n}", lines=8) for n in range(1, 60)]
    show(pane, *blocks, *(source(n) for n in range(1, 60)))
    assert 0 < len(placed(pane)) < 10


# --- when they stand there --------------------------------------------------------------------


def test_the_authors_notes_stand_in_one_place_only_sources_always_at_the_foot(
    pane: DetailPane,
) -> None:
    show(pane, marked("p1", "n1", "s2"), own(1, "Said by the author."), source(2))
    assert [text_of(flow) for flow in placed(pane)] == [
        "1 Said by the author.",
        "2 Garver 2016, p. 7.",
    ]
    assert not foot_has(pane, "Said by the author.")
    assert foot_has(pane, "In full.")
    assert "Said by the author." in notes_of(pane).accessibleDescription()
    pane.resize(NARROW, 600)
    assert not notes_of(pane).isVisible()
    assert foot_has(pane, "Said by the author.")
    pane.resize(WIDE, 600)
    assert notes_of(pane).isVisible()
    assert not foot_has(pane, "Said by the author.")


def test_crossing_the_threshold_keeps_the_column_and_the_place(pane: DetailPane) -> None:
    show(pane, *(marked(f"p{n}", f"n{n}", lines=6) for n in range(1, 9)),
         *(own(n, f"Note {n}.") for n in range(1, 9)))  # fmt: skip
    pane.scroll_to_block("p5")
    pane.scroll_to(pane.scroll_y + pane.cursorRect(pane.textCursor()).top())
    width = pane.viewport().width()
    for room in (NARROW, WIDE, NARROW, WIDE):
        pane.resize(room, 600)
        assert pane.viewport().width() == width
        assert abs(pane.cursorForPosition(QPoint(0, 2)).blockNumber() - 5) == 0


def test_they_are_not_wanted(pane: DetailPane) -> None:
    show(pane, marked("p1", "n1"), own(1, "Said."))
    assert notes_of(pane).isVisible()
    pane.set_style(TextStyle(), side_notes=False)
    assert not notes_of(pane).isVisible()
    assert foot_has(pane, "Said.")
    middle = pane.viewport().geometry().center().x()
    assert abs(middle - (pane.width() - pane.verticalScrollBar().width()) / 2) <= 2


def test_marks_in_tables_have_no_note_beside(pane: DetailPane) -> None:
    row = b.Row((b.Cell("", (b.Text("cell"), b.NoteMark("s1", "1"))),))
    facts = b.FactTable("f", (b.Definition((b.Text("Name"),), (marked("g1", "n2"),)),))
    show(pane, b.Table("t", row, ()), facts, own(2, "Said."), source(1))
    pane.grab()
    assert pane._notes is None
    assert foot_has(pane, "Said.")


def test_what_is_found_in_a_note_stands_in_the_text_meanwhile(pane: DetailPane) -> None:
    show(pane, marked("p1", "n1"), own(1, "The ferry was late."))

    def find(text: str) -> list[tuple[int, int]]:
        at = text.find("ferry")
        return [(at, at + 5)] if at >= 0 else []

    pane.set_marks(find)
    assert pane.mark_count == 1
    assert foot_has(pane, "The ferry was late.")
    pane.set_marks(lambda _: [])
    assert not foot_has(pane, "The ferry was late.")
    pane.seek(find)
    assert (pane.mark_count, pane.current_mark) == (1, 0)
    pane.seek(None)
    assert not foot_has(pane, "The ferry was late.")


def test_the_address_of_a_note_leads_to_its_mark(pane: DetailPane) -> None:
    show(pane, *(marked(f"p{n}", lines=6) for n in range(1, 9)), marked("p9", "n1"),
         own(1, "Said."))  # fmt: skip
    pane.scroll_to_block("n1")
    assert pane.scroll_y > 500
    assert placed(pane)[0].y - pane.scroll_y < pane.height()


# --- pointer and keys -------------------------------------------------------------------------


def test_a_click_opens_the_page_of_a_source(qtbot: QtBot, pane: DetailPane) -> None:
    show(pane, marked("p1", "s1"), source(1))
    notes = notes_of(pane)
    (flow,) = placed(pane)
    name = flow.link_rects(1)[0].translated(0, flow.y).center().toPoint()
    with qtbot.waitSignal(pane.link_requested) as wish:
        QTest.mouseClick(notes, Qt.MouseButton.LeftButton, pos=name)
    assert wish.args == ["treaty:e/sources/s1"]


def test_its_number_leads_to_the_full_reference(pane: DetailPane) -> None:
    show(pane, marked("p1", "s1"), *(marked(f"x{n}", lines=8) for n in range(4)), source(1))
    (flow,) = placed(pane)
    number = flow.link_rects(0)[0].translated(0, flow.y).center().toPoint()
    QTest.mouseClick(notes_of(pane), Qt.MouseButton.LeftButton, pos=number)
    assert pane.scroll_y > 200


def test_mark_and_note_show_which_belong_together(pane: DetailPane) -> None:
    show(pane, marked("p1", "s1"), source(1))
    notes = notes_of(pane)
    before = pane.grab().toImage()
    (flow,) = placed(pane)
    QTest.mouseMove(notes, QPoint(40, round(flow.y + 5)))
    lit = pane.grab().toImage()
    changed = [
        x
        for x in range(lit.width())
        if any(lit.pixel(x, y) != before.pixel(x, y) for y in range(0, lit.height(), 2))
    ]
    # The ground of the note, and that of the mark in the text.
    assert min(changed) < pane.viewport().geometry().right() < notes.x() <= max(changed)
    pane.highlighted.emit("")
    assert pane.grab().toImage() == before
    pane.highlighted.emit("#s1")
    assert pane.grab().toImage() == lit


def test_links_of_the_authors_notes_are_reached_by_keys(qtbot: QtBot, pane: DetailPane) -> None:
    link = b.Link("treaty:e/people/anna", (b.Text("Anna"),))
    show(pane, marked("p1", "n1"), own(1, "Said by ", link))
    notes = notes_of(pane)
    notes.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(pane.link_requested) as wish:
        QTest.keyClick(notes, Qt.Key.Key_Return)
    assert wish.args == ["treaty:e/people/anna"]


# --- in the window ----------------------------------------------------------------------------


def test_sources_of_a_section_stand_beside_it_and_have_no_preview(window: MainWindow) -> None:
    window.resize(1500, 860)
    window.reading.go(parse("sino-soviet-treaty-1950/how-it-ended"))
    flows = placed(window.pane)
    assert flows
    assert all(len(text_of(flow)) < 120 for flow in flows)
    assert window.pane.stands_beside(flows[0].note.id)
    window._context.settings.change(side_notes=False)
    assert not window.pane.stands_beside(flows[0].note.id)


def test_nothing_is_made_for_them_where_no_mark_is_seen(window: MainWindow) -> None:
    window.resize(1500, 700)
    window.pane.grab()
    # There are some further down.
    assert window.pane.view.has_note_marks
    assert window.pane._notes is None
    window.pane.scroll_to(window.pane.verticalScrollBar().maximum() // 2)
    assert placed(window.pane)


def test_the_evidence_has_none(window: MainWindow) -> None:
    window.resize(1500, 860)
    window.reading.go_to_claim(window.pane._page.claims[0].claim)  # type: ignore[union-attr]
    panel = window.evidence.panel
    assert panel is not None
    panel.text.resize(1400, 600)
    panel.text.grab()
    assert panel.text._notes is None


def test_sources_are_brief_in_the_library(shipped: Library) -> None:
    node = shipped.find(parse("sino-soviet-treaty-1950/how-it-ended"))
    notes = [note for note in shipped.page(node, "en").whole if isinstance(note, b.Note)]
    assert notes
    for note in notes:
        whole = b.plain_text(note.blocks)
        assert whole.startswith(b.run_text(note.brief))
        assert len(b.run_text(note.brief)) < len(whole)
