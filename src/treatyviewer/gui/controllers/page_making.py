"""A section of the library as a page to be shown: what stands around its text."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from treatyviewer.entry.language import choose, normal
from treatyviewer.gui.widgets.page_view import PageView
from treatyviewer.library.values import Page


def _tr(text: str) -> str:
    return QCoreApplication.translate("Page", text)


def view_of(page: Page, language: str) -> PageView:
    """The page with its kicker, its titles and, where the text is not in the language that
    was wanted, a note that says so. The lead stands under the entry's own title.
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
        note=_language_note(page, language),
        blocks=page.blocks,
    )


def _kicker(page: Page, language: str) -> str:
    if page.node.number:
        return _tr("Section {number}").format(number=page.node.number)
    return page.path[-1].title(language) if page.path else ""


def _language_note(page: Page, language: str) -> str:
    wanted = normal(language)
    if not page.blocks or page.language.split("-")[0] == wanted.split("-")[0]:
        return ""
    return _tr("There is no text in {wanted} here; this is the one in {given}.").format(
        wanted=_name(wanted), given=_name(page.language)
    )


def _name(tag: str) -> str:
    names = {
        "en": _tr("English"),
        "ru": _tr("Russian"),
        "zh-Hans": _tr("simplified Chinese"),
        "zh-Hant": _tr("traditional Chinese"),
    }
    return names.get(tag, tag)
