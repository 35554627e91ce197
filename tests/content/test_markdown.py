"""Markdown to blocks: what each construct becomes, and what is refused, at which line."""

from __future__ import annotations

import pytest

from treatyviewer.content.markdown import ParsedSection, SectionReader
from treatyviewer.content.references import Picture, References
from treatyviewer.entry import blocks as b
from treatyviewer.errors import Problem


def read(text: str, *, lead: bool = False) -> tuple[ParsedSection, list[Problem]]:
    reader = SectionReader()
    return reader.read(text, "sections/one.md", lead=lead), reader.problems


def blocks(body: str) -> tuple[b.Block, ...]:
    section, problems = read(f"# One\n\n{body}")
    assert problems == []
    return tuple(section.blocks)


def words(body: str) -> str:
    return b.plain_text(blocks(body))


def runs(body: str) -> tuple[b.Run, ...]:
    (block,) = blocks(body)
    assert isinstance(block, b.Paragraph)
    return block.runs


def T(text: str) -> tuple[b.Text]:
    return (b.Text(text),)


def P(id: str, text: str) -> b.Paragraph:
    return b.Paragraph(id, T(text))


# --- what there is ------------------------------------------------------------------------------


def test_the_heading_becomes_the_title_and_not_a_block() -> None:
    section, problems = read("# Economic *Aid*\n\nText.")
    assert problems == []
    assert (section.title, section.line, section.id) == ("Economic Aid", 1, "")
    assert section.blocks == [P("p1", "Text.")]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("one\n\ntwo", (P("p1", "one"), P("p2", "two"))),
        ("## Sub", (b.Heading("h1", 2, T("Sub")),)),
        ("###### Low\n\n## Sub", (b.Heading("h1", 6, T("Low")), b.Heading("h2", 2, T("Sub")))),
        ("> said\n>\n> more", (b.Quote("q1", (P("p1", "said"), P("p2", "more"))),)),
        (
            "- a\n- b",
            (b.ItemList("l1", None, (b.Item((P("p1", "a"),)), b.Item((P("p2", "b"),)))),),
        ),
        ("3. a", (b.ItemList("l1", 3, (b.Item((P("p1", "a"),)),)),)),
        ("0. a", (b.ItemList("l1", 0, (b.Item((P("p1", "a"),)),)),)),
        (
            "1. a\n   - b",
            (
                b.ItemList(
                    "l1",
                    1,
                    (b.Item((P("p1", "a"), b.ItemList("l2", None, (b.Item((P("p2", "b"),)),)))),),
                ),
            ),
        ),
        (
            "Term\n: one\n: two\n\nOther\n: three",
            (
                b.DefinitionList(
                    "d1",
                    (
                        b.Definition(T("Term"), (P("p1", "one"), P("p2", "two"))),
                        b.Definition(T("Other"), (P("p3", "three"),)),
                    ),
                ),
            ),
        ),
        (
            "| a | b | c |\n|---|:-:|--:|\n| 1 | 2 |  |",
            (
                b.Table(
                    "t1",
                    b.Row((b.Cell("", T("a")), b.Cell("center", T("b")), b.Cell("right", T("c")))),
                    (b.Row((b.Cell("", T("1")), b.Cell("center", T("2")), b.Cell("right", ()))),),
                ),
            ),
        ),
        ("a\n\n---\n\nb", (P("p1", "a"), b.Rule("r1"), P("p2", "b"))),
    ],
)
def test_each_kind_of_block(markdown: str, expected: tuple[b.Block, ...]) -> None:
    assert blocks(markdown) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("*a*", (b.Emphasis(T("a")),)),
        ("**a**", (b.Strong(T("a")),)),
        ("***a***", (b.Emphasis((b.Strong(T("a")),)),)),
        ("`a *b*`", (b.Code("a *b*"),)),
        ("[a](treaty:e/s#c3-1)", (b.Link("treaty:e/s#c3-1", T("a")),)),
        ("[a](https://example.org/x)", (b.Link("https://example.org/x", T("a")),)),
        ("<http://example.org>", (b.Link("http://example.org", T("http://example.org")),)),
        ("[a]\n\n[a]: treaty:e", (b.Link("treaty:e", T("a")),)),
        ("a\\\nb", (b.Text("a"), b.Break(), b.Text("b"))),
        ("a  \nb", (b.Text("a"), b.Break(), b.Text("b"))),
        ("a &amp; b &#x4e2d;", T("a & b 中")),
    ],
)
def test_each_kind_of_run(markdown: str, expected: tuple[b.Run, ...]) -> None:
    assert runs(markdown) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the implementation of the ** peace treaty between the two countries.",
        "\"straight\" 'quotes' -- three... (c) (tm) +- ----",
        "China's “own” – quotes",
        "mid-60s of the 20th century, 1950-1960",
        "https://example.org is not made a link",
        "2 * 3 * 4, snake_case_word, a_b",
    ],
)
def test_nothing_is_replaced_in_a_text(text: str) -> None:
    assert runs(text) == T(text)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("\\{#meant}", "{#meant}"),
        ("\\{.x} and \\{:y}", "{.x} and {:y}"),
        ("{ } {a} {}", "{ } {a} {}"),
        ("\\[^1]", "[^1]"),
        ("\\<b> 1 < 2", "<b> 1 < 2"),
    ],
)
def test_a_sign_that_is_meant_can_be_written(markdown: str, text: str) -> None:
    assert runs(markdown) == T(text)


