"""All palettes can be read, and the one in force follows the system."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from pytestqt.qtbot import QtBot

from treatyviewer.entry.things import VERDICTS
from treatyviewer.gui.theme import (
    CONTRAST,
    CONTRAST_DARK,
    DARK,
    LIGHT,
    PALETTES,
    Palette,
    Theme,
    qt_palette,
)

TEXT = ("ink", "muted", "accent", "link")
GROUNDS = ("page", "panel", "field")
# What else stands on what: rows that are chosen or under the pointer, hits (which are inked).
PAIRS = (
    ("ink", "hit"),
    ("ink", "selected"),
    ("muted", "selected"),
    ("ink", "hover"),
    ("muted", "hover"),
    ("link", "hover"),
)


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


def least(palette: Palette) -> float:
    """WCAG 2.2: AA for text, AAA where high contrast was asked for."""
    return 7 if palette.name.startswith("contrast") else 4.5


EACH = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)


@EACH
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXT)
def test_text_can_be_read(palette: Palette, ground: str, text: str) -> None:
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= least(palette)


@EACH
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_on_rows_fields_and_marks_can_be_read(
    palette: Palette, text: str, ground: str
) -> None:
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= least(palette)


@EACH
@pytest.mark.parametrize("verdict", VERDICTS)
def test_the_word_of_a_verdict_can_be_read(palette: Palette, verdict: str) -> None:
    pill = palette.verdict_ground(verdict)
    for ground in (palette.page, palette.panel, palette.field, palette.hover, pill):
        assert contrast(palette.verdict(verdict), ground) >= least(palette)
    # Behind the words of a claim that is chosen, with the numbers of its sources.
    for text in (palette.ink, palette.link):
        assert contrast(text, pill) >= least(palette)


@EACH
@pytest.mark.parametrize("ground", ["page", "panel", "field", "hover", "selected"])
def test_icons_and_the_line_of_focus_can_be_seen(palette: Palette, ground: str) -> None:
    for line in ("ink", "muted", "accent"):
        assert contrast(getattr(palette, line), getattr(palette, ground)) >= 3


@EACH
@pytest.mark.parametrize("verdict", VERDICTS)
def test_the_line_of_a_verdict_can_be_seen(palette: Palette, verdict: str) -> None:
    grounds = (palette.page, palette.panel, palette.hit, palette.verdict_ground(verdict))
    for ground in grounds:
        assert contrast(palette.verdict(verdict), ground) >= 3


@EACH
def test_marks_and_selection_can_be_seen(palette: Palette) -> None:
    assert contrast(palette.hit, palette.page) >= 1.15
    assert contrast(palette.selected, palette.panel) >= 1.1


@pytest.mark.parametrize("palette", [CONTRAST, CONTRAST_DARK], ids=["light", "dark"])
def test_high_contrast_shows_lines_and_handles_too(palette: Palette) -> None:
    for line in (palette.line, palette.scroll):
        for ground in (palette.page, palette.panel, palette.field):
            assert contrast(line, ground) >= 4.5


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


def test_high_contrast_is_dark_where_the_system_is(
    qtbot: QtBot, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    hint = Qt.ColorScheme.Light
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr(type(hints), "colorScheme", lambda _: hint)
    theme = Theme("contrast")
    assert theme.palette is CONTRAST
    assert not theme.is_dark
    hint = Qt.ColorScheme.Dark
    with qtbot.waitSignal(theme.changed):
        hints.colorSchemeChanged.emit(hint)
    assert theme.palette is CONTRAST_DARK
    assert theme.is_dark


def test_a_system_that_asks_for_contrast_gets_it(
    qtbot: QtBot, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        pytest.skip("this Qt does not tell")
    asked = Qt.ContrastPreference.NoPreference
    told = hints.accessibility()
    monkeypatch.setattr(type(told), "contrastPreference", lambda _: asked)
    theme = Theme("system")
    chosen = Theme("light")
    assert theme.palette is LIGHT
    asked = Qt.ContrastPreference.HighContrast
    with qtbot.waitSignal(theme.changed), qtbot.assertNotEmitted(chosen.changed):
        told.contrastPreferenceChanged.emit(asked)
    assert theme.palette is CONTRAST
    # What the reader has chosen stands above what the system says.
    assert chosen.palette is LIGHT


def test_a_page_keeps_its_place_when_the_palette_changes(window: object, theme: Theme) -> None:
    pane = window.pane  # type: ignore[attr-defined]
    text = pane.toPlainText()
    theme.set_wanted("dark")
    assert pane.toPlainText() == text
    assert pane.palette().color(QPalette.ColorRole.Base).name().upper() == DARK.page
