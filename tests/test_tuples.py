"""Named tuples of ours are those of `typing`, but for what nobody asks of them."""

from __future__ import annotations

import pickle

from treatyviewer.tuples import NamedTuple


class Pair(NamedTuple):
    """Two things."""

    first: int
    second: str = "two"

    @property
    def both(self) -> str:
        """Both of them."""
        return f"{self.first} {self.second}"


def test_it_is_a_tuple_with_names_defaults_and_methods() -> None:
    pair = Pair(1)
    assert pair == (1, "two")
    assert pair.both == "1 two"
    assert pair._replace(second="three") == Pair(1, "three")
    assert pair._asdict() == {"first": 1, "second": "two"}
    assert Pair._make([3, "x"]).first == 3
    assert (Pair.__doc__, Pair.__name__, Pair._fields) == (
        "Two things.",
        "Pair",
        ("first", "second"),
    )


def test_it_is_told_and_kept_as_any_other() -> None:
    pair = Pair(1)
    assert repr(pair) == "Pair(first=1, second='two')"
    assert pickle.loads(pickle.dumps(pair)) == pair
    match pair:
        case Pair(first, second):
            assert (first, second) == (1, "two")
