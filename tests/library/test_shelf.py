"""The library file: when it is used as it is, when it is made anew, and where it cannot be."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from treatyviewer.errors import Cancelled, ContentError, NotFoundError
from treatyviewer.library.finder import Finder
from treatyviewer.library.library import Library
from treatyviewer.library.shelf import Shelf, shelf

MakeEntry = Callable[..., Path]


class Watch:
    """Sees whether anything is compiled."""

    def __init__(self) -> None:
        self.steps: list[tuple[int, int]] = []

    def __call__(self, done: int, total: int) -> None:
        self.steps.append((done, total))


def opened(shelf: Shelf) -> tuple[list[str], bool]:
    """The titles of all sections, and whether the library was compiled for it."""
    watch = Watch()
    library = shelf.open(watch)
    try:
        # Reading everything to compare it tells (0, 1); compiling gets further.
        return titles(library), any(done for done, _ in watch.steps)
    finally:
        library.close()


def titles(library: Library) -> list[str]:
    return [node.title("en") for info in library.entries() for node in library.sections(info)]


@pytest.fixture
def folder(make_entry: MakeEntry) -> Path:
    return make_entry("my-entry", {"one": "# One\n\nLoans.", "two": "# Two\n\nAid."})


@pytest.fixture
def made(folder: Path) -> Shelf:
    """The shelf of an entry whose library file is there."""
    made = shelf(folder)
    made.open().close()
    assert made.file.is_file()
    return made


# --- when the file is used ----------------------------------------------------------------------


def test_the_file_lies_in_the_cache_alone(made: Shelf, cache: Path) -> None:
    assert [file for file in cache.rglob("*") if file.is_file()] == [made.file]


def test_a_fresh_file_is_used_as_it_is(made: Shelf) -> None:
    assert opened(made) == (["One", "Two"], False)


def test_without_a_file_nothing_is_fresh(folder: Path) -> None:
    assert shelf(folder).open_untouched() is None
    assert shelf(folder).open_fresh() is None


def test_the_way_the_path_is_written_makes_no_difference(
    made: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    for path in (Path(folder.name), folder / ".." / folder.name):
        assert shelf(path).file == made.file
    assert shelf(folder.parent).file != made.file


def test_a_touched_file_of_equal_content_costs_no_compiling(made: Shelf, folder: Path) -> None:
    file = folder / "sections" / "one.md"
    os.utime(file, ns=(1, 1))
    assert made.open_untouched() is None
    assert opened(made) == (["One", "Two"], False)
    # And the next time not even reading.
    untouched = made.open_untouched()
    assert untouched is not None
    untouched.close()


def test_an_entry_checked_out_again_costs_no_compiling(made: Shelf, folder: Path) -> None:
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    shutil.rmtree(folder)
    copy.rename(folder)
    assert opened(made) == (["One", "Two"], False)


# --- when it is made anew -----------------------------------------------------------------------


def test_changed_content_is_compiled_again(made: Shelf, folder: Path) -> None:
    (folder / "sections" / "one.md").write_text("# Uno\n\nLoans.")
    assert opened(made) == (["Uno", "Two"], True)
    assert opened(made) == (["Uno", "Two"], False)


def test_a_new_translation_is_compiled(made: Shelf, folder: Path) -> None:
    (folder / "sections" / "one.ru.md").write_text("# Раз\n\nЗаймы.", encoding="utf-8")
    library = made.open()
    assert Finder(library).find("займы").total == 1
    library.close()


@pytest.mark.parametrize("of", ["__version__", "ANALYSER", "_LAYOUT"])
def test_another_version_compiles_again(
    made: Shelf, monkeypatch: pytest.MonkeyPatch, of: str
) -> None:
    monkeypatch.setattr(f"treatyviewer.library.schema.{of}", "another")
    assert opened(made) == (["One", "Two"], True)
    assert opened(made) == (["One", "Two"], False)


def _garbage(file: Path) -> None:
    file.write_bytes(b"no library at all " * 1000)


def _truncated(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])


def _without_its_last_byte(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def _without_its_tables(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[100:4096] = bytes(3996)
    file.write_bytes(data)


def _emptied(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize(
    "damage", [_garbage, _truncated, _without_its_last_byte, _without_its_tables, _emptied]
)
def test_a_damaged_file_is_made_anew(made: Shelf, damage: Callable[[Path], None]) -> None:
    damage(made.file)
    assert opened(made) == (["One", "Two"], True)
    assert opened(made) == (["One", "Two"], False)


def test_a_discarded_file_is_made_anew(made: Shelf) -> None:
    made.discard()
    assert not made.file.exists()
    made.discard()
    assert opened(made) == (["One", "Two"], True)


def test_a_draft_left_behind_by_a_process_of_our_number_is_no_obstacle(
    made: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbers of processes come again, in a container at once."""
    monkeypatch.setattr("treatyviewer.library.shelf._numbers", iter([7]))
    half_made = made.file.with_name(f"{made.file.name}.{os.getpid()}-7.draft")
    shutil.copy(made.file, half_made)
    (folder / "sections" / "one.md").write_text("# Uno")
    assert opened(made) == (["Uno", "Two"], True)
    assert list(made.file.parent.iterdir()) == [made.file]


