"""Answer judged questions by the program's own ways: content, library, index.

    python bench/answer.py DOCS.jsonl < QUERIES.jsonl

DOCS has lines of {"id", "lang", "title", "text"}, QUERIES of {"id", "text"}. An entry is made of
the documents (a Markdown section each), compiled into a library and asked; the answer is lines of
QUERY_ID <tab> DOC_ID <tab> SCORE, best first.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from treatyviewer.library.finder import Finder
from treatyviewer.library.shelf import shelf

_LANGUAGES = {"zh": "zh-Hans"}
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_LIMIT = 100


def _lines(stream: Any) -> Iterator[dict[str, str]]:
    for line in stream:
        if line.strip():
            yield json.loads(line)


def _markdown(text: str) -> str:
    """A text as one paragraph, every sign of it meant as it stands."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def make_entry(documents: Path, folder: Path) -> dict[str, str]:
    """Write an entry of all documents; returns their ids by the section's."""
    (folder / "sections").mkdir(parents=True)
    ids: dict[str, str] = {}
    language = "en"
    with documents.open(encoding="utf-8") as stream:
        for number, document in enumerate(_lines(stream), 1):
            section = f"d{number}"
            ids[section] = document["id"]
            language = document.get("lang", language)
            title = _markdown(document.get("title", "")) or "—"
            words = _markdown(document["text"])
            file = folder / "sections" / f"{section}.md"
            file.write_text(f"# {title} {{#{section}}}\n\n{words}\n", encoding="utf-8")
    language = _LANGUAGES.get(language, language)
    lines = [
        'id = "judged"', "edition = 1", 'version = "1"', 'licence = "none"', 'kind = "collection"',
        f'languages = ["{language}"]', "[titles]", f'{language} = "Judged documents"',
        "[[parts]]", 'title = "Documents"',
    ]  # fmt: skip
    for section in ids:
        lines += ["[[parts.sections]]", f'id = "{section}"']
    (folder / "entry.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return ids


def main() -> int:
    """Make the library, answer what stands on standard input."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("documents", type=Path, metavar="DOCS.jsonl")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_CACHE_HOME"] = scratch
        folder = Path(scratch) / "judged"
        ids = make_entry(given.documents, folder)
        with contextlib.closing(shelf(folder).compile()) as library:
            finder = Finder(library)
            for query in _lines(sys.stdin):
                for hit in finder.find(query["text"], limit=_LIMIT).hits:
                    print(f"{query['id']}\t{ids[hit.address.item]}\t{hit.score}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
