"""A page as a QTextDocument, built from blocks with a cursor and a few shared formats.

No HTML is involved: building an article this way takes about a millisecond.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from treatyviewer.entry import blocks as b
from treatyviewer.gui.widgets.page_formats import LABEL, Formats
from treatyviewer.gui.widgets.page_tables import TableWriter
from treatyviewer.gui.widgets.page_text import PageDocument
from treatyviewer.gui.widgets.page_view import PageView
from treatyviewer.gui.widgets.pictures import caption_of, insert_picture
from treatyviewer.gui.widgets.table_formats import list_format

# A list is set in by so much.
_LIST = 40


def build(
    view: PageView,
    formats: Formats,
    parent: QObject,
    document: QTextDocument | None = None,
    *,
    notes_beside: bool = False,
) -> PageDocument:
    """Set a page. A `document` that shows another page is written anew: a view lays that out once,
    where a new document costs it two layouts. With `notes_beside` the author's own notes are left
    out, for they stand beside the text.
    """
    if document is None:
        document = QTextDocument(parent)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
    if document.defaultFont() != formats.body_font:
        # Told again, it would lay out what it still holds.
        document.setDefaultFont(formats.body_font)
        document.setIndentWidth(formats.px(_LIST))
    return _Builder(view, formats, document, notes_beside=notes_beside).build()


class _Builder(TableWriter):
    def __init__(
        self, view: PageView, formats: Formats, document: QTextDocument, *, notes_beside: bool
    ) -> None:
        super().__init__(document, formats)
        self._view = view
        self._notes_beside = notes_beside
        # There is nothing but words so far.
        self._plain = True

    def build(self) -> PageDocument:
        f, view = self._formats, self._view
        self._cursor.beginEditBlock()
        self._cursor.select(QTextCursor.SelectionType.Document)
        self._cursor.removeSelectedText()
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
        # One inside another was done before that.
        self._claims.sort()
        return PageDocument(
            self._document,
            self._pieces,
            self._places,
            self._claims,
            pale_end,
            self._note_marks,
            self._plain,
            self._cards,
            self._pills,
            self._anchors,
            self._notes_beside,
        )

    # --- blocks -------------------------------------------------------------------------------

    def _blocks(self, blocks: Sequence[b.Block], block_format: QTextBlockFormat) -> None:
        for block in blocks:
            self._block(block, block_format)

    def _block(self, block: b.Block, block_format: QTextBlockFormat) -> None:
        f = self._formats
        match block:
            case b.Paragraph(id, runs):
                self._start(block_format, id)
                self._anchor(id)
                self._piece(runs, f.body)
            case b.Heading(id, level, runs):
                self._start(f.above(level), id)
                if level < LABEL:
                    self._anchor(id)
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
            case b.Note(id, _, _, brief) if self._notes_beside and not brief and self._marked(id):
                pass
            case b.Note(id, label, inner, _):
                for number, part in enumerate(inner):
                    self._start(f.note_text_block, id)
                    if number == 0:
                        self._cursor.insertText(label, f.superscript(f.small_body))
                        self._cursor.insertText("\u2002", f.small_body)
                    if isinstance(part, b.Paragraph):
                        self._piece(part.runs, f.small_body)
                    else:
                        self._block(part, f.note_text_block)

    def _anchor(self, id: str) -> None:
        """What is begun can be addressed."""
        if id:
            self._anchors[self._cursor.position()] = id

    def _marked(self, note: str) -> bool:
        """Whether a note, which is left out, stands beside the words that are marked for it. Who
        goes to it is led to these.
        """
        for position, id in self._note_marks:
            if id == note:
                self._places.setdefault(note, position)
                return True
        return False

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
                self._anchor(inner.id)
                self._places.setdefault(id, self._cursor.position())
                if made is None:
                    made = self._cursor.createList(list_format(start, depth))
                else:
                    made.add(self._cursor.block())
                self._piece(inner.runs, f.body)

    def _figure(self, figure: b.Figure) -> None:
        f = self._formats
        self._start(f.picture_block, figure.id)
        data = self._view.find_picture(figure.media)
        self._plain = False
        if data is None or not insert_picture(self._cursor, figure, data):
            self._cursor.insertText(figure.alt or figure.media, f.small)
        if caption := caption_of(figure):
            self._start(f.caption_block)
            self._piece(caption, f.small)

    def _map(self, block: b.Map) -> None:
        from treatyviewer.gui.widgets.page_map import insert_map

        self._start(self._formats.picture_block, block.id)
        self._plain = False
        insert_map(self._cursor, block, self._formats)
        self._start(self._formats.caption_block)
        self._piece(block.caption, self._formats.small)

    def _card(self, card: b.Card) -> None:
        from treatyviewer.gui.widgets.page_cards import frame

        f, inside = self._formats, self._formats.carded()
        inside.target = card.target
        before = -1 if self._first else self._cursor.position()
        self._formats = inside
        self._in_table = True
        self._blocks(card.blocks, inside.paragraph_block)
        self._in_table = False
        self._formats = f
        self._cards.append(frame(self._cursor, before, card.target, inside))
        self._places[card.id] = self._cards[-1].start
