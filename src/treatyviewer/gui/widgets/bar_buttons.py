"""The buttons at the right of the top bar."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.buttons import IconButton


class BarButtons(QWidget):
    """Text, colours, citation, menu. In a narrow window only the menu stays: it has all."""

    ACTIONS = ("text", "toggle-theme", "copy-citation", "menus")

    text_requested = Signal()
    theme_requested = Signal()
    citation_requested = Signal()
    menu_requested = Signal()

    def __init__(self, theme: Theme, shortcuts: dict[str, str]) -> None:
        super().__init__()
        self._theme = theme
        self._theme_keys = shortcuts["toggle-theme"]
        self.text = IconButton("text", self.tr("Text size and spacing"), shortcuts["text"], theme)
        self.theme = IconButton("moon", "", "", theme)
        self.cite = IconButton("quote", self.tr("Copy citation"), shortcuts["copy-citation"], theme)
        self.more = IconButton("more", self.tr("Menu"), shortcuts["menus"], theme)
        self._cites = True
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        for button in self.all:
            row.addWidget(button)
        # Whatever is left is given to both sides of the field.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.text.clicked.connect(self.text_requested)
        self.theme.clicked.connect(self.theme_requested)
        self.cite.clicked.connect(self.citation_requested)
        self.more.clicked.connect(self.menu_requested)
        theme.changed.connect(self._theme_changed)
        self._theme_changed()

    @property
    def all(self) -> tuple[IconButton, ...]:
        """The buttons from left to right."""
        return self.text, self.theme, self.cite, self.more

    @property
    def anchor(self) -> IconButton:
        """What a popover about the text stands below."""
        return self.more if self.text.isHidden() else self.text

    def set_cites(self, cites: bool) -> None:
        """Whether there is anybody to copy a citation."""
        self._cites = cites
        self.cite.setVisible(cites and not self.text.isHidden())

    def show_all(self, all_: bool) -> None:
        """All of them, or the menu alone."""
        if all_ == self.text.isHidden():
            self.text.setVisible(all_)
            self.theme.setVisible(all_)
            self.cite.setVisible(all_ and self._cites)

    @Slot()
    def _theme_changed(self) -> None:
        # It shows what it will do.
        if self._theme.is_dark:
            self.theme.show_as("sun", self.tr("Light colours"), self._theme_keys)
        else:
            self.theme.show_as("moon", self.tr("Dark colours"), self._theme_keys)
