"""The command `show` for claims, collections and things, and the outline with collections."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from treatyviewer.cli.main import main

Capture = pytest.CaptureFixture[str]

COMPLETE = Path(__file__).parents[1] / "data" / "complete-entry"
ENTRY = "two-rivers-1901"

# How a first start tells its progress is for other tests.
pytestmark = pytest.mark.usefixtures("compiled")


def run(capsys: Capture, *arguments: str) -> str:
    status = main(
        [*arguments, *([] if arguments[0] == "outline" else ["--library"]), str(COMPLETE)]
    )
    out, err = capsys.readouterr()
    assert (status, err) == (0, "")
    return out


def run_json(capsys: Capture, *arguments: str) -> Any:
    return json.loads(run(capsys, *arguments, "--format", "json"))


def refused(capsys: Capture, address: str) -> str:
    assert main(["show", address, "--library", str(COMPLETE)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


# --- the outline --------------------------------------------------------------------------------


def test_the_outline_counts_the_things_of_a_collection(capsys: Capture) -> None:
    lines = run(capsys, "outline").splitlines()
    assert f"       People (2)  [{ENTRY}/people]" in lines
    at = lines.index(f"       The instrument (2)  [{ENTRY}/articles]")
    assert lines[at + 1] == f"           Article I · The ferry  [{ENTRY}/articles/article-1]"


def test_the_outline_as_json_has_sections_and_collections_apart(capsys: Capture) -> None:
    (entry,) = run_json(capsys, "outline", "--lang", "ru")["entries"]
    assert [one["address"] for one in entry["sections"]] == [
        f"{ENTRY}/lead",
        f"{ENTRY}/overview",
        f"{ENTRY}/boats",
    ]
    assert {one["kind"] for one in entry["sections"]} == {"section"}
    people = next(one for one in entry["collections"] if one["collection"] == "people")
    assert people == {
        "collection": "people",
        "title": "Люди",
        "titles": {"en": "People", "zh-Hans": "人物", "ru": "Люди"},
        "members": 2,
        "address": f"{ENTRY}/people",
    }
    assert entry["verdicts"] == {
        "supported": 1, "contradicted": 1, "imprecise": 1, "unverifiable": 1
    }  # fmt: skip


# --- sections -----------------------------------------------------------------------------------


def test_a_section_is_its_text_then_the_record_then_the_sources_then_its_claims(
    capsys: Capture,
) -> None:
    out = run(capsys, "show", f"{ENTRY}/overview")
    places = [
        "1. Overview\n\nThe treaty was signed in May.",
        "[1] A note, which is short.",
        "What the record shows\n\n",
        "Sources\n\n[2] ",
        "Claims\n\n[c1-1] contradicted: “sixteen articles” – Two articles, not sixteen.\n",
    ]
    found = [out.index(place) for place in places]
    assert found == sorted(found)
    assert out.endswith("[c1-2] imprecise: “thirty years” – Sources disagree on its end.\n")


def test_a_section_as_json_has_the_record_apart_and_citations_as_written(capsys: Capture) -> None:
    values = run_json(capsys, "show", f"{ENTRY}/overview")
    assert values["supplied"] is True
    assert values["claims"] == ["c1-1", "c1-2"]
    assert values["record_text"].startswith("What the record shows\nIt has two articles.")
    assert "What the record shows" not in values["text"]
    kinds = {run["type"] for block in values["blocks"] for run in block.get("runs", [])}
    assert "claim-mark" in kinds
    kinds = {run["type"] for block in values["record"] for run in block.get("runs", [])}
    assert "citation" in kinds
    assert "note-mark" not in kinds


# --- claims -------------------------------------------------------------------------------------


def test_a_claim_is_shown_with_its_evidence(capsys: Capture) -> None:
    out = run(capsys, "show", f"{ENTRY}/overview#c1-2")
    assert out.startswith(
        "imprecise: “thirty years”\n\n"
        "The supplied text says\n\n"
        "> It had sixteen articles, and thirty years was its term.\n\n"
        "The record shows\n\n"
        "Sources disagree on its end.\n\n"
        "It was to last until 1931.\n\n"
        "Where sources disagree\n\n"
        "It ended in 1930.\n    John Hale[1]\n    Hale counts from the first ferry.\n\n"
        "Sources\n\n"
        "[1] Hale 1950, ch. 3. "
    )
    assert "Treaty of the Two Rivers, The River Gazette, art. 2. " in out


def test_a_claim_without_a_source_says_why(capsys: Capture) -> None:
    out = run(capsys, "show", f"{ENTRY}/boats#c1-3")
    assert "No source: No source for the number was found." in out
    assert "\nSources\n" not in out


def test_a_claim_as_json(capsys: Capture) -> None:
    values = run_json(capsys, "show", f"{ENTRY}/overview#c1-1")
    assert (values["kind"], values["words"], values["edition"]) == ("claim", "sixteen articles", 2)
    assert values["path"] == ["Treaty of the Two Rivers", "The entry", "Overview"]
    assert "The record shows" in values["text"]
    assert [one["kind"] for one in values["referred_by"]] == ["section"]


def test_a_claim_stands_in_its_section_only(capsys: Capture) -> None:
    err = refused(capsys, f"{ENTRY}/boats#c1-1")
    assert "This section has: p1, c1-3." in err


def test_a_place_in_an_entry_without_a_section_is_one_in_its_first(capsys: Capture) -> None:
    assert run(capsys, "show", f"{ENTRY}#c0-1").startswith("supported: “at the Ford”\n")
    assert run(capsys, "show", f"{ENTRY}#p1") == (
        "The Treaty of the Two Rivers was signed at the Ford by two ferrymen.\n"
    )


# --- collections and things ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "begins", "holds"),
    [
        ("people/anna-rey", "Anna Rey / 安娜·雷 / Анна Рей\n\n", "Also written: A. Rey\n"),
        (
            "places/ford",
            "the Ford / 渡口 / Брод\n\n",
            "12.5° N, 3.25° W, approximate (from general",
        ),
        ("events/signing", "Treaty signed / ", "3 May 1901"),
        ("terms/dues", "dues / 渡费 / сбор\n\n", "What is paid for a crossing."),
        ("articles/article-2", "Article II · The term / ", "the text itself is not copied here"),
        ("companions/letter-on-boats", "Letter on the boats / ", "secret"),
        ("sources/hale-1950", "Ferries and Treaties\n\n", "- “thirty years” · imprecise\n"),
        ("people", "People\n\n", "Li He\n    李河 · Ли Хэ\n    He signed for the south."),
        ("articles", "The instrument\n\nThe treaty has two articles.", "The ferry is kept"),
        ("sources", "Sources\n\n", "Hale, John."),
    ],
)
def test_everything_is_shown_as_text(capsys: Capture, place: str, begins: str, holds: str) -> None:
    out = run(capsys, "show", f"{ENTRY}/{place}")
    assert out.startswith(begins)
    assert holds in out


def test_a_thing_is_shown_in_another_language(capsys: Capture) -> None:
    assert run(capsys, "show", f"{ENTRY}/people/li-he", "--lang", "zh").startswith(
        "李河 / Li He / "
    )


def test_a_thing_as_json_says_what_refers_to_it(capsys: Capture) -> None:
    values = run_json(capsys, "show", f"{ENTRY}/places/ford")
    assert (values["kind"], values["title"], values["latitude"]) == ("place", "the Ford", 12.5)
    assert values["text"].endswith("Here it was signed.")
    assert {one["address"] for one in values["referred_by"]} >= {
        f"{ENTRY}/lead#c0-1",
        f"{ENTRY}/overview",
        f"{ENTRY}/events/signing",
    }


def test_a_collection_as_json_has_its_things(capsys: Capture) -> None:
    values = run_json(capsys, "show", f"{ENTRY}/articles")
    assert (values["kind"], values["collection"], len(values["members"])) == (
        "collection", "articles", 2
    )  # fmt: skip
    assert values["text"] == "The treaty has two articles. Their words are made up."
    assert values["members"][0]["summary"] == {"en": "The ferry is kept by both sides."}


def test_what_the_program_sets_around_a_text_can_be_shown_alone(capsys: Capture) -> None:
    assert run(capsys, "show", f"{ENTRY}/overview#s4").startswith("[4] Hale 1950. ")
    values = run_json(capsys, "show", f"{ENTRY}/overview#s4")
    assert [block["id"] for block in values["blocks"]] == ["s4"]
    assert refused(capsys, f"{ENTRY}/people#nobody").endswith("This page has: anna-rey, li-he.\n")


# --- the whole entry ----------------------------------------------------------------------------


def test_an_entry_is_shown_whole(capsys: Capture) -> None:
    out = run(capsys, "show", ENTRY)
    heads = ["1. Overview", "The boats", "The instrument", "Article I · The ferry / ", "People"]
    found = [out.index(f"\n\n\n{head}") for head in heads]
    assert found == sorted(found)
    # Articles have pages of their own, so they are not listed besides.
    assert out.count("The ferry is kept by both sides.") == 1


def test_an_entry_as_json_is_all_that_is_in_it(capsys: Capture) -> None:
    values = run_json(capsys, "show", ENTRY)
    assert [section["address"] for section in values["sections"]] == [
        f"{ENTRY}/lead",
        f"{ENTRY}/overview",
        f"{ENTRY}/boats",
    ]
    counts = {name: len(one) for name, one in values.items() if isinstance(one, list)}
    assert counts == {
        "languages": 3, "sections": 3, "facts": 2, "claims": 4, "articles": 2, "companions": 1,
        "events": 2, "people": 2, "places": 1, "terms": 1, "sources": 3, "periods": 1, "aliases": 2,
    }  # fmt: skip
    assert values["sections"][1] == run_json(capsys, "show", f"{ENTRY}/overview")


# --- the treaty's own words ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("zh-hans-p1", "双方共同维持渡船。"),
        ("zh-hans-p2", "渡费由双方平分。"),
        ("ru-p1", "Стороны вместе содержат паром."),
        ("ru-p2", "Сбор делится поровну."),
        ("en-p1", "The parties shall keep the ferry together."),
        ("en-p2", "The dues shall be shared alike."),
    ],
)
def test_each_paragraph_of_the_treaty_can_be_cited_and_found(
    capsys: Capture, id: str, words: str
) -> None:
    assert run(capsys, "show", f"{ENTRY}/articles/article-1#{id}") == words + "\n"
    answer = run_json(capsys, "search", f'"{words}"')
    assert [hit["address"] for hit in answer["hits"]] == [f"{ENTRY}/articles/article-1"]
    assert answer["hits"][0]["language"] == {"zh": "zh-Hans", "ru": "ru", "en": "en"}[id[:2]]


def test_each_text_stands_with_its_source_and_its_licence(capsys: Capture) -> None:
    out = run(capsys, "show", f"{ENTRY}/articles/article-1")
    for words, source in (
        ("Chinese (simplified)", "The River Gazette"),
        ("Russian", "The River Gazette"),
        ("English", "Hale"),
    ):
        (line,) = (line for line in out.splitlines() if line.startswith(f"{words} · "))
        assert source in line
        assert line.endswith(" CC0-1.0")


# --- searching ----------------------------------------------------------------------------------


def test_hits_that_are_no_sections_say_what_they_are(capsys: Capture) -> None:
    lines = run(capsys, "search", "anna").splitlines()
    assert lines[0] == "3 results for “anna”"
    assert f"Anna Rey (person)  [{ENTRY}/people/anna-rey]" in lines
    assert f"1  Overview  [{ENTRY}/overview]" in lines
