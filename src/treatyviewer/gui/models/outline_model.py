"""The outline of a library as a tree, read from the library as it is opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from treatyviewer.gui.i18n import translate
from treatyviewer.gui.models import roles
from treatyviewer.library.library import DamagedError, Library
from treatyviewer.library.values import Answer, Node

if TYPE_CHECKING:
    from treatyviewer.gui.models.hit_counts import HitCounts

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_PAGE = 500


class _Line:
    """A node that was read, with those below it that were."""

    __slots__ = ("above", "below", "ended", "node", "row")

    def __init__(self, node: Node | None, above: _Line | None, row: int) -> None:
        self.node = node
        self.above = above
        self.row = row
        self.below: list[_Line] = []
        # The library had no more, whatever was expected.
        self.ended = False

    @property
    def expected(self) -> int:
        return self.node.children if self.node is not None else 0


class OutlineModel(QAbstractItemModel):
    """Entries, parts and sections; an only entry is left out, its parts are the top.

    Rows are fetched some hundred at a time, so a library of any size opens at once.
    """

    # The library cannot be read on; the rows that were fetched stay.
    damaged = Signal(object)
    # Every row may have another number of hits. Not as a change of data: Qt asks each of
    # thousands of rows then, where it is enough to paint those that are seen.
    hits_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._language = ""
        self._root = _Line(None, None, 0)
        self._entry_count = 0
        self._lines: dict[int, _Line] = {}
        # Made for the first answer.
        self._counts: HitCounts | None = None

    def set_library(self, library: Library | None, language: str) -> None:
        """Show another library, titles in `language`. Raises `DamagedError`, empty then."""
        self.beginResetModel()
        self._library = library
        self._language = language
        self._lines = {}
        self._counts = None
        self._root = _Line(None, None, 0)
        self._entry_count = 0
        try:
            entries = library.entries() if library is not None else []
            if len(entries) == 1:
                self._root.node = entries[0].node
            self._entry_count = len(entries)
            self._append(self._root, self._read(self._root))
        finally:
            self.endResetModel()

    def show_hits(self, answer: Answer | None) -> None:
        """Tell at each row how many hits of an answer there are at it and below it."""
        if self._counts is None and answer is not None and self._library is not None:
            from treatyviewer.gui.models.hit_counts import HitCounts

            self._counts = HitCounts(self._library)
        if self._counts is not None:
            self._counts.set_answer(answer)
            self.hits_changed.emit()

    def index_of(self, node: Node) -> QModelIndex:
        """The index of a node, fetching what is above and before it; invalid if it is not
        part of the tree.
        """
        line = self._line_of(node)
        return self.createIndex(line.row, 0, line) if line else QModelIndex()

    def _line_of(self, node: Node) -> _Line | None:
        if self._library is None or (self._root.node and node.id == self._root.node.id):
            return None
        if node.id in self._lines:
            return self._lines[node.id]
        above = self._root
        for step in self._library.path(node):
            if self._root.node is None or step.id != self._root.node.id:
                above = self._reach(above, step.id) or above
        return self._reach(above, node.id)

    def _reach(self, above: _Line, id: int) -> _Line | None:
        while id not in self._lines and self._missing(above):
            self.fetchMore(self._index(above))
        return self._lines.get(id)

    # --- Qt's interface -----------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many rows were fetched so far."""
        return len(self._line(parent).below) if parent.column() <= 0 else 0

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """One: the delegate sets number and title side by side."""
        return 1

    def hasChildren(self, parent: _Index = _NOWHERE) -> bool:
        """Known without fetching them."""
        line = self._line(parent)
        return bool(line.below) or self._missing(line)

    def canFetchMore(self, parent: _Index) -> bool:
        """Whether the library has rows that were not fetched yet."""
        return parent.column() <= 0 and self._missing(self._line(parent))

    def fetchMore(self, parent: _Index) -> None:
        """Fetch the next some hundred."""
        line = self._line(parent)
        if self._missing(line):
            first = len(line.below)
            nodes = self._next(line)
            if not nodes:
                return
            self.beginInsertRows(self._index(line), first, first + len(nodes) - 1)
            self._append(line, nodes)
            self.endInsertRows()

    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        """The index of one row."""
        below = self._line(parent).below
        if column != 0 or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, 0, below[row])

    # Qt overloads the name: QObject.parent() has no index.
    def parent(self, index: _Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # see above
        """The row above."""
        line = self._line(index)
        return self._index(line.above) if line.above is not None else QModelIndex()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles, numbers, kinds and addresses."""
        node = self._line(index).node
        if not index.isValid() or node is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return node.title(self._language)
        if role == roles.NUMBER:
            # An article has no number of its own here: its title says which it is.
            return "§" if node.kind == "article" else node.number
        if role == roles.MEMBERS:
            return node.members
        if role == roles.KIND:
            return node.kind
        if role == roles.ADDRESS:
            return node.address
        if role == roles.HITS:
            return self._counts.below(node) if self._counts is not None else ""
        if role == roles.VERDICTS:
            return node.verdicts
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self._said(node))
        return None

    def _said(self, node: Node) -> Iterator[str]:
        """All that a row shows, in words."""
        yield " ".join(part for part in (node.number, node.title(self._language)) if part)
        if hits := self._counts.below(node) if self._counts is not None else "":
            yield self._hits_said(node, hits)
        if count := node.verdicts.get("contradicted", 0):
            yield translate("OutlineModel", "{n} contradicted", count).format(n=count)
        if count := node.verdicts.get("imprecise", 0):
            yield translate("OutlineModel", "{n} imprecise", count).format(n=count)

    def _hits_said(self, node: Node, hits: str) -> str:
        count = self._counts.count(node) if self._counts is not None else 0
        return translate("OutlineModel", "{n} hit(s)", count).format(n=hits)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Parts are labels: they cannot be chosen."""
        node = self._line(index).node
        if not index.isValid() or node is None:
            return Qt.ItemFlag.NoItemFlags
        if node.kind == "part":
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    # --- lines --------------------------------------------------------------------------------

    def _line(self, index: _Index) -> _Line:
        line = index.internalPointer() if index.isValid() else None
        return line if isinstance(line, _Line) else self._root

    def _index(self, line: _Line) -> QModelIndex:
        return QModelIndex() if line is self._root else self.createIndex(line.row, 0, line)

    def _missing(self, line: _Line) -> bool:
        if line.ended:
            return False
        if line.node is None and self._root is line:
            return len(line.below) < self._entry_count
        return len(line.below) < line.expected

    def _next(self, line: _Line) -> list[Node]:
        """The next rows; none where the library cannot be read any more, which is told."""
        nodes: list[Node] = []
        try:
            nodes = self._read(line)
        except DamagedError as error:
            self.damaged.emit(error)
        line.ended = not nodes
        return nodes

    def _read(self, line: _Line) -> list[Node]:
        if self._library is None:
            return []
        last = line.below[-1].node if line.below else None
        parent = line.node.id if line.node else None
        return self._library.children(parent, last.id if last else 0, _PAGE)

    def _append(self, line: _Line, nodes: list[Node]) -> None:
        for node in nodes:
            below = _Line(node, line, len(line.below))
            line.below.append(below)
            self._lines[node.id] = below