def test_an_escaped_name_stays_in_a_heading() -> None:
    assert blocks("## A \\{#b}") == (b.Heading("h1", 2, T("A {#b}")),)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("a\nb", "a b"),
        ("中苏\n条约", "中苏条约"),
        ("条约。\n一九", "条约。一九"),
        ("か\nな", "かな"),
        ("𠀀\n𠀀", "𠀀𠀀"),
        ("中\nabc", "中 abc"),
        ("abc\n中", "abc 中"),
        ("договор\n条约\n1950", "договор 条约 1950"),
    ],
)
def test_a_line_end_is_a_space_except_between_han_signs(markdown: str, text: str) -> None:
    assert runs(markdown) == T(text)


def test_a_line_end_before_stressed_han_signs_is_no_space() -> None:
    assert words("中\n*文*\n中 **a**\nb") == "中文中 a b"


def test_line_ends_of_windows_are_line_ends() -> None:
    section, problems = read("# One\r\n\r\na\r\nb\r\n\r\nc\r\n")
    assert problems == []
    assert section.blocks == [P("p1", "a b"), P("p2", "c")]


# --- sections below -----------------------------------------------------------------------------


def test_named_headings_become_sections_below() -> None:
    section, problems = read(
        "# One\n\ntop\n\n## A {#a}\n\nin a\n\n### B {#b}\n\nin b\n\n#### C\n\nin c\n\n"
        "## D {#d}\n\nin d"
    )
    assert problems == []
    assert section.blocks == [P("p1", "top")]
    a, d = section.children
    (below,) = a.children
    assert [(s.id, s.title, s.line) for s in (a, below, d)] == [
        ("a", "A", 5),
        ("b", "B", 9),
        ("d", "D", 17),
    ]
    assert a.blocks == [P("p1", "in a")]
    assert below.blocks == [P("p1", "in b"), b.Heading("h1", 4, T("C")), P("p2", "in c")]
    assert d.blocks == [P("p1", "in d")]


def test_a_lead_can_have_sections_below_and_needs_no_heading() -> None:
    section, problems = read("Text.\n\n## A {#a}\n\nBelow.", lead=True)
    assert problems == []
    assert section.title == ""
    assert [child.id for child in section.children] == ["a"]


# --- notes --------------------------------------------------------------------------------------


def test_a_note_has_a_mark_in_the_text_and_a_block_behind_it() -> None:
    assert blocks("a[^x], again[^x]\n\n[^x]: said\n\n    more") == (
        b.Paragraph(
            "p1",
            (b.Text("a"), b.NoteMark("n1", "1"), b.Text(", again"), b.NoteMark("n1", "1")),
        ),
        b.Note("n1", "1", (P("p2", "said"), P("p3", "more"))),
    )


def test_a_note_belongs_to_the_section_that_refers_to_it() -> None:
    section, problems = read(
        "# One\n\ntop[^t]\n\n## A {#a}\n\nin a[^a]\n\n## B {#b}\n\nin b\n\n[^t]: T\n\n[^a]: A"
    )
    assert problems == []
    a, below = section.children
    assert section.blocks[-1] == b.Note("n1", "1", (P("p2", "T"),))
    assert a.blocks[-1] == b.Note("n2", "2", (P("p2", "A"),))
    assert below.blocks == [P("p1", "in b")]


