"""The commands pack and unpack: what they print, what they write, how they end."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from treatyviewer.cli.main import main

MakeEntry = Callable[..., Path]
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(make_entry: MakeEntry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An entry, with another folder to stand in."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return make_entry("my-entry", {"one": "# One\n\nLoans."})


def run(capsys: Capture, *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    out, err = capsys.readouterr()
    return status, out, err


def test_an_entry_is_packed_under_its_id(capsys: Capture, folder: Path) -> None:
    status, out, err = run(capsys, "pack", str(folder))
    content = Path("my-entry.treaty").read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    assert (status, err) == (0, "")
    assert out == f"my-entry.treaty: 2 files, {len(content)} bytes, SHA-256 {digest}\n"
    status, out, err = run(
        capsys, "pack", str(folder / "entry.toml"), "-o", "other.treaty", "--format", "json"
    )
    assert (status, err) == (0, "")
    assert json.loads(out) == {
        "file": "other.treaty",
        "entry": "my-entry",
        "edition": 1,
        "files": 2,
        "bytes": len(content),
        "sha256": digest,
    }
    assert Path("other.treaty").read_bytes() == content
    assert sorted(path.name for path in Path().iterdir()) == ["my-entry.treaty", "other.treaty"]


def test_it_is_unpacked_under_its_id(capsys: Capture, folder: Path) -> None:
    run(capsys, "pack", str(folder))
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    assert run(capsys, "unpack", "my-entry.treaty") == (0, f"my-entry: 2 files, {size} bytes\n", "")
    for name in ("entry.toml", "sections/one.md"):
        assert (Path("my-entry") / name).read_bytes() == (folder / name).read_bytes()
    status, out, _ = run(capsys, "unpack", "my-entry.treaty", "-o", "b", "--format", "json")
    assert status == 0
    assert json.loads(out) == {
        "folder": "b",
        "entry": "my-entry",
        "edition": 1,
        "files": 2,
        "bytes": size,
    }


def test_it_is_unpacked_into_the_empty_folder_where_one_stands(
    capsys: Capture, folder: Path, tmp_path: Path
) -> None:
    run(capsys, "pack", str(folder), "-o", str(tmp_path / "my.treaty"))
    assert run(capsys, "unpack", str(tmp_path / "my.treaty"), "-o", ".")[0] == 0
    assert sorted(path.name for path in Path().iterdir()) == ["entry.toml", "sections"]


def refused(capsys: Capture, tmp_path: Path, *arguments: str) -> str:
    """Status 2, one message, and nothing was written."""
    before = {path: path.is_file() and path.read_bytes() for path in tmp_path.rglob("*")}
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("treatyviewer: ")
    assert {path: path.is_file() and path.read_bytes() for path in tmp_path.rglob("*")} == before
    return err


def test_a_file_that_is_there_is_written_over_only_with_force(
    capsys: Capture, folder: Path, tmp_path: Path
) -> None:
    Path("my-entry.treaty").write_text("mine")
    err = refused(capsys, tmp_path, "pack", str(folder))
    assert err == (
        "treatyviewer: “my-entry.treaty” is there already. "
        "Choose another name with -o, or write over it with --force.\n"
    )
    assert run(capsys, "pack", str(folder), "--force")[0] == 0
    assert zipfile.is_zipfile("my-entry.treaty")


def test_an_entry_with_problems_is_not_packed(
    capsys: Capture, make_entry: MakeEntry, folder: Path, tmp_path: Path
) -> None:
    bad = make_entry("bad-entry", {"one": "# One\n\n<b>", "two": "text"})
    first, second = refused(capsys, tmp_path, "pack", str(bad)).splitlines()
    assert first.startswith(f"treatyviewer: {bad / 'sections' / 'one.md'}:3: ")
    assert second.startswith(f"{bad / 'sections' / 'two.md'}:1: ")


def test_what_is_not_one_entry_is_not_packed(
    capsys: Capture, make_entry: MakeEntry, folder: Path, tmp_path: Path
) -> None:
    assert "is missing" in refused(capsys, tmp_path, "pack", ".")
    assert "no file or folder" in refused(capsys, tmp_path, "pack", "nothing")
    assert "is a library" in refused(capsys, tmp_path, "pack", str(tmp_path))
    make_entry("other-entry")
    assert "is a library" in refused(capsys, tmp_path, "pack", str(tmp_path))
    run(capsys, "pack", str(folder))
    assert "packed already" in refused(capsys, tmp_path, "pack", "my-entry.treaty")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "my.treaty: The file is empty."),
        (b"garbage" * 100, "my.treaty: This is not a .treaty file."),
        (b"PK\x03\x04garbage", "my.treaty: The file is cut short or damaged"),
    ],
)
def test_what_cannot_be_unpacked_is_one_message(
    capsys: Capture, folder: Path, tmp_path: Path, content: bytes, said: str
) -> None:
    Path("my.treaty").write_bytes(content)
    err = refused(capsys, tmp_path, "unpack", "my.treaty")
    assert err.startswith(f"treatyviewer: {said}")
    assert err.count("\n") == 1


def test_a_folder_that_is_not_empty_is_left_alone(
    capsys: Capture, folder: Path, tmp_path: Path
) -> None:
    run(capsys, "pack", str(folder))
    err = refused(capsys, tmp_path, "unpack", "my-entry.treaty", "-o", str(folder))
    assert f"“{folder}” is there already, and not an empty folder." in err
    assert "is missing" in refused(capsys, tmp_path, "unpack", "nothing.treaty")
    assert "a folder, not a file" in refused(capsys, tmp_path, "unpack", str(folder))


@pytest.mark.parametrize(
    "arguments", [("pack",), ("unpack",), ("pack", "a", "b"), ("unpack", "-o")]
)
def test_misuse_is_status_2(capsys: Capture, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().out == ""
