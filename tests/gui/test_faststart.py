"""The quick import leaves a PySide6 that behaves as ever."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from treatyviewer.gui.faststart import _CachedCompiler

_BEHAVES = """
import builtins, sys
compile_before = builtins.compile
from treatyviewer.gui.faststart import import_pyside
import_pyside()
assert builtins.compile is compile_before
assert builtins.__import__ is not builtins.__feature_import__
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Qt, Signal, Slot
from PySide6.support import signature
assert str(signature.get_signature(QObject.setObjectName)).startswith("(self, name: str")
assert Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
try:
    QObject().setObjectName(3.5)
except TypeError as error:
    assert "setObjectName" in str(error), error
else:
    raise AssertionError("a wrong argument was taken")
class Sender(QObject):
    said = Signal(str)
class Receiver(QObject):
    @Slot(str)
    def hear(self, text):
        heard.append(text)
heard = []
app = QCoreApplication([])
sender, receiver = Sender(), Receiver()
sender.said.connect(receiver.hear)
QTimer.singleShot(0, lambda: sender.said.emit("yes"))
QTimer.singleShot(0, app.quit)
app.exec()
assert heard == ["yes"]
print("behaves")
"""


def behaves() -> None:
    ran = subprocess.run([sys.executable, "-c", _BEHAVES], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == "behaves"
    assert ran.stderr == ""


def cached(cache: Path) -> list[Path]:
    return list((cache / "treatyviewer").glob("pyside-*.bin"))


def test_it_behaves_the_first_time_and_from_the_cache(cache: Path) -> None:
    behaves()
    (file,) = cached(cache)
    written = file.stat().st_mtime_ns
    behaves()
    assert file.stat().st_mtime_ns == written


@pytest.mark.parametrize("damage", [b"", b"1234", b"\0" * 5000], ids=["empty", "short", "zeros"])
def test_a_damaged_cache_is_made_anew(cache: Path, damage: bytes) -> None:
    behaves()
    (file,) = cached(cache)
    good = file.read_bytes()
    file.write_bytes(damage)
    behaves()
    assert file.read_bytes() == good


def test_bits_that_flipped_are_noticed(cache: Path) -> None:
    behaves()
    (file,) = cached(cache)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(bytes(data))
    behaves()


def test_it_works_where_nothing_can_be_written(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = cache / "file"
    blocked.write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    behaves()


def test_on_a_full_disk_nothing_is_left_behind(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(path: Path, data: bytes) -> int:
        with path.open("wb") as out:
            out.write(data[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    compiler = _CachedCompiler(compile)
    compiler("x = 1", "shibokensupport/x.py", "exec")
    compiler.keep()
    assert [one for one in cache.rglob("*") if one.is_file()] == []


def test_where_pyside_is_loaded_already_nothing_is_done(cache: Path) -> None:
    import PySide6.QtCore  # noqa: F401

    from treatyviewer.gui.faststart import import_pyside

    import_pyside()
    assert cached(cache) == []
