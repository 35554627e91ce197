"""A map on the page: drawn to fit, and its places can be pointed at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from treatyviewer.entry import blocks as b
from treatyviewer.entry.address import parse
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.theme import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Palette, Theme
from treatyviewer.gui.widgets.map_drawing import MapDrawing, MapFonts
from treatyviewer.gui.widgets.page_map import PageMap
from treatyviewer.paths import resources

COMPLETE = Path(__file__).parent.parent / "data" / "complete-entry"
ENTRY = "sino-soviet-treaty-1950"
MOSCOW = b.MapPlace("treaty:x/places/moscow", "Moscow", 55.75, 37.62)
BEIJING = b.MapPlace("treaty:x/places/beijing", "Beijing", 39.9, 116.4)
ISLAND = b.MapPlace("treaty:x/places/island", "Nowhere", -48.9, -123.4)

OpenWindow = Callable[..., MainWindow]


def the_map(window: MainWindow) -> PageMap:
    """The map on the page, once it is painted."""
    window.pane.grab()
    (found,) = window.pane.document().findChildren(PageMap)
    return found


def point_of(window: MainWindow, target: str) -> QPoint:
    """Where in the viewport a place's name is."""
    box = the_map(window).rect_of(target)
    return (box.center() - QPointF(0, window.pane.scroll_y)).toPoint()


def hover(window: MainWindow, at: QPoint) -> None:
    port = window.pane.viewport()
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(port.mapToGlobal(at)), none, none,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(port, event)


@pytest.fixture
def places(open_window: OpenWindow) -> MainWindow:
    return open_window(at=parse(f"{ENTRY}/places"))


# --- pointing -----------------------------------------------------------------------------------


def test_a_click_on_a_name_goes_to_the_place(places: MainWindow) -> None:
    at = point_of(places, f"treaty:{ENTRY}/places/beijing")
    QTest.mouseClick(places.pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert places.reading.place is not None
    assert str(places.reading.place.address) == f"{ENTRY}/places/beijing"


def test_a_click_beside_goes_nowhere(places: MainWindow) -> None:
    at = point_of(places, f"treaty:{ENTRY}/places/moscow") + QPoint(60, 60)
    QTest.mouseClick(places.pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert str(places.reading.place.address) == f"{ENTRY}/places"  # type: ignore[union-attr]


def test_it_counts_where_the_button_is_let_go(places: MainWindow) -> None:
    port = places.pane.viewport()
    at = point_of(places, f"treaty:{ENTRY}/places/moscow")
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=at + QPoint(60, 60))
    assert str(places.reading.place.address) == f"{ENTRY}/places"  # type: ignore[union-attr]


def test_the_pointer_is_a_hand_over_a_place_only(places: MainWindow) -> None:
    port = places.pane.viewport()
    at = point_of(places, f"treaty:{ENTRY}/places/moscow")
    hover(places, at)
    assert port.cursor().shape() == Qt.CursorShape.PointingHandCursor
    hover(places, at + QPoint(60, 60))
    assert port.cursor().shape() == Qt.CursorShape.ArrowCursor
    hover(places, QPoint(10, 10))
    assert port.cursor().shape() == Qt.CursorShape.IBeamCursor


@pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)")
def test_the_tooltip_is_the_name(places: MainWindow) -> None:
    port = places.pane.viewport()
    at = point_of(places, f"treaty:{ENTRY}/places/moscow")
    QApplication.sendEvent(port, QHelpEvent(QEvent.Type.ToolTip, at, port.mapToGlobal(at)))
    assert QToolTip.text() == "Moscow"
    QToolTip.hideText()


