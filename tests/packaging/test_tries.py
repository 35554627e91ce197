"""The tests of the installers tell what they find: a failure is a line and a status, a folder that
is not fresh is refused, and what they read of packages is read right.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import report
import try_rpm
import try_sizes
import using
from treatyviewer import __version__

ROOT = Path(__file__).resolve().parents[2]
ROOT_SH = ROOT / "packaging" / "tests" / "root.sh"


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(report, "RESULTS", tmp_path)
    return tmp_path


def failing(told: report.Report) -> None:
    with told.test("one"):
        report.must(True, "this holds")
    with told.test("two"):
        report.must("", "nothing was found\nand more")
    with told.test("three"):
        report.must(True, "this holds")


def test_a_failure_is_a_line_and_the_others_go_on(
    results: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        report.run("here", failing)
    assert ended.value.code == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["ok   here: one", "FAIL here: two: nothing was found", "ok   here: three"]
    assert "and more" in (results / "here" / "log.txt").read_text()


def test_nothing_is_tried_after_a_vital_failure(
    results: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def work(told: report.Report) -> None:
        with told.test("installed", vital=True):
            raise ValueError("no")
        raise AssertionError("this is not reached")

    with pytest.raises(SystemExit) as ended:
        report.run("here", work)
    assert ended.value.code == 1
    assert capsys.readouterr().out.startswith("FAIL here: installed: no\n")


def test_all_well_ends_with_zero(results: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        report.run("here", lambda told: told.note("nothing to try"))
    assert ended.value.code == 0


def test_the_version_is_the_programs() -> None:
    assert using.version() == __version__


@pytest.mark.parametrize("arguments", [(), ("make",), ("unpack", "12"), ("build", "12")])
def test_misuse_of_roots_is_told(arguments: tuple[str, ...]) -> None:
    done = subprocess.run(["sh", ROOT_SH, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "root.sh: " in done.stderr


@pytest.fixture
def package(tmp_path: Path) -> Path:
    tree = tmp_path / "tree"
    (tree / "DEBIAN").mkdir(parents=True)
    (tree / "DEBIAN" / "control").write_text(
        "Package: one\nVersion: 1\nArchitecture: all\nMaintainer: N <n@localhost>\n"
        "Depends: libc6 (>= 2.34), libglib2.0-0 | libglib2.0-0t64, zlib1g\nDescription: one\n"
    )
    (tree / "file").write_bytes(bytes(5000))
    made = tmp_path / "one.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-b", tree, made], check=True, capture_output=True
    )
    return made


def test_what_a_package_needs_is_read_as_names(package: Path) -> None:
    assert try_rpm.depends_of(package) == "libc6 libglib2.0-0 zlib1g"


def test_what_it_takes_is_counted_in_blocks(package: Path) -> None:
    # The file's two blocks, and one for the folder.
    assert try_sizes.installed(package) == pytest.approx(3 * 4096 / 1e6)
