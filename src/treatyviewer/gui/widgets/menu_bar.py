"""The menu bar: quiet, in the panel's colour, with menus that are made when first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QMenuBar

from treatyviewer.gui import typography
from treatyviewer.gui.painting import fill
from treatyviewer.gui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QShortcut
    from PySide6.QtWidgets import QMenu, QWidget

_HEIGHT = 28


class MenuBar(QMenuBar):
    """The names of the menus. Folded away it has no height but is there: the Alt key, F10 and
    the letters of its menus bring it into view for as long as it is used.
    """

    # A menu is about to be opened for the first time: its number.
    fill_requested = Signal(int)

    # Qt may call what is overridden here while it makes the bar.
    _folded = False

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._kept = True
        # Who had the keys before a menu was opened by ours.
        self._came_from: QWidget | None = None
        # While it is folded away: Qt's own keys for the letters would open a menu above the window.
        self._letters: list[QShortcut] = []
        self.setFont(typography.sans(self.font(), typography.SMALL))
        self.menus: list[QMenu] = []
        # In the order of the menus in gui/menu_table.py.
        self._titles = (
            self.tr("&File"),
            self.tr("&Edit"),
            self.tr("&View"),
            self.tr("&Go"),
            self.tr("&Help"),
        )
        for title in self._titles:
            menu = self.addMenu(title)
            menu.aboutToShow.connect(self._about_to_show)
            menu.aboutToHide.connect(self._settle, Qt.ConnectionType.QueuedConnection)
            self.menus.append(menu)
        theme.changed.connect(self.update)

    @property
    def titles(self) -> tuple[str, ...]:
        """The names, with the letters that open them."""
        return self._titles

    def set_kept(self, kept: bool) -> None:
        """Whether it stays in view while nobody uses it."""
        self._kept = kept
        self._fold(not kept)

    @Slot()
    def open_first(self) -> None:
        """Give it the keys and open its first menu."""
        self._open(self.menus[0])

    def fill(self) -> None:
        """Have all menus filled that are still empty."""
        for number, menu in enumerate(self.menus):
            if menu.isEmpty():
                self.fill_requested.emit(number)

    # --- Qt's ---------------------------------------------------------------------------------

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """The Alt key gives it the keys."""
        self._fold(False)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        """Give the room back that it took for this time only."""
        super().focusOutEvent(event)
        self.update()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settle()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Esc leads back to where the keys were."""
        super().keyPressEvent(event)
        self._settle()

    def heightForWidth(self, width: int) -> int:
        """Always one line."""
        return 0 if self._folded else _HEIGHT

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(super().sizeHint().width(), self.heightForWidth(0))

    def minimumSizeHint(self) -> QSize:
        """None where it is folded away."""
        return QSize(super().minimumSizeHint().width(), self.heightForWidth(0))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The names, a soft ground under the one in use; their letters while the keys are here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill(painter, self.rect(), self._theme.color("panel"))
        letters = Qt.TextFlag.TextShowMnemonic if self.hasFocus() else Qt.TextFlag.TextHideMnemonic
        flags = Qt.AlignmentFlag.AlignCenter.value | letters.value
        active = self.activeAction()
        for menu in self.menus:
            title = menu.menuAction()
            place = self.actionGeometry(title)
            place.setHeight(self.height())
            if title is active:
                self._ground(painter, place)
            painter.setPen(self._theme.color("ink"))
            painter.drawText(place, flags, title.text())
        painter.end()

    # --- ours ---------------------------------------------------------------------------------

    def _ground(self, painter: QPainter, place: QRect) -> None:
        around = QRectF(place).adjusted(0.5, 2.5, -0.5, -2.5)
        painter.setBrush(self._theme.color("selected"))
        painter.setPen(self._theme.color("accent" if self.hasFocus() else "selected"))
        painter.drawRoundedRect(around, 5, 5)

    def _open(self, menu: QMenu) -> None:
        self._fold(False)
        if not self.hasFocus():
            self._came_from = QApplication.focusWidget()
            self.setFocus(Qt.FocusReason.MenuBarFocusReason)
        self.setActiveAction(menu.menuAction())

    @Slot()
    def _open_by_letter(self) -> None:
        pressed = self.sender()
        for menu, letter in zip(self.menus, self._letters, strict=True):
            if letter is pressed:
                self._open(menu)

    @Slot()
    def _about_to_show(self) -> None:
        self.fill()

    @Slot()
    def _settle(self) -> None:
        if self.activeAction() is not None:
            return
        # Of the window: a menu that closes may leave the program without the keys for a moment.
        keys = self.window().focusWidget()
        if keys is self and self._came_from is not None:
            self._came_from.setFocus()
            keys = self._came_from
        self._came_from = None
        if not self._kept and keys is not self:
            self._fold(True)

    def _fold(self, folded: bool) -> None:
        if folded == self._folded:
            return
        self._folded = folded
        self._take_letters(folded)
        self.updateGeometry()
        window = self.parentWidget()
        layout = window.layout() if window is not None else None
        if layout is not None:
            # At once: a menu that is about to open stands below its name.
            layout.activate()

    def _take_letters(self, folded: bool) -> None:
        if not self._letters:
            from PySide6.QtGui import QKeySequence, QShortcut

            for menu in self.menus:
                letter = QShortcut(QKeySequence.mnemonic(menu.title()), self.window())
                letter.activated.connect(self._open_by_letter)
                self._letters.append(letter)
        for menu, letter, title in zip(self.menus, self._letters, self._titles, strict=True):
            menu.setTitle(title.replace("&", "") if folded else title)
            letter.setEnabled(folded)