def test_places_are_found_where_the_page_is_scrolled(places: MainWindow) -> None:
    places.pane.scroll_to(80)
    at = point_of(places, f"treaty:{ENTRY}/places/xibaipo")
    QTest.mouseClick(places.pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert str(places.reading.place.address) == f"{ENTRY}/places/xibaipo"  # type: ignore[union-attr]


def test_the_place_whose_page_it_is_leads_nowhere(open_window: OpenWindow) -> None:
    window = open_window(at=parse(f"{ENTRY}/places/port-arthur"))
    here, near = (
        the_map(window).rect_of(f"treaty:{ENTRY}/places/{id}").center()
        for id in ("port-arthur", "beijing")
    )
    assert the_map(window).place_at(here) is None
    beijing = the_map(window).place_at(near)
    assert beijing is not None
    assert beijing.name == "Beijing"


def test_where_no_map_is_the_pointer_is_the_texts(places: MainWindow) -> None:
    at = point_of(places, f"treaty:{ENTRY}/places/moscow")
    places.reading.go(parse(f"{ENTRY}/people"))
    hover(places, at)
    assert places.pane.document().findChildren(PageMap) == []
    assert places.pane.viewport().cursor().shape() != Qt.CursorShape.ArrowCursor


# --- on the page --------------------------------------------------------------------------------


def test_the_map_is_as_wide_as_the_column_and_follows_it(places: MainWindow, qtbot: QtBot) -> None:
    wide = the_map(places).rect.width()
    places.resize(700, 600)
    qtbot.waitUntil(lambda: the_map(places).rect.width() < wide)
    map_ = the_map(places)
    assert map_.rect.right() <= places.pane.viewport().width()
    assert map_.rect.height() == pytest.approx(map_.rect.width() * 9 / 16, abs=1)


def test_another_palette_is_another_map(places: MainWindow, theme: Theme) -> None:
    def colours() -> set[str]:
        rect = the_map(places).rect.toRect()
        image = places.pane.viewport().grab(rect.adjusted(5, 5, -5, -5)).toImage()
        return {image.pixelColor(x, 60).name().upper() for x in range(0, image.width(), 3)}

    light = colours()
    assert LIGHT.land in light
    theme.set_wanted("dark")
    dark = colours()
    assert DARK.land in dark
    assert LIGHT.land not in dark


def test_a_place_alone_has_its_map(open_window: OpenWindow) -> None:
    window = open_window(COMPLETE, at=parse("two-rivers-1901/places/ford"))
    assert the_map(window).rect_of("treaty:two-rivers-1901/places/ford").width() > 10


# --- the drawing --------------------------------------------------------------------------------


def drawn(
    *places: b.MapPlace, here: str = "", palette: Palette = LIGHT, ratio: float = 1
) -> tuple[MapDrawing, QImage]:
    font = QFont()
    font.setPixelSize(13)
    fonts = [font] * len(places)
    block = b.Map("m", places, here, "", ())
    made = MapDrawing(
        block, resources() / "map", palette, MapFonts(fonts, fonts, font), "{number} km"
    )
    return made, made.image(640, 320 if here else 360, ratio)


def shares(image: QImage, palette: Palette) -> dict[str, float]:
    """How much of a picture is land and sea."""
    count = {palette.land: 0, palette.sea: 0}
    total = 0
    for x in range(0, image.width(), 5):
        for y in range(0, image.height(), 5):
            name = image.pixelColor(x, y).name().upper()
            total += 1
            if name in count:
                count[name] += 1
    return {"land": count[palette.land] / total, "sea": count[palette.sea] / total}


def test_an_island_that_nobody_knows_has_sea_around_it(qapp: object) -> None:
    made, image = drawn(ISLAND, here=ISLAND.target)
    found = shares(image, LIGHT)
    # The ring around a dot has that colour.
    assert found["land"] < 0.001
    assert found["sea"] > 0.9
    # The net is there too: lines of another colour on every row, name and scale apart.
    assert len({image.pixelColor(x, 20).name() for x in range(20, 620)}) > 1
    assert made.spots[0].dot == QPointF(320, 160)


def test_moscow_is_drawn_on_land_and_the_coast_where_it_is(qapp: object) -> None:
    _, image = drawn(MOSCOW, BEIJING)
    found = shares(image, LIGHT)
    assert 0.5 < found["land"] < 0.95
    assert found["sea"] > 0.04


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST, CONTRAST_DARK], ids=lambda p: p.name)
def test_the_place_itself_is_told_from_others(palette: Palette, qapp: object) -> None:
    near = b.MapPlace("treaty:x/places/tula", "Tula", 54.2, 33.6)
    made, image = drawn(MOSCOW, near, here=MOSCOW.target, palette=palette)
    colours = [QColor(image.pixelColor(spot.dot.toPoint())).name().upper() for spot in made.spots]
    assert [spot.place for spot in made.spots] == [MOSCOW, near]
    assert colours == [palette.accent, palette.muted]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_it_is_sharp_at_every_scale(ratio: float, qapp: object) -> None:
    made, image = drawn(MOSCOW, BEIJING, ratio=ratio)
    assert (image.width(), image.height()) == (640 * ratio, 360 * ratio)
    assert image.devicePixelRatio() == ratio
    # Places are told in pixels at a scale of 1.
    whole = QRectF(0, 0, 640, 360)
    assert all(whole.contains(spot.label) and whole.contains(spot.dot) for spot in made.spots)


def test_places_all_over_the_world_are_all_there(qapp: object) -> None:
    them = [
        b.MapPlace(f"treaty:x/places/p{number}", f"Place {number}", latitude, longitude)
        for number, (latitude, longitude) in enumerate(
            [(51.5, -0.1), (-41.3, 174.8), (-34.6, -58.4), (35.7, 139.7), (64.7, 177.5), (90, 0)]
        )
    ]
    made, image = drawn(*them)
    whole = QRectF(0, 0, 640, 360)
    assert all(whole.contains(spot.dot) for spot in made.spots)
    assert 0.15 < shares(image, LIGHT)["land"] < 0.45
