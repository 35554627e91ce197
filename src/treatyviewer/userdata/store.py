"""A few values in a JSON file: written whole or not at all, and read with care."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

Values = dict[str, Any]


def read(file: Path) -> Values:
    """The values in a file, none where there is no file.

    A file that cannot be understood is put aside as NAME.damaged, for somebody wrote it, and
    counts as none.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError):
        _put_aside(file)
        return {}
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        _put_aside(file)
        return {}
    return values


def write(file: Path, values: Values) -> None:
    """Replace a file by these values. Raises `OSError`; the old file is whole then.

    It is flushed to the disk before it takes the old one's place, so that neither a crash nor a
    full disk can leave half of it.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    # Of this process alone: two windows of two processes may write at the same time.
    draft = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        with draft.open("w", encoding="utf-8") as out:
            json.dump(values, out, ensure_ascii=False, indent=1)
            out.write("\n")
            out.flush()
            os.fsync(out.fileno())
        draft.replace(file)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def _put_aside(file: Path) -> None:
    try:
        file.replace(file.with_name(f"{file.name}.damaged"))
    except OSError:
        # It stays where it is, and the next write takes its place or is refused as well.
        return
