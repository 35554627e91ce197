"""Read a compiled library, a little at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import apsw

from treatyviewer.entry.address import Address
from treatyviewer.entry.blockjson import blocks_from_json
from treatyviewer.entry.language import choose
from treatyviewer.errors import Cancelled, LibraryError, NoEntryError, NotFoundError
from treatyviewer.library.values import EntryInfo, Node, Page

_NODE = (
    "SELECT id, parent, kind, entry, collection, slug, home, number, titles, lead, supplied,"
    " listed, children, members, verdicts FROM node"
)

# Behind every node.
OWNER_END = 1 << 40


# As the index of addresses has it.
_OF_ENTRY = "collection = '' AND slug = '' AND (slug <> '' OR kind IN ('entry', 'collection'))"


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
        # What was made of the data once and is made again for many pages: sources as they are
        # cited.
        self.memo: dict[object, Any] = {}
        self._interrupted = False

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
    def decoding(self) -> Iterator[None]:
        """What the rows hold is ours as well: anything else in them is damage."""
        try:
            yield
        except (KeyError, TypeError, ValueError) as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> DamagedError:
        return DamagedError(
            "The library file cannot be read: {reason}.",
            place=self.source,
            advice="It holds nothing of yours: delete it, and it is made anew.",
            reason=error,
        )

    def meta(self) -> dict[str, str]:
        """What the file says of itself: what made it, and for which content."""
        with self.reading() as connection:
            rows: list[Any] = connection.execute("SELECT key, value FROM meta").fetchall()
            return dict(rows)

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
                one = f"{_NODE} WHERE entry = ? AND {_OF_ENTRY}"
                row = connection.execute(one, (entry,)).fetchone()
                if row is None:
                    raise NoEntryError(
                        "There is no entry “{entry}” here.",
                        advice="Entries: {entries}.",
                        entry=entry,
                        entries=", ".join(self._entry_ids()),
                    )
                node = self._node(row)
                more: Any = connection.execute(
                    "SELECT edition, version, licence, kind, language, languages, verdicts"
                    " FROM entry WHERE node = ?",
                    (node.id,),
                ).fetchone()
            with self.decoding():
                edition, version, licence, kind, language, languages, verdicts = more
                self._entries[entry] = EntryInfo(
                    node,
                    edition,
                    version,
                    licence,
                    kind,
                    language,
                    tuple(json.loads(languages)),
                    json.loads(verdicts),
                )
        return self._entries[entry]

    def _entry_ids(self) -> list[str]:
        rows = self._connection.execute("SELECT entry FROM node WHERE parent IS NULL LIMIT 10")
        return [entry for (entry,) in rows]

    def nodes(self, clause: str, *values: object) -> list[Node]:
        """Nodes by the end of a statement (`WHERE ...`), for the modules of this layer."""
        with self.reading() as connection:
            rows = connection.execute(f"{_NODE} {clause}", values).fetchall()
        return [self._node(row) for row in rows]

    def children(self, parent: int | None, after: int = 0, limit: int = 500) -> list[Node]:
        """The lines of the outline directly below `parent` (None: the entries) that follow node
        `after`.
        """
        return self.nodes(
            "WHERE parent IS ? AND id > ? AND listed ORDER BY id LIMIT ?", parent, after, limit
        )

    def node(self, id: int) -> Node:
        """One node by number. Numbers come from here: none of that number is damage."""
        found = self.nodes("WHERE id = ?", id)
        if not found:
            raise self._damaged(KeyError(id))
        return found[0]

    def some(self, ids: Sequence[int]) -> list[Node]:
        """Nodes by number, in order of numbers."""
        return self.nodes(
            "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", json.dumps(ids)
        )

    def end(self, node: Node) -> int:
        """The first number behind a node and all that is below it."""
        ends: list[int] = []
        for above in (None, *(one.id for one in self.path(node))):
            after = self.nodes("WHERE parent IS ? AND id > ? ORDER BY id LIMIT 1", above, node.id)
            ends += [one.id for one in after]
        return min(ends, default=OWNER_END)

    def path(self, node: Node) -> tuple[Node, ...]:
        """The nodes above one, from the entry down."""
        above: list[Node] = []
        while node.parent is not None:
            node = self.node(node.parent)
            above.append(node)
        return tuple(reversed(above))

    # --- sections -----------------------------------------------------------------------------

    def find(self, address: Address) -> Node:
        """What is at an address: a section, a thing, a collection's page; the first section of
        an entry. Raises `NotFoundError`.

        The fragment and the edition are not looked at.
        """
        info = self.entry(address.entry)
        if address.item or address.collection:
            found = self._named(address.entry, address.collection, address.item)
        else:
            found = self.nodes(
                "WHERE id > ? AND kind = 'section' ORDER BY id LIMIT 1", info.node.id
            )
        if not found and not address.item and not address.collection:
            raise self._damaged(ValueError("an entry without a section"))
        if not found:
            raise NotFoundError(
                "There is nothing at “{address}”.",
                advice="“treatyviewer outline” lists what {address.entry} has.",
                address=address,
            )
        return found[0]

    def find_claim(self, address: Address) -> Node | None:
        """The claim that an address names behind its `#`, None where that is something else."""
        if not address.fragment or address.collection:
            return None
        found = self._named(address.entry, "claims", address.fragment)
        return found[0] if found and found[0].home == address.item else None

    def _named(self, entry: str, collection: str, slug: str) -> list[Node]:
        return self.nodes(
            "WHERE entry = ? AND collection = ? AND slug = ?"
            " AND (slug <> '' OR kind IN ('entry', 'collection'))",
            entry,
            collection,
            slug,
        )

    def sections(self, entry: EntryInfo) -> Iterator[Node]:
        """All sections of an entry in reading order."""
        with self.reading() as connection:
            rows = connection.execute(
                f"{_NODE} WHERE entry = ? AND kind = 'section' ORDER BY id", (entry.node.entry,)
            )
            for row in rows:
                yield self._node(row)

    def page(self, node: Node, language: str, part: str = "") -> Page:
        """A page with its text in the best language to be had, complete. `part` is what of it is
        wanted where there is a choice (`Page.part`).
        """
        from treatyviewer.library.first_page import kept

        page = kept(self, node, language)
        if page is not None:
            return page
        page = self.text(node, language)
        # What is set around a text is made of the entry's data, where there is any.
        from treatyviewer.library.composing import compose

        return compose(self, page._replace(part=part), language)

    def text(self, node: Node, language: str) -> Page:
        """The text of a section, or what an author wrote above a collection; no more."""
        info = self.entry(node.entry)
        with self.reading() as connection:
            rows: list[Any] = connection.execute(
                "SELECT language, blocks, record FROM body WHERE node = ? ORDER BY rowid",
                (node.id,),
            ).fetchall()
        with self.decoding():
            bodies: dict[str, tuple[str, str]] = {tag: (text, more) for tag, text, more in rows}
            chosen = choose(bodies, language, info.language)
            text, more = bodies[chosen]
            blocks = blocks_from_json(json.loads(text))
            record = blocks_from_json(json.loads(more))
        return Page(node, info, self.path(node), chosen, blocks, record)

    def _node(self, row: tuple[Any, ...]) -> Node:
        with self.decoding():
            *plain, titles, lead, supplied, listed, children, members, verdicts = row
            flags = bool(lead), bool(supplied), bool(listed)
            counts = json.loads(verdicts) if verdicts else {}
            titled = json.loads(titles)
            return Node._make([*plain, titled, *flags, children, members, counts])


def connect(source: str) -> apsw.Connection:
    """A read-only connection to a library file, or to one in memory."""
    flags = apsw.SQLITE_OPEN_READONLY
    if source.startswith("file:"):
        flags |= apsw.SQLITE_OPEN_URI
    return apsw.Connection(source, flags=flags)
