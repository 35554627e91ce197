"""The evidence behind a claim, beside the text: its verdict, what the record shows, the sources."""

from __future__ import annotations

from itertools import pairwise

from PySide6 import QtGui
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from treatyviewer.gui import typography
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.buttons import IconButton
from treatyviewer.gui.widgets.claim_actions import ClaimActions
from treatyviewer.gui.widgets.detail_pane import DetailPane
from treatyviewer.gui.widgets.page_view import PageView


class EvidencePanel(QWidget):
    """Shows one claim at a time; knows nothing of the others."""

    closed = Signal()

    def __init__(self, theme: Theme, fonts: typography.Fonts) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(self.tr("Evidence"))
        self.setAutoFillBackground(True)
        self.verdict = VerdictLabel(theme)
        self.place = QLabel()
        self.place.setFont(typography.sans(self.font(), typography.TINY))
        self.close_button = IconButton("close", self.tr("Close the evidence"), "Esc", theme)
        self.text = DetailPane(theme, fonts, compact=True)
        self.text.setAccessibleName(self.tr("Evidence"))
        self.actions_row = ClaimActions(theme)
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 8, 2)
        row.setSpacing(2)
        row.addWidget(self.verdict)
        row.addSpacing(6)
        row.addWidget(self.place, 1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        column.addWidget(self.actions_row)
        # The longest verdict, which one of how many, and the buttons.
        self.setMinimumWidth(292)
        stops = (self.text, *self.actions_row.buttons, self.close_button)
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
        self.close_button.clicked.connect(self.closed)
        theme.changed.connect(self._colour)
        self._colour()

    def show_evidence(
        self, view: PageView, verdict: str, word: str, number: int, count: int
    ) -> None:
        """Show a claim: its verdict and the word for it, and that it is `number` of `count`."""
        self.verdict.show_verdict(verdict, word)
        self.place.setText(self.tr("{number} of {count}").format(number=number, count=count))
        self.actions_row.before.setEnabled(number > 1)
        self.actions_row.after.setEnabled(number < count)
        self.actions_row.hush()
        self.text.show_page(view)

    def sizeHint(self) -> QSize:
        """Narrower than the text."""
        return QSize(312, 400)

    def _colour(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, self._theme.color("panel"))
        self.setPalette(palette)
        quiet = self.place.palette()
        quiet.setColor(quiet.ColorRole.WindowText, self._theme.color("muted"))
        self.place.setPalette(quiet)


class VerdictLabel(QLabel):
    """The word of a verdict on a ground of its colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._verdict = ""
        self.setFont(typography.sans(self.font(), typography.TINY, bold=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_verdict(self, verdict: str, word: str) -> None:
        """Show a verdict under its word in the reader's language."""
        self._verdict = verdict
        self.setText(word[:1].upper() + word[1:])
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The word with room around it."""
        size = self.fontMetrics().size(Qt.TextFlag.TextSingleLine.value, self.text())
        return QSize(size.width() + 18, 20)

    def minimumSizeHint(self) -> QSize:
        """The word is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The ground and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._theme.palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.verdict_ground(self._verdict)))
        place = QRectF(self.rect())
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setPen(QColor(palette.verdict(self._verdict)))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
