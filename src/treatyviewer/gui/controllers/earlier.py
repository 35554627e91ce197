"""Earlier queries, offered where the search field is empty."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from treatyviewer.gui.services.earlier import EarlierQueries
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.earlier_list import EarlierList
from treatyviewer.gui.widgets.search_field import SearchField


class EarlierController(QObject):
    """Made with the first query that is worth remembering."""

    def __init__(self, field: SearchField, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.queries = EarlierQueries()
        self.list = EarlierList(field, theme)
        field.earlier_requested.connect(self._offer)
        self.list.taken.connect(self._take)

    @Slot(bool)
    def _offer(self, choose: bool) -> None:
        self.list.open(self.queries.newest_first, choose=choose)

    @Slot(str)
    def _take(self, query: str) -> None:
        self._field.setText(query)
