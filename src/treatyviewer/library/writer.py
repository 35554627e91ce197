"""Writes an entry into the tables of a library, numbering nodes and bodies as they come."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

import apsw

from treatyviewer.content.files import EntryFiles
from treatyviewer.entry import things as t
from treatyviewer.entry.address import Address
from treatyviewer.entry.blocks import plain_text
from treatyviewer.entry.model import CollectionPage, Entry, Section
from treatyviewer.index import aliases
from treatyviewer.index.analyser import Analyser
from treatyviewer.library import targets
from treatyviewer.library.kinds import OF_COLLECTION
from treatyviewer.library.outlining import CLAIMS, outline
from treatyviewer.library.rows import Rows, dumped


class Writer:
    """Writes entries one after another; `tick` is told of each section."""

    def __init__(
        self, connection: apsw.Connection, analyser: Analyser, tick: Callable[[int], None]
    ) -> None:
        self._connection = connection
        self._analyser = analyser
        self._tick = tick
        self._rows = Rows(connection)
        self._called: dict[str, list[str]] = {}
        # Of the entry that is being written: what each node refers to.
        self._targets: dict[int, set[Address]] = {}

    def write(self, entry: Entry, files: EntryFiles | None) -> None:
        """One entry with all that is in it."""
        self._rows.begin(entry.id, entry.language)
        self._targets = {}
        groups = [(group.names, group.related) for group in entry.aliases]
        terms = aliases.keep(self._connection, self._analyser, groups)
        self._called = {}
        for group, term in zip(entry.aliases, terms, strict=True):
            self._called.setdefault(group.of, []).extend((term, *group.names))
        root = self._rows.add(None, "entry", titles=entry.titles, children=len(entry.parts))
        self._connection.execute(
            "INSERT INTO entry VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                root,
                entry.edition,
                entry.version,
                entry.licence,
                entry.kind,
                entry.language,
                json.dumps(entry.languages),
                dumped(entry.facts),
                dumped(entry.periods),
                dumped(entry.aliases),
                json.dumps(entry.verdicts),
            ),
        )
        claims: dict[str, list[t.Claim]] = {}
        for claim in entry.claims:
            claims.setdefault(claim.section, []).append(claim)
        for part, lines in zip(entry.parts, outline(entry), strict=True):
            node = self._rows.add(root, "part", titles=part.titles, children=len(lines))
            for line in lines:
                if isinstance(line, CollectionPage) and line.collection == CLAIMS:
                    self._claims_page(node, line, entry.verdicts)
                elif isinstance(line, CollectionPage):
                    self._collection(node, line, entry.things.get(line.collection, ()))
                else:
                    self._section(entry, node, line, claims)
        self._connection.executemany(
            "INSERT OR IGNORE INTO reference VALUES(?, ?)",
            (
                (source, self._rows.nodes[target])
                for source, found in self._targets.items()
                for target in sorted(found)
                if target in self._rows.nodes and self._rows.nodes[target] != source
            ),
        )
        if files is not None:
            for name in entry.media:
                self._connection.execute(
                    "INSERT INTO media VALUES(?, ?, ?)", (entry.id, name, files.read(name))
                )

    # --- sections and claims ------------------------------------------------------------------

    def _section(
        self, entry: Entry, parent: int, section: Section, claims: Mapping[str, list[t.Claim]]
    ) -> None:
        node = self._rows.add(
            parent,
            "section",
            slug=section.id,
            number=section.number,
            titles=section.titles,
            lead=section.lead,
            supplied=section.supplied,
            children=len(section.children),
            verdicts=_verdicts(section, claims),
        )
        self._refer(node, (tuple(section.bodies.values()), tuple(section.records.values())))
        if section.lead:
            self._refer(node, entry.facts)
        facts = dict(targets.words_of_facts(entry.facts)) if section.lead else {}
        for language in dict.fromkeys([entry.language, *section.bodies, *section.records]):
            blocks = section.bodies.get(language, ())
            record = section.records.get(language, ())
            # All titles belong to the text in the main language: a hit in a title would
            # otherwise count once for every translation.
            if language == entry.language:
                titles = [
                    *section.titles.values(),
                    *(entry.titles.values() if section.lead else ()),
                ]
            else:
                titles = []
            # A section without a text has a body all the same, so that its title is found.
            text = "\n".join([plain_text((*blocks, *record)), facts.pop(language, "")]).strip()
            called = self._called.get(section.id, ()) if language == entry.language else ()
            self._rows.add_body(
                node, "section", language, titles, text, blocks, record, called=called
            )
        # The facts may be told in languages that the text is not.
        for language, text in facts.items():
            self._rows.index(node, "section", language, (), text)
        self._tick(1)
        for claim in claims.get(section.id, ()):
            self._claim(node, claim)
        for child in section.children:
            self._section(entry, node, child, claims)

    def _claim(self, parent: int, claim: t.Claim) -> None:
        words = claim.quote[claim.start : claim.end]
        node = self._rows.add(
            parent,
            "claim",
            collection=CLAIMS,
            slug=claim.id,
            home=claim.section,
            titles={self._rows.main: words},
            listed=False,
            verdicts={claim.verdict: 1},
        )
        self._rows.nodes[Address(self._rows.entry, claim.section, "", claim.id)] = node
        self._add_thing(node, claim)
        text = "\n".join([claim.quote, claim.note, *_texts(claim, self._rows.main)])
        self._rows.add_body(node, "claim", self._rows.main, (), text)

    def _claims_page(self, parent: int, page: CollectionPage, verdicts: Mapping[str, int]) -> None:
        node = self._rows.add(
            parent,
            "collection",
            collection=CLAIMS,
            titles=page.titles,
            members=sum(verdicts.values()),
            verdicts=verdicts,
        )
        titles = page.titles.values()
        self._rows.add_body(node, "collection", self._rows.main, titles, "")

    # --- things -------------------------------------------------------------------------------

    def _collection(self, parent: int, page: CollectionPage, things: Iterable[t.Thing]) -> None:
        members = list(things)
        node = self._rows.add(
            parent,
            "collection",
            collection=page.collection,
            titles=page.titles,
            children=len(members) if page.items else 0,
            members=len(members),
        )
        self._refer(node, page.text)
        for language, blocks in (page.text or {self._rows.main: ()}).items():
            titles = [*page.titles.values()] if language == self._rows.main else []
            self._rows.add_body(node, "collection", language, titles, plain_text(blocks), blocks)
        for thing in members:
            self._thing(node, page, thing)

    def _thing(self, parent: int, page: CollectionPage, thing: t.Thing) -> None:
        node = self._rows.add(
            parent,
            OF_COLLECTION[page.collection],
            collection=page.collection,
            slug=thing.id,
            titles=thing.name,
            listed=page.items,
        )
        self._add_thing(node, thing)
        names = [*thing.name.values(), *getattr(thing, "also", ())]
        spoken = targets.languages(thing)
        periods = list(targets.periods(thing))
        called = [*self._called.get(f"{page.collection}/{thing.id}", ()), *targets.called(thing)]
        for language in dict.fromkeys([self._rows.main, *sorted(spoken)]):
            text = "\n".join(
                [*_texts(thing, language), *targets.notes(thing, language, self._rows.main)]
            )
            if language == self._rows.main and isinstance(thing, t.Source):
                text = targets.words_of_source(thing)
            titles = names if language == self._rows.main else []
            kind = OF_COLLECTION[page.collection]
            self._rows.add_body(node, kind, language, titles, text, periods=periods, called=called)

    def _add_thing(self, node: int, thing: t.Thing | t.Claim) -> None:
        self._connection.execute("INSERT INTO thing VALUES(?, ?)", (node, dumped(thing)))
        self._refer(node, thing)

    def _refer(self, node: int, value: object) -> None:
        self._targets.setdefault(node, set()).update(targets.of(value, self._rows.entry))


def _verdicts(section: Section, claims: Mapping[str, list[t.Claim]]) -> Counter[str]:
    """The claims of a section and of those below it, by verdict."""
    return Counter(claim.verdict for below in section.walk() for claim in claims.get(below.id, ()))


def _texts(thing: t.Thing | t.Claim, language: str) -> list[str]:
    """The words of all texts of a thing in a language."""
    return [plain_text(blocks) for blocks in targets.texts(thing, language)]
