"""What a second start asks of the program that runs: a small file that the other one takes away.

No sockets: nothing of it can go to a network or be left behind stale, and it is the same on all
systems. The folder is the reader's own.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from pathlib import Path
from typing import Any

from treatyviewer.entry.address import Address, parse
from treatyviewer.errors import AddressError
from treatyviewer.running.program import FIRST, requests_folder, stand, understands
from treatyviewer.tuples import NamedTuple

# Seconds that the program may take to hear of it; it may be starting itself.
PATIENCE = 3.0
# Older requests were given up by whoever made them.
_STALE = 30.0
_ENDING = ".request"


class Request(NamedTuple):
    """`path` is what to open, None for what is there; `at` the address that is wanted; `token` is
    the desktop's leave to come to the front.
    """

    path: Path | None = None
    at: Address | None = None
    token: str = ""


def hand_over(request: Request, patience: float = PATIENCE) -> bool:
    """Give a request to the program that runs. False where it does not take it in time, or has
    ended meanwhile: then it is withdrawn, and this process goes on by itself.
    """
    if not understands():
        return False
    folder = requests_folder()
    name = f"{time.time_ns()}-{os.getpid()}"
    file, draft = folder / f"{name}{_ENDING}", folder / f"{name}.draft"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.write_text(_written(request), encoding="ascii")
        draft.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()
        return False
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if not file.exists():
            return True
        if stand() is FIRST:
            break
        time.sleep(0.01)
    return not _withdrawn(file)


def take_all() -> list[Request]:
    """The requests that wait, the oldest first; they are taken away."""
    taken = []
    try:
        files = sorted(requests_folder().glob(f"*{_ENDING}"))
    except OSError:
        return []
    for file in files:
        try:
            age = time.time() - file.stat().st_mtime
            text = file.read_bytes()
            # Whoever cannot take it away must not open it: the other one opens it itself.
            file.unlink()
        except OSError:
            continue
        request = _read(text)
        if request is not None and age < _STALE:
            taken.append(request)
    return taken


def _withdrawn(file: Path) -> bool:
    try:
        file.unlink()
    except FileNotFoundError:
        return False
    except OSError:
        # It stays, and may be opened twice: better than not at all.
        return True
    return True


def _written(request: Request) -> str:
    values = {
        "path": str(request.path.absolute()) if request.path is not None else None,
        "at": str(request.at) if request.at is not None else None,
        "token": request.token,
    }
    return json.dumps(values)


def _read(text: bytes) -> Request | None:
    """None for what is no request of ours."""
    try:
        values: Any = json.loads(text)
        path, at, token = values["path"], values["at"], values["token"]
    except (ValueError, RecursionError, KeyError, TypeError):
        return None
    if not isinstance(token, str) or not all(isinstance(v, str | None) for v in (path, at)):
        return None
    try:
        return Request(Path(path) if path else None, parse(at) if at else None, token)
    except AddressError:
        return None
