"""`treatyviewer [PATH | ADDRESS]`: the window, or a picture of it."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Sequence

from treatyviewer.errors import InputError
from treatyviewer.gui.options import Options
from treatyviewer.paths import shipped_entry
from treatyviewer.running import program


def run(arguments: Sequence[str]) -> int:
    """Show the window, or draw it; returns the exit status."""
    # The common case has nothing to parse, and argparse would cost it some milliseconds.
    options = _read(arguments) if arguments else Options()
    if options.screenshot is None:
        _need_display()
        if program.stand() == program.SECOND:
            if _hand_over(options):
                return 0
            # Two that keep a session would undo each other's; the other one may be gone by now.
            options = options._replace(keeps=program.stand() != program.SECOND)
    from treatyviewer.gui.app import run as run_window

    return run_window(options)


def _read(arguments: Sequence[str]) -> Options:
    from treatyviewer.cli.window_arguments import read

    if sys.platform == "win32" and sys.stderr is None:
        # Started without a console, where what argparse prints would vanish.
        from treatyviewer.gui.box import show

        printed = io.StringIO()
        try:
            with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
                return read(arguments)
        except SystemExit:
            show(printed.getvalue())
            raise
    return read(arguments)


def _hand_over(options: Options) -> bool:
    """Let the program that runs already open what was named. Whoever asks for more than that, a
    theme for instance, asks for a window of this process.
    """
    if options != Options(path=options.path, at=options.at):
        return False
    from treatyviewer.running.handover import Request, hand_over

    names = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
    token = next((os.environ[name] for name in names if os.environ.get(name)), "")
    # The entry that comes with the program is meant when nothing else has the address.
    named = options.path if options.at is None or options.path != shipped_entry() else None
    _allow_to_the_front()
    return hand_over(Request(named, options.at, token))


def _allow_to_the_front() -> None:
    """Windows lets a program come to the front only by leave of the one that the user started."""
    if sys.platform == "win32":
        with contextlib.suppress(ImportError, AttributeError, OSError):
            import ctypes

            any_program = -1
            ctypes.windll.user32.AllowSetForegroundWindow(any_program)


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
