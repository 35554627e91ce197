"""Work off the GUI thread: only the newest counts."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from treatyviewer.errors import Cancelled
from treatyviewer.gui.services.executor import Executor, Ticket


class Caller:
    """Collects what comes back, and on which thread."""

    def __init__(self) -> None:
        self.results: list[Any] = []
        self.errors: list[Exception] = []
        self.progress: list[tuple[int, int]] = []
        self.threads: set[int] = set()

    def done(self, result: Any) -> None:
        self.threads.add(threading.get_ident())
        self.results.append(result)

    def failed(self, error: Exception) -> None:
        self.errors.append(error)

    def told(self, done: int, total: int) -> None:
        self.progress.append((done, total))


@pytest.fixture
def caller() -> Caller:
    return Caller()


def test_work_is_done_elsewhere_and_answered_here(
    qtbot: QtBot, executor: Executor, caller: Caller
) -> None:
    executor.submit("t", lambda _: threading.get_ident(), caller.done, caller.failed)
    assert executor.busy("t")
    qtbot.waitUntil(lambda: bool(caller.results))
    assert caller.results[0] != threading.get_ident()
    assert caller.threads == {threading.get_ident()}
    assert not executor.busy("t")


def test_an_error_is_answered_too(qtbot: QtBot, executor: Executor, caller: Caller) -> None:
    def fail(_: Ticket) -> None:
        raise ValueError("no")

    executor.submit("t", fail, caller.done, caller.failed)
    qtbot.waitUntil(lambda: bool(caller.errors))
    assert str(caller.errors[0]) == "no"
    assert caller.results == []


def test_only_the_newest_of_a_topic_is_answered(
    qtbot: QtBot, executor: Executor, caller: Caller
) -> None:
    go = threading.Event()
    stopped: list[str] = []

    def slow(ticket: Ticket) -> str:
        go.wait(10)
        try:
            ticket.progress(1, 2)
        except Cancelled:
            stopped.append("slow")
            raise
        return "slow"

    executor.submit("t", slow, caller.done, caller.failed)
    executor.submit("t", lambda _: "never begun", caller.done, caller.failed)
    executor.submit("other", lambda _: "other", caller.done, caller.failed)
    executor.submit("t", lambda _: "newest", caller.done, caller.failed)
    go.set()
    qtbot.waitUntil(lambda: len(caller.results) == 2)
    assert sorted(caller.results) == ["newest", "other"]
    assert caller.errors == []
    assert stopped == ["slow"]


def test_a_long_topic_does_not_keep_another_waiting(
    qtbot: QtBot, executor: Executor, caller: Caller
) -> None:
    go = threading.Event()
    executor.submit("long", lambda _: go.wait(10), caller.done, caller.failed)
    executor.submit("short", lambda _: "answered", caller.done, caller.failed)
    qtbot.waitUntil(lambda: caller.results == ["answered"])
    go.set()
    qtbot.waitUntil(lambda: len(caller.results) == 2)


def test_progress_is_told_once_a_percent(qtbot: QtBot, executor: Executor, caller: Caller) -> None:
    def work(ticket: Ticket) -> str:
        for step in range(1000):
            ticket.progress(step, 1000)
        return "done"

    executor.submit("t", work, caller.done, caller.failed, caller.told)
    qtbot.waitUntil(lambda: bool(caller.results))
    assert len(caller.progress) == 100
    assert caller.progress == sorted(caller.progress)


def test_shutting_down_ends_what_is_under_way(executor: Executor, caller: Caller) -> None:
    begun = threading.Event()

    def endless(ticket: Ticket) -> None:
        step = 0
        while True:
            begun.set()
            step += 1
            ticket.progress(step, 10**9)

    executor.submit("t", endless, caller.done, caller.failed)
    assert begun.wait(10)
    executor.shut_down()
    assert not executor.busy("t")
