"""One table of a TOML file, with ways to read its fields.

The tables have been checked against their schemas; what schemas cannot say (dates) is checked
here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from treatyviewer.content.block_reader import BlockReader
from treatyviewer.content.dates import read_date
from treatyviewer.content.references import Use
from treatyviewer.content.toml import TomlFile
from treatyviewer.entry import things as t
from treatyviewer.entry.blocks import Block, Paragraph, Run
from treatyviewer.entry.dates import Date
from treatyviewer.entry.language import normal

Table = Mapping[str, Any]


class Record:
    """One table of a file, with ways to read its fields. `field` is its dotted name."""

    def __init__(
        self, toml: TomlFile, table: Table, field: str, reader: BlockReader, main: str
    ) -> None:
        self._toml = toml
        self._table = table
        self._field = field
        self._reader = reader
        self._main = main
        # Blocks are numbered on through all texts of a thing, in each language.
        self._counts: dict[str, Counter[str]] = {}

    def words(self, key: str, default: str = "") -> str:
        """Plain words."""
        return str(self._table.get(key, default))

    def number(self, key: str) -> float | None:
        """A number, None where there is none."""
        value = self._table.get(key)
        return None if value is None else float(value)

    def many(self, key: str) -> tuple[str, ...]:
        """A list of words."""
        return tuple(self._table.get(key, ()))

    def texts(self, key: str) -> dict[str, str]:
        """Words by language."""
        value = self._table.get(key)
        if isinstance(value, dict):
            return {normal(tag): text for tag, text in value.items()}
        return {self._main: value} if value else {}

    def rest(self, but: tuple[str, ...]) -> dict[str, str]:
        """Words by language that stand in the table itself, beside the fields in `but`."""
        return {normal(tag): text for tag, text in self._table.items() if tag not in but}

    def prose(self, key: str) -> t.Prose:
        """A text by language."""
        value = self._table.get(key)
        if isinstance(value, dict):
            return {
                normal(tag): self.blocks(text, f"{key}.{tag}", normal(tag))
                for tag, text in value.items()
            }
        return {self._main: self.blocks(value, key, self._main)} if value else {}

    def line(self, key: str) -> dict[str, tuple[Run, ...]]:
        """A text of one paragraph by language; a problem where it is more."""
        found: dict[str, tuple[Run, ...]] = {}
        for language, blocks in self.prose(key).items():
            match blocks:
                case (Paragraph(_, runs),):
                    found[language] = runs
                case _:
                    self._reader.problems.append(
                        self._toml.problem(
                            f"{self._field}.{key}",
                            f"“{key}” is not a single paragraph.",
                            "Write one, without empty lines, lists or headings.",
                        )
                    )
        return found

    def blocks(self, text: str, key: str, language: str) -> tuple[Block, ...]:
        """A text in one language."""
        field = f"{self._field}.{key}"
        counts = self._counts.setdefault(language, Counter())
        lines = self._toml.text_lines(field)
        return self._reader.prose(text, self._toml.name, lines, field, language, counts)

    def sources(self, key: str = "sources") -> tuple[t.SourceRef, ...]:
        """Sources with their locators: `ID` or `ID, LOCATOR`."""
        found: list[t.SourceRef] = []
        for number, text in enumerate(self.many(key)):
            id, _, locator = text.partition(",")
            found.append(t.SourceRef(id.strip(), locator.strip()))
            self.refer("citation", id.strip(), f"{key}.{number}")
        return tuple(found)

    def refer(self, kind: str, target: str, key: str) -> None:
        """A field refers to something."""
        field = f"{self._field}.{key}"
        use = Use(kind, target, self._toml.name, self._toml.line(field), "", field)
        self._reader.references.add(use)

    def links(self, key: str, within: str = "") -> tuple[str, ...]:
        """A list of ids of other things in the entry; `within` is their collection, if any."""
        ids = self.many(key)
        for number, id in enumerate(ids):
            self.link(f"{within}/{id}" if within else id, f"{key}.{number}")
        return ids

    def link(self, target: str, key: str) -> str:
        """A field that names another place of the entry; "" names none."""
        if target:
            self.refer("link", f"{self._reader.references.entry}/{target}", key)
        return target

    def date(self, key: str) -> Date | None:
        """A date; a problem where it is none."""
        value = self._table.get(key)
        if value is None:
            return None
        try:
            return read_date(str(value))
        except ValueError as error:
            self._reader.problems.append(
                self._toml.problem(
                    f"{self._field}.{key}",
                    str(error),
                    "Write an EDTF date: 1950-02-14, 1950-02, 1960-07-16/1960-07-18 or 1963~.",
                )
            )
            return None

    def basis(self, key: str = "basis") -> str:
        """What it rests on."""
        return self.words(key, t.BY_SOURCE)

    def below(self, key: str) -> Iterator[Record]:
        """The tables of a list in this one."""
        for number, table in enumerate(self._table.get(key, ())):
            yield Record(
                self._toml, table, f"{self._field}.{key}.{number}", self._reader, self._main
            )

    def by_language(self, key: str) -> Iterator[tuple[str, Record]]:
        """The tables of a table by language."""
        for tag, table in self._table.get(key, {}).items():
            field = f"{self._field}.{key}.{tag}"
            yield normal(tag), Record(self._toml, table, field, self._reader, self._main)


def records(toml: TomlFile, key: str, reader: BlockReader, main: str) -> Iterator[Record]:
    """The tables of a list at the top of a file."""
    for number, table in enumerate(toml.data.get(key, ())):
        yield Record(toml, table, f"{key}.{number}", reader, main)
