"""Reading a compiled library."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest

from treatyviewer.entry.address import Address
from treatyviewer.entry.blocks import plain_text
from treatyviewer.errors import NotFoundError
from treatyviewer.library.library import DamagedError, Library
from treatyviewer.library.shelf import shelf
from treatyviewer.library.values import Node

MakeEntry = Callable[..., Path]

MORE = """
[[parts]]
title = { en = "Annexes", ru = "Приложения" }

[[parts.sections]]
id = "extra"
number = "A"
"""


@pytest.fixture
def library(make_entry: MakeEntry, tmp_path: Path) -> Iterator[Library]:
    """Two entries: the first with two parts and sections below, the second mainly Russian."""
    first = make_entry(
        "a-entry",
        {
            "lead": "Opening.",
            "one": "# One\n\nFirst.\n\n## In {#in}\n\nSecond.\n\n### Deep {#deep}\n\nThird.",
            "one.ru": "# Раз\n\nПервый.\n\n## Внутри {#in}\n\nВторой.",
            "bare": "# Bare",
        },
        titles={"en": "First", "ru": "Первая"},
        extra=MORE,
    )
    (first / "sections" / "extra.md").write_text("# Extra\n\nMore.")
    second = make_entry("b-entry", {"one": "# Первый\n\nСлово.", "one.en": "# One\n\nWord."})
    toml = second / "entry.toml"
    text = toml.read_text().replace('["en", "zh-Hans", "ru"]', '["ru", "en"]')
    toml.write_text(text.replace('en = "A test"', 'en = "Second"\nru = "Вторая"'))
    opened = shelf(tmp_path).open()
    yield opened
    opened.close()


def section(library: Library, address: str) -> Node:
    entry, _, item = address.partition("/")
    return library.find(Address(entry, item))


def names(nodes: list[Node]) -> list[str]:
    return [node.slug or node.title("en") for node in nodes]


def test_entries_come_in_order_with_what_is_known_of_them(library: Library) -> None:
    first, second = library.entries()
    assert str(first.node.address) == "a-entry"
    assert (first.edition, first.licence, first.kind, first.language) == (1, "MIT", "treaty", "en")
    assert first.languages == ("en", "zh-Hans", "ru")
    assert (second.language, second.languages) == ("ru", ("ru", "en"))
    assert library.entry("a-entry") == first


def test_an_entry_that_is_not_there_is_told_with_those_that_are(library: Library) -> None:
    with pytest.raises(NotFoundError) as refused:
        library.entry("c-entry")
    assert "“c-entry”" in refused.value.message
    assert "a-entry, b-entry" in refused.value.advice


def test_the_outline_is_a_tree(library: Library) -> None:
    roots = library.children(None)
    assert [(node.kind, node.entry, node.children) for node in roots] == [
        ("entry", "a-entry", 2),
        ("entry", "b-entry", 1),
    ]
    parts = library.children(roots[0].id)
    assert names(parts) == ["The entry", "Annexes"]
    sections = library.children(parts[0].id)
    assert [(n.slug, n.number, n.lead, n.children) for n in sections] == [
        ("lead", "", True, 0),
        ("one", "1", False, 1),
        ("bare", "2", False, 0),
    ]
    assert names(library.children(sections[1].id)) == ["in"]
    assert library.children(sections[0].id) == []


def test_children_come_in_pages(library: Library) -> None:
    part = library.children(library.children(None)[0].id)[0]
    whole = library.children(part.id)
    first = library.children(part.id, limit=2)
    assert first == whole[:2]
    assert library.children(part.id, after=first[-1].id, limit=2) == whole[2:]
    assert library.children(part.id, after=whole[-1].id) == []


def test_sections_come_in_reading_order_and_end_with_their_entry(library: Library) -> None:
    first, second = library.entries()
    assert names(list(library.sections(first))) == ["lead", "one", "in", "deep", "bare", "extra"]
    assert names(list(library.sections(second))) == ["one"]


def test_the_path_leads_from_the_entry_down(library: Library) -> None:
    deep = section(library, "a-entry/deep")
    assert [node.title("en") for node in library.path(deep)] == ["First", "The entry", "One", "In"]
    assert library.path(library.entry("a-entry").node) == ()


def test_a_node_is_found_by_its_number(library: Library) -> None:
    deep = section(library, "a-entry/deep")
    assert library.node(deep.id) == deep
    with pytest.raises(DamagedError):
        library.node(10_000)


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        (Address("a-entry", "in"), "in"),
        (Address("a-entry", "in", fragment="p1", edition=7), "in"),
        (Address("a-entry"), "lead"),
        (Address("b-entry"), "one"),
    ],
)
def test_an_address_leads_to_its_section(library: Library, address: Address, slug: str) -> None:
    node = library.find(address)
    assert (node.entry, node.slug) == (address.entry, slug)


@pytest.mark.parametrize(
    "address",
    [
        Address("a-entry", "nothing"),
        Address("b-entry", "deep"),
        Address("a-entry", "zhou-enlai", "people"),
        Address("a-entry", "", "people"),
        Address("c-entry", "one"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(library: Library, address: Address) -> None:
    with pytest.raises(NotFoundError) as refused:
        library.find(address)
    assert address.entry in refused.value.message
    assert refused.value.advice


@pytest.mark.parametrize(
    ("address", "wanted", "language", "text"),
    [
        ("a-entry/one", "en", "en", "First."),
        ("a-entry/one", "ru", "ru", "Первый."),
        ("a-entry/one", "ru-RU", "ru", "Первый."),
        ("a-entry/in", "ru", "ru", "Второй."),
        ("a-entry/deep", "ru", "en", "Third."),
        ("a-entry/one", "zh-Hans", "en", "First."),
        ("b-entry/one", "zh-Hans", "ru", "Слово."),
        ("b-entry/one", "en", "en", "Word."),
        ("a-entry/bare", "en", "en", ""),
    ],
)
def test_a_page_has_the_text_in_the_best_language(
    library: Library, address: str, wanted: str, language: str, text: str
) -> None:
    page = library.page(section(library, address), wanted)
    assert str(page.address) == address
    assert page.entry.node.entry == address.partition("/")[0]
    assert page.path == library.path(page.node)
    assert (page.language, plain_text(page.blocks)) == (language, text)


@pytest.mark.parametrize(
    ("address", "wanted", "title"),
    [
        ("a-entry/one", "ru", "Раз"),
        ("a-entry/one", "fr", "One"),
        ("a-entry/deep", "ru", "Deep"),
        ("b-entry/one", "fr", "Первый"),
        ("b-entry/one", "en", "One"),
    ],
)
def test_a_title_falls_back_to_the_main_language_of_its_entry(
    library: Library, address: str, wanted: str, title: str
) -> None:
    assert section(library, address).title(wanted) == title


def test_the_title_of_an_entry_falls_back_to_its_main_language(library: Library) -> None:
    assert [info.node.title("fr") for info in library.entries()] == ["First", "Вторая"]


# --- damage that shows late ---------------------------------------------------------------------


def _spoil(library: Library, sql: str) -> None:
    with contextlib.closing(apsw.Connection(library.source)) as writer:
        writer.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TABLE body",
        "DELETE FROM body",
        "UPDATE body SET blocks = '['",
        'UPDATE body SET blocks = \'[{"type": "unheard-of"}]\'',
        "UPDATE body SET blocks = '[{}]'",
    ],
)
def test_a_text_that_cannot_be_read_back_is_told_as_damage_to_the_file(
    library: Library, sql: str
) -> None:
    node = section(library, "a-entry/one")
    _spoil(library, sql)
    with pytest.raises(DamagedError) as told:
        library.page(node, "en")
    assert told.value.place == library.source
    assert "delete it" in told.value.advice


def test_a_library_cannot_be_written_through(library: Library) -> None:
    with pytest.raises(DamagedError, match="readonly"), library.reading() as connection:
        connection.execute("DELETE FROM node")
    assert len(library.entries()) == 2


def test_a_section_counts_its_claims_by_verdict(complete: Library) -> None:
    entry = complete.entries()[0]
    sections = list(complete.sections(entry))
    assert sum((Counter(one.verdicts) for one in sections), Counter()) >= Counter(entry.verdicts)
    for section in sections:
        below = complete.nodes(
            "WHERE kind = 'claim' AND id > ? AND id < ?", section.id, complete.end(section)
        )
        assert Counter(section.verdicts) == sum((Counter(one.verdicts) for one in below), Counter())
