"""Pages that were read stay ready, some of them."""

from __future__ import annotations

from treatyviewer.library.library import Library
from treatyviewer.library.pages import Pages


def test_a_page_is_made_once_while_it_is_among_the_newest(shipped: Library) -> None:
    one, two, three = list(shipped.sections(shipped.entries()[0]))[:3]
    pages = Pages(shipped, limit=2)
    first = pages.page(one, "en")
    assert first == shipped.page(one, "en")
    assert pages.page(one, "en") is first
    pages.page(two, "en")
    # Read again, it is newer than the second.
    pages.page(one, "en")
    pages.page(three, "en")
    assert pages.has(one, "en")
    assert not pages.has(two, "en")


def test_each_language_has_a_page_of_its_own(shipped: Library) -> None:
    node = next(shipped.sections(shipped.entries()[0]))
    pages = Pages(shipped)
    assert pages.page(node, "ru") is not pages.page(node, "en")
    assert pages.page(node, "ru") == shipped.page(node, "ru")
