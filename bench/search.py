"""How quickly a large library answers, beside FTS5 as it comes, in one run.

    python -m pip install wordfreq
    python bench/search.py --sections 100000
    python bench/search.py --sections 1000000 --folder build/bench

500 mixed queries (`bench/queries.py`), the best 20 with snippets, in CPU time, memory mapping
off, the page cache warm. FTS5 as it comes: `porter unicode61`, `ORDER BY rank`, `snippet()`; it
gets the queries in Latin and Cyrillic letters only, for it has no answer for Han. Quote the
ratios: times in milliseconds are this machine's.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import apsw

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import make_library
from bench.queries import Asked, queries

from treatyviewer.index import schema as index_schema
from treatyviewer.index.analyser import Analyser
from treatyviewer.index.building import build
from treatyviewer.index.schema import unpacked
from treatyviewer.library.finder import Finder
from treatyviewer.library.library import Library, connect

_SNIPPET = "snippet(plain, 1, '[', ']', '…', 24)"
_ASK = f"SELECT rowid, title, {_SNIPPET} FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 20"  # noqa: S608
# Sections for which the index is made once more, to compare the rates.
_RATE_SECTIONS = 100_000
_RATE_ROUNDS = 3


def _open(file: Path) -> apsw.Connection:
    connection = apsw.Connection(str(file))
    for pragma in (
        "page_size = 8192", "journal_mode = OFF", "synchronous = OFF", "cache_size = -65536",
        "mmap_size = 0",
    ):  # fmt: skip
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


def _documents(file: Path, most: int) -> Iterator[tuple[int, str, str]]:
    with contextlib.closing(connect(str(file))) as connection:
        rows: Any = connection.execute(
            "SELECT id, title, text FROM document ORDER BY id LIMIT ?", (most,)
        )
        for document, title, text in rows:
            yield document, title, unpacked(text)


def make_plain(library: Path, file: Path, most: int) -> float:
    """FTS5 as it comes over the same texts; returns the CPU seconds that it took."""
    file.unlink(missing_ok=True)
    texts = [(title, text) for _, title, text in _documents(library, most)]
    with contextlib.closing(_open(file)) as connection:
        connection.execute("BEGIN")
        connection.execute(
            "CREATE VIRTUAL TABLE plain USING fts5(title, body, tokenize = 'porter unicode61')"
        )
        began = time.process_time()
        connection.executemany("INSERT INTO plain VALUES(?, ?)", texts)
        connection.execute("INSERT INTO plain(plain) VALUES('optimize')")
        connection.execute("COMMIT")
        return time.process_time() - began


def make_index(library: Path, file: Path, most: int) -> float:
    """Our index over the same texts; returns the CPU seconds that it took."""
    file.unlink(missing_ok=True)
    texts = list(_documents(library, most))
    with contextlib.closing(_open(file)) as connection:
        connection.execute("BEGIN")
        began = time.process_time()
        index_schema.create(connection)
        for document, title, text in texts:
            index_schema.add(connection, index_schema.number(document), [title], text)
        build(connection, Analyser(), make_library._nobody)
        connection.execute("COMMIT")
        return time.process_time() - began


def _timed(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def measure(library: Library, plain: apsw.Connection | None, asked: list[Asked]) -> list[Any]:
    """For each query (kind, ms by us, ms by FTS5 as it comes or None), the two in turn."""
    finder = Finder(library)
    measured: list[Any] = []
    for query in asked:

        def ours(query: Asked = query) -> object:
            return finder.find(query.text, limit=20, typing=query.typing)

        def theirs(query: Asked = query) -> object:
            return plain.execute(_ASK, (query.plain,)).fetchall() if plain else None

        both = plain is not None and query.plain
        ours()
        if both:
            theirs()
        measured.append((query.kind, _timed(ours), _timed(theirs) if both else None, query.text))
    return measured


def _percentiles(values: list[float]) -> str:
    cut = statistics.quantiles(values, n=100)
    return f"p50 {cut[49]:7.2f}   p95 {cut[94]:7.2f}   p99 {cut[98]:7.2f}"


def private_memory() -> float:
    """What this process has for itself, in MB."""
    total = 0
    for line in Path("/proc/self/smaps_rollup").read_text().splitlines():
        if line.startswith("Private_"):
            total += int(line.split()[1])
    return total / 1024


def once(file: Path, text: str) -> None:
    """The first answer of a process: prints seconds, and the memory that it has for itself."""
    began = time.perf_counter()
    library = Library(str(file), connect(str(file)))
    found = Finder(library).find(text, limit=20)
    took = time.perf_counter() - began
    print(json.dumps({"seconds": took, "private": private_memory(), "total": found.total}))


def main() -> int:
    """Make what is missing, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sections", type=int, default=100_000, metavar="N")
    parser.add_argument("--queries", type=int, default=500, metavar="N")
    parser.add_argument("--folder", type=Path, default=Path("build") / "bench")
    parser.add_argument("--slowest", type=int, default=0, metavar="N", help="print them")
    parser.add_argument("--no-rate", action="store_true", help="do not index once more")
    parser.add_argument("--once", nargs=2, metavar=("FILE", "TEXT"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.once:
        once(Path(given.once[0]), given.once[1])
        return 0
    given.folder.mkdir(parents=True, exist_ok=True)
    file = given.folder / f"library-{given.sections}.sqlite"
    if not file.exists():
        for name, value in make_library.make(file, given.sections).items():
            print(f"{name:20} {value}")
    plain_file = file.with_suffix(".plain")
    if not plain_file.exists():
        make_plain(file, plain_file, given.sections)
    if not given.no_rate:
        most = min(_RATE_SECTIONS, given.sections)
        scratch = given.folder / "scratch.sqlite"
        rates = [
            (make_index(file, scratch, most), make_plain(file, scratch, most))
            for _ in range(_RATE_ROUNDS)
        ]
        scratch.unlink()
        rate = most / statistics.median(ours for ours, _ in rates)
        by_plain = statistics.median(theirs / ours for ours, theirs in rates)
        print(f"index: {rate:.0f} sections/s, {by_plain:.2f} of FTS5 as it comes")
    connection = connect(str(file))
    plain = apsw.Connection(str(plain_file), flags=apsw.SQLITE_OPEN_READONLY)
    for one in (connection, plain):
        one.execute("PRAGMA mmap_size = 0").fetchall()
    asked = queries(connection, given.queries)
    measured = measure(Library(str(file), connection), plain, asked)
    print(f"all {len(measured)} queries: {_percentiles([row[1] for row in measured])} ms")
    both = [row for row in measured if row[2] is not None]
    ours95 = statistics.quantiles([row[1] for row in both], n=100)[94]
    theirs95 = statistics.quantiles([row[2] for row in both], n=100)[94]
    print(f"Latin and Cyrillic:  {_percentiles([row[1] for row in both])} ms")
    print(f"FTS5 as it comes:    {_percentiles([row[2] for row in both])} ms")
    print(f"p95 of ours by theirs: {ours95 / theirs95:.2f}")
    for kind in dict.fromkeys(row[0] for row in measured):
        print(f"  {kind:10} {_percentiles([row[1] for row in measured if row[0] == kind])}")
    for row in sorted(measured, key=lambda row: -row[1])[: given.slowest]:
        print(f"    {row[1]:7.2f} {row[0]} {row[3]}")
    print(f"private memory: {private_memory():.0f} MB")
    common = next(query.text for query in asked if query.kind == "common")
    told = subprocess.run(
        [sys.executable, __file__, "--once", str(file), common],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    first = json.loads(told.stdout)
    print(f"first answer of a process: {first['seconds']:.3f} s, {first['private']:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
