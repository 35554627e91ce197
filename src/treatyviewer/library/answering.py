"""What an answer says beside its hits: what was done with the query, and what else to try."""

from __future__ import annotations

from collections.abc import Sequence

from treatyviewer.index.marks import Matcher
from treatyviewer.index.query import MOST_GROUPS, Plan, Query
from treatyviewer.index.search import APART, SOME, Result
from treatyviewer.library.answer_words import words
from treatyviewer.library.kinds import KINDS
from treatyviewer.library.values import Answer, Hit, Offer

_LONGEST = 40


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
    language: str = "en",
) -> Answer:
    """All that there is to say about a query, in `language`."""
    kinds = {KINDS[kind]: count for kind, count in sorted(result.counts.kinds.items()) if count}
    return Answer(
        query.text,
        took,
        sum(kinds.values()),
        hits,
        "\n".join(_messages(query, plan, result, refused, language)),
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
    query: Query,
    plan: Plan,
    result: Result,
    refused: Sequence[tuple[str, str]],
    language: str,
) -> list[str]:
    said = [
        words(
            f"refused-{key}",
            language,
            value=value if len(value) < _LONGEST else value[:_LONGEST] + "…",
            kinds=", ".join(KINDS),
        )
        for key, value in refused
    ]
    if query.cut:
        said.append(words("cut", language, most=MOST_GROUPS))
    if not plan.groups and not query.narrowed:
        said.append(words("no-word", language))
    if plan.unknown and result.found:
        mark = words("quoted", language)
        unknown = [mark.format(word=word) for word in plan.unknown[:5]]
        said.append(words("nowhere", language, words=words("comma", language).join(unknown)))
    if result.found and result.relaxed == APART:
        said.append(words("apart", language))
    elif result.found and result.relaxed == SOME:
        said.append(words("some-more" if result.full else "some", language))
    return said


def _offers(query: Query, plan: Plan, result: Result) -> list[Offer]:
    offers: list[Offer] = []
    if plan.corrected:
        offers.append(Offer("original", query.text))
    offers.extend(Offer("related", name) for name in plan.related[:6])
    if not result.found and plan.groups and _has_conditions(query):
        plain = " ".join(piece.text for pieces in query.wanted for piece in pieces)
        offers.append(Offer("plainly", plain))
    return offers


def _has_conditions(query: Query) -> bool:
    """Whether there is more in a query than words."""
    quoted = any(piece.quoted for pieces in query.wanted for piece in pieces)
    return bool(query.narrowed or query.unwanted or quoted)
