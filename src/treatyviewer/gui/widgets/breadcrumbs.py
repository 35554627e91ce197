"""Where one is: the way down to the page in grey, each step a link, the page itself in ink."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from treatyviewer.gui import typography
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.following import Following
from treatyviewer.tuples import NamedTuple

_BETWEEN = "  ›  "
# Narrower than this a step says nothing any more, and is left out.
_LEAST = 36.0
# The soft ground reaches so far beside the words.
_AROUND = 4.0
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Crumb(NamedTuple):
    """One step of the way; `target` is a link, "" where there is no page."""

    title: str
    target: str = ""


class Breadcrumbs(QLabel):
    """Painted by hand: there is one in the first picture, and a widget a step would cost more.

    The way gives way to the page's title where there is little room, the entry first.
    Left and Right choose among the steps, Enter takes one.
    """

    link_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._crumbs: tuple[Crumb, ...] = ()
        self._last = ""
        self._whole = ""
        self._places: list[QRectF] = []
        # The step under the pointer and the one that has the keys, -1 for none.
        self._hovered = -1
        self._chosen = -1
        self._following = Following(self)
        self.setFont(typography.sans(self.font(), typography.SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    def show_path(self, path: Sequence[Crumb], last: str) -> None:
        """Show the steps from the entry down, and the page's own title."""
        self._following.hold()
        self._crumbs = tuple(path)
        self._last = last
        self._places = []
        self._hovered = -1
        self._chosen = self._links[-1] if self._links and self.hasFocus() else -1
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.TabFocus if self._links else policy.NoFocus)
        whole = _BETWEEN.join([*(crumb.title for crumb in path), last])
        # Not as the text of the label: that would lay out the bar anew on every page.
        self._whole = whole
        self.setToolTip(whole)
        self._tell()
        self.update()

    @property
    def crumbs(self) -> tuple[Crumb, ...]:
        """The steps that are shown."""
        return self._crumbs

    @property
    def chosen(self) -> int:
        """The number of the step that has the keys, -1 for none."""
        return self._chosen

    @property
    def places(self) -> list[QRectF]:
        """Where the steps were painted last, empty where there was no room for one."""
        return self._places

    @property
    def _links(self) -> list[int]:
        """The steps that can be taken; where it was painted, those that are seen."""
        linked = [number for number, crumb in enumerate(self._crumbs) if crumb.target]
        if len(self._places) != len(self._crumbs):
            return linked
        return [number for number in linked if not self._places[number].isNull()]

    def text(self) -> str:
        """All of the way, as it is told to screen readers."""
        return self._whole

    def sizeHint(self) -> QSize:
        """A line, as wide as there is room."""
        return QSize(0, max(self.minimumSizeHint().height(), self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        """It gives way to everything else."""
        return QSize(0, 20)

    # --- pointer and keys ---------------------------------------------------------------------

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """A ground behind the step under the pointer."""
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """No step is under the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """Take the step that was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._take(self._at(event.position()))

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Left and Right choose, Enter takes."""
        key = Qt.Key(event.key())
        links = self._links
        if key in _TAKE and self._chosen >= 0:
            self._take(self._chosen)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and links:
            step = 1 if key == Qt.Key.Key_Right else -1
            at = links.index(self._chosen) if self._chosen in links else -1
            self._choose(links[min(len(links) - 1, max(0, at + step))])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and links:
            self._choose(links[0 if key == Qt.Key.Key_Home else -1])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """The nearest step is chosen."""
        super().focusInEvent(event)
        self._choose(self._links[-1] if self._links else -1)

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        """None is."""
        super().focusOutEvent(event)
        self._choose(-1)

    def _at(self, place: QPointF) -> int:
        for number, rect in enumerate(self._places):
            if rect.contains(place) and self._crumbs[number].target:
                return number
        return -1

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            if number >= 0:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            else:
                self.unsetCursor()
            self.update()

    def _choose(self, number: int) -> None:
        self._chosen = number
        self._tell()
        self.update()

    def _take(self, number: int) -> None:
        if 0 <= number < len(self._crumbs) and self._crumbs[number].target:
            self.link_requested.emit(self._crumbs[number].target)

    def _tell(self) -> None:
        """The whole way by name; which step has the keys as what is said beside it."""
        self.setAccessibleName(self.tr("Where you are: {path}").format(path=self.text()))
        said = ""
        if 0 <= self._chosen < len(self._crumbs):
            said = self.tr("Go to {title}").format(title=self._crumbs[self._chosen].title)
        self.setAccessibleDescription(said)

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The steps and the page on one line, shortened to fit."""
        self._following.was_painted = True
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bold = typography.sans(self.font(), typography.SMALL, bold=True)
        strong, plain = QFontMetricsF(bold), QFontMetricsF(self.font())
        width = float(self.width())
        last = strong.elidedText(self._last, Qt.TextElideMode.ElideRight, width - _AROUND)
        left = _AROUND
        gap = plain.horizontalAdvance(_BETWEEN)
        room = width - left - strong.horizontalAdvance(last)
        natural = [plain.horizontalAdvance(crumb.title) + 1 + gap for crumb in self._crumbs]
        widths = _fitting(natural, room, _LEAST + gap)
        self._places = [QRectF()] * (len(natural) - len(widths))
        for crumb, with_gap in zip(self._crumbs[len(self._places) :], widths, strict=True):
            text = plain.elidedText(crumb.title, Qt.TextElideMode.ElideRight, with_gap - gap)
            advance = plain.horizontalAdvance(text)
            self._paint_crumb(painter, text, QRectF(left, 0, advance, self.height()))
            left += advance
            painter.setPen(self._theme.color("muted"))
            painter.drawText(QRectF(left, 0, gap, self.height()), _MIDDLE, _BETWEEN)
            left += gap
        painter.setFont(bold)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(QRectF(left, 0, width - left, self.height()), _MIDDLE, last)
        painter.end()

    def _paint_crumb(self, painter: QPainter, text: str, place: QRectF) -> None:
        number = len(self._places)
        ground = place.adjusted(-_AROUND, 0, _AROUND, 0)
        ground.setTop(self.height() / 2 - 12)
        ground.setHeight(24)
        self._places.append(ground)
        if number == self._hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("hover"))
            painter.drawRoundedRect(ground, 5, 5)
        if number == self._chosen:
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(self._theme.color("ink" if number == self._hovered else "muted"))
        painter.drawText(place.adjusted(0, 0, 2, 0), _MIDDLE, text)


def _fitting(widths: Sequence[float], room: float, least: float) -> list[float]:
    """The widths of the steps with which they have room: the first give way first, and where that
    is not enough they are left out.
    """
    kept = list(widths)
    while kept:
        excess = sum(kept) - room
        made: list[float] = []
        for width in kept:
            cut = min(max(0.0, excess), max(0.0, width - least))
            made.append(width - cut)
            excess -= cut
        if excess <= 0:
            return made
        kept.pop(0)
    return []
