"""The hits of an answer as a list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from treatyviewer.gui.models import roles
from treatyviewer.library.values import Answer, Hit

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ResultsModel(QAbstractListModel):
    """One row a hit, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()

    def set_answer(self, answer: Answer | None) -> None:
        """Show another answer; None empties the list."""
        self.beginResetModel()
        self._hits = answer.hits if answer else ()
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """The number of hits."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles for Qt, whole hits for the delegate."""
        if not index.isValid() or not 0 <= index.row() < len(self._hits):
            return None
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == roles.HIT:
            return hit
        if role == roles.ADDRESS:
            return hit.address
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(part for part in (hit.number, hit.title) if part)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return hit.snippet
        return None
