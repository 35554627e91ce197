"""The results as Qt sees them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from treatyviewer.entry.address import Address
from treatyviewer.gui.models import roles
from treatyviewer.gui.models.results_model import ResultsModel
from treatyviewer.library.finder import Finder
from treatyviewer.library.library import Library
from treatyviewer.library.values import Answer, Hit


def hit(kind: str, title: str) -> Hit:
    return Hit(Address("e", title), kind, "", title, (), 1.0, "", (), (), "en")


def rows(model: ResultsModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_qt_finds_no_fault_with_it(qtmodeltester: object, shipped: Library) -> None:
    model = ResultsModel()
    model.set_answer(Finder(shipped).find("treaty"))
    assert model.rowCount() > 1
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_rows_are_hits(shipped: Library) -> None:
    model = ResultsModel()
    model.set_answer(Finder(shipped).find("loans"))
    index = model.index(1, 0)
    assert index.data() == "Economic Aid"
    assert str(index.data(roles.ADDRESS)).endswith("/economic-aid")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "5 Economic Aid"
    assert "loans" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    model.set_answer(None)
    assert model.rowCount() == 0


def test_kinds_stand_in_the_order_of_their_best_hits() -> None:
    hits = (hit("event", "a"), hit("section", "b"), hit("event", "c"), hit("person", "d"))
    model = ResultsModel()
    model.set_answer(Answer("q", 1, 4, hits, kinds={"section": 1, "event": 2, "person": 1}))
    assert rows(model) == ["Events 2", "a", "c", "Sections 1", "b", "People 1", "d"]


def test_a_heading_says_how_many_there_are_beyond_those_shown() -> None:
    model = ResultsModel()
    model.set_answer(Answer("q", 1, 26, (hit("source", "a"),), kinds={"source": 26}))
    assert rows(model) == ["Sources 1 of 26", "a"]
    counted = Answer("q", 1, 20_000, (hit("source", "a"),), kinds={"source": 20_000}, more=True)
    model.set_answer(counted)
    assert rows(model) == ["Sources 1 of 20,000+", "a"]


def test_a_heading_cannot_be_chosen_and_is_no_hit() -> None:
    model = ResultsModel()
    model.set_answer(Answer("q", 1, 1, (hit("term", "a"),), kinds={"term": 1}))
    heading, row = model.index(0, 0), model.index(1, 0)
    assert heading.flags() == Qt.ItemFlag.NoItemFlags
    assert heading.data(roles.HIT) is None
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole) == "Terms 1"
    assert row.flags() & Qt.ItemFlag.ItemIsSelectable
