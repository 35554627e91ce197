"""A `.treaty` file into files that can be used: every name, size and sum is checked first.

Such a file may come from anywhere. So it is read into memory with limits on everything, and
nothing of it is handed out before all of it was found to be as its manifest says. What
`treaty_file` writes is always the same; what is read may also have been made by another zip
program, as long as it keeps to the same rules.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO, Any, TypeGuard

from treatyviewer.content import folder
from treatyviewer.content.treaty_names import check_names, printable
from treatyviewer.entry.address import is_id
from treatyviewer.errors import ContentError, Problem
from treatyviewer.tuples import NamedTuple

# The list of all files with their sums; the first member.
SUMS = "manifest.json"
FORMAT = 1

# Limits. An entry is text and a few pictures; what is far beyond is an accident or an attack.
MOST_BYTES = 512 << 20
MOST_FILES = 20_000
_MOST_TABLE = 16 << 20
_MOST_RATIO = 100
_SMALL = 1 << 20

_END = struct.Struct("<4s4H2LH")
_ZIP64 = b"PK\x06\x07"
_LOCKED = 0x1 | 0x40 | 0x2000  # encrypted, strongly encrypted, its header hidden
_SUM = re.compile(r"[0-9a-f]{64}")
_GET_AGAIN = "Get the file again from where it came from."
_PACK_AGAIN = "Make it again from its folder: treatyviewer pack FOLDER."

# All that zipfile raises for bytes that are not what they should be.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class Treaty(NamedTuple):
    """What a `.treaty` file holds, all of it checked. `files` is in the order of names."""

    entry: str
    edition: int
    files: Mapping[str, bytes]


class _Sums(NamedTuple):
    entry: str
    edition: int
    files: Mapping[str, str]


def no_tick() -> None:
    """Nobody is watching."""


def read_treaty(file: Path, tick: Callable[[], None] = no_tick) -> Treaty:
    """Read and check a `.treaty` file. Raises `ContentError` for whatever is wrong with it.

    `tick` is called for each file in it; what it raises is passed on.
    """
    try:
        if file.exists() and not file.is_file():
            what = "a folder" if file.is_dir() else "a pipe or a device"
            raise _wrong(file, "", f"This is {what}, not a file.", "Choose a .treaty file.")
        with file.open("rb") as handle:
            return _Reader(file, handle, tick).read()
    except FileNotFoundError:
        raise _wrong(file, "", "This file is missing.", "Check the spelling of the path.") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise _wrong(
            file, "", f"The file cannot be read: {reason}.", "Look at its permissions."
        ) from None


class _Reader:
    def __init__(self, file: Path, handle: IO[bytes], tick: Callable[[], None]) -> None:
        self._file = file
        self._handle = handle
        self._tick = tick

    def read(self) -> Treaty:
        _check_frame(self._file, self._handle)
        try:
            # A zip with a name that is no text fails here, before there is anything to close.
            archive = zipfile.ZipFile(self._handle)
        except _DAMAGE:
            raise self._damaged("") from None
        with archive:
            return self._all(archive)

    def _all(self, archive: zipfile.ZipFile) -> Treaty:
        members = [(info.orig_filename, info) for info in archive.infolist()]
        sums = self._sums(archive, [info for name, info in members if name == SUMS])
        members = [(name, info) for name, info in members if name != SUMS]
        check_names((name for name, _ in members), self._shown, _GET_AGAIN)
        self._compare(sums.files.keys(), {name for name, _ in members})
        if sum(info.file_size for _, info in members) > MOST_BYTES:
            raise self._wrong("", f"Unpacked it is larger than {_MEGABYTES} MiB.", _GET_AGAIN)
        for name, info in members:
            self._check_member(name, info)
        files: dict[str, bytes] = {}
        for name, info in sorted(members):
            self._tick()
            files[name] = self._content(archive, name, info)
            if hashlib.sha256(files[name]).hexdigest() != sums.files[name]:
                raise self._wrong(
                    name, "This file is not what the manifest says: its sum is another.", _GET_AGAIN
                )
        return Treaty(sums.entry, sums.edition, files)

    def _sums(self, archive: zipfile.ZipFile, found: list[zipfile.ZipInfo]) -> _Sums:
        if not found:
            raise self._wrong(
                "", f"There is no {SUMS} in it, so nothing tells whether it is whole.", _PACK_AGAIN
            )
        if len(found) > 1:
            raise self._wrong(SUMS, "This name stands in it twice.", _GET_AGAIN)
        self._check_member(SUMS, found[0])
        if found[0].file_size > _MOST_TABLE:
            raise self._wrong(SUMS, "The manifest is too large.", _GET_AGAIN)
        try:
            told = json.loads(
                self._content(archive, SUMS, found[0]).decode("utf-8"),
                object_pairs_hook=_no_name_twice,
            )
        except (ValueError, RecursionError):
            raise self._wrong(SUMS, "The manifest is damaged.", _GET_AGAIN) from None
        return self._parsed(told)

    def _parsed(self, told: object) -> _Sums:
        if not isinstance(told, dict) or not _is_number(told.get("format")):
            raise self._wrong(SUMS, "The manifest does not say its format.", _PACK_AGAIN)
        if told["format"] != FORMAT:
            raise self._wrong(
                SUMS,
                f"A newer program made this file: it has format {told['format']}, and this program "
                f"reads format {FORMAT}.",
                "Get a newer Treaty Viewer.",
            )
        entry, edition, files = (told.get(name) for name in ("entry", "edition", "files"))
        if not isinstance(entry, str) or not is_id(entry) or not _is_number(edition):
            raise self._wrong(SUMS, "The manifest does not say which entry this is.", _PACK_AGAIN)
        if not isinstance(files, dict) or not all(
            isinstance(value, str) and _SUM.fullmatch(value) for value in files.values()
        ):
            raise self._wrong(SUMS, "The manifest does not list the files' sums.", _PACK_AGAIN)
        return _Sums(entry, edition, files)

    def _compare(self, listed: Iterable[str], there: set[str]) -> None:
        known = set(listed)
        for name in sorted(there - known):
            raise self._wrong(name, "This file is not in the manifest.", _GET_AGAIN)
        for name in sorted(known - there):
            raise self._wrong(
                name, "The manifest lists this file, and it is not there.", _GET_AGAIN
            )
        if folder.MANIFEST not in there:
            raise self._wrong(folder.MANIFEST, "This file is missing.", _PACK_AGAIN)

    def _check_member(self, name: str, info: zipfile.ZipInfo) -> None:
        """A plain file that can be read within the limits, by what the zip's table says."""
        kind = stat.S_IFMT(info.external_attr >> 16)
        if info.flag_bits & _LOCKED:
            raise self._wrong(name, "This file is locked with a password.", _PACK_AGAIN)
        if kind not in (0, stat.S_IFREG) or info.external_attr & 0x10:
            raise self._wrong(name, "This is a link or a folder, not a file.", _PACK_AGAIN)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._wrong(
                name, "This file is compressed in a way that is not read here.", _PACK_AGAIN
            )
        if info.file_size > MOST_BYTES:
            raise self._wrong(name, f"This file is larger than {_MEGABYTES} MiB.", _GET_AGAIN)
        if info.file_size > max(_SMALL, _MOST_RATIO * info.compress_size):
            raise self._wrong(
                name,
                f"Unpacked this file is more than {_MOST_RATIO} times as large as here.",
                _GET_AGAIN,
            )

    def _content(self, archive: zipfile.ZipFile, name: str, info: zipfile.ZipInfo) -> bytes:
        try:
            with archive.open(info) as member:
                content = member.read(info.file_size + 1)
        except _DAMAGE:
            raise self._damaged(name) from None
        if len(content) != info.file_size:
            raise self._damaged(name)
        return content

    def _damaged(self, name: str) -> ContentError:
        return self._wrong(name, "The file is damaged here.", _GET_AGAIN)

    def _shown(self, name: str) -> str:
        return shown(self._file, name)

    def _wrong(self, name: str, message: str, advice: str) -> ContentError:
        return _wrong(self._file, name, message, advice)


