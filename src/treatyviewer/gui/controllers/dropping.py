"""Entries that are dropped on the window: what can be opened of them, and a hint meanwhile."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QWidget

from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.drop_hint import DropHint

_SUFFIX = ".treaty"


def openable(mime: QMimeData) -> list[Path]:
    """The paths of this machine among what is dragged that may be entries."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() == _SUFFIX or path.is_dir()]


class DroppingController(QObject):
    """Made when something is first dragged over the window."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self.hint = DropHint(window, theme)

    def enter(self, mime: QMimeData) -> bool:
        """Something is dragged over the window: whether it can be dropped here."""
        paths = openable(mime)
        if not paths:
            return False
        name = paths[0].name
        if len(paths) > 1:
            said = self.tr("Drop to open “{name}”, the first of {count}").format(
                name=name, count=len(paths)
            )
        else:
            said = self.tr("Drop to open “{name}”").format(name=name)
        self.hint.show_text(said)
        return True

    def leave(self) -> None:
        """It was dragged away."""
        self.hint.hide()

    def drop(self, mime: QMimeData) -> Path | None:
        """It was dropped: what is to be opened."""
        self.hint.hide()
        return next(iter(openable(mime)), None)
