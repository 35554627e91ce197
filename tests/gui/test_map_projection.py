"""Degrees to the plane and back, and the part of the world that a map shows."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from treatyviewer.gui.widgets.map_projection import (
    RADIUS,
    Azimuthal,
    EqualEarth,
    Projection,
    around,
    holding,
    scale_length,
)

MOSCOW, VLADIVOSTOK, URUMQI = (37.6, 55.75), (131.9, 43.1), (87.6, 43.8)
FIJI, SAMOA = (178.0, -17.8), (-171.8, -13.8)

longitudes = st.floats(-180, 180)
latitudes = st.floats(-90, 90)
places = st.tuples(longitudes, st.floats(-85, 85))


def apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """How far two places are from each other on the globe, in kilometres."""
    points = []
    for longitude, latitude in (one, other):
        turn, height = math.radians(longitude), math.radians(latitude)
        out = math.cos(height)
        points.append((out * math.cos(turn), out * math.sin(turn), math.sin(height)))
    return 2 * RADIUS * math.asin(min(1.0, math.dist(*points) / 2))


@given(longitudes, latitudes, places)
def test_the_azimuthal_projection_leads_back(
    longitude: float, latitude: float, place: tuple[float, float]
) -> None:
    assume(apart((longitude, latitude), place) < 19_000)
    projection = Azimuthal(longitude, latitude)
    back = projection.degrees(*projection.plane(*place))
    assert back is not None
    assert apart(back, place) < 0.1


@given(longitudes, places)
def test_equal_earth_leads_back(longitude: float, place: tuple[float, float]) -> None:
    projection = EqualEarth(longitude)
    back = projection.degrees(*projection.plane(*place))
    assert back is not None
    assert apart(back, place) < 0.1


def test_beyond_the_edge_of_the_world_there_is_no_place() -> None:
    assert Azimuthal(0, 0).degrees(2.1 * RADIUS, 0) is None
    assert EqualEarth(0).degrees(3 * RADIUS, 0) is None
    assert EqualEarth(0).degrees(2.6 * RADIUS, -1.2 * RADIUS) is None
    assert EqualEarth(0).degrees(0, -1.5 * RADIUS) is None


@pytest.mark.parametrize("projection", [Azimuthal(85, 50), EqualEarth(0)])
@pytest.mark.parametrize("place", [MOSCOW, VLADIVOSTOK, (10, -30), (150, 70)])
def test_areas_are_true(projection: Projection, place: tuple[float, float]) -> None:
    x, y = place
    step = 0.01
    corners = [projection.plane(x + dx, y + dy) for dx, dy in ((0, 0), (step, 0), (0, step))]
    (x0, y0), (x1, y1), (x2, y2) = corners
    drawn = abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0))
    side = math.radians(step) * RADIUS
    assert drawn == pytest.approx(side * side * math.cos(math.radians(y)), rel=0.001)


def test_north_is_up_and_east_is_right_in_the_middle() -> None:
    for projection in (Azimuthal(30, 40), EqualEarth(30)):
        x, y = projection.plane(30, 40)
        assert projection.plane(30, 41)[1] < y
        assert projection.plane(31, 40)[0] > x


@pytest.mark.parametrize("place", [MOSCOW, VLADIVOSTOK, FIJI])
def test_many_at_once_are_where_one_by_one_they_are(place: tuple[float, float]) -> None:
    for projection in (Azimuthal(100, 50), EqualEarth(105)):
        x, y = projection.plane(*place)
        (found,) = projection.line([place], -500, -300, 0.1)
        assert found == pytest.approx(((x + 500) * 0.1, (y + 300) * 0.1))


def test_a_tile_at_the_cut_lies_on_one_side_of_it() -> None:
    projection = EqualEarth(0)
    for tile, sign in (([(180.0, 0.0), (-165.0, 0.0)], 0), ([(165.0, 0.0), (180.0, 0.0)], 1)):
        if not sign:
            # As the outlines have it: the western edge of the first column.
            tile = [(-180.0, 0.0), (-165.0, 0.0)]
        drawn = [x for x, _ in projection.line(tile, 0, 0, 1)]
        assert all((x > 0) == bool(sign) for x in drawn)
        assert abs(drawn[0] - drawn[1]) < 2500
    # Cut elsewhere, the columns beyond the cut come first.
    drawn = [x for x, _ in EqualEarth(90).line([(-90.0, 0.0), (-75.0, 0.0)], 0, 0, 1)]
    assert drawn == sorted(drawn)
    assert max(drawn) < 0


@given(st.lists(places, min_size=1, max_size=9), st.sampled_from([16 / 9, 2.0, 0.75]))
def test_all_places_are_on_the_map_with_a_margin(
    them: list[tuple[float, float]], aspect: float
) -> None:
    extent = holding(them, aspect)
    assert extent.width / extent.height == pytest.approx(aspect)
    assert extent.width >= 2400
    margin = 8 if not isinstance(extent.projection, EqualEarth) else 0
    for place in them:
        x, y = extent.at(*place, 100)
        assert margin <= x <= 100 - margin
        assert margin <= y <= 100 / aspect - margin


def test_a_map_is_no_wider_than_it_must_be() -> None:
    extent = holding([MOSCOW, VLADIVOSTOK, URUMQI], 16 / 9, margin=0.1)
    drawn = [extent.at(*place, 100) for place in (MOSCOW, VLADIVOSTOK, URUMQI)]
    assert min(x for x, _ in drawn) == pytest.approx(10, abs=0.5)
    assert max(x for x, _ in drawn) == pytest.approx(90, abs=0.5)


def test_neighbours_across_the_date_line_are_neighbours() -> None:
    extent = holding([FIJI, SAMOA], 16 / 9)
    assert extent.width < 2500
    (west, _), (east, _) = (extent.at(*place, 100) for place in (FIJI, SAMOA))
    assert 0 < west < east < 100


def test_places_all_over_the_world_have_the_whole_world() -> None:
    them = [(0.0, 51.5), (174.8, -41.3), (-58.4, -34.6), (139.7, 35.7)]
    extent = holding(them, 16 / 9)
    assert isinstance(extent.projection, EqualEarth)
    # Cut in the widest stretch without a place, where tiles end: between London and Tokyo.
    cut = (extent.projection.middle[0] + 180) % 360
    assert cut % 15 == 0
    assert 0 < cut < 139.7


@given(places, st.lists(places, max_size=3))
def test_a_place_is_in_the_middle_of_its_own_map(
    here: tuple[float, float], others: list[tuple[float, float]]
) -> None:
    near = [other for other in others if apart(here, other) < 3000]
    extent = around(here, near, 2.0, 4600)
    assert extent.at(*here, 100) == pytest.approx((50, 25))
    assert extent.width >= 4600
    for other in near:
        x, y = extent.at(*other, 100)
        assert 4 < x < 96
        assert 4 < y < 46


@pytest.mark.parametrize(
    ("kilometres", "length"), [(1, 1), (99, 50), (100, 100), (480, 200), (1999, 1000), (6000, 5000)]
)
def test_lengths_are_round(kilometres: float, length: int) -> None:
    assert scale_length(kilometres) == length
