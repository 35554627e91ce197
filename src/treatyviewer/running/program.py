"""Whether this process is the program that is running for the reader, or a second start of it.

The first process of a reader holds a lock as long as it runs. Later ones find it held, and hand
over what they were asked for (`handover`), so that one program has all windows and keeps one
session. Where there can be no lock, each process is for itself.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from treatyviewer import __version__
from treatyviewer.paths import state_folder
from treatyviewer.running.lock import Lock, said, take

# What a process is. UNKNOWN: nobody can tell, because no lock can be had here.
FIRST = "first"
SECOND = "second"
UNKNOWN = "unknown"

# Held until the process ends.
_held: list[Lock] = []


def stand() -> str:
    """Take the program's place if nobody has it: what this process is now."""
    if _held:
        return FIRST
    try:
        lock = take(lock_file())
        if lock is None:
            return SECOND
    except OSError:
        return UNKNOWN
    # On a full disk nobody learns our version, and others open what they want themselves.
    with contextlib.suppress(OSError):
        lock.say(__version__)
    _held.append(lock)
    return FIRST


def leave() -> None:
    """Let another process have the place: this one ends."""
    while _held:
        _held.pop().release()


def understands() -> bool:
    """Whether the program that runs is of our version: another one may take requests otherwise,
    and after an update it cannot load all of itself any more.
    """
    return said(lock_file()) == __version__


def was_replaced() -> bool:
    """Whether another version was installed over this one while it runs: what it has not loaded
    yet does not fit any more.
    """
    return _made_of != _what_it_is_made_of()


def _what_it_is_made_of() -> tuple[int, int]:
    # A frozen program has its modules in one file, at the end of the one that is run.
    file = sys.executable if getattr(sys, "frozen", False) else __file__
    with contextlib.suppress(OSError):
        told = os.stat(file)  # noqa: PTH116  a Path would cost the start more than the question
        return told.st_mtime_ns, told.st_ino
    return 0, 0


_made_of = _what_it_is_made_of()


def lock_file() -> Path:
    """The program's lock."""
    return state_folder() / f"running{_seat()}.lock"


def requests_folder() -> Path:
    """Where second starts leave what they were asked for."""
    return state_folder() / f"requests{_seat()}"


def _seat() -> str:
    """The machine and the screen: a window elsewhere is of no use to who sits here, and a home
    folder may be on several machines.
    """
    machine = os.uname().nodename if hasattr(os, "uname") else ""
    names = ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM")
    parts = [machine, *(os.environ.get(name, "") for name in names)]
    text = "-".join(part for part in parts if part)
    return "-" + "".join(sign if sign.isalnum() else "-" for sign in text) if text else ""
