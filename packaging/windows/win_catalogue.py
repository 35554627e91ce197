"""Read the digests out of a Windows catalogue (.cat): a signed list of the digests of files.

CPython's publisher signs such a list of everything in a release, the modules of the standard
library among them, which carry no signature of their own. A catalogue is a PKCS#7 message whose
content is a certificate trust list; osslsigncode checks its signature (win_signatures.py).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

_SEQUENCE, _SET, _OCTETS, _CONTEXT_0 = 0x30, 0x31, 0x04, 0xA0
_SHA256_SIZE = 32
# An empty file is in no catalogue: there is nothing to sign, and nothing in it to fear.
_EMPTY = hashlib.sha256(b"").digest()


class CatalogueError(ValueError):
    """The bytes are not such a catalogue."""


class _Node(NamedTuple):
    tag: int
    body: memoryview


def _nodes(data: memoryview) -> Iterator[_Node]:
    """The DER values that follow one another in these bytes."""
    while data:
        if len(data) < 2:
            raise CatalogueError("a value is cut off")
        tag, length, start = data[0], data[1], 2
        if length >= 0x80:
            start += length - 0x80
            if not 2 < start <= 10:
                raise CatalogueError("a length is not DER")
            length = int.from_bytes(data[2:start], "big")
        if start + length > len(data):
            raise CatalogueError("a value is longer than what it is in")
        yield _Node(tag, data[start : start + length])
        data = data[start + length :]


def _within(data: memoryview, index: int, tag: int) -> memoryview:
    """What is in the value at this place, which must be of this kind."""
    found = list(_nodes(data))
    if index >= len(found) or found[index].tag != tag:
        raise CatalogueError("not a catalogue: a part of it is not where it belongs")
    return found[index].body


def members(catalogue: bytes) -> frozenset[bytes]:
    """The SHA-256 digests of all files that the catalogue names."""
    message = _within(memoryview(catalogue), 0, _SEQUENCE)
    signed = _within(_within(message, 1, _CONTEXT_0), 0, _SEQUENCE)
    content = _within(signed, 2, _SEQUENCE)
    trust_list = _within(_within(content, 1, _CONTEXT_0), 0, _SEQUENCE)
    # Kind of list, its number, date, kind of digests, then the members.
    listed = _within(trust_list, 4, _SEQUENCE)
    digests = set()
    for member in _nodes(listed):
        if member.tag != _SEQUENCE:
            raise CatalogueError("a member is not a sequence")
        subject = next(_nodes(member.body))
        if subject.tag == _OCTETS and len(subject.body) == _SHA256_SIZE:
            digests.add(bytes(subject.body))
    if not digests:
        raise CatalogueError("the catalogue names no SHA-256 digest")
    return frozenset(digests)


def is_listed(data: bytes, digests: frozenset[bytes]) -> bool:
    """Whether a file with this content is named, or is empty."""
    digest = hashlib.sha256(data).digest()
    return digest in digests or digest == _EMPTY
