"""The fonts of the window and of the page. Sizes are pixels at scale 1."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from treatyviewer.tuples import NamedTuple

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
# True small caps of this size are as high as capitals two pixels smaller than TINY.
KICKER = 16
# The width of the names in a table of facts.
FACT_NAME = 144
# Code points in a line, on average: the design's 66 to 70.
MEASURE = 68


class TextStyle(NamedTuple):
    """How the text of a page is set: its size and the height of its lines in percent, the width of
    the column in characters.
    """

    size: int = 100
    measure: int = MEASURE
    spacing: int = 100


USUAL = TextStyle()


def has_han(text: str) -> bool:
    """Whether there are Han signs in a text, or anything else that Noto Serif lacks."""
    return any(char >= _HAN_BEGINS for char in text)


def has_cyrillic(text: str) -> bool:
    """Whether there are Cyrillic letters in a text."""
    return any("\u0400" <= char <= "\u04ff" for char in text)


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
    """The font of labels above a title: true small caps of the page's font, wide apart."""
    font = serif(size)
    for feature in ("smcp", "c2sc"):
        font.setFeature(QFont.Tag(feature), 1)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 107)
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
