"""What readers ask of the shipped entry, and what must come first: golden_queries.toml."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from treatyviewer.library.finder import Finder
from treatyviewer.library.shelf import Shelf, shelf
from treatyviewer.library.values import Answer, Hit
from treatyviewer.paths import shipped_entry

_FIRST = 5
_FIELDS = {
    "query",
    "first",
    "among",
    "absent",
    "corrected",
    "relaxed",
    "also",
    "offers",
    "kinds",
    "typing",
}


def _read() -> list[dict[str, Any]]:
    text = Path(__file__).with_name("golden_queries.toml").read_text(encoding="utf-8")
    queries: list[dict[str, Any]] = tomllib.loads(text)["queries"]
    return queries


GOLDEN = _read()


@pytest.fixture(scope="module")
def finder(library_files: tuple[Path, ...]) -> Iterator[Finder]:
    """One for all queries, as in the window: opening it takes longer than an answer."""
    library = Shelf(shelf(shipped_entry()).folders, library_files[0]).open()
    yield Finder(library)
    library.close()


def _address(hit: Hit) -> str:
    """Its address without the entry's id."""
    return str(hit.address).partition("/")[2]


def _wrong(wanted: dict[str, Any], answer: Answer) -> Iterator[str]:
    """What an answer does not do that is wanted of it."""
    found = [_address(hit) for hit in answer.hits]
    related = [offer.query for offer in answer.offers if offer.kind == "related"]
    if "first" in wanted and (found[0] if found else "") != wanted["first"]:
        yield f"first is not {wanted['first'] or 'nothing'}"
    for address in wanted.get("among", ()):
        if address not in found[:_FIRST]:
            yield f"not among the first {_FIRST}: {address}"
    for address in wanted.get("absent", ()):
        if address in found:
            yield f"found: {address}"
    if answer.corrected != wanted.get("corrected", ""):
        yield f"corrected is {answer.corrected!r}"
    if "relaxed" in wanted and answer.relaxed != wanted["relaxed"]:
        yield f"relaxed is {answer.relaxed!r}"
    if "also" in wanted and wanted["also"] not in answer.also:
        yield f"not searched for too: {wanted['also']}"
    if "offers" in wanted and wanted["offers"] not in related:
        yield f"not offered: {wanted['offers']}"


@pytest.mark.parametrize("wanted", [pytest.param(one, id=one["query"]) for one in GOLDEN])
def test_the_answer_is_what_a_historian_wants(finder: Finder, wanted: dict[str, Any]) -> None:
    answer = finder.find(
        wanted["query"],
        limit=10,
        typing=wanted.get("typing", False),
        kinds=wanted.get("kinds", ()),
    )
    best = "\n".join(f"  {hit.score:8.3f} {_address(hit)}" for hit in answer.hits[:_FIRST])
    wrong = list(_wrong(wanted, answer))
    assert not wrong, f"{wanted['query']}: {'; '.join(wrong)}\n{best or '  nothing'}"


def test_each_query_is_asked_once_and_wants_something() -> None:
    asked = Counter(one["query"] for one in GOLDEN)
    assert [query for query, times in asked.items() if times > 1] == []
    for one in GOLDEN:
        assert one.keys() <= _FIELDS, one["query"]
        assert one.keys() & {"first", "among"}, one["query"]


@pytest.mark.parametrize(
    ("least", "most"), [("a", "z"), ("а", "я"), ("一", "鿿")], ids=["Latin", "Cyrillic", "Han"]
)
def test_many_queries_are_asked_in_each_script(least: str, most: str) -> None:
    asked = [one for one in GOLDEN if any(least <= sign <= most for sign in one["query"].lower())]
    assert len(asked) >= 30
