"""Formats of lists and tables, which are the same in all sizes."""

from __future__ import annotations

from PySide6.QtGui import (
    QColor,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)

from treatyviewer.gui.theme import Palette


def list_format(start: int | None, depth: int) -> QTextListFormat:
    """Bullets, or numbers from `start`; `depth` counts from 1."""
    made = QTextListFormat()
    made.setIndent(depth)
    style = QTextListFormat.Style
    made.setStyle(style.ListDisc if start is None else style.ListDecimal)
    if start is not None:
        made.setStart(start)
    return made


def table_format() -> QTextTableFormat:
    """A table as wide as the column, without lines of its own."""
    made = QTextTableFormat()
    made.setBorder(0)
    made.setBorderCollapse(True)
    made.setCellPadding(5)
    made.setCellSpacing(0)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return made


def parallel_format(columns: int) -> QTextTableFormat:
    """Texts side by side, in columns of one width."""
    made = table_format()
    share = QTextLength(QTextLength.Type.PercentageLength, 100 / columns)
    made.setColumnWidthConstraints([share] * columns)
    return made


def cell_format(palette: Palette, *, head: bool) -> QTextTableCellFormat:
    """A cell with a line below it, a strong one below the headings."""
    made = QTextTableCellFormat()
    made.setBottomBorder(1)
    made.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBottomBorderBrush(QColor(palette.muted if head else palette.line))
    return made
