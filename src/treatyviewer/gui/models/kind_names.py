"""What the kinds of hits are called in the window."""

from __future__ import annotations

from treatyviewer.gui.i18n import later, translate

# In the order in which they are offered.
NAMES = {
    "section": later("Kinds", "Sections"),
    "article": later("Kinds", "Articles"),
    "companion": later("Kinds", "Companions"),
    "event": later("Kinds", "Events"),
    "person": later("Kinds", "People"),
    "place": later("Kinds", "Places"),
    "term": later("Kinds", "Terms"),
    "collection": later("Kinds", "Pages"),
    "claim": later("Kinds", "Claims"),
    "source": later("Kinds", "Sources"),
}


def kind_name(kind: str) -> str:
    """The name for several of a kind."""
    name = NAMES.get(kind, kind)
    return translate("Kinds", name)
