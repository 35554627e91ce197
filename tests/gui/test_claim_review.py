"""All claims on a page, and those of one verdict."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from treatyviewer.entry.address import parse
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.widgets.page_text import PageDocument

ENTRY = "sino-soviet-treaty-1950"


def go(window: MainWindow, place: str) -> None:
    window.reading.go(parse(f"{ENTRY}/{place}"))


def shown(window: MainWindow) -> PageDocument:
    page = window.pane._page
    assert page is not None
    return page


def place_of(window: MainWindow, words: str) -> QPoint:
    found = window.pane.document().find(words)
    assert not found.isNull(), words
    found.setPosition(found.selectionStart() + 1)
    return window.pane.cursorRect(found).center()


def click(window: MainWindow, words: str) -> None:
    port = window.pane.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=place_of(window, words))


def test_the_contents_have_a_line_for_it(window: MainWindow) -> None:
    go(window, "claims")
    window.tree.catch_up()
    assert window.tree.currentIndex().data() == "Claims"
    assert len(shown(window).cards) == 40


def test_a_verdict_is_chosen_and_back_leads_to_all(window: MainWindow) -> None:
    go(window, "claims")
    click(window, "Contradicted 7")
    assert len(shown(window).cards) == 7
    assert window.reading.place is not None
    assert str(window.reading.place.address) == f"{ENTRY}/claims#contradicted"
    window.reading.back()
    assert len(shown(window).cards) == 40


def test_an_address_chooses_a_verdict_without_a_word_of_wonder(window: MainWindow) -> None:
    go(window, "claims#unverifiable")
    assert len(shown(window).cards) == 1
    assert "There is no" not in window.pane.toPlainText()
    go(window, "claims#nonsense")
    assert len(shown(window).cards) == 40
    assert "There is no “#nonsense”" in window.pane.toPlainText()


def test_a_card_leads_to_the_claim_and_its_evidence(window: MainWindow, qtbot: QtBot) -> None:
    go(window, "claims#contradicted")
    click(window, "Six articles and a preamble")
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Overview"))
    assert window.evidence.claim == "c3-1"


def test_the_words_of_a_claim_lead_there_too(window: MainWindow, qtbot: QtBot) -> None:
    go(window, "claims#contradicted")
    pane = window.pane
    pane.setFocus()
    while "16 articles" not in pane.textCursor().selectedText():
        QTest.keyClick(pane, Qt.Key.Key_Tab)
    QTest.keyClick(pane, Qt.Key.Key_Return)
    assert window.evidence.claim == "c3-1"
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Overview"))


def test_the_lead_tells_verdicts_on_their_grounds(window: MainWindow) -> None:
    go(window, "lead")
    assert [pill.look for pill in shown(window).pills] == [
        "supported",
        "imprecise",
        "contradicted",
        "unverifiable",
    ]
    palette = window._context.theme.palette
    picture = window.pane.viewport().grab().toImage()
    colours = {
        picture.pixelColor(x, y).name().upper()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    for verdict in ("supported", "imprecise", "contradicted"):
        assert palette.verdict_ground(verdict) in colours
    click(window, "7 contradicted")
    assert len(shown(window).cards) == 7
