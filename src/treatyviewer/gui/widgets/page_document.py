"""A page as a QTextDocument, built from blocks with a cursor and a few shared formats.

No HTML is involved: building an article this way takes about a millisecond.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTableCell,
)

from treatyviewer.entry import blocks as b
from treatyviewer.gui.widgets.page_formats import Formats
from treatyviewer.gui.widgets.page_text import ClaimSpan, PageDocument, Piece
from treatyviewer.gui.widgets.page_view import PageView
from treatyviewer.gui.widgets.pictures import insert_picture

if TYPE_CHECKING:
    from treatyviewer.gui.widgets.page_cards import CardSpan
    from treatyviewer.gui.widgets.page_map import PageMap
    from treatyviewer.gui.widgets.page_pills import PillSpan

_LINE_SEPARATOR = "\u2028"


def build(view: PageView, formats: Formats, base: QFont, parent: QObject) -> PageDocument:
    """Set a page. `base` is the system's interface font."""
    return _Builder(view, formats, base, parent).build()


class _Builder:
    def __init__(self, view: PageView, formats: Formats, base: QFont, parent: QObject) -> None:
        self._view = view
        self._formats = formats
        self._document = QTextDocument(parent)
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(formats.body_font)
        self._cursor = QTextCursor(self._document)
        self._pieces: list[Piece] = []
        self._places: dict[str, int] = {}
        self._claims: list[ClaimSpan] = []
        self._maps: list[PageMap] = []
        self._cards: list[CardSpan] = []
        self._pills: list[PillSpan] = []
        self._first = True
        self._after_heading = False

    def build(self) -> PageDocument:
        f, view = self._formats, self._view
        self._cursor.beginEditBlock()
        self._document.rootFrame().setFrameFormat(f.page)
        if view.kicker:
            self._line(view.kicker, f.kicker_block, f.kicker, piece=False)
        if view.title:
            self._line(view.title, f.title_block, f.title)
        pale_end = -1
        if view.subtitle:
            self._line(view.subtitle, f.subtitle_block, f.subtitle)
            pale_end = self._cursor.position()
        if view.note:
            self._line(view.note, f.note_block, f.small, piece=False)
        self._blocks(view.blocks, f.paragraph_block)
        for number, (label, target) in enumerate(view.actions):
            self._start(f.action_block if number else f.first_action_block)
            self._cursor.insertText(label, f.link(f.small_link, target))
        for number, (label, target) in enumerate(view.ways):
            if number:
                self._cursor.insertText("\u2003·\u2003", f.small)
            else:
                self._start(f.ways_block)
            self._cursor.insertText(label, f.link(f.small_link, target))
        self._cursor.endEditBlock()
        return PageDocument(
            self._document,
            self._pieces,
            self._places,
            self._claims,
            pale_end,
            self._maps,
            self._cards,
            self._pills,
        )

    # --- blocks -------------------------------------------------------------------------------

    def _start(self, block_format: QTextBlockFormat, id: str = "") -> None:
        """Begin a paragraph; the document's first one is there already."""
        f = self._formats
        if self._after_heading and block_format.topMargin() > f.CLOSE:
            # Of two margins Qt takes the larger, so a heading cannot draw near what follows.
            block_format = f.close(block_format)
        self._after_heading = block_format in (f.heading_block, f.label_block)
        if self._first:
            self._cursor.setBlockFormat(block_format)
            self._first = False
        else:
            self._cursor.insertBlock(block_format, f.body)
        if id:
            self._places.setdefault(id, self._cursor.position())

    def _line(
        self,
        text: str,
        block_format: QTextBlockFormat,
        char: QTextCharFormat,
        *,
        piece: bool = True,
    ) -> None:
        self._start(block_format)
        if piece:
            self._pieces.append(Piece())
            self._pieces[-1].append(text, self._cursor.position())
        self._cursor.insertText(text, self._formats.fitting(char, text))

    def _blocks(self, blocks: Sequence[b.Block], block_format: QTextBlockFormat) -> None:
        for block in blocks:
            self._block(block, block_format)

    def _block(self, block: b.Block, block_format: QTextBlockFormat) -> None:
        f = self._formats
        match block:
            case b.Paragraph(id, runs):
                self._start(block_format, id)
                self._piece(runs, f.body)
            case b.Heading(id, level, runs):
                self._start(f.above(level), id)
                self._piece(runs, f.heading(level))
            case b.Quote(id, inner):
                self._places[id] = self._cursor.position() + 1
                self._blocks(inner, f.quoted(block_format))
            case b.ItemList(id, start, items):
                self._list(id, start, items, block_format, 1)
            case b.DefinitionList(id, definitions):
                for definition in definitions:
                    self._start(f.term_block, id)
                    self._piece(definition.term, f.strong(f.body))
                    self._blocks(definition.blocks, f.close(f.indented(block_format)))
            case b.Table(id, head, rows):
                self._table(id, head, rows)
            case b.FactTable(id, facts):
                self._facts(id, facts)
            case b.Parallel(id, texts):
                self._parallel(id, texts)
            case b.Figure():
                self._figure(block)
            case b.Map():
                self._map(block)
            case b.Card():
                self._card(block)
            case b.Rule(id):
                self._start(f.rule_block, id)
                self._cursor.insertText("∗   ∗   ∗", f.small)
            case b.Note(id, label, inner):
                for number, part in enumerate(inner):
                    self._start(f.note_text_block, id)
                    if number == 0:
                        self._cursor.insertText(label, f.superscript(f.small_body))
                        self._cursor.insertText("\u2002", f.small_body)
                    if isinstance(part, b.Paragraph):
                        self._piece(part.runs, f.small_body)
                    else:
                        self._block(part, f.note_text_block)

    def _list(
        self,
        id: str,
        start: int | None,
        items: Sequence[b.Item],
        block_format: QTextBlockFormat,
        depth: int,
    ) -> None:
        f = self._formats
        made = None
        for item in items:
            for number, inner in enumerate(item.blocks):
                if isinstance(inner, b.ItemList):
                    self._list(inner.id, inner.start, inner.items, block_format, depth + 1)
                    continue
                if number or not isinstance(inner, b.Paragraph):
                    self._block(inner, f.indented(block_format, depth))
                    continue
                self._start(f.item_block, inner.id)
                self._places.setdefault(id, self._cursor.position())
                if made is None:
                    made = self._cursor.createList(f.list(start, depth))
                else:
                    made.add(self._cursor.block())
                self._piece(inner.runs, f.body)

    def _table(self, id: str, head: b.Row, rows: Sequence[b.Row]) -> None:
        f = self._formats
        columns = max(len(row.cells) for row in (head, *rows))
        self._start(f.table_block, id)
        table = self._cursor.insertTable(len(rows) + 1, columns, f.table())
        for number, row in enumerate((head, *rows)):
            for column, cell in enumerate(row.cells):
                place = table.cellAt(number, column)
                place.setFormat(f.cell(head=number == 0))
                self._cursor = place.firstCursorPosition()
                self._cursor.setBlockFormat(f.cell_block(cell.align))
                self._piece(cell.runs, f.table_head if number == 0 else f.table_text)
        self._leave_table()

    def _leave_table(self) -> None:
        self._cursor = QTextCursor(self._document)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._after_heading = False

    def _facts(self, id: str, facts: Sequence[b.Definition]) -> None:
        """Names in a column of their own: paragraphs that hang, for a table takes Qt five times
        as long to lay out.
        """
        f = self._formats
        for number, fact in enumerate(facts):
            last = number == len(facts) - 1
            self._start(f.fact_block(first=number == 0, last=last), id)
            self._piece(fact.term, f.fact_name)
            # A name that is too long for its column has a line of its own.
            fits = f.fits_fact_column(self._pieces[-1].text)
            self._cursor.insertText("\t" if fits else _LINE_SEPARATOR, f.fact_name)
            for place, runs in enumerate(_lines(fact.blocks)):
                if place:
                    self._cursor.insertText(_LINE_SEPARATOR, f.table_text)
                self._piece(runs, f.table_text)

    def _parallel(self, id: str, texts: Sequence[b.Column]) -> None:
        f = self._formats
        rows = max(len(column.blocks) for column in texts)
        self._start(f.table_block, id)
        table = self._cursor.insertTable(rows + 1, len(texts), f.parallel(len(texts)))
        for number, column in enumerate(texts):
            self._enter(table.cellAt(0, number), f.cell(head=True))
            self._piece(column.head, f.table_head)
            for row, block in enumerate(column.blocks, start=1):
                self._enter(table.cellAt(row, number), f.cell(head=False))
                self._places.setdefault(block.id, self._cursor.position())
                for runs in _lines((block,)):
                    self._piece(runs, f.small_body)
        self._leave_table()

    def _enter(self, cell: QTextTableCell, cell_format: QTextCharFormat) -> None:
        """Write into a cell."""
        cell.setFormat(cell_format)
        self._cursor = cell.firstCursorPosition()
        self._cursor.setBlockFormat(self._formats.cell_block(""))

    def _figure(self, figure: b.Figure) -> None:
        f = self._formats
        self._start(f.picture_block, figure.id)
        data = self._view.find_picture(figure.media)
        shown = data is not None and insert_picture(self._cursor, figure, data)
        if not shown:
            self._cursor.insertText(figure.alt or figure.media, f.small)
        caption: tuple[b.Run, ...] = figure.caption
        said = " · ".join(part for part in (figure.credit, figure.licence) if part)
        if said:
            caption += (b.Text(f" {said}" if caption else said),)
        if caption:
            self._start(f.caption_block)
            self._piece(caption, f.small)

    def _map(self, block: b.Map) -> None:
        # Loaded by the first map: most pages have none.
        from treatyviewer.gui.widgets.page_map import insert_map

        self._start(self._formats.picture_block, block.id)
        self._maps.append(insert_map(self._cursor, block, self._formats))
        self._start(self._formats.caption_block)
        self._piece(block.caption, self._formats.small)

    def _card(self, card: b.Card) -> None:
        from treatyviewer.gui.widgets.page_cards import frame

        before = -1 if self._first else self._cursor.position()
        f, self._formats = self._formats, self._formats.carded()
        self._blocks(card.blocks, self._formats.paragraph_block)
        self._formats = f
        self._cards.append(frame(self._cursor, before, card.target, f))
        self._places[card.id] = self._cards[-1].start

    # --- runs ---------------------------------------------------------------------------------

    def _piece(self, runs: Sequence[b.Run], char: QTextCharFormat) -> None:
        self._pieces.append(Piece())
        self._runs(runs, char)

    def _runs(self, runs: Sequence[b.Run], char: QTextCharFormat) -> None:
        f = self._formats
        before: b.Run | None = None
        for run in runs:
            match run:
                case b.Text(text):
                    self._words(text, text, char)
                case b.Code(text):
                    self._words(text, text, f.code(char))
                case b.Emphasis(inner):
                    self._runs(inner, f.emphasis(char))
                case b.Strong(inner):
                    self._runs(inner, f.strong(char))
                case b.Link(target, inner):
                    self._runs(inner, f.link(char, target))
                case b.ClaimMark(claim, verdict, inner):
                    start = self._cursor.position()
                    self._runs(inner, f.claim(char, claim, verdict))
                    end = self._cursor.position()
                    self._claims.append(ClaimSpan(start, end, claim, verdict))
                case b.Pill():
                    self._pill(run, char)
                case b.Break():
                    self._words("\n", _LINE_SEPARATOR, char)
                case b.NoteMark(note, label):
                    raised = f.superscript(char)
                    if isinstance(before, b.NoteMark):
                        self._cursor.insertText(",", raised)
                    self._cursor.insertText(label, f.link(raised, f"#{note}"))
                case b.Citation():
                    # Numbered when the page was composed.
                    pass
            before = run

    def _pill(self, pill: b.Pill, char: QTextCharFormat) -> None:
        from treatyviewer.gui.widgets.page_pills import insert

        self._pills.append(insert(self._cursor, pill, self._pieces[-1], self._formats))

    def _words(self, text: str, shown: str, char: QTextCharFormat) -> None:
        self._pieces[-1].append(text, self._cursor.position())
        self._cursor.insertText(shown, self._formats.fitting(char, text))


def _lines(blocks: Sequence[b.Block]) -> list[Sequence[b.Run]]:
    """What is said in a cell, as one line of runs a piece of text."""
    return [runs for _, runs in b.leaves(blocks)]
