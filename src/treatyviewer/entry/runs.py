"""The runs of words in a block: what is stressed, linked, claimed or cited in it."""

from __future__ import annotations

from treatyviewer.tuples import NamedTuple


class Text(NamedTuple):
    """Words as they stand. Nothing is replaced in them, not even quotation marks."""

    text: str


class Emphasis(NamedTuple):
    """Stressed words, set in italics."""

    runs: tuple[Run, ...]


class Strong(NamedTuple):
    """Strongly stressed words, set in bold."""

    runs: tuple[Run, ...]


class Code(NamedTuple):
    """Words to be read letter by letter."""

    text: str


class Link(NamedTuple):
    """A link. `target` is a `treaty:` address or a web address (shown, never fetched)."""

    target: str
    runs: tuple[Run, ...]


class NoteMark(NamedTuple):
    """The mark of a note; `note` is the id of the `Note` block, `label` what is printed."""

    note: str
    label: str


class ClaimMark(NamedTuple):
    """The exact words of a claim; `verdict` is what was found of it."""

    claim: str
    verdict: str
    runs: tuple[Run, ...]


class Citation(NamedTuple):
    """A source cited at this place. `locator` says where in it, "" for the whole of it."""

    source: str
    locator: str


class Pill(NamedTuple):
    """Words on a ground of their own. `look` is a verdict, or "choice" for one of several things
    to choose from and "chosen" for the one that is chosen. `target` is a link, "" for none.
    """

    look: str
    target: str
    runs: tuple[Run, ...]


class Break(NamedTuple):
    """A line break that the author asked for."""


Run = Text | Emphasis | Strong | Code | Link | NoteMark | ClaimMark | Citation | Pill | Break
