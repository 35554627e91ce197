"""What the program is made of: parts by others, their versions and licences, and the texts."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib import metadata

from treatyviewer import __version__
from treatyviewer.paths import resources
from treatyviewer.tuples import NamedTuple


class Part(NamedTuple):
    """`package` is the Python package that it comes in, "" where it comes in none."""

    name: str
    licence: str
    package: str = ""


PARTS = (
    Part("Treaty Viewer", "MIT"),
    Part("Qt and PySide6", "LGPL-3.0", "PySide6-Essentials"),
    Part("Python", "PSF-2.0"),
    Part("SQLite", "public domain"),
    Part("APSW", "any licence approved by the OSI", "apsw"),
    Part("Noto Serif, and Treaty Han Serif made of Noto Serif CJK", "OFL-1.1"),
    Part("OpenCC's table of Han signs", "Apache-2.0"),
    Part("Natural Earth's outlines", "public domain"),
    Part("snowballstemmer", "BSD-3-Clause", "snowballstemmer"),
    Part("PyStemmer", "MIT and BSD-3-Clause", "PyStemmer"),
    Part("RapidFuzz", "MIT", "rapidfuzz"),
    Part("markdown-it-py", "MIT", "markdown-it-py"),
    Part("mdit-py-plugins", "MIT", "mdit-py-plugins"),
    Part("mdurl", "MIT", "mdurl"),
    Part("edtf", "MIT", "edtf"),
    Part("pyparsing", "MIT", "pyparsing"),
    Part("python-dateutil", "BSD-3-Clause", "python-dateutil"),
    Part("jsonschema", "MIT", "jsonschema"),
    Part("jsonschema-specifications", "MIT", "jsonschema-specifications"),
    Part("referencing", "MIT", "referencing"),
    Part("rpds-py", "MIT", "rpds-py"),
    Part("attrs", "MIT", "attrs"),
    Part("typing_extensions", "PSF-2.0", "typing_extensions"),
    Part("tzdata", "Apache-2.0", "tzdata"),
)
# Texts that come with the program: a title, and where it stands below `resources`.
_TEXTS = (
    ("Treaty Viewer: MIT License", "licences/mit.txt"),
    ("Qt and PySide6: GNU Lesser General Public License", "licences/lgpl-3.0.txt"),
    ("What it adds to: GNU General Public License", "licences/gpl-3.0.txt"),
    ("The fonts: SIL Open Font License", "fonts/OFL.txt"),
    ("The table of Han signs: Apache License", "han/LICENSE.txt"),
)


def versions(qt: str, pyside: str) -> str:
    """What a report of a bug should say, a line each."""
    import apsw

    lines = (
        f"Treaty Viewer {__version__}",
        f"Qt {qt}",
        f"PySide6 {pyside}",
        f"Python {platform.python_version()}",
        f"SQLite {apsw.sqlite_lib_version()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    )
    return "\n".join(lines)


def licences() -> str:
    """Who made what, and all licences in full: those of packages as they are installed."""
    listed = [f"{part.name}: {part.licence}" for part in PARTS]
    texts = ["\n".join(listed)]
    for title, file in _TEXTS:
        text = (resources() / file).read_text(encoding="utf-8")
        texts.append(f"{_ruled(title)}\n\n{text.strip()}")
    for part in PARTS:
        for text in _texts_of(part.package) if part.package else ():
            texts.append(f"{_ruled(part.name)}\n\n{text.strip()}")
    return "\n\n\n".join(texts) + "\n"


def _ruled(title: str) -> str:
    return f"{title}\n{'─' * len(title)}"


def _texts_of(package: str) -> Iterator[str]:
    try:
        files = metadata.distribution(package).files or []
    except metadata.PackageNotFoundError:
        # A packed program may have left out what tells of packages.
        return
    for file in files:
        name = file.name.lower()
        if ".dist-info" in str(file) and ("licen" in name or "copying" in name):
            yield file.read_text(encoding="utf-8")
