"""What an answer says beside its hits: what was done with the query, and what else to try."""

from __future__ import annotations

from collections.abc import Sequence

from treatyviewer.index.marks import Matcher
from treatyviewer.index.query import MOST_GROUPS, Plan, Query
from treatyviewer.index.search import APART, SOME, Result
from treatyviewer.library.kinds import KINDS
from treatyviewer.library.values import Answer, Hit, Offer

NO_WORD = "There is no word to search for in this query."
CUT = f"Only the first {MOST_GROUPS} words of this query were searched for."
_APART = "The words stand side by side nowhere; here they stand apart."
_SOME = "Nothing has all of these words; here are some of them."
_SOME_MORE = "First what has all of these words, then what has some of them."
_REFUSED = {
    "kind": "There is no kind “{value}”. There are: " + ", ".join(KINDS) + ".",
    "-in": "Only a kind can be left out, not a place: “-in:{value}”.",
    "-before": "Only a kind can be left out, not a time: “-before:{value}”.",
    "-after": "Only a kind can be left out, not a time: “-after:{value}”.",
    "in": "There is no section “{value}”: write its id, its number or its title.",
    "before": "“{value}” is no date: write before:1960, before:1960-07 or before:1960-07-16.",
    "after": "“{value}” is no date: write after:1950, after:1950-02 or after:1950-02-14.",
}


def answer(
    query: Query,
    plan: Plan,
    result: Result,
    hits: tuple[Hit, ...],
    refused: Sequence[tuple[str, str]],
    *,
    took: float,
    matcher: Matcher,
    owners: tuple[int, ...],
) -> Answer:
    """All that there is to say about a query."""
    kinds = {KINDS[kind]: count for kind, count in sorted(result.counts.kinds.items()) if count}
    return Answer(
        query.text,
        took,
        sum(kinds.values()),
        hits,
        "\n".join(_messages(query, plan, result, refused)),
        result.counts.more,
        kinds,
        plan.corrected if plan.corrected != query.text else "",
        result.relaxed if hits else "",
        plan.also,
        tuple(_offers(query, plan, result)),
        matcher,
        owners,
    )


def _messages(
    query: Query, plan: Plan, result: Result, refused: Sequence[tuple[str, str]]
) -> list[str]:
    said = [
        _REFUSED[key].format(value=value if len(value) < 40 else value[:40] + "…")
        for key, value in refused
    ]
    if query.cut:
        said.append(CUT)
    if not plan.groups and not query.narrowed:
        said.append(NO_WORD)
    if plan.unknown and result.found:
        words = ", ".join(f"“{word}”" for word in plan.unknown[:5])
        said.append(f"Nowhere here: {words}.")
    if result.found and result.relaxed == APART:
        said.append(_APART)
    elif result.found and result.relaxed == SOME:
        said.append(_SOME_MORE if result.full else _SOME)
    return said


def _offers(query: Query, plan: Plan, result: Result) -> list[Offer]:
    offers: list[Offer] = []
    if plan.corrected:
        offers.append(Offer("original", query.text))
    offers.extend(Offer("related", name) for name in plan.related[:6])
    if not result.found and plan.groups and _has_conditions(query):
        words = " ".join(piece.text for pieces in query.wanted for piece in pieces)
        offers.append(Offer("plainly", words))
    return offers


def _has_conditions(query: Query) -> bool:
    """Whether there is more in a query than words."""
    quoted = any(piece.quoted for pieces in query.wanted for piece in pieces)
    return bool(query.narrowed or query.unwanted or quoted)
