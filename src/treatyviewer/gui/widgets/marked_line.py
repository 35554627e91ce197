"""Words with some of them set otherwise, laid out together in a few lines."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextOption

from treatyviewer.gui.widgets.page_text import utf16_length

_LEAST = 18


class MarkedLine:
    """Collects words. Those without a format take the layout's font and the painter's pen."""

    def __init__(self) -> None:
        self._text = ""
        self._ranges: list[QTextLayout.FormatRange] = []

    def add(self, text: str, char: QTextCharFormat | None = None) -> None:
        """More words."""
        if char is not None:
            part = QTextLayout.FormatRange()
            part.start = utf16_length(self._text)
            part.length = utf16_length(text)
            part.format = char
            self._ranges.append(part)
        self._text += text

    def layout(self, font: QtGui.QFont, width: int, most: int) -> QTextLayout:
        """All words in lines of `width` pixels, `most` lines of them."""
        made = QTextLayout(self._text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setTextOption(option)
        made.setFormats(self._ranges)
        made.beginLayout()
        y = 0.0
        for _ in range(most):
            line = made.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += max(line.height(), _LEAST)
        made.endLayout()
        return made


def height(layout: QTextLayout) -> float:
    """How high the lines of a layout are together."""
    count = layout.lineCount()
    if not count:
        return 0
    last = layout.lineAt(count - 1)
    return last.y() + max(last.height(), _LEAST)
