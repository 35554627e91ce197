"""The outline as Qt sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt

from treatyviewer.entry.address import parse
from treatyviewer.gui.models import outline_model, roles
from treatyviewer.gui.models.outline_model import OutlineModel
from treatyviewer.library.library import Library
from treatyviewer.library.shelf import shelf


@pytest.fixture
def two_entries(make_entry: object, tmp_path: Path) -> Iterator[Library]:
    below = tmp_path / "shelf"
    nested = "# One\n\nText.\n\n## Inner {#inner}\n\nMore.\n\n### Innermost {#innermost}\n\nEnd."
    make_entry("alpha", {"one": nested, "two": "# Two\n\nText."}, below=below)  # type: ignore[operator]
    make_entry("beta", {"one": "# One\n\nText."}, below=below)  # type: ignore[operator]
    library = shelf(below).open()
    yield library
    library.close()


def titles(model: OutlineModel, parent: QModelIndex | None = None) -> list[str]:
    parent = parent or QModelIndex()
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def test_qt_finds_no_fault_with_it(qtmodeltester: object, shipped: Library) -> None:
    model = OutlineModel()
    model.set_library(shipped, "en")
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_qt_finds_no_fault_with_it_while_it_grows(
    qtmodeltester: object, two_entries: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outline_model, "_PAGE", 1)
    model = OutlineModel()
    model.set_library(two_entries, "en")
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_an_only_entry_is_left_out(shipped: Library) -> None:
    model = OutlineModel()
    model.set_library(shipped, "en")
    assert titles(model) == ["The entry", "The instrument", "Reference"]
    part = model.index(0, 0)
    assert part.data(roles.KIND) == "part"
    assert not model.flags(part) & Qt.ItemFlag.ItemIsSelectable
    model.fetchMore(part)
    assert titles(model, part)[0] == "At a glance"
    assert titles(model, part)[-1] == "Follow-up relations"
    last = model.index(7, 0, part)
    assert last.data(roles.NUMBER) == "7"
    assert (
        last.data(Qt.ItemDataRole.AccessibleTextRole)
        == "7 Follow-up relations, 1 contradicted, 3 imprecise"
    )
    assert str(last.data(roles.ADDRESS)) == "sino-soviet-treaty-1950/follow-up-relations"


def test_titles_follow_the_language(shipped: Library) -> None:
    model = OutlineModel()
    model.set_library(shipped, "ru")
    part = model.index(0, 0)
    model.fetchMore(part)
    assert part.data() == "Статья"
    assert titles(model, part)[3] == "Общий обзор"


def test_several_entries_stand_side_by_side(two_entries: Library) -> None:
    model = OutlineModel()
    model.set_library(two_entries, "en")
    assert len(titles(model)) == 2
    assert model.index(0, 0).data(roles.KIND) == "entry"


def test_a_deep_section_is_reached_a_page_at_a_time(
    two_entries: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outline_model, "_PAGE", 1)
    model = OutlineModel()
    model.set_library(two_entries, "en")
    index = model.index_of(two_entries.find(parse("alpha/innermost")))
    assert index.data() == "Innermost"
    assert index.parent().data() == "Inner"
    assert index.parent().parent().data() == "One"
    beta = model.index_of(two_entries.find(parse("beta/one")))
    assert beta.parent().parent().row() == 1


def test_without_a_library_it_is_empty(shipped: Library) -> None:
    model = OutlineModel()
    assert model.rowCount() == 0
    model.set_library(shipped, "en")
    model.set_library(None, "en")
    assert model.rowCount() == 0
