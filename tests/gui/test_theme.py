"""Both palettes can be read, and the one in force follows the system."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from pytestqt.qtbot import QtBot

from treatyviewer.entry.things import VERDICTS
from treatyviewer.gui.theme import DARK, LIGHT, Palette, Theme, qt_palette

TEXT = ("ink", "muted", "accent", "link")
GROUNDS = ("page", "panel")


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_reckoned_as_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXT)
def test_text_can_be_read(palette: Palette, ground: str, text: str) -> None:
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [("ink", "hit"), ("ink", "selected"), ("ink", "hover"), ("ink", "field"), ("muted", "field"),
     ("muted", "hover")],
)  # fmt: skip
def test_text_on_rows_fields_and_marks_can_be_read(
    palette: Palette, text: str, ground: str
) -> None:
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("verdict", VERDICTS)
def test_the_word_of_a_verdict_can_be_read(palette: Palette, verdict: str) -> None:
    for ground in (palette.page, palette.panel, palette.verdict_ground(verdict)):
        assert contrast(palette.verdict(verdict), ground) >= 4.5
    # Behind the words of a claim that is chosen.
    assert contrast(palette.ink, palette.verdict_ground(verdict)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_and_selection_can_be_seen(palette: Palette) -> None:
    assert contrast(palette.hit, palette.page) >= 1.15
    assert contrast(palette.selected, palette.panel) >= 1.1


def test_qt_gets_the_palette(qapp: object) -> None:
    made = qt_palette(DARK)
    assert made.color(QPalette.ColorRole.Base).name().upper() == DARK.page
    assert made.color(QPalette.ColorRole.Text).name().upper() == DARK.ink


def test_a_chosen_palette_stays(qtbot: QtBot, qapp: object) -> None:
    theme = Theme("dark")
    assert theme.palette is DARK
    with qtbot.waitSignal(theme.changed):
        theme.set_wanted("light")
    assert theme.palette is LIGHT
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_wanted("light")


def test_the_systems_hint_is_followed_live(
    qtbot: QtBot, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    hint = Qt.ColorScheme.Unknown
    hints = QGuiApplication.styleHints()
    # There is no desktop here to give a hint.
    monkeypatch.setattr(type(hints), "colorScheme", lambda _: hint)
    theme = Theme("system")
    assert theme.palette is LIGHT
    hint = Qt.ColorScheme.Dark
    with qtbot.waitSignal(theme.changed):
        hints.colorSchemeChanged.emit(hint)
    assert theme.palette is DARK
    hint = Qt.ColorScheme.Light
    with qtbot.waitSignal(theme.changed):
        hints.colorSchemeChanged.emit(hint)
    assert theme.palette is LIGHT


def test_a_page_keeps_its_place_when_the_palette_changes(window: object, theme: Theme) -> None:
    pane = window.pane  # type: ignore[attr-defined]
    text = pane.toPlainText()
    theme.set_wanted("dark")
    assert pane.toPlainText() == text
    assert pane.palette().color(QPalette.ColorRole.Base).name().upper() == DARK.page
