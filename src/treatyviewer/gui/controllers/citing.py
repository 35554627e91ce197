"""Claims told in a line, cited and sent on. Loaded when somebody first asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from treatyviewer.export.citing import citation, correction
from treatyviewer.library import things
from treatyviewer.library.composing.labels import label
from treatyviewer.library.library import Library
from treatyviewer.library.values import EntryInfo, Node

_TEXTS = {"citation": citation, "correction": correction}


def copy(what: str, library: Library, node: Node, language: str) -> None:
    """Put a text about a node on the clipboard: its "citation", or a "correction" to be sent."""
    QGuiApplication.clipboard().setText(_TEXTS[what](library, node, language))


def claims_of(library: Library, entry: EntryInfo) -> list[Node]:
    """All claims of an entry, in reading order."""
    return things.claim_nodes(library, entry)


def near(claims: Sequence[Node], page: int, steps: int) -> int:
    """The number of the first claim on a page or behind it, of the last before it for a step
    back; from one end to the other.
    """
    before = sum(1 for claim in claims if claim.id < page)
    at = before if steps > 0 else before - 1
    return at % len(claims) if claims else 0


def finding(library: Library, entry: str, claim: str, language: str) -> str:
    """What was found of a claim, in a line; "" where there is no such claim."""
    node = things.claim(library, entry, claim)
    if node is None:
        return ""
    value = things.thing(library, node)
    word = label(value.verdict, language)
    said = f"{word[:1].upper()}{word[1:]}"
    return f"{said}: {value.note}" if value.note else said
