"""Write requirements/windows.txt: what requirements/run.txt says for the Python that we ship.

pip can download wheels for Windows, but it asks the markers of the Python that it runs in: on
Debian 12 it would take the PySide6 of Python 3.11. So the markers are answered here, once.

usage: win_pins.py [--check]      (run in an environment that has the package `packaging`)
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from packaging.markers import Marker

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "requirements" / "run.txt"
TARGET = ROOT / "requirements" / "windows.txt"

PYTHON = "3.13"
HEADER = (
    '# Written by "python packaging/windows/win_pins.py" from run.txt, for the Python that the\n'
    "# Windows installers carry; not edited by hand.\n"
)
_ENVIRONMENT = {
    "python_version": PYTHON,
    "python_full_version": f"{PYTHON}.2",
    "sys_platform": "win32",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
    "os_name": "nt",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
}
_PIN = re.compile(
    r"(?P<pin>[a-z0-9-]+==[^\s;]+)(?: ; (?P<marker>[^\\\n]+?))?(?P<rest> \\\n.*)", re.DOTALL
)


def for_windows(run: str) -> str:
    """The text of windows.txt for this text of run.txt."""
    body = "".join(line for line in run.splitlines(keepends=True) if not line.startswith("#"))
    kept = []
    for entry in re.split(r"(?m)^(?=[a-z0-9])", body):
        if not entry.strip():
            continue
        match = _PIN.fullmatch(entry)
        if match is None:
            raise ValueError(f"not a pinned version with hashes: {entry.splitlines()[0]}")
        if match["marker"] is None or Marker(match["marker"]).evaluate(_ENVIRONMENT):
            kept.append(match["pin"] + match["rest"])
    return HEADER + "".join(kept)


def main() -> int:
    text = for_windows(SOURCE.read_text(encoding="utf-8"))
    if sys.argv[1:] == ["--check"]:
        if TARGET.read_text(encoding="utf-8") == text:
            return 0
        print("requirements/windows.txt is not what run.txt says; run win_pins.py", file=sys.stderr)
        return 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
