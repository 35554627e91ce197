"""TOML with places: which line a field stands on, so that a problem can be pointed at."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from treatyviewer.content.toml_lines import toml_lines
from treatyviewer.errors import ContentError, Problem

_DECODE_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A TOML file that was read. `name` is how the author would name it."""

    name: str
    data: Mapping[str, Any]
    lines: Mapping[str, int]
    words: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def line(self, field: str) -> int:
        """The line of a dotted field (`parts.0.title`), or of the nearest one that encloses it."""
        while field:
            if field in self.lines:
                return self.lines[field]
            field = field.rpartition(".")[0]
        return 1

    def text_lines(self, field: str) -> tuple[int, int]:
        """The line on which the words of a field begin, and the last that they can stand on.

        They begin behind the opening quotes or below them; a text in single quotes has all its
        lines on one of the file's.
        """
        line = self.line(field)
        return self.words.get(field, (line, line))

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
    except RecursionError:
        message = "Lists and tables stand too deep in each other here."
        raise ContentError((Problem(name, 0, "", message, "Write them flat."),)) from None
    lines = toml_lines(text)
    return TomlFile(name, values, lines.fields, lines.words)


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
