"""An entry's files by name, the same from a folder and from a `.treaty` file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from treatyviewer.content.files import EntryFiles, FolderFiles, TreatyFiles, open_files
from treatyviewer.content.folder import content_key, entry_folders, signature
from treatyviewer.content.treaty_file import pack
from treatyviewer.errors import ContentError, NotFoundError, Problem

MakeEntry = Callable[..., Path]


@pytest.fixture
def folder(make_entry: MakeEntry) -> Path:
    folder = make_entry("my-entry", {"two": "# Two", "one": "# One", "one.ru": "# Один"})
    (folder / "sources.json").write_text("[]")
    (folder / "notes.txt").write_text("no part of the entry")
    (folder / ".hidden.toml").write_text("")
    (folder / "sections" / ".hidden.md").write_text("")
    (folder / "media" / "maps" / ".git").mkdir(parents=True)
    (folder / "media" / "maps" / ".git" / "config").write_text("")
    (folder / "media" / "maps" / "东.svg").write_bytes(b"<svg/>")
    (folder / "media" / "a.png").write_bytes(b"\x89PNG")
    (folder / "other").mkdir()
    (folder / "other" / "file.toml").write_text("")
    return folder


@pytest.fixture
def treaty(folder: Path, tmp_path: Path) -> Path:
    return pack(folder, tmp_path / "mine.treaty").file


@pytest.fixture(params=["folder", "treaty"])
def files(request: pytest.FixtureRequest, folder: Path, treaty: Path) -> EntryFiles:
    return open_files(folder if request.param == "folder" else treaty)


def refused(read: Callable[[], object]) -> Problem:
    with pytest.raises(ContentError) as error:
        read()
    (problem,) = error.value.problems
    return problem


# --- the same from both -------------------------------------------------------------------------


def test_the_names_are_those_of_the_entrys_files(files: EntryFiles) -> None:
    assert files.names("") == ["entry.toml", "sources.json"]
    assert files.names("sections") == ["sections/one.md", "sections/one.ru.md", "sections/two.md"]
    assert files.names("media") == ["media/a.png", "media/maps/东.svg"]
    assert files.names("media/maps") == ["media/maps/东.svg"]
    assert files.names("media/ma") == []
    assert files.names("nothing") == []


def test_a_file_is_read_as_bytes(files: EntryFiles) -> None:
    assert files.read("sections/one.ru.md") == "# Один".encode()
    assert files.read("media/maps/东.svg") == b"<svg/>"


def test_what_is_there_and_what_is_not(files: EntryFiles) -> None:
    assert files.exists("entry.toml")
    assert files.exists("media/maps/东.svg")
    assert files.exists("media/maps")
    assert not files.exists("claims.toml")
    assert not files.exists("sections/one")
    assert not files.exists("sections/" + "x" * 5000)
    assert not files.exists("one\0")


def test_a_missing_file_is_a_problem_with_its_place(files: EntryFiles) -> None:
    problem = refused(lambda: files.read("sections/three.md"))
    assert problem.file == files.shown("sections/three.md")
    assert problem.message == "This file is missing."
    assert "entry.toml" in problem.advice


def test_a_folder_is_no_file(files: EntryFiles) -> None:
    problem = refused(lambda: files.read("media/maps"))
    assert problem.message == "This is a folder, not a file."


@pytest.mark.parametrize("name", ["../secret.toml", "media/../../secret.toml", "/etc/hosts", "a\0"])
def test_nothing_outside_the_entry_is_read(files: EntryFiles, tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.toml").write_text("x")
    assert not files.exists(name)
    refused(lambda: files.read(name))


# --- each for itself ----------------------------------------------------------------------------


def test_a_file_is_named_as_a_person_would(folder: Path, treaty: Path) -> None:
    assert FolderFiles(folder).shown("sections/one.md") == str(folder / "sections" / "one.md")
    assert FolderFiles(folder).shown("") == str(folder)
    assert TreatyFiles(treaty).shown("sections/one.md") == f"{treaty}/sections/one.md"
    assert TreatyFiles(treaty).shown("") == str(treaty)


def test_a_folder_is_a_folder_whatever_it_is_called(make_entry: MakeEntry, tmp_path: Path) -> None:
    folder = make_entry().rename(tmp_path / "folder.treaty")
    assert isinstance(open_files(folder), FolderFiles)
    assert open_files(folder).exists("entry.toml")
    assert entry_folders(folder) == (folder,)
    assert len(signature([folder])) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_neither_listed_nor_waited_for(folder: Path, tmp_path: Path) -> None:
    os.mkfifo(folder / "sections" / "pipe.md")
    files = FolderFiles(folder)
    assert "sections/pipe.md" not in files.names("sections")
    assert "a pipe or a device" in refused(lambda: files.read("sections/pipe.md")).message
    os.mkfifo(tmp_path / "pipe.treaty")
    assert "a pipe" in refused(lambda: open_files(tmp_path / "pipe.treaty")).message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_says_so(folder: Path) -> None:
    (folder / "entry.toml").chmod(0)
    problem = refused(lambda: FolderFiles(folder).read("entry.toml"))
    assert problem.message == "The file cannot be read: Permission denied."


def test_a_name_that_is_too_long_says_so(folder: Path) -> None:
    assert "cannot be read" in refused(lambda: FolderFiles(folder).read("x" * 5000)).message


def test_a_packed_entry_that_is_missing_is_a_problem(tmp_path: Path) -> None:
    problem = refused(lambda: open_files(tmp_path / "none.treaty"))
    assert problem.file == str(tmp_path / "none.treaty")
    assert "missing" in problem.message


def test_a_packed_entry_stays_what_it_was_when_it_was_opened(treaty: Path) -> None:
    files = open_files(treaty)
    treaty.unlink()
    assert files.read("sections/one.md") == b"# One"


# --- where entries are --------------------------------------------------------------------------


def test_a_packed_entry_is_an_entry(treaty: Path) -> None:
    assert entry_folders(treaty) == (treaty,)


def test_packed_entries_stand_beside_folders_in_a_library(
    make_entry: MakeEntry, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    first, third = (make_entry(name, below=library) for name in ("a-entry", "c-entry"))
    second = pack(make_entry("b-entry"), library / "b-entry.treaty").file
    fourth = pack(tmp_path / "b-entry", library / "d.TREATY").file
    (library / "._b-entry.treaty").write_bytes(b"what macOS leaves")
    (library / "gone.treaty").symlink_to(library / "nothing")
    (library / "folder.treaty").mkdir()
    assert entry_folders(library) == (first, second, third, fourth)


def test_a_folder_with_nothing_but_packed_entries_is_a_library(
    make_entry: MakeEntry, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    packed = pack(make_entry(), library / "one.treaty").file
    assert entry_folders(library) == (packed,)


def test_another_file_is_told_what_may_be_opened(tmp_path: Path) -> None:
    (tmp_path / "entry.zip").write_bytes(b"")
    with pytest.raises(NotFoundError, match=r"is not an entry.*a \.treaty file"):
        entry_folders(tmp_path / "entry.zip")


def test_the_content_key_of_a_packed_entry_follows_its_name_and_bytes(treaty: Path) -> None:
    key = content_key([treaty])
    os.utime(treaty, (1, 1))
    assert content_key([treaty]) == key
    treaty.write_bytes(treaty.read_bytes() + b"x")
    assert content_key([treaty]) != key


def test_the_signature_of_a_packed_entry_is_that_of_the_file(treaty: Path) -> None:
    (told,) = signature([treaty])
    assert told[:2] == (str(treaty), treaty.stat().st_size)
    os.utime(treaty, (1, 1))
    assert signature([treaty]) != [told]
    treaty.unlink()
    assert signature([treaty]) == []
