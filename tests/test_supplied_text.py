"""The shipped entry says what was supplied, to the letter, wherever it comes out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from treatyviewer.cli.main import main
from treatyviewer.content.reader import read_entry
from treatyviewer.entry.blocks import plain_text
from treatyviewer.library.library import Library
from treatyviewer.paths import shipped_entry

ENTRY = "sino-soviet-treaty-1950"
SECTIONS = (
    "lead",
    "date-and-place",
    "purpose",
    "overview",
    "military-assistance",
    "economic-aid",
    "end-and-impact",
    "follow-up-relations",
)
# Quoted as it is, errors and all: nothing in it is for us to mend.
SUPPLIED = (
    (Path(__file__).parent / "golden" / "supplied.txt").read_bytes().decode("utf-8").split("\n")
)

Capture = pytest.CaptureFixture[str]


def joined(number: str, title: str, body: str, *, lead: bool) -> str:
    return body if lead else f"{number}.{title}: {body}"


def printed(capsys: Capture, *arguments: str) -> str:
    assert main(arguments) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def printed_json(capsys: Capture, *arguments: str) -> Any:
    return json.loads(printed(capsys, *arguments, "--format", "json"))


def test_eight_lines_were_supplied() -> None:
    assert len(SUPPLIED) == len(SECTIONS)
    assert all(line == line.strip() and line for line in SUPPLIED)


# --- joined again, it is what was supplied ------------------------------------------------------


def test_as_it_is_read() -> None:
    entry = read_entry(shipped_entry())
    assert [
        joined(s.number, s.titles.get("en", ""), plain_text(s.bodies["en"]), lead=s.lead)
        for s in entry.sections()
    ] == SUPPLIED


def test_as_the_library_has_it(shipped: Library) -> None:
    (info,) = shipped.entries()
    pages = [shipped.page(node, "en") for node in shipped.sections(info)]
    assert [
        joined(p.node.number, p.node.title("en"), plain_text(p.blocks), lead=p.node.lead)
        for p in pages
    ] == SUPPLIED


def test_as_it_is_shown_in_json(capsys: Capture) -> None:
    shown = [printed_json(capsys, "show", f"{ENTRY}/{section}") for section in SECTIONS]
    assert [joined(s["number"], s["title"], s["text"], lead=s["lead"]) for s in shown] == SUPPLIED
    assert printed_json(capsys, "show", ENTRY)["sections"] == shown


@pytest.mark.parametrize(("section", "line"), list(zip(SECTIONS, SUPPLIED, strict=True)))
def test_each_paragraph_is_printed_unchanged(capsys: Capture, section: str, line: str) -> None:
    head, empty, *paragraphs = printed(capsys, "show", f"{ENTRY}/{section}").splitlines()
    assert empty == ""
    if section == "lead":
        assert head == "Sino-Soviet Treaty of Friendship, Alliance and Mutual Assistance"
        assert paragraphs == [line]
    else:
        number, _, title = head.partition(". ")
        assert [f"{number}.{title}: {body}" for body in paragraphs] == [line]
    assert printed(capsys, "show", f"{ENTRY}/{section}#p1").splitlines() == paragraphs


def test_the_text_is_the_supplied_one_in_whatever_language_its_titles_are(capsys: Capture) -> None:
    shown = printed_json(capsys, "show", f"{ENTRY}/lead", "--lang", "ru")
    assert (shown["text"], shown["language"]) == (SUPPLIED[0], "en")
    assert shown["title"] == "Введение"


# --- the outline --------------------------------------------------------------------------------


def test_the_outline_lists_the_lead_and_the_seven_sections_in_order(capsys: Capture) -> None:
    (entry,) = printed_json(capsys, "outline")["entries"]
    assert entry["address"] == ENTRY
    sections = entry["sections"]
    assert [section["address"] for section in sections] == [f"{ENTRY}/{id}" for id in SECTIONS]
    assert [section["number"] for section in sections] == ["", *"1234567"]
    assert [section["lead"] for section in sections] == [True] + [False] * 7
    titles = [line.partition(".")[2].partition(": ")[0] for line in SUPPLIED[1:]]
    assert [section["title"] for section in sections[1:]] == titles
    assert all({"en", "zh-Hans", "ru"} <= section["titles"].keys() for section in sections)


def test_the_outline_as_text_has_the_same_lines(capsys: Capture) -> None:
    lines = printed(capsys, "outline").splitlines()
    found = [line.rpartition("[")[2].rstrip("]") for line in lines if line.startswith("  ")]
    assert found == [f"{ENTRY}/{id}" for id in SECTIONS]


# --- searching ----------------------------------------------------------------------------------

QUERIES = [
    ("loans", ["economic-aid"]),
    ('"military technical support"', ["military-assistance"]),
    ("договор", ["lead"]),
    ("条约", ["lead", "purpose"]),
    ("** peace", ["end-and-impact"]),
]


@pytest.mark.parametrize(("query", "sections"), QUERIES)
def test_a_search_finds_its_sections(capsys: Capture, query: str, sections: list[str]) -> None:
    answer = printed_json(capsys, "search", query)
    assert answer["total"] == len(sections)
    assert sorted(hit["address"] for hit in answer["hits"]) == [f"{ENTRY}/{id}" for id in sections]
    for hit in answer["hits"]:
        assert hit["marks"]
        assert all(0 <= start < end <= len(hit["snippet"]) for start, end in hit["marks"])


@pytest.mark.parametrize(("query", "sections"), QUERIES)
def test_a_search_as_text_names_the_same_sections(
    capsys: Capture, query: str, sections: list[str]
) -> None:
    lines = printed(capsys, "search", query).splitlines()
    assert lines[0].startswith(f"{len(sections)} section")
    found = [line.rpartition("[")[2].rstrip("]") for line in lines if line.endswith("]")]
    assert sorted(found) == [f"{ENTRY}/{id}" for id in sections]
