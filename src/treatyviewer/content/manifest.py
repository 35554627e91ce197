"""`entry.toml` into values, with every field checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from treatyviewer.content.toml import TomlFile
from treatyviewer.entry.address import COLLECTIONS, RESERVED, is_id
from treatyviewer.entry.language import normal, well_formed
from treatyviewer.errors import ContentError, Problem

_TOP = {"id", "edition", "version", "licence", "kind", "languages", "titles", "facts", "parts"}
_PART = {"title", "sections"}
_SECTION = {"id", "number", "title", "lead", "supplied"}
_COLLECTION = {"collection", "title", "text", "items"}


@dataclass(frozen=True, slots=True)
class SectionLine:
    """One line of the outline: which section stands here, and what is printed before it.

    `supplied` marks a text that is quoted as it was supplied. With a `collection` the line is
    its page instead (people, events ...); with `items` each thing in it has a line of its own.
    """

    id: str
    number: str
    titles: Mapping[str, str]
    lead: bool
    supplied: bool
    collection: str
    items: bool
    field: str


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part of the outline."""

    titles: Mapping[str, str]
    sections: tuple[SectionLine, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `entry.toml` says. The first of `languages` is the entry's main language."""

    id: str
    edition: int
    version: str
    licence: str
    kind: str
    languages: tuple[str, ...]
    titles: Mapping[str, str]
    parts: tuple[PartLine, ...]


class Fields:
    """Reads fields of one TOML file and collects what is wrong with them."""

    def __init__(self, toml: TomlFile) -> None:
        self.toml = toml
        self.problems: list[Problem] = []

    def wrong(self, field: str, message: str, advice: str = "") -> None:
        self.problems.append(self.toml.problem(field, message, advice))

    def unknown(self, table: Mapping[str, Any], known: set[str], prefix: str) -> None:
        for key in table:
            if key not in known:
                allowed = ", ".join(sorted(known))
                self.wrong(f"{prefix}{key}", f"“{key}” is not a field here.", f"Fields: {allowed}.")

    def string(self, table: Mapping[str, Any], key: str, prefix: str, *, needed: bool) -> str:
        value = table.get(key, "" if not needed else None)
        if value is None:
            self.wrong(f"{prefix}{key}", f"The field “{key}” is missing.", f'Write {key} = "...".')
            return ""
        if not isinstance(value, str) or (needed and not value.strip()):
            self.wrong(
                f"{prefix}{key}", f"“{key}” must be words in quotes.", f'Write {key} = "...".'
            )
            return ""
        return value

    def texts(self, value: object, field: str, main: str) -> dict[str, str]:
        """A text field: one string (in the main language) or a table by language."""
        if isinstance(value, str) and value.strip():
            return {main: value}
        if not isinstance(value, dict) or not value:
            self.wrong(
                field,
                "A title must be words in quotes, or a table of them by language.",
                'Write { en = "...", zh-Hans = "...", ru = "..." }.',
            )
            return {}
        texts: dict[str, str] = {}
        for tag, text in value.items():
            if not well_formed(tag) or not isinstance(text, str) or not text.strip():
                self.wrong(
                    f"{field}.{tag}",
                    f"“{tag}” must be a language tag with words in quotes behind it.",
                    'Write a BCP 47 tag: en, zh-Hans, zh-Hant, ru = "...".',
                )
            else:
                texts[normal(tag)] = text
        return texts


def read_manifest(toml: TomlFile) -> Manifest:
    """Check `entry.toml`. Raises `ContentError` with all that is wrong in it."""
    fields = Fields(toml)
    data = toml.data
    fields.unknown(data, _TOP, "")
    entry_id = fields.string(data, "id", "", needed=True)
    if entry_id and not is_id(entry_id):
        fields.wrong(
            "id",
            f"“{entry_id}” cannot be an id.",
            "Use small letters, digits and hyphens, a letter first.",
        )
    edition = data.get("edition", 1)
    if not isinstance(edition, int) or isinstance(edition, bool) or edition < 1:
        fields.wrong("edition", "“edition” must be a whole number from 1 up.", "Write edition = 1.")
        edition = 1
    languages = _languages(fields, data)
    main = languages[0]
    manifest = Manifest(
        entry_id,
        edition,
        fields.string(data, "version", "", needed=False),
        fields.string(data, "licence", "", needed=True),
        fields.string(data, "kind", "", needed=False),
        languages,
        _titles(fields, data, main),
        tuple(_parts(fields, data, main)),
    )
    _unique_ids(fields, manifest)
    if fields.problems:
        raise ContentError(tuple(sorted(fields.problems, key=lambda p: p.line)))
    return manifest


def _languages(fields: Fields, data: Mapping[str, Any]) -> tuple[str, ...]:
    value = data.get("languages")
    if (
        not isinstance(value, list)
        or not value
        or not all(isinstance(tag, str) and well_formed(tag) for tag in value)
    ):
        fields.wrong(
            "languages",
            "“languages” must list the entry's languages, the main one first.",
            'Write languages = ["en", "zh-Hans", "ru"].',
        )
        return ("en",)
    return tuple(dict.fromkeys(normal(tag) for tag in value))


def _titles(fields: Fields, data: Mapping[str, Any], main: str) -> dict[str, str]:
    if "titles" not in data:
        fields.wrong(
            "titles",
            "The entry has no title: the table “titles” is missing.",
            f'Write [titles] and below it {main} = "...".',
        )
        return {}
    titles = fields.texts(data["titles"], "titles", main)
    if titles and main not in titles:
        fields.wrong(
            "titles",
            f"The title in the main language ({main}) is missing.",
            f'Add {main} = "..." below [titles].',
        )
    return titles


def _parts(fields: Fields, data: Mapping[str, Any], main: str) -> Iterator[PartLine]:
    parts = data.get("parts")
    if not isinstance(parts, list) or not parts:
        fields.wrong(
            "parts",
            "The outline is missing: there is no [[parts]].",
            "Write [[parts]], and below it a [[parts.sections]] for each section.",
        )
        return
    for number, part in enumerate(parts):
        prefix = f"parts.{number}."
        if not isinstance(part, dict):
            fields.wrong(f"parts.{number}", "A part must be a table.", "Write [[parts]].")
            continue
        fields.unknown(part, _PART, prefix)
        titles = fields.texts(part["title"], f"{prefix}title", main) if "title" in part else {}
        sections = part.get("sections")
        if not isinstance(sections, list) or not sections:
            fields.wrong(
                f"{prefix}sections",
                "This part lists no sections.",
                "Write a [[parts.sections]] for each.",
            )
            continue
        yield PartLine(titles, tuple(_sections(fields, sections, prefix, main)))


def _sections(fields: Fields, sections: list[Any], part: str, main: str) -> Iterator[SectionLine]:
    for number, section in enumerate(sections):
        field = f"{part}sections.{number}"
        if not isinstance(section, dict):
            fields.wrong(field, "A section must be a table.", "Write [[parts.sections]].")
            continue
        if "collection" in section:
            line = _collection(fields, section, field, main)
            if line is not None:
                yield line
            continue
        fields.unknown(section, _SECTION, f"{field}.")
        section_id = fields.string(section, "id", f"{field}.", needed=True)
        if section_id and (not is_id(section_id) or section_id in RESERVED):
            fields.wrong(
                f"{field}.id",
                f"“{section_id}” cannot name a section.",
                "Use small letters, digits and hyphens, a letter first; "
                f"{', '.join(RESERVED)} are taken.",
            )
            section_id = ""
        lead = _flag(fields, section, "lead", field)
        titles = (
            fields.texts(section["title"], f"{field}.title", main) if "title" in section else {}
        )
        if lead and main not in titles:
            fields.wrong(
                f"{field}.title",
                f"The lead has no heading of its own, so it needs a title here ({main}).",
                f'Write title = {{ {main} = "Introduction" }}.',
            )
        if section_id:
            number_text = fields.string(section, "number", f"{field}.", needed=False)
            supplied = _flag(fields, section, "supplied", field)
            yield SectionLine(section_id, number_text, titles, lead, supplied, "", False, field)


def _flag(fields: Fields, table: Mapping[str, Any], key: str, field: str) -> bool:
    value = table.get(key, False)
    if isinstance(value, bool):
        return value
    fields.wrong(f"{field}.{key}", f"“{key}” is either true or false.", f"Write {key} = true.")
    return False


def _collection(
    fields: Fields, line: Mapping[str, Any], field: str, main: str
) -> SectionLine | None:
    """The page of a collection."""
    fields.unknown(line, _COLLECTION, f"{field}.")
    titles = fields.texts(line["title"], f"{field}.title", main) if "title" in line else {}
    if main not in titles:
        fields.wrong(
            f"{field}.title",
            f"A collection's page needs a title here ({main}).",
            f'Write title = {{ {main} = "People" }}.',
        )
    if line["collection"] not in COLLECTIONS:
        fields.wrong(
            f"{field}.collection",
            f"“{line['collection']}” is not a collection.",
            f"Collections: {', '.join(COLLECTIONS)}.",
        )
        return None
    items = _flag(fields, line, "items", field)
    return SectionLine("", "", titles, False, False, str(line["collection"]), items, field)


def _unique_ids(fields: Fields, manifest: Manifest) -> None:
    seen: set[str] = set()
    for part in manifest.parts:
        for section in part.sections:
            if section.collection:
                if section.collection in seen:
                    fields.wrong(
                        f"{section.field}.collection",
                        f"The page of “{section.collection}” is given twice.",
                        "Keep one of them.",
                    )
                seen.add(section.collection)
                continue
            if section.id in seen:
                fields.wrong(
                    f"{section.field}.id",
                    f"The id “{section.id}” is given twice.",
                    "Give each section an id of its own.",
                )
            seen.add(section.id)
