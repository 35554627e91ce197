"""The man page, made of the program's own argument parsers."""

from __future__ import annotations

import re
import time
from pathlib import Path

from program import Argument, Command, plain

_FILES = Path(__file__).resolve().parent / "manual-files.txt"


def manual(commands: tuple[Command, ...], version: str, epoch: int) -> str:
    """The page in the man macros, dated to the commit that it is made from."""
    day = time.strftime("%Y-%m-%d", time.gmtime(epoch))
    window = commands[0]
    lines = [
        f'.TH TREATYVIEWER 1 "{day}" "Treaty Viewer {version}" "User Commands"',
        ".SH NAME",
        r"treatyviewer \- read a historical treaty with the evidence behind each claim",
        ".SH SYNOPSIS",
    ]
    for command in commands:
        lines += _synopsis(command)
    lines += [".SH DESCRIPTION", _escaped(plain(window.description)), ".PP"]
    lines += [
        "It never goes to the network. What the window can do that needs no eyes, the commands",
        "can do too, as text or JSON.",
        ".SH OPTIONS OF THE WINDOW",
    ]
    for argument in (*window.places, *window.options):
        lines += _described(argument)
    lines.append(".SH COMMANDS")
    lines.append("A command's name wins over a path: write ./search for a folder of that name.")
    for command in commands[1:]:
        lines += [f".SS {command.name}", _escaped(plain(command.description))]
        for argument in (*command.places, *command.options):
            if "--help" not in argument.flags:
                lines += _described(argument)
        if command.epilog:
            lines += [".PP", ".nf", *map(_literal, command.epilog.strip().splitlines()), ".fi"]
    lines += _FILES.read_text(encoding="utf-8").splitlines()
    return "\n".join(lines) + "\n"


def _synopsis(command: Command) -> list[str]:
    parts = [
        f"\\fBtreatyviewer{' ' + command.name if command.name else ''}\\fR",
        "[\\fIOPTION\\fR]...",
    ]
    for place in command.places:
        name = rf"\fI{_escaped(place.metavar)}\fR" + ("..." if place.repeated else "")
        parts.append(name if place.required else f"[{name}]")
    return [" ".join(parts), ".br"]


def _described(argument: Argument) -> list[str]:
    value = f" \\fI{_escaped(argument.metavar)}\\fR" if argument.metavar else ""
    if argument.flags:
        head = ", ".join(f"\\fB{_escaped(flag)}\\fR{value}" for flag in argument.flags)
    else:
        head = value.strip()
    text = plain(argument.help)
    if argument.takes == "choice" and not all(choice in text for choice in argument.choices):
        text += ": " + ", ".join(argument.choices)
    return [".TP", head, _escaped(text[:1].upper() + text[1:] + ".")]


def _literal(line: str) -> str:
    return _escaped(line) if line.strip() else ".sp"


def _escaped(text: str) -> str:
    """What would be a command of the formatter stands as itself."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace("…", "...")
    text = re.sub("[“”]", '"', text)
    return r"\&" + text if text.startswith((".", "'")) else text
