"""Where entries are, and whether they have changed. Light: imported at start.

An entry is a folder with an `entry.toml`, or such a folder packed into one `.treaty` file.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from treatyviewer.errors import ContentError, NotFoundError, Problem

MANIFEST = "entry.toml"

# What belongs to an entry: these files beside the manifest, and all that lies in these folders.
ENDINGS = (".toml", ".json")
FOLDERS = ("sections", "media")
# How the name of a packed entry ends.
TREATY = ".treaty"

_CHUNK = 1 << 20

Signature = list[tuple[str, int, int, int, int]]


def _no_tick() -> None:
    """Nobody is watching."""


def entry_folders(path: Path) -> tuple[Path, ...]:
    """The entries at `path`: one when it is an entry, all inside when it is a library.

    `path` may be an entry's folder, its `entry.toml`, a `.treaty` file, or a folder with such
    folders and `.treaty` files in it. Raises `NotFoundError` when there is nothing there,
    `ContentError` when it should be an entry and lacks its `entry.toml`.
    """
    try:
        return _entry_folders(path)
    except OSError as error:
        # A name that is too long, a folder that may not be looked into.
        raise NotFoundError(
            "“{path}” cannot be opened: {reason}.",
            advice="Check the path and its permissions.",
            path=path,
            reason=error.strerror,
        ) from None


def _entry_folders(path: Path) -> tuple[Path, ...]:
    if not path.exists():
        raise NotFoundError(
            "There is no file or folder “{path}”.",
            advice="Check the spelling of the path.",
            path=path,
        )
    if path.is_file():
        if path.name == MANIFEST:
            return (path.parent,)
        if is_treaty(path):
            return (path,)
        raise NotFoundError(
            "“{path}” is not an entry.",
            advice="Give the folder that holds entry.toml, that file itself, or a .treaty file.",
            path=path,
        )
    if (path / MANIFEST).is_file():
        return (path,)
    found = [manifest.parent for manifest in path.glob(f"*/{MANIFEST}")]
    found += (
        file
        for file in path.iterdir()
        if is_treaty(file) and not file.name.startswith(".") and file.is_file()
    )
    if found:
        return tuple(sorted(found))
    raise ContentError(
        (
            Problem(
                str(path / MANIFEST),
                0,
                "",
                "This file is missing; without it the folder is not an entry.",
                "Add an entry.toml, or choose the folder that has one.",
            ),
        )
    )


def is_treaty(path: Path) -> bool:
    """Whether a file of this name is a packed entry."""
    return path.suffix.lower() == TREATY


def files_of(entry: Path) -> Iterator[tuple[str, os.stat_result]]:
    """The files that belong to an entry, with what the file system says of them.

    TOML and JSON beside the manifest, and what lies in `sections` and `media`: an entry in a
    large folder is no reason to walk it. Pipes and devices are passed over, for reading one
    may never end; so is what vanishes meanwhile, leads nowhere, or is hidden. A packed entry
    is one file.
    """
    if is_treaty(entry):
        with contextlib.suppress(OSError):
            told = entry.stat()
            if stat.S_ISREG(told.st_mode):
                yield str(entry), told
                return
    yield from _regular(entry, ENDINGS)
    for below in FOLDERS:
        for root, folders, _ in os.walk(entry / below):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            yield from _regular(Path(root), ())


def _regular(folder: Path, endings: tuple[str, ...]) -> Iterator[tuple[str, os.stat_result]]:
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208  names are enough
    except OSError:
        return
    for name in names:
        if name.startswith(".") or (endings and not name.endswith(endings)):
            continue
        file = os.path.join(folder, name)  # noqa: PTH118  a string is what os.stat wants
        try:
            told = os.stat(file)  # noqa: PTH116  a Path for each file costs every start
        except OSError:
            continue
        if stat.S_ISREG(told.st_mode):
            yield file, told


def signature(folders: Sequence[Path]) -> Signature:
    """What the file system says of every file: path, size, modification, change, inode.

    Equal signatures mean equal contents for all practical purposes: whoever writes a file or
    moves another into its place alters its change time or its inode (git relies on the same).
    Times are in nanoseconds.
    """
    return [
        (file, s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino)
        for folder in folders
        for file, s in files_of(folder)
    ]


def copied_signature(folders: Sequence[Path]) -> list[tuple[str, int, int]]:
    """What is the same of every file after a package was unpacked somewhere: name, size, and
    modification in seconds.
    """
    return [
        (os.path.relpath(file, folder.parent), s.st_size, int(s.st_mtime))
        for folder in folders
        for file, s in files_of(folder)
    ]


def content_key(folders: Sequence[Path], tick: Callable[[], None] = _no_tick) -> str:
    """A digest of every file's path and bytes: what the library file is made for.

    `tick` is called now and then; what it raises is passed on.
    """
    from hashlib import blake2b

    digest = blake2b(digest_size=20)
    for folder in folders:
        for file, told in files_of(folder):
            name = os.fsencode(os.path.relpath(file, folder.parent))
            digest.update(b"%d:%b:%d:" % (len(name), name, told.st_size))
            tick()
            # Whoever needs a file that cannot be read will say so, and where.
            with contextlib.suppress(OSError), open(file, "rb") as handle:  # noqa: PTH123  as above
                while chunk := handle.read(_CHUNK):
                    digest.update(chunk)
                    tick()
    return digest.hexdigest()
