"""Menus, dialogs and small commands: each is imported and made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from treatyviewer.gui.announce import announce
from treatyviewer.gui.context import Context

if TYPE_CHECKING:
    from treatyviewer.gui.controllers.about import AboutController
    from treatyviewer.gui.controllers.menus import MenusController
    from treatyviewer.gui.controllers.page_menu import PageMenuController
    from treatyviewer.gui.controllers.setting import SettingController
    from treatyviewer.gui.controllers.shortcuts import ShortcutsController
    from treatyviewer.gui.main_window import MainWindow
    from treatyviewer.gui.widgets.detail_pane import DetailPane
    from treatyviewer.gui.widgets.page_pointing import MenuRequest


class DialogsController(QObject):
    """Knows who shows what."""

    def __init__(self, context: Context, window: MainWindow) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._menus: MenusController | None = None
        self._page_menu: PageMenuController | None = None
        self._setting: SettingController | None = None
        self._shortcuts: ShortcutsController | None = None
        self._about: AboutController | None = None

    @property
    def menus(self) -> MenusController:
        """The menus, of the bar and of the button."""
        if self._menus is None:
            from treatyviewer.gui.controllers.menus import MenusController

            self._menus = MenusController(self._context, self._window)
        return self._menus

    @property
    def page_menu(self) -> PageMenuController:
        """The menu of a page."""
        if self._page_menu is None:
            from treatyviewer.gui.controllers.page_menu import PageMenuController

            self._page_menu = PageMenuController(self._context, self._window)
        return self._page_menu

    @Slot(object)
    def serve(self, pane: DetailPane) -> None:
        """Have a menu ready for a page."""
        pane.menu_requested.connect(self.show_page_menu)

    @Slot(object)
    def show_page_menu(self, request: MenuRequest) -> None:
        """The menu for a place of a page."""
        self.page_menu.show(request)

    @Slot(str)
    def copy_anchor(self, block: str) -> None:
        """Copy the address of a paragraph."""
        self.page_menu.copy_anchor(block)

    @property
    def setting(self) -> SettingController:
        """What settings are changed with."""
        if self._setting is None:
            from treatyviewer.gui.controllers.setting import SettingController

            governed = self._window.preferences.governed
            self._setting = SettingController(self._context, governed, self._window)
        return self._setting

    @Slot(int)
    def fill_menu(self, number: int) -> None:
        """Put its actions into a menu of the bar."""
        self.menus.fill(self._window.menu_bar.menus[number], number)

    @Slot()
    def show_menu(self) -> None:
        """All menus as one, below the button for it."""
        self.menus.popup(self._window.bar.buttons.more)

    @Slot()
    def show_text(self) -> None:
        """The popover about the text, below the button for it."""
        self.setting.show_text(self._window.bar.buttons.anchor)

    @Slot()
    def show_settings(self) -> None:
        """The window with all settings."""
        self.setting.show_settings()

    @Slot(object)
    def tell_not_kept(self, error: OSError) -> None:
        """Settings could not be kept."""
        self.setting.tell_not_kept(error)

    @Slot()
    def show_shortcuts(self) -> None:
        """The sheet of shortcuts."""
        if self._shortcuts is None:
            from treatyviewer.gui.controllers.shortcuts import ShortcutsController

            window = self._window
            titles = window.menu_bar.titles
            self._shortcuts = ShortcutsController(
                self._context, window.actions_by_id, self.menus.offered, titles, window
            )
        self._shortcuts.show()

    @Slot()
    def show_about(self) -> None:
        """About the program."""
        if self._about is None:
            from treatyviewer.gui.controllers.about import AboutController

            self._about = AboutController(self._context, self._window)
        self._about.show()

    @Slot()
    def next_pane(self) -> None:
        """The keys to the next part of the window."""
        self._step_pane(1)

    @Slot()
    def previous_pane(self) -> None:
        """The keys to the part of the window before this one."""
        self._step_pane(-1)

    def _step_pane(self, by: int) -> None:
        from treatyviewer.gui.controllers.panes import Pane, step

        window = self._window
        side, evidence = window.side, window.evidence.panel
        panes = [Pane(window.bar, window.bar.search), Pane(side, side.stop)]
        panes.append(Pane(window.pane, window.pane))
        if evidence is not None:
            panes.append(Pane(evidence, evidence.text))
        timeline = window.timeline_panel
        panes.append(
            Pane(
                timeline,
                timeline.unfold if timeline.unfold and timeline.folded else timeline.canvas,
            )
        )
        step(panes, by)

    @Slot()
    def copy(self) -> None:
        """Copy what is selected."""
        from treatyviewer.gui.controllers import editing

        editing.copy(self._window.pane)

    @Slot()
    def select_all(self) -> None:
        """Select all of the text that has the keys."""
        from treatyviewer.gui.controllers import editing

        editing.select_all(self._window.pane)

    @Slot()
    def copy_address(self) -> None:
        """Copy the address of what is read."""
        from treatyviewer.gui.controllers import editing

        if editing.copy_address(self._window.reading):
            announce(self._window, self.tr("Copied"))
