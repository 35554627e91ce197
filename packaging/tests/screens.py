"""A display, the program's window on it, and the hands and eyes of somebody who uses it."""

from __future__ import annotations

import contextlib
import os
import select
import shlex
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from report import Report, must
from roots import Person, Root, children

_LIMIT_SECONDS = 90
Answer = TypeVar("Answer")
_NAME = "Treaty Viewer$"
# Open to whoever is on this machine, to nobody else.
_SERVER = ("-ac", "-nolisten", "tcp", "-noreset")


class Screen:
    """An X display outside of the roots, so that they need nothing but the package."""

    def __init__(self, report: Report) -> None:
        self._report = report
        # Two servers that begin at the same moment may take the same number, and one ends.
        for _ in range(5):
            self._start()
            time.sleep(0.3)
            if self._server.poll() is None and self.tool("xdotool", "getdisplaygeometry"):
                return
            self.close()
        raise RuntimeError("Xvfb does not start.")

    def _start(self) -> None:
        listening, telling = os.pipe()
        with (self._report.folder / "xvfb.txt").open("a") as said:
            self._server = subprocess.Popen(
                ["Xvfb", "-displayfd", str(telling), "-screen", "0", "1600x1000x24", *_SERVER],
                pass_fds=(telling,),
                stderr=said,
            )
        os.close(telling)
        # To the end of the line: it is written in two parts, and the server gives up if the second
        # cannot be.
        with os.fdopen(listening) as told:
            self.display = f":{told.readline().strip()}"

    def close(self) -> None:
        """Switch it off."""
        self._server.terminate()
        self._server.wait()

    def tool(self, *words: str) -> str:
        """Run a tool of X; its output, "" where it found nothing."""
        done = subprocess.run(
            words,
            env=os.environ | {"DISPLAY": self.display},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        # What is asked again and again would drown the rest.
        if words[1] not in ("search", "getwindowname"):
            self._report.say(f"x$ {shlex.join(words)} [{done.returncode}] {done.stderr.strip()}")
        return done.stdout.strip() if done.returncode == 0 else ""

    def windows(self) -> list[str]:
        """The numbers of the program's windows in view."""
        return self.tool("xdotool", "search", "--onlyvisible", "--name", _NAME).split()

    def title(self, window: str) -> str:
        """What a window is called now."""
        return self.tool("xdotool", "getwindowname", window)

    def keys(self, window: str, *keys: str) -> None:
        """Press keys in a window, one after another."""
        self.tool("xdotool", "windowfocus", "--sync", window)
        for key in keys:
            self.tool("xdotool", "key", "--clearmodifiers", key)
            time.sleep(0.15)

    def type(self, window: str, text: str) -> None:
        """Type a text in a window."""
        self.tool("xdotool", "windowfocus", "--sync", window)
        self.tool("xdotool", "type", "--delay", "40", text)

    def picture(self, name: str) -> Path:
        """What is on the screen, as a picture in the report's folder."""
        file = self._report.folder / f"{name}.png"
        self.tool("import", "-window", "root", str(file))
        must(file.is_file(), "no picture could be taken of the screen")
        return file


class Running:
    """The program, started by somebody in a root, with its window in view."""

    def __init__(self, root: Root, screen: Screen, person: Person, words: Sequence[str]) -> None:
        self._root = root
        self._screen = screen
        before = set(screen.windows())
        listening, telling = os.pipe()
        environment = person.environment(screen.display) | {"TREATYVIEWER_TIMING_FD": str(telling)}
        self._said = root.report.folder / "said.txt"
        root.report.say(f"{person.name}$ {shlex.join(words)} &")
        with self._said.open("w") as said:
            self.process = subprocess.Popen(
                root.command(words, person, environment),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                pass_fds=(telling,),
            )
        os.close(telling)
        # The program tells when the page with the entry on it has been painted. The pipe is at
        # its end when the program is gone.
        select.select([listening], [], [], _LIMIT_SECONDS)
        told = os.read(listening, 64) if select.select([listening], [], [], 0)[0] else b""
        os.close(listening)
        if not told:
            self.kill()
            raise AssertionError(f"no page was shown; the program said: {self.said() or 'nothing'}")
        self.window = eventually(
            lambda: next(iter(set(screen.windows()) - before), ""), "no window came up"
        )

    def said(self) -> str:
        """What it wrote to its terminal."""
        return self._said.read_text(encoding="utf-8", errors="replace").strip()

    def title(self) -> str:
        """The window's title."""
        return self._screen.title(self.window)

    def quit(self) -> None:
        """End it as a reader does, and look that it ended well."""
        self._screen.keys(self.window, "ctrl+q")
        try:
            status = self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError("the program did not end when it was asked to") from None
        said = self.said()
        self._root.report.say(f"[{status}] {said}")
        must(status == 0, f"the program ended with {status} and said: {said}")
        must("Traceback" not in said, "the program wrote a traceback to its terminal")

    def kill(self) -> None:
        """End it in any case."""
        for child in children(self.process.pid) if self.process.poll() is None else []:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        self.process.kill()
        self.process.wait()
        # Another window may get the number of this one.
        eventually(lambda: "" if self._screen.windows() else "gone", "its window stayed")


@contextlib.contextmanager
def shown(root: Root, screen: Screen, person: Person, words: Sequence[str]) -> Iterator[Running]:
    """The program with its window in view; ended afterwards, if it has not ended by then."""
    running = Running(root, screen, person, words)
    try:
        yield running
    except BaseException:
        screen.picture(f"failed-{time.strftime('%H%M%S')}")
        root.report.say(f"The program said: {running.said()}")
        raise
    finally:
        if running.process.poll() is None:
            running.kill()


def eventually(ask: Callable[[], Answer], otherwise: str, seconds: float = 20) -> Answer:
    """The first answer that is not empty."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = ask()
        if answer:
            return answer
        time.sleep(0.2)
    raise AssertionError(otherwise)
