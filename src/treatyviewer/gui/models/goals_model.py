"""Where one can go, as a list: pages and commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from treatyviewer.entry.address import Address
from treatyviewer.gui.models import roles
from treatyviewer.tuples import NamedTuple

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
GOAL = roles.HITS + 20


class Goal(NamedTuple):
    """A page by its `address`, or a command by the id of its `action`.

    `also` is the name that was typed, where it is not the title; `kind` says what it is, and
    `end` what stands at the end of the row: a kind or a shortcut.
    """

    title: str
    end: str = ""
    also: str = ""
    address: Address | None = None
    action: str = ""


class GoalsModel(QAbstractListModel):
    """Some rows, all known at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._goals: tuple[Goal, ...] = ()

    def set_goals(self, goals: Sequence[Goal]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._goals = tuple(goals)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._goals)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A title, what is read out, or the whole goal."""
        if not index.isValid():
            return None
        goal = self._goals[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return goal.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (goal.title, goal.also, goal.end) if part)
        return goal if role == GOAL else None
