"""Homes that the program is not often tried in: read-only, full, with spaces and Han characters,
and under a locale without UTF-8.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from treatyviewer.paths import PORTABLE, shipped_entry

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="HOME and permissions of POSIX")
# Nothing that says where folders are, but HOME.
_OWN = ("XDG_", "APPDATA", "LOCALAPPDATA", PORTABLE)
_C = {"LC_ALL": "C", "LANG": "C"}
# A C locale that Python does not mend by itself, as it does otherwise.
_BARE_C = _C | {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

Ran = subprocess.CompletedProcess[str]
Home = Callable[..., Ran]


def is_calm(ran: Ran) -> bool:
    """It ended well. It may say that it prepares the library, and Qt what it lacks here."""
    assert ran.returncode == 0, ran.stderr
    for word in ("Traceback", "bug", "Error"):
        assert word not in ran.stderr
    return True


@pytest.fixture
def at_home() -> Home:
    """Runs the program in a home folder of its own."""

    def run(*arguments: str, home: Path, program: str = "", **more: str) -> Ran:
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(_OWN)}
        how = ["-c", program] if program else ["-m", "treatyviewer"]
        return subprocess.run(
            [sys.executable, *how, *arguments],
            env=inherited | {"HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"} | more,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )

    return run


# Opens the window, changes a setting twice, and tells which boxes there are.
_USED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from treatyviewer.cli.main import main
import treatyviewer.gui.main_window as main_window
made = main_window.MainWindow.show_library
def opened(self, library):
    made(self, library)
    def use():
        self._context.settings.change(text_size=120)
        self._context.settings.change(text_size=130)
    def tell():
        boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
        print(len(boxes), "boxes", *(box.text() for box in boxes))
        print("page:", self.pane.toPlainText()[:400].replace(chr(10), " "))
        print("size:", self._context.settings.values.text_size)
        for window in QApplication.topLevelWidgets():
            window.close()
    QTimer.singleShot(200, use)
    QTimer.singleShot(1500, tell)
main_window.MainWindow.show_library = opened
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Path]:
    """A home in which nothing can be made, not even by root: a file stands where a folder must."""
    home = tmp_path / "home"
    home.mkdir()
    for name in (".cache", ".config", ".local"):
        (home / name).write_text("", encoding="utf-8")
    yield home
    assert sorted(one.name for one in home.iterdir()) == [".cache", ".config", ".local"]


def test_where_nothing_can_be_kept_one_reads_and_is_told_once(at_home: Home, sealed: Path) -> None:
    ran = at_home(home=sealed, program=_USED)
    assert is_calm(ran)
    assert "1 boxes You can read on, but what you set" in ran.stdout
    assert "is an important agreement" in ran.stdout
    assert "size: 130" in ran.stdout


def test_where_nothing_can_be_kept_the_commands_work(
    at_home: Home, sealed: Path, tmp_path: Path
) -> None:
    ran = at_home("search", "loans", home=sealed)
    assert is_calm(ran)
    assert "economic-aid" in ran.stdout
    ran = at_home("--screenshot", str(tmp_path / "picture.png"), "--query", "loans", home=sealed)
    assert is_calm(ran)
    assert (tmp_path / "picture.png").stat().st_size > 20_000


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_home_without_permission_to_write(at_home: Home, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    ran = at_home(home=home, program=_USED)
    assert is_calm(ran)
    assert "1 boxes" in ran.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_told_once(at_home: Home, tmp_path: Path) -> None:
    """Writing fails with "no space left", as `os.fsync` would."""
    full = "import os\ndef full(_): raise OSError(28, 'No space left on device')\nos.fsync = full\n"
    ran = at_home(home=tmp_path / "home", program=full + _USED)
    assert is_calm(ran)
    assert "1 boxes" in ran.stdout
    assert "No space left on device" in ran.stdout
    assert "is an important agreement" in ran.stdout


@pytest.mark.parametrize("locale", [{}, _C, _BARE_C], ids=["usual", "C", "bare C"])
def test_a_user_with_spaces_and_han_in_his_name(
    at_home: Home, tmp_path: Path, locale: dict[str, str], make_entry: Callable[..., Path]
) -> None:
    home = tmp_path / "Wang Wei 王伟"
    home.mkdir()
    folder = make_entry("my-entry", below=home / "我的 texts")
    ran = at_home("pack", str(folder), "-o", str(home / "条约.treaty"), home=home, **locale)
    assert is_calm(ran)
    assert (home / "条约.treaty").is_file()
    out = home / "out 条约"
    ran = at_home("unpack", str(home / "条约.treaty"), "-o", str(out), home=home, **locale)
    assert is_calm(ran)
    assert (out / "entry.toml").is_file()
    # Where Python knows no more than ASCII, an argument is no text that could be sought.
    query = "loans" if locale is _BARE_C else "条约"
    ran = at_home("search", query, home=home, **locale)
    assert is_calm(ran)
    assert "[sino-soviet-treaty-1950/" in ran.stdout
    url = (home / "条约.treaty").as_uri()
    picture = home / "图 1.png"
    ran = at_home(url, "--screenshot", str(picture), home=home, **locale)
    assert is_calm(ran)
    assert picture.stat().st_size > 10_000


@pytest.mark.skipif(sys.platform == "darwin", reason="names are always text there")
def test_a_home_and_an_entry_whose_names_are_no_text(
    at_home: Home, tmp_path: Path, make_entry: Callable[..., Path]
) -> None:
    home = tmp_path / "home \udcff"
    home.mkdir()
    folder = make_entry("my-entry", below=home / "old \udce9")
    ran = at_home("search", "loans", home=home)
    assert is_calm(ran)
    assert "economic-aid" in ran.stdout
    ran = at_home(str(folder), home=home, program=_USED)
    assert is_calm(ran)
    assert "0 boxes" in ran.stdout
    assert "The first text." in ran.stdout


def test_the_window_keeps_its_settings_in_such_a_home(at_home: Home, tmp_path: Path) -> None:
    home = tmp_path / "Wang Wei 王伟"
    home.mkdir()
    ran = at_home(home=home, program=_USED, **_C)
    assert ran.returncode == 0
    assert "0 boxes" in ran.stdout
    assert "size: 130" in ran.stdout
    kept = (home / ".config" / "treatyviewer" / "settings.json").read_text(encoding="utf-8")
    assert '"text_size": 130' in kept


def test_a_portable_program_writes_nothing_at_home(at_home: Home, tmp_path: Path) -> None:
    home, stick = tmp_path / "home", tmp_path / "a stick" / "data"
    home.mkdir()
    ran = at_home(home=home, program=_USED, **{PORTABLE: str(stick)})
    assert is_calm(ran)
    assert "0 boxes" in ran.stdout
    assert list(home.iterdir()) == []
    assert sorted(one.name for one in stick.iterdir()) == ["cache", "settings", "state"]
    assert (stick / "settings" / "settings.json").is_file()
    assert list((stick / "state").glob("running*.lock"))


def test_files_with_the_line_endings_of_windows_read_the_same(
    at_home: Home, tmp_path: Path, make_entry: Callable[..., Path]
) -> None:
    sections = {"one": "# One\n\nA text\nover lines.\n\n- a list\n- of two\n\n> quoted"}
    printed = []
    for ending in ("\n", "\r\n"):
        folder = make_entry("my-entry", sections, below=tmp_path / repr(ending))
        for file in folder.rglob("*.*"):
            file.write_bytes(file.read_bytes().replace(b"\n", ending.encode()))
        ran = at_home(
            *("show", "my-entry/one", "--library", str(folder), "--format", "json"), home=tmp_path
        )
        assert is_calm(ran)
        printed.append(ran.stdout)
    assert printed[0] == printed[1]


def test_the_program_s_own_entry_is_where_it_is_whatever_the_home(at_home: Home) -> None:
    code = "from treatyviewer.paths import shipped_entry; print(shipped_entry())"
    ran = at_home(home=Path("/nonexistent"), program=code)
    assert ran.stdout.strip() == str(shipped_entry())
