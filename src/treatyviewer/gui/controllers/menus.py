"""The menus: made of the table when first wanted, of the actions that do something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from treatyviewer.gui import icons, typography
from treatyviewer.gui.actions import is_offered
from treatyviewer.gui.context import Context
from treatyviewer.gui.menu_table import CHECKED, ICONS, LINE, MENUS, ROLES, THEME

if TYPE_CHECKING:
    from treatyviewer.gui.main_window import MainWindow

# The first style sheet of a process takes some milliseconds: a menu is opened long after the start.
_SHEET = """
QMenu {{ background: {field}; color: {ink}; border: 1px solid {line}; padding: 5px; }}
QMenu::item {{ padding: 5px 22px 5px 10px; border-radius: 5px; border: 1px solid transparent; }}
QMenu::item:selected {{ background: {selected}; color: {ink}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::icon {{ left: 8px; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 5px 8px; }}
"""


class MenusController(QObject):
    """Holds the menus of a window, and keeps their check marks true."""

    def __init__(self, context: Context, window: MainWindow) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._actions = window.actions_by_id
        # Before any of them is in a menu.
        self.offered = frozenset(id for id, a in self._actions.items() if is_offered(a))
        self._icons: dict[QAction, str] = {}
        self._dressed: list[QMenu] = []
        self._themes = QActionGroup(self)
        self._themes.triggered.connect(self._choose_theme)
        for id in CHECKED.keys() & self.offered:
            self._actions[id].setCheckable(True)
        for id in ROLES.keys() & self.offered:
            self._actions[id].setMenuRole(getattr(QAction.MenuRole, ROLES[id]))
        self._popup: QMenu | None = None
        context.settings.changed.connect(self._check)
        context.theme.changed.connect(self._colour)

    def popup(self, below: QWidget) -> None:
        """All menus as one, its right edge below that of a button."""
        if self._popup is None:
            self._popup = QMenu(self._window)
            self._dress(self._popup)
            for menu in self._window.menu_bar.menus:
                self._popup.addMenu(menu)
        corner = QPoint(below.width() - self._popup.sizeHint().width(), below.height() + 4)
        self._popup.popup(below.mapToGlobal(corner))

    def fill(self, menu: QMenu, number: int) -> None:
        """Put its actions into a menu."""
        self._dress(menu)
        between = False
        for id in MENUS[number].actions:
            if id == LINE:
                between = not menu.isEmpty()
                continue
            if id != THEME and id not in self.offered:
                continue
            if between:
                menu.addSeparator()
                between = False
            if id == THEME:
                self._icons[menu.addMenu(self._theme_menu())] = ICONS[id]
                continue
            menu.addAction(self._actions[id])
            if id in ICONS:
                self._icons[self._actions[id]] = ICONS[id]
        self._check()
        self._colour()

    def _dress(self, menu: QMenu) -> None:
        menu.setFont(typography.sans(menu.font(), typography.SMALL))
        self._dressed.append(menu)
        self._colour()

    def _theme_menu(self) -> QMenu:
        menu = QMenu(self._window)
        self._dress(menu)
        menu.setTitle(self.tr("Theme"))
        texts = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }
        for theme, text in texts.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(theme)
            self._themes.addAction(action)
        return menu

    @Slot(QAction)
    def _choose_theme(self, action: QAction) -> None:
        self._window.preferences.choose_theme(action.data())

    @Slot()
    def _check(self) -> None:
        values = self._context.settings.values
        for id in CHECKED.keys() & self.offered:
            self._actions[id].setChecked(getattr(values, CHECKED[id]))
        for action in self._themes.actions():
            action.setChecked(action.data() == values.theme)

    @Slot()
    def _colour(self) -> None:
        palette = self._context.theme.palette._asdict()
        for menu in self._dressed:
            menu.setStyleSheet(_SHEET.format(**palette))
        for action, name in self._icons.items():
            action.setIcon(icons.icon(name, self._context.theme.color("muted")))
