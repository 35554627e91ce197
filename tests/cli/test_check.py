"""The command check: what it prints, and how it ends."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from treatyviewer.cli.main import main
from treatyviewer.content.treaty_file import pack
from treatyviewer.paths import SHIPPED_ENTRY, shipped_entry

Capture = pytest.CaptureFixture[str]
COMPLETE = Path(__file__).parents[1] / "data" / "complete-entry"
FOUND_NOTHING = "two-rivers-1901: no problem found (4 claims, 3 sources).\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the complete entry, in a library of its own."""
    return Path(shutil.copytree(COMPLETE, tmp_path / "library" / "rivers"))


def run(capsys: Capture, *arguments: str | Path) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return status, out, err


def damage(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_shipped_entry_has_no_problem(capsys: Capture) -> None:
    status, out, err = run(capsys, "check", shipped_entry())
    assert (status, err) == (0, "")
    assert out.startswith(f"{SHIPPED_ENTRY}: no problem found (40 claims, ")
    assert out.endswith(" sources).\n")
    assert out.count("\n") == 1


def test_an_entry_is_named_by_its_folder_its_manifest_or_its_library(
    capsys: Capture, folder: Path
) -> None:
    for path in (folder, folder / "entry.toml", folder.parent):
        assert run(capsys, "check", path) == (0, FOUND_NOTHING, "")


def test_a_packed_entry_is_checked(capsys: Capture, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "rivers.treaty"
    pack(folder, file)
    assert run(capsys, "check", file) == (0, FOUND_NOTHING, "")
    content = bytearray(file.read_bytes())
    at = content.index(b"unverifiable")
    content[at : at + 2] = b"xx"
    file.write_bytes(content)
    status, out, err = run(capsys, "check", file)
    assert (status, err) == (1, "")
    first, count = out.splitlines()
    assert first.startswith(f"{file}")
    assert count == "1 problem."


def test_a_problem_is_a_line_as_compilers_write_it(capsys: Capture, folder: Path) -> None:
    damage(folder / "aliases.toml", "people/anna-rey", "people/anna-ray")
    assert run(capsys, "check", folder) == (
        1,
        f"{folder}/aliases.toml:4 (aliases.0.of): “people/anna-ray” leads nowhere: the entry has "
        "nothing of that name. Did you mean “people/anna-rey”?\n1 problem.\n",
        "",
    )


def test_problems_come_by_file_and_line_with_their_number(capsys: Capture, folder: Path) -> None:
    damage(folder / "timeline.toml", "1901-06/1901-07", "1901-07/1901-06")
    damage(folder / "sections" / "overview.md", "[thirty years]{.claim #c1-2}", "thirty years")
    damage(folder / "sections" / "overview.md", "**stress**", "**stress** {.strong}")
    status, out, err = run(capsys, "check", folder)
    assert (status, err) == (1, "")
    lines = out.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        f"{folder}/claims.toml:19 (claims.2.id)",
        f"{folder}/sections/overview.md:6",
        f"{folder}/timeline.toml:12 (events.1.date)",
        "3 problems.",
    ]


def test_as_json(capsys: Capture, folder: Path) -> None:
    status, out, err = run(capsys, "check", folder, "--format", "json")
    assert (status, err) == (0, "")
    assert json.loads(out) == {
        "entries": [{"path": str(folder), "id": "two-rivers-1901", "problems": []}],
        "problems": 0,
    }
    damage(folder / "people.toml", 'died = "1931~"', 'died = "about 1931"')
    status, out, err = run(capsys, "check", folder, "--format", "json")
    assert (status, err) == (1, "")
    assert json.loads(out) == {
        "entries": [
            {
                "path": str(folder),
                "id": "two-rivers-1901",
                "problems": [
                    {
                        "file": f"{folder}/people.toml",
                        "line": 6,
                        "field": "people.0.died",
                        "message": "“about 1931” is not a date of EDTF level 0 or 1.",
                        "advice": "Write an EDTF date: 1950-02-14, 1950-02, "
                        "1960-07-16/1960-07-18 or 1963~.",
                    }
                ],
            }
        ],
        "problems": 1,
    }


def test_an_entry_that_cannot_be_read_has_no_id(capsys: Capture, folder: Path) -> None:
    damage(folder / "entry.toml", 'id = "two-rivers-1901"', 'id = "Two Rivers"')
    status, out, _ = run(capsys, "check", folder, "--format", "json")
    assert status == 1
    (entry,) = json.loads(out)["entries"]
    assert entry["id"] == ""
    assert [(p["line"], p["field"]) for p in entry["problems"]] == [(3, "id")]


def test_two_entries_of_a_library_have_two_ids(capsys: Capture, folder: Path) -> None:
    other = Path(shutil.copytree(folder, folder.parent / "streams"))
    status, out, err = run(capsys, "check", folder.parent)
    assert (status, err) == (1, "")
    assert out == (
        f"{FOUND_NOTHING}{other}/entry.toml:3 (id): The id “two-rivers-1901” is that of another "
        f"entry too; the other is at {folder}/entry.toml:3. "
        "Give each entry of a library an id of its own.\n1 problem.\n"
    )
    damage(other / "entry.toml", 'id = "two-rivers-1901"', 'id = "two-streams"')
    damage(other / "sections" / "overview.md", "treaty:two-rivers-1901/", "treaty:two-streams/")
    status, out, _ = run(capsys, "check", folder, other, folder.parent)
    assert (status, out.count("no problem found")) == (0, 2)


def test_one_path_given_twice_is_one_entry(capsys: Capture, folder: Path) -> None:
    assert run(capsys, "check", folder, folder) == (0, FOUND_NOTHING, "")


def test_a_path_that_is_no_entry_is_one_message(capsys: Capture, folder: Path) -> None:
    for path in (folder / "nothing", folder / "sections", folder / "media" / "map.svg"):
        status, out, err = run(capsys, "check", folder, path)
        assert (status, out) == (2, "")
        assert err.startswith("treatyviewer: ")
        assert str(path) in err
        assert err.count("\n") == 1


def test_without_a_path_it_says_how_it_is_used(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check"])
    assert ended.value.code == 2
    assert "PATH" in capsys.readouterr().err