def test_a_note_to_a_note_stands_where_that_note_does() -> None:
    section, problems = read(
        "# One\n\n[^b]: second\n\n[^a]: first[^b]\n\ntop\n\n## A {#a}\n\nin a[^a]"
    )
    assert problems == []
    assert [type(block) for block in section.blocks] == [b.Paragraph]
    notes = [block for block in section.children[0].blocks if isinstance(block, b.Note)]
    assert sorted(b.plain_text((note,)) for note in notes) == ["first", "second"]


# --- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("# One\n\n<div>x</div>", 3, "HTML is not part of an entry."),
        ("# One\n\n<!-- remark -->", 3, "HTML is not part of an entry."),
        ("# One\n\nText <b>bold", 3, "HTML is not part of an entry: <b>"),
        ("# One\n\nfirst\nsecond\nthird <i>", 5, "HTML is not part of an entry: <i>"),
        ("# One\n\nfirst\n*second\nthird <i>*", 5, "HTML is not part of an entry: <i>"),
        ("# One\n\n```\ncode\n```", 3, "A block of code"),
        ("# One\n\n    indented", 3, "A block of code"),
        ("# One\n\nok\n\nsee ![alt](media/a.png)", 5, "A picture stands in a paragraph"),
        ("# One\n\n[a]{.claim}", 3, "The braces behind “a” are not the mark of a claim."),
        ("# One\n\n[a]{.claim c3-1}", 3, "The braces {.claim c3-1} were not understood"),
        ("# One\n\n[a] {.claim #c3-1}", 3, "The braces {.claim #c3-1} were not understood"),
        ("# One\n\n[a]{claim #c3-1}", 3, "The braces {claim #c3-1} were not understood"),
        ("# One\n\n[a]{.claim #c3-1", 3, "The braces {.claim #c3-1 were not understood"),
        ("# One\n\n[[people/x", 3, "The brackets beginning with “[[” were not understood"),
        ("# One\n\n[@a b]", 3, "“[@a b]” is not a citation."),
        ("# One\n\n- a\n- b {#x}", 4, "The braces {#x} were not understood"),
        ("# One {.wide}", 1, "The braces {.wide} were not understood"),
        ("# One\n\n## Two {#a b}", 3, "The braces {#a b} were not understood"),
        ("# One\n\n> ## Two {#a}", 3, "The braces {#a} were not understood"),
        ("# One\n\n[a](mailto:a@example.org)", 3, "“mailto:a@example.org” leads nowhere"),
        ("# One\n\n[a](javascript:alert)", 3, "“javascript:alert” leads nowhere"),
        ("# One\n\n[a](file:///etc/passwd)", 3, "“file:///etc/passwd” leads nowhere"),
        ("# One\n\n[a](other.md)", 3, "“other.md” leads nowhere"),
        ("# One\n\n[a]()", 3, "“” leads nowhere"),
        ("# One\n\n[a](treaty:One/Two)", 3, "“treaty:One/Two” is not an address"),
        ("# One\n\na\n\n# Two", 5, "a second heading of level 1"),
        ("Text.\n\n# One", 1, "Text stands before the heading."),
        ("\n\n## One\n", 3, "Text stands before the heading."),
        ("", 1, "The section has no heading."),
        ("\n\n", 1, "The section has no heading."),
        ("#\n\nText", 1, "The heading is empty."),
        ("# One\n\n## {#a}", 3, "The heading is empty."),
        ("# One\n\n## A {#Bad}", 3, "“Bad” cannot be an id."),
        ("# One\n\n## A {#}", 3, "“” cannot be an id."),
        ("# One\n\n## A {#people}", 3, "“people” cannot be an id."),
        ("# One\n\n## A {#a}\n\nx\n\n## B\n\ny", 7, "This heading ends the section “a”"),
        ("# One[^1]\n\n[^1]: x", 1, "The title of a section has neither notes nor links."),
        ("# One\n\n## [A](treaty:e) {#a}", 3, "The title of a section has neither notes"),
        ("# One\n\na[^1]", 3, "There is no note [^1]"),
        ("# One\n\na\n\n[^1]: never", 5, "No text refers to the note [^1]"),
        ("# One\n\na[^1]\n\n[^1]: x\n\n[^1]: y", 7, "The note [^1] is given twice."),
    ],
)
def test_what_blocks_cannot_hold_is_refused_at_its_line(text: str, line: int, message: str) -> None:
    _, problems = read(text)
    assert [(p.file, p.line) for p in problems] == [("sections/one.md", line)]
    assert message in problems[0].message
    assert problems[0].advice


