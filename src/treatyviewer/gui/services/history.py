"""Where a reader has been: back and forward."""

from __future__ import annotations

from typing import NamedTuple

from treatyviewer.entry.address import Address


class Place(NamedTuple):
    """A page and how far down it was read; `scroll` in pixels of the page."""

    address: Address
    scroll: int = 0


class History:
    """Two stacks around the place where the reader is."""

    def __init__(self, limit: int = 200) -> None:
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self._limit = limit

    def leave(self, place: Place) -> None:
        """The reader goes on from `place` to somewhere new."""
        self._back.append(place)
        del self._back[: -self._limit]
        self._forward.clear()

    def back(self, here: Place) -> Place | None:
        """The place before `here`, None at the beginning."""
        if not self._back:
            return None
        self._forward.append(here)
        return self._back.pop()

    def forward(self, here: Place) -> Place | None:
        """The place that was left by going back from it, None at the end."""
        if not self._forward:
            return None
        self._back.append(here)
        return self._forward.pop()

    def clear(self) -> None:
        """Forget everything."""
        self._back.clear()
        self._forward.clear()

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after."""
        return bool(self._forward)
