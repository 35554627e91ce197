"""The `.treaty` file: always the same bytes, and nothing is used that is not as it says."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os
import shutil
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from treatyviewer.content import treaty_check, treaty_file
from treatyviewer.content.treaty_check import read_treaty
from treatyviewer.content.treaty_file import pack, unpack
from treatyviewer.errors import Cancelled, ContentError, InputError

FILES = {
    "entry.toml": b'id = "my-entry"\nedition = 3\n',
    "media/maps/a.svg": b"<svg/>",
    "sections/lead.md": "# Договор\n\n条约\n".encode(),
    "sources.json": b"[]\n",
}


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "folder", FILES)


@pytest.fixture
def packed(folder: Path, tmp_path: Path) -> Path:
    return pack(folder, tmp_path / "my.treaty").file


# --- the same folder, the same bytes ------------------------------------------------------------


def test_the_bytes_are_these_on_every_machine_and_with_every_python(packed: Path) -> None:
    # Whoever changes this sum changes the format: the promise is that it stays.
    digest = hashlib.sha256(packed.read_bytes()).hexdigest()
    assert digest == "46e06244cc71dd00aee8d2fd2deef81a911a9907cdc72b1047926880b42eaa6f"


def test_a_folder_written_otherwise_gives_the_same_bytes(packed: Path, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        other = write(tmp_path / "other" / "name", dict(reversed(FILES.items())))
    finally:
        os.umask(before)
    for file in other.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    (other / "entry.toml").chmod(0o755)
    (other / "notes.txt").write_text("no part of the entry")
    (other / ".DS_Store").write_bytes(b"x")
    (other / "media" / ".DS_Store").write_bytes(b"x")
    (other / "media" / "empty").mkdir()
    assert pack(other, tmp_path / "other.treaty").file.read_bytes() == packed.read_bytes()
    assert pack(other, tmp_path / "again.treaty").file.read_bytes() == packed.read_bytes()


def test_what_was_packed_can_be_read_by_any_zip_program(packed: Path) -> None:
    with zipfile.ZipFile(packed) as archive:
        assert archive.namelist() == ["manifest.json", *sorted(FILES)]
        assert archive.testzip() is None
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert info.external_attr >> 16 == stat.S_IFREG | 0o644
            assert (info.compress_type, info.create_system) == (zipfile.ZIP_STORED, 3)
        text = archive.read("manifest.json").decode("utf-8")
    assert text.endswith("}\n")
    assert "\r" not in text
    assert json.loads(text) == {
        "format": 1,
        "entry": "my-entry",
        "edition": 3,
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()},
    }


def test_the_report_says_what_was_written(folder: Path, tmp_path: Path) -> None:
    report = pack(folder, tmp_path / "my.treaty")
    content = report.file.read_bytes()
    assert report == (
        tmp_path / "my.treaty",
        "my-entry",
        3,
        4,
        len(content),
        hashlib.sha256(content).hexdigest(),
    )


def test_there_and_back_again(packed: Path, tmp_path: Path) -> None:
    report = unpack(packed, tmp_path / "back")
    size = sum(map(len, FILES.values()))
    assert report == (tmp_path / "back", "my-entry", 3, 4, size)
    assert tree(tmp_path / "back") == FILES
    again = pack(tmp_path / "back", tmp_path / "again.treaty")
    assert again.file.read_bytes() == packed.read_bytes()


NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(files=st.dictionaries(NAMES, st.binary(max_size=40), max_size=5))
def test_what_is_packed_can_be_unpacked(tmp_path: Path, files: dict[str, bytes]) -> None:
    for name in ("folder", "back"):
        shutil.rmtree(tmp_path / name, ignore_errors=True)
    entry = write(tmp_path / "folder", FILES)
    for name, content in files.items():
        try:
            (entry / "media" / name).write_bytes(content)
        except (OSError, ValueError):
            continue
    try:
        report = pack(entry, tmp_path / "my.treaty", overwrite=True)
    except ContentError:
        return
    assert unpack(report.file, tmp_path / "back").files == report.files
    there = tree(entry)
    assert tree(tmp_path / "back") == {
        name: content for name, content in there.items() if "/." not in name
    }


# --- what is not packed -------------------------------------------------------------------------


def refuse_packing(folder: Path, target: Path, **options: Any) -> InputError:
    before = tree(target.parent)
    with pytest.raises(InputError) as refused:
        pack(folder, target, **options)
    assert tree(target.parent) == before
    return refused.value


def test_a_folder_that_is_no_entry_is_not_packed(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    error = refuse_packing(tmp_path / "empty", tmp_path / "my.treaty")
    assert (error.place, error.message) == (
        str(tmp_path / "empty" / "entry.toml"),
        "This file is missing.",
    )


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        (b"", "no id"),
        (b"id = 3", "no id"),
        (b'id = "../x"', "no id"),
        (b"id = ", "not valid TOML"),
        (b'id = "\xff"', "not valid TOML"),
        (b'id = "x"\nedition = true', "whole number"),
        (b'id = "x"\nedition = 0', "whole number"),
    ],
)
def test_an_entry_without_a_usable_id_or_edition_is_not_packed(
    folder: Path, tmp_path: Path, manifest: bytes, said: str
) -> None:
    (folder / "entry.toml").write_bytes(manifest)
    error = refuse_packing(folder, tmp_path / "my.treaty")
    assert error.place == str(folder / "entry.toml")
    assert said in error.message


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("manifest.json", "list of sums"),
        ("media/con.png", "Not every system"),
        ("media/what?.png", "Not every system"),
        ("media/dot.", "Not every system"),
        ("media/a:b", "could lead out"),
        ("media/a\\b", "could lead out"),
        ("media/a\nb", "signs in it"),
        ("media/\udcff", "signs in it"),
    ],
)
def test_a_name_that_not_every_system_can_have_is_not_packed(
    folder: Path, tmp_path: Path, name: str, said: str
) -> None:
    try:
        (folder / name).write_bytes(b"")
    except OSError:
        pytest.skip("this system cannot have it")
    error = refuse_packing(folder, tmp_path / "my.treaty")
    assert said in error.message
    assert "name" in error.advice


@pytest.mark.parametrize("other", ["media/Maps.svg", "media/ÉTÉ.png"])
def test_names_that_some_systems_take_for_one_are_not_packed(
    folder: Path, tmp_path: Path, other: str
) -> None:
    (folder / "media" / "maps.svg").write_bytes(b"")
    (folder / "media" / "e\u0301te\u0301.png").write_bytes(b"")
    (folder / other).write_bytes(b"")
    if len(tree(folder)) != len(FILES) + 3:
        pytest.skip("this system takes them for one")
    assert "are one name on some systems" in refuse_packing(folder, tmp_path / "m.treaty").message


def test_an_entry_beyond_the_limits_is_not_packed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(treaty_file, "MOST_BYTES", 40)
    assert "too large" in refuse_packing(folder, tmp_path / "my.treaty").message


def test_a_file_that_is_there_is_kept_unless_it_is_said(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "my.treaty"
    target.write_bytes(b"mine")
    error = refuse_packing(folder, target)
    assert str(target) in error.message
    assert "--force" in error.advice
    assert pack(folder, target, overwrite=True).size == target.stat().st_size
    (tmp_path / "folder.treaty").mkdir()
    error = refuse_packing(folder, tmp_path / "folder.treaty", overwrite=True)
    assert "there already" in error.message


@pytest.mark.parametrize("name", ["entry.toml", "media/my.treaty", "sections/x/y.treaty"])
def test_the_file_is_not_put_among_the_entrys_own(folder: Path, name: str) -> None:
    before = tree(folder)
    error = refuse_packing(folder, folder / name, overwrite=True)
    assert "one of the entry's own files" in error.message
    assert tree(folder) == before


# --- what is not read ---------------------------------------------------------------------------


def sums_of(files: dict[str, bytes], /, **changes: Any) -> bytes:
    sums = {
        "format": 1,
        "entry": "my-entry",
        "edition": 1,
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
    }
    return json.dumps(sums | changes).encode()


Change = Callable[[zipfile.ZipInfo], None]


def forge(
    target: Path,
    members: list[tuple[str, bytes]],
    sums: bytes | None = None,
    changes: dict[str, Change] | None = None,
) -> Path:
    """A zip by another hand; `sums` fits `members` unless it is given."""
    with zipfile.ZipFile(target, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # names that are there twice
        listed = sums_of(dict(members)) if sums is None else sums
        for name, content in [("manifest.json", listed), *members]:
            info = zipfile.ZipInfo("x")
            # As it is, whatever ZipInfo would make of it.
            info.filename = info.orig_filename = name
            change = (changes or {}).get(name)
            if change:
                change(info)
            archive.writestr(info, content)
    return target


def refuse(file: Path, tmp_path: Path) -> ContentError:
    """Neither read nor unpacked, with one and the same message, and nothing was written."""
    (tmp_path / "empty-folder").mkdir(exist_ok=True)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ContentError) as refused:
        read_treaty(file)
    for folder in ("new", "empty-folder"):
        with pytest.raises(ContentError) as again:
            unpack(file, tmp_path / folder)
        assert str(again.value) == str(refused.value)
    assert sorted(tmp_path.rglob("*")) == before
    error = refused.value
    assert error.place.startswith(str(file))
    assert error.message.endswith(".")
    assert error.advice
    assert str(error).isprintable()
    return error


def test_what_another_zip_program_made_is_read_when_it_keeps_to_the_rules(tmp_path: Path) -> None:
    def deflated(info: zipfile.ZipInfo) -> None:
        info.compress_type = zipfile.ZIP_DEFLATED
        info.date_time = (2020, 1, 1, 0, 0, 0)
        info.external_attr = 0

    file = forge(
        tmp_path / "my.treaty",
        list(reversed(FILES.items())),
        changes={"manifest.json": deflated, "entry.toml": deflated},
    )
    treaty = read_treaty(file)
    assert (treaty.entry, treaty.edition, treaty.files) == ("my-entry", 1, FILES)
    assert list(treaty.files) == sorted(FILES)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty."),
        (b"PK", "not a .treaty file"),
        (b"Not a zip at all. " * 50, "not a .treaty file"),
        (b"PK\x03\x04" + bytes(300), "cut short or damaged"),
        (b"PK\x05\x06" + bytes(18), "There is no manifest.json in it"),
    ],
)
def test_what_is_no_zip_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "my.treaty").write_bytes(content)
    assert said in refuse(tmp_path / "my.treaty", tmp_path).message


def test_a_file_that_is_cut_short_anywhere_is_refused(packed: Path, tmp_path: Path) -> None:
    whole = packed.read_bytes()
    for length in [*range(1, len(whole), 97), len(whole) - 1]:
        packed.write_bytes(whole[:length])
        message = refuse(packed, tmp_path).message
        assert "cut short" in message if length >= 4 else "not a .treaty file" in message


@pytest.mark.parametrize("before", [b"x", b"PK\x03\x04"])
def test_something_before_or_behind_the_zip_is_refused(
    packed: Path, tmp_path: Path, before: bytes
) -> None:
    whole = packed.read_bytes()
    for content in (before + whole, whole + before):
        packed.write_bytes(content)
        refuse(packed, tmp_path)


def test_a_changed_byte_is_never_passed_over(packed: Path, tmp_path: Path) -> None:
    whole = packed.read_bytes()
    honest = read_treaty(packed)
    for place in range(0, len(whole), 7):
        packed.write_bytes(whole[:place] + bytes([whole[place] ^ 0x41]) + whole[place + 1 :])
        try:
            treaty = read_treaty(packed)
        except ContentError:
            continue
        # A date or a mode that means nothing.
        assert treaty == honest


def test_a_wrong_sum_is_refused(tmp_path: Path) -> None:
    file = forge(tmp_path / "my.treaty", [*FILES.items()], sums_of(FILES | {"sources.json": b"x"}))
    error = refuse(file, tmp_path)
    assert error.place == f"{file}/sources.json"
    assert "its sum is another" in error.message


def test_a_file_that_is_not_in_the_manifest_is_refused(tmp_path: Path) -> None:
    file = forge(tmp_path / "m.treaty", [*FILES.items(), ("media/b", b"x")], sums_of(FILES))
    error = refuse(file, tmp_path)
    assert (error.place, error.message) == (f"{file}/media/b", "This file is not in the manifest.")


def test_a_file_of_the_manifest_that_is_missing_is_refused(tmp_path: Path) -> None:
    sums = sums_of(FILES | {"../x": b"x"})
    error = refuse(forge(tmp_path / "my.treaty", [*FILES.items()], sums), tmp_path)
    assert "The manifest lists this file, and it is not there." in error.message


def test_a_file_without_an_entry_is_refused(tmp_path: Path) -> None:
    error = refuse(forge(tmp_path / "my.treaty", [("sources.json", b"[]")]), tmp_path)
    assert error.place.endswith("/entry.toml")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../x.toml", "could lead out"),
        ("media/../../x", "could lead out"),
        ("/etc/x.toml", "could lead out"),
        ("C:/x.toml", "could lead out"),
        ("C:x.toml", "could lead out"),
        ("\\\\server\\x.toml", "could lead out"),
        ("media\\x", "could lead out"),
        ("..\\x.toml", "could lead out"),
        ("media//x", "could lead out"),
        ("./x.toml", "could lead out"),
        ("media/", "A folder by itself"),
        ("media/x\0.png", "signs in it"),
        ("media/\x1b[31m", "signs in it"),
        (".git/config", "hidden file"),
        ("media/.x", "hidden file"),
        ("bin/x.toml", "no part of an entry"),
        ("x.py", "no part of an entry"),
        ("media/nul.txt", "Not every system"),
        ("media/" + "x" * 300, "Not every system"),
        ("sections/LEAD.md", "are one name on some systems"),
        ("sections/lead.md", "stands in it twice"),
        ("manifest.json", "stands in it twice"),
        ("sections/lead.md/x", "name of its folder"),
    ],
)
def test_a_name_that_cannot_be_is_refused(tmp_path: Path, name: str, said: str) -> None:
    file = forge(tmp_path / "my.treaty", [*FILES.items(), (name, b"x")])
    assert said in refuse(file, tmp_path).message


def mode(bits: int) -> Change:
    def change(info: zipfile.ZipInfo) -> None:
        info.external_attr = bits

    return change


@pytest.mark.parametrize(
    "bits", [stat.S_IFLNK << 16, stat.S_IFDIR << 16, stat.S_IFIFO << 16, stat.S_IFBLK << 16, 0x10]
)
def test_a_link_or_a_folder_is_refused(tmp_path: Path, bits: int) -> None:
    changes = {"sources.json": mode(bits)}
    file = forge(tmp_path / "my.treaty", [*FILES.items()], changes=changes)
    assert "a link or a folder" in refuse(file, tmp_path).message


def test_a_locked_file_is_refused(packed: Path, tmp_path: Path) -> None:
    whole = bytearray(packed.read_bytes())
    (start,) = struct.unpack_from("<L", whole, len(whole) - 6)
    whole[start + 8] |= 1
    packed.write_bytes(whole)
    assert "locked with a password" in refuse(packed, tmp_path).message


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_compression_that_is_not_known_is_refused(tmp_path: Path, method: int) -> None:
    def change(info: zipfile.ZipInfo) -> None:
        info.compress_type = method

    file = forge(tmp_path / "my.treaty", [*FILES.items()], changes={"sources.json": change})
    assert "compressed in a way" in refuse(file, tmp_path).message


def test_what_swells_beyond_measure_is_refused(tmp_path: Path) -> None:
    def change(info: zipfile.ZipInfo) -> None:
        info.compress_type = zipfile.ZIP_DEFLATED

    members = [*FILES.items(), ("media/zeros", bytes(4 << 20))]
    file = forge(tmp_path / "my.treaty", members, changes={"media/zeros": change})
    assert "more than 100 times" in refuse(file, tmp_path).message


def test_more_than_the_limits_is_refused(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(treaty_check, "MOST_BYTES", 40)
        assert "larger than" in refuse(packed, tmp_path).message
    with monkeypatch.context() as patch:
        patch.setattr(treaty_check, "MOST_FILES", 3)
        assert "more than 3 files" in refuse(packed, tmp_path).message
    with monkeypatch.context() as patch:
        patch.setattr(treaty_check, "_MOST_TABLE", 400)
        assert "manifest is too large" in refuse(packed, tmp_path).message


def test_no_more_is_read_than_was_declared(packed: Path, tmp_path: Path) -> None:
    """The table says one byte less than is there; the sum of what is read is another."""
    whole = bytearray(packed.read_bytes())
    (start,) = struct.unpack_from("<L", whole, len(whole) - 6)
    for offset in (20, 24):
        (size,) = struct.unpack_from("<L", whole, start + offset)
        struct.pack_into("<L", whole, start + offset, size - 1)
    packed.write_bytes(whole)
    assert "damaged" in refuse(packed, tmp_path).message


@pytest.mark.parametrize(
    ("sums", "said"),
    [
        (sums_of(FILES, format=2), "A newer program made this file: it has format 2"),
        (b'{"format": 7, "new": {}}', "A newer program made this file: it has format 7"),
        (sums_of(FILES, format=True), "does not say its format"),
        (sums_of(FILES, format="1"), "does not say its format"),
        (b"[]", "does not say its format"),
        (b"{}", "does not say its format"),
        (b"", "The manifest is damaged."),
        (b"\xff", "The manifest is damaged."),
        (b"[" * 100_000, "The manifest is damaged."),
        (b'{"format": ' + b"9" * 5000 + b"}", "The manifest is damaged."),
        (b'{"format": 1, "format": 1}', "The manifest is damaged."),
        (sums_of(FILES, entry="../x"), "does not say which entry"),
        (sums_of(FILES, entry=3), "does not say which entry"),
        (sums_of(FILES, edition=0), "does not say which entry"),
        (sums_of(FILES, files=[]), "does not list the files' sums"),
        (sums_of(FILES, files={"entry.toml": "0" * 63}), "does not list the files' sums"),
        (sums_of(FILES, files={"entry.toml": 1}), "does not list the files' sums"),
    ],
)
def test_a_manifest_that_cannot_be_used_is_refused(tmp_path: Path, sums: bytes, said: str) -> None:
    error = refuse(forge(tmp_path / "my.treaty", [*FILES.items()], sums), tmp_path)
    assert error.place.endswith("/manifest.json")
    assert said in error.message


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = write(tmp_path_factory.mktemp("whole") / "folder", FILES)
    return pack(folder, folder.parent / "my.treaty").file.read_bytes()


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_garbage_is_refused_and_never_a_bug(tmp_path: Path, whole: bytes, data: Any) -> None:
    file = tmp_path / "my.treaty"
    kind = data.draw(st.sampled_from(["any", "framed", "altered"]))
    if kind == "any":
        content = data.draw(st.binary(max_size=400))
    elif kind == "framed":
        table = data.draw(st.binary(max_size=200))
        content = b"PK\x03\x04" + data.draw(st.binary(max_size=60)) + b"PK\x01\x02" + table
        start = len(content) - len(table) - 4
        count = data.draw(st.integers(0, 3))
        end = (b"PK\x05\x06", 0, 0, count, count, len(table) + 4, start, 0)
        content += struct.pack("<4s4H2LH", *end)
    else:
        altered = bytearray(whole)
        for _ in range(data.draw(st.integers(1, 6))):
            altered[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
        content = bytes(altered)
    file.write_bytes(content)
    try:
        treaty = read_treaty(file)
    except ContentError:
        return
    assert kind == "altered"
    assert treaty.files == FILES


# --- all or nothing -----------------------------------------------------------------------------


class FullDisk(io.FileIO):
    """Takes the first 300 bytes."""

    def write(self, content: Any, /) -> int:
        if self.tell() + len(content) > 300:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().write(content)


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    real = Path.open

    def open_full(path: Path, mode: str = "r", *rest: Any, **options: Any) -> Any:
        return FullDisk(path, "x") if mode == "xb" else real(path, mode, *rest, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", open_full)
        yield


def test_a_full_disk_leaves_nothing_of_a_file_behind(
    folder: Path, tmp_path: Path, full_disk: None
) -> None:
    error = refuse_packing(folder, tmp_path / "my.treaty")
    assert error.message == (
        f"“{tmp_path / 'my.treaty'}” cannot be written: {os.strerror(errno.ENOSPC)}."
    )
    assert "Nothing was left behind" in error.advice


def test_a_full_disk_keeps_the_file_that_was_there(
    packed: Path, folder: Path, request: pytest.FixtureRequest
) -> None:
    before = packed.read_bytes()
    (folder / "media" / "more").write_bytes(b"x")
    request.getfixturevalue("full_disk")
    refuse_packing(folder, packed, overwrite=True)
    assert packed.read_bytes() == before


@pytest.mark.parametrize("there", [False, True])
def test_a_full_disk_leaves_nothing_of_a_folder_behind(
    folder: Path, tmp_path: Path, request: pytest.FixtureRequest, there: bool
) -> None:
    (folder / "sections" / "long.md").write_bytes(b"x" * 400)
    file = pack(folder, tmp_path / "my.treaty").file
    if there:
        (tmp_path / "back").mkdir()
    request.getfixturevalue("full_disk")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(InputError, match="cannot be written: No space left") as refused:
        unpack(file, tmp_path / "back")
    assert str(tmp_path / "back") in refused.value.message
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("steps", range(10))
def test_work_that_is_stopped_leaves_nothing_behind(
    folder: Path, packed: Path, tmp_path: Path, steps: int
) -> None:
    def stop_after(left: int) -> Callable[[], None]:
        rest = iter(range(left))

        def tick() -> None:
            if next(rest, None) is None:
                raise Cancelled("Stopped.")

        return tick

    before = sorted(tmp_path.rglob("*"))
    if steps >= 8:
        pack(folder, tmp_path / "new.treaty", tick=stop_after(steps))
        unpack(packed, tmp_path / "back", stop_after(steps))
        return
    with pytest.raises(Cancelled):
        pack(folder, tmp_path / "new.treaty", tick=stop_after(steps))
    with pytest.raises(Cancelled):
        unpack(packed, tmp_path / "back", stop_after(steps))
    assert sorted(tmp_path.rglob("*")) == before


def test_a_place_that_is_not_there_is_told(folder: Path, packed: Path, tmp_path: Path) -> None:
    for work in (
        lambda: pack(folder, tmp_path / "none" / "my.treaty"),
        lambda: unpack(packed, tmp_path / "none" / "back"),
    ):
        with pytest.raises(InputError, match="cannot be written: No such file"):
            work()
    assert not (tmp_path / "none").exists()


def test_a_folder_that_is_not_empty_is_left_alone(packed: Path, tmp_path: Path) -> None:
    (tmp_path / "back").mkdir()
    (tmp_path / "back" / "mine").write_text("x")
    (tmp_path / "file").write_text("x")
    (tmp_path / "gone").symlink_to(tmp_path / "nothing")
    before = sorted(tmp_path.rglob("*"))
    for name in ("back", "file", "gone"):
        with pytest.raises(InputError, match="there already, and not an empty folder"):
            unpack(packed, tmp_path / name)
    assert sorted(tmp_path.rglob("*")) == before


def test_an_empty_folder_is_filled_and_stays_the_one_it_is(packed: Path, tmp_path: Path) -> None:
    back = tmp_path / "back"
    back.mkdir(mode=0o700)
    before = back.stat()
    unpack(packed, back)
    assert tree(back) == FILES
    assert sorted(path.name for path in back.iterdir()) == sorted({n.split("/")[0] for n in FILES})
    assert (back.stat().st_ino, back.stat().st_mode) == (before.st_ino, before.st_mode)


def test_a_folder_that_cannot_be_filled_is_empty_again(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back = tmp_path / "back"
    back.mkdir()
    real = Path.rename

    def rename(path: Path, target: Path) -> Path:
        if target == back / "entry.toml":
            raise OSError(errno.EIO, "Input/output error")
        return real(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(InputError, match="Input/output error"):
        unpack(packed, back)
    assert list(back.iterdir()) == []
