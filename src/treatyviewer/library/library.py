"""Read a compiled library, a little at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

import apsw

from treatyviewer.entry.address import Address
from treatyviewer.entry.blockjson import blocks_from_json
from treatyviewer.entry.language import choose
from treatyviewer.errors import Cancelled, LibraryError, NotFoundError
from treatyviewer.library.values import EntryInfo, Node, Page

_NODE = "SELECT id, parent, kind, entry, slug, number, titles, lead, children FROM node"


class DamagedError(LibraryError):
    """The library file is not as it was written. It can be thrown away and made anew."""


class Library:
    """A compiled library. One object serves one thread at a time; `fork` makes another.

    `source` is the file, or the name of a database in memory.
    """

    def __init__(self, source: str, connection: apsw.Connection) -> None:
        self.source = source
        self._connection = connection
        self._entries: dict[str, EntryInfo] = {}
        self._interrupted = False
        self._languages = 0

    def fork(self) -> Library:
        """The same library over a connection of its own, for another thread.

        To be made while the library is fresh: the file may be replaced or deleted later on,
        and then the two would read different editions.
        """
        try:
            return Library(self.source, connect(self.source))
        except apsw.Error as error:
            raise self._damaged(error) from error

    def close(self) -> None:
        """Let go of the file. The object is of no use afterwards."""
        self._connection.close()

    def interrupt(self) -> None:
        """End what another thread is asking of this object; it raises `Cancelled` there."""
        self._interrupted = True
        self._connection.interrupt()

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        """The connection, with SQLite's errors told as ours."""
        self._interrupted = False
        try:
            yield self._connection
        except apsw.InterruptError:
            raise Cancelled("The reading was cancelled.") from None
        except apsw.Error as error:
            # FTS5 loads its tables while a statement is prepared; interrupted there, it reports
            # that its constructor failed, as it does when the tables are damaged.
            if self._interrupted and "vtable constructor failed" in str(error):
                raise Cancelled("The reading was cancelled.") from None
            raise self._damaged(error) from error

    @contextmanager
    def _decoding(self) -> Iterator[None]:
        """What the rows hold is ours as well: anything else in them is damage."""
        try:
            yield
        except (KeyError, TypeError, ValueError) as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> DamagedError:
        return DamagedError(
            f"The library file cannot be read: {error}.",
            place=self.source,
            advice="It holds nothing of yours: delete it, and it is made anew.",
        )

    def meta(self) -> dict[str, str]:
        """What the file says of itself: what made it, and for which content."""
        with self.reading() as connection:
            rows: list[Any] = connection.execute("SELECT key, value FROM meta").fetchall()
            return dict(rows)

    @property
    def most_languages(self) -> int:
        """How many languages there are texts in: as often may a section be found."""
        if not self._languages:
            with self.reading() as connection:
                found = connection.execute("SELECT count(DISTINCT language) FROM body").get
            self._languages = cast("int", found)
        return self._languages

    # --- the outline --------------------------------------------------------------------------

    def entries(self) -> list[EntryInfo]:
        """All entries, in order."""
        with self.reading() as connection:
            rows = connection.execute(f"{_NODE} WHERE parent IS NULL ORDER BY id").fetchall()
        if not rows:
            raise self._damaged(ValueError("no entry in it"))
        return [self.entry(self._node(row).entry) for row in rows]

    def entry(self, entry: str) -> EntryInfo:
        """One entry by id. Raises `NotFoundError`."""
        if entry not in self._entries:
            with self.reading() as connection:
                row = connection.execute(
                    f"{_NODE} WHERE entry = ? AND kind = 'entry'", (entry,)
                ).fetchone()
                if row is None:
                    raise NotFoundError(
                        f"There is no entry “{entry}” here.",
                        advice=f"Entries: {', '.join(self._entry_ids())}.",
                    )
                node = self._node(row)
                more: Any = connection.execute(
                    "SELECT edition, version, licence, kind, language, languages FROM entry"
                    " WHERE node = ?",
                    (node.id,),
                ).fetchone()
            with self._decoding():
                edition, version, licence, kind, language, languages = more
                self._entries[entry] = EntryInfo(
                    node, edition, version, licence, kind, language, tuple(json.loads(languages))
                )
        return self._entries[entry]

    def _entry_ids(self) -> list[str]:
        rows = self._connection.execute("SELECT entry FROM node WHERE parent IS NULL LIMIT 10")
        return [entry for (entry,) in rows]

    def children(self, parent: int | None, after: int = 0, limit: int = 500) -> list[Node]:
        """The nodes directly below `parent` (None: the entries) that follow node `after`."""
        with self.reading() as connection:
            rows = connection.execute(
                f"{_NODE} WHERE parent IS ? AND id > ? ORDER BY id LIMIT ?", (parent, after, limit)
            ).fetchall()
            return [self._node(row) for row in rows]

    def node(self, id: int) -> Node:
        """One node by number. Numbers come from here: none of that number is damage."""
        with self.reading() as connection:
            row = connection.execute(f"{_NODE} WHERE id = ?", (id,)).fetchone()
        if row is None:
            raise self._damaged(KeyError(id))
        return self._node(row)

    def path(self, node: Node) -> tuple[Node, ...]:
        """The nodes above one, from the entry down."""
        above: list[Node] = []
        while node.parent is not None:
            node = self.node(node.parent)
            above.append(node)
        return tuple(reversed(above))

    # --- sections -----------------------------------------------------------------------------

    def find(self, address: Address) -> Node:
        """The section at an address, the first one of an entry. Raises `NotFoundError`.

        The fragment and the edition are not looked at.
        """
        info = self.entry(address.entry)
        with self.reading() as connection:
            if address.item and not address.collection:
                row = connection.execute(
                    f"{_NODE} WHERE entry = ? AND slug = ?", (address.entry, address.item)
                ).fetchone()
            elif not address.collection:
                row = connection.execute(
                    f"{_NODE} WHERE id > ? AND kind = 'section' ORDER BY id LIMIT 1",
                    (info.node.id,),
                ).fetchone()
            else:
                row = None
        if row is None and not address.item and not address.collection:
            raise self._damaged(ValueError("an entry without a section"))
        if row is None:
            raise NotFoundError(
                f"There is nothing at “{address}”.",
                advice=f"“treatyviewer outline” lists what {address.entry} has.",
            )
        return self._node(row)

    def sections(self, entry: EntryInfo) -> Iterator[Node]:
        """All sections of an entry in reading order."""
        with self.reading() as connection:
            rows = connection.execute(
                f"{_NODE} WHERE entry = ? AND kind = 'section' ORDER BY id", (entry.node.entry,)
            )
            for row in rows:
                yield self._node(row)

    def page(self, node: Node, language: str) -> Page:
        """A section's text in the best language to be had."""
        info = self.entry(node.entry)
        with self.reading() as connection:
            rows: list[Any] = connection.execute(
                "SELECT language, blocks FROM body WHERE node = ? ORDER BY id", (node.id,)
            ).fetchall()
        with self._decoding():
            bodies: dict[str, str] = dict(rows)
            chosen = choose(bodies, language, info.language)
            blocks = blocks_from_json(json.loads(bodies[chosen]))
        return Page(node, info, self.path(node), chosen, blocks)

    def _node(self, row: tuple[Any, ...]) -> Node:
        with self._decoding():
            id, parent, kind, entry, slug, number, titles, lead, children = row
            names = json.loads(titles)
            return Node(id, parent, kind, entry, slug, number, names, bool(lead), children)


def connect(source: str) -> apsw.Connection:
    """A read-only connection to a library file, or to one in memory."""
    flags = apsw.SQLITE_OPEN_READONLY
    if source.startswith("file:"):
        flags |= apsw.SQLITE_OPEN_URI
    return apsw.Connection(source, flags=flags)
