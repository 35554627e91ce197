"""Where things are on this machine: the resources, and the folders for settings, for
where the reader was, and for disposable files.

A portable program keeps its data beside itself: its launcher finds a file named `portable` and
sets `TREATYVIEWER_PORTABLE` to an absolute folder, usually `data` beside that file. Settings,
state and cache then lie in there, and nothing in the user's own folders.

The one module that knows; everybody else asks it. It imports nothing that costs at start
(`docs/decisions/0004-no-platformdirs.md`).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

APPLICATION = "treatyviewer"
SHIPPED_ENTRY = "sino-soviet-treaty-1950"
PORTABLE = "TREATYVIEWER_PORTABLE"


def resources() -> Path:
    """The folder of resources, wherever the program runs from.

    In a checkout, and in an editable install (which runs from the checkout), it is the
    `resources/` beside `src/`. In a wheel and in a frozen program it lies inside the package.
    The checkout comes first: an editable install also copies the folder into site-packages,
    once, and that copy goes stale.
    """
    package = Path(__file__).resolve().parent
    checkout = package.parent.parent
    if package.parent.name == "src" and (checkout / "pyproject.toml").is_file():
        return checkout / "resources"
    return package / "resources"


def shipped_entry() -> Path:
    """The entry that comes with the program."""
    return resources() / "entries" / SHIPPED_ENTRY


def ready_made(name: str) -> Path | None:
    """A file that others would have to make at their first start, and that an installed program
    may have brought along (`packaging/linux/ready.py`). Whoever uses it looks whether it fits.
    """
    file = Path(__file__).resolve().parent / "ready" / name
    return file if file.is_file() else None


def portable_folder() -> Path | None:
    """The folder that a portable program keeps its data in, None where it is installed.

    A relative path would mean another folder at each start, so it counts as none.
    """
    folder = Path(os.environ.get(PORTABLE, ""))
    return folder if folder.is_absolute() else None


def cache_folder() -> Path:
    """The folder for files that can be thrown away at any time. It may not exist yet.

    XDG Base Directory Specification on Linux and the like, `~/Library/Caches` on macOS,
    `%LOCALAPPDATA%` on Windows; `cache` where the program is portable.
    """
    if (portable := portable_folder()) is not None:
        return portable / "cache"
    if sys.platform == "win32":
        return _windows("LOCALAPPDATA", "Local") / "Cache"
    if sys.platform == "darwin":
        return _home() / "Library" / "Caches" / "TreatyViewer"
    return _xdg("XDG_CACHE_HOME", ".cache")


def settings_folder() -> Path:
    """The folder for what the reader has set. It may not exist yet.

    `$XDG_CONFIG_HOME`, `~/Library/Preferences`, `%APPDATA%`; `settings` where the program is
    portable.
    """
    if (portable := portable_folder()) is not None:
        return portable / "settings"
    if sys.platform == "win32":
        return _windows("APPDATA", "Roaming")
    if sys.platform == "darwin":
        return _home() / "Library" / "Preferences" / "TreatyViewer"
    return _xdg("XDG_CONFIG_HOME", ".config")


def state_folder() -> Path:
    """The folder for where the reader was: windows and places. It may not exist yet.

    `$XDG_STATE_HOME`, `~/Library/Application Support`, `%LOCALAPPDATA%`; `state` where the
    program is portable.
    """
    if (portable := portable_folder()) is not None:
        return portable / "state"
    if sys.platform == "win32":
        return _windows("LOCALAPPDATA", "Local") / "State"
    if sys.platform == "darwin":
        return _home() / "Library" / "Application Support" / "TreatyViewer"
    return _xdg("XDG_STATE_HOME", ".local/state")


def _home() -> Path:
    return Path(os.path.expanduser("~"))  # noqa: PTH111  Path.home() raises where there is none


def _windows(variable: str, usual: str) -> Path:
    given = os.environ.get(variable)
    return (Path(given) if given else _home() / "AppData" / usual) / "TreatyViewer"


def _xdg(variable: str, usual: str) -> Path:
    base = Path(os.environ.get(variable, ""))
    # The specification: a relative path in the variable is invalid and to be ignored.
    return (base if base.is_absolute() else _home() / usual) / APPLICATION
