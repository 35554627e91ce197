"""How many hits there are where, in the contents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor

from treatyviewer.gui.models import roles
from treatyviewer.gui.models.hit_counts import HitCounts
from treatyviewer.gui.theme import LIGHT
from treatyviewer.library.finder import Finder
from treatyviewer.library.library import DamagedError, Library
from treatyviewer.library.values import Answer, Node


def rows(reader: Any) -> Iterator[QModelIndex]:
    """All rows of the contents that can be seen."""
    tree = reader.window.tree
    index = tree.model().index(0, 0)
    while index.isValid():
        yield index
        index = tree.indexBelow(index)


def counts(reader: Any) -> dict[str, str]:
    return {index.data(): index.data(roles.HITS) for index in rows(reader)}


def test_a_row_counts_what_is_at_it_and_below_it(shipped: Library) -> None:
    answer = Finder(shipped).find("loans", counting=True)
    made = HitCounts(shipped)
    made.set_answer(answer)
    (entry,) = shipped.entries()
    assert made.below(entry.node) == str(len(answer.owners))

    def check(node: Node) -> int:
        below = sum(check(child) for child in shipped.children(node.id))
        said = int(made.below(node) or 0)
        assert said >= below
        return said

    assert check(entry.node) == answer.total


def test_where_not_all_were_counted_it_says_so(shipped: Library) -> None:
    made = HitCounts(shipped)
    (entry,) = shipped.entries()
    owner = shipped.children(entry.node.id)[0].id
    made.set_answer(Answer("q", 1, 1, (), more=True, owners=(owner,)))
    assert made.below(entry.node) == "1+"


def test_an_answer_without_hits_counts_nothing(shipped: Library) -> None:
    made = HitCounts(shipped)
    (entry,) = shipped.entries()
    made.set_answer(Answer("q", 1, 0, (), owners=(entry.node.id,)))
    assert made.below(entry.node) == ""


def test_a_damaged_library_does_not_break_the_painting(shipped: Library) -> None:
    class Damaged(Library):
        def end(self, node: Node) -> int:
            raise DamagedError("broken on purpose")

    made = HitCounts(Damaged("x", shipped._connection))
    (entry,) = shipped.entries()
    made.set_answer(Answer("q", 1, 1, (), owners=(entry.node.id,)))
    assert made.below(entry.node) == ""


def test_the_contents_show_counts_while_there_is_an_answer(reader: Any) -> None:
    assert not any(counts(reader).values())
    reader.types("loans")
    reader.window.side.show_contents()
    shown = counts(reader)
    assert int(shown["Economic Aid"]) > 0
    assert shown["Preamble"] == ""
    assert int(shown["Glossary"]) == 2
    reader.window.bar.search.clear()
    assert not any(counts(reader).values())


def test_the_counts_are_those_of_the_kind_that_was_chosen(reader: Any) -> None:
    reader.types("loans")
    reader.window.searching.choose_kind("term")
    reader.waits()
    shown = {name: count for name, count in counts(reader).items() if count}
    assert shown == {"Reference": "2", "Glossary": "2"}


def test_screen_readers_are_told_the_count(reader: Any) -> None:
    reader.types("loans")
    said = {i.data(): i.data(Qt.ItemDataRole.AccessibleTextRole) for i in rows(reader)}
    assert said["Glossary"] == "Glossary, 2 hits"
    assert said["The articles"].endswith(", 1 hit")
    assert said["Preamble"] == "Preamble"


def test_a_count_is_painted_on_its_row(reader: Any) -> None:
    window = reader.window

    def badges(title: str) -> int:
        index = next(index for index in rows(reader) if index.data() == title)
        image = window.tree.viewport().grab(window.tree.visualRect(index)).toImage()
        wanted = QColor(LIGHT.hit).rgb()
        return sum(
            image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
        )

    assert badges("Economic Aid") == 0
    reader.types("loans")
    window.side.show_contents()
    assert badges("Economic Aid") > 50
    assert badges("Overview") == 0
