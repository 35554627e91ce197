"""Claims on the page, and the evidence beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from treatyviewer.content.treaty_file import pack
from treatyviewer.entry.address import parse
from treatyviewer.entry.things import VERDICTS
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.theme import DARK, LIGHT
from treatyviewer.gui.widgets.evidence_panel import EvidencePanel
from treatyviewer.library.library import Library

ENTRY = "sino-soviet-treaty-1950"
COMPLETE = Path(__file__).parents[1] / "data" / "complete-entry"


def go(window: MainWindow, place: str) -> None:
    window.reading.go(parse(f"{ENTRY}/{place}"))


def panel_of(window: MainWindow) -> EvidencePanel:
    panel = window.evidence.panel
    assert panel is not None
    return panel


def test_each_claim_is_underlined_by_its_verdict(shipped: Library, window: MainWindow) -> None:
    seen = 0
    for node in shipped.sections(shipped.entries()[0]):
        window.reading.go(node.address)
        page = window.pane._page
        assert page is not None
        for span in page.claims:
            assert span.verdict in VERDICTS, span
            seen += 1
    assert seen == 40


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_the_lines_have_the_verdicts_colours(window: MainWindow, palette: object) -> None:
    window._context.theme.set_wanted(palette.name)  # type: ignore[attr-defined]
    go(window, "end-and-impact")
    picture = window.pane.viewport().grab().toImage()
    colours = {
        picture.pixelColor(x, y).name().upper()
        for x in range(picture.width())
        for y in range(picture.height() // 2)
    }
    for verdict in ("supported", "imprecise", "contradicted"):
        assert palette.verdict(verdict) in colours, verdict  # type: ignore[attr-defined]


def test_an_address_of_a_claim_opens_its_evidence(window: MainWindow) -> None:
    go(window, "overview#c3-1")
    panel = panel_of(window)
    assert panel.verdict.text() == "Contradicted"
    shown = panel.text.toPlainText()
    assert "The treaty consists of 16 articles covering political" in shown
    assert "Six articles and a preamble, not sixteen." in shown
    assert "Sources" in shown
    assert "Overview" in window.pane.toPlainText()


def test_a_click_on_a_claims_words_opens_its_evidence(window: MainWindow) -> None:
    go(window, "overview")
    assert window.evidence.panel is None
    page = window.pane._page
    assert page is not None
    span = next(span for span in page.claims if span.claim == "c3-7")
    cursor = window.pane.textCursor()
    cursor.setPosition(span.start + 3)
    place = window.pane.cursorRect(cursor).center()
    QTest.mouseClick(window.pane.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "technological exchanges" in panel_of(window).text.toPlainText()


def test_the_next_claim_may_be_in_the_next_section(window: MainWindow, qtbot: QtBot) -> None:
    go(window, "overview#c3-8")
    panel = panel_of(window)
    assert "16 of 40" in panel.place.text()
    QTest.mouseClick(panel.actions_row.after, Qt.MouseButton.LeftButton)
    assert "17 of 40" in panel.place.text()
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Military Assistance"))
    QTest.mouseClick(panel.actions_row.before, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Overview"))


def test_escape_closes_it_and_the_keys_are_the_texts_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    go(window, "overview#c3-1")
    panel = panel_of(window)
    panel.text.setFocus()
    qtbot.waitUntil(panel.text.hasFocus)
    QTest.keyClick(panel.text, Qt.Key.Key_Escape)
    assert window.evidence.panel is None
    assert window.pane.hasFocus()


def test_in_a_narrow_window_the_panels_give_way_to_the_text(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(900, 600)
    go(window, "overview#c3-1")
    side, text, evidence = window.middle.sizes()
    assert text >= 380
    assert min(side, evidence) >= 200
    panel = panel_of(window)
    # The row is laid out with the next events.
    qtbot.waitUntil(lambda: panel.verdict.width() >= panel.verdict.sizeHint().width() > 60)
    assert panel.place.width() >= panel.place.sizeHint().width()


def test_another_page_puts_it_away(window: MainWindow) -> None:
    go(window, "overview#c3-1")
    go(window, "people/stalin")
    assert window.evidence.panel is None


def test_a_source_of_the_evidence_opens_its_page(window: MainWindow) -> None:
    go(window, "overview#c3-1")
    panel_of(window).text.link_requested.emit(f"treaty:{ENTRY}/sources/cctv-mfa")
    assert "Claims that rest on it" in window.pane.toPlainText()
    assert window.bar.crumbs.text().startswith("Sino-Soviet Treaty")


def test_a_packed_entry_is_chosen_by_keys(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "rivers.treaty"
    pack(COMPLETE, file)
    # Without a display Qt warns of a second window.
    monkeypatch.setattr(QFileDialog, "open", lambda _: None)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_O, modifiers)
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    with qtbot.waitSignal(window.readable, timeout=10_000):
        dialog.fileSelected.emit(str(file))
    assert window.reading.place is not None
    assert window.reading.place.address.entry == "two-rivers-1901"


def test_a_packed_entry_that_was_cut_short_is_a_page(
    open_window: object, tmp_path: Path, cache: Path
) -> None:
    file = tmp_path / "rivers.treaty"
    pack(COMPLETE, file)
    file.write_bytes(file.read_bytes()[:-200])
    window: MainWindow = open_window(file)  # type: ignore[operator]
    assert "This entry cannot be opened" in window.pane.toPlainText()
    assert "rivers.treaty" in window.pane.toPlainText()


def test_texts_stand_side_by_side_and_pictures_are_drawn(open_window: object) -> None:
    window: MainWindow = open_window(COMPLETE)  # type: ignore[operator]
    library = window.reading._library
    assert library is not None
    columns, pictures = 0, 0
    for node in library.nodes("WHERE kind IN ('section', 'article') ORDER BY id"):
        window.reading.go(node.address)
        document = window.pane.document()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                columns = max(columns, frame.columns())
        for name in ("media/map.svg", "media/seal.png"):
            image = document.resource(
                QTextDocument.ResourceType.ImageResource.value, QUrl(f"media:{name}")
            )
            pictures += isinstance(image, QImage) and not image.isNull()
    assert columns == 3
    assert pictures == 2


# --- what is done with a claim ------------------------------------------------------------------


def press(window: MainWindow, id: str) -> None:
    """Use an action as its keys do."""
    window.actions_by_id[id].trigger()


def test_a_claims_citation_is_copied_and_that_is_told(window: MainWindow) -> None:
    go(window, "overview#c3-1")
    row = panel_of(window).actions_row
    height = row.height()
    QTest.mouseClick(row.cite, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“")
    assert f"treaty:{ENTRY}/overview?ed=1#c3-1" in copied
    assert row.said.text() == "Copied"
    assert row.height() == height
    press(window, "next-claim")
    assert row.said.text() == ""


def test_without_a_claim_the_page_is_cited(window: MainWindow) -> None:
    go(window, "people/stalin")
    press(window, "copy-citation")
    assert QGuiApplication.clipboard().text().startswith("“Joseph Stalin”")


def test_a_correction_is_copied_and_nothing_is_sent(window: MainWindow) -> None:
    correct = window.actions_by_id["suggest-correction"]
    assert not correct.isEnabled()
    go(window, "overview#c3-1")
    assert correct.isEnabled()
    row = panel_of(window).actions_row
    QTest.mouseClick(row.correct, Qt.MouseButton.LeftButton)
    assert "Suggested correction" in QGuiApplication.clipboard().text()
    assert "Nothing was sent" in row.said.text()
    window.evidence.close()
    assert not correct.isEnabled()


def test_the_sources_are_cards_that_open_their_pages(window: MainWindow) -> None:
    go(window, "end-and-impact#c6-1")
    text = panel_of(window).text
    page = text._page
    assert page is not None
    assert page.cards
    # A mark in the text leads to its card.
    assert page.blocks["s1"] == page.cards[0].start
    target = page.cards[0].target
    text.scroll_to_block("s1")
    cursor = text.textCursor()
    cursor.setPosition(page.cards[0].end + 2)
    place = text.cursorRect(cursor).center()
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.reading.place is not None
    assert window.reading.place.address.link == target


def test_the_next_claim_from_a_page_without_one_in_view(window: MainWindow) -> None:
    go(window, "military-assistance")
    press(window, "next-claim")
    assert window.evidence.claim == "c4-1"
    window.evidence.close()
    press(window, "previous-claim")
    assert window.evidence.claim.startswith("c3-")
    # Behind the last claim there is the first one.
    go(window, "people/stalin")
    press(window, "next-claim")
    assert window.evidence.claim == "c0-1"


def test_a_claim_says_what_was_found_where_the_pointer_rests(window: MainWindow) -> None:
    go(window, "overview")
    window.pane.highlighted.emit(QUrl("claim:c3-1"))
    assert window.pane.toolTip().startswith("Contradicted: Six articles and a preamble")
    window.pane.highlighted.emit(QUrl())
    assert window.pane.toolTip() == ""
    window.pane.highlighted.emit(QUrl("claim:none"))
    assert window.pane.toolTip() == ""


def test_a_claim_is_opened_read_and_left_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    go(window, "overview")
    pane = window.pane
    pane.setFocus()
    while "16 articles" not in pane.textCursor().selectedText():
        QTest.keyClick(pane, Qt.Key.Key_Tab)
    QTest.keyClick(pane, Qt.Key.Key_Return)
    panel = panel_of(window)
    window.actions_by_id["next-pane"].trigger()
    assert panel.text.hasFocus()
    reached = []
    for _ in range(40):
        keys = QApplication.focusWidget()
        assert keys is not None
        QTest.keyClick(keys, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not keys:
            reached.append(QApplication.focusWidget())
    assert reached[:4] == list(panel.actions_row.buttons)
    panel.actions_row.cite.setFocus()
    QTest.keyClick(panel.actions_row.cite, Qt.Key.Key_Escape)
    assert window.evidence.panel is None
    assert pane.hasFocus()
