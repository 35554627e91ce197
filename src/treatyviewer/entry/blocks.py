"""The text of a section: typed blocks of typed inline runs.

Markdown becomes these once, when an entry is compiled; the detail pane, the exports and the
index all start from them, so nothing needs HTML or a Markdown parser while somebody reads.

A place in a section is (block id, offset, length), offset and length in code points of
`plain_text(block)`.
"""

from __future__ import annotations  # noqa: I001  one list of what is passed on, not ten

from collections.abc import Iterable, Iterator
from treatyviewer.tuples import NamedTuple

from treatyviewer.entry.runs import (
    Break as Break,
    Citation as Citation,
    ClaimMark as ClaimMark,
    Code as Code,
    Emphasis as Emphasis,
    Link as Link,
    NoteMark as NoteMark,
    Pill as Pill,
    Run as Run,
    Strong as Strong,
    Text as Text,
)

# --- blocks -----------------------------------------------------------------------------------


class Heading(NamedTuple):
    """A heading inside a section; `level` is 2 to 6 (level 1 is the section's own title)."""

    id: str
    level: int
    runs: tuple[Run, ...]


class Paragraph(NamedTuple):
    """A paragraph."""

    id: str
    runs: tuple[Run, ...]


class Quote(NamedTuple):
    """A block quotation."""

    id: str
    blocks: tuple[Block, ...]


class Item(NamedTuple):
    """One item of a list."""

    blocks: tuple[Block, ...]


class ItemList(NamedTuple):
    """A list: numbered from `start`, or with bullets when `start` is None."""

    id: str
    start: int | None
    items: tuple[Item, ...]


class Definition(NamedTuple):
    """A term and what is said of it."""

    term: tuple[Run, ...]
    blocks: tuple[Block, ...]


class DefinitionList(NamedTuple):
    """A list of terms with their definitions."""

    id: str
    items: tuple[Definition, ...]


class Cell(NamedTuple):
    """One cell of a table; `align` is "left", "center", "right" or "" (as the text runs)."""

    align: str
    runs: tuple[Run, ...]


class Row(NamedTuple):
    """One row of a table."""

    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """A table with one row of headings."""

    id: str
    head: Row
    rows: tuple[Row, ...]


class Rule(NamedTuple):
    """A pause in the text."""

    id: str


class Note(NamedTuple):
    """A note to the text; `label` is what its mark prints. A note that only names a source has
    what it says in a few words in `brief`; one of the author's own has nothing there.
    """

    id: str
    label: str
    blocks: tuple[Block, ...]
    brief: tuple[Run, ...] = ()


class Figure(NamedTuple):
    """A picture. `media` is its path in the entry, `alt` what it shows in words; `credit` says
    who made it and `licence` what one may do with it.
    """

    id: str
    media: str
    alt: str
    caption: tuple[Run, ...]
    credit: str
    licence: str


class FactTable(NamedTuple):
    """Facts at a glance: a name and what is so, one fact a row."""

    id: str
    rows: tuple[Definition, ...]


class Column(NamedTuple):
    """One of several texts side by side: what stands above it, and its paragraphs."""

    language: str
    head: tuple[Run, ...]
    blocks: tuple[Block, ...]


class Parallel(NamedTuple):
    """The same text in several languages, in columns side by side."""

    id: str
    columns: tuple[Column, ...]


class Card(NamedTuple):
    """What belongs together, in a box of its own. All of it leads to `target`, a link that its
    first block has too; "" for a box that leads nowhere.
    """

    id: str
    target: str
    blocks: tuple[Block, ...]


class MapPlace(NamedTuple):
    """A place on a map, in degrees north and east; `target` is a link to its page."""

    target: str
    name: str
    latitude: float
    longitude: float


class Map(NamedTuple):
    """A map with places on it. `here` is the target of the one that it is about, "" where it is
    about all of them; `alt` says in words what is to be seen.
    """

    id: str
    places: tuple[MapPlace, ...]
    here: str
    alt: str
    caption: tuple[Run, ...]


Block = (
    Heading
    | Paragraph
    | Quote
    | ItemList
    | DefinitionList
    | Table
    | Rule
    | Note
    | Figure
    | FactTable
    | Parallel
    | Map
    | Card
)

# --- text -------------------------------------------------------------------------------------


def run_text(runs: Iterable[Run]) -> str:
    """The words of some runs. A break is a line feed; marks of notes and sources have no words."""
    parts: list[str] = []
    for run in runs:
        match run:
            case Text(text) | Code(text):
                parts.append(text)
            case Emphasis(inner) | Strong(inner) | Link(_, inner):
                parts.append(run_text(inner))
            case ClaimMark(_, _, inner) | Pill(_, _, inner):
                parts.append(run_text(inner))
            case Break():
                parts.append("\n")
            case NoteMark() | Citation():
                pass
    return "".join(parts)


def leaves(blocks: Iterable[Block]) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """The pieces of text in reading order, as (block id, runs).

    A piece is what is set as one paragraph: a paragraph, a heading, a term, a cell of a table.
    A container yields the pieces in it, so an id comes more than once for lists and tables.
    """
    for block in blocks:
        match block:
            case Heading(id, _, runs) | Paragraph(id, runs):
                yield id, runs
            case Quote(_, inner) | Note(_, _, inner, _) | Card(_, _, inner):
                yield from leaves(inner)
            case ItemList(_, _, items):
                for item in items:
                    yield from leaves(item.blocks)
            case DefinitionList(id, definitions) | FactTable(id, definitions):
                for definition in definitions:
                    yield id, definition.term
                    yield from leaves(definition.blocks)
            case Figure(id, _, _, caption) | Map(id, _, _, _, caption):
                yield id, caption
            case Parallel(id, columns):
                for column in columns:
                    yield id, column.head
                    yield from leaves(column.blocks)
            case Table(id, head, rows):
                for row in (head, *rows):
                    for cell in row.cells:
                        yield id, cell.runs
            case Rule():
                pass


def has_links(blocks: Iterable[Block]) -> bool:
    """Whether anything in some blocks can be followed: a link or a claim."""
    return any(_leads_on(runs) for _, runs in leaves(blocks))


def _leads_on(runs: Iterable[Run]) -> bool:
    for run in runs:
        match run:
            case Link() | ClaimMark():
                return True
            case Emphasis(inner) | Strong(inner):
                if _leads_on(inner):
                    return True
    return False


def find_block(blocks: Iterable[Block], id: str) -> Block | None:
    """The block of that id, at any depth."""
    for block in blocks:
        if block.id == id:
            return block
        inner: Iterable[Block] = ()
        match block:
            case Quote(_, inner) | Note(_, _, inner, _) | Card(_, _, inner):
                pass
            case ItemList(_, _, items):
                inner = (block for item in items for block in item.blocks)
            case DefinitionList(_, definitions) | FactTable(_, definitions):
                inner = (block for definition in definitions for block in definition.blocks)
            case Parallel(_, columns):
                inner = (block for column in columns for block in column.blocks)
        found = find_block(inner, id)
        if found is not None:
            return found
    return None


def plain_text(blocks: Iterable[Block]) -> str:
    """The words of some blocks, one line a piece: what the index reads."""
    return "\n".join(run_text(runs) for _, runs in leaves(blocks))
