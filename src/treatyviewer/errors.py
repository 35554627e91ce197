"""What can go wrong, in two kinds: the world's and ours.

The world's errors are caught, and shown as a person would say them: what is wrong, where, and
what to do. Anything else that is raised is a bug of ours: it is written to a report, and the
program says so (see `treatyviewer.cli.main` and `treatyviewer.gui.app`).

    TreatyViewerError          the world's; never shown as a traceback
    ├── InputError             what was asked for cannot be used            (exit status 2)
    │   ├── ContentError       an entry that cannot be read, with its problems
    │   ├── AddressError       an address that cannot be parsed
    │   └── NotFoundError      a well-formed address or path that leads nowhere
    │       └── NoEntryError   an address in an entry that is not here
    ├── LibraryError           the library file cannot be made or read      (exit status 2)
    └── Cancelled              somebody asked for it; nothing was kept      (exit status 130)
"""

from __future__ import annotations

from treatyviewer.tuples import NamedTuple


class TreatyViewerError(Exception):
    """An error of the world's.

    `message` says what is wrong, `place` where ("" when nowhere in particular) and `advice`
    what to do next ("" when nothing sensible can be said).

    What is set into both is best given as `values` for names in braces: then the window can tell
    the same in other languages. `templates` are message and advice as they were given.
    """

    exit_status = 2

    def __init__(
        self, message: str, *, place: str = "", advice: str = "", **values: object
    ) -> None:
        self.templates = (message, advice)
        self.values = values
        if values:
            message, advice = message.format(**values), advice.format(**values)
        super().__init__(message)
        self.message = message
        self.place = place
        self.advice = advice

    def __str__(self) -> str:
        head = f"{self.place}: {self.message}" if self.place else self.message
        return f"{head} {self.advice}" if self.advice else head


class InputError(TreatyViewerError):
    """What was asked for cannot be used as it is."""


class AddressError(InputError):
    """An address that cannot be parsed."""


class NotFoundError(InputError):
    """A well-formed address or path that leads nowhere."""


class NoEntryError(NotFoundError):
    """An address in an entry that is not here."""


class LibraryError(TreatyViewerError):
    """The library file cannot be made or read."""


class Cancelled(TreatyViewerError):
    """Somebody asked for the work to stop; nothing of it was kept."""

    exit_status = 130


class Problem(NamedTuple):
    """One thing that is wrong with an entry.

    `file` is the path as the author would name it; `line` counts from 1, 0 meaning the whole
    file; `field` is a dotted TOML key or "".
    """

    file: str
    line: int
    field: str
    message: str
    advice: str = ""

    @property
    def place(self) -> str:
        """`FILE`, `FILE:LINE` or `FILE:LINE (FIELD)`, as compilers write it."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where} ({self.field})" if self.field else where

    def __str__(self) -> str:
        return " ".join(part for part in (f"{self.place}:", self.message, self.advice) if part)


class ContentError(InputError):
    """An entry that cannot be read. `problems` is never empty; the first one is the message."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        super().__init__(first.message, place=first.place, advice=first.advice)
        self.problems = problems

    def __str__(self) -> str:
        """Every problem, one a line."""
        return "\n".join(str(problem) for problem in self.problems)
