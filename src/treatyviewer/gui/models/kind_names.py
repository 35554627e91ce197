"""What the kinds of hits are called in the window."""

from __future__ import annotations

from treatyviewer.gui.i18n import translate

# In the order in which they are offered.
NAMES = {
    "section": "Sections",
    "article": "Articles",
    "companion": "Companions",
    "event": "Events",
    "person": "People",
    "place": "Places",
    "term": "Terms",
    "collection": "Pages",
    "claim": "Claims",
    "source": "Sources",
}


def kind_name(kind: str) -> str:
    """The name for several of a kind."""
    return translate("Kinds", NAMES.get(kind, kind))
