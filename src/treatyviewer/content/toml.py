"""TOML with places: which line a field stands on, so that a problem can be pointed at."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from treatyviewer.errors import ContentError, Problem

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]#]+?)\s*\]\]?")
_KEY = re.compile(r"""\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*[A-Za-z0-9_-]+)*)\s*=""")
_DECODE_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A TOML file that was read. `name` is how the author would name it."""

    name: str
    data: Mapping[str, Any]
    lines: Mapping[str, int]
    text: str = ""

    def line(self, field: str) -> int:
        """The line of a dotted field (`parts.0.title`), or of the nearest one that encloses it."""
        while field:
            if field in self.lines:
                return self.lines[field]
            field = field.rpartition(".")[0]
        return 1

    def text_line(self, field: str) -> int:
        """The line on which the words of a field begin: behind opening quotes, or below them."""
        line = self.line(field)
        lines = self.text.split("\n")
        opened = 0 < line <= len(lines) and lines[line - 1].rstrip().endswith(('"""', "'''"))
        # Quotes that also close on this line hold the words themselves.
        return (
            line + 1
            if opened and lines[line - 1].count(lines[line - 1].rstrip()[-3:]) == 1
            else line
        )

    def problem(self, field: str, message: str, advice: str = "") -> Problem:
        """A problem with one field of this file."""
        return Problem(self.name, self.line(field), field, message, advice)


def parse_toml(name: str, data: bytes) -> TomlFile:
    """Parse one TOML file; `name` is how the author would name it. Raises `ContentError`."""
    text = decode(name, data)
    if not text.strip():
        problem = Problem(
            name,
            1,
            "",
            "The file is empty.",
            "Put its text back, or take it from a copy that works.",
        )
        raise ContentError((problem,))
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError((_syntax_problem(name, text, str(error)),)) from None
    return TomlFile(name, values, field_lines(text), text)


def decode(name: str, data: bytes) -> str:
    """A file's text. Raises `ContentError` when it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
    problem = Problem(
        name,
        line,
        "",
        "The file is not UTF-8 text here.",
        "Save it again with the encoding UTF-8.",
    )
    raise ContentError((problem,))


def _syntax_problem(name: str, text: str, message: str) -> Problem:
    place = _DECODE_PLACE.search(message)
    line = text.count("\n") + 1
    where = ""
    if place and place[1]:
        line = int(place[1])
        where = f" at column {place[2]}"
    said = _DECODE_PLACE.sub("", message)
    said = said[:1].lower() + said[1:]
    return Problem(
        name, line, "", f"This is not valid TOML{where}: {said}.", "Mend this line and try again."
    )


def field_lines(text: str) -> dict[str, int]:
    """The line on which each field of a TOML text begins, by dotted name with list indices.

    Good enough to point at a place: keys inside inline tables are found on the line of the
    field that holds them, and the insides of multi-line strings are passed over.
    """
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    prefix = ""
    closing = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if closing:
            if closing in line:
                closing = ""
            continue
        header = _HEADER.match(line)
        if header:
            prefix = _resolve(_clean(header[2]), header[1] == "[[", counts)
            lines.setdefault(prefix, number)
        elif key := _KEY.match(line):
            field = f"{prefix}.{_clean(key[1])}" if prefix else _clean(key[1])
            lines.setdefault(field, number)
            for quotes in ('"""', "'''"):
                if line.count(quotes) % 2:
                    closing = quotes
    return lines


def _clean(name: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in name.split("."))


def _resolve(name: str, is_list: bool, counts: dict[str, int]) -> str:
    """The dotted name with the index of the current item behind every list in it."""
    resolved = ""
    parts = name.split(".")
    for position, part in enumerate(parts):
        resolved = f"{resolved}.{part}" if resolved else part
        if position == len(parts) - 1 and is_list:
            counts[resolved] = counts.get(resolved, -1) + 1
        if resolved in counts:
            resolved += f".{counts[resolved]}"
    return resolved
