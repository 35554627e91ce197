"""What was found: chips by kind, what was done with the query, and the hits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from treatyviewer.gui.models import roles
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.filter_chips import FilterChips
from treatyviewer.gui.widgets.notes_label import Line, NotesLabel, Words
from treatyviewer.gui.widgets.results_list import LEFT, ResultsList


class ResultsPanel(QWidget):
    """The results under lines about them. Chosen by arrow keys, gone to by click or Enter."""

    hit_requested = Signal(object)
    # A kind, "" for all.
    kind_requested = Signal(str)
    # The target of a link in the lines.
    link_requested = Signal(str)

    def __init__(self, theme: Theme, model: QAbstractItemModel) -> None:
        super().__init__()
        self.chips = FilterChips(theme)
        self.notes = NotesLabel(theme)
        self.notes.setContentsMargins(LEFT, 5, 12, 3)
        self.list = ResultsList(theme, model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chips)
        column.addWidget(self.notes)
        column.addWidget(self.list, 1)
        self.chips.kind_requested.connect(self.kind_requested)
        self.notes.link_requested.connect(self.link_requested)
        self.list.clicked.connect(self._chosen)
        self.list.activated.connect(self._chosen)

    @property
    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, in order."""
        return [*self.chips.chips.values(), self.notes, self.list]

    def say(self, text: str) -> None:
        """What stands instead of hits."""
        self.chips.hide()
        self.notes.show_lines([(Words(text),)])
        self.list.set_policy()

    def show_notes(
        self, lines: Sequence[Line], counts: Mapping[str, int], kind: str, *, more: bool
    ) -> None:
        """Show lines above the hits, and chips with how many there are of each kind, or `more`
        than that; that of `kind` is chosen, "" for all.
        """
        self.chips.show_counts(counts, more=more)
        self.chips.choose(kind)
        self.notes.show_lines(lines)

    @property
    def said(self) -> str:
        """What stands above the hits now."""
        return self.notes.said

    def choose_first(self) -> None:
        """Choose the best hit."""
        self.list.choose_first()

    def step(self, rows: int) -> None:
        """Move the choice, stopping at the ends."""
        self.list.step(rows)

    def go(self) -> None:
        """Ask for the hit that is chosen."""
        index = self.list.currentIndex()
        if index.isValid():
            self._chosen(index)

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        hit = index.data(roles.HIT)
        if hit is not None:
            self.hit_requested.emit(hit)
