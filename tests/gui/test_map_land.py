"""The outlines of the land read back, and are those of the world."""

from __future__ import annotations

import pytest

from treatyviewer.gui.widgets.map_land import TILE, Land
from treatyviewer.paths import resources

FOLDER = resources() / "map"
ON_LAND = {
    "Moscow": (37.6, 55.75),
    "Beijing": (116.4, 39.9),
    "Port Arthur": (121.26, 38.81),
    "Chukotka, beyond the date line": (-175, 66),
    "Chukotka, before it": (179, 67),
    "the South Pole": (0, -89.9),
    "Alice Springs": (133.9, -23.7),
}
AT_SEA = {
    "the middle of the Pacific": (-150, 0),
    "the Yellow Sea": (123, 36),
    "the Bohai": (119.5, 38.7),
    "the Caspian": (50.5, 42),
    "the North Pole": (0, 89.9),
    "the Drake Passage": (-65, -59),
}


@pytest.fixture(params=[1000, 8000], ids=["near", "far"])
def land(request: pytest.FixtureRequest) -> Land:
    return Land.load(FOLDER, request.param)


@pytest.mark.parametrize("place", ON_LAND.values(), ids=ON_LAND.keys())
def test_this_is_land(land: Land, place: tuple[float, float]) -> None:
    assert land.holds(*place)


@pytest.mark.parametrize("place", AT_SEA.values(), ids=AT_SEA.keys())
def test_this_is_sea(land: Land, place: tuple[float, float]) -> None:
    assert not land.holds(*place)


def test_rings_lie_in_their_tiles(land: Land) -> None:
    tiles = list(land.tiles())
    assert len(tiles) > 150
    for west, south in tiles:
        rings = list(land.rings(west, south))
        assert rings
        for ring in rings:
            assert len(ring) > 2
            assert all(west <= x <= west + TILE and south <= y <= south + TILE for x, y in ring)


def test_where_there_is_nothing_there_is_nothing(land: Land) -> None:
    assert list(land.rings(-150, 0)) == []


def test_the_near_outlines_are_the_finer_ones() -> None:
    def points(land: Land) -> int:
        return sum(len(ring) for tile in land.tiles() for ring in land.rings(*tile))

    assert points(Land.load(FOLDER, 1000)) > 1.5 * points(Land.load(FOLDER, 8000))


def test_other_files_are_refused() -> None:
    data = (FOLDER / "land-far.bin").read_bytes()
    with pytest.raises(ValueError, match="no outlines"):
        Land(b"PNG" + data)
    with pytest.raises(ValueError, match="cut off"):
        Land(data[:-4])


def test_the_outlines_are_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 400_000
