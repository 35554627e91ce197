"""A small card beside a link: what it leads to, in a few words."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from treatyviewer.gui import typography
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.shadow import REACH, paint_shadow
from treatyviewer.tuples import NamedTuple

_WIDTH = 340
_EDGE = 16
_GAP = 8
# Between the card and the line of the link.
_AWAY = 6


class Preview(NamedTuple):
    """What a card says. Empty lines are not drawn; `text` may be long."""

    kicker: str
    title: str = ""
    line: str = ""
    text: str = ""


class PreviewCard(QWidget):
    """Takes neither keys nor the pointer. A child of the window, not a window of its own: where
    programs may not place their windows, it is beside its link all the same.
    """

    def __init__(self, theme: Theme, fonts: typography.Fonts, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._fonts = fonts
        self._preview = Preview("")
        self._pieces: list[tuple[QTextLayout, str]] = []
        self._height = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        theme.changed.connect(self.hide)

    @property
    def preview(self) -> Preview:
        """What it says."""
        return self._preview

    def show_at(self, preview: Preview, line: QRect) -> None:
        """Show a preview below a line of the window, or above it where there is no room."""
        self._preview = preview
        self._set()
        self.setAccessibleName(" ".join(part for part in preview if part))
        place = placed(QSize(_WIDTH, self._height), line, self._window.rect())
        self.setGeometry(place.adjusted(-REACH, -REACH, REACH, REACH))
        self.raise_()
        self.show()
        self.update()

    def _set(self) -> None:
        base = self.font()
        preview = self._preview
        self._pieces = []
        top = float(_EDGE)
        for text, font, colour, most in (
            (preview.kicker, typography.kicker(base, typography.TINY - 1), "accent", 1),
            (preview.title, self._serif(preview.title, typography.BODY - 1, bold=True), "ink", 3),
            (preview.line, typography.sans(base, typography.SMALL), "muted", 3),
            (preview.text, self._serif(preview.text, typography.BODY - 3), "ink", 9),
        ):
            if text:
                above = _GAP if preview.text is text and self._pieces else 2 * bool(self._pieces)
                top = self._piece(text, font, colour, most, top + above)
        self._height = round(top) + _EDGE

    def _serif(self, text: str, size: int, *, bold: bool = False) -> QFont:
        font = typography.serif(size, bold=bold)
        font.setFamilies(self._fonts.families(text))
        return font

    def _piece(self, text: str, font: QFont, colour: str, most: int, top: float) -> float:
        layout = QTextLayout(text, font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        for _ in range(most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(_WIDTH - 2 * _EDGE)
            line.setPosition(QPointF(REACH + _EDGE, REACH + top))
            top += line.height() + 2
        layout.endLayout()
        self._pieces.append((layout, colour))
        return top

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The ground with a line around it, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(REACH, REACH, -REACH, -REACH)
        paint_shadow(painter, inner, 8)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(self._theme.color("field"))
        painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        for layout, colour in self._pieces:
            painter.setPen(self._theme.color(colour))
            layout.draw(painter, QPointF(0, 0))
        painter.end()


def placed(size: QSize, line: QRect, window: QRect) -> QRect:
    """Where a card of that size goes: below the line, above it at the lower edge of the window,
    and never beyond the edges at the sides. Where there is room neither below nor above, beside.
    """
    room = window.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    left = max(room.left(), min(line.left() - 24, room.right() - size.width()))
    top = line.bottom() + _AWAY
    if top + size.height() > room.bottom():
        top = line.top() - _AWAY - size.height()
    if top < room.top():
        top = max(room.top(), min(line.top(), room.bottom() - size.height()))
        left = line.right() + 24
        if left + size.width() > room.right():
            left = line.left() - 24 - size.width()
    return QRect(QPoint(left, top), size)
