"""An entry's files into one frozen `Entry`, with everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

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
from treatyviewer.content.tables import COLLECTIONS, FILES, MEDIA, SOURCES, read_tables, tables
from treatyviewer.content.toml import TomlFile, parse_toml
from treatyviewer.entry import things as t
from treatyviewer.entry.model import Entry, Part, Section
from treatyviewer.errors import ContentError, Problem
from treatyviewer.tuples import NamedTuple

__all__ = ["SECTIONS", "EntryReader", "in_order", "read_entry"]

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
        raise ContentError(in_order(reader.problems))
    return entry


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by file and line."""
    return tuple(sorted(problems, key=lambda problem: (problem.file, problem.line)))


def _left_to_the_schema(manifest: TomlFile) -> Iterator[Problem]:
    """What is wrong with the facts and texts of a manifest; of all else it has been said.

    Without these the validator is not loaded, which takes a tenth of a second.
    """
    lines = (line for part in manifest.data["parts"] for line in part["sections"])
    if "facts" in manifest.data or any("text" in line for line in lines):
        for problem in schema_problems(manifest, "entry"):
            if problem.field.startswith("facts") or ".text" in problem.field:
                yield problem


class _Read(NamedTuple):
    """What stands in the files of an entry."""

    parts: tuple[Part, ...]
    # Where each section begins.
    places: Mapping[str, tuple[str, int]]
    things: Mapping[str, tuple[t.Thing, ...]]
    marked: frozenset[str]
    claims: tuple[t.Claim, ...]
    facts: tuple[t.Fact, ...]
    periods: tuple[t.Period, ...]
    aliases: tuple[t.AliasGroup, ...]


class EntryReader:
    """Reads one entry. After `read`, `problems` are those that keep it from being shown right,
    and `uses` all references in it.

    `tables` are the files beside the manifest whose form is in order, by name; `whole` says
    whether all are. Of a file that is not one cannot say what is missing elsewhere.
    """

    def __init__(self, files: EntryFiles, tick: Tick = _no_tick) -> None:
        """Raises `ContentError` where the manifest cannot be read."""
        self.files = files
        self._tick = tick
        found, wrong = read_tables(files)
        try:
            self.manifest_file = parse_toml(files.shown(MANIFEST), files.read(MANIFEST))
            self.manifest: Manifest = read_manifest(self.manifest_file)
        except ContentError as error:
            raise ContentError(in_order((*error.problems, *wrong))) from None
        wrong += _left_to_the_schema(self.manifest_file)
        self._main = self.manifest.languages[0]
        self._references = References(self.manifest.id)
        self._reader = SectionReader(self._references)
        self.problems: list[Problem] = wrong
        damaged = {problem.file for problem in wrong}
        self.whole = damaged.isdisjoint(files.shown(name) for name in (MANIFEST, *FILES))
        self._manifest_in_form = self.manifest_file.name not in damaged
        self.tables = {name: file for name, file in found.items() if file.name not in damaged}

    @property
    def uses(self) -> list[Use]:
        """All references in the entry."""
        return self._references.uses

    def read(self) -> Entry:
        """The entry, as far as it could be read. Raises `ContentError` where the form of a file is
        wrong, with what is wrong by itself in the others.
        """
        manifest = self.manifest
        found = self._read()
        if not self.whole:
            raise ContentError(in_order(self.problems))
        names = Names(manifest.id, self._main, manifest.titles)
        names.add_outline(found.parts)
        for collection, members in found.things.items():
            names.add_things(collection, members)
        names.add_claims(found.claims)
        self.problems += consistency.unmarked(found.marked, self.tables, self.uses)
        self.problems += consistency.unseen(manifest, found.things, self.manifest_file, self.files)
        sources = frozenset(source.id for source in found.things["sources"])
        self.problems += names.dead(self.uses, sources)
        whole = Entry(
            manifest.id,
            manifest.edition,
            manifest.version,
            manifest.licence,
            manifest.kind,
            self._main,
            manifest.languages,
            manifest.titles,
            found.parts,
            found.facts,
            found.claims,
            found.things,
            found.periods,
            found.aliases,
            tuple(self.files.names(MEDIA)),
        )
        return named(whole, names)

    # --- reading ------------------------------------------------------------------------------

    def _read(self) -> _Read:
        """All files that are in order, with what is wrong in each by itself."""
        self._references.verdicts.update(
            (claim["id"], claim["verdict"])
            for claim in tables(self.tables, "claims.toml", "claims")
        )
        self._references.pictures = dict(self._pictures())
        outline = OutlineReader(
            self.files, self.manifest, self._reader, self._tick, self._text_above
        )
        parts = outline.parts()
        sections = [
            section
            for part in parts
            for line in part.sections
            if isinstance(line, Section)
            for section in line.walk()
        ]
        marked = claim_reading.places(sections, self._main)
        facts: Iterable[Record] = ()
        if self._manifest_in_form:
            facts = records(self.manifest_file, "facts", self._reader, self._main)
        claims = (
            claim_reading.claim(record, marked) for record in self._records("claims.toml", "claims")
        )
        found = _Read(
            parts,
            outline.places,
            self._things(),
            frozenset(marked),
            tuple(claim for claim in claims if claim),
            tuple(make.fact(record) for record in facts),
            tuple(make.period(record) for record in self._records("timeline.toml", "periods")),
            tuple(make.alias_group(record) for record in self._records("aliases.toml", "aliases")),
        )
        self.problems += outline.problems
        self.problems += self._reader.problems
        self.problems += consistency.twice(outline.places, self.tables)
        self.problems += consistency.lost_pictures(self.uses, self.files)
        return found

    def _records(self, file: str, key: str) -> Iterator[Record]:
        if file in self.tables:
            yield from records(self.tables[file], key, self._reader, self._main)

    def _text_above(self, field: str) -> t.Prose:
        """The text above the things on the page of a collection."""
        if not self._manifest_in_form:
            return {}
        _, part, _, line = field.split(".")
        table = self.manifest_file.data["parts"][int(part)]["sections"][int(line)]
        return Record(self.manifest_file, table, field, self._reader, self._main).prose("text")

    def _things(self) -> dict[str, tuple[t.Thing, ...]]:
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
        """What is said of each picture, by its path."""
        for record in self._records("media.toml", "pictures"):
            yield (
                f"{MEDIA}/{record.words('file')}",
                Picture(
                    record.texts("alt"),
                    record.line("caption"),
                    record.words("credit"),
                    record.words("licence"),
                ),
            )
