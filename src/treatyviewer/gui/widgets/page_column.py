"""Where the column of text stands in its pane, and where notes stand beside it."""

from __future__ import annotations

from treatyviewer.tuples import NamedTuple

# Between the column and the notes, and between these and the edge.
_GAP = 28
_EDGE = 16
_LEAST_NOTES = 180
_MOST_NOTES = 230


class Column(NamedTuple):
    """In pixels from the left of the pane. `notes_width` is 0 where there are none."""

    left: int
    width: int
    notes_left: int = 0
    notes_width: int = 0


def column(room: int, measure: int, least: int) -> Column:
    """The column alone: in the middle, `measure` wide, or narrower where a margin of `least`
    would not be left.
    """
    left = max(least, (room - measure) // 2)
    return Column(left, room - 2 * left if room - 2 * left < measure else measure)


def column_with_notes(room: int, measure: int, least: int, scale: float) -> Column | None:
    """The same with room for notes, which grow with their letters; None where there is none.
    The column moves to the left no further than it must: other pages have no notes, and it
    should stand where it was.
    """
    scale = min(1.5, max(1.0, scale))
    narrow, wide = round(_LEAST_NOTES * scale), round(_MOST_NOTES * scale)
    beside = (room - measure) // 2 - _GAP - _EDGE
    width = min(wide, max(narrow, beside))
    left = min((room - measure) // 2, room - measure - _GAP - width - _EDGE)
    return Column(left, measure, left + measure + _GAP, width) if left >= least else None