_MEGABYTES = MOST_BYTES >> 20


def shown(file: Path, name: str) -> str:
    """How a person would name a file in a `.treaty` file: `FILE.treaty/NAME`."""
    return f"{file}/{printable(name)}" if name else str(file)


def _wrong(file: Path, name: str, message: str, advice: str) -> ContentError:
    return ContentError((Problem(shown(file, name), 0, "", message, advice),))


def _check_frame(file: Path, handle: IO[bytes]) -> None:
    """The zip's table, within limits, ends the file, and nothing stands before or behind.

    zipfile is more generous, and reads a table of any length before it can be asked anything.
    """
    size = os.fstat(handle.fileno()).st_size
    if not size:
        raise _wrong(file, "", "The file is empty.", _GET_AGAIN)
    if size > MOST_BYTES + 2 * _MOST_TABLE:
        raise _wrong(file, "", f"The file is larger than {_MEGABYTES} MiB.", _GET_AGAIN)
    head = handle.read(4)
    if head not in (b"PK\x03\x04", b"PK\x05\x06"):
        raise _wrong(
            file, "", "This is not a .treaty file.", "Choose one that treatyviewer pack made."
        )
    handle.seek(max(0, size - _END.size - 20))
    tail = handle.read()
    cut = _wrong(
        file,
        "",
        "The file is cut short or damaged: it does not end as a .treaty file must.",
        _GET_AGAIN,
    )
    if len(tail) < _END.size or tail[: -_END.size].startswith(_ZIP64):
        raise cut
    sign, disk, first, here, members, table, start, comment = _END.unpack(tail[-_END.size :])
    if sign != b"PK\x05\x06" or disk or first or here != members or comment:
        raise cut
    if start + table + _END.size != size:
        raise cut
    if members > MOST_FILES + 1 or table > _MOST_TABLE:
        raise _wrong(file, "", f"There are more than {MOST_FILES} files in it.", _GET_AGAIN)


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _no_name_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("a name twice")
    return table
