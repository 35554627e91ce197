"""The hits of an answer as a list, grouped by kind."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from treatyviewer.gui.i18n import number, translate
from treatyviewer.gui.models import roles
from treatyviewer.gui.models.kind_names import kind_name
from treatyviewer.library.values import Answer, Hit
from treatyviewer.tuples import NamedTuple

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
# Rows that are shown at once: each has to be measured, at every key. Qt asks for more where they
# leave room, and when somebody scrolls.
_FIRST = 10


class Heading(NamedTuple):
    """The line above the hits of a kind; `amount` says how many there are."""

    name: str
    amount: str


class ResultsModel(QAbstractListModel):
    """A row for each hit, below a heading for each kind. The kinds stand in the order of their
    best hits, so the best hit of all is the first below the first heading.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Heading | Hit] = []
        self._shown = 0

    def set_answer(self, answer: Answer | None) -> None:
        """Show another answer; None empties the list."""
        self.beginResetModel()
        self._rows = _grouped(answer) if answer else []
        self._shown = min(_FIRST, len(self._rows))
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """The number of hits and headings that are shown so far."""
        return 0 if parent.isValid() else self._shown

    def canFetchMore(self, parent: _Index) -> bool:
        """Whether there are rows that are not shown yet."""
        return not parent.isValid() and self._shown < len(self._rows)

    def fetchMore(self, parent: _Index) -> None:
        """Show all of them: somebody looks on, where most only type on."""
        if self.canFetchMore(parent):
            self.beginInsertRows(QModelIndex(), self._shown, len(self._rows) - 1)
            self._shown = len(self._rows)
            self.endInsertRows()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings cannot be chosen; the arrow keys pass over them."""
        if not isinstance(self._row(index), Hit):
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles for Qt, whole hits and headings for the delegate."""
        row = self._row(index)
        if isinstance(row, Heading):
            return _heading_data(row, role)
        return _hit_data(row, role) if row is not None else None

    def _row(self, index: _Index) -> Heading | Hit | None:
        if not index.isValid() or not 0 <= index.row() < self._shown:
            return None
        return self._rows[index.row()]


def _grouped(answer: Answer) -> list[Heading | Hit]:
    groups: dict[str, list[Hit]] = {}
    for hit in answer.hits:
        groups.setdefault(hit.kind, []).append(hit)
    rows: list[Heading | Hit] = []
    for kind, hits in groups.items():
        # Fewer were counted than there are where there are very many.
        total = max(len(hits), answer.kinds.get(kind, 0))
        count = number(total, more=answer.more)
        if total > len(hits):
            count = translate("Results", "{shown} of {total}").format(
                shown=number(len(hits)), total=count
            )
        rows.append(Heading(kind_name(kind), count))
        rows.extend(hits)
    return rows


def _heading_data(heading: Heading, role: int) -> Any:
    if role == roles.HEADING:
        return heading
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return f"{heading.name} {heading.amount}"
    return None


def _hit_data(hit: Hit, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return hit.title
    if role == roles.HIT:
        return hit
    if role == roles.ADDRESS:
        return hit.address
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return " ".join(part for part in (hit.number, hit.title) if part)
    if role == Qt.ItemDataRole.AccessibleDescriptionRole:
        # The heading above the row is not read with it.
        return f"{kind_name(hit.kind)}: {hit.snippet}" if hit.snippet else kind_name(hit.kind)
    return None
