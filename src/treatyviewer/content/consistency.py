"""What is wrong between the files of an entry: ids given twice, marks without claims ..."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from treatyviewer.content.files import EntryFiles
from treatyviewer.content.manifest import Manifest
from treatyviewer.content.references import Use
from treatyviewer.content.tables import COLLECTIONS, MEDIA, ids, tables
from treatyviewer.content.toml import TomlFile
from treatyviewer.entry.things import Thing
from treatyviewer.errors import Problem

# A file and a line.
Place = tuple[str, int]


def twice(sections: Mapping[str, Place], files: Mapping[str, TomlFile]) -> Iterator[Problem]:
    """An id names one thing in the whole entry."""
    seen = dict(sections)
    for id, file, field in ids(files):
        line = file.line(field)
        first = seen.setdefault(id, (file.name, line))
        if first != (file.name, line):
            yield file.problem(
                field,
                f"The id “{id}” is given twice; the other is at {first[0]}:{first[1]}.",
                "Give everything in an entry an id of its own.",
            )


def unmarked(
    marked: frozenset[str], files: Mapping[str, TomlFile], uses: Sequence[Use]
) -> Iterator[Problem]:
    """A claim without a mark, a mark without a claim, words marked twice."""
    known: set[str] = set()
    for number, table in enumerate(tables(files, "claims.toml", "claims")):
        known.add(table["id"])
        if table["id"] not in marked:
            yield files["claims.toml"].problem(
                f"claims.{number}.id",
                f"The words of the claim “{table['id']}” are not marked in any section.",
                f"Write [words]{{.claim #{table['id']}}} where the text says so.",
            )
    seen: dict[tuple[str, str], Use] = {}
    for use in uses:
        if use.kind != "claim" or use.field:
            continue
        if use.target not in known:
            yield Problem(
                use.file,
                use.line,
                "",
                f"There is no claim “{use.target}” in claims.toml.",
                "Add it there with a verdict, or take the mark out.",
            )
        first = seen.setdefault((use.target, use.language), use)
        if first is not use:
            yield Problem(
                use.file,
                use.line,
                "",
                f"The claim “{use.target}” is marked twice; the other is at "
                f"{first.file}:{first.line}.",
                "Mark its words once; a second statement is a claim of its own.",
            )


def unseen(
    manifest: Manifest,
    things: Mapping[str, Sequence[Thing]],
    manifest_file: TomlFile,
    files: EntryFiles,
) -> Iterator[Problem]:
    """Collections without a page, and pages of what is not there."""
    pages = {
        line.collection: line.field
        for part in manifest.parts
        for line in part.sections
        if line.collection
    }
    for collection, members in things.items():
        file = COLLECTIONS[collection].file
        if members and collection not in pages:
            yield Problem(
                files.shown(file),
                0,
                "",
                f"The {collection} have no page in the outline, so nobody would find them.",
                f'Add a [[parts.sections]] with collection = "{collection}" to entry.toml.',
            )
        elif not members and collection in pages:
            yield manifest_file.problem(
                f"{pages[collection]}.collection",
                f"The entry has no {collection}: they would stand in {file}.",
                "Write that file, or take this line out.",
            )


def lost_pictures(uses: Sequence[Use], files: EntryFiles) -> Iterator[Problem]:
    """Pictures that a text shows and the folder does not have."""
    there = set(files.names(MEDIA))
    for use in uses:
        if use.kind == "picture" and use.target not in there:
            yield Problem(
                use.file,
                use.line,
                use.field,
                f"The picture “{use.target}” is not there.",
                "Put it into the folder media and write ![what it shows](media/name.svg).",
            )
