"""From a wish to open something to the path of it: dialogs, and what is dropped on the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog


class FilesController(QObject):
    """Asks the reader for a folder or a file."""

    # The path that was chosen.
    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def choose_folder(self) -> None:
        """Ask for an entry's folder, or one of several entries."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, self.tr("Open an entry or a folder of entries"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._ask(dialog)

    @Slot()
    def choose_file(self) -> None:
        """Ask for an entry that was packed."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, self.tr("Open an entry that was packed into one file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Entries (*.treaty)"))
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._selected)
        dialog.open()

    @Slot(str)
    def _selected(self, path: str) -> None:
        self.chosen.emit(Path(path))
