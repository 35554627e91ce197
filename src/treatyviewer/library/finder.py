"""Search a library: the index's numbered documents told as hits with addresses."""

from __future__ import annotations

from time import perf_counter
from typing import Any

from treatyviewer.index import marks, snippet
from treatyviewer.index.query import MOST_CLAUSES, parse
from treatyviewer.index.search import search
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
    hits: dict[int, Hit] = {}
    with library.reading() as connection:
        total, found = search(connection, query, limit)
        for one in found:
            number: Any = connection.execute(
                "SELECT node FROM body WHERE id = ?", (one.document,)
            ).get
            if number in hits:
                # The same section in another language; the better hit came first.
                total -= 1
                continue
            node = library.node(number)
            title = node.title(language)
            words = snippet.make(query, (t for t in one.titles if t != title), one.text)
            hits[number] = Hit(
                node.address,
                node.kind,
                node.number,
                title,
                tuple(name for n in library.path(node) if (name := n.title(language))),
                one.score,
                words.text,
                words.marks,
                tuple((mark.start, mark.end) for mark in marks.find(query, title)),
            )
    took = (perf_counter() - began) * 1000
    return Answer(text, round(took, 2), total, tuple(hits.values()), message)
