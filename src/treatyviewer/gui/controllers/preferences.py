"""What the reader has set, brought into force: colours, the menu bar, which panels are in view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from treatyviewer.gui.context import Context

if TYPE_CHECKING:
    from treatyviewer.gui.motion import Motion


class PreferencesController(QObject):
    """Follows the settings, and changes those that have an action of their own."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._settings = context.settings
        self._panels: dict[str, Callable[[bool], None]] = {}
        # Made for the first who wants less motion.
        self._motion: Motion | None = None
        if self._settings.values.motion == "reduced":
            self._move()
        self._settings.changed.connect(self._changed)

    def govern(self, name: str, show: Callable[[bool], None]) -> None:
        """Have a panel shown or hidden by the preference of this name, now and when it changes."""
        self._panels[name] = show
        # What is made is shown: nothing to do, which is the usual case.
        if not self._wanted(name):
            show(False)

    @property
    def governed(self) -> frozenset[str]:
        """The preferences of panels that there are."""
        return frozenset(self._panels)

    def choose_theme(self, theme: str) -> None:
        """Want another palette, or the system's."""
        self._settings.change(theme=theme)
        # Also where the command line had asked for another one than is set.
        self._theme.set_wanted(theme)

    @Slot()
    def toggle_theme(self) -> None:
        """From light to dark, and back."""
        self.choose_theme("light" if self._theme.is_dark else "dark")

    @Slot()
    def toggle_side(self) -> None:
        """Show the panel on the left, or hide it."""
        self._toggle("side")

    @Slot()
    def toggle_timeline(self) -> None:
        """Show the timeline, or hide it."""
        self._toggle("timeline")

    @Slot()
    def toggle_menu_bar(self) -> None:
        """Show the menu bar, or hide it."""
        self._toggle("menu_bar")

    def show_for_now(self, name: str, needed: bool) -> None:
        """Show a panel while it is needed, whatever is set; then as it is set."""
        if not self._wanted(name):
            self._panels[name](needed)

    def _toggle(self, name: str) -> None:
        self._settings.change(**{name: not self._wanted(name)})

    def _wanted(self, name: str) -> bool:
        return bool(getattr(self._settings.values, name))

    def _move(self) -> None:
        from treatyviewer.gui.motion import Motion

        if self._motion is None:
            self._motion = Motion()
        self._motion.apply(self._settings.values)

    @Slot(object)
    def _changed(self, names: frozenset[str]) -> None:
        if "theme" in names:
            self._theme.set_wanted(self._settings.values.theme)
        if "motion" in names:
            self._move()
        for name in names & self._panels.keys():
            self._panels[name](self._wanted(name))
