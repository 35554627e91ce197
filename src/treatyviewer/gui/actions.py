"""What can be done in the window: one table, from which actions and tooltips are made."""

from __future__ import annotations

import sys

from PySide6.QtCore import SIGNAL, QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from treatyviewer.gui.i18n import translate
from treatyviewer.tuples import NamedTuple


class ActionLine(NamedTuple):
    """One action. `shortcut` is portable: Qt makes Ctrl the command key on macOS. Several stand
    in it after "; ". In which menu it is: gui/menu_table.py.
    """

    id: str
    text: str
    shortcut: str = ""


TABLE = (
    ActionLine("open", "Open…", "Ctrl+O"),
    ActionLine("open-file", "Open a .treaty file…", "Ctrl+Shift+O"),
    ActionLine("new-window", "New window", "Ctrl+N"),
    ActionLine("close-window", "Close window", "Ctrl+W"),
    ActionLine("quit", "Quit", "Ctrl+Q"),
    ActionLine("copy", "Copy", "Ctrl+C"),
    ActionLine("select-all", "Select all", "Ctrl+A"),
    ActionLine("find", "Find in page…", "Ctrl+F"),
    ActionLine("copy-citation", "Copy citation", "Ctrl+Shift+C"),
    ActionLine("copy-address", "Copy address of this page", "Ctrl+Shift+L"),
    ActionLine("suggest-correction", "Suggest a correction…"),
    ActionLine("settings", "Settings…", "Ctrl+,"),
    ActionLine("side-panel", "Contents panel", "F9"),
    ActionLine("timeline", "Timeline", "F8"),
    ActionLine("menu-bar", "Menu bar", "Ctrl+M"),
    ActionLine("zoom-in", "Larger text", "Ctrl++; Ctrl+="),
    ActionLine("zoom-out", "Smaller text", "Ctrl+-"),
    ActionLine("zoom-reset", "Text in its usual size", "Ctrl+0"),
    ActionLine("toggle-theme", "Light or dark", "Ctrl+Shift+D"),
    ActionLine("text", "Text…", "Ctrl+T"),
    ActionLine("full-screen", "Full screen", "F11"),
    ActionLine("back", "Back", "Alt+Left"),
    ActionLine("forward", "Forward", "Alt+Right"),
    ActionLine("start", "Beginning", "Alt+Home"),
    ActionLine("previous-section", "Previous section", "Ctrl+PgUp"),
    ActionLine("next-section", "Next section", "Ctrl+PgDown"),
    ActionLine("previous-claim", "Previous claim", "Alt+Up"),
    ActionLine("next-claim", "Next claim", "Alt+Down"),
    ActionLine("palette", "Go to…", "Ctrl+P"),
    ActionLine("search", "Search", "Ctrl+K"),
    ActionLine("next-hit", "Next hit", "F3"),
    ActionLine("previous-hit", "Previous hit", "Shift+F3"),
    ActionLine("next-pane", "Next part of the window", "F6"),
    ActionLine("previous-pane", "Previous part of the window", "Shift+F6"),
    ActionLine("shortcuts", "Keyboard shortcuts", "F1"),
    ActionLine("about-entry", "About this entry"),
    ActionLine("about", "About Treaty Viewer"),
    ActionLine("menus", "Menus", "F10"),
    ActionLine("leave", "Back to the text", "Esc"),
)

# There shortcuts are written with signs of their own.
_SIGNS = sys.platform == "darwin"
# What Qt translates, where it has words for the language: then all keys have other names.
_A_KEY = ("QShortcut", "Left")
_said_by_qt = QCoreApplication.translate


def make_actions(window: QWidget) -> dict[str, QAction]:
    """The actions by id, their shortcuts working anywhere in `window`."""
    made: dict[str, QAction] = {}
    for line in TABLE:
        # Not with its text: that constructor has one with an icon beside it, whose class takes 2 ms
        # to make.
        action = QAction(window)
        action.setText(translate("Actions", line.text))
        if "; " in line.shortcut:
            # As text: a key sequence made here first would take three times as long.
            action.setShortcuts(line.shortcut.split("; "))  # type: ignore[arg-type]  # PySide takes texts for them
        elif line.shortcut:
            action.setShortcut(line.shortcut)
        made[line.id] = action
    window.addActions(list(made.values()))
    return made


def is_offered(action: QAction) -> bool:
    """Whether an action does something. To be asked before it is in a menu, for Qt connects it
    then.
    """
    return action.receivers(SIGNAL("triggered(bool)")) > 0


def shortcut_texts(*ids: str) -> dict[str, str]:
    """The shortcut of each of these as this system writes it, "" for an action without one."""
    if not _SIGNS and _said_by_qt(*_A_KEY) == _A_KEY[1]:
        # It is written as it stands; Qt's class for it takes a millisecond to make.
        return {line.id: line.shortcut for line in TABLE if line.id in ids}
    from PySide6.QtGui import QKeySequence

    native = QKeySequence.SequenceFormat.NativeText
    return {
        line.id: QKeySequence.listToString(QKeySequence.listFromString(line.shortcut), native)
        if "; " in line.shortcut
        else QKeySequence(line.shortcut).toString(native)
        for line in TABLE
        if line.id in ids
    }


def shortcut_text(id: str) -> str:
    """The shortcut of one action as this system writes it."""
    return shortcut_texts(id)[id]
