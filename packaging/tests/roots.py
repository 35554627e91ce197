"""A fresh Debian root, the people in it, and commands that they run."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from report import REPOSITORY, Report

_SCRIPT = REPOSITORY / "packaging" / "tests" / "root.sh"
_LIVE = REPOSITORY / "build" / "installers" / "roots" / "live"
_PATH = "/usr/local/bin:/usr/bin:/bin"
# What changes with every installation of anything, by dpkg, apt and what they call.
_OTHERS = (
    "proc/", "sys/", "dev/", "run/", "tmp/", "home/", "root/", "var/lib/dpkg/", "var/lib/apt/",
    "var/log/", "var/cache/apt/", "var/cache/debconf/", "var/cache/ldconfig/", "etc/ld.so.cache",
    "etc/resolv.conf", "etc/hosts",
)  # fmt: skip


class Person(NamedTuple):
    """Somebody with an account in the root."""

    name: str
    number: int
    home: str

    def environment(self, display: str = "") -> dict[str, str]:
        """What a session gives to a program."""
        values = {
            "HOME": self.home,
            "USER": self.name,
            "LOGNAME": self.name,
            "SHELL": "/bin/sh",
            "PATH": _PATH,
            "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": f"/run/user/{self.number}",
        }
        return values | ({"DISPLAY": display} if display else {})


VIEWER = Person("viewer", 1000, "/home/viewer")
HAN = Person("reader", 1001, "/home/赵 钱 李 Müller")
ROOT = Person("root", 0, "/root")


class Root:
    """A fresh root, alive between `with` and its end; then nothing of it is left."""

    def __init__(self, report: Report, release: str) -> None:
        self.report = report
        self.release = release
        self.folder = _LIVE / report.name
        self._holder: subprocess.Popen[str] | None = None
        self._inside = 0

    def __enter__(self) -> Self:
        shutil.rmtree(self.folder, ignore_errors=True)
        script = ["sh", str(_SCRIPT)]
        made = subprocess.run(
            [*script, "unpack", self.release, str(self.folder)],
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            raise RuntimeError(made.stderr.strip() or "The root could not be made.")
        # Lives as long as this process; when it is gone, so are its mounts and processes.
        waiting = [*script, "run", str(self.folder), "sh", "-c", "echo ready; exec sleep infinity"]
        self._holder = subprocess.Popen(waiting, stdout=subprocess.PIPE, text=True)
        assert self._holder.stdout is not None
        if self._holder.stdout.readline() != "ready\n":
            raise RuntimeError("The root could not be entered.")
        self._inside = children(self._holder.pid)[0]
        for person in (VIEWER, HAN):
            self.must(
                f"useradd --create-home --shell /bin/sh --uid {person.number} "
                f"--home-dir {shlex.quote(person.home)} {person.name} && "
                f"mkdir -p -m 755 /run/user && "
                f"install -d -m 700 -o {person.name} -g {person.name} /run/user/{person.number}"
            )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._holder is not None:
            self._holder.kill()
            self._holder.wait()
        # What apt was bound to from outside was unmounted with the namespace.
        shutil.rmtree(self.folder, ignore_errors=True)

    def command(
        self, words: Sequence[str], person: Person, environment: Mapping[str, str]
    ) -> list[str]:
        """The command, as it has to be called from outside."""
        entering = ["nsenter", f"--target={self._inside}", "--mount", "--pid", "--root", "--wd"]
        values = [f"{name}={value}" for name, value in environment.items()]
        who = ["setpriv", f"--reuid={person.number}", f"--regid={person.number}", "--clear-groups"]
        # `cd` fails where the home is not there; the program must start all the same.
        going = ["sh", "-c", 'cd "$HOME" 2>/dev/null; exec "$@"', "sh"]
        return [*entering, *who, "env", "-i", *values, *going, *words]

    def run(
        self,
        line: str,
        person: Person = ROOT,
        *,
        display: str = "",
        **more: str,
    ) -> subprocess.CompletedProcess[str]:
        """Run a line of shell by somebody. Never raises for its status."""
        environment = person.environment(display) | more
        if person is ROOT:
            environment |= {"PATH": f"/usr/sbin:/sbin:{_PATH}", "DEBIAN_FRONTEND": "noninteractive"}
        self.report.say(f"{person.name}$ {line}")
        done = subprocess.run(
            self.command(["sh", "-c", line], person, environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=900,
            check=False,
        )
        for text in (done.stdout, done.stderr):
            if text:
                self.report.say(text if len(text) < 6000 else f"{text[:3000]}\n...\n{text[-3000:]}")
        self.report.say(f"[{done.returncode}]")
        return done

    def must(self, line: str, person: Person = ROOT, *, display: str = "", **more: str) -> str:
        """Run a line; its output. Raises with what it said unless it ends with 0."""
        done = self.run(line, person, display=display, **more)
        if done.returncode:
            said = (done.stderr.strip() or done.stdout.strip()).splitlines() or ["nothing"]
            raise AssertionError(f"status {done.returncode} of `{line}`, which said: {said[-1]}")
        return done.stdout

    def path(self, inside: str) -> Path:
        """A file of the root, from outside (but for /tmp and /run, which are not on the disk)."""
        return self.folder / inside.lstrip("/")

    def files(self) -> set[str]:
        """Everything in the root but people's own and the books of dpkg and apt."""
        found = set()
        for folder, folders, names in os.walk(self.folder):
            inside = os.path.relpath(folder, self.folder)
            prefix = "" if inside == "." else f"{inside}/"
            folders[:] = [name for name in folders if not f"{prefix}{name}/".startswith(_OTHERS)]
            found |= {f"{prefix}{name}" for name in (*names, *folders)}
        return {name for name in found if not name.startswith(_OTHERS)}

    def share(self, file: Path) -> str:
        """Put a file into the root; its path there."""
        place = self.path("/opt/given")
        place.mkdir(parents=True, exist_ok=True)
        place.chmod(0o755)
        shutil.copyfile(file, place / file.name)
        return f"/opt/given/{file.name}"


def children(process: int) -> list[int]:
    """The process numbers of a process's children."""
    text = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(word) for word in text.split()]
