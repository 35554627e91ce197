"""An entry's files into one frozen `Entry`, with everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from treatyviewer.content import claims as claim_reading
from treatyviewer.content import consistency
from treatyviewer.content import things as make
from treatyviewer.content.files import EntryFiles, open_files
from treatyviewer.content.folder import MANIFEST
from treatyviewer.content.manifest import Manifest, read_manifest
from treatyviewer.content.markdown import SectionReader
from treatyviewer.content.names import Names, named
from treatyviewer.content.record import Record, records
from treatyviewer.content.references import Picture, References, Use
from treatyviewer.content.schema import schema_problems
from treatyviewer.content.sections import SECTIONS, OutlineReader
from treatyviewer.content.tables import COLLECTIONS, SOURCES, read_tables, tables
from treatyviewer.content.toml import parse_toml
from treatyviewer.entry import things as t
from treatyviewer.entry.language import normal
from treatyviewer.entry.model import Entry, Section
from treatyviewer.errors import ContentError, Problem

__all__ = ["SECTIONS", "EntryReader", "read_entry"]

# Called with the number of section files read so far; raises to stop.
Tick = Callable[[int], None]


def _no_tick(_done: int) -> None:
    """Nobody is watching."""


def read_entry(files: Path | EntryFiles, tick: Tick = _no_tick) -> Entry:
    """Read the entry in some files, or at a path: a folder or a `.treaty` file.

    Raises `ContentError` with all problems found. `tick` is called after each section with the
    number read; what it raises is passed on.
    """
    reader = EntryReader(open_files(files) if isinstance(files, Path) else files, tick)
    entry = reader.read()
    if reader.problems:
        raise ContentError(tuple(sorted(reader.problems, key=lambda p: (p.file, p.line))))
    return entry


class EntryReader:
    """Reads one entry. After `read`, `problems` are those that keep it from being shown right,
    and `uses` all references in it.
    """

    def __init__(self, files: EntryFiles, tick: Tick = _no_tick) -> None:
        """Raises `ContentError` where the manifest or the form of a file is wrong."""
        self.files = files
        self.manifest_file = parse_toml(files.shown(MANIFEST), files.read(MANIFEST))
        problems: list[Problem] = []
        try:
            self.manifest: Manifest = read_manifest(self.manifest_file)
        except ContentError as error:
            problems.extend(error.problems)
        else:
            # Only facts are left to the schema; loading the validator takes a tenth of a second.
            has_facts = "facts" in self.manifest_file.data
            found = schema_problems(self.manifest_file, "entry") if has_facts else []
            problems.extend(p for p in found if p.field.startswith("facts"))
        self.tables, wrong = read_tables(files)
        problems.extend(wrong)
        if problems:
            # Of a file that is not in order one cannot say what is missing elsewhere.
            raise ContentError(tuple(problems))
        claims = tables(self.tables, "claims.toml", "claims")
        self._references = References(
            self.manifest.id,
            {claim["id"]: claim["verdict"] for claim in claims},
            dict(self._pictures()),
        )
        self._reader = SectionReader(self._references)
        self._tick = tick
        self.problems: list[Problem] = []

    @property
    def uses(self) -> list[Use]:
        """All references in the entry."""
        return self._references.uses

    def read(self) -> Entry:
        """The entry, as far as it could be read."""
        manifest = self.manifest
        main = manifest.languages[0]
        outline = OutlineReader(self.files, manifest, self._reader, self._tick, self._text_above)
        parts = outline.parts()
        sections = [
            section
            for part in parts
            for line in part.sections
            if isinstance(line, Section)
            for section in line.walk()
        ]
        things = self._things(main)
        marked = claim_reading.places(sections, main)
        claims = [
            claim
            for record in self._records("claims.toml", "claims")
            if (claim := claim_reading.claim(record, marked))
        ]
        facts = [
            make.fact(record) for record in records(self.manifest_file, "facts", self._reader, main)
        ]
        periods = [make.period(record) for record in self._records("timeline.toml", "periods")]
        aliases = [make.alias_group(record) for record in self._records("aliases.toml", "aliases")]
        names = Names(manifest.id, main)
        names.add_outline(parts)
        for collection, members in things.items():
            names.add_things(collection, members)
        names.add_claims(claims)
        self.problems += outline.problems
        self.problems += self._reader.problems
        self.problems += consistency.twice(outline.places, self.tables)
        self.problems += consistency.unmarked(frozenset(marked), self.tables, self.uses)
        self.problems += consistency.unseen(parts, things, self.manifest_file, self.files)
        self.problems += consistency.lost_pictures(self.uses, self.files)
        sources = frozenset(source.id for source in things["sources"])
        self.problems += names.dead(self.uses, sources)
        whole = Entry(
            manifest.id,
            manifest.edition,
            manifest.version,
            manifest.licence,
            manifest.kind,
            main,
            manifest.languages,
            manifest.titles,
            parts,
            tuple(facts),
            tuple(claims),
            things,
            tuple(periods),
            tuple(aliases),
            tuple(name for name in self.files.names("media")),
        )
        return named(whole, names)

    # --- reading ------------------------------------------------------------------------------

    def _records(self, file: str, key: str) -> Iterator[Record]:
        if file in self.tables:
            main = self.manifest.languages[0]
            yield from records(self.tables[file], key, self._reader, main)

    def _text_above(self, field: str) -> t.Prose:
        """The text above the things on the page of a collection."""
        _, part, _, line = field.split(".")
        table = self.manifest_file.data["parts"][int(part)]["sections"][int(line)]
        main = self.manifest.languages[0]
        return Record(self.manifest_file, table, field, self._reader, main).prose("text")

    def _things(self, main: str) -> dict[str, tuple[t.Thing, ...]]:
        found: dict[str, tuple[t.Thing, ...]] = {}
        for collection, maker in make.MAKERS.items():
            shelf = COLLECTIONS[collection]
            found[collection] = tuple(
                maker(record) for record in self._records(shelf.file, shelf.key)
            )
        items = tables(self.tables, SOURCES, "sources")
        found["sources"] = tuple(make.source(item) for item in items)
        return found

    def _pictures(self) -> Iterator[tuple[str, Picture]]:
        main = self.manifest.languages[0]
        for table in tables(self.tables, "media.toml", "pictures"):
            yield (
                str(table["file"]),
                Picture(
                    str(table.get("alt", "")),
                    _by_language(table.get("caption"), main),
                    str(table.get("credit", "")),
                    str(table.get("licence", "")),
                ),
            )


def _by_language(value: Any, main: str) -> dict[str, str]:
    if isinstance(value, dict):
        return {normal(tag): text for tag, text in value.items()}
    return {main: value} if value else {}
