"""The evidence behind a claim: what the text says, what the record shows, and the sources."""

from __future__ import annotations

from treatyviewer.entry import blocks as b
from treatyviewer.entry import things as t
from treatyviewer.entry.rewriting import placed
from treatyviewer.library import things
from treatyviewer.library.composing.footnotes import Footnotes
from treatyviewer.library.composing.pieces import Pieces
from treatyviewer.library.library import Library
from treatyviewer.library.values import Page


def evidence(library: Library, page: Page, language: str) -> Page:
    """The page of a claim. Its sources are cards where the page's part says so."""
    claim: t.Claim = things.thing(library, page.node)
    pieces = Pieces(page, language)
    feet = Footnotes(library, page.entry.node.entry, language)
    home = library.node(page.node.parent) if page.node.parent is not None else None
    supplied = home is not None and home.supplied
    above = (
        pieces.head("supplied-says" if supplied else "entry-says", "says"),
        b.Quote("quote", (b.Paragraph("quote-text", _quoted(claim)),)),
    )
    blocks: tuple[b.Block, ...] = (pieces.head("record-shows", "record"),)
    if claim.note:
        blocks += (b.Paragraph("note-line", (b.Strong((b.Text(claim.note),)),)),)
    blocks += feet.mark(pieces.prose(claim.record)) + pieces.basis(claim)
    if claim.no_source_because:
        said = f"{pieces.say('no-source')}: {claim.no_source_because}"
        blocks += (b.Paragraph("no-source", (b.Text(said),)),)
    if claim.rivals:
        rivals = tuple(_rival(one, number, pieces, feet) for number, one in enumerate(claim.rivals))
        blocks += (pieces.head("disagree"), b.DefinitionList("rivals", rivals))
    feet.add(claim.sources)
    return page._replace(
        above=above, blocks=blocks, below=feet.cards() if page.part == "cards" else feet.blocks()
    )


def _quoted(claim: t.Claim) -> tuple[b.Run, ...]:
    """The whole sentence, the claim's own words marked in it."""
    before, after = claim.quote[: claim.start], claim.quote[claim.end :]
    words = b.Text(claim.quote[claim.start : claim.end])
    mark = b.ClaimMark(claim.id, claim.verdict, (b.Strong((words,)),))
    runs: list[b.Run] = [mark]
    if before:
        runs.insert(0, b.Text(before))
    if after:
        runs.append(b.Text(after))
    return tuple(runs)


def _rival(rival: t.Rival, number: int, pieces: Pieces, feet: Footnotes) -> b.Definition:
    who = b.Paragraph(
        f"rival{number}-who", (b.Emphasis((b.Text(rival.who),)), *feet.marks(rival.sources))
    )
    said = feet.mark(placed(pieces.prose(rival.assessment), f"rival{number}"))
    return b.Definition((b.Text(rival.position),), (who, *said))
