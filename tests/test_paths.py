"""Where the data of the reader lies, on each system and where the program is portable."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from treatyviewer import paths
from treatyviewer.crash import report
from treatyviewer.library.shelf import shelf

FOLDERS = (paths.settings_folder, paths.state_folder, paths.cache_folder)
SOURCE = Path(paths.__file__).parent


def test_a_portable_program_keeps_everything_in_one_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "a stick" / "数据"
    monkeypatch.setenv(paths.PORTABLE, str(data))
    for system in ("linux", "win32", "darwin"):
        monkeypatch.setattr(sys, "platform", system)
        assert [folder().relative_to(data) for folder in FOLDERS] == [
            Path("settings"),
            Path("state"),
            Path("cache"),
        ]
    # Whoever asks for a folder asks here: the library and a report of a bug, for instance.
    assert shelf(paths.shipped_entry()).file.parent == data / "cache"
    report(ValueError("for this test"))
    assert len(list((data / "cache" / "reports").iterdir())) == 1


@pytest.mark.parametrize("value", ["", "data", "../data"])
def test_a_folder_that_is_nowhere_in_particular_is_no_portable_one(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    usual = [folder() for folder in FOLDERS]
    monkeypatch.setenv(paths.PORTABLE, value)
    assert [folder() for folder in FOLDERS] == usual


def test_the_folders_of_windows_and_macos(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("APPDATA", str(tmp_path / "Roaming"))
    monkeypatch.delenv("LOCALAPPDATA")
    local = tmp_path / "AppData" / "Local" / "TreatyViewer"
    assert [folder() for folder in FOLDERS] == [
        tmp_path / "Roaming" / "TreatyViewer",
        local / "State",
        local / "Cache",
    ]
    monkeypatch.setattr(sys, "platform", "darwin")
    library = tmp_path / "Library"
    assert [folder() for folder in FOLDERS] == [
        library / "Preferences" / "TreatyViewer",
        library / "Application Support" / "TreatyViewer",
        library / "Caches" / "TreatyViewer",
    ]


def test_nobody_else_knows_where_a_user_s_folders_are() -> None:
    """The names by which a system tells them stand in this one module."""
    names = ("XDG_", "APPDATA", "expanduser", "QStandardPaths", "QSettings", "gettempdir", "HOME")
    guilty = []
    for file in SOURCE.rglob("*.py"):
        if file.name == "paths.py":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            told = node.value if isinstance(node, ast.Constant) else getattr(node, "attr", "")
            told = node.id if isinstance(node, ast.Name) else told
            # A desktop's leave to come to the front is no folder.
            if told == "XDG_ACTIVATION_TOKEN":
                continue
            if isinstance(told, str) and any(told.startswith(name) for name in names):
                guilty.append(f"{file.relative_to(SOURCE)}:{getattr(node, 'lineno', 0)}: {told}")
    assert guilty == []


def test_resources_of_an_installed_program_lie_in_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a wheel, in PyInstaller's folder and beside the embeddable Python."""
    package = tmp_path / "lib" / "treatyviewer"
    monkeypatch.setattr(paths, "__file__", str(package / "paths.pyc"))
    assert paths.resources() == package / "resources"
