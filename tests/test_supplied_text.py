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

# How a first start tells its progress is for other tests.
pytestmark = pytest.mark.usefixtures("compiled")

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
        if s.supplied
    ] == SUPPLIED
    # What we wrote ourselves is kept apart from it.
    assert [s.id for s in entry.sections() if s.supplied] == list(SECTIONS)
    assert all(s.records["en"] for s in entry.sections() if s.supplied and not s.lead)


def test_as_the_library_has_it(shipped: Library) -> None:
    (info,) = shipped.entries()
    pages = [shipped.page(node, "en") for node in shipped.sections(info) if node.supplied]
    assert [
        joined(p.node.number, p.node.title("en"), plain_text(p.blocks), lead=p.node.lead)
        for p in pages
    ] == SUPPLIED


def test_as_it_is_shown_in_json(capsys: Capture) -> None:
    shown = [printed_json(capsys, "show", f"{ENTRY}/{section}") for section in SECTIONS]
    assert [joined(s["number"], s["title"], s["text"], lead=s["lead"]) for s in shown] == SUPPLIED
    sections = printed_json(capsys, "show", ENTRY)["sections"]
    assert [section for section in sections if section["supplied"]] == shown


@pytest.mark.parametrize(("section", "line"), list(zip(SECTIONS, SUPPLIED, strict=True)))
def test_each_paragraph_is_printed_unchanged(capsys: Capture, section: str, line: str) -> None:
    lines = printed(capsys, "show", f"{ENTRY}/{section}").splitlines()
    head, empty, paragraph, *rest = lines
    assert empty == ""
    # What follows is ours, and parted from it.
    assert rest[0] == ""
    if section == "lead":
        assert head == "Sino-Soviet Treaty of Friendship, Alliance and Mutual Assistance"
        assert paragraph == line
    else:
        number, _, title = head.partition(". ")
        assert f"{number}.{title}: {paragraph}" == line
        assert rest[1] == "What the record shows"
    assert printed(capsys, "show", f"{ENTRY}/{section}#p1") == paragraph + "\n"


def test_the_claims_are_words_of_the_supplied_text(capsys: Capture) -> None:
    entry = printed_json(capsys, "show", ENTRY)
    lines = dict(zip(SECTIONS, SUPPLIED, strict=True))
    for claim in entry["claims"]:
        line = lines[claim["section"]]
        assert claim["quote"] in line
        assert claim["words"] == claim["quote"][claim["start"] : claim["end"]] != ""


def test_the_text_is_the_supplied_one_in_whatever_language_its_titles_are(capsys: Capture) -> None:
    shown = printed_json(capsys, "show", f"{ENTRY}/lead", "--lang", "ru")
    assert (shown["text"], shown["language"]) == (SUPPLIED[0], "en")
    assert shown["title"] == "Кратко"


# --- the outline --------------------------------------------------------------------------------


def test_the_outline_lists_the_lead_and_the_seven_sections_in_order(capsys: Capture) -> None:
    (entry,) = printed_json(capsys, "outline")["entries"]
    assert entry["address"] == ENTRY
    sections = entry["sections"][: len(SECTIONS)]
    assert all(section["kind"] == "section" for section in entry["sections"])
    assert [section["address"] for section in sections] == [f"{ENTRY}/{id}" for id in SECTIONS]
    assert [section["number"] for section in sections] == ["", *"1234567"]
    assert [section["lead"] for section in sections] == [True] + [False] * 7
    titles = [line.partition(".")[2].partition(": ")[0] for line in SUPPLIED[1:]]
    assert [section["title"] for section in sections[1:]] == titles
    assert all({"en", "zh-Hans", "ru"} <= section["titles"].keys() for section in sections)


def test_the_outline_as_text_has_the_same_lines(capsys: Capture) -> None:
    lines = printed(capsys, "outline").splitlines()
    found = [line.rpartition("[")[2].rstrip("]") for line in lines if line.startswith("  ")]
    assert found[: len(SECTIONS)] == [f"{ENTRY}/{id}" for id in SECTIONS]


# --- searching ----------------------------------------------------------------------------------

# The best place first; then what else of the supplied text has the words, in any order.
QUERIES = [
    ("loans", ["economic-aid"]),
    ('"military technical support"', ["military-assistance"]),
    ("договор", ["purpose", "lead"]),
    ("条约", ["purpose", "lead"]),
    ("assist China's economic construction", ["economic-aid"]),
    ("** peace", ["overview", "end-and-impact"]),
]


def best_and_all(found: list[str], wanted: list[str]) -> None:
    places = [f"{ENTRY}/{id}" for id in wanted]
    assert found[0] == places[0]
    assert set(places) <= set(found)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(("query", "sections"), QUERIES)
def test_a_search_finds_its_sections(capsys: Capture, query: str, sections: list[str]) -> None:
    answer = printed_json(capsys, "search", query, "--limit", "200")
    assert answer["total"] == len(answer["hits"])
    best_and_all([hit["address"] for hit in answer["hits"]], sections)
    assert [hit["score"] for hit in answer["hits"]] == sorted(
        (hit["score"] for hit in answer["hits"]), reverse=True
    )
    for hit in answer["hits"]:
        assert all(0 <= start < end <= len(hit["snippet"]) for start, end in hit["marks"])
        assert hit["kind"] != "section" or hit["marks"]


@pytest.mark.parametrize(("query", "sections"), QUERIES)
def test_a_search_as_text_names_the_same_places(
    capsys: Capture, query: str, sections: list[str]
) -> None:
    lines = printed(capsys, "search", query, "--limit", "200").splitlines()
    found = [line.rpartition("[")[2].rstrip("]") for line in lines if line.endswith("]")]
    assert lines[0].startswith(f"{len(found)} result")
    best_and_all(found, sections)
