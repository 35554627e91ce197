"""Conditions keep out what is of another kind, place or time."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatyviewer.index.engine import scope_of
from treatyviewer.index.schema import OWNER_BITS, OWNER_MASK, Number, number

if TYPE_CHECKING:
    from tests.index.conftest import Index

DATED: dict[Number, tuple[list[str], str]] = {
    Number(1, 0, 0): ([], "aid in 1949 and in 1963"),
    Number(2, 0, 0): ([], "aid on 14 February 1950"),
    Number(3, 1, 0): ([], "aid in February 1950"),
    Number(4, 1, 0): ([], "aid in 1950"),
    Number(5, 2, 1): ([], "aid, undated"),
}


@pytest.fixture(scope="module")
def dated(make_index: type[Index]) -> Index:
    return make_index(DATED)


@pytest.mark.parametrize(
    ("conditions", "owners"),
    [
        ("", [1, 2, 3, 4, 5]),
        ("before:1950", [1]),
        ("before:1950-02-14", [1, 3, 4]),
        ("before:1950-02-15", [1, 2, 3, 4]),
        ("after:1950-02-14", [1, 2, 3, 4]),
        ("after:1950-02-15", [1, 3, 4]),
        ("after:1950-03", [1, 4]),
        ("after:1951", [1]),
        ("after:1964", []),
        ("after:1950 before:1960", [2, 3, 4]),
        ("after:1951 before:1960", []),
        ("after:1950-02 before:1950-02-02", [3, 4]),
        ("before:1949", []),
    ],
)
def test_times_keep_what_has_a_date_in_them(
    dated: Index, conditions: str, owners: list[int]
) -> None:
    result = dated.ask(f"aid {conditions}")
    assert sorted(number(one.document).owner for one in result.found) == owners
    assert sum(result.counts.kinds.values()) == len(owners)


@pytest.mark.parametrize(
    ("kinds", "owners", "found"),
    [
        (None, None, [1, 2, 3, 4, 5]),
        ({1}, None, [3, 4]),
        ({1, 2}, None, [3, 4, 5]),
        ({7}, None, []),
        (None, [(2, 4)], [2, 3]),
        ({0}, [(2, 4), (5, 9)], [2]),
        (None, [(2, 2)], []),
        (None, [], []),
    ],
)
def test_kinds_and_owners_keep_others_out(
    dated: Index, kinds: set[int] | None, owners: list[tuple[int, int]] | None, found: list[int]
) -> None:
    lanes = sorted({one.document >> 40 for one in DATED})
    result = dated.ask("aid", scope=scope_of(lanes, kinds, owners, 0, 0))
    assert sorted(number(one.document).owner for one in result.found) == found


@given(
    st.sets(st.integers(0, 40), min_size=1),
    st.integers(0, OWNER_MASK),
    st.integers(1, OWNER_MASK + 1),
    st.integers(0, OWNER_MASK),
)
def test_a_range_of_owners_is_the_same_in_every_lane(
    lanes: set[int], first: int, end: int, owner: int
) -> None:
    scope = scope_of(sorted(lanes), None, [(first, end)], 0, 0)
    for lane in lanes:
        assert scope.has(lane << OWNER_BITS | owner) == (first <= owner < end)


@pytest.mark.parametrize("lane", [0, 1, 2, 16, 17])
def test_owners_up_to_the_last_are_in_scope(lane: int) -> None:
    scope = scope_of([lane], None, [(5, OWNER_MASK + 1)], 0, 0)
    assert scope.has(lane << OWNER_BITS | 7)
    assert not scope.has(lane << OWNER_BITS | 4)
    assert not scope.has((lane + 1) << OWNER_BITS | 7)


@settings(max_examples=80, deadline=None)
@given(
    st.dates(datetime.date(1945, 1, 1), datetime.date(1955, 12, 31)),
    st.dates(datetime.date(1945, 1, 1), datetime.date(1955, 12, 31)),
    st.sampled_from(["before", "after"]),
)
def test_a_day_is_before_or_after_another(
    make_index: type[Index], day: datetime.date, other: datetime.date, key: str
) -> None:
    index = make_index({1: ([], f"aid {day.isoformat()}")})
    fits = day < other if key == "before" else day >= other
    assert bool(index.ask(f"aid {key}:{other.isoformat()}").found) == fits
