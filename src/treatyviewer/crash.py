"""A bug of ours, written down: what went wrong, for whoever mends it."""

from __future__ import annotations

import platform
import sys
import time
import traceback
from pathlib import Path

from treatyviewer import __version__
from treatyviewer.paths import cache_folder


def report(error: BaseException) -> str:
    """Write a report of `error` to a file and return what to tell the user.

    The report holds the traceback, versions and the command line; nothing is sent anywhere.
    """
    text = "\n".join(
        [
            f"Treaty Viewer {__version__}, Python {platform.python_version()}, "
            f"{platform.platform()}",
            f"Arguments: {sys.argv[1:]}",
            "",
            "".join(traceback.format_exception(error)),
        ]
    )
    said = f"This is a bug in Treaty Viewer: {type(error).__name__}: {error}."
    file = _write(text)
    if file is None:
        return f"{said}\n{text}"
    return f"{said} A report for the developers is in {file}; nothing was sent."


def _write(text: str) -> Path | None:
    # To the nanosecond: one report must not replace another.
    name = f"bug-{time.strftime('%Y%m%d-%H%M%S')}-{time.time_ns() % 10**9:09d}.txt"
    file = cache_folder() / "reports" / name
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError:
        return None
    return file
