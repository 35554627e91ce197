"""The rows that settings are changed in: a label and its control, the same in the window of all
settings and in the popover about the text.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from treatyviewer.gui import typography
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.forms import Choice, Stepper, Switch

Limits = Mapping[str, tuple[int, int]]
_STEPS = {"text_size": 10, "measure": 2, "spacing": 5}


class SettingRows(QObject):
    """Makes rows in a grid, shows values in them, and tells what the reader changes."""

    # The name of a preference and the value that is wanted.
    change_requested = Signal(str, object)

    def __init__(self, theme: Theme, limits: Limits, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._limits = limits
        self.controls: dict[str, Stepper | Choice | Switch] = {}

    def add_number(self, grid: QGridLayout, name: str, words: str, unit: str) -> None:
        """A row for a number."""
        control = Stepper(words, unit, self._limits[name], self._theme)
        control.set_step(_STEPS[name])
        control.setProperty("preference", name)
        control.value_changed.connect(self._changed)
        self._add(grid, name, words, control)

    def add_choice(
        self, grid: QGridLayout, name: str, words: str, options: Mapping[str, str], columns: int
    ) -> None:
        """A row for one of several."""
        control = Choice(words, options, self._theme, columns)
        control.setProperty("preference", name)
        control.value_changed.connect(self._changed)
        self._add(grid, name, words, control)

    def add_switch(self, grid: QGridLayout, name: str, words: str) -> None:
        """A row for yes or no; the words stand in the control itself."""
        control = Switch(words, self._theme)
        control.setProperty("preference", name)
        control.toggled.connect(self._changed)
        self.controls[name] = control
        grid.addWidget(control, grid.rowCount(), 0, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def add_heading(self, grid: QGridLayout, words: str) -> None:
        """A heading over the rows that follow."""
        heading = QLabel(words)
        heading.setFont(typography.kicker(heading.font(), typography.TINY))
        heading.setForegroundRole(heading.backgroundRole().PlaceholderText)
        row = grid.rowCount()
        if row > 1:
            grid.setRowMinimumHeight(row, 14)
            row += 1
        grid.addWidget(heading, row, 0, 1, 2)

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show what is in force."""
        for name, control in self.controls.items():
            value = values[name]
            if isinstance(control, Stepper) and isinstance(value, int):
                control.show_value(value)
            elif isinstance(control, Choice):
                control.show_value(str(value))
            elif isinstance(control, Switch):
                blocked = control.blockSignals(True)
                control.setChecked(bool(value))
                control.blockSignals(blocked)
                control.update()

    def _add(self, grid: QGridLayout, name: str, words: str, control: Stepper | Choice) -> None:
        self.controls[name] = control
        label = QLabel(words)
        label.setFont(typography.sans(label.font(), typography.SMALL))
        label.setBuddy(control)
        row = grid.rowCount()
        grid.addWidget(label, row, 0)
        grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignLeft)

    @Slot(int)
    @Slot(str)
    @Slot(bool)
    def _changed(self, value: object) -> None:
        control = self.sender()
        if control is not None:
            self.change_requested.emit(control.property("preference"), value)
