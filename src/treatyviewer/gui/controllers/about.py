"""About the program."""

from __future__ import annotations

import PySide6
from PySide6.QtCore import QObject, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from treatyviewer import __version__
from treatyviewer.gui.context import Context
from treatyviewer.gui.services.parts import licences, versions
from treatyviewer.gui.widgets.about_dialog import AboutDialog


class AboutController(QObject):
    """Shows the dialog."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._parent = parent
        self._versions = versions(qVersion(), PySide6.__version__)
        self.dialog: AboutDialog | None = None

    def show(self) -> None:
        """Open the dialog, or bring it to the front."""
        if self.dialog is None:
            self.dialog = AboutDialog(
                self._theme, __version__, self._versions, licences(), self._parent
            )
            self.dialog.copy_requested.connect(self._copy)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._versions)
        if self.dialog is not None:
            self.dialog.say_copied()
