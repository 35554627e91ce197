"""`treatyviewer [PATH | ADDRESS]`: the window, or a picture of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from treatyviewer.errors import InputError
from treatyviewer.gui.options import Options
from treatyviewer.paths import shipped_entry


def run(arguments: Sequence[str]) -> int:
    """Show the window, or draw it; returns the exit status."""
    if arguments:
        from treatyviewer.cli.window_arguments import read

        options = read(arguments)
    else:
        # The common case has nothing to parse, and argparse would cost it some milliseconds.
        options = Options(shipped_entry())
    if options.screenshot is None:
        _need_display()
    from treatyviewer.gui.app import run as run_window

    return run_window(options)


def _need_display() -> None:
    """Qt ends the process where there is no display; say so first, as a person would."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise InputError(
            "There is no display to show the window on.",
            advice="--screenshot OUT.png draws it into a file; outline, show and search need none.",
        )
