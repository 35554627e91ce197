"""The arithmetic of the timeline: days and pixels, ticks, flags that never overlap."""

from __future__ import annotations

import datetime
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyviewer.entry.address import Address
from treatyviewer.entry.timeline import Dated, Timeline, TimelineEvent
from treatyviewer.gui.widgets.timeline.labels import BETWEEN, Flag, place
from treatyviewer.gui.widgets.timeline.plan import LANE, Planner
from treatyviewer.gui.widgets.timeline.scale import (
    LEAST_SPAN,
    Range,
    Scale,
    date_of,
    day_number,
    ticks,
    whole_range,
)

DAYS = st.integers(1, datetime.date.max.toordinal())
WIDTHS = st.integers(120, 4000)


@given(DAYS)
def test_days_are_numbered_as_python_does_it(number: int) -> None:
    day = datetime.date.fromordinal(number)
    assert day_number(day.isoformat()) == number
    assert date_of(number) == (day.year, day.month, day.day)


@st.composite
def views(draw: st.DrawFn) -> tuple[Range, Range]:
    """A whole, and a part of it that can be seen."""
    first, last = sorted(draw(st.tuples(DAYS, DAYS)))
    whole = whole_range(first, last)
    wanted = draw(st.tuples(st.floats(-0.5, 1.5), st.floats(0.0001, 1.5)))
    lo = whole.lo + wanted[0] * whole.span
    return whole, Range(lo, lo + wanted[1] * whole.span).within(whole)


@given(views(), st.floats(0.1, 10), st.floats(0, 1), st.floats(-1e6, 1e6))
def test_however_one_zooms_and_pans_one_stays_within_the_whole(
    view: tuple[Range, Range], factor: float, at: float, days: float
) -> None:
    whole, seen = view
    moment = seen.lo + at * seen.span
    for made in (seen, seen.zoomed(moment, factor, whole), seen.panned(days, whole)):
        assert made.lo >= whole.lo - 1e-6
        assert made.hi <= whole.hi + 1e-6
        assert min(LEAST_SPAN, whole.span) - 1e-6 <= made.span <= whole.span + 1e-6


@given(views(), st.floats(0.3, 3), st.floats(0.1, 0.9))
def test_what_is_under_the_pointer_stays_there(
    view: tuple[Range, Range], factor: float, at: float
) -> None:
    whole, seen = view
    scale = Scale(seen, 20, 1020)
    x = 20 + at * 1000
    moment = scale.moment(x)
    zoomed = seen.zoomed(moment, factor, whole)
    free = zoomed.lo > whole.lo + 1e-3 and zoomed.hi < whole.hi - 1e-3
    if free:
        assert Scale(zoomed, 20, 1020).x(moment) == pytest.approx(x, abs=0.1)


@given(views(), st.floats(0, 1), st.floats(0, 1))
def test_what_is_revealed_is_seen_and_what_is_seen_stays(
    view: tuple[Range, Range], one: float, other: float
) -> None:
    whole, seen = view
    lo, hi = sorted(whole.lo + part * whole.span for part in (one, other))
    made = seen.showing(lo, hi, whole)
    assert made.lo <= lo + 1e-6
    assert hi <= made.hi + 1e-6
    assert made.span >= seen.span - 1e-6
    if seen.lo <= lo and hi <= seen.hi:
        assert made is seen


@given(views(), WIDTHS)
def test_ticks_are_true_and_have_room(view: tuple[Range, Range], width: int) -> None:
    scale = Scale(view[1], 22, width)
    made = ticks(scale)
    for x, date in made:
        padded = date + "-01-01"[len(date) - 4 :]
        assert scale.x(day_number(padded)) == pytest.approx(x)
        assert 21 <= x <= width + 1
    # The words of a year are about 30 pixels wide, those of a day 80.
    least = {4: 40, 7: 60, 10: 55}
    for (x, date), (following, _) in pairwise(made):
        assert following - x >= least[len(date)]
    assert len(made) <= width / 40 + 1


@pytest.mark.parametrize(
    ("days", "dates"),
    [
        (20454, ["1950", "1955", "1960", "1965", "1970", "1975", "1980", "1985", "1990", "1995"]),
        (200, ["1946-01", "1946-02", "1946-03", "1946-04", "1946-05", "1946-06", "1946-07"]),
        (31, ["1946-01-01", "1946-01-06", "1946-01-11", "1946-01-16", "1946-01-21", "1946-01-26"]),
    ],
)
def test_ticks_are_years_months_or_days(days: int, dates: list[str]) -> None:
    lo = day_number("1945-12-31")
    made = [date for _, date in ticks(Scale(Range(lo, lo + days), 0, 1000))]
    assert made[: len(dates)] == dates


def test_before_the_year_1_there_are_no_ticks() -> None:
    made = ticks(Scale(Range(-40.0, 60.0), 0, 1000))
    assert made
    assert all(date.startswith("0001") for _, date in made)


LABELS = st.lists(
    st.tuples(st.floats(-50, 1300), st.floats(5, 330)), min_size=0, max_size=60
)  # fmt: skip


def assert_apart(flags: list[Flag], left: float, right: float) -> None:
    for flag in flags:
        assert left <= flag.left < flag.right <= right
        assert not flag.left - 2 < flag.x < flag.right + 2
    for one, other in combinations(flags, 2):
        if one.lane == other.lane:
            assert one.right + BETWEEN <= other.left or other.right + BETWEEN <= one.left
        # No stem passes through words: it goes from its lane down to the dots.
        for upper, lower in ((one, other), (other, one)):
            if upper.lane >= lower.lane:
                assert not lower.left - 2 < upper.x < lower.right + 2