def test_a_lead_has_no_heading_of_level_1() -> None:
    _, problems = read("\n# One\n\nText.", lead=True)
    assert [(p.line, p.message[:8]) for p in problems] == [(2, "The lead")]


def test_all_problems_of_a_file_are_told_in_one_go() -> None:
    _, problems = read("# One\n\n<b>\n\ntext ![a](b) {#c}\n\n[a](b)")
    assert [p.line for p in problems] == [3, 5, 5, 7]


# --- the editor's part and pictures -------------------------------------------------------------


def test_the_editors_part_goes_to_the_end_of_the_file() -> None:
    section, problems = read(
        "# One\n\ntext[^1]\n\n## Below {#below}\n\nmore\n\n## What the record shows {.record}\n\n"
        "shown\n\n### Where\n\nthere[^2]\n\n[^1]: first\n\n[^2]: second"
    )
    assert problems == []
    assert b.plain_text(section.blocks) == "text\nfirst"
    assert [child.id for child in section.children] == ["below"]
    assert section.record[0] == b.Heading("h1", 2, T("What the record shows"))
    assert b.plain_text(section.record[1:]) == "shown\nWhere\nthere\nsecond"
    assert section.children[0].record == []
    # Its blocks are numbered on, so that each has an address in the section.
    assert [block.id for block in section.record] == ["h1", "p2", "h2", "p3", "n2"]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("# One {.record}", 1, "The editor's part begins with a heading of level 2."),
        ("# One\n\n## R {.record}\n\n## A {#a}", 5, "The editor's part has no sections of its"),
        ("# One\n\n## R {.recrd}", 3, "The braces {.recrd} were not understood"),
    ],
)
def test_what_cannot_be_an_editors_part(text: str, line: int, message: str) -> None:
    _, problems = read(text)
    assert [p.line for p in problems] == [line]
    assert problems[0].message.startswith(message)


def test_a_picture_stands_alone_and_is_described_elsewhere() -> None:
    assert blocks("![A map.](media/a.svg)") == (
        b.Figure("f1", "media/a.svg", "A map.", (), "", ""),
    )
    picture = Picture(
        {"en": "Rivers.", "ru": "Реки."}, {"en": T("In 1901.")}, "The makers", "CC0-1.0"
    )
    references = References("e", pictures={"media/a.svg": picture})
    reader = SectionReader(references)

    def figure(text: str, language: str) -> b.Block:
        (block,) = reader.read(f"# One\n\n{text}", "a.md", lead=False, language=language).blocks
        return block

    made = ("The makers", "CC0-1.0")
    assert figure("![](media/a.svg)", "ru") == b.Figure(
        "f1", "media/a.svg", "Реки.", T("In 1901."), *made
    )
    assert figure("![](media/a.svg)", "zh-Hans") == b.Figure(
        "f1", "media/a.svg", "Rivers.", T("In 1901."), *made
    )
    assert figure("![Own *words*](media/a.svg)", "en") == b.Figure(
        "f1", "media/a.svg", "Own words", T("In 1901."), *made
    )
    assert reader.problems == []
    assert [(use.kind, use.target, use.line) for use in references.uses] == [
        ("picture", "media/a.svg", 3)
    ] * 3


def test_files_read_one_after_another_do_not_mix() -> None:
    reader = SectionReader()
    reader.read("# One\n\na[^1]\n\n[^1]: x", "one.md", lead=False)
    second = reader.read("# Two\n\na[^1]\n\n[^1]: y\n\n## B {#b}", "two.md", lead=False)
    assert reader.problems == []
    assert b.plain_text(second.blocks) == "a\ny"
    reader.read("", "three.md", lead=False)
    reader.read("", "four.md", lead=False)
    assert [p.file for p in reader.problems] == ["three.md", "four.md"]
