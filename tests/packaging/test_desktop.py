"""What packages tell a desktop: complete, in three languages, and true to the program."""

from __future__ import annotations

import gzip
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import icons
import make
import metainfo
import program
from treatyviewer.content.treaty_file import pack
from treatyviewer.paths import shipped_entry

ROOT = Path(__file__).resolve().parents[2]
EPOCH = 1_790_000_000  # 2026-09-21
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
COMMANDS = [command.name for command in program.commands()]


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("share")
    for name, content in make.share("0.3.0", EPOCH, "").items():
        make._write(top / name, content)
    return top


def tool(*command: str | Path) -> str:
    """Run a tool that a developer's machine need not have."""
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not installed")
    result = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False
    )
    said = result.stdout + result.stderr
    assert result.returncode == 0, said
    return said


# --- made of the program's own parsers ----------------------------------------------------------


def test_the_window_and_all_commands_are_found() -> None:
    from treatyviewer.cli import COMMANDS as told

    assert ["", *told] == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_the_man_page_has_every_option_that_the_help_tells(name: str, share: Path) -> None:
    words = [sys.executable, "-m", "treatyviewer", *name.split(), "--help"]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    flags = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", told.partition("\noptions:")[2]))
    page = gzip.decompress((share / "man/man1/treatyviewer.1.gz").read_bytes()).decode("utf-8")
    page = page.replace(r"\-", "-")
    part = page.partition(f".SS {name}\n")[2].partition("\n.S")[0] if name else page
    assert "--lang" in flags
    # What `-kind:source` and `-word` in the help of the search mean is no option.
    missing = {flag for flag in flags - {"--help", "-h", "-kind", "-word"} if flag not in part}
    assert not missing


def test_the_man_page_is_dated_by_the_commit(share: Path) -> None:
    page = gzip.decompress((share / "man/man1/treatyviewer.1.gz").read_bytes()).decode("utf-8")
    assert page.startswith('.TH TREATYVIEWER 1 "2026-09-21" "Treaty Viewer 0.3.0"')


