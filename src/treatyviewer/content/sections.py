"""The section files of an entry into its outline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from treatyviewer.content.manifest import Manifest, SectionLine
from treatyviewer.content.markdown import ParsedSection, SectionReader
from treatyviewer.content.toml import decode
from treatyviewer.entry.language import normal, well_formed
from treatyviewer.entry.model import CollectionPage, Part, Section
from treatyviewer.entry.things import Prose
from treatyviewer.errors import ContentError, Problem

SECTIONS = "sections"

# Called with the number of files read so far; raises to stop.
Tick = Callable[[int], None]


class Files(Protocol):
    """What is asked of `treatyviewer.content.files.EntryFiles` here."""

    def shown(self, name: str) -> str:
        """How a person would name a file."""

    def read(self, name: str) -> bytes:
        """What is in it. Raises `ContentError`."""

    def names(self, folder: str) -> list[str]:
        """The files in a folder."""


class OutlineReader:
    """Reads the section files that a manifest lists. `problems` and `places` (where each section
    begins, by id) are complete when `parts` has ended.
    """

    def __init__(
        self,
        files: Files,
        manifest: Manifest,
        reader: SectionReader,
        tick: Tick,
        text_above: Callable[[str], Prose],
    ) -> None:
        """`text_above` reads the text of a field of the manifest."""
        self._files = files
        self._read_text = text_above
        self._manifest = manifest
        self._tick = tick
        self._reader = reader
        self.problems: list[Problem] = []
        self.places: dict[str, tuple[str, int]] = {}
        self._names = self._section_files()
        self._done = 0

    def parts(self) -> tuple[Part, ...]:
        """The outline with all that is in it."""
        manifest = self._manifest
        parts = tuple(
            Part(part.titles, tuple(self._listed(part.sections))) for part in manifest.parts
        )
        listed = {line.id for part in manifest.parts for line in part.sections}
        for name in sorted(self._names.keys() - listed):
            self._wrong(
                f"{SECTIONS}/{name}.md",
                0,
                "This section is not in the outline, so nobody would see it.",
                f'Add a [[parts.sections]] with id = "{name}" to entry.toml.',
            )
        return parts

    def _listed(self, lines: tuple[SectionLine, ...]) -> Iterator[Section | CollectionPage]:
        main = self._manifest.languages[0]
        for line in lines:
            if line.collection:
                yield CollectionPage(
                    line.collection, line.titles, line.items, self._read_text(line.field)
                )
                continue
            files = {main: f"{SECTIONS}/{line.id}.md"}
            files |= self._names.get(line.id, {})
            parsed: dict[str, ParsedSection] = {}
            for language, file in files.items():
                shown = self._files.shown(file)
                try:
                    text = decode(shown, self._files.read(file))
                except ContentError as error:
                    self.problems.extend(error.problems)
                    continue
                parsed[language] = section = self._reader.read(
                    text, shown, lead=line.lead, language=language
                )
                if section.id not in ("", line.id):
                    self._wrong(
                        file,
                        section.line,
                        f"The heading says {{#{section.id}}}, the file's name says “{line.id}”.",
                        "Take {#...} out of this heading.",
                    )
            if main in parsed:
                yield self._section(parsed, files, line.id, line)
            self._done += 1
            self._tick(self._done)

    def _section(
        self,
        parsed: Mapping[str, ParsedSection],
        files: Mapping[str, str],
        section_id: str,
        outline: SectionLine | None = None,
        supplied: bool = False,
    ) -> Section:
        main = self._manifest.languages[0]
        own = parsed[main]
        supplied = outline.supplied if outline else supplied
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
            children.append(self._section(same, files, child.id, supplied=supplied))
        titles = {language: p.title for language, p in parsed.items() if p.title}
        return Section(
            section_id,
            outline.number if outline else "",
            titles | dict(outline.titles if outline else {}),
            {language: tuple(p.blocks) for language, p in parsed.items() if p.blocks},
            outline.lead if outline else False,
            tuple(children),
            {language: tuple(p.record) for language, p in parsed.items() if p.record},
            supplied,
        )

    def _same_children(
        self, tree: ParsedSection, own: ParsedSection, file: str, main_file: str
    ) -> None:
        """A translation has no sections but those of the main language."""
        left = [child.id for child in own.children]
        for child in tree.children:
            if child.id in left:
                left.remove(child.id)
            else:
                name = main_file.removeprefix(f"{SECTIONS}/")
                self._wrong(
                    file,
                    child.line,
                    f"{name} has no section “{child.id}” at this place, or it stands here twice.",
                    "Give the same {#id} to a heading and its translation.",
                )

    def _unique(self, section_id: str, file: str, line: int) -> None:
        here = (self._files.shown(file), line)
        other = self.places.setdefault(section_id, here)
        if other != here:
            self._wrong(
                file,
                line,
                f"The id “{section_id}” is given twice; the other is at {other[0]}:{other[1]}.",
                "Give each section an id of its own.",
            )

    def _section_files(self) -> dict[str, dict[str, str]]:
        """The translations by section id: `NAME.ru.md` is the Russian of `NAME.md`.

        A section with nothing but its main file has an empty table.
        """
        main = self._manifest.languages[0]
        names: dict[str, dict[str, str]] = {}
        for file in self._files.names(SECTIONS):
            stem = file.removeprefix(f"{SECTIONS}/").removesuffix(".md")
            if not file.endswith(".md") or "/" in stem:
                continue
            name, dot, tag = stem.partition(".")
            files = names.setdefault(name, {})
            if not dot:
                continue
            language = normal(tag)
            if not well_formed(language):
                self._wrong(
                    file, 0, f"“{tag}” is not a language tag.", f"Write {name}.ru.md, for example."
                )
            elif language == main or language in files:
                other = f"{SECTIONS}/{name}.md" if language == main else files[language]
                other = other.removeprefix(f"{SECTIONS}/")
                self._wrong(
                    file, 0, f"This is the same language as {other}.", "Keep one of the two files."
                )
            else:
                files[language] = file
        return names

    def _wrong(self, file: str, line: int, message: str, advice: str) -> None:
        self.problems.append(Problem(self._files.shown(file), line, "", message, advice))
