"""Where settings are changed: the popover about the text, the window with all of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from treatyviewer.gui.context import Context
from treatyviewer.gui.services.settings import RANGES, Preferences
from treatyviewer.gui.widgets.settings_window import SettingsWindow
from treatyviewer.gui.widgets.text_popover import NAMES, TextPopover


class SettingController(QObject):
    """Hands values to what shows them, and wishes to the settings."""

    def __init__(self, context: Context, governed: frozenset[str], parent: QWidget) -> None:
        """`governed` are the preferences of panels that there are."""
        super().__init__(parent)
        self._theme = context.theme
        self._settings = context.settings
        self._governed = governed
        self._parent = parent
        self.text: TextPopover | None = None
        self.window: SettingsWindow | None = None
        self._settings.changed.connect(self._show)

    @property
    def is_open(self) -> bool:
        """Whether the window with all settings is in view."""
        return self.window is not None and self.window.isVisible()

    def show_text(self, below: QWidget) -> None:
        """Open the popover below a button."""
        if self.text is None:
            themes = self._choices()["theme"]
            self.text = TextPopover(self._theme, RANGES, themes, self._parent)
            self.text.change_requested.connect(self._change)
            self.text.reset_requested.connect(self._reset_text)
            self._show()
        self.text.open_below(below)

    def show_settings(self) -> None:
        """Open the window, or bring it to the front."""
        if self.window is None:
            panels = {
                "side": self.tr("The panel with the contents"),
                "timeline": self.tr("The timeline"),
                "menu_bar": self.tr("The menu bar (Alt shows it where it is hidden)"),
            }
            shown = {name: words for name, words in panels.items() if name in self._governed}
            self.window = SettingsWindow(
                self._theme, RANGES, self._choices(), shown, self._kept(), self._parent
            )
            self.window.change_requested.connect(self._change)
            self.window.reset_requested.connect(self._settings.reset)
            self._show()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def tell_not_kept(self, error: OSError) -> None:
        """Say that settings and places will be forgotten, and why."""
        said = self.tr(
            "You can read on, but what you set and where you read cannot be kept: it will be "
            "forgotten when the program ends."
        )
        why = error.strerror or str(error)
        where = str(error.filename or self._settings.file or "")
        text = "\n\n".join(part for part in (said, f"{why}: {where}" if where else why) if part)
        box = QMessageBox(QMessageBox.Icon.Information, "Treaty Viewer", text, parent=self._parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setModal(False)
        # Who reads or types is not interrupted.
        box.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        box.show()

    def _choices(self) -> dict[str, dict[str, str]]:
        return {
            "theme": {
                "system": self.tr("System"),
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
                "contrast": self.tr("High contrast"),
            },
            # Each in its own language: who cannot read the others looks for it.
            "language": {
                "system": self.tr("System"),
                "en": "English",
                "zh-Hans": "简体中文",
                "ru": "Русский",
            },
            "motion": {"system": self.tr("As the system"), "reduced": self.tr("Reduced")},
        }

    def _kept(self) -> str:
        file = self._settings.file
        if file is None:
            return self.tr("Not kept: the settings are forgotten when the program ends.")
        return self.tr("Kept in {file}").format(file=file)

    @Slot(str, object)
    def _change(self, name: str, value: object) -> None:
        self._settings.change(**{name: value})

    @Slot()
    def _reset_text(self) -> None:
        usual = Preferences()._asdict()
        self._settings.change(**{name: usual[name] for name in NAMES})

    @Slot()
    def _show(self) -> None:
        values = self._settings.values._asdict()
        if self.text is not None:
            self.text.rows.show_values(values)
        if self.window is not None:
            self.window.rows.show_values(values)
