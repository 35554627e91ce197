"""What a test of the packages tells: one line for each thing tried, the whole story in a log."""

from __future__ import annotations

import contextlib
import shutil
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
RESULTS = REPOSITORY / "build" / "installers" / "tests"


class Stop(Exception):
    """What failed makes all that would follow meaningless."""


class Report:
    """The lines of one test; its folder holds the log and the pictures."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.failures = 0
        self.folder = RESULTS / name
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self._log = (self.folder / "log.txt").open("w", encoding="utf-8")

    def say(self, text: str) -> None:
        """A line for the log."""
        self._log.write(f"{text.rstrip()}\n")
        self._log.flush()

    def note(self, text: str) -> None:
        """A line that is no verdict: a figure, or what could not be tried."""
        print(f"     {self.name}: {text}", flush=True)
        self.say(f"NOTE {text}")

    def close(self) -> None:
        """Nothing more is told."""
        self._log.close()

    @contextlib.contextmanager
    def test(self, what: str, *, vital: bool = False) -> Iterator[None]:
        """Try something: `ok` if nothing is raised. After a vital one that fails, nothing else."""
        self.say(f"\n=== {what}")
        began = time.monotonic()
        try:
            yield
        except Stop:
            raise
        except Exception as error:
            # Whatever it is: it is told, and the other tests go on.
            self.failures += 1
            lines = str(error).strip().splitlines() or [type(error).__name__]
            print(f"FAIL {self.name}: {what}: {lines[0]}", flush=True)
            self.say(f"{traceback.format_exc()}FAIL {what}")
            if vital:
                raise Stop(what) from error
        else:
            print(f"ok   {self.name}: {what}", flush=True)
            self.say(f"ok   {what} ({time.monotonic() - began:.1f} s)")


def run(name: str, work: Callable[[Report], None]) -> None:
    """Run a test and end the process with its verdict."""
    report = Report(name)
    try:
        work(report)
    except Stop as stopped:
        report.note(f"what would have followed was left out ({stopped})")
    report.close()
    if report.failures:
        print(f"     {name}: the log is {report.folder / 'log.txt'}", flush=True)
    sys.exit(1 if report.failures else 0)


def must(holds: object, otherwise: str) -> None:
    """Raise unless it holds (an `assert` that also says what was found)."""
    if not holds:
        raise AssertionError(otherwise)
