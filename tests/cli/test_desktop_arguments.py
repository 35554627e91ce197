"""What a desktop passes: `treaty:` links and `file:` URLs, whole or broken."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from treatyviewer.cli.window_arguments import read
from treatyviewer.entry.address import parse
from treatyviewer.paths import shipped_entry

ADDRESS = "sino-soviet-treaty-1950/overview#c3-1"


@pytest.mark.parametrize(
    "link",
    [
        f"treaty:{ADDRESS}",
        f"treaty://{ADDRESS}",
        f"TREATY:{ADDRESS}",
        "treaty:sino-soviet-treaty-1950/overview%23c3-1",
    ],
)
def test_a_link_is_an_address_in_the_entry_of_the_program(link: str) -> None:
    options = read([link])
    assert (options.path, options.at, options.problem) == (shipped_entry(), parse(ADDRESS), None)


@pytest.mark.parametrize("link", ["treaty:", "treaty:///", "treaty:A/B", "treaty:a/b/c/d?%00"])
def test_a_broken_link_is_for_the_window_to_tell(link: str) -> None:
    options = read([link])
    assert (options.path, options.at) == (shipped_entry(), None)
    assert options.problem is not None
    assert options.problem.advice


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("file:///path/with%20spaces/x.treaty", "/path/with spaces/x.treaty"),
        ("file:/path/x.treaty", "/path/x.treaty"),
        ("file://localhost/path/x.treaty", "/path/x.treaty"),
        ("FILE:///%E6%9D%A1%E7%BA%A6.treaty", "/条约.treaty"),
        ("file:///not-text-%ff", "/not-text-\udcff"),
        ("file:///a%23b%3Fc", "/a#b?c"),
    ],
)
def test_a_file_s_url_is_its_path(url: str, path: str) -> None:
    options = read([url])
    assert (options.path, options.at) == (Path(path), None)


def test_a_file_s_url_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert str(read(["file:///C:/My%20Texts/x.treaty"]).path) == "C:/My Texts/x.treaty"
    assert str(read(["file://server/share/x.treaty"]).path) == "//server/share/x.treaty"


def test_behind_two_dashes_nothing_is_an_option(capsys: pytest.CaptureFixture[str]) -> None:
    """So a desktop can pass whatever a link holds: it cannot become `--screenshot`."""
    assert read(["--", f"treaty:{ADDRESS}"]).at == parse(ADDRESS)
    with pytest.raises(SystemExit):
        read(["--", "treaty:", "--screenshot", "over.png"])
    assert "unrecognized arguments" in capsys.readouterr().err


def test_a_file_of_that_very_name_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file:x").write_text("", encoding="utf-8")
    assert read(["file:x"]).path == Path("file:x")
