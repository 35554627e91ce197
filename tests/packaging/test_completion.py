"""Completion, as the shells themselves do it."""

from __future__ import annotations

import os
import pty
import select
import shlex
import shutil
import subprocess
import time
from pathlib import Path

import pytest

import completion
import program

# What is typed, and what must be among the proposals; "!" before what must not be.
CASES = [
    ("treatyviewer se", ["search"]),
    ("treatyviewer ", ["outline", "show", "search", "check", "pack", "unpack", "a.treaty"]),
    ("treatyviewer --th", ["--theme"]),
    ("treatyviewer --theme d", ["dark", "!light"]),
    ("treatyviewer search --ki", ["--kind"]),
    ("treatyviewer search --kind per", ["person", "!event"]),
    ("treatyviewer search loans --lang ", ["en", "zh", "ru", "!dark"]),
    ("treatyviewer search --queries ", ["q.jsonl", "folder", "!a.treaty"]),
    ("treatyviewer unpack ", ["a.treaty", "folder", "!b.txt", "!search"]),
    ("treatyviewer unpack --th", ["!--theme"]),
    ("treatyviewer pack ", ["folder", "!b.txt"]),
    ("treatyviewer check a.treaty ", ["a.treaty", "folder"]),
    ("treatyviewer --screenshot x.png pa", ["!pack"]),
]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with files of all kinds, and the scripts outside of it."""
    folder = tmp_path / "place"
    (folder / "folder").mkdir(parents=True)
    for name in ("a.treaty", "b.txt", "q.jsonl"):
        (folder / name).touch()
    made = tmp_path / "made"
    made.mkdir()
    commands = program.commands()
    (made / "treatyviewer").write_text(completion.bash(commands), encoding="utf-8")
    (made / "_treatyviewer").write_text(completion.zsh(commands), encoding="utf-8")
    (made / "treatyviewer.fish").write_text(completion.fish(commands), encoding="utf-8")
    return folder


def check(proposed: set[str], wanted: list[str], typed: str) -> None:
    for word in wanted:
        if word.startswith("!"):
            assert word[1:] not in proposed, f"{typed!r}: {proposed}"
        else:
            assert word in proposed, f"{typed!r}: {proposed}"


def run(place: Path, *command: str) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    environment = os.environ | {"HOME": str(place.parent), "LC_ALL": "C.UTF-8"}
    result = subprocess.run(
        command, cwd=place, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    return result.stdout


def test_bash(place: Path) -> None:
    for typed, wanted in CASES:
        words = typed.split(" ")
        listed = " ".join(shlex.quote(word) for word in words)
        script = (
            f"source ../made/treatyviewer; COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1};"
            '_treatyviewer; printf "%s\\n" "${COMPREPLY[@]}"'
        )
        check(set(run(place, "bash", "--norc", "-c", script).split("\n")), wanted, typed)


def test_fish(place: Path) -> None:
    for typed, wanted in CASES:
        script = f"source ../made/treatyviewer.fish; complete -C {shlex.quote(typed)}"
        told = run(place, "fish", "--no-config", "-c", script)
        proposed = {line.partition("\t")[0].rstrip("/") for line in told.split("\n")}
        check(proposed, wanted, typed)


ZSH_READY = """\
unsetopt beep prompt_sp; unset zle_bracketed_paste; PS1=
fpath=($PWD/../made $fpath); autoload -U compinit; compinit -u -D
zle-line-init() { print -n '<be''gun>' }; zle -N zle-line-init
"""


def test_zsh(place: Path) -> None:
    """There is no way to ask it but to type: what it lists is read from the screen."""
    if shutil.which("zsh") is None:
        pytest.skip("zsh is not installed")
    child, screen = pty.fork()
    if child == 0:
        os.chdir(place)
        os.environ.update(HOME=str(place.parent), TERM="dumb", COLUMNS="200", LC_ALL="C.UTF-8")
        os.execlp("zsh", "zsh", "-f", "-i")
    try:
        os.write(screen, ZSH_READY.encode())
        # Said by its editor when it begins: before that the terminal echoes what is typed.
        read_until(screen, "<begun>", 1, 10)
        for typed, wanted in CASES:
            # Ctrl+D lists and draws the line anew; where there is nothing to list, nothing comes.
            os.write(screen, typed.encode() + b"\x04")
            some = any(not word.startswith("!") for word in wanted)
            told = read_until(screen, "\n" + typed, 1, 10 if some else 0.5)
            listed = told.partition("\n")[2].rpartition("\n" + typed)[0]
            check({word.rstrip("/") for word in listed.split()}, wanted, typed)
            os.write(screen, b"\x15")
    finally:
        os.close(screen)
        os.waitpid(child, 0)


def read_until(screen: int, mark: str, times: int, seconds: float) -> str:
    """What it says until it has said something so many times, or for so long."""
    told, end = "", time.monotonic() + seconds
    while told.count(mark) < times and time.monotonic() < end:
        if select.select([screen], [], [], 0.05)[0]:
            told += os.read(screen, 65536).decode("utf-8", "replace")
    return told
