"""What a package carries: the parts of parts.toml, and the Python packages that are pinned.

`platform` is "linux" or "windows"; the packages' own metadata is read where they are installed.
"""

from __future__ import annotations

import json
import re
import tomllib
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PLATFORMS = ("linux", "windows")
_PINS = {"linux": "run.txt", "windows": "windows.txt"}
# PySide6 and Shiboken stand in parts.toml: their wheels bring no licence.
_NOT_LISTED = {"pyside6-essentials", "shiboken6"}
# Crates that work while Rust compiles; nothing of them is in what comes out.
_COMPILING = {
    "heck",
    "proc-macro2",
    "pyo3-build-config",
    "pyo3-macros",
    "pyo3-macros-backend",
    "quote",
    "syn",
    "target-lexicon",
    "unicode-ident",
}
# Pinned, and left out of the packages: no time of day is shown, and Linux has zones of its own.
_LEFT_OUT = {"linux": {"tzdata"}, "windows": {"tzdata"}}


class Part(NamedTuple):
    """Something by others (or ours) that a package carries; see parts.toml."""

    name: str
    version: str
    licence: str
    copyright: tuple[str, ...]
    texts: tuple[str, ...]
    files: tuple[str, ...]
    inside: str
    note: str
    purl: str
    hashes: tuple[str, ...] = ()


class Pin(NamedTuple):
    """What a requirements file says of a package. There may be a version for each Python."""

    versions: tuple[str, ...]
    conditional: bool
    hashes: tuple[str, ...]


class Packages:
    """The Python packages of a platform: as they are pinned, with the licences that they bring
    where they are installed (in `folder`, else here).
    """

    def __init__(self, platform: str, folder: Path | None = None) -> None:
        pins = read_pins(ROOT / "requirements" / _PINS[platform])
        self.pins = {name: pins[name] for name in pins.keys() - _LEFT_OUT[platform]}
        self._path = [str(folder)] if folder else None

    def installed(self, name: str) -> metadata.Distribution | None:
        """The package's metadata, or None where it is not there."""
        here = metadata.distributions(path=self._path) if self._path else metadata.distributions()
        wanted = normal(name)
        return next((found for found in here if normal(found.name) == wanted), None)

    def version(self, name: str) -> str:
        """The version that is carried: the pinned one, or of several the one that is installed."""
        pin = self.pins.get(normal(name))
        if pin is None:
            raise SystemExit(f"{name} is not among the pinned packages.")
        if len(pin.versions) == 1:
            return pin.versions[0]
        distribution = self.installed(name)
        if distribution is None or distribution.version not in pin.versions:
            raise SystemExit(
                f"{name} is not installed where this runs: run it with the Python of the build's "
                "environment, or name the folder of the packages (--packages)."
            )
        return distribution.version

    def parts(self) -> list[Part]:
        """All of them but Qt, by name, each with what is compiled into it."""
        found = []
        for name, pin in sorted(self.pins.items()):
            distribution = self.installed(name)
            if name in _NOT_LISTED or (distribution is None and pin.conditional):
                continue
            if distribution is None:
                raise SystemExit(
                    f"{name} is not installed where this runs, and its licence is read there: run "
                    "it with the Python of the build's environment, or use --packages."
                )
            found.append(_package(name, distribution, self.version(name), pin.hashes))
            found += _crates(distribution)
        return found


def read_pins(file: Path) -> dict[str, Pin]:
    """The packages of a requirements file, by name."""
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise SystemExit(f"{file} cannot be read: {error.strerror}. Make it first.") from None
    pins: dict[str, Pin] = {}
    for entry in re.sub(r"\\\n", " ", text).splitlines():
        match = re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", entry)
        if match is None:
            continue
        hashes = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))
        versions, conditional, before = pins.get(normal(match[1]), Pin((), False, ()))
        pins[normal(match[1])] = Pin(
            (*versions, match[2]), conditional or ";" in entry, before + hashes
        )
    return pins


def normal(name: str) -> str:
    """A package's name as all spell it alike."""
    return re.sub(r"[-_.]+", "-", name).lower()


def carried(platform: str, python: str, packages: Packages, ours: str) -> list[Part]:
    """The parts of parts.toml that this platform carries, with their versions."""
    raw = tomllib.loads((HERE / "parts.toml").read_text(encoding="utf-8"))["part"]
    fill = {
        "treatyviewer": ours,
        "python": python,
        "qt": packages.version("PySide6-Essentials"),
        # APSW's version is that of the SQLite in it, and a number of its own.
        "sqlite": packages.version("apsw").rpartition(".")[0],
    }
    parts = []
    for entry in raw:
        if platform in entry.get("platforms", PLATFORMS):
            parts.append(
                Part(
                    entry["name"],
                    entry["version"].format(**fill),
                    entry["licence"],
                    tuple(entry["copyright"]),
                    tuple(entry.get("texts", ())),
                    tuple(entry.get("files", ())),
                    entry.get("inside", ""),
                    entry.get("note", ""),
                    entry.get("purl", "").format(**fill),
                )
            )
    return parts


def licence_texts(distribution: metadata.Distribution) -> list[str]:
    """The licence files that a package brings, by name."""
    files = sorted(
        (file for file in distribution.files or () if _is_licence(str(file))), key=lambda f: str(f)
    )
    return [Path(str(file.locate())).read_text(encoding="utf-8").strip() for file in files]


def _is_licence(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return ".dist-info/" in path and any(
        word in name for word in ("licen", "copying", "notice", "authors")
    )


def _package(
    name: str, found: metadata.Distribution, version: str, hashes: tuple[str, ...]
) -> Part:
    told = found.metadata
    licence = told["License-Expression"] if "License-Expression" in told else _known_licence(name)
    purl = f"pkg:pypi/{normal(name)}@{version}"
    return Part(found.name, version, licence, (), (), (), "", "", purl, hashes)


def _crates(found: metadata.Distribution) -> list[Part]:
    """What a package written in Rust is made of, by the bill of materials that it brings."""
    parts = []
    for file in found.files or ():
        if ".dist-info/sboms/" not in str(file):
            continue
        bill = json.loads(Path(str(file.locate())).read_text(encoding="utf-8"))
        for crate in bill["components"]:
            licences = crate.get("licenses", [])
            if not crate.get("purl", "").startswith("pkg:cargo/") or crate["name"] in _COMPILING:
                continue
            licence = licences[0].get("expression", "") if licences else ""
            if "MIT" not in licence.split():
                raise SystemExit(
                    f"{crate['name']} in {found.name} is under “{licence}”: add its text."
                )
            makers = crate.get("author", "")
            copyright = (makers,) if makers else ()
            parts.append(
                Part(
                    crate["name"],
                    crate["version"],
                    licence,
                    copyright,
                    ("MIT",),
                    (),
                    found.name,
                    "",
                    crate["purl"],
                )
            )
    return parts


def _known_licence(name: str) -> str:
    """Of those packages whose metadata says it in words of their own."""
    licences = {
        "apsw": "any-OSI",
        "edtf": "MIT",
        "markdown-it-py": "MIT",
        "mdit-py-plugins": "MIT",
        "mdurl": "MIT",
        "pystemmer": "MIT AND BSD-3-Clause",
        "snowballstemmer": "BSD-3-Clause",
        "tzdata": "Apache-2.0",
    }
    if name not in licences:
        raise SystemExit(
            f"{name} names no SPDX licence: read its licence and add it to _known_licence."
        )
    return licences[name]
