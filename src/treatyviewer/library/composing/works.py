"""A work on a card: what kind of work it is, where from, of when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from treatyviewer.citation.reference import origin
from treatyviewer.library.composing.labels import has_label, label


def work_line(csl: Mapping[str, Any], language: str) -> str:
    """ "Primary · Moscow, 14 February 1950", as much of it as is known."""
    custom: Mapping[str, Any] = csl.get("custom") or {}
    kind = str(custom.get("kind") or "")
    if has_label(kind):
        kind = label(kind, language)
    whence = ", ".join(part for part in origin(csl, language) if part)
    line = " · ".join(part for part in (kind, whence) if part)
    return line[:1].upper() + line[1:]
