"""What was searched for in this session."""

from __future__ import annotations


class EarlierQueries:
    """The newest first, each once, some ten of them. Kept in memory only."""

    def __init__(self, limit: int = 10) -> None:
        self._limit = limit
        self._queries: list[str] = []

    def add(self, query: str) -> None:
        """Remember a query; one that differs from it only by case is replaced."""
        query = query.strip()
        if query:
            folded = query.casefold()
            others = [other for other in self._queries if other.casefold() != folded]
            self._queries = [query, *others][: self._limit]

    @property
    def newest_first(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(self._queries)
