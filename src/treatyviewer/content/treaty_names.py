"""Which names a packed entry's files may have: such as every system can have, inside the folder.

The same rules hold for packing and for reading, so that what is packed can be unpacked anywhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from treatyviewer.content.folder import ENDINGS, FOLDERS
from treatyviewer.errors import ContentError, Problem

# What Windows cannot have; the slash parts folders, the others have a message of their own.
_SIGNS = frozenset('<>"|?*')
_DEVICES = frozenset(
    ["CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))]
)
_LONGEST = 255


def belongs(name: str) -> bool:
    """Whether a file of this name is part of an entry."""
    top, slash, _ = name.partition("/")
    return top in FOLDERS if slash else name.endswith(ENDINGS)


def printable(name: str) -> str:
    """A name that may be anything, fit to be shown on a terminal."""
    safe = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)
    return safe if len(safe) <= 120 else safe[:117] + "..."


def check_names(names: Iterable[str], shown: Callable[[str], str], advice: str) -> None:
    """All names of an entry's files. Raises `ContentError` for the first that cannot be."""
    taken: dict[str, str] = {}
    for name in names:
        fault = _fault(name)
        if not fault and (folded := _folded(name)) in taken:
            other = taken[folded]
            fault = (
                "This name stands in it twice."
                if other == name
                else f"This and “{other}” are one name on some systems."
            )
        if fault:
            raise _refused(shown(name), fault, advice)
        taken[folded] = name
    for name in taken.values():
        parts = name.split("/")
        for depth in range(1, len(parts)):
            if _folded("/".join(parts[:depth])) in taken:
                raise _refused(shown(name), "A file has the name of its folder.", advice)


def _fault(name: str) -> str:
    parts = name.split("/")
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in name):
        return "This name has signs in it that no file's name should have."
    if name.endswith("/"):
        return "A folder by itself is no part of a packed entry."
    if "\\" in name or ":" in name or any(part in ("", ".", "..") for part in parts):
        return "This path could lead out of the entry's folder."
    if any(part.startswith(".") for part in parts):
        return "A hidden file is no part of an entry."
    if not belongs(name):
        return (
            "This file is no part of an entry: .toml and .json files, "
            f"and what is in {' and '.join(FOLDERS)}, are."
        )
    for part in parts:
        if (
            not _SIGNS.isdisjoint(part)
            or part.endswith((".", " "))
            or part.partition(".")[0].strip().upper() in _DEVICES
            or len(part.encode("utf-8")) > _LONGEST
        ):
            return "Not every system can have a file of this name."
    return ""


def _folded(name: str) -> str:
    """The same for names that some system takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _refused(place: str, message: str, advice: str) -> ContentError:
    return ContentError((Problem(place, 0, "", message, advice),))
