"""Nothing goes to the network: a reading session under strace opens no socket but AF_UNIX."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# With this set (CI), a machine where nothing can be traced fails instead of being passed over.
_REQUIRED = bool(os.environ.get("TREATYVIEWER_REQUIRE_STRACE"))
_SOCKET = re.compile(r"\b(?:socket|socketpair)\((\w+)")
_AFAR = re.compile(r"\b(?:connect|sendto|sendmsg|bind)\(.*sa_family=(\w+)")


def traced(command: list[str], log: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(log), *command],
        capture_output=True,
        text=True,
        timeout=120,
    )


def families(log: Path) -> set[str]:
    text = log.read_text(encoding="utf-8", errors="replace")
    return set(_SOCKET.findall(text)) | set(_AFAR.findall(text))


def tracer_problem(folder: Path) -> str:
    """Why nothing can be traced here, or ""."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = traced([sys.executable, "-c", ""], folder / "tried")
    return "" if tried.returncode == 0 else f"strace is refused: {tried.stderr.strip()}"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    problem = tracer_problem(tmp_path)
    if problem and _REQUIRED:
        pytest.fail(problem)
    if problem:
        pytest.skip(problem)
    return tmp_path / "trace"


def test_a_socket_of_the_internet_would_be_seen(log: Path) -> None:
    opens = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    assert traced([sys.executable, "-c", opens], log).returncode == 0
    assert "AF_INET" in families(log)


def test_a_reading_session_opens_no_socket_but_local_ones(log: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    session = [
        "--screenshot",
        str(picture),
        "--at",
        "sino-soviet-treaty-1950/economic-aid",
        "--query",
        "loans",
    ]
    ran = traced([sys.executable, "-m", "treatyviewer", *session], log)
    assert ran.returncode == 0, ran.stderr
    assert picture.is_file()
    assert families(log) <= {"AF_UNIX"}


def test_the_command_line_opens_no_socket_at_all(log: Path) -> None:
    ran = traced([sys.executable, "-m", "treatyviewer", "search", "loans"], log)
    assert ran.returncode == 0, ran.stderr
    assert families(log) == set()
