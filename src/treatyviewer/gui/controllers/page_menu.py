"""The menu of a page, and the addresses of its paragraphs. Read when one is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QMenu, QToolTip

from treatyviewer.entry.address import SCHEME
from treatyviewer.gui.actions import is_offered
from treatyviewer.gui.announce import announce
from treatyviewer.gui.context import Context
from treatyviewer.gui.widgets.page_pointing import MenuRequest

if TYPE_CHECKING:
    from treatyviewer.gui.main_window import MainWindow

_WEB = ("http://", "https://", "doi:", "mailto:")


class PageMenuController(QObject):
    """Knows what can be done at a place of a page."""

    def __init__(self, context: Context, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.menu: QMenu | None = None

    def show(self, request: MenuRequest) -> None:
        """Open the menu for a place."""
        menu = self.menu = self.make(request)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(request.place)

    def make(self, request: MenuRequest) -> QMenu:
        """The menu for a place."""
        window, pane = self._window, request.pane
        actions = window.actions_by_id
        menu = QMenu(pane)
        link = request.link if request.link.startswith((SCHEME, *_WEB)) else ""
        if link:
            action = menu.addAction(self.tr("Copy link address"))
            action.triggered.connect(_Copying(self, link, menu).copy)
            if link.startswith(SCHEME):
                action = menu.addAction(self.tr("Open in a new window"))
                action.triggered.connect(_Going(window, link, menu).go)
            menu.addSeparator()
        copy = menu.addAction(actions["copy"].text())
        copy.setEnabled(pane.textCursor().hasSelection())
        copy.triggered.connect(pane.copy)
        address = self._address(request.block) if pane is window.pane else ""
        if address:
            action = menu.addAction(self.tr("Copy link to this paragraph"))
            action.triggered.connect(_Copying(self, address, menu).copy)
        citation = actions.get("copy-citation")
        if citation is not None and is_offered(citation):
            menu.addAction(citation)
        menu.addSeparator()
        menu.addAction(actions["select-all"].text()).triggered.connect(pane.selectAll)
        return menu

    def copy_anchor(self, block: str) -> None:
        """Copy the address of a paragraph, and say so."""
        address = self._address(block)
        if address:
            self.copy(address)

    def copy(self, text: str) -> None:
        """Copy a text, and say so."""
        QGuiApplication.clipboard().setText(text)
        place = QCursor.pos() + QPoint(0, 8)
        said = self.tr("Copied: {address}").format(address=text)
        QToolTip.showText(place, said, self._window)
        announce(self._window, said)

    def _address(self, block: str) -> str:
        shown = self._window.reading.shown_address
        if shown is None or not block:
            return ""
        return shown._replace(fragment=block).link


class _Copying(QObject):
    def __init__(self, controller: PageMenuController, text: str, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._text = text

    def copy(self) -> None:
        self._controller.copy(self._text)


class _Going(QObject):
    def __init__(self, window: MainWindow, link: str, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._link = link

    def go(self) -> None:
        self._window.moving.go_apart(self._link)
