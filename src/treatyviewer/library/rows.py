"""The rows of nodes and their texts, numbered as they come."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import apsw

from treatyviewer.entry.address import Address
from treatyviewer.entry.blockjson import to_json
from treatyviewer.entry.blocks import Block
from treatyviewer.index import dates
from treatyviewer.index import schema as index_schema
from treatyviewer.library.kinds import KINDS


class Rows:
    """Adds rows for one entry after another; `nodes` finds those of the entry by address."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._node = 0
        self._versions: dict[str, int] = {}
        self.main = ""
        self.entry = ""
        self.nodes: dict[Address, int] = {}

    def begin(self, entry: str, main: str) -> None:
        """What comes now belongs to an entry whose main language is `main`."""
        self.entry, self.main, self.nodes = entry, main, {}

    def add(
        self,
        parent: int | None,
        kind: str,
        *,
        collection: str = "",
        slug: str = "",
        home: str = "",
        number: str = "",
        titles: Mapping[str, str],
        lead: bool = False,
        supplied: bool = False,
        listed: bool = True,
        children: int = 0,
        members: int = 0,
        verdicts: Mapping[str, int] | None = None,
    ) -> int:
        """A node; returns its number."""
        self._node += 1
        main_first = dict(sorted(titles.items(), key=lambda item: item[0] != self.main))
        self._connection.execute(
            "INSERT INTO node VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self._node,
                parent,
                kind,
                self.entry,
                collection,
                slug,
                home,
                number,
                json.dumps(main_first, ensure_ascii=False),
                lead,
                supplied,
                listed,
                children,
                members,
                json.dumps(verdicts) if verdicts else "",
            ),
        )
        if kind != "part":
            self.nodes[Address(self.entry, slug, collection)] = self._node
        return self._node

    def add_body(
        self,
        node: int,
        kind: str,
        language: str,
        titles: Iterable[str],
        text: str,
        blocks: tuple[Block, ...] = (),
        record: tuple[Block, ...] = (),
        periods: Iterable[dates.Period] = (),
        called: Iterable[str] = (),
    ) -> None:
        """The text of a node in a language, which the index is to read as `text`."""
        self._connection.execute(
            "INSERT INTO body VALUES(?, ?, ?, ?)",
            (node, language, dumped(blocks), dumped(record)),
        )
        self.index(node, kind, language, titles, text, periods, called)

    def index(
        self,
        node: int,
        kind: str,
        language: str,
        titles: Iterable[str],
        text: str,
        periods: Iterable[dates.Period] = (),
        called: Iterable[str] = (),
    ) -> None:
        """Words of a node in a language for the index alone."""
        number = index_schema.Number(node, KINDS.index(kind), self._version(language))
        index_schema.add(self._connection, number, titles, text, periods, called)

    def _version(self, language: str) -> int:
        """The number of a translation: 0 for the entry's main language, whichever that is."""
        if language == self.main:
            return 0
        version = len(self._versions) + 1
        if self._versions.setdefault(language, version) == version:
            self._connection.execute("INSERT INTO version VALUES(?, ?)", (version, language))
        return self._versions[language]


def dumped(value: Any) -> str:
    """A value of an entry as the library keeps it."""
    return json.dumps(to_json(value), ensure_ascii=False, separators=(",", ":"))
