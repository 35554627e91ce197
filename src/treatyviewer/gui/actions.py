"""What can be done in the window: one table, from which actions and tooltips are made."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from treatyviewer.gui.i18n import translate


class ActionLine(NamedTuple):
    """One action. `shortcut` is portable: Qt makes Ctrl the command key on macOS."""

    id: str
    text: str
    shortcut: str


TABLE = (
    ActionLine("search", "Search", "Ctrl+K"),
    ActionLine("leave", "Back to the text", "Esc"),
    ActionLine("next-hit", "Next hit", "F3"),
    ActionLine("previous-hit", "Previous hit", "Shift+F3"),
    ActionLine("back", "Back", "Alt+Left"),
    ActionLine("forward", "Forward", "Alt+Right"),
    ActionLine("previous-section", "Previous section", "Ctrl+PgUp"),
    ActionLine("next-section", "Next section", "Ctrl+PgDown"),
    ActionLine("find", "Find on this page", "Ctrl+F"),
    ActionLine("go-to", "Go to…", "Ctrl+P"),
    ActionLine("new-window", "New window", "Ctrl+N"),
    ActionLine("close-window", "Close window", "Ctrl+W"),
    ActionLine("open", "Open…", "Ctrl+O"),
    ActionLine("open-file", "Open a .treaty file…", "Ctrl+Shift+O"),
    ActionLine("quit", "Quit", "Ctrl+Q"),
)


def make_actions(window: QWidget) -> dict[str, QAction]:
    """The actions by id, their shortcuts working anywhere in `window`."""
    made: dict[str, QAction] = {}
    for line in TABLE:
        action = QAction(translate("Actions", line.text), window)
        action.setShortcut(QKeySequence(line.shortcut))
        window.addAction(action)
        made[line.id] = action
    return made


def shortcut_texts(actions: dict[str, QAction]) -> dict[str, str]:
    """Each action's shortcut as this system writes it."""
    native = QKeySequence.SequenceFormat.NativeText
    return {id: action.shortcut().toString(native) for id, action in actions.items()}


def shortcut_text(id: str) -> str:
    """The shortcut of one action as this system writes it."""
    (line,) = (line for line in TABLE if line.id == id)
    return QKeySequence(line.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
