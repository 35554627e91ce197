"""A lock is its holder's, and free again when the process has ended, however it ended."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from treatyviewer.running.lock import said, take

_HOLDER = """
import sys
from pathlib import Path
from treatyviewer.running.lock import take
lock = take(Path(sys.argv[1]))
lock.say("somebody")
print("held", flush=True)
sys.stdin.read()
"""


def test_one_has_it_until_he_is_killed(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "a.lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    assert take(file) is None
    assert take(file, patience=0.05) is None
    assert said(file) == "somebody"
    holder.kill()
    holder.communicate()
    lock = take(file, patience=5)
    assert lock is not None
    lock.say("me")
    assert said(file) == "me"
    lock.release()
    lock.release()
    again = take(file)
    assert again is not None
    again.release()


def test_where_there_can_be_none_that_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OSError, match=r".+"):
        take(tmp_path / "file" / "a.lock")
    assert said(tmp_path / "file" / "a.lock") == ""
