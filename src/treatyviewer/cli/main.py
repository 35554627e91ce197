"""Which command was meant, and how it ends.

Exit status 0: done. 1: it ran, and the answer is no. 2: misuse or unreadable input, told in one
message. 70: a bug of ours, reported. 130: cancelled.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from treatyviewer.cli import COMMANDS
from treatyviewer.errors import InputError, TreatyViewerError

_BUG = 70
_CANCELLED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (those of the process by default)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(arguments)
    except TreatyViewerError as error:
        _tell(str(error))
        return error.exit_status
    except KeyboardInterrupt:
        print("treatyviewer: Cancelled.", file=sys.stderr)
        return _CANCELLED
    except BrokenPipeError:
        # Whoever read our output has seen enough (`treatyviewer show ... | head`).
        _drop_output()
        return 0
    except Exception as error:  # noqa: BLE001  the last stop: whatever gets here is a bug of ours
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            print("treatyviewer: The output cannot be written: no space is left.", file=sys.stderr)
            _drop_output()
            return InputError.exit_status
        from treatyviewer.crash import report

        _tell(report(error))
        return _BUG


def _tell(said: str) -> None:
    if sys.stderr is None and sys.platform == "win32":
        # Started by its icon: there is no console in which it could be read.
        from treatyviewer.gui.box import show

        show(said)
    elif sys.stderr is not None:
        print(f"treatyviewer: {said}", file=sys.stderr)


def _drop_output() -> None:
    """Point stdout elsewhere, so that Python does not fail again while it shuts down."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str]) -> int:
    if arguments and arguments[0] in COMMANDS:
        _use_utf8()
        command = import_module(f"treatyviewer.cli.{arguments[0]}")
        result: int = command.run(arguments[1:])
        # There is none where stdout was closed.
        if sys.stdout is not None:
            sys.stdout.flush()
        return result
    from treatyviewer.cli.window import run

    return run(arguments)


def _use_utf8() -> None:
    """Text goes out as UTF-8 whatever the locale says; half of ours has no other encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
