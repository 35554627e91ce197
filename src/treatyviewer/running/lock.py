"""A lock that the system takes back when its process ends, however it ends."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from pathlib import Path

# What the systems say of a lock that another has; Wine says nothing.
_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK, 0)
# Windows keeps others from reading what is locked: a byte far behind what is written.
_BYTE = 1 << 20


class Lock:
    """Held until it is released."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def say(self, text: str) -> None:
        """Leave a word for those who find it held."""
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, text.encode())
        os.ftruncate(self._descriptor, len(text.encode()))

    def release(self) -> None:
        """Let others have it. The file stays: who deletes it may take away another's lock."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def take(file: Path, patience: float = 0.0) -> Lock | None:
    """The lock of this file, None where another has it for longer than `patience` seconds.

    Raises `OSError` where there can be none: a folder that may not be written, a file system
    without locks.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    until = time.monotonic() + patience
    try:
        while not _lock(descriptor):
            if time.monotonic() >= until:
                os.close(descriptor)
                return None
            time.sleep(0.01)
    except OSError:
        os.close(descriptor)
        raise
    return Lock(descriptor)


def said(file: Path) -> str:
    """What the holder of a lock has left, "" where there is nothing."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return file.read_text(encoding="utf-8")
    return ""


def _lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, _BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True
