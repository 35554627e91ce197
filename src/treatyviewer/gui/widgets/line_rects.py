"""Where words stand on the page, line by line."""

from __future__ import annotations

from typing import cast

from PySide6 import QtGui
from PySide6.QtCore import QRectF


def line_rects(block: QtGui.QTextBlock, start: int, end: int) -> list[QRectF]:
    """Where the signs from `start` to `end` stand in a block, one rectangle a line."""
    if not block.isValid():
        return []
    layout = block.layout()
    first, last = start - block.position(), end - block.position()
    rects: list[QRectF] = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        line_start, line_end = line.textStart(), line.textStart() + line.textLength()
        if last <= line_start or first >= line_end:
            continue
        # A line that is broken ends in the space at which it was.
        words = block.text()[line_start : min(last, line_end)]
        line_end = line_start + len(words.rstrip())
        if max(first, line_start) >= line_end:
            continue
        left = _x(line, max(first, line_start))
        right = _x(line, min(last, line_end))
        top, height = line.y() + line.height() * 0.08, line.height() * 0.86
        rects.append(QRectF(left - 2, top, right - left + 4, height))
    return rects


def _x(line: QtGui.QTextLine, place: int) -> float:
    # PySide answers with the place too, moved to the bounds of a sign; its stubs say "object".
    x, _ = cast("tuple[float, int]", line.cursorToX(place))
    return x
