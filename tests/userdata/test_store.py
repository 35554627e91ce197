"""A file of values is whole, or it is the old one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyviewer.userdata import store

# Each is a process that sets a value of its own many times.
_WRITER = """
import sys
from pathlib import Path
from treatyviewer.userdata import store
for n in range(30):
    store.update(Path(sys.argv[1]), {sys.argv[2]: n})
"""

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), _JSON, max_size=5))
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    file = tmp_path_factory.mktemp("store") / "a" / "values.json"
    store.write(file, values)
    assert store.read(file) == values
    assert [one.name for one in file.parent.iterdir()] == ["values.json"]


def test_a_path_that_is_no_text_is_kept_too(tmp_path: Path) -> None:
    store.write(tmp_path / "values.json", {"path": "/条约/\udcff\\ud800"})
    assert store.read(tmp_path / "values.json") == {"path": "/条约/\udcff\\ud800"}


def test_no_file_is_no_values(tmp_path: Path) -> None:
    assert store.read(tmp_path / "none.json") == {}


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_file_is_put_aside(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "values.json"
    file.write_bytes(content)
    assert store.read(file) == {}
    assert (tmp_path / "values.json.damaged").read_bytes() == content
    store.write(file, {"a": 1})
    assert store.read(file) == {"a": 1}


def test_on_a_full_disk_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "values.json"
    store.write(file, {"a": 1})

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        store.write(file, {"a": 2})
    assert store.read(file) == {"a": 1}
    assert [one.name for one in tmp_path.iterdir()] == ["values.json"]


def test_a_file_that_may_not_be_read_is_put_aside_or_left(tmp_path: Path) -> None:
    folder = tmp_path / "values.json"
    folder.mkdir()
    assert store.read(folder) == {}


@pytest.mark.parametrize("written", [2, "2.0", None, 1.5, True])
def test_a_newer_format_is_left_alone(tmp_path: Path, written: object) -> None:
    file = tmp_path / "values.json"
    newer = json.dumps({"format": written, "a": 1, "b": [2]})
    file.write_text(newer, encoding="utf-8")
    assert store.read(file) == {"a": 1, "b": [2]}
    store.update(file, {"a": 3})
    assert file.read_text(encoding="utf-8") == newer
    assert store.read(file) == {"a": 3, "b": [2]}
    store.write(file, {"c": 4})
    assert file.read_text(encoding="utf-8") == newer
    assert store.read(file) == {"c": 4}
    # Installed again, the newer version reads its own and writes there.
    if written == 2:
        assert store.read(file, 2) == {"a": 1, "b": [2]}
        store.update(file, {"a": 9}, 2)
        assert json.loads(file.read_text(encoding="utf-8")) == {"format": 2, "a": 9, "b": [2]}


def test_an_older_format_is_carried_over(tmp_path: Path) -> None:
    file = tmp_path / "values.json"
    file.write_text('{"a": 1}', encoding="utf-8")
    store.update(file, {"b": 2}, 2)
    assert json.loads(file.read_text(encoding="utf-8")) == {"format": 2, "a": 1, "b": 2}


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "values.json"
    names = ["a", "b", "c"]
    writers = [subprocess.Popen([sys.executable, "-c", _WRITER, str(file), n]) for n in names]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    assert store.read(file) == {"a": 29, "b": 29, "c": 29}


def test_a_file_that_cannot_be_read_now_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not an empty one: it may hold years of somebody's settings."""
    file = tmp_path / "values.json"
    store.write(file, {"a": 1})

    def refuse(_path: Path) -> bytes:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)
        assert store.read(file) == {}
        with pytest.raises(OSError, match="Input/output"):
            store.update(file, {"b": 2})
    assert store.read(file) == {"a": 1}
    assert not file.with_name("values.json.damaged").exists()


def test_windows_is_asked_again_while_a_scanner_has_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "values.json"
    store.write(file, {"a": 1})
    replace = Path.replace
    refused: list[Path] = []

    def twice(path: Path, target: Path) -> Path:
        if len(refused) < 2:
            refused.append(path)
            raise PermissionError(13, "Access is denied")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", twice)
    with pytest.raises(PermissionError):
        store.write(file, {"a": 2})
    refused.clear()
    monkeypatch.setattr(sys, "platform", "win32")
    store.write(file, {"a": 3})
    assert store.read(file) == {"a": 3}
