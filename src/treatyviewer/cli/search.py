"""`treatyviewer search`: full-text search."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from treatyviewer.cli import common
from treatyviewer.cli.questions import read_questions
from treatyviewer.export.values import answer_values
from treatyviewer.library.finder import Finder
from treatyviewer.library.kinds import KINDS, kind_of
from treatyviewer.library.library import Library
from treatyviewer.library.values import Answer, Hit, Offer

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_HELP = """
A query is words that must all occur; where nothing has them all, some do. It may have
  "side by side"          words in quotation marks, as they stand
  -word                   what must not occur
  loans OR credits        one of them
  kind:person             one kind of results; kinds: {kinds}
  -kind:source            all kinds but this
  in:economic-aid         one section and what is below it, by id, number or title
  before:1960 after:1950-02   only what carries a date then
"""


def run(arguments: Sequence[str]) -> int:
    """The command with its arguments; returns 1 when nothing was found."""
    parser = common.command(
        "search", "Find sections, claims, people, sources and the like, in any language."
    )
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _HELP.format(kinds=", ".join(KINDS))
    parser.add_argument("text", metavar="TEXT", nargs="?", help="what to search for")
    common.add_library(parser, "--library")
    parser.add_argument(
        "--queries",
        type=Path,
        metavar="FILE.jsonl",
        help='answer many: lines of {"id": …, "text": …}; prints one JSON answer a line',
    )
    parser.add_argument(
        "--kind", action="append", default=[], type=_kind, metavar="K", help="only this kind"
    )
    parser.add_argument(
        "--limit", type=_positive, default=20, metavar="N", help="the most hits to print (20)"
    )
    parser.add_argument(
        "--as-typed",
        action="store_true",
        help="let no word that the library has stand for one that it does not have",
    )
    parser.add_argument(
        "--literal",
        action="store_true",
        help="TEXT is words only: -, OR, kind: and the like are nothing special",
    )
    given = parser.parse_args(arguments)
    if (given.text is None) == (given.queries is None):
        parser.error("write what to search for, or --queries FILE.jsonl, and not both")
    questions = read_questions(given.queries) if given.queries is not None else []
    colour = sys.stdout is not None and sys.stdout.isatty()

    def work(library: Library) -> int:
        finder = Finder(library)

        def find(text: str) -> Answer:
            return finder.find(
                text,
                limit=given.limit,
                language=given.lang,
                correct=not given.as_typed,
                plain=given.literal,
                kinds=given.kind,
            )

        if given.queries is not None:
            answers = [(question, find(question.text)) for question in questions]
            for question, answer in answers:
                line = {"id": question.id, **answer_values(answer)}
                print(json.dumps(line, ensure_ascii=False))
            return 0 if any(answer.total for _, answer in answers) else 1
        answer = find(given.text)
        if given.format == "json":
            common.print_json(answer_values(answer))
        else:
            _print(answer, colour)
        return 0 if answer.total else 1

    return common.with_library(given.library, work)


def _kind(text: str) -> str:
    kind = kind_of(text)
    if not kind:
        raise argparse.ArgumentTypeError(f"“{text}” is none of the kinds {', '.join(KINDS)}")
    return kind


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= 1_000_000:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 1 to 1000000")
    return int(text)


def _print(answer: Answer, colour: bool) -> None:
    if answer.corrected:
        print(f"Showing results for “{_short(answer.corrected)}”; --as-typed keeps your words.")
    if not answer.hits:
        if answer.message:
            print(answer.message)
        if answer.total == 0 and answer.matcher is not None and answer.matcher.groups:
            print(f"Nothing was found for “{_short(answer.query)}”. Try fewer or other words.")
        _print_offers(answer.offers)
        return
    what = "section" if set(answer.kinds) == {"section"} else "result"
    count = f"more than {answer.total}" if answer.more else str(answer.total)
    print(f"{count} {what if count == '1' else what + 's'} for “{_short(answer.query)}”")
    if answer.total > len(answer.hits):
        print(f"The best {len(answer.hits)}; --limit N shows more.")
    if answer.message:
        print(answer.message)
    if answer.also:
        print("Also searched: " + ", ".join(answer.also))
    for hit in answer.hits:
        number = f"{hit.number}  " if hit.number else ""
        kind = "" if hit.kind == "section" else f" ({hit.kind})"
        print(f"\n{number}{hit.title}{kind}  [{hit.address}]")
        print(f"    {_marked(hit) if colour else hit.snippet}")
    _print_offers(answer.offers)


def _print_offers(offers: Sequence[Offer]) -> None:
    related = [offer.query for offer in offers if offer.kind == "related"]
    if related:
        print("\nRelated: " + ", ".join(related))
    for offer in offers:
        if offer.kind == "plainly":
            print(f"\nWithout conditions: treatyviewer search “{_short(offer.query)}”")


def _short(text: str) -> str:
    shown = text if len(text) <= 60 else text[:60] + "…"
    return "".join(char if char.isprintable() else " " for char in shown)


def _marked(hit: Hit) -> str:
    text, at = "", 0
    for start, end in hit.marks:
        text += hit.snippet[at:start] + _BOLD + hit.snippet[start:end] + _PLAIN
        at = end
    return text + hit.snippet[at:]
