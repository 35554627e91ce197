"""What the command line asks of the window. Knows no Qt, so that it can be read before Qt is."""

from __future__ import annotations

from pathlib import Path

from treatyviewer.entry.address import Address
from treatyviewer.errors import TreatyViewerError
from treatyviewer.tuples import NamedTuple


class Options(NamedTuple):
    """`path` is None where nothing was named: what was read last is opened. `size` is in pixels at
    scale 1, None for what it was; `theme` is a palette's name or "system", "" for what is set;
    `language` is "" for the reader's own. With a `screenshot` the window is drawn into that file,
    without a display, and the program ends. `timeline` are the first and the last day of it that
    are to be seen. `view` is the id of an action whose panel is in the picture too. `problem` is
    why a link cannot be followed. `keeps` says whether this process keeps where the reader is.
    """

    path: Path | None = None
    at: Address | None = None
    query: str = ""
    language: str = ""
    theme: str = ""
    screenshot: Path | None = None
    size: tuple[int, int] | None = None
    scale: float = 1.0
    timeline: tuple[str, str] | None = None
    view: str = ""
    problem: TreatyViewerError | None = None
    keeps: bool = True
