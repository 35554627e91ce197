"""The pinned packages: exact, with hashes, without addresses, and sound for each Python."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "requirements").glob("*.txt"))

PIN = re.compile(
    r"(?P<name>[a-z0-9][a-z0-9-]*)==(?P<version>[0-9][0-9a-z.]*)"
    r"(?: ; (?P<marker>[^\\]+?))?"
    r"(?: --hash=sha256:[0-9a-f]{64})+"
)


def logical_lines(path: Path) -> list[str]:
    """The lines of a requirements file, continued lines joined, comments left out."""
    joined = re.sub(r"\s*\\\n\s*", " ", path.read_text(encoding="utf-8"))
    return [line for line in joined.splitlines() if line and not line.startswith("#")]


def pins(name: str, python: str) -> dict[str, str]:
    """Package to version, as installed by one file on one Python (on Linux)."""
    environment = {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "sys_platform": "linux",
        "platform_python_implementation": "CPython",
    }
    found = {}
    for line in logical_lines(ROOT / "requirements" / f"{name}.txt"):
        match = PIN.fullmatch(line)
        assert match, line
        if match["marker"] is None or Marker(match["marker"]).evaluate(environment):
            assert match["name"] not in found, f"{match['name']} is pinned twice on {python}"
            found[match["name"]] = match["version"]
    return found


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_files_are_there() -> None:
    assert {path.name for path in FILES} >= {"build.txt", "dev.txt", "run.txt"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_line_is_one_version_with_hashes_and_no_address(path: Path) -> None:
    lines = logical_lines(path)
    assert lines
    for line in lines:
        assert PIN.fullmatch(line), line
    # An option line (an index, a folder of wheels) would fail above; an address in a comment here.
    assert "://" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_the_pins_are_what_the_project_asks_for(python: str) -> None:
    """Fails when pyproject.toml was changed and `make pins` was forgotten."""
    asked = {
        "run": project()["project"]["dependencies"],
        "dev": project()["dependency-groups"]["dev"],
        "build": project()["dependency-groups"]["build"] + project()["build-system"]["requires"],
    }
    for name, requirements in asked.items():
        pinned = pins(name, python)
        if name == "build":
            # Qt, which compiles the interface's texts, is there for the program anyway.
            pinned = pins("run", python) | pinned
        for requirement in map(Requirement, requirements):
            if requirement.marker and not requirement.marker.evaluate({"python_version": python}):
                continue
            version = pinned.get(canonicalize_name(requirement.name))
            assert version is not None, f"{requirement.name} is not in {name}.txt"
            assert requirement.specifier.contains(version), f"{requirement} has {version}"


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_the_files_agree_with_each_other(python: str) -> None:
    """All of them go into one environment."""
    versions: dict[str, str] = {}
    for name in ("build", "run", "dev"):
        for package, version in pins(name, python).items():
            assert versions.setdefault(package, version) == version, package


@pytest.mark.parametrize(
    ("python", "sound"), [("3.11", r"6\.11\.\d+"), ("3.12", r"6\.12\.\d+"), ("3.13", r"6\.12\.\d+")]
)
def test_qt_is_a_sound_one_for_each_python(python: str, sound: str) -> None:
    """docs/decisions/0002-pyside6-pin.md"""
    pinned = pins("run", python)
    assert re.fullmatch(sound, pinned["pyside6-essentials"])
    assert pinned["shiboken6"] == pinned["pyside6-essentials"]


CALLS = """
import sys
from PySide6.QtCore import QObject

thing = QObject()
before = sys.getrefcount(None)
for _ in range(20_000):
    thing.setObjectName("name")
print(sys.getrefcount(None) - before)
"""


def test_calls_of_void_methods_keep_none_alive() -> None:
    """A broken binding takes one reference to None on each call, and aborts the process.

    In a process of its own, because an abort cannot be caught. Where None is immortal
    (Python 3.12 and later) its count stays as it is.
    """
    result = subprocess.run(
        [sys.executable, "-c", CALLS], capture_output=True, text=True, timeout=60, check=False
    )
    assert result.returncode == 0, result.stderr
    # The interpreter itself takes and gives back a few.
    assert int(result.stdout) > -100
