"""Every view in every language: nothing is cut off, nothing was left in English.

A new view is one more line in `VIEWS`. What a widget paints itself is watched while it paints:
text that is wider than its place, and words of the interface that had to be shortened. Titles of
an entry may be shortened where the design says so (contents, path).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from treatyviewer.entry.address import parse
from treatyviewer.gui import i18n
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.buttons import TabButton
from treatyviewer.library.composing.labels import LANGUAGES as LABELLED

ENTRY = "sino-soviet-treaty-1950"
SIZES = [(1100, 760), (900, 600)]

OpenWindow = Callable[..., MainWindow]


# --- the views -----------------------------------------------------------------------------------


class Desk(NamedTuple):
    """What a view is brought up with."""

    window: MainWindow
    qtbot: QtBot
    folder: Path

    def searches(self, text: str) -> None:
        self.window.bar.search.setText(text)
        self.qtbot.waitUntil(lambda: not self.window._context.executor.busy("search"))

    def goes(self, place: str) -> None:
        self.window.bar.search.clear()
        self.window.reading.go(parse(f"{ENTRY}/{place}"))


def nothing_there(desk: Desk) -> None:
    desk.window.open(desk.folder / "no-such-folder")


def the_strip_of_hits(desk: Desk) -> None:
    desk.searches("loans")
    desk.window.searching.go()


# What is opened over the window, by the ids of their actions.
OPENED = ("text", "settings", "shortcuts", "about", "palette", "find")


class Opened:
    """Opens one of them, over a section; the one before is put away."""

    def __init__(self, id: str) -> None:
        self.id = id

    def __call__(self, desk: Desk) -> None:
        for other in desk.window.findChildren(QWidget):
            if other.isWindow():
                other.close()
        desk.window.moving.close()
        desk.goes("economic-aid")
        desk.window.actions_by_id[self.id].trigger()
        for other in desk.window.findChildren(QWidget):
            if other.isWindow() and other.isVisible():
                settle(other)


VIEWS: dict[str, Callable[[Desk], None]] = {
    "contents": lambda desk: desk.goes("economic-aid"),
    "a page of facts": lambda desk: desk.goes("lead"),
    "people": lambda desk: desk.goes("people"),
    "a person": lambda desk: desk.goes("people/zhou-enlai"),
    "sources": lambda desk: desk.goes("sources"),
    "all claims": lambda desk: desk.goes("claims"),
    "claims of a verdict": lambda desk: desk.goes("claims#contradicted"),
    "the evidence, supported": lambda desk: desk.goes("purpose#c2-1"),
    "the evidence, contradicted": lambda desk: desk.goes("overview#c3-1"),
    "results of all kinds": lambda desk: desk.searches("treaty 1950"),
    "results with a correction": lambda desk: desk.searches("traety alliance"),
    "results with remarks": lambda desk: desk.searches("kind:persno loans qwertyuiop steel"),
    "nothing found": lambda desk: desk.searches("qwertyuiop before:1066"),
    "no word": lambda desk: desk.searches("?!"),
    "the strip of hits": the_strip_of_hits,
    "nothing at an address": lambda desk: desk.goes("no-such-section"),
    "nothing to open": nothing_there,
}
VIEWS.update((f"over it: {id}", Opened(id)) for id in OPENED)


def settle(window: QWidget) -> None:
    """Lay out and paint what is to be laid out and painted; layouts may ask for more layouts."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        window.grab()


# --- what is cut ---------------------------------------------------------------------------------


