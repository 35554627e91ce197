"""A section of the library as a page to be shown: what stands around its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from treatyviewer.entry.address import Address
from treatyviewer.entry.blocks import ClaimMark, Run, find_block, leaves
from treatyviewer.entry.language import choose, normal
from treatyviewer.entry.things import VERDICTS
from treatyviewer.gui.i18n import translate
from treatyviewer.gui.widgets.breadcrumbs import Crumb
from treatyviewer.gui.widgets.page_view import FindMarks, PageView
from treatyviewer.library.library import Library
from treatyviewer.library.values import Node, Page
from treatyviewer.library.walking import Ways

if TYPE_CHECKING:
    from treatyviewer.index.marks import Matcher


def view_of(page: Page, language: str, address: Address) -> PageView:
    """The page with its kicker, its titles and notes: where the text is not in the reader's
    language, and where the address names a place or an edition that is not this one. The lead
    stands under the entry's own title.
    """
    if page.node.lead:
        titles = page.entry.node.titles
        kicker = _kind(page.entry.kind)
    else:
        titles = page.node.titles
        kicker = _kicker(page, language)
    shown = choose(titles, language, page.entry.language)
    # Those of the entry's languages first; other forms (traditional Chinese) where they differ.
    order = dict.fromkeys([*page.entry.languages, *titles])
    others = dict.fromkeys(titles[tag] for tag in order if tag != shown and tag in titles)
    others.pop(titles.get(shown, ""), None)
    return PageView(
        titles.get(shown, ""),
        kicker=kicker,
        subtitle="  ·  ".join(others),
        # Chinese sentences follow each other without a space.
        note=" ".join(_notes(page, language, address)).replace("。 ", "。"),
        blocks=page.whole,
    )


def ways_of(ways: Ways, language: str) -> tuple[tuple[str, str], ...]:
    """The pages before and after one, as links for its foot."""
    made: list[tuple[str, str]] = []
    if ways.before is not None:
        made.append((f"‹ {numbered(ways.before, language)}", ways.before.address.link))
    if ways.after is not None:
        made.append((f"{numbered(ways.after, language)} ›", ways.after.address.link))
    return tuple(made)


def crumbs_of(page: Page, language: str) -> list[Crumb]:
    """The way from the entry down to a page; a part is only a label, and has no page."""
    above = [page.entry.node, *page.path[1:]]
    return [Crumb(node.title(language), node.address.link) for node in above if node.kind != "part"]


def numbered(node: Node, language: str) -> str:
    """A title with its number before it, if it has one."""
    title = node.title(language)
    return f"{node.number} · {title}" if node.number else title


def address_of_claim(library: Library, page: Page, claim: str) -> Address:
    """Where a claim stands whose words are on a page: there, or it is only quoted there."""
    if page.node.kind != "section":
        from treatyviewer.library import things

        node = things.claim(library, page.node.entry, claim)
        if node is not None:
            return node.address
    return page.node.address._replace(fragment=claim)


def part_of(node: Node, address: Address) -> str:
    """What of a page an address asks for: the claims of one verdict."""
    claims = node.kind == "collection" and node.collection == "claims"
    return address.fragment if claims and address.fragment in VERDICTS else ""


def _kicker(page: Page, language: str) -> str:
    node = page.node
    if node.number:
        return translate("Page", "Section {number}").format(number=node.number)
    return page.path[-1].title(language) if page.path else ""


def _notes(page: Page, language: str, address: Address) -> Iterator[str]:
    wanted = normal(language)
    if page.blocks and page.language.split("-")[0] != wanted.split("-")[0]:
        yield translate(
            "Page", "This text is in {given}; you read in {wanted} where there is a choice."
        ).format(wanted=_name(wanted), given=_name(page.language))
    if address.edition and address.edition != page.entry.edition:
        yield translate(
            "Page",
            "The address names edition {named}; this is edition {here}, and its paragraphs may "
            "be numbered otherwise.",
        ).format(named=address.edition, here=page.entry.edition)
    if page.node.supplied:
        yield translate("Page", "The supplied text, word for word. Underlined words were checked.")
    if address.fragment != page.part and not _has(page, address.fragment):
        yield translate("Page", "There is no “#{fragment}” in this section.").format(
            fragment=address.fragment
        )


def _has(page: Page, fragment: str) -> bool:
    """Whether a page has a block or a claim of that id."""
    if page.node.kind == "claim" or find_block(page.whole, fragment) is not None:
        return True
    return any(_marks(runs, fragment) for _, runs in leaves(page.whole))


def _marks(runs: Sequence[Run], claim: str) -> bool:
    return any(isinstance(run, ClaimMark) and run.claim == claim for run in runs)


def _kind(kind: str) -> str:
    """The kind of an entry is a word of its author's; the usual one is known here."""
    return translate("Page", "treaty") if kind == "treaty" else kind


def _name(tag: str) -> str:
    names = {
        "en": translate("Page", "English"),
        "ru": translate("Page", "Russian"),
        "zh-Hans": translate("Page", "simplified Chinese"),
        "zh-Hant": translate("Page", "traditional Chinese"),
    }
    return names.get(tag, tag)


def marker(matcher: Matcher) -> FindMarks:
    """What finds the places of an answer in the words of a page."""

    def mark(words: str) -> list[tuple[int, int]]:
        return [(mark.start, mark.end) for mark in matcher.find(words)]

    return mark
