"""Languages by BCP 47 tag, and texts that exist in several of them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

# What people type for what we store: a bare "zh" means simplified Chinese.
_USUAL = {
    "zh": "zh-Hans",
    "zh-cn": "zh-Hans",
    "zh-sg": "zh-Hans",
    "zh-tw": "zh-Hant",
    "zh-hk": "zh-Hant",
    "zh-mo": "zh-Hant",
}

FALLBACK = "en"


def normal(tag: str) -> str:
    """The tag in the form in which entries store it: `zh` is `zh-Hans`, `EN` is `en`.

    Case follows BCP 47, section 2.1.1: language lower, script title, region upper.
    """
    tag = tag.strip().replace("_", "-")
    if tag.lower() in _USUAL:
        return _USUAL[tag.lower()]
    first, *rest = tag.split("-")
    shaped = [p.title() if len(p) == 4 else p.upper() if len(p) == 2 else p.lower() for p in rest]
    return "-".join([first.lower(), *shaped])


def well_formed(tag: str) -> bool:
    """Whether `tag` looks like a BCP 47 tag of the plain kind (`en`, `zh-Hans`, `ru-RU`)."""
    first, *rest = tag.split("-")
    return (
        first.isascii()
        and first.isalpha()
        and 2 <= len(first) <= 3
        and all(p.isascii() and p.isalnum() and 2 <= len(p) <= 8 for p in rest)
    )


def choose(available: Mapping[str, object], wanted: str, main: str) -> str:
    """The tag of the best text to be had: `wanted`, a sibling of it, `main`, `en`, any.

    A sibling shares the first part of the tag: somebody who reads `zh-Hant` is better served
    by `zh-Hans` than by English. Returns "" when nothing is available.
    """
    if wanted in available:
        return wanted
    siblings = {tag: shared for tag in available if (shared := _shared(tag, wanted))}
    if siblings:
        return max(siblings, key=siblings.__getitem__)
    for tag in (main, FALLBACK):
        if tag in available:
            return tag
    return next(iter(available), "")


def _shared(one: str, other: str) -> int:
    """How many parts two tags have in common from the beginning on."""
    pairs = zip(one.split("-"), other.split("-"), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def pick(texts: Mapping[str, str], wanted: str, main: str = FALLBACK) -> str:
    """The text in the best language to be had, "" when there is none."""
    return texts.get(choose(texts, wanted, main), "")
