"""Citations as numbered marks, and the list of sources that they lead to at the end of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar, cast

from treatyviewer.citation.reference import reference, short
from treatyviewer.entry import blocks as b
from treatyviewer.entry.address import Address
from treatyviewer.entry.rewriting import rewrite
from treatyviewer.entry.things import Source, SourceRef
from treatyviewer.errors import NotFoundError
from treatyviewer.library import things
from treatyviewer.library.composing.labels import label
from treatyviewer.library.composing.works import work_line
from treatyviewer.library.library import Library

_Value = TypeVar("_Value")
# As many sources as a long reading meets; each takes about a kilobyte.
_REMEMBERED = 2000


class Footnotes:
    """The sources of one page, numbered as they are first cited."""

    def __init__(
        self,
        library: Library,
        entry: str,
        language: str,
        after: int = 0,
        *,
        brief: bool = False,
    ) -> None:
        """Numbers begin behind `after`: the author's own notes have the first ones. With `brief`
        a source is listed under its short name, which leads to its page.
        """
        self._brief = brief
        self._library = library
        self._entry = entry
        self._language = language
        self._after = after
        self._numbers: dict[SourceRef, int] = {}

    def mark(self, value: _Value) -> _Value:
        """The same blocks with a numbered mark for each citation."""
        return rewrite(value, self._change)

    def marks(self, refs: Iterable[SourceRef]) -> tuple[b.Run, ...]:
        """Marks for some sources."""
        return tuple(self._mark(ref) for ref in refs)

    def add(self, refs: Iterable[SourceRef]) -> None:
        """List these too, but for sources that are cited already, unless at another place."""
        cited = {ref.source for ref in self._numbers}
        for ref in refs:
            if ref not in self._numbers and (ref.locator or ref.source not in cited):
                self._mark(ref)

    def blocks(self) -> tuple[b.Block, ...]:
        """The list, under its heading; nothing where nothing was cited."""
        if not self._numbers:
            return ()
        head = b.Heading("sources", 5, (b.Text(label("sources", self._language)),))
        return (head, *(self._note(ref, number) for ref, number in self._numbers.items()))

    def cards(self) -> tuple[b.Block, ...]:
        """The same, each source on a card that leads to its page."""
        if not self._numbers:
            return ()
        head = b.Heading("sources", 5, (b.Text(label("sources", self._language)),))
        return (head, *(self._card(ref, number) for ref, number in self._numbers.items()))

    def _change(self, run: b.Run) -> b.Run:
        if isinstance(run, b.Citation):
            return self._mark(SourceRef(run.source, run.locator))
        return run

    def _mark(self, ref: SourceRef) -> b.NoteMark:
        number = self._numbers.setdefault(ref, len(self._numbers) + 1 + self._after)
        return b.NoteMark(f"s{number}", str(number))

    def _note(self, ref: SourceRef, number: int) -> b.Note:
        runs = source_runs(self._library, self._entry, ref, self._language, brief=self._brief)
        # Its name and where in it, without the full reference.
        return b.Note(f"s{number}", str(number), (b.Paragraph(f"sp{number}", runs),), runs[:2])

    def _card(self, ref: SourceRef, number: int) -> b.Block:
        address = Address(self._entry, ref.source, "sources")
        source = _source(self._library, address)
        if source is None:
            return self._note(ref, number)
        csl: Mapping[str, object] = source.csl
        where = f", {ref.locator}" if ref.locator else ""
        name = b.Text(f"{number}\u2002{short(csl, self._language)}{where}")
        blocks: tuple[b.Block, ...] = (
            b.Paragraph(f"sp{number}", (b.Link(address.link, (name,)),)),
        )
        if line := work_line(csl, self._language):
            blocks += (b.Heading(f"sl{number}", 6, (b.Text(line),)),)
        return b.Card(f"s{number}", address.link, blocks)


def source_runs(
    library: Library, entry: str, ref: SourceRef, language: str, *, brief: bool = False
) -> tuple[b.Run, ...]:
    """A source in a list: its short name leads to its page, then where in it, then (unless
    `brief`) in full.
    """
    key = entry, ref, language, brief
    if key not in library.memo:
        if len(library.memo) >= _REMEMBERED:
            library.memo.clear()
        library.memo[key] = _source_runs(library, entry, ref, language, brief=brief)
    return cast("tuple[b.Run, ...]", library.memo[key])


def _source_runs(
    library: Library, entry: str, ref: SourceRef, language: str, *, brief: bool
) -> tuple[b.Run, ...]:
    address = Address(entry, ref.source, "sources")
    source = _source(library, address)
    if source is None:
        return (b.Text(ref.source),)
    csl: Mapping[str, object] = source.csl
    where = f", {ref.locator}" if ref.locator else ""
    name = b.Link(address.link, (b.Text(short(csl, language)),))
    if brief:
        return (name, b.Text(f"{where}."))
    return (name, b.Text(f"{where}. "), *reference(csl, language))


def _source(library: Library, address: Address) -> Source | None:
    try:
        return cast("Source", things.thing(library, library.find(address)))
    except NotFoundError:
        # Nothing is compiled that cites what is not there.
        return None


def own_notes(blocks: Iterable[b.Block]) -> int:
    """How many notes of the author's there are among some blocks."""
    return sum(isinstance(block, b.Note) for block in blocks)
