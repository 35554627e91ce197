"""The arguments of `treatyviewer [PATH | ADDRESS]`."""

from __future__ import annotations

import argparse
import contextlib
import difflib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from treatyviewer import __version__
from treatyviewer.cli import COMMANDS
from treatyviewer.cli.common import add_language
from treatyviewer.entry.address import SCHEME, Address, parse
from treatyviewer.errors import AddressError, NotFoundError, TreatyViewerError
from treatyviewer.gui.options import Options
from treatyviewer.paths import SHIPPED_ENTRY, shipped_entry

# Ids of actions that open something (gui/actions.py).
VIEWS = ("settings", "text", "shortcuts", "about", "palette", "find", "menus")

_FILE = "file:"

_EPILOG = """\
commands:
  treatyviewer outline [PATH]     list the sections of an entry
  treatyviewer show ADDRESS       print a section
  treatyviewer search TEXT        find sections
  treatyviewer check PATH...      find what is wrong with an entry
  treatyviewer pack FOLDER        pack an entry into one .treaty file
  treatyviewer unpack FILE        unpack a .treaty file into a folder

A command's name wins over a path: write ./search for a folder of that name.
"""


def read(arguments: Sequence[str]) -> Options:
    """What is asked of the window. Ends the program for misuse, as argparse does."""
    parser = argparse.ArgumentParser(
        prog="treatyviewer",
        description="Read an entry: its text, its outline, full-text search. Without PATH or "
        "ADDRESS, the entry that comes with the program.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("target", nargs="?", metavar="PATH | ADDRESS", help="what to open")
    parser.add_argument("--version", action="version", version=f"Treaty Viewer {__version__}")
    parser.add_argument("--at", metavar="ADDRESS", help="the place to open it at")
    parser.add_argument("--query", default="", metavar="TEXT", help="search for this")
    parser.add_argument(
        "--timeline",
        type=_days,
        metavar="FROM/TO",
        help="show these years, months or days of the timeline: 1949/1951-06",
    )
    parser.add_argument(
        "--theme",
        choices=("light", "dark", "contrast", "contrast-dark", "system"),
        default="",
        help="its colours, whatever is set in the window",
    )
    add_language(parser, default="")
    parser.add_argument(
        "--screenshot",
        type=Path,
        metavar="OUT.png",
        help="draw the window into a file, without a display, and end",
    )
    parser.add_argument(
        "--view",
        choices=VIEWS,
        default="",
        help="what is opened in the picture, over the window",
    )
    parser.add_argument("--size", type=_size, metavar="WxH", help="its size (1360x860)")
    parser.add_argument(
        "--scale", type=_scale, default=1.0, metavar="S", help="the picture's scale, 0.5 to 4 (1)"
    )
    given = parser.parse_args(arguments)
    problem: TreatyViewerError | None = None
    try:
        path, address = _target(given.target)
    except _LinkError as error:
        # A desktop passes links, and shows nobody what is printed: the window says it.
        path, address, problem = shipped_entry(), None, error.why
    if given.at and path is None:
        path = shipped_entry()
    return Options(
        path=path,
        at=parse(given.at) if given.at else address,
        problem=problem,
        query=given.query,
        language=given.lang or "",
        theme=given.theme,
        screenshot=given.screenshot,
        size=given.size,
        scale=given.scale,
        view=given.view,
        timeline=given.timeline,
    )


class _LinkError(Exception):
    def __init__(self, why: TreatyViewerError) -> None:
        super().__init__(str(why))
        self.why = why


def _link(text: str) -> Address:
    """The address in a link, also where something on its way has escaped its signs."""
    from urllib.parse import unquote

    try:
        return parse(unquote(text))
    except AddressError as error:
        raise _LinkError(error) from None


def _file(url: str) -> Path:
    """The path in `file:///...`, as file managers hand it over. That there is nothing is told in
    the window.
    """
    from urllib.parse import unquote_to_bytes

    rest = url[len(_FILE) :].partition("#")[0].partition("?")[0]
    host = ""
    if rest.startswith("//"):
        host, slash, rest = rest[2:].partition("/")
        rest = slash + rest
    path = os.fsdecode(unquote_to_bytes(rest))
    if host.lower() not in ("", "localhost"):
        # A share of another machine, which only Windows reads as a path.
        path = f"//{host}{path}"
    elif sys.platform == "win32" and path[:1] == "/" and path[2:3] == ":":
        path = path[1:]
    return Path(path)


def _target(text: str | None) -> tuple[Path | None, Address | None]:
    """What to open: a path if there is one of that name, else an address in the shipped entry."""
    if text is None:
        return None, None
    if text.lower().startswith(SCHEME):
        return shipped_entry(), _link(text)
    if text.lower().startswith(_FILE) and not os.path.lexists(text):
        return _file(text), None
    if os.path.lexists(text):
        return Path(text), None
    address = None
    with contextlib.suppress(AddressError):
        address = parse(text)
    # Addresses are sought in the shipped entry, so any other entry's is a slip.
    if address is None or address.entry != SHIPPED_ENTRY:
        near = difflib.get_close_matches(text, [*COMMANDS, SHIPPED_ENTRY], 1)
        hint = f"Did you mean “{near[0]}”? " if near else ""
        raise NotFoundError(
            f"“{text}” is no command, no file or folder, and no address here.",
            advice=f"{hint}Give an entry's folder, or an address such as {SHIPPED_ENTRY}/lead.",
        )
    return shipped_entry(), address


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().partition("x")
    if not cross or not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"“{text}” is not a size: write 1360x860")
    size = int(width), int(height)
    if not (620 <= size[0] <= 8000 and 400 <= size[1] <= 8000):
        raise argparse.ArgumentTypeError(f"“{text}”: from 620x400 to 8000x8000")
    return size


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0.5 <= scale <= 4:
        raise argparse.ArgumentTypeError(f"“{text}” is not a scale: a number from 0.5 to 4")
    return scale


def _days(text: str) -> tuple[str, str]:
    """The first and the last day of a range of years, months or days."""
    start, _, end = text.partition("/")
    first, last = _days_of(start), _days_of(end or start)
    if first is None or last is None or first[0] > last[1]:
        raise argparse.ArgumentTypeError(f"“{text}” is no time: write 1949/1951 or 1950-02-14")
    return first[0], last[1]


def _days_of(text: str) -> tuple[str, str] | None:
    import calendar
    import datetime

    parts = text.split("-")
    try:
        # `fromisoformat` takes forms that are no EDTF.
        if [len(part) for part in parts] != [4, 2, 2][: len(parts)]:
            return None
        year, month, day = [*map(int, parts), 0, 0][:3]
        first = datetime.date(year, month or 1, day or 1)
        last_month = month or 12
        last = datetime.date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()
