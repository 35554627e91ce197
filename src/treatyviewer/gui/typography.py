"""The fonts of the window and of the page. Sizes are pixels at scale 1."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

# Each face takes 1.5 ms to load: those that are on every page at the start, the others when a
# text first needs them.
_FIRST = ("Regular", "Bold")
_LATER = ("Italic", "BoldItalic")

# Latin, Greek and Cyrillic are ours, the same everywhere; Han signs are the system's. Simplified
# before traditional: Qt cannot tag a run of text with a language, so the order decides the
# forms. A family that is not there costs a look-up, so each system gets its own list.
_HAN = {
    "darwin": ("Songti SC", "PingFang SC"),
    "win32": ("SimSun", "Microsoft YaHei"),
}
_HAN_ELSEWHERE = ("Noto Serif CJK SC", "Noto Sans CJK SC")

BODY = 18
LINE = 29
TITLE = 31
SUBTITLE = 17
HEADING = 22
SMALL = 13
TINY = 12
# Code points in a line, on average: the design's 66 to 70.
MEASURE = 68


def load_fonts(folder: Path) -> None:
    """Make the fonts that come with the program known to Qt: upright and bold."""
    _load(folder, _FIRST)


def load_italics(folder: Path) -> None:
    """Make the slanted faces known too."""
    _load(folder, _LATER)


def _load(folder: Path, faces: Sequence[str]) -> None:
    for face in faces:
        QFontDatabase.addApplicationFont(str(folder / f"NotoSerif-{face}.ttf"))


def serif_families() -> Sequence[str]:
    """The families of the page, Latin before Han."""
    return ["Noto Serif", *_HAN.get(sys.platform, _HAN_ELSEWHERE)]


def serif(size: int, *, bold: bool = False) -> QFont:
    """The font of the page."""
    font = QFont()
    font.setFamilies(serif_families())
    font.setPixelSize(size)
    font.setBold(bold)
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
