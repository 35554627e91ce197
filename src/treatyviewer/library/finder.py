"""Search a library: the index's numbered documents told as hits with addresses."""

from __future__ import annotations

from time import perf_counter
from typing import cast

import apsw

from treatyviewer.index import marks, snippet
from treatyviewer.index.query import MOST_CLAUSES, parse
from treatyviewer.index.search import Found, search
from treatyviewer.library.library import Library
from treatyviewer.library.values import Answer, Hit

NO_WORD = "There is no word to search for in this query."
CUT = f"Only the first {MOST_CLAUSES} words of this query were searched for."


def find(
    library: Library, text: str, *, limit: int = 20, language: str = "en", complete: bool = False
) -> Answer:
    """The best sections for a query, titles in `language`.

    `complete`: the last word may be unfinished, as while somebody types. Raises `Cancelled`
    after `library.interrupt()`.
    """
    began = perf_counter()
    query = parse(text, complete=complete)
    message = CUT if query.cut else "" if query.clauses else NO_WORD
    with library.reading() as connection:
        # A section may be there in every language; it counts once.
        total, found = search(connection, query, limit * library.most_languages)
        spoken = {one.document: _language(connection, one.document) for one in found}
    best: dict[int, Found] = {}
    scores: dict[int, float] = {}
    for one in found:
        # The place in the list by the best text, the words from the text in the language wanted.
        scores.setdefault(one.owner, one.score)
        kept = best.get(one.owner)
        if kept is None or (spoken[one.document] == language != spoken[kept.document]):
            best[one.owner] = one
    hits: list[Hit] = []
    for owner, one in list(best.items())[:limit]:
        node = library.node(owner)
        title = node.title(language)
        words = snippet.make(query, (t for t in one.titles if t != title), one.text)
        hits.append(
            Hit(
                node.address,
                node.kind,
                node.number,
                title,
                tuple(name for n in library.path(node) if (name := n.title(language))),
                scores[owner],
                words.text,
                words.marks,
                tuple((mark.start, mark.end) for mark in marks.find(query, title)),
                spoken[one.document],
            )
        )
    took = (perf_counter() - began) * 1000
    return Answer(text, round(took, 2), total, tuple(hits), message)


def _language(connection: apsw.Connection, document: int) -> str:
    found = connection.execute("SELECT language FROM body WHERE id = ?", (document,)).get
    return cast("str", found)