class Watched(NamedTuple):
    """What was painted by hand: texts wider than their place, and texts that were shortened."""

    cut: set[str]
    shortened: set[str]


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Watched:
    """Looks on while widgets paint."""
    seen = Watched(set(), set())
    draw, shorten = QPainter.drawText, QFontMetrics.elidedText

    def drawn(painter: QPainter, *given: Any) -> Any:
        if len(given) == 3 and isinstance(given[0], QRect | QRectF) and isinstance(given[2], str):
            place, flags, text = given
            wanted = int(getattr(flags, "value", flags))
            wraps = wanted & Qt.TextFlag.TextWordWrap.value
            hidden = Qt.TextFlag.TextShowMnemonic.value | Qt.TextFlag.TextHideMnemonic.value
            words = text.replace("&", "") if wanted & hidden else text
            # A clip that is narrower than the place cuts too, but lists clip rows at their edge.
            if not wraps and painter.fontMetrics().horizontalAdvance(words) > place.width() + 1:
                seen.cut.add(text)
        return draw(painter, *given)

    def shortened(metrics: QFontMetrics, text: str, *given: Any) -> str:
        answer = shorten(metrics, text, *given)
        if answer != text:
            seen.shortened.add(text)
        return answer

    monkeypatch.setattr(QPainter, "drawText", drawn)
    monkeypatch.setattr(QFontMetrics, "elidedText", shortened)
    return seen


def cut_off(whole: QWidget) -> list[str]:
    """The labels, buttons, fields and pages in view whose text does not fit into them."""
    return [
        f"{type(one).__name__} “{_text(one)}”: {why}"
        for one in [whole, *whole.findChildren(QWidget)]
        if one.isVisible() and (why := _fault(one))
    ]


def _fault(one: QWidget) -> str:
    if isinstance(one, QTextEdit):
        wide = one.document().size().width()
        room = one.viewport().width()
        return f"{wide:.0f} wide in {room}" if wide > room + 1 else ""
    if isinstance(one, QLineEdit):
        margins = one.textMargins()
        room = one.contentsRect().width() - margins.left() - margins.right() - 4
        wide = one.fontMetrics().horizontalAdvance(one.placeholderText())
        return f"{wide} wide in {room}" if wide > room and not one.text() else ""
    if not isinstance(one, QAbstractButton | QLabel) or not _text(one):
        return ""
    if _is_outside(one):
        return "it is not in view as a whole"
    if isinstance(one, QLabel) and one.wordWrap():
        high = one.heightForWidth(one.width())
        return f"{high} high in {one.height()}" if high > one.height() + 1 else ""
    if _paints_itself(one) and not _overrides(one, "sizeHint"):
        # It has no size of its own: what it shortens is seen while it paints.
        return ""
    wanted = one.sizeHint()
    if wanted.width() > one.width() or wanted.height() > one.height():
        return f"{wanted.width()}x{wanted.height()} in {one.width()}x{one.height()}"
    return ""


def _text(one: QWidget) -> str:
    if isinstance(one, QAbstractButton | QLabel):
        return one.text()
    return one.accessibleName()


def _is_outside(one: QWidget) -> bool:
    """Whether a part of it is behind an edge; what scrolls may be."""
    above = one.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return False
        above = above.parentWidget()
    return one.visibleRegion().boundingRect() != one.rect()


def _overrides(one: QWidget, name: str) -> bool:
    return any(name in kind.__dict__ for kind in type(one).__mro__ if "PySide6" not in str(kind))


def _paints_itself(one: QWidget) -> bool:
    return _overrides(one, "paintEvent")


# --- what is English -----------------------------------------------------------------------------

# Words that are the same in every language: names, keys, what a reader typed here.
_SAME = re.compile(
    r"Treaty Viewer|English|\.treaty|\*\.treaty|Ctrl|Alt|Shift|Esc|Del|Home|End|F\d+|qwertyuiop"
    r"|persno|traety|treaty|alliance|loans|steel|before|\.toml|no-such-\w+"
    # What is typed for a kind, and a name that the entry has in English only.
    r"|section, article, .*source\b|Credit agreement"
)


def untranslated(whole: QWidget) -> list[str]:
    """What the window and its actions say that is not in the language of the interface. Pages
    and the path above them are the entry's.
    """
    said = {
        action.text() for one in [whole, *whole.findChildren(QWidget)] for action in one.actions()
    }
    for one in [whole, *whole.findChildren(QWidget)]:
        said.add(one.accessibleName())
        said.add("" if isinstance(one, QLabel) else one.toolTip())
        if isinstance(one, QAbstractButton):
            said.add(one.text())
        if isinstance(one, QLineEdit):
            said.add(one.placeholderText())
    return sorted(text for text in said if re.search("[A-Za-z]{3}", _SAME.sub("", text)))


