"""What can be done with a claim: cite it, go on to another one, suggest a correction."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from treatyviewer.gui import typography
from treatyviewer.gui.announce import announce
from treatyviewer.gui.i18n import translate
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.buttons import IconButton, TextButton

_SIDE = 16
_GAP = 6
_LINE = 18
_SAID_MS = 6000


class ClaimActions(QWidget):
    """The buttons, in as many rows as the width asks for, and a line for what was done."""

    # 1 for the claim after this one, -1 for the one before.
    step_requested = Signal(int)
    citation_requested = Signal()
    correction_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.cite = TextButton(self.tr("Copy citation"), theme)
        self.before = IconButton("back", self.tr("Previous claim"), "", theme)
        self.after = TextButton(self.tr("Next claim ›"), theme)
        self.after.setAccessibleName(translate("Actions", "Next claim"))
        self.correct = TextButton(self.tr("Suggest a correction"), theme)
        self.said = QLabel()
        self.said.setFont(typography.sans(self.font(), typography.TINY))
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_SAID_MS)
        self._quiet.timeout.connect(self.said.clear)
        for part in (*self.buttons, self.said):
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.cite.clicked.connect(self.citation_requested)
        self.correct.clicked.connect(self.correction_requested)
        self.before.clicked.connect(self._step_back)
        self.after.clicked.connect(self._step_on)
        theme.changed.connect(self._colour)
        self._colour()

    @property
    def buttons(self) -> tuple[QAbstractButton, ...]:
        """The buttons in the order of their places."""
        return self.cite, self.before, self.after, self.correct

    def tell(self, text: str) -> None:
        """Say what was done, for a while. There is always room for it."""
        self.said.setText(text)
        announce(self, text)
        self._quiet.start()

    @Slot()
    def hush(self) -> None:
        """Say nothing any more."""
        self._quiet.stop()
        self.said.clear()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows and of the line below them."""
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        """As high as the width asks for."""
        return QSize(280, self._arrange(self.width() or 280, move=False))

    def minimumSizeHint(self) -> QSize:
        """The longest button."""
        widest = max(button.sizeHint().width() for button in self.buttons)
        return QSize(widest + 2 * _SIDE, 60)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Arrange the buttons anew."""
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def _arrange(self, width: int, *, move: bool) -> int:
        x, y, row = _SIDE, 10, 0
        for button in self.buttons:
            size = button.sizeHint()
            height = min(size.height(), 28)
            if x > _SIDE and x + size.width() > width - _SIDE:
                x, y = _SIDE, y + row + _GAP
            if move:
                button.setGeometry(x, y, size.width(), height)
            x += size.width() + _GAP
            row = height
        y += row + 4
        if move:
            self.said.setGeometry(_SIDE, y, width - 2 * _SIDE, _LINE)
        return y + _LINE + 6

    def _step_back(self) -> None:
        self.step_requested.emit(-1)

    def _step_on(self) -> None:
        self.step_requested.emit(1)

    @Slot()
    def _colour(self) -> None:
        palette = self.said.palette()
        palette.setColor(palette.ColorRole.WindowText, self._theme.color("muted"))
        self.said.setPalette(palette)
