"""How the process ends: pipes, encodings, bugs, Ctrl+C."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from treatyviewer import __version__
from treatyviewer.cli import outline
from treatyviewer.cli.main import main

Capture = pytest.CaptureFixture[str]

SHIPPED = "sino-soviet-treaty-1950"

# How a first start tells its progress is for other tests.
pytestmark = pytest.mark.usefixtures("compiled")


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "treatyviewer", *arguments],
        capture_output=True,
        env=os.environ | variables,
        check=False,
        timeout=60,
    )


def test_json_comes_out_as_utf_8_whatever_the_locale_says() -> None:
    done = run("search", "条约", "--format", "json", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["query"] == "条约"


def test_the_statuses_of_the_process() -> None:
    assert run("outline").returncode == 0
    assert run("search", "abracadabra").returncode == 1
    assert run("show", "nothing").returncode == 2
    done = run("search", "x", "--limit", "0")
    assert (done.returncode, done.stdout) == (2, b"")


def test_bytes_that_are_no_text_are_a_query_like_any_other() -> None:
    done = subprocess.run(
        [sys.executable.encode(), b"-m", b"treatyviewer", b"search", b"loans \xff"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert f"[{SHIPPED}/economic-aid]".encode() in done.stdout


# The failure comes with the first line, or when what was gathered is written in the end.
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_has_seen_enough_is_no_error(unbuffered: str) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "treatyviewer", "show", SHIPPED],
            stdout=write_end,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
            check=False,
            timeout=60,
        )
    finally:
        os.close(write_end)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_told_and_is_no_bug(unbuffered: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "treatyviewer", "outline"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
            check=False,
            timeout=60,
        )
    assert done.returncode == 2
    assert done.stderr == b"treatyviewer: The output cannot be written: no space is left.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
def test_a_closed_output_is_no_bug() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"'{sys.executable}' -m treatyviewer outline >&-"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_nothing_is_left_behind_but_the_library_file(cache: Path) -> None:
    shutil.rmtree(cache)
    assert run("outline").returncode == 0
    assert run("search", "loans").returncode == 0
    (file,) = (file for file in cache.rglob("*") if file.is_file())
    assert file.name.startswith("library-")


# --- a bug of ours ------------------------------------------------------------------------------


@pytest.fixture
def bug(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(_arguments: object) -> int:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(outline, "run", run)
    monkeypatch.setattr(sys, "argv", ["treatyviewer", "outline", "--lang", "ru"])


@pytest.mark.usefixtures("bug")
def test_a_bug_is_status_70_and_a_report(capsys: Capture, cache: Path) -> None:
    assert main(["outline"]) == 70
    out, err = capsys.readouterr()
    assert out == ""
    assert "This is a bug in Treaty Viewer: ZeroDivisionError: oh." in err
    assert "Traceback" not in err
    (file,) = cache.rglob("bug-*.txt")
    assert str(file) in err
    report = file.read_text(encoding="utf-8")
    assert __version__ in report
    assert "'--lang', 'ru'" in report
    assert "Traceback" in report
    assert report.rstrip().endswith("ZeroDivisionError: oh")


@pytest.mark.usefixtures("bug")
def test_where_no_report_can_be_written_it_is_printed(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "cache"))
    assert main(["outline"]) == 70
    out, err = capsys.readouterr()
    assert out == ""
    assert "ZeroDivisionError: oh" in err
    assert "Traceback" in err


def test_ctrl_c_is_status_130_without_a_traceback(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(outline, "run", run)
    assert main(["outline"]) == 130
    assert capsys.readouterr().err == "treatyviewer: Cancelled.\n"
