"""The commands outline, show and search: what they print and how they end."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from treatyviewer.cli.main import main
from treatyviewer.index.query import MOST_GROUPS
from treatyviewer.library.answer_words import words

NO_WORD = words("no-word")
CUT = words("cut", most=MOST_GROUPS)

MakeEntry = Callable[..., Path]
Capture = pytest.CaptureFixture[str]

SHIPPED = "sino-soviet-treaty-1950"

# How a first start tells its progress is for other tests.
pytestmark = pytest.mark.usefixtures("compiled")


@pytest.fixture
def entry(make_entry: MakeEntry) -> str:
    folder = make_entry(
        "my-entry",
        {
            "lead": "Opening.",
            "aid": (
                "# Aid\n\nLoans[^1].\n\n- an item\n\n[^1]: Note.\n\n## Rates {#rates}\n\n> quoted"
            ),
            "aid.ru": "# Помощь\n\nЗаймы.",
        },
        titles={"en": "Mine", "ru": "Моя"},
    )
    return str(folder)


def run(capsys: Capture, *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    out, err = capsys.readouterr()
    return status, out, err


def run_json(capsys: Capture, *arguments: str) -> Any:
    status, out, err = run(capsys, *arguments, "--format", "json")
    assert (status, err) == (0, "")
    return json.loads(out)


# --- outline ------------------------------------------------------------------------------------


def test_the_outline_of_an_entry(capsys: Capture, entry: str) -> None:
    assert run(capsys, "outline", entry) == (
        0,
        "Mine  [my-entry, edition 1]\n"
        "\n"
        "The entry\n"
        "       Introduction  [my-entry/lead]\n"
        "    1  Aid  [my-entry/aid]\n"
        "           Rates  [my-entry/rates]\n",
        "",
    )


def test_the_outline_in_another_language(capsys: Capture, entry: str) -> None:
    _, out, _ = run(capsys, "outline", entry, "--lang", "ru")
    assert out.startswith("Моя  [my-entry, edition 1]\n")
    assert "Помощь  [my-entry/aid]" in out
    assert "Rates  [my-entry/rates]" in out


def test_the_outline_as_json(capsys: Capture, entry: str) -> None:
    (values,) = run_json(capsys, "outline", entry)["entries"]
    sections = values.pop("sections")
    assert values == {
        "address": "my-entry",
        "kind": "entry",
        "subject": "treaty",
        "title": "Mine",
        "titles": {"en": "Mine", "ru": "Моя"},
        "edition": 1,
        "version": "",
        "licence": "MIT",
        "language": "en",
        "languages": ["en", "zh-Hans", "ru"],
        "verdicts": {},
        "collections": [],
    }
    assert sections[-1] == {
        "address": "my-entry/rates",
        "kind": "section",
        "lead": False,
        "number": "",
        "title": "Rates",
        "titles": {"en": "Rates"},
        "path": ["Mine", "The entry", "Aid"],
    }


def test_the_outline_of_a_library_lists_all_entries(
    capsys: Capture, make_entry: MakeEntry, tmp_path: Path
) -> None:
    make_entry("b-entry")
    make_entry("a-entry")
    entries = run_json(capsys, "outline", str(tmp_path))["entries"]
    assert [values["address"] for values in entries] == ["a-entry", "b-entry"]
    _, out, _ = run(capsys, "outline", str(tmp_path))
    assert out.index("[a-entry, ") < out.index("\n\nA test  [b-entry, ")


# --- show ---------------------------------------------------------------------------------------


def test_a_section_is_shown_as_text(capsys: Capture, entry: str) -> None:
    status, out, err = run(capsys, "show", "my-entry/aid", "--library", entry)
    assert (status, err) == (0, "")
    assert out == "1. Aid\n\nLoans[1].\n\n- an item\n\n[1] Note.\n"


def test_a_section_is_shown_in_another_language(capsys: Capture, entry: str) -> None:
    _, out, _ = run(capsys, "show", "my-entry/aid", "--library", entry, "--lang", "ru")
    assert out == "1. Помощь\n\nЗаймы.\n"


def test_an_entry_is_shown_whole(capsys: Capture, entry: str) -> None:
    _, out, _ = run(capsys, "show", "my-entry", "--library", entry)
    assert out.startswith("Mine\n\nOpening.\n\n\n1. Aid\n\n")
    assert out.endswith("\n\n\nRates\n\n> quoted\n")
    values = run_json(capsys, "show", "treaty:my-entry", "--library", entry)
    assert [section["text"] for section in values["sections"]] == [
        "Opening.",
        "Loans.\nan item\nNote.",
        "quoted",
    ]


def test_a_section_is_shown_as_json(capsys: Capture, entry: str) -> None:
    values = run_json(capsys, "show", "my-entry/rates", "--library", entry)
    assert {key: values[key] for key in ("address", "entry", "edition", "language", "text")} == {
        "address": "my-entry/rates",
        "entry": "my-entry",
        "edition": 1,
        "language": "en",
        "text": "quoted",
    }
    assert values["blocks"] == [
        {
            "type": "quote",
            "id": "q1",
            "blocks": [
                {"type": "paragraph", "id": "p1", "runs": [{"type": "text", "text": "quoted"}]}
            ],
        }
    ]


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("my-entry/aid#p1", "Loans[1].\n"),
        ("my-entry/aid#l1", "- an item\n"),
        ("my-entry/aid#p2", "an item\n"),
        ("my-entry/aid#n1", "[1] Note.\n"),
        ("my-entry/rates#p1", "quoted\n"),
    ],
)
def test_a_place_in_a_section_is_shown_alone(
    capsys: Capture, entry: str, place: str, text: str
) -> None:
    assert run(capsys, "show", place, "--library", entry) == (0, text, "")
    (block,) = run_json(capsys, "show", place, "--library", entry)["blocks"]
    assert block["id"] == place.partition("#")[2]


def test_another_edition_is_said_and_shown_all_the_same(capsys: Capture, entry: str) -> None:
    status, out, err = run(capsys, "show", "my-entry/lead?ed=7", "--library", entry)
    assert (status, out) == (0, "Mine\n\nOpening.\n")
    assert "names edition 7; this is edition 1" in err
    _, _, err = run(capsys, "show", "my-entry/lead?ed=1", "--library", entry)
    assert err == ""


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("my-entry/nothing", "There is nothing at “my-entry/nothing”."),
        ("my-entry/aid#p9", "There is nothing at “my-entry/aid#p9”. This section has: p1, l1, n1."),
        ("my-entry/people/zhou-enlai", "There is nothing at “my-entry/people/zhou-enlai”."),
        ("other", "There is no entry “other” here. Entries: my-entry."),
        ("My Entry", "“My Entry” is not an address."),
        ("", "No address was given."),
    ],
)
def test_an_address_that_leads_nowhere_is_one_message(
    capsys: Capture, entry: str, address: str, said: str
) -> None:
    status, out, err = run(capsys, "show", address, "--library", entry, "--format", "json")
    assert (status, out) == (2, "")
    assert err.startswith(f"treatyviewer: {said}")
    assert err.count("\n") == 1


# --- search -------------------------------------------------------------------------------------


def test_a_search_as_text(capsys: Capture, entry: str) -> None:
    assert run(capsys, "search", "Loans", "--library", entry) == (
        0,
        "1 section for “Loans”\n\n1  Aid  [my-entry/aid]\n    Loans. an item Note.\n",
        "",
    )


def test_a_search_as_json(capsys: Capture, entry: str) -> None:
    answer = run_json(capsys, "search", "loans", "--library", entry)
    assert answer.pop("took_ms") >= 0
    assert answer["hits"][0].pop("score") > 0
    assert answer == {
        "query": "loans",
        "total": 1,
        "more": False,
        "kinds": {"section": 1},
        "corrected": None,
        "relaxed": None,
        "also": [],
        "offers": [],
        "message": "",
        "hits": [
            {
                "address": "my-entry/aid",
                "kind": "section",
                "number": "1",
                "title": "Aid",
                "path": ["Mine", "The entry"],
                "language": "en",
                "snippet": "Loans. an item Note.",
                "marks": [[0, 5]],
            }
        ],
    }


def test_the_limit_limits_the_hits(capsys: Capture) -> None:
    answer = run_json(capsys, "search", "treaty", "--limit", "2")
    assert len(answer["hits"]) == 2 < answer["total"]
    _, out, _ = run(capsys, "search", "treaty", "--limit", "2")
    assert "The best 2; --limit N shows more." in out


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("abracadabra", ""),
        ("?!…。", NO_WORD),
        ("", NO_WORD),
        ("\x00", NO_WORD),
        ('"', NO_WORD),
        (" ".join(f"word{number}" for number in range(1_500)), CUT),
        ("x" * 10_000, ""),
        ("\udcff", NO_WORD),
    ],
)
def test_nothing_found_is_an_answer_and_status_1(capsys: Capture, query: str, message: str) -> None:
    status, out, err = run(capsys, "search", query)
    assert (status, err) == (1, "")
    assert 0 < len(out) < 200
    assert out.startswith(f"{message}\n" if message else "Nothing was found for “")
    status, out, err = run(capsys, "search", query, "--format", "json")
    assert (status, err) == (1, "")
    answer = json.loads(out)
    assert (answer["total"], answer["hits"], answer["message"]) == (0, [], message)


def test_a_quotation_mark_without_its_partner_reaches_to_the_end(capsys: Capture) -> None:
    answer = run_json(capsys, "search", '"military technical support')
    assert answer["hits"] == run_json(capsys, "search", '"military technical support"')["hits"]
    assert answer["hits"][0]["address"] == f"{SHIPPED}/military-assistance"


# --- misuse and what cannot be read -------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("search",), "TEXT"),
        (("search", "x", "--limit", "0"), "“0” is not a whole number from 1 to 1000000"),
        (("search", "x", "--limit", "-1"), "“-1” is not a whole number"),
        (("search", "x", "--limit", "many"), "“many” is not a whole number"),
        (("search", "x", "--lang", "xx!"), "“xx!” is not a language tag such as en, zh or ru"),
        (("search", "x", "--form", "json"), "--form"),
        (("outline", "--format", "yaml"), "yaml"),
        (("outline", "one", "two"), "two"),
        (("show",), "ADDRESS"),
    ],
)
def test_misuse_is_status_2_and_a_message(
    capsys: Capture, arguments: tuple[str, ...], said: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    out, err = capsys.readouterr()
    assert (ended.value.code, out) == (2, "")
    assert said in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("outline", "{}"),
        ("show", "my-entry", "--library", "{}"),
        ("search", "x", "--library", "{}"),
    ],
)
@pytest.mark.parametrize("name", ["nothing-here", "x" * 5000])
def test_an_unknown_path_is_status_2_and_one_message(
    capsys: Capture, tmp_path: Path, arguments: tuple[str, ...], name: str
) -> None:
    path = str(tmp_path / name)
    status, out, err = run(capsys, *(argument.format(path) for argument in arguments))
    assert (status, out) == (2, "")
    assert err.startswith("treatyviewer: ")
    assert path in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    ("content", "place"),
    [
        (None, "entry.toml: "),
        (b"", "entry.toml:1: The file is empty."),
        (b" \n", "entry.toml:1: The file is empty."),
        (b'id = "x"\nedition =\n', "entry.toml:2: This is not valid TOML at column 10: "),
        (b'id = "x"\n# \xff\n', "entry.toml:2: The file is not UTF-8 text here."),
    ],
)
def test_a_missing_empty_or_damaged_entry_is_one_message_with_the_place(
    capsys: Capture, tmp_path: Path, content: bytes | None, place: str, form: str
) -> None:
    if content is not None:
        (tmp_path / "entry.toml").write_bytes(content)
    status, out, err = run(capsys, "outline", str(tmp_path), "--format", form)
    assert (status, out) == (2, "")
    assert err.startswith(f"treatyviewer: {tmp_path / place}")
    assert err.count("\n") == 1


def test_several_problems_are_a_line_each(capsys: Capture, make_entry: MakeEntry) -> None:
    folder = make_entry(sections={"one": "# One\n\n<b>", "two": "text"})
    status, out, err = run(capsys, "show", "test-entry", "--library", str(folder))
    assert (status, out) == (2, "")
    first, second = err.splitlines()
    assert first.startswith(f"treatyviewer: {folder / 'sections' / 'one.md'}:3: HTML")
    assert second.startswith(f"{folder / 'sections' / 'two.md'}:1: Text stands before")
