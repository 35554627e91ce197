"""How long work tells of itself, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable

# Called with (steps done, steps in all); raises `Cancelled` to stop the work.
Progress = Callable[[int, int], None]


def no_progress(_done: int, _total: int) -> None:
    """Nobody is watching."""
