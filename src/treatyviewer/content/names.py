"""All that has an address in an entry: what it is called, and which references lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from treatyviewer.content.references import Use
from treatyviewer.entry.address import Address, parse
from treatyviewer.entry.blocks import Block, Link, Run, Text, find_block
from treatyviewer.entry.language import pick
from treatyviewer.entry.model import CollectionPage, Entry, Part, Section
from treatyviewer.entry.rewriting import rewrite
from treatyviewer.entry.things import Claim, Texts, Thing
from treatyviewer.errors import Problem


class Names:
    """Addresses of one entry, with the names of what is there."""

    def __init__(self, entry: str, main: str, titles: Texts) -> None:
        self._entry = entry
        self._main = main
        self._named: dict[Address, Texts] = {Address(entry): titles}
        # What may stand behind # on a page, beside claims: blocks.
        self._blocks: dict[Address, tuple[tuple[Block, ...], ...]] = {}

    def add_outline(self, parts: Iterable[Part]) -> None:
        """Sections and the pages of collections."""
        for part in parts:
            for line in part.sections:
                if isinstance(line, CollectionPage):
                    self._named[Address(self._entry, "", line.collection)] = line.titles
                else:
                    for section in line.walk():
                        self._add_section(section)

    def _add_section(self, section: Section) -> None:
        address = Address(self._entry, section.id)
        self._named[address] = section.titles
        self._blocks[address] = (*section.bodies.values(), *section.records.values())

    def add_things(self, collection: str, things: Iterable[Thing]) -> None:
        """The things of a collection."""
        for thing in things:
            self._named[Address(self._entry, thing.id, collection)] = thing.name

    def add_claims(self, claims: Iterable[Claim]) -> None:
        """Claims, which need words of their own where they are linked to."""
        for claim in claims:
            self._named[Address(self._entry, claim.section, "", claim.id)] = {}
            # Their page, and that of each verdict.
            self._named[Address(self._entry, "", "claims")] = {}
            self._named[Address(self._entry, "", "claims", claim.verdict)] = {}

    def is_there(self, target: str) -> bool:
        """Whether an address of this entry leads somewhere."""
        address = parse(target)._replace(edition=0)
        page = address._replace(fragment="")
        return address in self._named or any(
            find_block(blocks, address.fragment) for blocks in self._blocks.get(page, ())
        )

    def named(self, language: str) -> _Namer:
        """Gives links without words the name of what they lead to, in a language."""
        return _Namer(self._named, language, self._main)

    def dead(self, uses: Sequence[Use], sources: frozenset[str]) -> list[Problem]:
        """A problem for each reference that leads nowhere."""
        problems: list[Problem] = []
        for use in uses:
            if use.kind == "link" and not self.is_there(use.target):
                place = use.target.partition("/")[2]
                problems.append(
                    Problem(
                        use.file,
                        use.line,
                        use.field,
                        f"“{place}” leads nowhere: the entry has nothing of that name.",
                        self._advice(place),
                    )
                )
            elif use.kind == "citation" and use.target not in sources:
                problems.append(
                    Problem(
                        use.file,
                        use.line,
                        use.field,
                        f"There is no source “{use.target}” in sources.json.",
                        _nearest(use.target, sources) or "Add it there, or mend its id here.",
                    )
                )
        return problems

    def _advice(self, place: str) -> str:
        known = [str(address).partition("/")[2] for address in self._named]
        return (
            _nearest(place, known)
            or "Write section, collection/id (people/zhou-enlai) or section#claim."
        )


def _nearest(text: str, known: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(text, list(known), 1)
    return f"Did you mean “{near[0]}”?" if near else ""


class _Namer:
    def __init__(self, names: Mapping[Address, Texts], language: str, main: str) -> None:
        self._names = names
        self._language = language
        self._main = main

    def __call__(self, run: Run) -> Run:
        if not isinstance(run, Link) or run.runs:
            return run
        texts = self._names.get(parse(run.target), {})
        words = pick(texts, self._language, self._main) or next(iter(texts.values()), run.target)
        return Link(run.target, (Text(words),))


def named(entry: Entry, names: Names) -> Entry:
    """The same entry, links without words named by what they lead to."""

    def section(one: Section) -> Section:
        return replace(
            one,
            bodies=_in_each(one.bodies, names),
            records=_in_each(one.records, names),
            children=tuple(section(child) for child in one.children),
        )

    return replace(
        entry,
        parts=tuple(
            replace(
                part,
                sections=tuple(
                    section(line)
                    if isinstance(line, Section)
                    else replace(line, text=_in_each(line.text, names))
                    for line in part.sections
                ),
            )
            for part in entry.parts
        ),
        facts=_named(entry.facts, names),
        claims=_named(entry.claims, names),
        things={name: _named(members, names) for name, members in entry.things.items()},
    )


def _named(value: Any, names: Names) -> Any:
    if isinstance(value, tuple):
        items = [_named(item, names) for item in value]
        return type(value)._make(items) if hasattr(value, "_make") else tuple(items)
    # Mappings are texts by language.
    return _in_each(value, names) if isinstance(value, Mapping) else value


def _in_each(texts: Mapping[str, Any], names: Names) -> dict[str, Any]:
    return {language: rewrite(text, names.named(language)) for language, text in texts.items()}