def test_the_man_page_has_no_mistakes(share: Path) -> None:
    page = share / "man/man1/treatyviewer.1.gz"
    assert (
        tool("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page).count("warning") == 0
    )


def test_the_same_commit_gives_the_same_bytes() -> None:
    assert make.share("0.3.0", EPOCH, "") == make.share("0.3.0", EPOCH, "")


# --- the menu entry, the file type, the description -----------------------------------------------


def test_menu_entry_file_type_and_description_name_the_same_types(share: Path) -> None:
    entry = (share / "applications/treatyviewer.desktop").read_text(encoding="utf-8")
    types = set(re.findall(r"^MimeType=(.*);$", entry, re.MULTILINE)[0].split(";"))
    packed = ET.parse(share / "mime/packages/treatyviewer.xml").getroot()
    told = ET.parse(share / f"metainfo/{metainfo.ID}.metainfo.xml").getroot()
    assert {kind.text for kind in told.iter("mediatype")} == types
    (kind,) = packed.iter(f"{MIME}mime-type")
    assert kind.get("type") in types
    assert "x-scheme-handler/treaty" in types
    assert re.search(r"^Exec=treatyviewer %u$", entry, re.MULTILINE)


def test_the_file_types_magic_knows_a_packed_entry(share: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.treaty"
    pack(shipped_entry(), file)
    start = file.read_bytes()[:200]
    root = ET.parse(share / "mime/packages/treatyviewer.xml").getroot()
    matches = list(root.iter(f"{MIME}match"))
    assert len(matches) == 2
    for match in matches:
        value = (match.get("value") or "").encode().decode("unicode_escape").encode("latin-1")
        at = int(match.get("offset") or "")
        assert start[at : at + len(value)] == value


def test_every_word_of_the_menu_entry_is_in_three_languages(share: Path) -> None:
    entry = (share / "applications/treatyviewer.desktop").read_text(encoding="utf-8")
    for key in ("Name", "GenericName", "Comment", "Keywords"):
        assert re.findall(rf"^{key}(.*?)=", entry, re.MULTILINE) == ["", "[zh_CN]", "[ru]"]


def test_every_word_of_the_description_is_in_three_languages(share: Path) -> None:
    root = ET.parse(share / f"metainfo/{metainfo.ID}.metainfo.xml").getroot()
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for tag in ("name", "summary", "description/p", "description/ul/li"):
        found = [element.get(language) for element in root.findall(tag)]
        assert found == [None, "zh_CN", "ru"] * (len(found) // 3)
        assert found


def test_the_version_built_is_the_newest_release_and_dated(share: Path) -> None:
    root = ET.parse(share / f"metainfo/{metainfo.ID}.metainfo.xml").getroot()
    first = root.findall("releases/release")[0]
    assert (first.get("version"), first.get("date")) == ("0.3.0", "2026-09-21")
    assert first.find("description/ul/li") is not None


def test_releases_are_those_with_a_date_and_the_one_that_is_built() -> None:
    log = "# X\n\n## 0.3.0 (not released)\n\nNew.\n\n- A `b` [c](d.md).\n- E\n  f.\n\n"
    log += "## 0.2.0 (2026-01-02)\n\nOld.\n\n## 0.1.0 (not released)\n\nNever.\n"
    found = metainfo.releases(log, "0.3.0", "2026-09-21")
    assert found == (
        metainfo.Release("0.3.0", "2026-09-21", "New.", ("A b c.", "E f.")),
        metainfo.Release("0.2.0", "2026-01-02", "Old.", ()),
    )
    assert [r.version for r in metainfo.releases(log, "0.4.0", "2026-09-21")] == ["0.4.0", "0.2.0"]
    with pytest.raises(SystemExit, match="no heading"):
        metainfo.releases("## 0.3.0\n", "0.3.0", "2026-09-21")


def test_pictures_are_named_where_the_publisher_says_they_are() -> None:
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "<screenshots>" not in metainfo.metainfo("0.3.0", EPOCH, log)
    told = ET.fromstring(metainfo.metainfo("0.3.0", EPOCH, log, "https://example.org/p/"))
    images = [image.text or "" for image in told.iter("image")]
    assert images[0] == "https://example.org/p/evidence-light.png"
    for image in images:
        assert (ROOT / "docs/pictures" / Path(image).name).is_file()


def test_the_desktops_own_checks_find_nothing(share: Path) -> None:
    file = share / f"metainfo/{metainfo.ID}.metainfo.xml"
    tool("desktop-file-validate", share / "applications/treatyviewer.desktop")
    tool("appstreamcli", "validate", "--no-net", "--strict", file)
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    text = metainfo.metainfo("0.3.0", EPOCH, log, "https://example.org/p")
    pictured = share / "pictured" / file.name
    make._write(pictured, text.encode("utf-8"))
    tool("appstreamcli", "validate", "--no-net", "--strict", pictured)


# --- the icon -----------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [16, 22, 32, 48, 256])
def test_the_icon_has_its_size_and_shows_page_and_seal(size: int) -> None:
    image = QImage.fromData(icons.png(size))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() == 0
    colours = {image.pixelColor(x, y).name() for x in range(size) for y in range(size)}
    assert {"#fffdf9", "#a3301f", "#23211e"} <= colours


def test_the_icon_for_windows_has_each_size_whole() -> None:
    data = icons.ico()
    assert struct.unpack_from("<HHH", data) == (0, 1, len(icons.ICO_SIZES))
    for number, size in enumerate(icons.ICO_SIZES):
        width, _, _, _, _, bits, length, at = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        picture = QImage.fromData(data[at : at + length])
        assert (width or 256, picture.width(), bits) == (size, size, 32)


def test_the_icon_for_macos_has_each_size_whole() -> None:
    data = icons.icns()
    assert data[:4] == b"icns"
    assert struct.unpack_from(">I", data, 4) == (len(data),)
    at = 8
    while at < len(data):
        kind, length = struct.unpack_from(">4sI", data, at)
        assert QImage.fromData(data[at + 8 : at + length]).width() == dict(icons._ICNS)[kind]
        at += length
    assert at == len(data)
