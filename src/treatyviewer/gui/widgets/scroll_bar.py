"""Quiet scroll bars: a thin handle in the palette's colours, no arrows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QAbstractScrollArea

from treatyviewer.gui.theme import Theme

_SHEET = """
QScrollBar:vertical {{ width: 12px; background: transparent; margin: 0; border: none; }}
QScrollBar::handle:vertical {{
    background: {handle}; border-radius: 4px; margin: 2px; min-height: 32px;
}}
QScrollBar::handle:vertical:hover {{ background: {hover}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


class QuietScrollBar(QObject):
    """Dresses the vertical scroll bar of an area, once there is something to scroll.

    Not before: the first style sheet of a process takes some milliseconds, and the page that
    the program opens at needs no bar.
    """

    def __init__(self, area: QAbstractScrollArea, theme: Theme) -> None:
        super().__init__(area)
        self._bar = area.verticalScrollBar()
        self._theme = theme
        self._dressed = False
        self._bar.rangeChanged.connect(self._range_changed)
        theme.changed.connect(self._theme_changed)

    @Slot(int, int)
    def _range_changed(self, _least: int, most: int) -> None:
        if most > 0 and not self._dressed:
            self._dressed = True
            self._theme_changed()

    @Slot()
    def _theme_changed(self) -> None:
        if self._dressed:
            palette = self._theme.palette
            self._bar.setStyleSheet(_SHEET.format(handle=palette.scroll, hover=palette.muted))
