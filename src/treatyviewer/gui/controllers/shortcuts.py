"""The sheet of shortcuts, made of the table of actions and of the keys of each view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from treatyviewer.gui.context import Context
from treatyviewer.gui.menu_table import ELSEWHERE, MENUS
from treatyviewer.gui.widgets.shortcut_sheet import Group, ShortcutSheet


class ShortcutsController(QObject):
    """Shows the sheet."""

    def __init__(
        self,
        context: Context,
        actions: dict[str, QAction],
        offered: frozenset[str],
        titles: Sequence[str],
        parent: QWidget,
    ) -> None:
        """`titles` are those of the menus, `offered` the ids of actions that do something."""
        super().__init__(parent)
        self._theme = context.theme
        self._actions = actions
        self._offered = offered
        self._titles = titles
        self._parent = parent
        self.sheet: ShortcutSheet | None = None

    def show(self) -> None:
        """Open the sheet, or bring it to the front."""
        if self.sheet is None:
            self.sheet = ShortcutSheet(self._theme, self.groups(), self._parent)
        self.sheet.show()
        self.sheet.raise_()
        self.sheet.activateWindow()

    def groups(self) -> list[Group]:
        """All that can be done by keys: menu by menu, then view by view."""
        made = [
            Group(title.replace("&", ""), self._lines(menu.actions))
            for title, menu in zip(self._titles, MENUS, strict=True)
        ]
        made += [
            Group(self.tr("Anywhere"), self._lines(ELSEWHERE)),
            Group(
                self.tr("In the contents"),
                [
                    (self.tr("Line by line"), _keys("Up", "Down")),
                    (self.tr("Unfold, fold"), _keys("Right", "Left")),
                    (self.tr("First, last"), _keys("Home", "End")),
                    (self.tr("Go there"), _keys("Return")),
                ],
            ),
            Group(
                self.tr("In the text and the evidence"),
                [
                    (self.tr("Next, previous link or claim"), _keys("Tab", "Shift+Tab")),
                    (self.tr("Follow it, open its evidence"), _keys("Return")),
                    (self.tr("A page down, up"), _keys("PgDown", "PgUp")),
                    (self.tr("Beginning, end"), _keys("Home", "End")),
                ],
            ),
            Group(
                self.tr("In the search field"),
                [
                    (self.tr("Among the results"), _keys("Up", "Down")),
                    (self.tr("Eight results on, back"), _keys("PgDown", "PgUp")),
                    (self.tr("Go to the chosen one"), _keys("Return")),
                    (self.tr("Earlier queries, where it is empty"), _keys("Down")),
                ],
            ),
        ]
        if "timeline" in self._offered:
            made.append(
                Group(
                    self.tr("On the timeline"),
                    [
                        (self.tr("From event to event"), _keys("Left", "Right")),
                        (self.tr("First, last"), _keys("Home", "End")),
                        (self.tr("Closer, further away"), _keys("+", "-")),
                        (self.tr("All of it"), _keys("0")),
                        (self.tr("Go to the event"), _keys("Return")),
                    ],
                )
            )
        return made

    def _lines(self, ids: tuple[str, ...]) -> list[tuple[str, list[str]]]:
        made = []
        for id in ids:
            if id in self._offered and self._actions[id].shortcuts():
                action = self._actions[id]
                keys = [_native(sequence) for sequence in action.shortcuts()]
                made.append((action.text().removesuffix("…"), keys))
        return made


def _keys(*portable: str) -> list[str]:
    return [_native(QKeySequence(key)) for key in portable]


def _native(sequence: QKeySequence) -> str:
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)
