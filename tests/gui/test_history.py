"""Back and forward."""

from __future__ import annotations

from treatyviewer.entry.address import Address
from treatyviewer.gui.services.history import History, Place


def place(name: str, scroll: int = 0) -> Place:
    return Place(Address("e", name), scroll)


def test_back_and_forward_keep_how_far_one_had_read() -> None:
    history = History()
    history.leave(place("a", 120))
    history.leave(place("b", 40))
    assert history.back(place("c", 7)) == place("b", 40)
    assert history.back(place("b", 40)) == place("a", 120)
    assert history.back(place("a", 120)) is None
    assert history.forward(place("a", 120)) == place("b", 40)
    assert history.forward(place("b", 40)) == place("c", 7)
    assert history.forward(place("c", 7)) is None


def test_going_somewhere_new_closes_the_way_forward() -> None:
    history = History()
    history.leave(place("a"))
    history.back(place("b"))
    ways = [(history.can_go_back, history.can_go_forward)]
    history.leave(place("a"))
    ways.append((history.can_go_back, history.can_go_forward))
    assert ways == [(False, True), (True, False)]


def test_it_forgets_what_is_long_past() -> None:
    history = History(limit=2)
    for name in "abc":
        history.leave(place(name))
    assert history.back(place("d")) == place("c")
    assert history.back(place("c")) == place("b")
    assert history.back(place("b")) is None
