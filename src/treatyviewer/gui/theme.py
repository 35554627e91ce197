"""Colours: four palettes of our own, one of them in force, following the system where it says.

Qt's own `setColorScheme` is silently without effect where there is no desktop, so the window
is coloured from these palettes everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from treatyviewer.tuples import NamedTuple

if TYPE_CHECKING:
    from PySide6.QtGui import QStyleHints


class Palette(NamedTuple):
    """All colours of the window, as #RRGGBB. Text on `page` and `panel` has a contrast of at
    least 4.5:1 (tests/gui/test_theme.py).
    """

    name: str
    page: str
    panel: str
    line: str
    ink: str
    muted: str
    accent: str
    link: str
    hit: str
    selected: str
    hover: str
    scroll: str
    field: str
    supported: str
    imprecise: str
    contradicted: str
    unverifiable: str
    supported_ground: str
    imprecise_ground: str
    contradicted_ground: str
    unverifiable_ground: str
    sea: str
    land: str
    coast: str

    def verdict(self, verdict: str) -> str:
        """The colour of a verdict; ink for a word that is none."""
        return {
            "supported": self.supported,
            "imprecise": self.imprecise,
            "contradicted": self.contradicted,
            "unverifiable": self.unverifiable,
        }.get(verdict, self.ink)

    def verdict_ground(self, verdict: str) -> str:
        """The ground behind a verdict's word, or behind the words that it was passed on."""
        return {
            "supported": self.supported_ground,
            "imprecise": self.imprecise_ground,
            "contradicted": self.contradicted_ground,
        }.get(verdict, self.unverifiable_ground)


LIGHT = Palette(
    name="light",
    page="#FFFDF9",
    panel="#F4F1EA",
    line="#E2DDD2",
    ink="#23211E",
    muted="#6B655C",
    accent="#A3301F",
    link="#1F5C8B",
    hit="#FFE9A8",
    selected="#EEE4D9",
    hover="#EDE8DE",
    scroll="#CFC8BA",
    field="#FFFFFF",
    supported="#27693F",
    imprecise="#835700",
    contradicted="#B3261E",
    unverifiable="#6B655C",
    supported_ground="#E1EFE4",
    imprecise_ground="#FAECC8",
    contradicted_ground="#F9DEDA",
    unverifiable_ground="#EBE7DE",
    sea="#F0F3F2",
    land="#E8E1D4",
    coast="#C3B8A5",
)
DARK = Palette(
    name="dark",
    page="#1C1B1A",
    panel="#232120",
    line="#383532",
    ink="#E8E4DC",
    muted="#9C958A",
    accent="#E5826F",
    link="#8AB9E0",
    # The design's 3A2E0B is hardly seen on the page; this is the same hue, lighter.
    hit="#594511",
    selected="#332E2B",
    hover="#2C2A28",
    scroll="#4F4A45",
    field="#2A2826",
    supported="#7CC79A",
    imprecise="#E2B551",
    contradicted="#F2938B",
    unverifiable="#9C958A",
    supported_ground="#22372A",
    imprecise_ground="#3D3216",
    contradicted_ground="#482522",
    unverifiable_ground="#302D2A",
    sea="#202427",
    land="#37332E",
    coast="#5E564C",
)
# For those who need it: nothing between black and white but what must be told apart, lines and
# handles as strong as text, every text at 7:1.
CONTRAST = Palette(
    name="contrast",
    page="#FFFFFF",
    panel="#FFFFFF",
    line="#4D4D4D",
    ink="#000000",
    muted="#383838",
    accent="#8A1000",
    link="#0000D6",
    hit="#FFE45C",
    selected="#DEDEDE",
    hover="#EBEBEB",
    scroll="#595959",
    field="#FFFFFF",
    supported="#0A5224",
    imprecise="#5C3B00",
    contradicted="#8F0B0B",
    unverifiable="#383838",
    supported_ground="#DDF2E2",
    imprecise_ground="#FFEFC2",
    contradicted_ground="#FFE3DF",
    unverifiable_ground="#E6E6E6",
    sea="#FFFFFF",
    land="#E6E6E6",
    coast="#595959",
)
CONTRAST_DARK = Palette(
    name="contrast-dark",
    page="#000000",
    panel="#000000",
    line="#B3B3B3",
    ink="#FFFFFF",
    muted="#D6D6D6",
    accent="#FFB4A3",
    link="#A3D5FF",
    hit="#4A3C00",
    selected="#333333",
    hover="#262626",
    scroll="#B3B3B3",
    field="#000000",
    supported="#93EBB3",
    imprecise="#FFD480",
    contradicted="#FFB8B0",
    unverifiable="#D6D6D6",
    supported_ground="#0B3319",
    imprecise_ground="#3D2E00",
    contradicted_ground="#4F1512",
    unverifiable_ground="#2B2B2B",
    sea="#000000",
    land="#2E2E2E",
    coast="#B3B3B3",
)
PALETTES = {
    "light": LIGHT,
    "dark": DARK,
    "contrast": CONTRAST,
    "contrast-dark": CONTRAST_DARK,
}


