"""Questions on the worker thread: the newest one is answered, the others end."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from treatyviewer.errors import Cancelled
from treatyviewer.gui.services.executor import Executor, Ticket
from treatyviewer.gui.services.search import Question, SearchService, _Desk, _Work
from treatyviewer.library.finder import Finder
from treatyviewer.library.library import Library
from treatyviewer.library.values import Answer


@pytest.fixture
def service(executor: Executor, shipped: Library) -> SearchService:
    made = SearchService(executor, "en")
    made.set_library(shipped)
    return made


class Ear(QObject):
    """Hears answers and errors."""

    heard = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[Answer] = []
        self.errors: list[Exception] = []

    def done(self, answer: Answer) -> None:
        self.answers.append(answer)
        self.heard.emit()

    def failed(self, error: Exception) -> None:
        self.errors.append(error)


def test_a_question_is_answered_as_it_was_asked(qtbot: QtBot, service: SearchService) -> None:
    ear = Ear()
    for question in (
        Question("treety"),
        Question("treety", correct=False),
        Question("loans", kinds=("event",)),
        Question("kind:person", plain=True),
    ):
        with qtbot.waitSignal(ear.heard):
            service.ask(question, ear.done, ear.failed)
    corrected, plain, events, words = ear.answers
    assert corrected.corrected == "treaty"
    assert len(corrected.owners) == corrected.total > 0
    assert plain.total == 0
    assert set(events.kinds) == {"event"}
    assert words.total != 20
    assert ear.errors == []


def test_one_finder_serves_all_questions(
    qtbot: QtBot, service: SearchService, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    really = Finder.__init__

    def init(self: Finder, library: Library) -> None:
        made.append(threading.get_ident())
        really(self, library)

    monkeypatch.setattr(Finder, "__init__", init)
    ear = Ear()
    for text in ("loans", "treaty"):
        with qtbot.waitSignal(ear.heard):
            service.ask(Question(text), ear.done, ear.failed)
    assert len(made) == 1
    assert made[0] != threading.get_ident()


def test_a_search_between_two_statements_is_dropped_without_waiting(
    qtbot: QtBot, service: SearchService, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered, go_on = threading.Event(), threading.Event()
    really = Finder.find

    def find(self: Finder, text: str, **more: Any) -> Answer:
        if text == "slow":
            entered.set()
            assert go_on.wait(10)
        return really(self, text, **more)

    monkeypatch.setattr(Finder, "find", find)
    ear = Ear()
    service.ask(Question("slow"), ear.done, ear.failed)
    qtbot.waitUntil(entered.is_set)
    service.ask(Question("loans"), ear.done, ear.failed)
    # The GUI thread is here already, though the worker has not heard of it.
    go_on.set()
    qtbot.waitUntil(lambda: bool(ear.answers))
    assert [answer.query for answer in ear.answers] == ["loans"]
    assert ear.errors == []


def test_a_stale_search_ends_with_its_next_statement(shipped: Library) -> None:
    ticket = Ticket("search", lambda *_: None)
    reader = shipped.fork()
    desk = _Desk(reader, "en")
    _Work(desk, Question("loans"))(ticket)
    # The interrupt came while nothing was being asked, and was lost.
    ticket.cancelled = True
    with pytest.raises(Cancelled), reader.reading() as connection:
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
        ).fetchall()
    # The next question is answered over the same connection.
    answer = _Work(desk, Question("loans"))(Ticket("search", lambda *_: None))
    assert answer.total > 0
    reader.close()
