"""Open what is at a path: the library file when it is fresh, else compile it first."""

from __future__ import annotations

import contextlib
import itertools
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import apsw

from treatyviewer.content.folder import content_key, copied_signature, entry_folders, signature
from treatyviewer.library.library import DamagedError, Library, connect
from treatyviewer.library.progress import Progress, no_progress
from treatyviewer.library.schema import maker
from treatyviewer.paths import cache_folder, ready_made, shipped_entry
from treatyviewer.tuples import NamedTuple

_STALE_SECONDS = 24 * 3600
_PAGE = 8192
_numbers = itertools.count(1)


class Shelf(NamedTuple):
    """The entries at a path, and the library file that belongs to them. `ready` is one that came
    with the program: for the shipped entry of an installed program, which so needs no first
    compiling, also where nothing can be written.
    """

    folders: tuple[Path, ...]
    file: Path
    ready: Path | None = None

    def open_untouched(self) -> Library | None:
        """The library, if its file is there, whole, and nothing was touched since it was made.
        Quick: asks the file system and reads no content.
        """
        own = self._open_if(self.file, lambda meta: meta.get("signature") == _told(self.folders))
        if own is not None or self.ready is None:
            return own
        copied = repr(copied_signature(self.folders))
        return self._open_if(self.ready, lambda meta: meta.get("copied") == copied)

    def open_fresh(self, progress: Progress = no_progress) -> Library | None:
        """The library, if its file is there, whole and made from the same text.

        Reads all content when something was touched, copied or checked out again.
        """
        untouched = self.open_untouched()
        if untouched is not None:
            return untouched

        def says_the_same(meta: dict[str, str]) -> bool:
            key = content_key(self.folders, lambda: progress(0, 1))
            return meta.get("content") == key

        same = self._open_if(self.file, says_the_same)
        if same is not None:
            _note_signature(self.file, _told(self.folders))
        elif self.ready is not None:
            # Whoever copied the program has given its files other times.
            same = self._open_if(self.ready, says_the_same)
        return same

    def _open_if(self, file: Path, fits: Callable[[dict[str, str]], bool]) -> Library | None:
        library = _open_file(file)
        if library is None:
            return None
        try:
            meta = library.meta()
        except DamagedError:
            meta = {}
        if meta.get("maker") == maker() and fits(meta):
            return library
        library.close()
        return None

    def compile(self, progress: Progress = no_progress) -> Library:
        """Make the library anew. Where its file cannot be written it lives in memory.

        Raises `ContentError` for an entry that cannot be read, and what `progress` raises;
        nothing is left behind then.
        """
        # The signature is taken first: what changes while we read makes the file stale.
        meta = {"signature": _told(self.folders), "maker": maker()}
        meta["content"] = content_key(self.folders, lambda: progress(0, 1))
        return self._compile_file(meta, progress) or self._compile_in_memory(meta, progress)

    def open(self, progress: Progress = no_progress) -> Library:
        """The library, compiled first if need be."""
        return self.open_fresh(progress) or self.compile(progress)

    def discard(self) -> None:
        """Throw the library file away."""
        with contextlib.suppress(OSError):
            self.file.unlink()

    def _compile_file(self, meta: dict[str, str], progress: Progress) -> Library | None:
        from treatyviewer.library.compile import compile_into

        draft = self.file.with_name(f"{self.file.name}.{os.getpid()}-{next(_numbers)}.draft")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            _sweep(self.file.parent)
            # A process that was killed may have had our number.
            draft.unlink(missing_ok=True)
            connection = apsw.Connection(str(draft))
        except (OSError, apsw.Error, UnicodeError):
            # SQLite takes no path that is not UTF-8; that, too, is where memory will do.
            return None
        try:
            with contextlib.closing(connection):
                connection.execute(
                    f"PRAGMA page_size = {_PAGE};"
                    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF"
                )
                compile_into(connection, self.folders, meta, progress)
            with draft.open("rb+") as handle:
                os.fsync(handle.fileno())
            draft.replace(self.file)
        except (apsw.FullError, apsw.IOError, apsw.ReadOnlyError, apsw.CantOpenError, OSError):
            # A full disk, or a file that another program holds (Windows): memory will do.
            return None
        finally:
            with contextlib.suppress(OSError):
                draft.unlink()
        return _open_file(self.file)

    def _compile_in_memory(self, meta: dict[str, str], progress: Progress) -> Library:
        from treatyviewer.library.compile import compile_into

        # The memdb file system lets several connections of one process share a database.
        source = f"file:/treatyviewer-{next(_numbers)}?vfs=memdb"
        connection = apsw.Connection(
            source,
            flags=apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI,
        )
        compile_into(connection, self.folders, meta, progress)
        return Library(source, connection)


def shelf(path: Path) -> Shelf:
    """What is at `path`. Raises `NotFoundError` or `ContentError` when there is no entry."""
    folders = entry_folders(path)
    ready = ready_made("library.sqlite") if path == shipped_entry() else None
    return Shelf(folders, cache_folder() / f"library-{_name(path)}.sqlite", ready)


def _name(path: Path) -> str:
    """A short name for a path, the same in every process.

    FNV-1a in 64 bits (Fowler, Noll, Vo): a name, not a proof; `meta` holds the real key.
    """
    value = 0xCBF29CE484222325
    for byte in os.fsencode(os.path.realpath(path)):
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


def _told(folders: Sequence[Path]) -> str:
    return repr(signature(folders))


def _open_file(file: Path) -> Library | None:
    try:
        # SQLite sees that pages are missing at the end, but not that the last one is cut short.
        if not file.is_file() or file.stat().st_size % _PAGE:
            return None
        return Library(str(file), connect(str(file)))
    except (apsw.Error, OSError, UnicodeError):
        return None


def _note_signature(file: Path, told: str) -> None:
    """Remember the new signature, so that the next start need not read the content."""
    with contextlib.suppress(apsw.Error), contextlib.closing(apsw.Connection(str(file))) as writer:
        writer.execute("UPDATE meta SET value = ? WHERE key = 'signature'", (told,))


def _sweep(folder: Path) -> None:
    """Remove drafts that a crash left behind."""
    for draft in folder.glob("library-*.draft*"):
        with contextlib.suppress(OSError):
            if time.time() - draft.stat().st_mtime > _STALE_SECONDS:
                draft.unlink()
