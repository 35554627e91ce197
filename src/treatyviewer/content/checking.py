"""All that can be found wrong with an entry, for whoever writes it.

What keeps an entry from being shown right is found by whoever reads it (`EntryReader`). Here that
is joined by what a reader of the entry would not stumble over and its author should mend: words
without evidence, sources and pictures that nobody sees.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from treatyviewer.content.files import EntryFiles, open_files
from treatyviewer.content.reader import EntryReader, in_order
from treatyviewer.content.tables import MEDIA, SOURCES, tables
from treatyviewer.entry.address import parse
from treatyviewer.errors import ContentError, Problem
from treatyviewer.tuples import NamedTuple

_CLAIMS = "claims.toml"
_PICTURES = "media.toml"
_ALIASES = "aliases.toml"


class Checked(NamedTuple):
    """What was found in one entry. `id` is "" where it could not be read, `place` says where it
    stands; `claims` and `sources` count those that it has.
    """

    id: str
    place: Problem
    problems: tuple[Problem, ...]
    claims: int = 0
    sources: int = 0


def check_entry(path: Path) -> list[Problem]:
    """All problems of the entry at `path`, a folder or a `.treaty` file, by file and line."""
    return list(check(path).problems)


def check(path: Path) -> Checked:
    """All problems of the entry at `path`, and what entry it is."""
    try:
        files = open_files(path)
        reader = EntryReader(files)
    except ContentError as error:
        return Checked("", Problem(str(path), 0, "id", ""), in_order(error.problems))
    # What is wrong with the form of a file is among the reader's problems too.
    with contextlib.suppress(ContentError):
        reader.read()
    return Checked(
        reader.manifest.id,
        reader.manifest_file.problem("id", ""),
        in_order((*reader.problems, *_lints(reader, files))),
        len(tables(reader.tables, _CLAIMS, "claims")),
        len(tables(reader.tables, SOURCES, "sources")),
    )


def _lints(reader: EntryReader, files: EntryFiles) -> Iterator[Problem]:
    yield from _unfounded_claims(reader)
    yield from _names_given_twice(reader)
    yield from _described_pictures(reader, files)
    if reader.whole:
        # What is not used, and of what nothing is said, may stand in the file that is not read.
        yield from _unused_sources(reader)
        yield from _shown_pictures(reader, files)


def _unfounded_claims(reader: EntryReader) -> Iterator[Problem]:
    """Claims of which nobody can see what the verdict rests on."""
    for number, claim in enumerate(tables(reader.tables, _CLAIMS, "claims")):
        file, field = reader.tables[_CLAIMS], f"claims.{number}"
        sources, reason = claim.get("sources"), claim.get("no_source_because")
        if sources and reason:
            yield file.problem(
                f"{field}.no_source_because",
                f"The claim “{claim['id']}” has sources, and a reason why it has none.",
                "Take one of the two out.",
            )
        elif not sources and not reason:
            yield file.problem(
                f"{field}.sources",
                f"The claim “{claim['id']}” has neither a source nor a reason why it has none.",
                'Write sources = ["frus-1950"], or no_source_because = "...".',
            )


def _unused_sources(reader: EntryReader) -> Iterator[Problem]:
    used = {use.target for use in reader.uses if use.kind == "citation"}
    for use in reader.uses:
        # An alias is no use of the source that it names; a link in a text is.
        if use.kind == "link" and not use.field.startswith("aliases."):
            address = parse(use.target)
            if address.collection == "sources":
                used.add(address.item)
    for number, source in enumerate(tables(reader.tables, SOURCES, "sources")):
        if source["id"] not in used:
            yield reader.tables[SOURCES].problem(
                f"sources.{number}.id",
                f"No text and no list of sources names the source “{source['id']}”.",
                f"Cite it where something rests on it ([@{source['id']}]), or take it out.",
            )


def _names_given_twice(reader: EntryReader) -> Iterator[Problem]:
    """Names that lead to two things, or are both searched and only offered."""
    seen: dict[str, str] = {}
    groups = tables(reader.tables, _ALIASES, "aliases")
    for number, group in enumerate(groups):
        file = reader.tables[_ALIASES]
        for index, name in enumerate(group["names"]):
            field = f"aliases.{number}.names.{index}"
            first = seen.setdefault(_folded(name), field)
            if first != field:
                yield file.problem(
                    field,
                    f"The name “{name}” is given twice; the other is on line {file.line(first)}.",
                    "Keep it in one group, and once.",
                )
        own = {_folded(name) for name in group["names"]}
        for index, name in enumerate(group.get("related", ())):
            if _folded(name) in own:
                yield file.problem(
                    f"aliases.{number}.related.{index}",
                    f"The name “{name}” stands among the names of this group too.",
                    "Take it out of “names” if it means something else, out of “related” if not.",
                )


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


# --- pictures -----------------------------------------------------------------------------------


def _described_pictures(reader: EntryReader, files: EntryFiles) -> Iterator[Problem]:
    """What media.toml says of pictures."""
    there = set(files.names(MEDIA))
    seen: dict[str, str] = {}
    for number, picture in enumerate(tables(reader.tables, _PICTURES, "pictures")):
        file, field = reader.tables[_PICTURES], f"pictures.{number}"
        name = picture["file"]
        first = seen.setdefault(name, f"{field}.file")
        if first != f"{field}.file":
            yield file.problem(
                f"{field}.file",
                f"The picture “{name}” is described twice; the other is on line "
                f"{file.line(first)}.",
                "Keep one of the two.",
            )
        if f"{MEDIA}/{name}" not in there:
            yield file.problem(
                f"{field}.file",
                f"There is no picture “{name}” in the folder {MEDIA}.",
                "Put it there, mend its name, or take this table out.",
            )
        elif not picture.get("caption"):
            yield file.problem(
                f"{field}.caption",
                f"The picture “{name}” has no caption.",
                'Write caption = "...": what is to be seen, and when and where that was.',
            )


def _shown_pictures(reader: EntryReader, files: EntryFiles) -> Iterator[Problem]:
    described = {
        f"{MEDIA}/{picture['file']}" for picture in tables(reader.tables, _PICTURES, "pictures")
    }
    there = set(files.names(MEDIA))
    shown = {use.target: use for use in reversed(reader.uses) if use.kind == "picture"}
    for target, use in shown.items():
        if target in there and target not in described:
            name = target.removeprefix(f"{MEDIA}/")
            yield Problem(
                use.file,
                use.line,
                use.field,
                f"Nothing is said of the picture “{target}”: it needs alt text, a caption, its "
                "maker and a licence.",
                f'Add a [[pictures]] with file = "{name}" to media.toml.',
            )
    for target in sorted(there - shown.keys()):
        yield Problem(
            files.shown(target),
            0,
            "",
            "No text shows this picture.",
            f"Write ![what it shows]({target}) where it belongs, or take the file out.",
        )
