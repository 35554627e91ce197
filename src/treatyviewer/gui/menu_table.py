"""Which actions stand in which menu, in the platform's order. Read when a menu is first opened."""

from __future__ import annotations

from treatyviewer.tuples import NamedTuple

# Between two groups of actions.
LINE = ""
# Where the choice of a theme stands.
THEME = "theme"


class Menu(NamedTuple):
    """One menu of the bar: the ids of its actions. Those that nobody connected are left out."""

    id: str
    actions: tuple[str, ...]


MENUS = (
    Menu("file", ("open", "open-file", LINE, "new-window", "close-window", LINE, "quit")),
    Menu(
        "edit",
        (
            *("copy", "select-all", LINE, "find", LINE),
            *("copy-citation", "copy-address", "suggest-correction", LINE, "settings"),
        ),
    ),
    Menu(
        "view",
        (
            *("side-panel", "timeline", "menu-bar", LINE),
            *("zoom-in", "zoom-out", "zoom-reset", "text", LINE),
            *(THEME, "toggle-theme", LINE, "full-screen"),
        ),
    ),
    Menu(
        "go",
        (
            *("back", "forward", "start", LINE, "previous-section", "next-section", LINE),
            *("previous-claim", "next-claim", LINE, "palette", "search", LINE),
            *("next-hit", "previous-hit", LINE, "next-pane", "previous-pane"),
        ),
    ),
    Menu("help", ("shortcuts", LINE, "about-entry", "about")),
)

# Without a place in a menu: keys that need none.
ELSEWHERE = ("leave", "menus")

# Icons by action. Not every action has one: they help where one looks for a thing, not a word.
ICONS = {
    "open": "folder",
    "open-file": "file",
    "new-window": "window",
    "quit": "exit",
    "copy": "copy",
    "find": "search",
    "copy-citation": "quote",
    "copy-address": "link",
    "suggest-correction": "edit",
    "settings": "settings",
    "zoom-in": "plus",
    "zoom-out": "minus",
    "text": "text",
    THEME: "contrast",
    "full-screen": "full-screen",
    "back": "back",
    "forward": "forward",
    "start": "home",
    "previous-section": "up",
    "next-section": "down",
    "search": "search",
    "palette": "next",
    "shortcuts": "keyboard",
    "about-entry": "book",
    "about": "info",
}

# Where macOS wants some of them: names of QAction.MenuRole.
ROLES = {"quit": "QuitRole", "about": "AboutRole", "settings": "PreferencesRole"}

# What an action shows to be on: the name of the preference.
CHECKED = {"side-panel": "side", "timeline": "timeline", "menu-bar": "menu_bar"}
