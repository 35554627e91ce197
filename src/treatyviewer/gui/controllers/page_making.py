"""A section of the library as a page to be shown: what stands around its text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from treatyviewer.entry.address import Address
from treatyviewer.entry.language import choose, normal
from treatyviewer.gui.widgets.page_view import PageView
from treatyviewer.library.values import Page


def _tr(text: str) -> str:
    return QCoreApplication.translate("Page", text)


def view_of(page: Page, language: str, address: Address) -> PageView:
    """The page with its kicker, its titles and notes: where the text is not in the reader's
    language, and where the address names a place or an edition that is not this one. The lead
    stands under the entry's own title.
    """
    if page.node.lead:
        titles = page.entry.node.titles
        kicker = page.entry.kind
    else:
        titles = page.node.titles
        kicker = _kicker(page, language)
    shown = choose(titles, language, page.entry.language)
    others = [titles[tag] for tag in page.entry.languages if tag != shown and tag in titles]
    return PageView(
        titles.get(shown, ""),
        kicker=kicker,
        subtitle="  ·  ".join(others),
        note=" ".join(_notes(page, language, address)),
        blocks=page.blocks,
    )


def _kicker(page: Page, language: str) -> str:
    if page.node.number:
        return _tr("Section {number}").format(number=page.node.number)
    return page.path[-1].title(language) if page.path else ""


def _notes(page: Page, language: str, address: Address) -> Iterator[str]:
    wanted = normal(language)
    if page.blocks and page.language.split("-")[0] != wanted.split("-")[0]:
        yield _tr("This text is in {given}; you read in {wanted} where there is a choice.").format(
            wanted=_name(wanted), given=_name(page.language)
        )
    if address.edition and address.edition != page.entry.edition:
        yield _tr(
            "The address names edition {named}; this is edition {here}, and its paragraphs may "
            "be numbered otherwise."
        ).format(named=address.edition, here=page.entry.edition)
    if address.fragment and address.fragment not in {block.id for block in page.blocks}:
        yield _tr("There is no “#{fragment}” in this section.").format(fragment=address.fragment)


def _name(tag: str) -> str:
    names = {
        "en": _tr("English"),
        "ru": _tr("Russian"),
        "zh-Hans": _tr("simplified Chinese"),
        "zh-Hant": _tr("traditional Chinese"),
    }
    return names.get(tag, tag)
