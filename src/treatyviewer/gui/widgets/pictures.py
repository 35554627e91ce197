"""Pictures on the page: sharp at any scale, never wider than the column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatyviewer.entry.blocks import Figure, Run, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QTextCursor

# A drawing is made so many times as sharp as at scale 1, up to so many pixels in all.
_SHARP = 3
_MOST = 2400


def insert_picture(cursor: QTextCursor, figure: Figure, data: bytes) -> bool:
    """Set a picture where the cursor stands; False for data that is no picture."""
    # Loaded by the first picture: most pages have none.
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QImage, QTextDocument, QTextImageFormat, QTextLength

    image = _svg(data) if figure.media.lower().endswith(".svg") else QImage.fromData(data)
    if image is None or image.isNull():
        return False
    name = f"media:{figure.media}"
    cursor.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
    made = QTextImageFormat()
    made.setName(name)
    made.setWidth(image.width() / image.devicePixelRatio())
    made.setHeight(image.height() / image.devicePixelRatio())
    # Where the column is narrower, it gets smaller with it.
    made.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    made.setToolTip(figure.alt)
    cursor.insertImage(made)
    return True


def caption_of(figure: Figure) -> tuple[Run, ...]:
    """What is said below a picture, and whose it is."""
    said = " · ".join(part for part in (figure.credit, figure.licence) if part)
    if not said:
        return figure.caption
    return (*figure.caption, Text(f" {said}" if figure.caption else said))


def _svg(data: bytes) -> QImage | None:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(data))
    if not renderer.isValid() or renderer.defaultSize().isEmpty():
        return None
    size = renderer.defaultSize()
    sharp = min(_SHARP, _MOST / size.width())
    image = QImage(size * sharp, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    image.setDevicePixelRatio(sharp)
    return image
