"""An entry's folder into one frozen `Entry`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from treatyviewer.content.folder import MANIFEST
from treatyviewer.content.manifest import Manifest, SectionLine, read_manifest
from treatyviewer.content.markdown import ParsedSection, SectionReader
from treatyviewer.content.toml import read_text, read_toml
from treatyviewer.entry.language import normal, well_formed
from treatyviewer.entry.model import Entry, Part, Section
from treatyviewer.errors import ContentError, Problem

SECTIONS = "sections"

# Called with the number of files read so far; raises to stop.
Tick = Callable[[int], None]


def _no_tick(_done: int) -> None:
    """Nobody is watching."""


def read_entry(folder: Path, tick: Tick = _no_tick) -> Entry:
    """Read the entry in `folder`. Raises `ContentError` with all problems found.

    `tick` is called after each section with the number read; what it raises is passed on.
    """
    manifest = read_manifest(read_toml(folder / MANIFEST))
    return _EntryReader(folder, manifest, tick).read()


class _EntryReader:
    def __init__(self, folder: Path, manifest: Manifest, tick: Tick) -> None:
        self._folder = folder
        self._manifest = manifest
        self._tick = tick
        self._sections = SectionReader()
        self._problems: list[Problem] = []
        self._names = _section_files(folder / SECTIONS)
        self._seen: dict[str, str] = {}
        self._done = 0

    def read(self) -> Entry:
        manifest = self._manifest
        parts = tuple(
            Part(part.titles, tuple(self._listed(part.sections))) for part in manifest.parts
        )
        listed = {line.id for part in manifest.parts for line in part.sections}
        for name in sorted(self._names.keys() - listed):
            self._problems.append(
                Problem(
                    str(self._folder / SECTIONS / f"{name}.md"),
                    0,
                    "",
                    "This section is not in the outline, so nobody would see it.",
                    f'Add a [[parts.sections]] with id = "{name}" to entry.toml.',
                )
            )
        problems = [*self._sections.problems, *self._problems]
        if problems:
            raise ContentError(tuple(sorted(problems, key=lambda p: (p.file, p.line))))
        return Entry(
            manifest.id,
            manifest.edition,
            manifest.version,
            manifest.licence,
            manifest.kind,
            manifest.languages[0],
            manifest.languages,
            manifest.titles,
            parts,
        )

    def _listed(self, lines: tuple[SectionLine, ...]) -> Iterator[Section]:
        main = self._manifest.languages[0]
        for line in lines:
            files = {main: self._folder / SECTIONS / f"{line.id}.md"}
            files |= self._names.get(line.id, {})
            parsed: dict[str, ParsedSection] = {}
            for language, file in files.items():
                try:
                    text = read_text(file)
                except ContentError as error:
                    self._problems.extend(error.problems)
                    continue
                parsed[language] = self._sections.read(text, str(file), lead=line.lead)
            if main in parsed:
                yield self._section(parsed, line.id, line.number, line.titles, line.lead)
            self._done += 1
            self._tick(self._done)

    def _section(
        self,
        parsed: Mapping[str, ParsedSection],
        section_id: str,
        number: str,
        titles: Mapping[str, str],
        lead: bool,
    ) -> Section:
        main = self._manifest.languages[0]
        own = parsed[main]
        file = str(self._folder / SECTIONS / f"{section_id}.md")
        if own.id not in ("", section_id):
            self._problems.append(
                Problem(
                    file,
                    own.line,
                    "",
                    f"The heading says {{#{own.id}}}, the file's name says “{section_id}”.",
                    "Take {#...} out of this heading.",
                )
            )
        self._unique(section_id, file, own.line)
        children: list[Section] = []
        for child in own.children:
            same = {
                language: other
                for language, tree in parsed.items()
                for other in tree.children
                if other.id == child.id
            }
            children.append(self._section(same, child.id, "", {}, False))
        return Section(
            section_id,
            number,
            {language: p.title for language, p in parsed.items() if p.title} | dict(titles),
            {language: tuple(p.blocks) for language, p in parsed.items() if p.blocks},
            lead,
            tuple(children),
        )

    def _unique(self, section_id: str, file: str, line: int) -> None:
        other = self._seen.setdefault(section_id, f"{file}:{line}")
        if other != f"{file}:{line}":
            self._problems.append(
                Problem(
                    file,
                    line,
                    "",
                    f"The id “{section_id}” is given twice; the other is at {other}.",
                    "Give each section an id of its own.",
                )
            )


def _section_files(folder: Path) -> dict[str, dict[str, Path]]:
    """The translations by section id: `NAME.ru.md` is the Russian of `NAME.md`.

    A section with nothing but its main file has an empty table.
    """
    names: dict[str, dict[str, Path]] = {}
    for file in sorted(folder.glob("*.md")):
        name, dot, tag = file.stem.partition(".")
        files = names.setdefault(name, {})
        if dot and well_formed(tag):
            files[normal(tag)] = file
    return names
