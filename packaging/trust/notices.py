"""The licences of everything that a package carries, in one text.

    notices.py OUT.txt --platform linux|windows --python VERSION [--packages FOLDER]

Runs in an environment with the packages that are carried; for another platform, name the folder
that they were unpacked into.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from inventory import HERE, PLATFORMS, ROOT, Packages, Part, carried, licence_texts

_PYTHON_TEXTS = (
    # Debian's, which also tells of what is inside CPython; else what CPython itself brings.
    "/usr/share/doc/libpython3.11-stdlib/copyright",
    "/usr/share/doc/python3.11/copyright",
)


def notices(platform: str, python: str, packages: Packages, ours: str) -> str:
    """The whole text."""
    parts = carried(platform, python, packages, ours)
    others = packages.parts()
    lines = [(HERE / "notices-head.txt").read_text(encoding="utf-8").strip()]
    lines.append((HERE / f"notices-{platform}.txt").read_text(encoding="utf-8").strip())
    lines.append(_ruled("What is in this package"))
    lines.append("\n".join(_listed(part) for part in (*parts, *others)))
    texts: dict[str, list[Part]] = {}
    for part in (*parts, *others):
        for text in part.texts:
            texts.setdefault(text, []).append(part)
    for text, users in texts.items():
        lines.append(_ruled("Licence of " + "; ".join(part.name for part in users)))
        lines.append("\n\n".join(filter(None, map(_holders, users))))
        lines.append(_text(text))
    for part in (part for part in others if not part.texts):
        distribution = packages.installed(part.name)
        found = licence_texts(distribution) if distribution else []
        if not found:
            raise SystemExit(
                f"{part.name} brings no licence text: add it to texts/ and parts.toml."
            )
        lines.append(_ruled(f"Licence of {part.name}"))
        lines += found
    return "\n\n".join(filter(None, lines)) + "\n"


def _listed(part: Part) -> str:
    name = " ".join(filter(None, (part.name, part.version)))
    where = f", in {part.inside}" if part.inside else ""
    lines = [f"{name}{where}: {part.licence}"]
    if part.note:
        lines.append(f"    {part.note}")
    # With a text below, they stand there.
    lines += [f"    Copyright {line}" for line in _said(part) if not part.texts]
    return "\n".join(lines)


def _holders(part: Part) -> str:
    said = [f"  Copyright {line}" for line in _said(part)]
    return "\n".join([f"{part.name}:", *said]) if said else ""


def _said(part: Part) -> list[str]:
    return [line for line in part.copyright if not line.startswith("none")]


def _text(name: str) -> str:
    if name == "PYTHON":
        return _python_text()
    file = ROOT / "resources" / name if "/" in name else HERE / "texts" / f"{name}.txt"
    return file.read_text(encoding="utf-8").strip("\n")


def _python_text() -> str:
    own = Path(sys.base_prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
    for file in (*map(Path, _PYTHON_TEXTS), own / "LICENSE.txt"):
        if file.is_file():
            return file.read_text(encoding="utf-8").strip()
    raise SystemExit("Python's licence is nowhere here: install Debian's python3.11.")


def _ruled(title: str) -> str:
    return f"{'=' * 80}\n{title}\n{'=' * 80}"


def main() -> int:
    """Returns the exit status."""
    parser = argparse.ArgumentParser(description="Write the licences of all that is carried.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--platform", choices=PLATFORMS, required=True)
    parser.add_argument("--python", required=True, metavar="VERSION", help="the Python carried")
    parser.add_argument("--packages", type=Path, metavar="FOLDER", help="where they are unpacked")
    given = parser.parse_args()
    packages = Packages(given.platform, given.packages)
    text = notices(given.platform, given.python, packages, our_version())
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(text, encoding="utf-8")
    return 0


def our_version() -> str:
    """The program's version, from the one place that has it."""
    for line in (ROOT / "src/treatyviewer/__init__.py").read_text(encoding="utf-8").splitlines():
        if line.startswith("__version__"):
            return line.split('"')[1]
    raise SystemExit("src/treatyviewer/__init__.py names no __version__.")


if __name__ == "__main__":
    raise SystemExit(main())