def test_old_drafts_are_swept_up_and_new_ones_left_to_their_makers(
    made: Shelf, folder: Path
) -> None:
    old, new = (made.file.with_name(f"library-{name}.sqlite.1.draft") for name in ("old", "new"))
    old.touch()
    new.touch()
    os.utime(old, (1, 1))
    made.discard()
    made.open().close()
    assert (old.exists(), new.exists()) == (False, True)


# --- where it cannot be written -----------------------------------------------------------------


def test_where_the_cache_cannot_be_written_the_library_lives_in_memory(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    # Nobody, not even root, makes a folder below a regular file.
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "cache"))
    one, two = shelf(folder).open(), shelf(folder).open()
    assert titles(one) == titles(two) == ["One", "Two"]
    again = one.fork()
    assert Finder(again).find("loans").total == 1
    again.close()
    one.close()
    assert titles(two) == ["One", "Two"]
    two.close()
    assert (tmp_path / "file").read_bytes() == b""


def test_where_something_else_has_the_files_name_the_library_lives_in_memory(
    folder: Path,
) -> None:
    made = shelf(folder)
    made.file.mkdir(parents=True)
    assert opened(made) == (["One", "Two"], True)
    assert list(made.file.parent.iterdir()) == [made.file]


def test_a_relative_cache_folder_is_passed_over(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert shelf(folder).file.parent == tmp_path / "home" / ".cache" / "treatyviewer"


# --- progress and problems ----------------------------------------------------------------------


def test_compiling_tells_how_far_it_is(folder: Path) -> None:
    watch = Watch()
    shelf(folder).open(watch).close()
    done = [step for step, _ in watch.steps]
    assert done == sorted(done)
    assert len(set(done)) >= 4
    (total,) = {total for done, total in watch.steps if done}
    assert 4 <= done[-1] <= total


@pytest.mark.parametrize("patience", range(4))
def test_compiling_can_be_stopped_at_any_step_and_leaves_nothing_behind(
    folder: Path, cache: Path, patience: int
) -> None:
    steps = iter(range(patience))

    def stop(_done: int, _total: int) -> None:
        if next(steps, None) is None:
            raise Cancelled("Enough.")

    with pytest.raises(Cancelled):
        shelf(folder).open(stop)
    assert [file for file in cache.rglob("*") if file.is_file()] == []


def test_stopping_keeps_the_file_that_was_there(made: Shelf, folder: Path) -> None:
    before = made.file.read_bytes()
    (folder / "sections" / "one.md").write_text("# Uno")

    def stop(_done: int, _total: int) -> None:
        raise Cancelled("Enough.")

    with pytest.raises(Cancelled):
        made.open(stop)
    assert made.file.read_bytes() == before
    assert list(made.file.parent.iterdir()) == [made.file]


def test_an_entry_that_cannot_be_read_leaves_nothing_behind(
    make_entry: MakeEntry, cache: Path
) -> None:
    with pytest.raises(ContentError):
        shelf(make_entry(sections={"one": "# One\n\n<b>"})).open()
    assert [file for file in cache.rglob("*") if file.is_file()] == []


def test_the_problems_of_all_entries_come_together(make_entry: MakeEntry, tmp_path: Path) -> None:
    make_entry("a-entry", {"one": "x"})
    make_entry("b-entry")
    make_entry("c-entry", {"one": "# One\n\n<b>"})
    with pytest.raises(ContentError) as refused:
        shelf(tmp_path).open()
    assert [Path(p.file).relative_to(tmp_path).parts[0] for p in refused.value.problems] == [
        "a-entry",
        "c-entry",
    ]


def test_two_entries_of_one_id_are_refused(make_entry: MakeEntry, tmp_path: Path) -> None:
    first = make_entry("same")
    shutil.copytree(first, tmp_path / "zz-copy")
    with pytest.raises(ContentError) as refused:
        shelf(tmp_path).open()
    (problem,) = refused.value.problems
    assert problem.file == str(tmp_path / "zz-copy" / "entry.toml")
    assert problem.field == "id"
    assert str(first) in problem.message


def test_a_path_without_an_entry_has_no_shelf(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        shelf(tmp_path / "nothing")
    with pytest.raises(ContentError):
        shelf(tmp_path)


# --- several at once ----------------------------------------------------------------------------


def test_several_threads_may_open_the_same_entry_at_once(folder: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: opened(shelf(folder))[0], range(16)))
    assert answers == [["One", "Two"]] * 16
    assert list(shelf(folder).file.parent.iterdir()) == [shelf(folder).file]


@pytest.mark.parametrize("in_memory", [False, True])
def test_forks_read_side_by_side(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_memory: bool
) -> None:
    if in_memory:
        (tmp_path / "file").touch()
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "cache"))
    library = shelf(folder).open()

    def ask(number: int) -> tuple[int, list[str]]:
        own = library.fork()
        try:
            return Finder(own).find(("loans", "aid")[number % 2]).total, titles(own)
        finally:
            own.close()

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(64))) == [(1, ["One", "Two"])] * 64
    library.close()


def test_a_library_that_is_open_is_still_read_when_its_file_is_made_anew(
    made: Shelf, folder: Path
) -> None:
    before = made.open()
    (folder / "sections" / "one.md").write_text("# Uno")
    assert opened(made) == (["Uno", "Two"], True)
    assert titles(before) == ["One", "Two"]
    before.close()
