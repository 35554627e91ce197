"""Which folders hold entries, and whether they have changed. Light: imported at start."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from treatyviewer.errors import ContentError, NotFoundError, Problem

MANIFEST = "entry.toml"

Signature = list[tuple[str, int, int, int, int]]


def entry_folders(path: Path) -> tuple[Path, ...]:
    """The entries at `path`: one when it is an entry, all inside when it is a library.

    `path` may be an entry's folder, its `entry.toml`, or a folder of such folders. Raises
    `NotFoundError` when there is nothing there, `ContentError` when it should be an entry and
    lacks its `entry.toml`.
    """
    try:
        found_there = path.exists()
    except OSError as error:
        # A name that is too long, a folder that may not be looked into.
        raise NotFoundError(
            f"“{path}” cannot be opened: {error.strerror}.", advice="Check the path."
        ) from None
    if not found_there:
        raise NotFoundError(
            f"There is no file or folder “{path}”.", advice="Check the spelling of the path."
        )
    if path.is_file():
        if path.name == MANIFEST:
            return (path.parent,)
        raise NotFoundError(
            f"“{path}” is not an entry.",
            advice="Give the folder that holds entry.toml, or that file itself.",
        )
    if (path / MANIFEST).is_file():
        return (path,)
    found = tuple(sorted(folder.parent for folder in path.glob(f"*/{MANIFEST}")))
    if found:
        return found
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


def _files(folder: Path) -> Iterator[str]:
    """All files below `folder` but hidden ones, in a fixed order."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield os.path.join(root, name)  # noqa: PTH118  a string is what os.stat wants


def signature(folders: Sequence[Path]) -> Signature:
    """What the file system says of every file: path, size, modification, change, inode.

    Equal signatures mean equal contents for all practical purposes: whoever writes a file or
    moves another into its place alters its change time or its inode (git relies on the same).
    Times are in nanoseconds.
    """
    stats: Signature = []
    for folder in folders:
        for file in _files(folder):
            # What vanishes between the listing and here, or leads nowhere, is not part of it.
            try:
                s = os.stat(file)  # noqa: PTH116
            except OSError:
                continue
            stats.append((file, s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino))
    return stats


def content_key(folders: Sequence[Path]) -> str:
    """A digest of every file's path and bytes: what the library file is made for."""
    from hashlib import blake2b

    digest = blake2b(digest_size=20)
    for folder in folders:
        for file in _files(folder):
            # Whoever needs a file that cannot be read will say so, and where.
            try:
                data = Path(file).read_bytes()
            except OSError:
                continue
            name = os.fsencode(os.path.relpath(file, folder.parent))
            digest.update(b"%d:%b:%d:" % (len(name), name, len(data)))
            digest.update(data)
    return digest.hexdigest()
