"""Tables, facts at a glance, and texts side by side, into a document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextTableCell

from treatyviewer.entry import blocks as b
from treatyviewer.gui.widgets.page_writer import LINE_SEPARATOR, PageWriter
from treatyviewer.gui.widgets.table_formats import cell_format, parallel_format, table_format


class TableWriter(PageWriter):
    """A writer that knows tables."""

    def _table(self, id: str, head: b.Row, rows: Sequence[b.Row]) -> None:
        f = self._formats
        columns = max(len(row.cells) for row in (head, *rows))
        self._start(f.table_block, id)
        self._in_table = True
        table = self._cursor.insertTable(len(rows) + 1, columns, table_format())
        for number, row in enumerate((head, *rows)):
            for column, cell in enumerate(row.cells):
                place = table.cellAt(number, column)
                place.setFormat(cell_format(f.palette, head=number == 0))
                self._cursor = place.firstCursorPosition()
                self._cursor.setBlockFormat(f.cell_block(cell.align))
                self._piece(cell.runs, f.table_head if number == 0 else f.table_text)
        self._leave_table()

    def _leave_table(self) -> None:
        self._cursor = QTextCursor(self._document)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._in_table = False
        self._after_heading = False

    def _facts(self, id: str, facts: Sequence[b.Definition]) -> None:
        """Names in a column of their own: paragraphs that hang, for a table takes Qt five times
        as long to lay out.
        """
        f = self._formats
        self._in_table = True
        for number, fact in enumerate(facts):
            last = number == len(facts) - 1
            self._start(f.fact_block(first=number == 0, last=last), id)
            self._piece(fact.term, f.fact_name)
            # A name that is too long for its column has a line of its own.
            fits = f.fits_fact_column(self._pieces[-1].text)
            self._cursor.insertText("\t" if fits else LINE_SEPARATOR, f.fact_name)
            for place, runs in enumerate(_lines(fact.blocks)):
                if place:
                    self._cursor.insertText(LINE_SEPARATOR, f.table_text)
                self._piece(runs, f.table_text)
        self._in_table = False

    def _parallel(self, id: str, texts: Sequence[b.Column]) -> None:
        f = self._formats
        rows = max(len(column.blocks) for column in texts)
        self._start(f.table_block, id)
        self._in_table = True
        table = self._cursor.insertTable(rows + 1, len(texts), parallel_format(len(texts)))
        for number, column in enumerate(texts):
            self._enter(table.cellAt(0, number), cell_format(f.palette, head=True))
            self._piece(column.head, f.table_head)
            for row, block in enumerate(column.blocks, start=1):
                self._enter(table.cellAt(row, number), cell_format(f.palette, head=False))
                self._places.setdefault(block.id, self._cursor.position())
                for runs in _lines((block,)):
                    self._piece(runs, f.small_body)
        self._leave_table()

    def _enter(self, cell: QTextTableCell, cell_format: QTextCharFormat) -> None:
        """Write into a cell."""
        cell.setFormat(cell_format)
        self._cursor = cell.firstCursorPosition()
        self._cursor.setBlockFormat(self._formats.cell_block(""))


def _lines(blocks: Sequence[b.Block]) -> list[Sequence[b.Run]]:
    """What is said in a cell, as one line of runs a piece of text."""
    return [runs for _, runs in b.leaves(blocks)]
