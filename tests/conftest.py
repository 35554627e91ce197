"""What all tests share: no display, a cache folder of their own, entries made on the spot."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

# Before anything imports Qt. A run under Xvfb sets the variable itself.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from treatyviewer.library.library import Library
from treatyviewer.library.shelf import shelf
from treatyviewer.paths import shipped_entry

MakeEntry = Callable[..., Path]

COMPLETE = Path(__file__).parent / "data" / "complete-entry"


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder for this test alone; nothing of the developer's own is read or written."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "settings"))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    monkeypatch.setenv("APPDATA", str(folder / "settings"))
    monkeypatch.setenv("LOCALAPPDATA", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in Python's log fails the test, as one in Qt's does (qt_log_level_fail)."""
    yield
    said = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert not said, [record.getMessage() for record in said]


@pytest.fixture(scope="session")
def library_files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The library files of the shipped and of the complete entry, made once for all tests."""
    folder = tmp_path_factory.mktemp("library-files")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        patch.setenv("LOCALAPPDATA", str(folder))
        made = [shelf(path) for path in (shipped_entry(), COMPLETE)]
        for one in made:
            one.open().close()
    return tuple(one.file for one in made)


@pytest.fixture
def compiled(cache: Path, library_files: tuple[Path, ...]) -> None:
    """Copies of these in this test's cache: as after a first start, which takes a second."""
    for file in library_files:
        copy = shelf(shipped_entry()).file.with_name(file.name)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)


@pytest.fixture
def shipped(compiled: None) -> Iterator[Library]:
    """The entry that comes with the program, opened."""
    library = shelf(shipped_entry()).open()
    yield library
    library.close()


@pytest.fixture
def complete(compiled: None) -> Iterator[Library]:
    """The made-up entry that has one of everything, opened."""
    library = shelf(COMPLETE).open()
    yield library
    library.close()


@pytest.fixture
def make_entry(tmp_path: Path) -> MakeEntry:
    """Writes an entry and returns its folder.

    `make_entry("my-entry", {"one": "# One\\n\\nText."}, extra="...")`: sections by file name
    without `.md`, in the order of the outline; names with a dot are translations and are not
    listed; a section called "lead" is the lead. `extra` goes to the end of entry.toml,
    `titles` are the entry's.
    """

    def make(
        name: str = "test-entry",
        sections: dict[str, str] | None = None,
        *,
        extra: str = "",
        titles: dict[str, str] | None = None,
        below: Path | None = None,
    ) -> Path:
        folder = (below or tmp_path) / name
        (folder / "sections").mkdir(parents=True)
        texts = {"one": "# One\n\nThe first text."} if sections is None else sections
        lines = [
            f'id = "{name}"',
            "edition = 1",
            'licence = "MIT"',
            'kind = "treaty"',
            'languages = ["en", "zh-Hans", "ru"]',
            "",
            "[titles]",
        ]
        lines += [f'{tag} = "{title}"' for tag, title in (titles or {"en": "A test"}).items()]
        lines += ["", "[[parts]]", 'title = "The entry"']
        number = 0
        for section, text in texts.items():
            (folder / "sections" / f"{section}.md").write_text(text, encoding="utf-8")
            if "." in section:
                continue
            lines += ["", "[[parts.sections]]", f'id = "{section}"']
            if section == "lead":
                lines += ["lead = true", 'title = "Introduction"']
            else:
                number += 1
                lines.append(f'number = "{number}"')
        text = "\n".join(lines) + "\n" + extra
        (folder / "entry.toml").write_text(text, encoding="utf-8")
        return folder

    return make


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need an X display are passed over where there is none (`make test` has one)."""
    if os.environ.get("DISPLAY"):
        return
    for item in items:
        if item.get_closest_marker("xvfb"):
            item.add_marker(pytest.mark.skip(reason="no X display: run it under xvfb-run"))
