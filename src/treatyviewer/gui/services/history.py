"""Where a reader has been: back and forward."""

from __future__ import annotations

from treatyviewer.entry.address import Address
from treatyviewer.tuples import NamedTuple


class Place(NamedTuple):
    """A page and how far down it was read; `scroll` in pixels of the page. `language` is that
    of its text, "" for the reader's own.
    """

    address: Address
    scroll: int = 0
    language: str = ""


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

    def back(self, here: Place | None) -> Place | None:
        """The place before `here`, None at the beginning. `here` is None where no section is
        shown: there is nothing to come forward to then.
        """
        if not self._back:
            return None
        if here is not None:
            self._forward.append(here)
        return self._back.pop()

    def forward(self, here: Place | None) -> Place | None:
        """The place that was left by going back from it, None at the end."""
        if not self._forward:
            return None
        if here is not None:
            self._back.append(here)
        return self._forward.pop()

    def forget(self, address: Address) -> None:
        """Take the last place out, if it is this one: the reader is there again."""
        if self._back and self._back[-1].address == address:
            self._back.pop()

    @property
    def recent(self) -> list[Place]:
        """The places that can be gone back or forward to, those next to `here` first."""
        return [*reversed(self._back), *reversed(self._forward)]

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
