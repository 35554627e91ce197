"""The icons: our reader of SVG draws what Qt's own draws, within the grid, sharp at any scale."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from treatyviewer.gui import icons
from treatyviewer.paths import resources

FILES = sorted((resources() / "icons").glob("*.svg"))


def blank(side: int) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    return image


def drawn_by_us(name: str, side: int) -> QImage:
    image = blank(side)
    painter = QPainter(image)
    icons.draw(painter, name, QRectF(0, 0, side, side), QColor("black"))
    painter.end()
    return image


def drawn_by_qt(file: Path, side: int) -> QImage:
    image = blank(side)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(file.read_bytes())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image


def greys(image: QImage) -> list[int]:
    return [
        image.pixelColor(x, y).red() for y in range(image.height()) for x in range(image.width())
    ]


def difference(one: QImage, other: QImage) -> float:
    """How far apart two pictures are, 0 to 255 a pixel of ink."""
    pairs = list(zip(greys(one), greys(other), strict=True))
    ink = sum(255 - grey for grey, _ in pairs) / 255
    return sum(abs(a - b) for a, b in pairs) / max(1.0, ink)


def test_the_table_holds_the_files_as_they_are() -> None:
    """Where this fails: python tools/icons.py"""
    table = json.loads((resources() / "icons" / "icons.json").read_text(encoding="utf-8"))
    assert len(table) > 30
    assert sorted(table) == [file.stem for file in FILES]
    for file in FILES:
        assert icons.read(table[file.stem]) == icons.read(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_icon_is_drawn_as_qt_draws_it(qapp: object, file: Path) -> None:
    assert difference(drawn_by_us(file.stem, 72), drawn_by_qt(file, 72)) < 12


def test_two_icons_are_not_taken_for_one(qapp: object) -> None:
    back, forward = (resources() / "icons" / f"{name}.svg" for name in ("back", "forward"))
    assert difference(drawn_by_us("back", 72), drawn_by_qt(forward, 72)) > 100
    assert difference(drawn_by_us("back", 72), drawn_by_qt(back, 72)) < 12


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_icon_stays_inside_the_grid(file: Path) -> None:
    bounds = icons.path(file.stem).boundingRect()
    assert 2 <= bounds.left() <= bounds.right() <= 22
    assert 2 <= bounds.top() <= bounds.bottom() <= 22
    assert max(bounds.width(), bounds.height()) >= 6


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_all_icons_are_of_one_hand(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"')
    for said in ('fill="none"', 'stroke="currentColor"', 'stroke-width="1.7"',
                 'stroke-linecap="round"', 'stroke-linejoin="round"'):  # fmt: skip
        assert said in text


@pytest.mark.parametrize("text", ['<path d="m1 1 L2 2"/>', '<path d="M1 1 Q2 2 3 3"/>', "<svg/>"])
def test_what_the_reader_does_not_know_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="known here"):
        icons.read(text)


def test_an_icon_for_qts_menus_is_sharp_at_each_scale(qapp: object) -> None:
    made = icons.icon("settings", QColor("#A3301F"))
    for scale in (1, 2, 3):
        pixmap = made.pixmap(QSize(16, 16), scale)
        assert pixmap.size() == QSize(16 * scale, 16 * scale)
        image = pixmap.toImage()
        inked = {image.pixelColor(x, y).name() for x in range(16 * scale)
                 for y in range(16 * scale) if image.pixelColor(x, y).alpha() == 255}  # fmt: skip
        assert "#a3301f" in inked
