"""`treatyviewer [PATH | ADDRESS]`: the window, or a picture of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from treatyviewer.errors import InputError
from treatyviewer.gui.options import Options


def run(arguments: Sequence[str]) -> int:
    """Show the window, or draw it; returns the exit status."""
    if arguments:
        from treatyviewer.cli.window_arguments import read

        options = read(arguments)
    else:
        # The common case has nothing to parse, and argparse would cost it some milliseconds.
        options = Options()
    if options.screenshot is None:
        _need_display()
    from treatyviewer.gui.app import run as run_window

    return run_window(options)


def _need_display() -> None:
    """Qt ends the process where there is no display; say so first, as a person would."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return
    display = os.environ.get("DISPLAY", "")
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    advice = "--screenshot OUT.png draws it into a file; outline, show and search need none."
    if not display:
        raise InputError("There is no display to show the window on.", advice=advice)
    if not _answers(display):
        raise InputError(f"The display “{display}” does not answer.", advice=advice)


def _answers(display: str) -> bool:
    """Whether a local X server listens. One elsewhere is left to Qt: we ask no other machine."""
    # The module below `socket`, which takes some milliseconds to import.
    import _socket

    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if host not in ("", "unix") or not number.isdecimal():
        return True
    path = f"/tmp/.X11-unix/X{number}"
    for place in (f"\0{path}", path):
        caller = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
        try:
            caller.connect(place)
        except OSError:
            continue
        else:
            return True
        finally:
            caller.close()
    return False
