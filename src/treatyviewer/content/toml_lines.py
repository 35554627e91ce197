"""Where the fields of a TOML text stand, which `tomllib` does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatyviewer.tuples import NamedTuple

# In TOML that was parsed before, everything else is white space.
_TOKEN = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+"{3,5}'
    r"|'''(?:[^']++|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|\#[^\n]*+"
    r"|[\n\[\]{},=]"
    r"|[^\s\[\]{},=\#\"']++",
    re.DOTALL,
)


class Lines(NamedTuple):
    """`fields`: the line on which each field begins, by dotted name with list indices.
    `words`: of each string, the line on which its words begin, and its last line.
    """

    fields: dict[str, int]
    words: dict[str, tuple[int, int]]


def toml_lines(text: str) -> Lines:
    """The lines of a TOML text, which must be valid."""
    return _Scanner(text).lines()


class _Token(NamedTuple):
    text: str
    first: int
    last: int


class _Scanner:
    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._next: _Token | None = None
        self._found = Lines({}, {})
        # How many tables there are so far in each list of tables.
        self._counts: dict[str, int] = {}

    def lines(self) -> Lines:
        prefix = ""
        while token := self._take():
            if token.text == "\n":
                continue
            if token.text == "[":
                prefix = self._header(token.first)
            else:
                self._pair(prefix, token)
        return self._found

    def _take(self) -> _Token | None:
        token, self._next = self._next or next(self._tokens, None), None
        return token

    def _header(self, line: int) -> str:
        """`[name]` or `[[name]]`, behind its first bracket."""
        name, opened = "", 1
        while (token := self._take()) and token.text != "\n":
            if token.text == "[":
                opened += 1
            elif token.text != "]":
                name += token.text
        prefix = self._resolve(_clean(name), opened > 1)
        self._found.fields.setdefault(prefix, line)
        return prefix

    def _resolve(self, name: str, is_list: bool) -> str:
        """The dotted name with the index of the current item behind every list in it."""
        resolved = ""
        parts = name.split(".")
        for position, part in enumerate(parts):
            resolved = f"{resolved}.{part}" if resolved else part
            if position == len(parts) - 1 and is_list:
                self._counts[resolved] = self._counts.get(resolved, -1) + 1
            if resolved in self._counts:
                resolved += f".{self._counts[resolved]}"
        return resolved

    def _pair(self, prefix: str, first: _Token) -> None:
        """`key = value`, behind the first piece of the key."""
        name = first.text
        while (token := self._take()) and token.text != "=":
            name += token.text
        field = f"{prefix}.{_clean(name)}" if prefix else _clean(name)
        self._found.fields.setdefault(field, first.first)
        self._value(field)

    def _value(self, field: str) -> None:
        token = self._take()
        while token and token.text == "\n":
            token = self._take()
        if token is None:
            return
        if token.text == "[":
            self._array(field)
        elif token.text == "{":
            self._inline_table(field)
        elif token.text[0] in "\"'":
            below = re.match(r"(\"\"\"|''')\r?\n", token.text)
            self._found.words[field] = (token.first + (1 if below else 0), token.last)
        else:
            # A date and a time stand apart, and are one value.
            while (token := self._take()) and token.text not in ("\n", ",", "]", "}"):
                continue
            self._next = token

    def _array(self, field: str) -> None:
        number = 0
        while (token := self._take()) and token.text != "]":
            if token.text in ("\n", ","):
                continue
            self._next = token
            item = f"{field}.{number}"
            self._found.fields.setdefault(item, token.first)
            self._value(item)
            number += 1

    def _inline_table(self, field: str) -> None:
        while (token := self._take()) and token.text != "}":
            if token.text not in ("\n", ","):
                self._pair(field, token)


def _tokens(text: str) -> Iterator[_Token]:
    line, at = 1, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        if not match[0].startswith("#"):
            yield _Token(match[0], line, line + match[0].rstrip("\n").count("\n"))


def _clean(name: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in name.split("."))
