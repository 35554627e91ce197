"""An entry's folder into one `.treaty` file, and back.

A `.treaty` file is a zip: first `manifest.json`, which says what entry this is and the SHA-256
sum of every file, then the files, by name. **The same folder always gives the same bytes**, on
every machine and with every Python, so that two copies can be compared by one sum. Hence:

- Files are stored, not deflated. What deflate makes depends on the library that does it (zlib,
  zlib-ng and others differ, and so do their versions), and Python comes with any of them. An
  entry is text of a few hundred kilobytes; its pictures are compressed already.
- Dates, permissions and the system of origin are the same for all files.
- Only what belongs to an entry is packed (`content.folder`), and only under names that every
  system can have (`content.treaty_names`).

Whatever is written here is written beside its place first and moved there when it is whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import shutil
import stat
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from treatyviewer.content.files import FolderFiles
from treatyviewer.content.folder import FOLDERS, MANIFEST
from treatyviewer.content.treaty_check import (
    FORMAT,
    MOST_BYTES,
    MOST_FILES,
    SUMS,
    no_tick,
    read_treaty,
)
from treatyviewer.content.treaty_names import belongs, check_names
from treatyviewer.entry.address import is_id
from treatyviewer.errors import ContentError, InputError, Problem
from treatyviewer.tuples import NamedTuple

# The earliest that a zip can say.
_DATE = (1980, 1, 1, 0, 0, 0)
_MODE = stat.S_IFREG | 0o644
_UNIX = 3


class PackReport(NamedTuple):
    """What was packed: `files` without the manifest, `size` and `sha256` of the whole file."""

    file: Path
    entry: str
    edition: int
    files: int
    size: int
    sha256: str


class UnpackReport(NamedTuple):
    """What was unpacked: how many files, and their bytes together."""

    folder: Path
    entry: str
    edition: int
    files: int
    size: int


def pack(
    folder: Path,
    target: Path,
    *,
    overwrite: bool = False,
    tick: Callable[[], None] = no_tick,
) -> PackReport:
    """Pack the entry in `folder` into the file `target`.

    Whether the entry can be read is not asked here beyond its id and edition. Raises
    `ContentError` when the folder is no entry or holds what cannot be packed, `InputError` when
    the file is there already (unless `overwrite`) or cannot be written; nothing is left behind.
    `tick` is called for each file; what it raises is passed on.
    """
    _check_target(folder, target, overwrite)
    files = _contents(folder, tick)
    entry, edition = _identity(folder, files[MANIFEST])
    sums = {
        "format": FORMAT,
        "entry": entry,
        "edition": edition,
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
    }
    manifest = json.dumps(sums, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    draft = target.parent / f".pack-{secrets.token_hex(6)}.draft"
    with _writing(target):
        try:
            with draft.open("xb") as handle:
                with zipfile.ZipFile(handle, "w", zipfile.ZIP_STORED) as archive:
                    _add(archive, SUMS, manifest.encode("utf-8"))
                    for name, content in files.items():
                        tick()
                        _add(archive, name, content)
                handle.flush()
                os.fsync(handle.fileno())
            with draft.open("rb") as handle:
                sha256 = hashlib.file_digest(handle, "sha256").hexdigest()
            size = draft.stat().st_size
            draft.replace(target)
        finally:
            with contextlib.suppress(OSError):
                draft.unlink()
    return PackReport(target, entry, edition, len(files), size, sha256)


def unpack(
    file: Path, folder: Path | None = None, tick: Callable[[], None] = no_tick
) -> UnpackReport:
    """Unpack a `.treaty` file into `folder` (that of the entry's id here, when none is given).

    The whole file is checked first. Raises `ContentError` when something is wrong with it,
    `InputError` when the folder is there and not empty or cannot be written; nothing is left
    behind. `tick` is called for each file, twice; what it raises is passed on.
    """
    treaty = read_treaty(file, tick)
    target = Path(treaty.entry) if folder is None else folder
    with _writing(target):
        there = os.path.lexists(target)
        if there and (not target.is_dir() or any(target.iterdir())):
            raise InputError(
                f"“{target}” is there already, and not an empty folder.",
                advice="Choose another folder with -o, or move this one away.",
            )
        # An empty folder stays the one it is: it may be where the reader stands just now.
        draft = (target if there else target.parent) / f".unpack-{secrets.token_hex(6)}.draft"
        try:
            draft.mkdir()
            for name, content in treaty.files.items():
                tick()
                place = draft / name
                place.parent.mkdir(parents=True, exist_ok=True)
                with place.open("xb") as handle:
                    handle.write(content)
            if there:
                _move_into(draft, target)
            else:
                draft.rename(target)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    size = sum(len(content) for content in treaty.files.values())
    return UnpackReport(target, treaty.entry, treaty.edition, len(treaty.files), size)


def _move_into(draft: Path, target: Path) -> None:
    """All or nothing. The manifest is moved last: without it the folder is no entry."""
    moved: list[Path] = []
    try:
        for part in sorted(draft.iterdir(), key=lambda part: part.name == MANIFEST):
            part.rename(target / part.name)
            moved.append(part)
    except BaseException:
        for part in moved:
            with contextlib.suppress(OSError):
                (target / part.name).rename(part)
        raise


@contextlib.contextmanager
def _writing(target: Path) -> Iterator[None]:
    """What the file system refuses is told with the place that was asked for."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            f"“{target}” cannot be written: {reason}.",
            advice="Nothing was left behind. Make room, or choose another place with -o.",
        ) from None


