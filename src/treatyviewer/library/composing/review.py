"""The page of all claims, or of those of one verdict."""

from __future__ import annotations

from collections.abc import Iterator

from treatyviewer.entry import blocks as b
from treatyviewer.entry import things as t
from treatyviewer.entry.address import Address
from treatyviewer.entry.rewriting import placed
from treatyviewer.entry.things import VERDICTS
from treatyviewer.library import things
from treatyviewer.library.composing.cards import SMALL
from treatyviewer.library.composing.pieces import Pieces
from treatyviewer.library.library import Library
from treatyviewer.library.values import Node, Page

# As many as are laid out in a moment. Whoever wants the others chooses a verdict, or a section.
_MOST = 500
# In which they are offered: what does not hold first.
_ORDER = ("contradicted", "imprecise", "supported", "unverifiable")


def review(library: Library, page: Page, language: str) -> Page:
    """The claims as cards in reading order, below what one may choose from."""
    pieces = Pieces(page, language)
    verdict = page.part if page.part in VERDICTS else ""
    counts = page.entry.verdicts
    found = things.review(library, page.entry, verdict, _MOST)
    total = counts.get(verdict, 0) if verdict else sum(counts.values())
    homes = {one.id: one for one in library.some([n.parent for n, _ in found if n.parent])}
    cards = tuple(_card(node, claim, homes.get(node.parent or 0), pieces) for node, claim in found)
    above: tuple[b.Block, ...] = (b.Paragraph("choices", tuple(_choices(page, verdict, pieces))),)
    if total > len(found):
        said = pieces.say("first-of").format(shown=len(found), count=total)
        above += (b.Heading("first-of", SMALL, (b.Text(said),)),)
    return page._replace(above=above, record=cards)


def _choices(page: Page, chosen: str, pieces: Pieces) -> Iterator[b.Run]:
    counts = page.entry.verdicts
    offered = [("", pieces.say("all"), sum(counts.values()))]
    offered += [(one, pieces.say(one), counts.get(one, 0)) for one in _ORDER]
    for verdict, word, count in offered:
        if count:
            address = Address(page.entry.node.entry, "", "claims", verdict)
            look = "chosen" if verdict == chosen else "choice"
            if verdict:
                yield b.Text("\u2002")
            yield b.Pill(look, address.link, (b.Text(f"{word[:1].upper()}{word[1:]} {count}"),))


def _card(node: Node, claim: t.Claim, home: Node | None, pieces: Pieces) -> b.Card:
    word = pieces.say(claim.verdict)
    head: list[b.Run] = [b.Pill(claim.verdict, "", (b.Text(f"{word[:1].upper()}{word[1:]}"),))]
    if home is not None:
        title = home.title(pieces.language)
        head.append(b.Text(f"  {home.number} · {title}" if home.number else f"  {title}"))
    mark = b.ClaimMark(claim.id, claim.verdict, (b.Text(claim.quote[claim.start : claim.end]),))
    blocks: list[b.Block] = [
        b.Heading("where", SMALL, tuple(head)),
        b.Paragraph("words", (b.Text("“"), mark, b.Text("”"))),
    ]
    if claim.note:
        blocks.append(b.Heading("finding", SMALL, (b.Text(claim.note),)))
    id = f"claim-{claim.id}"
    return b.Card(id, node.address.link, tuple(placed(block, id) for block in blocks))
