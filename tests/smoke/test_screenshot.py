"""`--screenshot`: the real window, drawn without a display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from treatyviewer.gui.theme import DARK, LIGHT


def draw(file: Path, *options: str) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-m", "treatyviewer", "--screenshot", str(file), *options],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def picture(file: Path, *options: str) -> QImage:
    ran = draw(file, *options)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    image = QImage(str(file))
    assert not image.isNull()
    return image


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }


def test_size_scale_and_theme(tmp_path: Path) -> None:
    light = picture(tmp_path / "a.png", "--theme", "light")
    assert (light.width(), light.height()) == (1360, 860)
    dark = picture(
        tmp_path / "b.png", "--size", "900x600", "--scale", "2", "--theme", "dark"
    )  # fmt: skip
    assert (dark.width(), dark.height()) == (1800, 1200)
    assert light.pixelColor(1300, 700).name().upper() == LIGHT.page
    assert light.pixelColor(5, 700).name().upper() == LIGHT.panel
    assert light.pixelColor(5, 800).name().upper() == LIGHT.panel
    assert dark.pixelColor(1780, 960).name().upper() == DARK.page
    assert dark.pixelColor(10, 960).name().upper() == DARK.panel


def test_a_query_goes_to_its_best_hit_and_marks_it(tmp_path: Path) -> None:
    plain = picture(tmp_path / "a.png", "--at", "sino-soviet-treaty-1950/economic-aid")
    found = picture(tmp_path / "b.png", "--query", "loans")
    assert LIGHT.hit not in colours(plain)
    assert LIGHT.hit in colours(found.copy(300, 60, 1060, 800))
    assert LIGHT.hit in colours(found.copy(0, 60, 280, 800))


def test_the_timeline_shows_the_time_that_was_asked_for(tmp_path: Path) -> None:
    at = ("--at", "sino-soviet-treaty-1950/people")
    whole = picture(tmp_path / "a.png", *at)
    near = picture(tmp_path / "b.png", *at, "--timeline", "1949/1951-06")
    assert whole.copy(0, 0, 1360, 750) == near.copy(0, 0, 1360, 750)
    assert whole.copy(0, 750, 1360, 110) != near.copy(0, 750, 1360, 110)
    # It stays so when the page's own events are elsewhere.
    late = picture(
        tmp_path / "c.png", "--at", "sino-soviet-treaty-1950/events/treaty-of-2001",
        "--timeline", "1949/1951-06",
    )  # fmt: skip
    assert LIGHT.accent not in colours(late.copy(290, 757, 1070, 50))


def test_the_same_window_is_drawn_twice_alike(tmp_path: Path) -> None:
    assert picture(tmp_path / "a.png", "--lang", "zh") == picture(
        tmp_path / "b.png", "--lang", "zh"
    )


def test_a_damaged_entry_is_drawn_as_a_page_and_told(tmp_path: Path) -> None:
    (tmp_path / "entry.toml").write_text("id = \n", encoding="utf-8")
    file = tmp_path / "error.png"
    ran = draw(file, str(tmp_path))
    assert ran.returncode == 2
    assert f"{tmp_path / 'entry.toml'}:1" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert LIGHT.link in colours(QImage(str(file)))


def test_a_picture_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    ran = draw(tmp_path / "nowhere" / "a.png")
    assert ran.returncode == 2
    assert "cannot be written" in ran.stderr


@pytest.mark.parametrize(
    "options",
    [
        ["--size", "big"],
        ["--size", "10x10"],
        ["--scale", "0"],
        ["--scale", "nan"],
        ["--theme", "pink"],
        ["--lang", "!!"],
        ["--at", "Not An Address"],
        ["no such folder"],
        ["--timeline", "1951/1949"],
        ["--timeline", "soon"],
        ["--timeline", "1950-02-30"],
        ["--timeline", "1950-W07"],
        ["--unknown"],
    ],
)
def test_misuse_is_one_message_and_status_2(tmp_path: Path, options: list[str]) -> None:
    ran = draw(tmp_path / "a.png", *options)
    assert ran.returncode == 2
    assert ran.stderr
    assert "Traceback" not in ran.stderr
    assert not (tmp_path / "a.png").exists()


def test_a_bug_ends_it_with_a_report(tmp_path: Path, cache: Path) -> None:
    broken = (
        "import treatyviewer.gui.widgets.page_document as p\n"
        "def build(*a, **k): raise RuntimeError('broken on purpose')\n"
        "import treatyviewer.gui.widgets.detail_pane as d\n"
        "d.build = build\n"
        "from treatyviewer.cli.main import main\n"
        "import sys; sys.exit(main(['--screenshot', sys.argv[1]]))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", broken, str(tmp_path / "a.png")],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.returncode == 70
    assert "broken on purpose" in ran.stderr
    (report,) = (cache / "treatyviewer" / "reports").glob("bug-*.txt")
    assert "RuntimeError" in report.read_text(encoding="utf-8")


@pytest.mark.parametrize("view", ["settings", "shortcuts", "about", "palette", "find", "text"])
def test_what_is_opened_over_the_window_is_in_the_picture(tmp_path: Path, view: str) -> None:
    at = ("--at", "sino-soviet-treaty-1950/overview")
    plain = picture(tmp_path / "a.png", *at)
    assert picture(tmp_path / "b.png", *at, "--view", view) != plain
