"""The panel along the bottom: what the timeline is, and the timeline."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from treatyviewer.entry.timeline import Timeline
from treatyviewer.gui import typography
from treatyviewer.gui.i18n import number, translate
from treatyviewer.gui.painting import fill
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.buttons import IconButton
from treatyviewer.gui.widgets.timeline.canvas import Canvas
from treatyviewer.gui.widgets.timeline.plan import HEIGHT

FOLDED = 24
# As wide as the panel at the side, and in a narrow window.
_CAPTION, _NARROW_CAPTION = 288, 124
_NARROW = 900
_MARGIN = 16
_FIRST_LINE, _LINE = 15, 18
_BUTTON = 22


class TimelinePanel(QWidget):
    """Can be folded to a strip. Without events it is not there at all."""

    folded_changed = Signal(bool)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._folded = False
        self._caption = ("", "")
        self.canvas = Canvas(theme, language, self)
        self.fold = IconButton("unfold", self.tr("Fold the timeline away"), "", theme, self)
        self.fold.clicked.connect(self._fold)
        # Made when the panel is folded for the first time.
        self.unfold: IconButton | None = None
        self.setAccessibleName(self.tr("Timeline"))
        self.setFixedHeight(HEIGHT)
        self.hide()
        theme.changed.connect(self.update)

    def set_timeline(self, timeline: Timeline) -> None:
        """Show a timeline; the panel is there if it has an event."""
        first, last, count = timeline.first[:4], timeline.last[:4], len(timeline.events)
        years = first if first == last else f"{first} – {last}"
        events = translate("TimelinePanel", "{n} event(s)", count).format(n=number(count))
        self._caption = (years, events)
        name = self.tr("Timeline, {years}, {events}").format(years=years, events=events)
        self.canvas.setAccessibleName(name)
        self.canvas.set_timeline(timeline)
        self.setVisible(bool(timeline.events))
        self.update()

    @property
    def folded(self) -> bool:
        """Whether only a strip is seen."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Fold the panel to a strip, or open it again."""
        if folded == self._folded:
            return
        self._folded = folded
        if self.unfold is None:
            self.unfold = IconButton("fold", self.tr("Show the timeline"), "", self._theme, self)
            self.unfold.clicked.connect(self._unfold)
            QWidget.setTabOrder(self.fold, self.unfold)
        had_focus = self.fold.hasFocus() or self.unfold.hasFocus() or self.canvas.hasFocus()
        self.canvas.setVisible(not folded)
        self.unfold.setVisible(folded)
        if had_focus:
            (self.unfold if folded else self.fold).setFocus()
        self.fold.setVisible(not folded)
        self.setFixedHeight(FOLDED if folded else HEIGHT)
        self._lay_out()
        self.update()
        self.folded_changed.emit(folded)

    @Slot()
    def _fold(self) -> None:
        self.set_folded(True)

    @Slot()
    def _unfold(self) -> None:
        self.set_folded(False)

    # --- Qt -----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """The strip or the whole."""
        return QSize(620, FOLDED if self._folded else HEIGHT)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """The caption gives way in a narrow window."""
        self._lay_out()

    @property
    def _narrow(self) -> bool:
        return self.width() < _NARROW

    def _lay_out(self) -> None:
        caption = _NARROW_CAPTION if self._narrow else _CAPTION
        self.canvas.setGeometry(caption, 1, self.width() - caption, HEIGHT - 1)
        top = 2 if self._folded else _FIRST_LINE - 2
        place = QRect(caption - _BUTTON - 8, top, _BUTTON, _BUTTON)
        self.fold.setGeometry(place)
        if self.unfold is not None:
            self.unfold.setGeometry(place)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """A line above, and the caption."""
        painter = QPainter(self)
        theme = self._theme
        fill(painter, QRect(0, 0, self.width(), 1), theme.color("line"))
        base = self.canvas.font()
        painter.setFont(typography.sans(base, typography.SMALL, bold=True))
        painter.setPen(theme.color("ink"))
        top = 4 if self._folded else _FIRST_LINE
        self._line(painter, top, self.tr("Timeline"))
        painter.setFont(base)
        painter.setPen(theme.color("muted"))
        years, events = self._caption
        if self._folded:
            pass
        elif self._narrow:
            self._line(painter, top + _LINE, years)
            self._line(painter, top + 2 * _LINE, events)
        else:
            self._line(painter, top + _LINE, f"{years} · {events}")
            self._line(painter, top + 2 * _LINE, self.tr("Scroll to zoom, drag to move"))
        painter.end()

    def _line(self, painter: QPainter, top: int, text: str) -> None:
        room = QRect(_MARGIN, top, self.canvas.x() - _MARGIN, _LINE)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
