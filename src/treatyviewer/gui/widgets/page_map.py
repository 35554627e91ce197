"""A map on the page: an object in the text that is drawn as wide as the column, and what happens
where one points at a place on it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from treatyviewer.entry.blocks import Map, MapPlace
from treatyviewer.gui.i18n import translate
from treatyviewer.gui.widgets.map_drawing import ALL, ONE, MapDrawing, MapFonts
from treatyviewer.paths import resources

if TYPE_CHECKING:
    from treatyviewer.gui.widgets.page_formats import Formats

_WIDEST = 640.0
_OBJECT = int(QTextFormat.ObjectTypes.UserObject.value) + 1
_SIGN = "\ufffc"
# So near to a dot one points at it.
_NEAR = 9.0


class PageMap(QPyTextObject):
    """Draws one map, and again only where its size or the screen's sharpness is another one."""

    def __init__(self, block: Map, formats: Formats, document: QTextDocument) -> None:
        super().__init__(document)
        self._here = block.here
        self._shape = ONE if block.here else ALL
        small, bold = formats.small, formats.strong(formats.small)
        names = [place.name for place in block.places]
        fonts = MapFonts(
            [formats.fitting(bold, name).font() for name in names],
            [formats.fitting(small, name).font() for name in names],
            small.font(),
        )
        self._drawing = MapDrawing(
            block, resources() / "map", formats.palette, fonts, translate("Map", "{number} km")
        )
        self._image: QImage | None = None
        self._drawn = (0, 0, 0.0)
        # Where it was painted last, in the document.
        self.rect = QRectF()

    def intrinsicSize(self, doc: QTextDocument, pos: int, char: QTextFormat) -> QSizeF:
        """As wide as the column, up to a limit."""
        frame = doc.rootFrame().frameFormat()
        room = doc.textWidth() - frame.leftMargin() - frame.rightMargin()
        width = math.floor(min(_WIDEST, room)) if room > 0 else _WIDEST
        return QSizeF(width, round(width * self._shape))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        pos: int,
        char: QTextFormat,
    ) -> None:
        """Put the map on the page, to the pixel."""
        width, height = round(rect.width()), round(rect.height())
        self.rect = QRectF(round(rect.x()), round(rect.y()), width, height)
        drawn = width, height, painter.device().devicePixelRatioF()
        if self._image is None or drawn != self._drawn:
            self._image, self._drawn = self._drawing.image(*drawn), drawn
        painter.drawImage(self.rect.topLeft(), self._image)

    def covers(self, place: QPointF) -> bool:
        """Whether a point of the document is on the map."""
        return self.rect.contains(place)

    def place_at(self, place: QPointF) -> MapPlace | None:
        """The place whose name or dot is there, but for the one whose page this is."""
        at = place - self.rect.topLeft()
        found = next((spot for spot in self._drawing.spots if spot.label.contains(at)), None)
        if found is None:
            away = [math.hypot(*(spot.dot - at).toTuple()) for spot in self._drawing.spots]
            if not away or min(away) > _NEAR:
                return None
            found = self._drawing.spots[away.index(min(away))]
        return found.place if found.place.target != self._here else None

    def rect_of(self, target: str) -> QRectF:
        """Where a place's name is in the document, or its dot where the name found no room."""
        spot = next(spot for spot in self._drawing.spots if spot.place.target == target)
        dot = QRectF(spot.dot, spot.dot).adjusted(-3, -3, 3, 3)
        box = spot.label if not spot.label.isNull() else dot
        return box.translated(self.rect.topLeft())


def insert_map(cursor: QTextCursor, block: Map, formats: Formats) -> None:
    """Set a map where the cursor stands."""
    document = cursor.document()
    made = PageMap(block, formats, document)
    # A kind of object for each map: their sizes and places differ.
    kind = _OBJECT + len(document.findChildren(PageMap))
    document.documentLayout().registerHandler(kind, made)
    char = QTextCharFormat()
    char.setObjectType(kind)
    cursor.insertText(_SIGN, char)


class MapPointer(QtCore.QObject):
    """Watches the pointer over the maps of a page. It goes when the document goes."""

    place_requested = Signal(str)

    def __init__(self, document: QTextDocument, area: QAbstractScrollArea, port: QWidget) -> None:
        """`area` shows the document in its viewport `port`."""
        super().__init__(document)
        self._maps = document.findChildren(PageMap)
        self._area = area
        self._port = port
        self._over = False
        self._pressed = ""
        port.installEventFilter(self)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """A hand and the name over a place; a click goes there."""
        kind = event.type()
        if isinstance(event, QtGui.QMouseEvent):
            return self._mouse(kind, event)
        if kind == QEvent.Type.ToolTip and isinstance(event, QtGui.QHelpEvent):
            place = self._place_at(QPointF(event.pos()))
            if place is not None:
                around = QRect(event.pos(), event.pos()).adjusted(-4, -4, 4, 4)
                QToolTip.showText(event.globalPos(), place.name, self._port, around)
                return True
        return False

    def _mouse(self, kind: QEvent.Type, event: QtGui.QMouseEvent) -> bool:
        if kind == QEvent.Type.MouseMove and not event.buttons():
            self._point(event.position())
            return False
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        place = self._place_at(event.position())
        target = place.target if place is not None else ""
        if kind == QEvent.Type.MouseButtonPress:
            self._pressed = target
            return bool(target)
        if kind == QEvent.Type.MouseButtonRelease and self._pressed:
            pressed, self._pressed = self._pressed, ""
            if target == pressed:
                self.place_requested.emit(target)
            return True
        return False

    def _point(self, at: QPointF) -> None:
        """The shape of the pointer: the text's own is for selecting."""
        over = any(one.covers(self._in_document(at)) for one in self._maps)
        if over:
            shape = Qt.CursorShape.ArrowCursor
            if self._place_at(at) is not None:
                shape = Qt.CursorShape.PointingHandCursor
            self._port.setCursor(shape)
        elif self._over:
            self._port.setCursor(Qt.CursorShape.IBeamCursor)
        self._over = over

    def _place_at(self, at: QPointF) -> MapPlace | None:
        place = self._in_document(at)
        for one in self._maps:
            if one.covers(place):
                return one.place_at(place)
        return None

    def _in_document(self, at: QPointF) -> QPointF:
        area = self._area
        return at + QPointF(area.horizontalScrollBar().value(), area.verticalScrollBar().value())
