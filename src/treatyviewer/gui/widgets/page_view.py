"""What the detail pane shows: a section, or a page of the program's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from treatyviewer.entry.blocks import (
    Block,
    ClaimMark,
    DefinitionList,
    Emphasis,
    Heading,
    ItemList,
    Link,
    Note,
    NoteMark,
    Paragraph,
    Quote,
    Run,
    Strong,
)
from treatyviewer.tuples import NamedTuple

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

    @property
    def has_note_marks(self) -> bool:
        """Whether marks of notes stand in running text, not only in tables."""
        # There is a note for each mark, at the end.
        return any(isinstance(block, Note) for block in self.blocks) and _have_marks(self.blocks)


def _have_marks(blocks: Iterable[Block]) -> bool:
    for block in blocks:
        match block:
            case Paragraph(_, runs) | Heading(_, _, runs):
                found = _are_marked(runs)
            case Quote(_, inner):
                found = _have_marks(inner)
            case ItemList(_, _, items):
                found = any(_have_marks(item.blocks) for item in items)
            case DefinitionList(_, items):
                found = any(_are_marked(i.term) or _have_marks(i.blocks) for i in items)
            case _:
                found = False
        if found:
            return True
    return False


def _are_marked(runs: Iterable[Run]) -> bool:
    for run in runs:
        match run:
            case NoteMark():
                return True
            case Emphasis(inner) | Strong(inner) | Link(_, inner) | ClaimMark(_, _, inner):
                if _are_marked(inner):
                    return True
    return False
