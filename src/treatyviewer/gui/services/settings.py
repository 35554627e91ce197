"""What the reader has set: kept as it is changed, in force at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from treatyviewer.tuples import NamedTuple
from treatyviewer.userdata import store


class Preferences(NamedTuple):
    """Everything that can be set, as it is when nobody has set anything.

    `theme` is "system", "light", "dark" or "contrast"; `language` "system" or a tag; `text_size`
    and `spacing` are percentages, `measure` is the column's width in characters; `motion` says
    whether anything may move ("system" or "reduced"). The rest are panels in view.
    """

    theme: str = "system"
    language: str = "system"
    text_size: int = 100
    measure: int = 68
    spacing: int = 100
    motion: str = "system"
    previews: bool = True
    side_notes: bool = True
    menu_bar: bool = True
    side: bool = True
    timeline: bool = True


# The least and the greatest value of each number.
RANGES = {"text_size": (60, 300), "measure": (45, 110), "spacing": (80, 160)}
CHOICES = {
    "theme": ("system", "light", "dark", "contrast"),
    "language": ("system", "en", "zh-Hans", "ru"),
    "motion": ("system", "reduced"),
}


class Settings(QObject):
    """The preferences in force. Without a file they live as long as the program."""

    # The names of those that have other values now.
    changed = Signal(object)
    # They could not be kept: an OSError.
    failed = Signal(object)

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._values = Preferences(**_sound(store.read(file) if file is not None else {}))

    @property
    def values(self) -> Preferences:
        """The preferences in force."""
        return self._values

    @property
    def file(self) -> Path | None:
        """Where they are kept, None where they are not."""
        return self._file

    def change(self, **wanted: Any) -> None:
        """Give some preferences other values; a number out of its range is brought into it."""
        sound = self._values._replace(**_sound(wanted))
        names = {n for n in sound._fields if getattr(sound, n) != getattr(self._values, n)}
        if not names:
            return
        self._values = sound
        if self._file is not None:
            try:
                # Only these: what another window's process or another version has set stays.
                store.update(self._file, {name: getattr(sound, name) for name in names})
            except OSError as error:
                self.failed.emit(error)
        self.changed.emit(frozenset(names))

    def reset(self) -> None:
        """Everything as it is when nobody has set anything."""
        self.change(**Preferences()._asdict())


def _sound(values: dict[str, Any]) -> dict[str, Any]:
    """Those of the values that can be in force; a file may have been written by hand."""
    sound: dict[str, Any] = {}
    value: Any
    for name, usual in Preferences()._asdict().items():
        value = values.get(name)
        if type(value) is not type(usual):
            continue
        if name in CHOICES and value not in CHOICES[name]:
            continue
        if name in RANGES:
            least, most = RANGES[name]
            value = min(most, max(least, value))
        sound[name] = value
    return sound
