"""Names on a map stand beside their dots and never on each other."""

from __future__ import annotations

import math
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from treatyviewer.gui.widgets.map_labels import Box, Dot, Label, place

FRAME = Box(0, 0, 640, 360)
dots = st.lists(
    st.builds(
        Dot, st.floats(10, 630), st.floats(10, 350), st.just(4.0), st.floats(20, 120), st.just(16.0)
    ),
    max_size=14,
)


def dot(x: float, y: float, width: float = 60) -> Dot:
    return Dot(x, y, 4, width, 16)


def labels(*them: Dot, taken: tuple[Box, ...] = ()) -> list[Label]:
    found = [label for label in place(them, FRAME, taken) if label is not None]
    assert len(found) == len(them)
    return found


@settings(max_examples=60)
@given(dots)
def test_names_never_overlap_whatever_the_places(them: list[Dot]) -> None:
    taken = Box(0, 320, 100, 360)
    found = place(them, FRAME, [taken])
    boxes = [label.box for label in found if label is not None]
    for one, other in combinations([*boxes, taken], 2):
        assert not one.meets(other)
    for at, label in enumerate(found):
        if label is None:
            continue
        assert label.box.lies_in(FRAME)
        assert not any(
            label.box.meets(other.box) for number, other in enumerate(them) if number != at
        )


def test_a_lone_name_stands_to_the_right() -> None:
    (label,) = labels(dot(300, 200))
    assert label.leader is None
    assert 304 < label.box.left < 312
    assert (label.box.top + label.box.bottom) / 2 == 200


def test_at_the_right_edge_it_stands_to_the_left() -> None:
    (label,) = labels(dot(630, 200))
    assert label.leader is None
    assert label.box.right < 626


def test_what_is_taken_is_left_free() -> None:
    taken = Box(304, 180, 400, 220)
    (label,) = labels(dot(300, 200), taken=(taken,))
    assert not label.box.meets(taken)


def test_two_places_that_touch_have_a_name_each() -> None:
    one, other = dot(300, 200), dot(303, 198)
    for label, own in zip(labels(one, other), (one, other), strict=True):
        away = label.box.distance(own.x, own.y)
        rival = other if own is one else one
        if label.leader is None:
            assert away <= label.box.distance(rival.x, rival.y)
        else:
            assert math.dist(label.leader, (own.x, own.y)) < 100


def test_a_name_is_not_nearer_to_another_dot_than_to_its_own() -> None:
    # The place above and to the left would do, if there were no dot right below it.
    them = [dot(300, 200), dot(270, 205), dot(306, 182, 90)]
    for label, own in zip(labels(*them), them, strict=True):
        if label.leader is None:
            mine = label.box.distance(own.x, own.y)
            assert all(
                label.box.distance(rival.x, rival.y) >= mine for rival in them if rival is not own
            )


def test_a_crowd_is_led_off() -> None:
    them = [dot(300 + 9 * (at % 3), 180 + 9 * (at // 3), 70) for at in range(9)]
    found = place(them, FRAME)
    assert sum(label is not None for label in found) >= 5
    assert any(label is not None and label.leader is not None for label in found)


def test_where_there_is_no_room_there_is_no_name() -> None:
    assert place([dot(320, 180)], FRAME, [FRAME]) == [None]
