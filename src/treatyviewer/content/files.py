"""An entry's files as the reader sees them: by name, wherever they are.

A name is relative to the entry, with "/": `entry.toml`, `sections/lead.md`. A folder and a
`.treaty` file are one to whoever reads an entry.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from treatyviewer.content.folder import files_of, is_treaty
from treatyviewer.content.treaty_check import read_treaty, shown
from treatyviewer.errors import ContentError, Problem


class EntryFiles(Protocol):
    """The files of one entry."""

    def shown(self, name: str) -> str:
        """How a person would name the file; "" is the entry itself."""

    def exists(self, name: str) -> bool:
        """Whether there is anything of this name, a file or not."""

    def read(self, name: str) -> bytes:
        """The file's bytes. Raises `ContentError` when it is missing or cannot be read."""

    def names(self, folder: str) -> list[str]:
        """The names of all files in a folder and below, sorted.

        "" lists those that lie at the top, beside the manifest. Hidden files, pipes and
        devices are passed over, as is what is no part of an entry (see `content.folder`).
        """


def open_files(path: Path) -> EntryFiles:
    """The files of the entry at `path`, a folder or a `.treaty` file.

    Such a file is read and checked here: raises `ContentError` when there is something wrong
    with it. The files are then those of that moment.
    """
    if is_treaty(path) and not path.is_dir():
        return TreatyFiles(path)
    return FolderFiles(path)


class FolderFiles:
    """The files of an entry in a folder. Nothing is kept: each call asks the file system."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def shown(self, name: str) -> str:
        """The path."""
        return str(self._folder / name)

    def exists(self, name: str) -> bool:
        """Whether there is anything of this name; what leads nowhere is nothing."""
        return _inside(name) and os.path.exists(self._folder / name)  # noqa: PTH110  never raises

    def read(self, name: str) -> bytes:
        """The file's bytes. Raises `ContentError` when it is missing or cannot be read."""
        if not _inside(name):
            # What an entry says is no reason to read elsewhere on this machine.
            raise _wrong(
                self.shown(name),
                "This path leads out of the entry's folder.",
                "Put the file into the folder.",
            )
        file = self._folder / name
        try:
            if file.exists() and not file.is_file():
                raise _no_file(self.shown(name), "a folder" if file.is_dir() else _PIPE)
            return file.read_bytes()
        except FileNotFoundError:
            raise _missing(self.shown(name)) from None
        except OSError as error:
            reason = error.strerror or str(error)
            raise _wrong(
                self.shown(name),
                f"The file cannot be read: {reason}.",
                "Look at its permissions.",
            ) from None

    def names(self, folder: str) -> list[str]:
        """The names of all files in a folder and below, sorted; of those at the top for ""."""
        every = (
            os.path.relpath(file, self._folder).replace(os.sep, "/")
            for file, _ in files_of(self._folder)
        )
        return _in_folder(every, folder)


class TreatyFiles:
    """The files of a packed entry, read and checked all at once and kept."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._files = read_treaty(file).files

    def shown(self, name: str) -> str:
        """`FILE.treaty/NAME`."""
        return shown(self._file, name)

    def exists(self, name: str) -> bool:
        """Whether there is a file or a folder of this name."""
        return name in self._files or self._is_folder(name)

    def read(self, name: str) -> bytes:
        """The file's bytes. Raises `ContentError` when it is missing."""
        if name in self._files:
            return self._files[name]
        if self._is_folder(name):
            raise _no_file(self.shown(name), "a folder")
        raise _missing(self.shown(name))

    def names(self, folder: str) -> list[str]:
        """The names of all files in a folder and below, sorted; of those at the top for ""."""
        return _in_folder(self._files, folder)

    def _is_folder(self, name: str) -> bool:
        return not name or any(file.startswith(f"{name}/") for file in self._files)


_PIPE = "a pipe or a device"


def _inside(name: str) -> bool:
    path = Path(name)
    return "\0" not in name and ".." not in path.parts and not path.anchor


def _in_folder(names: Iterable[str], folder: str) -> list[str]:
    if folder:
        return sorted(name for name in names if name.startswith(f"{folder}/"))
    return sorted(name for name in names if "/" not in name)


def _missing(place: str) -> ContentError:
    return _wrong(place, "This file is missing.", "Put it back, or take it out of entry.toml.")


def _no_file(place: str, what: str) -> ContentError:
    return _wrong(place, f"This is {what}, not a file.", "Put a file here.")


def _wrong(place: str, message: str, advice: str) -> ContentError:
    return ContentError((Problem(place, 0, "", message, advice),))
