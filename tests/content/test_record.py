"""Tables of TOML files as values: texts by language, dates, sources, and the lines of prose."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from treatyviewer.content.block_reader import BlockReader
from treatyviewer.content.record import Record, records
from treatyviewer.content.references import References
from treatyviewer.content.toml import parse_toml
from treatyviewer.entry import blocks as b
from treatyviewer.entry.things import BY_SOURCE, SourceRef
from treatyviewer.errors import Problem

HEAD = '[[things]]\nid = "first"\n[[things]]\n'


def read(fields: str) -> tuple[Record, BlockReader]:
    """The second table of a list, with these fields from line 4 on."""
    toml = parse_toml("a.toml", (HEAD + fields).encode())
    reader = BlockReader(References("my-entry"))
    _, record = records(toml, "things", reader, "en")
    return record, reader


def places(problems: list[Problem]) -> Iterator[tuple[int, str]]:
    for problem in problems:
        assert problem.file == "a.toml"
        assert problem.advice
        yield problem.line, problem.field


def paragraph(id: str, text: str) -> b.Paragraph:
    return b.Paragraph(id, (b.Text(text),))


def test_words_and_texts() -> None:
    record, _ = read(
        'id = "x"\nnumber = 3\nname = "One"\ntitle = { en = "Two", zh = "二" }\nalso = ["a", "b"]\n'
    )
    assert (record.words("id"), record.words("none"), record.words("none", "so")) == ("x", "", "so")
    assert (record.number("number"), record.number("none")) == (3.0, None)
    assert record.texts("name") == {"en": "One"}
    assert record.texts("title") == {"en": "Two", "zh-Hans": "二"}
    assert record.texts("none") == {}
    assert (record.many("also"), record.many("none")) == (("a", "b"), ())
    assert record.rest(but=("id", "number", "title", "also")) == {"name": "One"}
    assert record.basis() == BY_SOURCE


def test_sources_are_cited_with_their_locators() -> None:
    record, reader = read('sources = [\n  "a-1",\n  "b-2, arts. I, II",\n]\n')
    assert record.sources() == (SourceRef("a-1", ""), SourceRef("b-2", "arts. I, II"))
    assert [(u.kind, u.target, u.line, u.field) for u in reader.references.uses] == [
        ("citation", "a-1", 5, "things.1.sources.0"),
        ("citation", "b-2", 6, "things.1.sources.1"),
    ]


def test_links_are_addresses_of_this_entry() -> None:
    record, reader = read('of = "people/li-he"\nsections = ["one"]\nevents = ["signing"]\n')
    assert record.link(record.words("of"), "of") == "people/li-he"
    assert record.link("", "none") == ""
    assert record.links("sections") == ("one",)
    assert record.links("events", "events") == ("signing",)
    assert [(u.kind, u.target, u.line, u.field) for u in reader.references.uses] == [
        ("link", "my-entry/people/li-he", 4, "things.1.of"),
        ("link", "my-entry/one", 5, "things.1.sections.0"),
        ("link", "my-entry/events/signing", 6, "things.1.events.0"),
    ]


def test_dates() -> None:
    record, reader = read('born = "1860-02~"\ndied = "February"\n')
    born = record.date("born")
    assert born is not None
    assert (born.text, born.first, born.last) == ("1860-02~", "1860-02-01", "1860-02-29")
    assert record.date("none") is None
    assert reader.problems == []
    assert record.date("died") is None
    assert list(places(reader.problems)) == [(5, "things.1.died")]


def test_prose_is_one_text_or_one_for_each_language() -> None:
    record, reader = read(
        'a = "One.\\n\\nTwo."\nb = { en = "Three.", ru = "Три." }\nc = """\n- Four\n"""\n'
    )
    assert record.prose("a") == {"en": (paragraph("p1", "One."), paragraph("p2", "Two."))}
    # Blocks are numbered on through all texts of a thing, in each language.
    assert record.prose("b") == {
        "en": (paragraph("p3", "Three."),),
        "ru": (paragraph("p1", "Три."),),
    }
    assert record.prose("c")["en"] == (
        b.ItemList("l1", None, (b.Item((paragraph("p4", "Four"),)),)),
    )
    assert record.prose("none") == {}
    assert reader.problems == []


@pytest.mark.parametrize(
    ("fields", "line", "field"),
    [
        ('text = "a <i>"\n', 4, "text"),
        ('x = 1\ntext = """a\nb <i>"""\n', 6, "text"),
        ('text = """\na\n\nb\nc <i>\n"""\n', 8, "text"),
        ("text = '''\n\na <i>'''\n", 6, "text"),
        # Line ends that are written as \n are none in the file.
        ('text = "a\\n\\nb\\n\\nc <i>"\n', 4, "text"),
        ('text = { en = "a", ru = "b <i>" }\n', 4, "text.ru"),
        ('text = { en = """\na\n""", ru = """\nb\nc <i>\n""" }\n', 8, "text.ru"),
        ('[things.text]\nen = "a"\nru = """\nb\n\nc <i>\n"""\n', 9, "text.ru"),
        ('text.ru = "b <i>"\n', 4, "text.ru"),
    ],
)
def test_a_problem_in_prose_has_its_line_and_its_field(fields: str, line: int, field: str) -> None:
    record, reader = read(fields)
    record.prose("text")
    assert list(places(reader.problems)) == [(line, f"things.1.{field}")]


def test_references_in_prose_have_their_line_language_and_field() -> None:
    record, reader = read('text = { en = "a[@s-1]", ru = """\nb\n[[one]]""" }\n')
    record.prose("text")
    assert [(u.kind, u.line, u.language, u.field) for u in reader.references.uses] == [
        ("citation", 4, "en", "things.1.text.en"),
        ("link", 6, "ru", "things.1.text.ru"),
    ]


def test_what_stands_in_sections_only() -> None:
    record, reader = read('a = "[x]{.claim #c1-1}"\nb = """\nx[^1]\n\n[^1]: y\n"""\n')
    record.prose("a")
    record.prose("b")
    assert list(places(reader.problems)) == [(4, "things.1.a"), (6, "things.1.b")]


def test_a_line_is_one_paragraph() -> None:
    record, reader = read('a = { en = "*One*", ru = "Один" }\nb = "a\\n\\nb"\nc = "- a"\n')
    assert record.line("a") == {
        "en": (b.Emphasis((b.Text("One"),)),),
        "ru": (b.Text("Один"),),
    }
    assert record.line("b") == {}
    assert record.line("c") == {}
    assert record.line("none") == {}
    assert list(places(reader.problems)) == [(5, "things.1.b"), (6, "things.1.c")]


def test_tables_below_a_table() -> None:
    record, _ = read(
        '[[things.rivals]]\nwho = "a"\n[[things.rivals]]\nwho = "b"\nsources = ["s-1"]\n'
        '[things.text.zh]\nwords = "c"\n'
    )
    assert [one.words("who") for one in record.below("rivals")] == ["a", "b"]
    assert [(tag, one.words("words")) for tag, one in record.by_language("text")] == [
        ("zh-Hans", "c")
    ]
    assert list(record.below("none")) == []
    assert list(record.by_language("none")) == []