# --- the tests -----------------------------------------------------------------------------------


@pytest.fixture(params=i18n.LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """A language of the interface, in force."""
    assert i18n.install(qapp, request.param), "tools/words.py compile makes the files"
    yield request.param
    i18n.relabel(qapp, "en")


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut_off_and_nothing_left_in_english(
    compiled: None,
    open_window: OpenWindow,
    qtbot: QtBot,
    watched: Watched,
    language: str,
    size: tuple[int, int],
    tmp_path: Path,
) -> None:
    window = open_window(language=language)
    window.resize(*size)
    interface = interface_words(language)
    found: list[str] = []
    for name, bring_up in VIEWS.items():
        watched.cut.clear()
        watched.shortened.clear()
        bring_up(Desk(window, qtbot, tmp_path))
        settle(window)
        faults = [*cut_off(window), *(f"painted: “{text}”" for text in watched.cut)]
        faults += [f"shortened: “{text}”" for text in watched.shortened if interface(text)]
        if language != "en":
            faults += [f"in English: “{text}”" for text in untranslated(window)]
        found += [f"{name}: {fault}" for fault in faults]
    assert found == [], "\n".join(found)


def interface_words(language: str) -> Callable[[str], bool]:
    """Tells whether a text is one of the interface's own, with anything in its braces."""
    file = Path(__file__).parents[2] / "resources" / "i18n" / "treatyviewer_ru.ts"
    import xml.etree.ElementTree as ET

    sources = [
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ET.parse(file).getroot().iter("context")
        for message in context.iter("message")
    ]
    said = {QCoreApplication.translate(context, text) for context, text in sources}
    # In braces there is a number, or a name in quotation marks.
    whole = "|".join(
        re.sub(r"\\{[^}]*\\}", r"[\\d\\s,+]+", re.sub("([“«]).*?([”»])", r"\1[^”»]*\2", text))
        for text in map(re.escape, said)
        if text
    )
    return lambda text: re.fullmatch(whole, text) is not None


# --- a test of the test --------------------------------------------------------------------------


def test_a_text_that_is_cut_is_found(qtbot: QtBot, theme: Theme, watched: Watched) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.resize(700, 200)
    long = "A text that is much too long for its place"
    label, wrapped, field = QLabel(long, whole), QLabel(long, whole), QLineEdit(whole)
    tab = TabButton(long, theme, whole)
    wrapped.setWordWrap(True)
    field.setPlaceholderText(long)
    for row, one in enumerate((label, wrapped, tab, field)):
        one.setGeometry(0, 40 * row, 60, 20)
    whole.show()
    whole.grab()
    assert len(cut_off(whole)) == 4, cut_off(whole)
    assert watched.cut == {long}
    assert untranslated(whole) == [long]
    for one in (label, wrapped, tab, field):
        one.resize(600, 40)
    watched.cut.clear()
    whole.grab()
    assert cut_off(whole) == []
    assert watched.cut == set()


def test_a_button_behind_an_edge_is_found(qtbot: QtBot, theme: Theme) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.resize(100, 60)
    button = TabButton("Contents", theme, whole)
    button.resize(button.sizeHint())
    button.move(80, 0)
    whole.show()
    whole.grab()
    assert [fault.partition(": ")[2] for fault in cut_off(whole)] == [
        "it is not in view as a whole"
    ]


def test_words_of_the_interface_are_known_from_titles() -> None:
    known = interface_words("en")
    assert known("Contents")
    assert known("12 of 40")
    assert not known("Economic Aid")


def test_the_interface_has_the_languages_of_the_labels() -> None:
    assert set(i18n.LANGUAGES) == set(LABELLED)
