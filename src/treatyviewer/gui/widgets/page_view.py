"""What the detail pane shows: a section, or a page of the program's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from treatyviewer.entry.blocks import Block

# The places in a text that are to be marked, as (start, end) in code points.
FindMarks = Callable[[str], Sequence[tuple[int, int]]]


# The bytes of a picture by its path in the entry, None where there is none.
FindPicture = Callable[[str], bytes | None]


def no_pictures(_name: str) -> bytes | None:
    """There are none."""
    return None


def no_marks(_text: str) -> Sequence[tuple[int, int]]:
    """Nothing is marked."""
    return ()


class PageView(NamedTuple):
    """A page. Empty fields are not drawn.

    `kicker` stands above the title, `subtitle` below it (the title in other languages) and
    `note` below that (what the reader should know of this text). `actions` are offered at the
    end, as (label, target); a target comes back by `DetailPane.link_requested`. `ways` lead to
    the pages before and after this one, in the same form. Pictures among the blocks are asked of
    `find_picture`.
    """

    title: str
    kicker: str = ""
    subtitle: str = ""
    note: str = ""
    blocks: tuple[Block, ...] = ()
    actions: tuple[tuple[str, str], ...] = ()
    ways: tuple[tuple[str, str], ...] = ()
    find_picture: FindPicture = no_pictures
