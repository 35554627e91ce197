"""The fonts of the window and of the page. Sizes are pixels at scale 1."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

# Each face takes 1.5 ms to load: those that are on every page at the start, the others when a
# text first needs them.
_FIRST = (
    "NotoSerif-Regular.ttf",
    "NotoSerif-Bold.ttf",
    "TreatyHanSerif-Regular.otf",
    "TreatyHanSerif-Bold.otf",
)
_LATER = ("NotoSerif-Italic.ttf", "NotoSerif-BoldItalic.ttf")

# Latin, Greek and Cyrillic are ours, the same everywhere. For Han signs there is a small font
# with those of the shipped entry (tools/han_font.py): opening a whole Han font takes 8 ms and
# 4 MB, too much for a line of title, and a system may have none. Texts with any other sign are
# set in the system's font as a whole, so that no word is set in two.
# Simplified before traditional: Qt cannot tag a run of text with a language, so the order
# decides the forms. A family that is not there costs a look-up: each system has its own list.
_LATIN = "Noto Serif"
OWN_HAN = "Treaty Han Serif"
_HAN = {
    "darwin": ("Songti SC", "PingFang SC"),
    "win32": ("SimSun", "Microsoft YaHei"),
}
_HAN_ELSEWHERE = ("Noto Serif CJK SC", "Noto Sans CJK SC")
# From here on in Unicode there are Han signs, their punctuation and kana, and nothing that
# Noto Serif has.
_HAN_BEGINS = "\u2e80"

BODY = 18
LINE = 29
TITLE = 31
SUBTITLE = 17
HEADING = 22
SMALL = 13
TINY = 12
CAPS = 16
# Small capitals of our face are so high, in capitals.
_LOW = 0.8
# The width of the names in a table of facts.
FACT_NAME = 144
# Code points in a line, on average: the design's 66 to 70.
MEASURE = 68


# Letters of Cyrillic, which our faces have no small capitals for.
_CYRILLIC = "\u0400", "\u04ff"


class TextStyle(NamedTuple):
    """How a text is set: its size in percent, its column in characters, its lines in percent."""

    size: int = 100
    measure: int = MEASURE
    spacing: int = 100

    def px(self, length: float) -> float:
        """A length on the page that grows with its letters."""
        return length * self.size / 100

    def font_px(self, size: int) -> int:
        """The size of a font, which is never so small that nothing is seen."""
        return max(6, round(self.px(size)))


USUAL = TextStyle()


def has_cyrillic(text: str) -> bool:
    """Whether there are Cyrillic letters in a text."""
    return any(_CYRILLIC[0] <= char <= _CYRILLIC[1] for char in text)


def has_han(text: str) -> bool:
    """Whether there are Han signs in a text, or anything else that Noto Serif lacks."""
    return any(char >= _HAN_BEGINS for char in text)


class Fonts:
    """The fonts that come with the program, in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._italics = False
        self._own_han: frozenset[str] | None = None
        self._load(_FIRST)

    def need_italics(self) -> None:
        """Make the slanted faces known to Qt, if they are not yet."""
        if not self._italics:
            self._italics = True
            self._load(_LATER)

    def families(self, text: str) -> Sequence[str]:
        """The families in which to set a text of the page."""
        if text.isascii() or self._covers(text):
            return FAMILIES
        return SYSTEM_FAMILIES

    def _covers(self, text: str) -> bool:
        han = {char for char in text if char >= _HAN_BEGINS}
        if han and self._own_han is None:
            file = self._folder / "TreatyHanSerif.txt"
            self._own_han = frozenset(file.read_text(encoding="utf-8").strip())
        return not han or (self._own_han is not None and han <= self._own_han)

    def _load(self, files: Sequence[str]) -> None:
        for file in files:
            QFontDatabase.addApplicationFont(str(self._folder / file))


SYSTEM_FAMILIES = [_LATIN, *_HAN.get(sys.platform, _HAN_ELSEWHERE)]
FAMILIES = [_LATIN, OWN_HAN, *SYSTEM_FAMILIES[1:]]


def serif(size: int, *, bold: bool = False) -> QFont:
    """The font of the page."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(size)
    font.setBold(bold)
    return font


def small_caps(size: int) -> QFont:
    """The font of the page in small capitals, for capitals and small letters alike, a little
    apart. Han signs stay as they are; Cyrillic letters need `low_caps`.
    """
    font = serif(size)
    font.setFeature(QFont.Tag("smcp"), 1)
    font.setFeature(QFont.Tag("c2sc"), 1)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
    return font


def low_caps(size: int) -> QFont:
    """Capitals as low as the small capitals of that size."""
    font = serif(round(size * _LOW))
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
    return font


def sans(base: QFont, size: int, *, bold: bool = False) -> QFont:
    """The interface's font, `base` being the system's."""
    font = QFont(base)
    font.setPixelSize(size)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def kicker(base: QFont, size: int) -> QFont:
    """The interface's font for labels above a title: capitals, wide apart."""
    font = sans(base, size)
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
    return font
