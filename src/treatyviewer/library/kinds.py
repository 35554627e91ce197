"""The kinds of what can be found, and what a hit in each counts for."""

from __future__ import annotations

# A kind's place in the list is its number in the index: texts first, for what the index answers
# in this order, and when a common word has more matches than are ranked, texts are.
KINDS = (
    "section",
    "article",
    "companion",
    "event",
    "person",
    "place",
    "term",
    "collection",
    "claim",
    "source",
)
# The texts come first, then what explains them; claims and works repeat the words of the texts
# in a line or two, which BM25 alone would put above these.
WEIGHTS = {
    "section": 1.0,
    "article": 0.45,
    "companion": 0.45,
    "event": 0.4,
    "person": 0.45,
    "place": 0.45,
    "term": 0.45,
    "collection": 0.45,
    "claim": 0.25,
    "source": 0.25,
}
# What the things of a collection are.
OF_COLLECTION = {
    "events": "event",
    "people": "person",
    "places": "place",
    "terms": "term",
    "sources": "source",
    "articles": "article",
    "companions": "companion",
}
# What a reader may call them in a query.
_NAMES = {"people": "person", "companions": "companion", "page": "collection"}


def kind_of(name: str) -> str:
    """The kind that is meant by a name, "" for none: `person`, `People`, `sources`."""
    folded = name.casefold()
    folded = _NAMES.get(folded, folded)
    if folded not in KINDS:
        folded = folded.removesuffix("s")
    return folded if folded in KINDS else ""
