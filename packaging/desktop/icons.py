"""The application's icon in the forms that desktops want: PNG, ICO and ICNS, drawn by Qt.

Two drawings: one for more than 32 pixels, one for what is smaller, on whole pixels.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

HERE = Path(__file__).resolve().parent
LARGE, SMALL = HERE / "treatyviewer.svg", HERE / "treatyviewer-small.svg"

PNG_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
# The largest size that the small drawing serves.
_SMALL_TO = 32
# What an ICNS file calls a picture of so many pixels; "@2x" are those of sharp screens.
_ICNS = (
    (b"icp4", 16),
    (b"icp5", 32),
    (b"ic11", 32),
    (b"icp6", 64),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic08", 256),
    (b"ic13", 256),
    (b"ic09", 512),
    (b"ic14", 512),
    (b"ic10", 1024),
)


def png(size: int) -> bytes:
    """The icon as a PNG of `size` pixels in both directions."""
    # A picture needs no display, and this must run where there is none.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    source = SMALL if size <= _SMALL_TO else LARGE
    drawing = QSvgRenderer(str(source))
    if not drawing.isValid():
        raise SystemExit(f"{source} cannot be drawn: it is no SVG that Qt reads.")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Quality 0 is the strongest compression of a PNG, whose pixels are the same at any.
    if not image.save(buffer, "PNG", 0):  # type: ignore[call-overload]  # the format is text
        raise SystemExit("Qt cannot write PNG files here: its plugins are missing.")
    return bytes(buffer.data().data())


def ico() -> bytes:
    """All sizes in one file for Windows, as PNG, which it reads since Vista."""
    pictures = [(size, png(size)) for size in ICO_SIZES]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    start = len(head) + 16 * len(pictures)
    entries, data = b"", b""
    for size, picture in pictures:
        # 256 is written as 0.
        entries += struct.pack(
            "<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), start + len(data)
        )
        data += picture
    return head + entries + data


def icns() -> bytes:
    """All sizes in one file for macOS."""
    parts = b""
    for kind, size in _ICNS:
        picture = png(size)
        parts += struct.pack(">4sI", kind, 8 + len(picture)) + picture
    return struct.pack(">4sI", b"icns", 8 + len(parts)) + parts
