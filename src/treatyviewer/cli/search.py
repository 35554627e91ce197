"""`treatyviewer search`: full-text search."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from treatyviewer.cli import common
from treatyviewer.export.values import answer_values
from treatyviewer.library.finder import find
from treatyviewer.library.library import Library
from treatyviewer.library.values import Answer, Hit

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def run(arguments: Sequence[str]) -> int:
    """The command with its arguments; returns 1 when nothing was found."""
    parser = common.command(
        "search",
        "Find sections, claims, people, sources and the like. All words must occur; words in "
        "quotation marks must stand side by side.",
    )
    parser.add_argument("text", metavar="TEXT", help="what to search for, in any language")
    common.add_library(parser, "--library")
    parser.add_argument(
        "--limit", type=_positive, default=20, metavar="N", help="the most hits to print (20)"
    )
    given = parser.parse_args(arguments)
    colour = sys.stdout is not None and sys.stdout.isatty()

    def work(library: Library) -> int:
        answer = find(library, given.text, limit=given.limit, language=given.lang)
        if given.format == "json":
            common.print_json(answer_values(answer))
        else:
            _print(answer, colour)
        return 0 if answer.total else 1

    return common.with_library(given.library, work)


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= 1_000_000:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 1 to 1000000")
    return int(text)


def _print(answer: Answer, colour: bool) -> None:
    shown = answer.query if len(answer.query) <= 60 else answer.query[:60] + "…"
    shown = "".join(char if char.isprintable() else " " for char in shown)
    if not answer.hits:
        said = answer.message or f"Nothing was found for “{shown}”. Try fewer or other words."
        print(said)
        return
    if answer.message:
        print(answer.message)
    what = "section" if all(hit.kind == "section" for hit in answer.hits) else "result"
    print(f"{answer.total} {what if answer.total == 1 else what + 's'} for “{shown}”")
    if answer.total > len(answer.hits):
        print(f"The best {len(answer.hits)}; --limit N shows more.")
    for hit in answer.hits:
        number = f"{hit.number}  " if hit.number else ""
        kind = "" if hit.kind == "section" else f" ({hit.kind})"
        print(f"\n{number}{hit.title}{kind}  [{hit.address}]")
        print(f"    {_marked(hit) if colour else hit.snippet}")


def _marked(hit: Hit) -> str:
    text, at = "", 0
    for start, end in hit.marks:
        text += hit.snippet[at:start] + _BOLD + hit.snippet[start:end] + _PLAIN
        at = end
    return text + hit.snippet[at:]