def _check_target(folder: Path, target: Path, overwrite: bool) -> None:
    if os.path.lexists(target) and (target.is_dir() or not overwrite):
        raise InputError(
            f"“{target}” is there already.",
            advice="Choose another name with -o."
            if target.is_dir()
            else "Choose another name with -o, or write over it with --force.",
        )
    place, entry = Path(os.path.realpath(target)), Path(os.path.realpath(folder))
    if place.is_relative_to(entry) and belongs(place.relative_to(entry).as_posix()):
        raise InputError(
            f"“{target}” would be one of the entry's own files.",
            advice="Choose a place outside the entry's folder with -o.",
        )


def _contents(folder: Path, tick: Callable[[], None]) -> dict[str, bytes]:
    """All files of an entry by name, within the limits that reading them again has."""
    files = FolderFiles(folder)
    names = sorted(name for top in ("", *FOLDERS) for name in files.names(top))
    if MANIFEST not in names:
        # Reading it says what is wrong: it is missing, or a folder, or a pipe.
        files.read(MANIFEST)
    if SUMS in names:
        raise _wrong(
            files.shown(SUMS),
            "This is the name of the list of sums that packing makes.",
            "Take the file out of the folder, or give it another name.",
        )
    check_names(names, files.shown, "Give the file another name.")
    contents: dict[str, bytes] = {}
    size = 0
    for name in names:
        tick()
        # Asked first, so that nothing of any size is read.
        with contextlib.suppress(OSError):
            size += (folder / name).stat().st_size
        if size > MOST_BYTES or len(names) > MOST_FILES:
            raise _wrong(
                str(folder),
                "The entry is too large to be packed.",
                f"Keep it below {MOST_BYTES >> 20} MiB and {MOST_FILES} files.",
            )
        contents[name] = files.read(name)
    return contents


def _identity(folder: Path, manifest: bytes) -> tuple[str, int]:
    """The entry's id and edition. All else in `entry.toml` is the reader's concern."""
    place = str(folder / MANIFEST)
    try:
        told = tomllib.loads(manifest.decode("utf-8-sig"))
    except ValueError:
        raise _wrong(place, "This is not valid TOML.", "Mend it and try again.") from None
    entry, edition = told.get("id"), told.get("edition", 1)
    if not isinstance(entry, str) or not is_id(entry):
        raise _wrong(place, "The entry has no id that can be used.", 'Write id = "my-entry".')
    if not isinstance(edition, int) or isinstance(edition, bool) or edition < 1:
        raise _wrong(place, "“edition” must be a whole number from 1 up.", "Write edition = 1.")
    return entry, edition


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, _DATE)
    info.create_system = _UNIX
    info.external_attr = _MODE << 16
    archive.writestr(info, content)


def _wrong(place: str, message: str, advice: str) -> ContentError:
    return ContentError((Problem(place, 0, "", message, advice),))
