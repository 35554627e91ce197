"""The lines of an entry's outline: those that its author wrote, and the page of all claims."""

from __future__ import annotations

from treatyviewer.entry.model import CollectionPage, Entry, Section

CLAIMS = "claims"


def outline(entry: Entry) -> list[list[Section | CollectionPage]]:
    """The lines of each part. The claims come behind the last collection, where one looks things
    up; at the end of all where there is none.
    """
    from treatyviewer.library.composing.labels import LANGUAGES, label

    parts = [list(part.sections) for part in entry.parts]
    if entry.claims and parts:
        titles = {language: label(CLAIMS, language) for language in LANGUAGES}
        for lines in reversed(parts):
            places = [n for n, line in enumerate(lines) if isinstance(line, CollectionPage)]
            if places:
                lines.insert(places[-1] + 1, CollectionPage(CLAIMS, titles, items=False))
                break
        else:
            parts[-1].append(CollectionPage(CLAIMS, titles, items=False))
    return parts
