"""Where things are on this machine: the resources, and the folder for disposable files.

The one module that knows; everybody else asks it. It imports nothing that costs at start
(`docs/decisions/0004-no-platformdirs.md`).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

APPLICATION = "treatyviewer"
SHIPPED_ENTRY = "sino-soviet-treaty-1950"


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


def cache_folder() -> Path:
    """The folder for files that can be thrown away at any time. It may not exist yet.

    XDG Base Directory Specification on Linux and the like, `~/Library/Caches` on macOS,
    `%LOCALAPPDATA%` on Windows.
    """
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  Path.home() raises where there is none
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else home / "AppData" / "Local") / "TreatyViewer" / "Cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "TreatyViewer"
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    # The specification: a relative path in the variable is invalid and to be ignored.
    return (base if base.is_absolute() else home / ".cache") / APPLICATION
