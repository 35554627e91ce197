"""The program's commands and options as its own argument parsers have them.

The man page and the shells' completions are made from these, so they cannot tell of an option
that is not there. Each command makes its parser when it runs; it is caught at the moment when it
would parse.
"""

from __future__ import annotations

import argparse
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, NoReturn
from unittest import mock

_SOURCE = Path(__file__).resolve().parents[2] / "src"


class Argument(NamedTuple):
    """An option, or an argument by its place when it has no `flags`.

    `metavar` is "" for an option that takes no value. `takes` says what can stand there: "choice"
    (of `choices`), "entry" (a folder or `.treaty` file), "treaty", "folder", "png", "jsonl",
    "address" or "text".
    """

    flags: tuple[str, ...]
    metavar: str
    help: str
    choices: tuple[str, ...]
    takes: str
    required: bool
    repeated: bool


class Command(NamedTuple):
    """A command; the window's name is ""."""

    name: str
    description: str
    epilog: str
    arguments: tuple[Argument, ...]

    @property
    def options(self) -> tuple[Argument, ...]:
        """Those with flags."""
        return tuple(argument for argument in self.arguments if argument.flags)

    @property
    def places(self) -> tuple[Argument, ...]:
        """Those without."""
        return tuple(argument for argument in self.arguments if not argument.flags)


class _CaughtError(Exception):
    """Carries the parser out of the command that made it."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        super().__init__()
        self.parser = parser


def commands() -> tuple[Command, ...]:
    """The window first, then all commands in their order."""
    if str(_SOURCE) not in sys.path:
        sys.path.insert(0, str(_SOURCE))
    from treatyviewer.cli import COMMANDS, window_arguments

    found = [_command("", _caught(window_arguments.read))]
    for name in COMMANDS:
        module = import_module(f"treatyviewer.cli.{name}")
        found.append(_command(name, _caught(module.run)))
    return tuple(found)


def version() -> str:
    """The program's version."""
    if str(_SOURCE) not in sys.path:
        sys.path.insert(0, str(_SOURCE))
    from treatyviewer import __version__

    return __version__


def kinds() -> tuple[str, ...]:
    """What `--kind` may name: a type of its own for argparse, and so no `choices`."""
    from treatyviewer.library.kinds import KINDS

    return tuple(KINDS)


def _caught(run: Any) -> argparse.ArgumentParser:
    def catch(parser: argparse.ArgumentParser, *_: object, **__: object) -> NoReturn:
        raise _CaughtError(parser)

    with mock.patch.object(argparse.ArgumentParser, "parse_args", catch):
        try:
            run([])
        except _CaughtError as caught:
            return caught.parser
    raise SystemExit("A command parses its arguments in a way that this script does not know.")


def _command(name: str, parser: argparse.ArgumentParser) -> Command:
    arguments = tuple(_argument(action) for action in parser._actions)
    return Command(name, parser.description or "", parser.epilog or "", arguments)


def _argument(action: argparse.Action) -> Argument:
    flags = tuple(action.option_strings)
    metavar = "" if action.nargs == 0 else str(action.metavar or action.dest.upper())
    choices = tuple(str(choice) for choice in action.choices or ())
    if "--kind" in flags:
        choices = kinds()
    if "--lang" in flags:
        choices = ("en", "zh", "ru")
    if choices and not action.metavar:
        metavar = action.dest.upper()
    wanted = action.required if flags else action.nargs not in ("?", "*")
    repeated = action.nargs in ("+", "*") or isinstance(action, argparse._AppendAction)
    return Argument(
        flags,
        metavar,
        action.help or "",
        choices,
        _takes(flags, metavar, choices),
        wanted,
        repeated,
    )


_TAKES = {
    "PATH": "entry",
    "PATH | ADDRESS": "entry",
    "FOLDER": "folder",
    "FILE.treaty": "treaty",
    "FILE.jsonl": "jsonl",
    "OUT.png": "png",
    "ADDRESS": "address",
}


def _takes(flags: tuple[str, ...], metavar: str, choices: tuple[str, ...]) -> str:
    if not metavar:
        return ""
    return "choice" if choices else _TAKES.get(metavar, "text")


def plain(text: str) -> str:
    """A help text on one line."""
    return re.sub(r"\s+", " ", text).strip()
