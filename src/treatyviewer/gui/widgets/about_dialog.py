"""About the program: what it is, its versions, and the licences in full."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from treatyviewer.gui import typography
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.forms import PushButton
from treatyviewer.gui.widgets.scroll_bar import QuietScrollBar

_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class AboutDialog(QDialog):
    """Shows what it is given; Esc closes it."""

    copy_requested = Signal()

    def __init__(
        self, theme: Theme, version: str, versions: str, licences: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("About Treaty Viewer"))
        name = QLabel("Treaty Viewer")
        name.setFont(typography.serif(26, bold=True))
        number = self._line(self.tr("Version {number}").format(number=version), muted=True)
        what = self._line(
            self.tr(
                "A reader for one treaty: the text, the evidence behind each claim, and the time "
                "around it."
            )
        )
        promise = self._line(self.tr("It never goes to the network, and sends nothing to anybody."))
        self.versions = self._line(versions, muted=True)
        self.versions.setTextInteractionFlags(_SELECTABLE)
        self.versions.setAccessibleName(self.tr("Versions"))
        self.copy = PushButton(self.tr("Copy versions"), theme)
        self.licences = QPlainTextEdit(licences)
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self.licences.setFrameShape(QFrame.Shape.NoFrame)
        self.licences.setFont(typography.sans(self.licences.font(), typography.TINY))
        self.licences.document().setDocumentMargin(10)
        QuietScrollBar(self.licences, theme)
        heading = QLabel(self.tr("&Licences"))
        heading.setFont(typography.kicker(heading.font(), typography.TINY))
        heading.setForegroundRole(heading.backgroundRole().PlaceholderText)
        heading.setBuddy(self.licences)
        self.licences.setAccessibleName(self.tr("Licences"))
        self.close_button = PushButton(self.tr("Close"), theme)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 20)
        column.setSpacing(6)
        column.addWidget(name)
        column.addWidget(number)
        column.addSpacing(6)
        column.addWidget(what)
        column.addWidget(promise)
        column.addSpacing(6)
        column.addWidget(self.versions)
        column.addSpacing(10)
        column.addWidget(heading)
        column.addWidget(self.licences, 1)
        column.addSpacing(8)
        column.addLayout(foot)
        self.copy.clicked.connect(self.copy_requested)
        self.close_button.clicked.connect(self.close)
        theme.changed.connect(self._colour)
        self._colour()
        self.resize(600, 640)
        self.close_button.setFocus()

    def say_copied(self) -> None:
        """Tell on the button that the versions are on the clipboard."""
        self.copy.setText(self.tr("Copied"))

    def _line(self, words: str, *, muted: bool = False) -> QLabel:
        label = QLabel(words)
        label.setFont(typography.sans(label.font(), typography.SMALL))
        label.setWordWrap(True)
        if muted:
            label.setForegroundRole(label.backgroundRole().PlaceholderText)
        return label

    @Slot()
    def _colour(self) -> None:
        palette = self.licences.palette()
        palette.setColor(palette.ColorRole.Base, self._theme.color("page"))
        palette.setColor(palette.ColorRole.Text, self._theme.color("ink"))
        self.licences.setPalette(palette)
