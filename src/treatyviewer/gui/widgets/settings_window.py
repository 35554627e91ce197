"""All settings in one window. It takes effect at once, so there is nothing to confirm."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from treatyviewer.gui import typography
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.forms import PushButton
from treatyviewer.gui.widgets.scroll_bar import QuietScrollBar
from treatyviewer.gui.widgets.setting_rows import Limits, SettingRows


class SettingsWindow(QDialog):
    """Sections of rows, and below them where the settings are kept."""

    change_requested = Signal(str, object)
    reset_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        limits: Limits,
        choices: Mapping[str, Mapping[str, str]],
        panels: Mapping[str, str],
        kept: str,
        parent: QWidget,
    ) -> None:
        """`choices` has the words for the values by preference, `panels` those for panels."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.rows = SettingRows(theme, limits, self)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(24, 18, 24, 18)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows = self.rows
        rows.add_heading(grid, self.tr("Appearance"))
        rows.add_choice(grid, "theme", self.tr("Theme"), choices["theme"], 4)
        rows.add_number(grid, "text_size", self.tr("Text size"), self.tr(" %"))
        rows.add_number(grid, "measure", self.tr("Column width"), self.tr(" letters"))
        rows.add_number(grid, "spacing", self.tr("Line spacing"), self.tr(" %"))
        rows.add_switch(grid, "side_notes", self.tr("Notes beside the text, where there is room"))
        rows.add_heading(grid, self.tr("Language"))
        rows.add_choice(grid, "language", self.tr("Language of the window"), choices["language"], 4)
        rows.add_heading(grid, self.tr("Reading"))
        rows.add_switch(grid, "previews", self.tr("Show what a link leads to under the pointer"))
        rows.add_choice(grid, "motion", self.tr("Motion"), choices["motion"], 2)
        rows.add_heading(grid, self.tr("Panels"))
        for name, words in panels.items():
            rows.add_switch(grid, name, words)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(inside.sizeHint().width() + 16)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        QuietScrollBar(area, theme)
        self._area = area
        self._inside = inside
        self.kept = QLabel(kept)
        self.kept.setFont(typography.sans(self.kept.font(), typography.TINY))
        self.kept.setForegroundRole(self.kept.backgroundRole().PlaceholderText)
        self.kept.setWordWrap(True)
        self.kept.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.reset = PushButton(self.tr("Reset all"), theme)
        self.close_button = PushButton(self.tr("Close"), theme)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 10, 24, 16)
        foot.setSpacing(8)
        foot.addWidget(self.kept, 1)
        foot.addWidget(self.reset)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addLayout(foot)
        rows.change_requested.connect(self.change_requested)
        self.reset.clicked.connect(self.reset_requested)
        self.close_button.clicked.connect(self.close)
        # Qt would give a dialog no more than two thirds of the screen.
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Everything in view, where the screen is large enough."""
        inside = self._inside.sizeHint()
        most = self.screen().availableSize().height() - 60
        return QSize(max(inside.width() + 16, 560), min(inside.height() + 64, most))
