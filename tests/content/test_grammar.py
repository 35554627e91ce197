"""What an entry's Markdown has of its own: citations, links inside the entry, marks of claims."""

from __future__ import annotations

import pytest

from treatyviewer.content.markdown import SectionReader
from treatyviewer.content.references import References
from treatyviewer.entry import blocks as b

VERDICTS = {"c1-1": "contradicted"}


def read(text: str) -> tuple[tuple[b.Run, ...], References, list[tuple[int, str]]]:
    """The runs of a paragraph, its references, and its problems as (line, message)."""
    references = References("my-entry", VERDICTS)
    reader = SectionReader(references)
    section = reader.read(f"# One\n\n{text}", "one.md", lead=False, language="en")
    (block,) = section.blocks
    assert isinstance(block, b.Paragraph)
    return block.runs, references, [(p.line, p.message) for p in reader.problems]


def T(text: str) -> b.Text:
    return b.Text(text)


@pytest.mark.parametrize(
    ("markdown", "runs"),
    [
        ("So.[@a-1]", (T("So."), b.Citation("a-1", ""))),
        ("所以。[@a-1]然后", (T("所以。"), b.Citation("a-1", ""), T("然后"))),
        ("[@a-1, art. VI]", (b.Citation("a-1", "art. VI"),)),
        ("[@a-1, pp. 3, 5]", (b.Citation("a-1", "pp. 3, 5"),)),
        ("[@a-1; @b-2, p. 3]", (b.Citation("a-1", ""), b.Citation("b-2", "p. 3"))),
        ("*see[@a-1]*", (b.Emphasis((T("see"), b.Citation("a-1", ""))),)),
        ("\\[@a-1]", (T("[@a-1]"),)),
        ("`[@a-1]`", (b.Code("[@a-1]"),)),
        ("[@name](https://example.org)", (b.Link("https://example.org", (T("@name"),)),)),
        ("a@example.org", (T("a@example.org"),)),
    ],
)
def test_citations(markdown: str, runs: tuple[b.Run, ...]) -> None:
    assert read(markdown)[0] == runs
    assert read(markdown)[2] == []


@pytest.mark.parametrize(
    ("markdown", "target", "words"),
    [
        ("[[one]]", "treaty:my-entry/one", ()),
        ("[[one|that *one*]]", "treaty:my-entry/one", (T("that *one*"),)),
        ("[[people/li-he]]", "treaty:my-entry/people/li-he", ()),
        ("[[ people/li-he | Li ]]", "treaty:my-entry/people/li-he", (T("Li"),)),
        ("[[people]]", "treaty:my-entry/people", ()),
        ("[[one#c1-1|so]]", "treaty:my-entry/one#c1-1", (T("so"),)),
        ("[[people/li-he#p2|so]]", "treaty:my-entry/people/li-he#p2", (T("so"),)),
    ],
)
def test_links_inside_the_entry(markdown: str, target: str, words: tuple[b.Run, ...]) -> None:
    runs, references, problems = read(markdown)
    assert runs == (b.Link(target, words),)
    assert problems == []
    (use,) = references.uses
    assert (use.kind, use.target) == ("link", target.removeprefix("treaty:"))
    assert (use.file, use.line, use.language, use.field) == ("one.md", 3, "en", "")


def test_links_by_address_are_references_only_to_this_entry() -> None:
    _, references, problems = read(
        "[a](treaty:my-entry/one) [b](treaty:other/one)\n[c](treaty:my-entry/one?ed=2#p1)"
    )
    assert problems == []
    assert [(use.target, use.line) for use in references.uses] == [
        ("my-entry/one", 3),
        ("my-entry/one?ed=2#p1", 4),
    ]


def test_marks_of_claims_carry_their_verdicts() -> None:
    runs, references, problems = read(
        "It had [six*teen* arti\\\ncles]{.claim #c1-1},\nand [more]{.claim #c1-2}"
    )
    assert problems == []
    assert runs == (
        T("It had "),
        b.ClaimMark(
            "c1-1",
            "contradicted",
            (T("six"), b.Emphasis((T("teen"),)), T(" arti"), b.Break(), T("cles")),
        ),
        T(", and "),
        b.ClaimMark("c1-2", "", (T("more"),)),
    )
    assert [(use.kind, use.target, use.line) for use in references.uses] == [
        ("claim", "c1-1", 3),
        ("claim", "c1-2", 5),
    ]


def test_marks_stand_side_by_side_and_among_han_signs() -> None:
    runs, _, problems = read("条约[共十六条]{.claim #c1-1}[三十年]{.claim #c1-2}。")
    assert problems == []
    assert [b.run_text((run,)) for run in runs] == ["条约", "共十六条", "三十年", "。"]


@pytest.mark.parametrize(
    ("markdown", "line", "message"),
    [
        ("a\nb [@A-1]", 4, "“[@A-1]” is not a citation."),
        ("[@a-1; b-2]", 3, "“[@a-1; b-2]” is not a citation."),
        ("[@]", 3, "The brackets beginning with “[@” were not understood"),
        ("[@a-1", 3, "The brackets beginning with “[@” were not understood"),
        ("[@a\n-1]", 3, "The brackets beginning with “[@” were not understood"),
        ("[[one", 3, "The brackets beginning with “[[” were not understood"),
        ("[[]]", 3, "“[[]]” is not a link inside the entry."),
        ("[[One]]", 3, "“[[One]]” is not a link inside the entry."),
        ("[[persons/li-he]]", 3, "“[[persons/li-he]]” is not a link inside the entry."),
        ("a\n[[one#c1-1]]", 4, "The link “[[one#c1-1]]” needs words of its own."),
        ("[a]{.claim}", 3, "The braces behind “a” are not the mark of a claim."),
        ("[a]{#c1-1}", 3, "The braces behind “a” are not the mark of a claim."),
        ("[a]{.claim .x #c1-1}", 3, "The braces behind “a” are not the mark of a claim."),
        ("[a]{.claim #C1}", 3, "The braces behind “a” are not the mark of a claim."),
        ("[a [b]{.claim #c1-2}]{.claim #c1-1}", 3, "A claim's words hold neither another claim"),
        ("[a [[one]]]{.claim #c1-1}", 3, "A claim's words hold neither another claim nor a link."),
        ("*a*{.claim #c1-1}", 3, "The braces {.claim #c1-1} were not understood"),
        ("`a`{.claim #c1-1}", 3, "The braces {.claim #c1-1} were not understood"),
    ],
)
def test_what_is_not_understood_is_told_at_its_line(markdown: str, line: int, message: str) -> None:
    _, _, problems = read(markdown)
    assert [at for at, _ in problems] == [line]
    assert problems[0][1].startswith(message)
