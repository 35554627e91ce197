"""What a second start leaves for the program that runs."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from treatyviewer.entry.address import parse
from treatyviewer.paths import state_folder
from treatyviewer.running import handover, program
from treatyviewer.running.handover import Request, hand_over, take_all
from treatyviewer.running.lock import Lock, take

LINK = Request(at=parse("treaty:an-entry/one#c1-1"))


@pytest.fixture
def another() -> Iterator[Lock]:
    """Another program of our version holds the place."""
    lock = take(program.lock_file())
    assert lock is not None
    from treatyviewer import __version__

    lock.say(__version__)
    yield lock
    lock.release()
    program.leave()


def answered(request: Request) -> list[Request]:
    """What the other program takes, while a request is handed over."""
    taken: list[Request] = []

    def listen() -> None:
        until = time.monotonic() + 10
        while not taken and time.monotonic() < until:
            taken.extend(take_all())
            time.sleep(0.005)

    listener = threading.Thread(target=listen)
    listener.start()
    assert hand_over(request, patience=10)
    listener.join()
    return taken


@pytest.mark.parametrize(
    "request_",
    [
        LINK,
        Request(),
        Request(Path("/a folder/条约 \udcff.treaty"), token="leave"),
        Request(Path("/x"), parse("x/y?ed=2")),
    ],
)
def test_it_comes_over_whole(another: Lock, request_: Request) -> None:
    assert program.stand() == program.SECOND
    assert answered(request_) == [request_]
    assert list(program.requests_folder().iterdir()) == []


def test_a_relative_path_means_the_same_over_there(
    another: Lock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert answered(Request(Path("x.treaty"))) == [Request(tmp_path / "x.treaty")]


def test_without_an_answer_it_is_withdrawn(another: Lock) -> None:
    assert not hand_over(LINK, patience=0.05)
    assert take_all() == []
    assert program.stand() == program.SECOND


def test_when_the_other_one_ends_meanwhile_its_place_is_taken(another: Lock) -> None:
    threading.Timer(0.1, another.release).start()
    assert not hand_over(LINK, patience=10)
    assert program.stand() == program.FIRST
    assert take_all() == []


def test_another_version_is_not_asked(another: Lock) -> None:
    another.say("0.0.1")
    assert not hand_over(LINK, patience=10)


def test_where_nothing_can_be_left_nothing_is_handed_over(another: Lock) -> None:
    program.requests_folder().write_text("", encoding="utf-8")
    assert not hand_over(LINK, patience=10)
    assert take_all() == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        json.dumps({"path": 3, "at": None, "token": ""}),
        json.dumps({"path": None, "at": "No Address!", "token": ""}),
        json.dumps({"path": None, "at": None, "token": None}),
    ],
)
def test_what_is_no_request_is_taken_away_and_forgotten(text: str) -> None:
    folder = program.requests_folder()
    folder.mkdir(parents=True)
    (folder / "1.request").write_text(text, encoding="utf-8")
    assert take_all() == []
    assert list(folder.iterdir()) == []


def test_what_was_given_up_long_ago_is_not_opened() -> None:
    folder = program.requests_folder()
    folder.mkdir(parents=True)
    file = folder / "1.request"
    file.write_text(handover._written(LINK), encoding="ascii")
    os.utime(file, (1, 1))
    assert take_all() == []
    assert not file.exists()


def test_who_cannot_have_a_lock_is_for_himself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "file"))
    assert program.stand() == program.UNKNOWN


def test_each_screen_has_its_own_program(monkeypatch: pytest.MonkeyPatch) -> None:
    files = set()
    for display in ("", ":0", ":1", "../../../etc"):
        monkeypatch.setenv("DISPLAY", display)
        files.add(program.lock_file())
        assert program.lock_file().parent == state_folder()
    assert len(files) == 4
