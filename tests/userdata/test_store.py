"""A file of values is whole, or it is the old one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyviewer.userdata import store

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
