"""JSON with places, in the form in which TOML files are handed on: `sources.json`."""

from __future__ import annotations

import json
import re
from typing import NoReturn

from treatyviewer.content.toml import TomlFile, decode
from treatyviewer.errors import ContentError, Problem

# In JSON that was parsed before, everything else is white space.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
_ADVICE = "Mend this line and try again."


def parse_json(name: str, data: bytes, key: str = "sources") -> TomlFile:
    """Parse one JSON file that is a list. Raises `ContentError` for what is no JSON.

    The list is found under `key`, as if it were that list of a TOML file, and so are its lines:
    `sources.0.type`.
    """
    text = decode(name, data)
    if not text.strip():
        raise _refused(name, 1, "The file is empty.", "Write [ ] for a list without sources.")
    try:
        values = json.loads(text, parse_constant=_constant)
    except json.JSONDecodeError as error:
        said = error.msg[:1].lower() + error.msg[1:]
        message = f"This is not valid JSON at column {error.colno}: {said}."
        raise _refused(name, error.lineno, message, _ADVICE) from None
    except ValueError as error:
        # A number of thousands of digits, or NaN, which is none: no place is told.
        raise _refused(name, 0, f"This is not valid JSON: {error}.", "Mend it.") from None
    except RecursionError:
        message = "Lists and tables stand too deep in each other here."
        raise _refused(name, 0, message, "Write a list of sources.") from None
    lines = {f"{key}.{field}" if field else key: at for field, at in json_lines(text).items()}
    return TomlFile(name, {key: values}, lines)


def _refused(name: str, line: int, message: str, advice: str) -> ContentError:
    return ContentError((Problem(name, line, "", message, advice),))


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def json_lines(text: str) -> dict[str, int]:
    """The line on which each value of a JSON text begins, by dotted name with list indices.

    The text must be valid JSON. "" is the whole. A field is where its name stands; an item of
    the outermost list is where its `id` stands, for that is what an author knows it by.
    """
    lines: dict[str, int] = {}
    # Of every list and table that is open: its name, and the index or the field of what comes
    # next; None where the name of a field comes next.
    open_: list[tuple[str, int | str | None]] = []
    line, at = 1, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        token = match[0]
        if token in "]}":
            open_.pop()
        elif token == ",":
            holder, next_ = open_[-1]
            open_[-1] = (holder, next_ + 1 if isinstance(next_, int) else None)
        elif token == ":":
            continue
        elif open_ and open_[-1][1] is None:
            holder, _ = open_[-1]
            field = json.loads(token)
            open_[-1] = (holder, field)
            name = f"{holder}.{field}" if holder else field
            lines[name] = line
            if field == "id" and holder.isdecimal():
                lines[holder] = line
        else:
            name = _name(open_)
            lines.setdefault(name, line)
            if token in "[{":
                open_.append((name, 0 if token == "[" else None))
    return lines


def _name(open_: list[tuple[str, int | str | None]]) -> str:
    """The name of the value that begins here."""
    if not open_:
        return ""
    holder, next_ = open_[-1]
    return f"{holder}.{next_}" if holder else str(next_)
