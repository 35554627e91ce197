"""What the texts of an entry refer to: collected while they are read, judged when all is known."""

from __future__ import annotations

from collections.abc import Mapping

from treatyviewer.entry.blocks import Run
from treatyviewer.tuples import NamedTuple


class Use(NamedTuple):
    """One reference: `kind` is "link", "citation", "claim" or "picture"; `target` an address of
    this entry, the id of a source or of a claim, or the path of a picture.
    """

    kind: str
    target: str
    file: str
    line: int
    language: str = ""
    field: str = ""


class Picture(NamedTuple):
    """What media.toml says of a picture, its words by language."""

    alt: Mapping[str, str]
    caption: Mapping[str, tuple[Run, ...]]
    credit: str
    licence: str


class References:
    """The references of the entry `entry`; `verdicts` are those of its claims, `pictures` what is
    known of its pictures, by path.
    """

    def __init__(
        self,
        entry: str = "",
        verdicts: Mapping[str, str] | None = None,
        pictures: Mapping[str, Picture] | None = None,
    ) -> None:
        self.entry = entry
        # One object for good: whoever reads texts looks into it as it fills.
        self.verdicts = dict(verdicts or {})
        self.pictures = pictures or {}
        self.uses: list[Use] = []

    def add(self, use: Use) -> None:
        """Remember one more."""
        self.uses.append(use)
