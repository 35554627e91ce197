"""Make a library of made-up sections, as large as is wanted, by the program's own writer.

    python -m pip install wordfreq
    python bench/make_library.py --sections 1000000 OUT.sqlite

Sections come in entries of a thousand, each in one language, in parts of a hundred. Tells how
long it took, and what the index and the texts take in bytes by bytes of text (the stored blocks
left out).
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import apsw

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.corpus import LANGUAGES, Made, sections

from treatyviewer.entry.blocks import Paragraph, Text
from treatyviewer.entry.model import Entry, Part, Section
from treatyviewer.library.compile import write_library
from treatyviewer.library.schema import maker

_ENTRY = 1000
_PART = 100
# What belongs to the index: its own tables, and the texts.
_INDEX = (
    "document", "dated", "kind", "alias", "alias_name", "statistic", "stem",
    "vocabulary", "champion", "called", "words_data", "words_idx", "words_docsize", "words_config",
)  # fmt: skip


class Measured:
    """Makes entries out of sections, and adds up the bytes of their titles and texts."""

    def __init__(self, count: int, seed: int) -> None:
        self._count = count
        self._seed = seed
        self.bytes = 0

    def entries(self) -> Iterator[tuple[Entry, None]]:
        """Entries of one language each."""
        waiting: dict[str, list[Made]] = {language: [] for language in LANGUAGES}
        number = 0
        for made in sections(self._count, self._seed):
            self.bytes += len(made.title.encode()) + len(made.text.encode())
            several = waiting[made.language]
            several.append(made)
            if len(several) == _ENTRY:
                number += 1
                yield _entry(number, made.language, several), None
                several.clear()
        for language, several in waiting.items():
            if several:
                number += 1
                yield _entry(number, language, several), None


def _entry(number: int, language: str, several: list[Made]) -> Entry:
    made = iter(
        Section(
            f"s{place}",
            str(place),
            {language: one.title},
            {language: (Paragraph("p1", (Text(one.text),)),)},
        )
        for place, one in enumerate(several, 1)
    )
    parts: list[Part] = []
    while some := tuple(islice(made, _PART)):
        parts.append(Part({language: f"{len(parts) + 1}"}, some))
    title = f"{language} {number}"
    return Entry(
        f"made-{number}", 1, "1", "none", "made", language, (language,), {language: title},
        tuple(parts),
    )  # fmt: skip


def make(file: Path, count: int, seed: int = 1) -> dict[str, float]:
    """Write the library; returns seconds, sections a second, bytes a byte of text."""
    file.unlink(missing_ok=True)
    measured = Measured(count, seed)
    began = time.process_time()
    with contextlib.closing(apsw.Connection(str(file))) as connection:
        for pragma in ("page_size = 8192", "journal_mode = OFF", "synchronous = OFF"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        write_library(connection, measured.entries(), {"maker": maker()}, _nobody)
        seconds = time.process_time() - began
        pages: Any = connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name")
        index = sum(size for name, size in pages if _table(name) in _INDEX)
    return {
        "seconds": round(seconds, 1),
        "sections_per_second": round(count / seconds),
        "bytes_of_text": measured.bytes,
        "bytes_by_byte": round(index / measured.bytes, 3),
    }


def _table(name: str) -> str:
    return name.removeprefix("sqlite_autoindex_").removesuffix("_1")


def _nobody(_more: int) -> None:
    """Nobody is watching."""


def main() -> int:
    """Make one, and tell what it took."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path, metavar="OUT.sqlite")
    parser.add_argument("--sections", type=int, default=100_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for name, value in make(given.file, given.sections, given.seed).items():
        print(f"{name:20} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
