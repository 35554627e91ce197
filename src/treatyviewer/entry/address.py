"""Addresses: how every place in a library is named. The one module that parses and prints them.

ENTRY                        an entry
ENTRY/SECTION                a section
ENTRY/SECTION#c3-1           a claim, a paragraph (#p3) or a heading in it
ENTRY/people/ID              a person; likewise places, events, terms, sources, articles,
                             companions
ENTRY/claims                 all claims; ENTRY/claims#contradicted those of one verdict
ENTRY/SECTION?ed=2#p3        the same place in edition 2
treaty:ENTRY/SECTION         the same as a link
"""

from __future__ import annotations

from treatyviewer.errors import AddressError
from treatyviewer.tuples import NamedTuple

SCHEME = "treaty:"
_FORMS = "An address reads ENTRY, ENTRY/SECTION or ENTRY/people/ID."
COLLECTIONS = ("people", "places", "events", "terms", "sources", "articles", "companions")
# What no section can be called.
RESERVED = (*COLLECTIONS, "claims")

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_SIGNS = _LETTERS | frozenset("0123456789-")


def is_id(text: str) -> bool:
    """Whether `text` can name a thing in an entry: `[a-z][a-z0-9-]*`."""
    return text[:1] in _LETTERS and _SIGNS.issuperset(text)


class Address(NamedTuple):
    """A place in a library.

    `collection` is "" for a section and one of `RESERVED` otherwise; `item` is the id of the
    section or thing, "" for the entry itself; `fragment` a place inside it; `edition` a
    positive number, or 0 when the address names none.
    """

    entry: str
    item: str = ""
    collection: str = ""
    fragment: str = ""
    edition: int = 0

    def __str__(self) -> str:
        text = "/".join(part for part in (self.entry, self.collection, self.item) if part)
        if self.edition:
            text += f"?ed={self.edition}"
        if self.fragment:
            text += f"#{self.fragment}"
        return text

    @property
    def link(self) -> str:
        """The address as a link: `treaty:ENTRY/SECTION`."""
        return SCHEME + str(self)


def parse(text: str) -> Address:
    """Read an address, with or without `treaty:`. Raises `AddressError`."""
    rest = text.strip()
    if rest.lower().startswith(SCHEME):
        rest = rest[len(SCHEME) :].lstrip("/")
    rest, _, fragment = rest.partition("#")
    # The edition may also stand behind the fragment, where people put it by hand.
    fragment, _, late = fragment.partition("?")
    rest, _, early = rest.partition("?")
    edition = _edition(early or late, text)
    if not rest.strip("/"):
        raise AddressError("No address was given.", advice=_FORMS)
    parts = rest.rstrip("/").split("/")
    collection = ""
    if len(parts) == 3 and parts[1] in COLLECTIONS:
        collection = parts.pop(1)
    if len(parts) > 2:
        raise _wrong(text, "It has too many parts.")
    names = [*parts, fragment] if fragment else parts
    for name in names:
        if not is_id(name):
            shown = f"“{name}”" if name else "An empty part"
            raise _wrong(text, f"{shown} is not an id: small letters, digits and hyphens.")
    item = parts[1] if len(parts) == 2 else ""
    if item in RESERVED and not collection:
        collection, item = item, ""
    return Address(parts[0], item, collection, fragment, edition)


def _edition(query: str, text: str) -> int:
    if not query:
        return 0
    name, _, value = query.partition("=")
    if name != "ed" or not _is_number(value):
        raise _wrong(text, f"“?{query}” is not an edition: write ?ed=2.")
    return int(value)


def _is_number(text: str) -> bool:
    # Python itself refuses to read numbers of thousands of digits.
    return text.isascii() and text.isdigit() and len(text) <= 9 and int(text) > 0


def _wrong(text: str, why: str) -> AddressError:
    shown = text if len(text) <= 80 else text[:77] + "..."
    return AddressError(
        "“{text}” is not an address. {why}",
        advice=_FORMS,
        text=shown,
        why=why,
    )
