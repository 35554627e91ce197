"""What the command line asks of the window. Knows no Qt, so that it can be read before Qt is."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from treatyviewer.entry.address import Address


class Options(NamedTuple):
    """`size` is in pixels at scale 1; `theme` is "light", "dark" or "system". With a
    `screenshot` the window is drawn into that file, without a display, and the program ends.
    `timeline` are the first and the last day of it that are to be seen.
    """

    path: Path
    at: Address | None = None
    query: str = ""
    language: str = "en"
    theme: str = "system"
    screenshot: Path | None = None
    size: tuple[int, int] = (1360, 860)
    scale: float = 1.0
    timeline: tuple[str, str] | None = None
