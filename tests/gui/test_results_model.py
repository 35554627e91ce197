"""The results as Qt sees them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from treatyviewer.gui.models import roles
from treatyviewer.gui.models.results_model import ResultsModel
from treatyviewer.library.finder import find
from treatyviewer.library.library import Library


def test_qt_finds_no_fault_with_it(qtmodeltester: object, shipped: Library) -> None:
    model = ResultsModel()
    model.set_answer(find(shipped, "treaty"))
    assert model.rowCount() > 1
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_rows_are_hits(shipped: Library) -> None:
    model = ResultsModel()
    model.set_answer(find(shipped, "loans"))
    index = model.index(0, 0)
    assert index.data() == "Economic Aid"
    assert str(index.data(roles.ADDRESS)).endswith("/economic-aid")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "5 Economic Aid"
    assert "loans" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    model.set_answer(None)
    assert model.rowCount() == 0
