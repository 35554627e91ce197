"""A library that came with the program: used for the shipped entry, when it fits."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from treatyviewer import paths
from treatyviewer.content.folder import content_key, copied_signature
from treatyviewer.library import shelf as shelves
from treatyviewer.library.compile import compile_into
from treatyviewer.library.schema import maker
from treatyviewer.library.shelf import Shelf, shelf

MakeEntry = Callable[..., Path]


@pytest.fixture
def installed(
    make_entry: MakeEntry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, Path]:
    """The entry that comes with a program, and the library that came with it."""
    entry = make_entry("shipped", {"one": "# One\n\nLoans."})
    # As in a package, whose files have the time of a commit.
    for file in entry.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    ready = tmp_path / "library.sqlite"
    meta = {
        "maker": maker(),
        "content": content_key((entry,)),
        "copied": repr(copied_signature((entry,))),
    }
    with contextlib.closing(apsw.Connection(str(ready))) as connection:
        connection.execute("PRAGMA page_size = 8192; PRAGMA journal_mode = OFF")
        compile_into(connection, (entry,), meta)
    monkeypatch.setattr(shelves, "shipped_entry", lambda: entry)
    monkeypatch.setattr(shelves, "ready_made", lambda name: tmp_path / name)
    return entry, ready


def source(made: Shelf) -> str:
    """Where the library comes from that is opened, compiled if need be."""
    library = made.open()
    library.close()
    return library.source


def test_it_is_used_without_a_file_of_the_readers_own(installed: tuple[Path, Path]) -> None:
    entry, ready = installed
    untouched = shelf(entry).open_untouched()
    assert untouched is not None
    untouched.close()
    assert untouched.source == str(ready)
    assert not shelf(entry).file.exists()


def test_another_entry_has_nothing_of_it(
    installed: tuple[Path, Path], make_entry: MakeEntry
) -> None:
    other = shelf(make_entry("other", {"one": "# Other\n\nAid."}))
    assert other.ready is None
    assert source(other) == str(other.file)


def test_copied_elsewhere_with_other_times_it_still_fits(installed: tuple[Path, Path]) -> None:
    entry, ready = installed
    for file in entry.rglob("*"):
        os.utime(file, (1, 1))
    assert shelf(entry).open_untouched() is None
    assert source(shelf(entry)) == str(ready)


def test_an_entry_that_was_changed_is_compiled(installed: tuple[Path, Path]) -> None:
    entry, _ = installed
    section = next((entry / "sections").glob("*.md"))
    section.write_text(section.read_text("utf-8").replace("Loans", "Bonds"), "utf-8")
    made = shelf(entry)
    assert source(made) == str(made.file)


def test_one_by_another_version_is_passed_over(installed: tuple[Path, Path]) -> None:
    entry, ready = installed
    with contextlib.closing(apsw.Connection(str(ready))) as connection:
        connection.execute("UPDATE meta SET value = 'older' WHERE key = 'maker'")
    made = shelf(entry)
    assert source(made) == str(made.file)


def test_a_damaged_one_is_replaced_by_one_of_the_readers_own(
    installed: tuple[Path, Path],
) -> None:
    entry, ready = installed
    ready.write_bytes(b"\0" * 8192)
    made = shelf(entry)
    assert source(made) == str(made.file)
    # Damage that is found while somebody reads makes the own one, which then comes first.
    shutil.copyfile(made.file, ready)
    assert source(shelf(entry)) == str(made.file)


def test_a_checkout_has_brought_nothing() -> None:
    assert paths.ready_made("library.sqlite") is None
