"""The program as a user starts it, on an X display."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest


@pytest.mark.xvfb
def test_the_window_opens_on_a_display_and_shows_the_entry() -> None:
    listening, telling = os.pipe()
    window = subprocess.Popen(
        [sys.executable, "-m", "treatyviewer"],
        env=os.environ | {"QT_QPA_PLATFORM": "xcb", "TREATYVIEWER_TIMING_FD": str(telling)},
        pass_fds=(telling,),
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        os.close(telling)
        # Ends with a line when the entry has been painted, empty when the process is gone.
        assert os.read(listening, 100) == b"readable\n"
    finally:
        window.send_signal(signal.SIGINT)
        _, said = window.communicate(timeout=20)
        os.close(listening)
    assert said == ""


def test_without_a_display_it_says_so_and_ends() -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    if sys.platform in ("win32", "darwin"):
        pytest.skip("there always is a display on this system")
    ran = subprocess.run(
        [sys.executable, "-m", "treatyviewer"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.returncode == 2
    assert "no display" in ran.stderr
    assert "--screenshot" in ran.stderr
    assert "Traceback" not in ran.stderr