class Theme(QObject):
    """The palette in force.

    `wanted` is a palette's name, or "system" to follow the system's hints of dark and of high
    contrast; of the two for high contrast, "contrast" is the dark one where the system is dark.
    """

    changed = Signal()

    def __init__(self, wanted: str = "system") -> None:
        super().__init__()
        self._wanted = wanted
        self.palette = self._choose()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        accessibility = getattr(hints, "accessibility", None)
        if accessibility is not None:
            accessibility().contrastPreferenceChanged.connect(self._system_changed)

    def set_wanted(self, wanted: str) -> None:
        """Choose a palette, or "system" to follow the system's hints."""
        self._wanted = wanted
        self._system_changed()

    @property
    def is_dark(self) -> bool:
        """Whether the palette in force is light on dark."""
        return self.palette in (DARK, CONTRAST_DARK)

    def color(self, name: str) -> QColor:
        """A colour of the palette by the name of its field."""
        return QColor(getattr(self.palette, name))

    def _choose(self) -> Palette:
        wanted = self._wanted
        if wanted not in ("system", "contrast"):
            return PALETTES[wanted]
        hints = QGuiApplication.styleHints()
        # Unknown where there is no desktop to ask: light.
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
        if wanted == "contrast" or _asks_for_contrast(hints):
            return CONTRAST_DARK if dark else CONTRAST
        return DARK if dark else LIGHT

    @Slot()
    def _system_changed(self) -> None:
        palette = self._choose()
        if palette is not self.palette:
            self.palette = palette
            self.changed.emit()


def _asks_for_contrast(hints: QStyleHints) -> bool:
    # Since Qt 6.10. By its number, for the type of the names is not in Qt 6.8.
    accessibility = getattr(hints, "accessibility", None)
    return accessibility is not None and accessibility().contrastPreference().value == 1


def qt_palette(palette: Palette) -> QPalette:
    """The palette for Qt's own widgets."""
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.panel,
        role.WindowText: palette.ink,
        role.Base: palette.page,
        role.AlternateBase: palette.panel,
        role.Text: palette.ink,
        role.Button: palette.panel,
        role.ButtonText: palette.ink,
        role.BrightText: palette.accent,
        role.Highlight: palette.selected,
        role.HighlightedText: palette.ink,
        role.Accent: palette.accent,
        role.Link: palette.link,
        role.LinkVisited: palette.link,
        role.ToolTipBase: palette.field,
        role.ToolTipText: palette.ink,
        role.PlaceholderText: palette.muted,
        role.Light: palette.field,
        role.Midlight: palette.hover,
        role.Mid: palette.line,
        role.Dark: palette.muted,
        role.Shadow: palette.line,
    }
    made = QPalette()
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(palette.muted))
    return made
