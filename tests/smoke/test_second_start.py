"""The program started again while it runs, as a desktop does it for a link or a file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from treatyviewer.content.treaty_file import pack
from treatyviewer.paths import settings_folder, state_folder

pytestmark = [
    pytest.mark.usefixtures("compiled"),
    pytest.mark.skipif(sys.platform == "win32", reason="passes a file descriptor on"),
]
ENTRY = "sino-soviet-treaty-1950"
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts the program and waits until it can be read."""
    running: list[subprocess.Popen[str]] = []

    def begin(*arguments: str) -> subprocess.Popen[str]:
        listening, telling = os.pipe()
        process = subprocess.Popen(
            [sys.executable, "-m", "treatyviewer", *arguments],
            env=os.environ | {"TREATYVIEWER_TIMING_FD": str(telling)},
            pass_fds=(telling,),
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        os.close(telling)
        assert os.read(listening, 100) == b"readable\n"
        os.close(listening)
        return process

    yield begin
    for process in running:
        if process.poll() is None:
            process.kill()
            process.communicate()


def again(*arguments: str) -> tuple[int, str]:
    ran = subprocess.run(
        [sys.executable, "-m", "treatyviewer", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
    )
    return ran.returncode, ran.stdout + ran.stderr


def kept() -> Sequence[str]:
    """The addresses that the session has."""
    try:
        text = (state_folder() / "session.json").read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    return [window["at"] for window in json.loads(text)["windows"]]


def waits_for(expected: Sequence[str]) -> None:
    until = time.monotonic() + 20
    while kept() != expected and time.monotonic() < until:
        time.sleep(0.05)
    assert kept() == expected


def test_a_link_and_a_file_are_opened_by_the_program_that_runs(
    start: Start, make_entry: Callable[..., Path], tmp_path: Path
) -> None:
    packed = tmp_path / "with spaces 条约.treaty"
    pack(make_entry("another"), packed)
    start()
    assert again(f"treaty:{ENTRY}/overview#c3-1") == (0, "")
    waits_for([f"{ENTRY}/overview#c3-1"])
    assert again(packed.as_uri()) == (0, "")
    waits_for([f"{ENTRY}/overview#c3-1", "another/one"])
    # Nothing named: it comes to the front, and there is no third window.
    assert again() == (0, "")
    assert again(f"{ENTRY}/people") == (0, "")
    waits_for([f"{ENTRY}/people", "another/one"])


def test_after_a_crash_the_place_is_free(start: Start) -> None:
    first = start()
    first.kill()
    first.communicate()
    second = start()
    assert second.poll() is None
    assert again(f"{ENTRY}/overview") == (0, "")
    waits_for([f"{ENTRY}/overview"])


def test_a_process_of_its_own_keeps_its_hands_off_the_session(start: Start) -> None:
    start()
    assert again(f"{ENTRY}/overview") == (0, "")
    waits_for([f"{ENTRY}/overview"])
    other = start(f"{ENTRY}/people", "--theme", "dark")
    # Longer than a session waits before it writes.
    time.sleep(1.5)
    assert other.poll() is None
    assert kept() == [f"{ENTRY}/overview"]
    assert not (settings_folder() / "settings.json").exists()