@given(LABELS, st.integers(0, 3), WIDTHS)
def test_flags_never_overlap_each_other_or_the_edges(
    labels: list[tuple[float, float]], lanes: int, width: int
) -> None:
    wanted = [(number, x) for number, (x, _) in enumerate(labels)]
    flags = place(wanted, lambda _: 5, lambda number: labels[number][1], 0, width, lanes)
    assert_apart(flags, 0, width)
    # The first one that can stand anywhere stands.
    if lanes and labels and 0 <= labels[0][0] <= width and labels[0][1] + 4 <= width / 2:
        assert flags[0].index == 0


def test_what_finds_no_place_is_not_measured() -> None:
    measured: list[int] = []

    def width(number: int) -> float:
        measured.append(number)
        return 300.0

    wanted = [(number, 10.0 + number) for number in range(100)]
    (flag,) = place(wanted, lambda _: 250.0, width, 0, 400, 1)
    assert flag.index == 0
    assert measured == [0]


def event(number: int, date: str, first: str, last: str) -> TimelineEvent:
    title = "Something happened " * (number % 4) + str(number)
    return TimelineEvent(Address("e", f"e{number}", "events"), title, date, first, last, date)


def timeline_of(events: list[TimelineEvent]) -> Timeline:
    known = [day for one in events for day in (one.first, one.last) if day != "9999-12-31"]
    periods = (
        Dated("In force", "1950/1980", "1950-01-01", "1980-12-31", "1950 – 1980"),
        Dated("Since then", "1960/..", "1960-01-01", "9999-12-31", "from 1960"),
        Dated("Between", "1981/1982", "1981-01-01", "1982-12-31", "1981 – 1982"),
    )
    return Timeline(tuple(events), periods, min(known), max(known))


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    days = st.dates(datetime.date(1940, 1, 1), datetime.date(2005, 1, 1))
    made = []
    for number, first in enumerate(sorted(draw(st.lists(days, min_size=1, max_size=40)))):
        kind = draw(st.sampled_from(["day", "span", "year", "open", "unsure"]))
        day, year = first.isoformat(), f"{first.year:04}"
        later = min(first + datetime.timedelta(draw(st.integers(0, 3000))), datetime.date.max)
        made.append(
            {
                "day": event(number, day, day, day),
                "span": event(number, f"{day}/{later}", day, later.isoformat()),
                "year": event(number, year, f"{year}-01-01", f"{year}-12-31"),
                "open": event(number, f"{day}/..", day, "9999-12-31"),
                "unsure": event(number, f"{day}?", day, day),
            }[kind]
        )
    return timeline_of(made)


@given(timelines(), WIDTHS, st.floats(0, 1), st.floats(0.0001, 1), st.data())
def test_a_plan_has_no_two_words_in_one_place(
    timeline: Timeline, width: int, start: float, part: float, data: st.DataObject
) -> None:
    whole = whole_range(day_number(timeline.first), day_number(timeline.last))
    planner = Planner(timeline, whole, lambda text: 6.0 * len(text))
    strong = data.draw(st.sets(st.integers(0, len(timeline.events) - 1)))
    lo = whole.lo + start * whole.span
    scale = Scale(Range(lo, lo + part * whole.span).within(whole), 22, width)
    plan = planner.plan(scale, planner.track.some(strong))
    assert_apart(plan.flags, 22 - 4, width + 4)
    assert {dot.index for dot in plan.strong} <= strong
    assert not {dot.index for dot in plan.dots} & strong
    for dot in (*plan.dots, *plan.strong):
        assert 21 <= dot.x <= width + 1
    for band in plan.bands:
        assert band.start >= 22 or not band.width
        assert band.start + band.width <= width or not band.width
    for one, other in combinations([band for band in plan.bands if band.width], 2):
        if one.row == other.row:
            apart = one.start + one.width <= other.start or other.start + other.width <= one.start
            assert apart, (one.text, other.text)
    heights = [plan.rows.lane_top(lane) for lane in range(plan.rows.lanes)]
    assert heights[0] + LANE <= plan.rows.dots - 4
    assert heights[-1] >= 4


def test_an_emphasised_event_has_its_label_before_others() -> None:
    events = [event(n, f"1950-01-{n + 1:02}", *[f"1950-01-{n + 1:02}"] * 2) for n in range(28)]
    for one in events:
        one.title = "Something"
    timeline = timeline_of(events)
    whole = whole_range(day_number("1950-01-01"), day_number("1950-01-28"))
    planner = Planner(timeline, whole, lambda _: 200.0)
    scale = Scale(whole, 22, 500)
    for number in range(28):
        plan = planner.plan(scale, planner.track.some([number]))
        assert plan.flags[0].index == number
        assert planner.plan(scale, planner.track.some([]), [number]).flags[0].index == number


def test_of_very_many_events_as_many_are_drawn_as_there_is_room_for() -> None:
    day = datetime.date(1900, 1, 1).toordinal()
    events = []
    for number in range(50_000):
        iso = datetime.date.fromordinal(day + number // 2).isoformat()
        events.append(event(number, iso, iso, iso))
    timeline = timeline_of(events)
    whole = whole_range(day_number(timeline.first), day_number(timeline.last))
    measured: list[str] = []

    def measure(text: str) -> float:
        measured.append(text)
        return 200.0

    planner = Planner(timeline, whole, measure)
    plan = planner.plan(Scale(whole, 22, 1000), planner.track.some(range(0, 50_000, 2)))
    assert len(plan.dots) + len(plan.strong) <= 1000 / 2 * 3 * 2
    assert len(measured) <= 200
    assert plan.flags
