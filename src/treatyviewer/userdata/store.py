"""A few values in a JSON file: written whole or not at all, and read with care.

A file has a format, a number beside its values; one without is of format 1, as 0.3 wrote it. The
number goes up when a version that writes the older one would lose something of a newer file.
Names that a version does not know need no new number: they are handed on.

So the reader can go back to an older version: what a newer one wrote is never touched. The older
one starts from what it understands of it, and keeps its own values in a file beside it,
`settings.format-1.json` for instance. The newer one, installed again, finds everything as it was.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

_T = TypeVar("_T")
Values = dict[str, Any]

FORMAT = "format"
# Seconds: how long another process may be at the file, and a scanner on Windows may hold it.
_PATIENCE = 0.5
_TRIES = 5


def read(file: Path, newest: int = 1) -> Values:
    """The values in a file, none where there is no file or it cannot be read. `newest` is the
    newest format that is understood.

    A file that holds something else is put aside as NAME.damaged, for somebody wrote it, and
    counts as none.
    """
    values = _sound(file)
    if _is_newer(values, newest):
        own = _own(file, newest)
        values = _sound(own) if own.exists() else values
    values.pop(FORMAT, None)
    return values


def write(file: Path, values: Values, newest: int = 1) -> None:
    """Replace a file by these values, of the format `newest`. Raises `OSError`; the old file is
    whole then.

    It is flushed to the disk before it takes the old one's place, so that neither a crash nor a
    full disk can leave half of it.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _replace(_writable(file, newest), {FORMAT: newest, **values})
    except OSError as error:
        # What somebody is told is the file that he knows, not the draft of it.
        error.filename = str(file)
        raise


def _replace(file: Path, values: Values) -> None:
    # Of this process alone: two windows of two processes may write at the same time.
    draft = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        # A path may have bytes that are no text; written so, they are JSON's own escapes.
        with draft.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            json.dump(values, out, ensure_ascii=False, indent=1)
            out.write("\n")
            out.flush()
            os.fsync(out.fileno())
        _patiently(lambda: draft.replace(file))
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise


def update(file: Path, changes: Values, newest: int = 1) -> None:
    """Give some values in a file other ones. What another process has written meanwhile stays.
    Raises `OSError`; the old file is whole then.
    """
    from treatyviewer.running.lock import take

    lock = None
    # Where there are no locks there is a moment in which another's change may be lost.
    with contextlib.suppress(OSError):
        lock = take(file.with_name(f"{file.name}.lock"), _PATIENCE)
    try:
        write(file, read(file, newest) | changes, newest)
    finally:
        if lock is not None:
            lock.release()


def _writable(file: Path, newest: int) -> Path:
    """Where this version may write. Raises `OSError` for a file that cannot be looked into: it
    may hold what nobody else has.
    """
    try:
        values = _values(file)
    except FileNotFoundError:
        return file
    except ValueError:
        _put_aside(file)
        return file
    return _own(file, newest) if _is_newer(values, newest) else file


def _own(file: Path, newest: int) -> Path:
    return file.with_name(f"{file.stem}.format-{newest}{file.suffix}")


def _is_newer(values: Values, newest: int) -> bool:
    """Whether this was written by a version that knows more; so was a format that is no number."""
    told = values.get(FORMAT, 1)
    return not (type(told) is int and told <= newest)


def _sound(file: Path) -> Values:
    try:
        return _values(file)
    except ValueError:
        _put_aside(file)
    except OSError:
        # Not there; or it may not be read now, and stays as it is.
        pass
    return {}


def _values(file: Path) -> Values:
    """Raises `OSError`, and `ValueError` for a file that holds something else."""
    try:
        values: object = json.loads(_patiently(file.read_bytes).decode("utf-8"))
    except RecursionError:
        raise ValueError("It is nested too deeply.") from None
    if not isinstance(values, dict):
        raise ValueError("It holds no values by name.")
    return values


def _patiently(act: Callable[[], _T]) -> _T:
    """Windows refuses for a moment while another program, a scanner for instance, has a file."""
    for _ in range(_TRIES if sys.platform == "win32" else 0):
        try:
            return act()
        except PermissionError:
            time.sleep(0.02)
    return act()


def _put_aside(file: Path) -> None:
    # It stays where it is if that fails, and the next write takes its place or is refused as well.
    with contextlib.suppress(OSError):
        file.replace(file.with_name(f"{file.name}.damaged"))
