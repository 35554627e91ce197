"""What the commands share: arguments, opening a library, progress."""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from treatyviewer.entry.language import normal, well_formed
from treatyviewer.library.library import DamagedError, Library
from treatyviewer.library.shelf import shelf
from treatyviewer.paths import shipped_entry

# Seconds before progress is shown: what is quicker needs none.
_PATIENCE = 0.5


def command(name: str, description: str) -> argparse.ArgumentParser:
    """The argument parser of a command, with the options that all commands have."""
    parser = argparse.ArgumentParser(
        prog=f"treatyviewer {name}", description=description, allow_abbrev=False
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to print it (text)"
    )
    add_language(parser)
    return parser


def add_language(parser: argparse.ArgumentParser, default: str = "en") -> None:
    """The option `--lang`; "" is what the window takes for the reader's own language."""
    parser.add_argument(
        "--lang",
        type=_language,
        default=default or None,
        metavar="TAG",
        help="language of titles and texts, where there is a choice: en, zh, ru "
        f"({default or 'the one in the settings'})",
    )


def add_library(parser: argparse.ArgumentParser, *names: str, **options: Any) -> None:
    """The option or argument that names a library."""
    parser.add_argument(
        *names,
        type=Path,
        default=None,
        metavar="PATH",
        help="an entry's folder, or a folder of them (the entry that comes with the program)",
        **options,
    )


def _language(text: str) -> str:
    tag = normal(text)
    if not well_formed(tag):
        raise argparse.ArgumentTypeError(f"“{text}” is not a language tag such as en, zh or ru")
    return tag


def with_library(path: Path | None, work: Callable[[Library], int]) -> int:
    """Do some work over the library at a path (the shipped entry for None); its exit status.

    Progress goes to stderr if the library takes long to prepare. A library file that turns
    out damaged is made anew, and the work done once more: it is printed when it is whole.
    """
    what = shelf(path or shipped_entry())
    with ProgressLine() as progress:
        library = what.open(progress)
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            status = work(library)
    except DamagedError:
        library.close()
        with ProgressLine() as progress:
            library = what.compile(progress)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            status = work(library)
    print(printed.getvalue(), end="")
    return status


def print_json(values: object) -> None:
    """JSON on stdout, readable by eye."""
    print(json.dumps(values, ensure_ascii=False, indent=2))


class ProgressLine:
    """A line on stderr that counts; Ctrl+C ends the work.

    On a terminal one line is rewritten. Elsewhere (a log) there is one line at the beginning
    and one at the end, and nothing for work that is quick.
    """

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._shown = ""
        # There is none where stderr was closed.
        self._terminal = sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._shown and self._terminal:
            print("\r" + " " * len(self._shown) + "\r", end="", file=sys.stderr, flush=True)
        elif self._shown and kind is None:
            seconds = time.monotonic() - self._began
            print(f"The library was prepared in {seconds:.1f} s.", file=sys.stderr)

    def __call__(self, done: int, total: int) -> None:
        if time.monotonic() - self._began < _PATIENCE:
            return
        said = f"Preparing the library: {100 * done // max(1, total)} % (Ctrl+C stops)"
        if self._terminal:
            if said != self._shown:
                print("\r" + said, end="", file=sys.stderr, flush=True)
        elif not self._shown:
            print("Preparing the library ...", file=sys.stderr, flush=True)
        self._shown = said
