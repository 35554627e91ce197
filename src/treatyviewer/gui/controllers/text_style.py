"""How the text is set: as the reader has it set, on every page, and larger and smaller."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from treatyviewer.gui.context import Context
from treatyviewer.gui.typography import TextStyle
from treatyviewer.gui.widgets.detail_pane import DetailPane

# In percent.
_STEP = 10
_NAMES = frozenset({"text_size", "measure", "spacing", "side_notes"})


class TextStyleController(QObject):
    """Follows the settings, and changes the size."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = context.settings
        self._panes: list[DetailPane] = []
        self._settings.changed.connect(self._changed)

    @Slot(object)
    def govern(self, pane: DetailPane) -> None:
        """Have a page set as it is wanted, now and when that changes."""
        self._panes.append(pane)
        pane.zoom_requested.connect(self.zoom)
        self._apply(pane)

    @Slot(int)
    def zoom(self, steps: int) -> None:
        """Make the text larger by so many steps, or smaller: to round sizes."""
        size = self._settings.values.text_size
        whole = size // _STEP if steps > 0 else -(-size // _STEP)
        self._settings.change(text_size=(whole + steps) * _STEP)

    @Slot()
    def zoom_in(self) -> None:
        """Make the text larger."""
        self.zoom(1)

    @Slot()
    def zoom_out(self) -> None:
        """Make the text smaller."""
        self.zoom(-1)

    @Slot()
    def zoom_reset(self) -> None:
        """Give the text its usual size."""
        self._settings.change(text_size=100)

    @Slot(object)
    def _changed(self, names: frozenset[str]) -> None:
        if names & _NAMES:
            for pane in self._panes:
                self._apply(pane)

    def _apply(self, pane: DetailPane) -> None:
        values = self._settings.values
        style = TextStyle(values.text_size, values.measure, values.spacing)
        pane.set_style(style, side_notes=values.side_notes)
