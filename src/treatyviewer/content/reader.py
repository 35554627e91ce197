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
        self._seen: dict[str, str] = {}
        self._names = self._section_files()
        self._done = 0

    def read(self) -> Entry:
        manifest = self._manifest
        parts = tuple(
            Part(part.titles, tuple(self._listed(part.sections))) for part in manifest.parts
        )
        listed = {line.id for part in manifest.parts for line in part.sections}
        for name in sorted(self._names.keys() - listed):
            self._wrong(
                self._folder / SECTIONS / f"{name}.md",
                0,
                "This section is not in the outline, so nobody would see it.",
                f'Add a [[parts.sections]] with id = "{name}" to entry.toml.',
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
                parsed[language] = section = self._sections.read(text, str(file), lead=line.lead)
                if section.id not in ("", line.id):
                    self._wrong(
                        file,
                        section.line,
                        f"The heading says {{#{section.id}}}, the file's name says “{line.id}”.",
                        "Take {#...} out of this heading.",
                    )
            if main in parsed:
                yield self._section(parsed, files, line.id, line.number, line.titles, line.lead)
            self._done += 1
            self._tick(self._done)

    def _section(
        self,
        parsed: Mapping[str, ParsedSection],
        files: Mapping[str, Path],
        section_id: str,
        number: str = "",
        titles: Mapping[str, str] | None = None,
        lead: bool = False,
    ) -> Section:
        main = self._manifest.languages[0]
        own = parsed[main]
        self._unique(section_id, files[main], own.line)
        others = {language: tree for language, tree in parsed.items() if language != main}
        for language, tree in others.items():
            self._same_children(tree, own, files[language], files[main])
        children: list[Section] = []
        for child in own.children:
            same = {main: child} | {
                language: other
                for language, tree in others.items()
                for other in tree.children
                if other.id == child.id
            }
            children.append(self._section(same, files, child.id))
        return Section(
            section_id,
            number,
            {language: p.title for language, p in parsed.items() if p.title} | dict(titles or {}),
            {language: tuple(p.blocks) for language, p in parsed.items() if p.blocks},
            lead,
            tuple(children),
        )

    def _same_children(
        self, tree: ParsedSection, own: ParsedSection, file: Path, main_file: Path
    ) -> None:
        """A translation has no sections but those of the main language."""
        left = [child.id for child in own.children]
        for child in tree.children:
            if child.id in left:
                left.remove(child.id)
            else:
                self._wrong(
                    file,
                    child.line,
                    f"{main_file.name} has no section “{child.id}” at this place, or it stands "
                    "here twice.",
                    "Give the same {#id} to a heading and its translation.",
                )

    def _unique(self, section_id: str, file: Path, line: int) -> None:
        other = self._seen.setdefault(section_id, f"{file}:{line}")
        if other != f"{file}:{line}":
            self._wrong(
                file,
                line,
                f"The id “{section_id}” is given twice; the other is at {other}.",
                "Give each section an id of its own.",
            )

    def _section_files(self) -> dict[str, dict[str, Path]]:
        """The translations by section id: `NAME.ru.md` is the Russian of `NAME.md`.

        A section with nothing but its main file has an empty table.
        """
        main = self._manifest.languages[0]
        names: dict[str, dict[str, Path]] = {}
        for file in sorted((self._folder / SECTIONS).glob("*.md")):
            name, dot, tag = file.stem.partition(".")
            files = names.setdefault(name, {})
            if not dot:
                continue
            language = normal(tag)
            if not well_formed(language):
                self._wrong(
                    file, 0, f"“{tag}” is not a language tag.", f"Write {name}.ru.md, for example."
                )
            elif language == main or language in files:
                other = f"{name}.md" if language == main else files[language].name
                self._wrong(
                    file, 0, f"This is the same language as {other}.", "Keep one of the two files."
                )
            else:
                files[language] = file
        return names

    def _wrong(self, file: Path, line: int, message: str, advice: str) -> None:
        self._problems.append(Problem(str(file), line, "", message, advice))
