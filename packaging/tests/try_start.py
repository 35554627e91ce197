"""The start of the installed program beside the one from the virtual environment that it was made
of: by turns, on one screen, on this machine. At most as long, and not more memory.

usage: try_start.py PACKAGE.deb [ROUNDS]
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from report import REPOSITORY, Report, must, run

sys.path.insert(0, str(REPOSITORY))
import bench.start
from bench.start import display, measure, spread

_PYTHON = REPOSITORY / "build" / "installers" / "venv" / "bin" / "python"
_LIMIT = 1.0


class Taken:
    """Notes what a process had of the processors when `measure` asks how much memory it has."""

    def __init__(self) -> None:
        self.milliseconds = 0.0
        self._memory = bench.start.pss
        bench.start.pss = self

    def __call__(self, process: int) -> float:
        """The memory, as before."""
        own = Path(f"/proc/{process}/task").glob("*/schedstat")
        self.milliseconds = sum(int(one.read_text().split()[0]) for one in own) / 1e6
        return self._memory(process)


def peak(command: list[str], environment: dict[str, str], folder: Path) -> float:
    """The greatest resident size, in MB, of a window drawn with the answers of a search."""
    drawing = [*command, "--screenshot", str(folder / "peak.png"), "--query", "loans"]
    child = subprocess.Popen(drawing, env=environment)
    _, status, usage = os.wait4(child.pid, 0)
    must(status == 0, f"{command[0]} could not draw its window")
    used: resource.struct_rusage = usage
    return used.ru_maxrss / 1024


def main(report: Report) -> None:
    """Measure and compare."""
    package = Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    tree = report.folder / "installed"
    # Not installed on this machine, but where it lies makes no difference to it.
    subprocess.run(["dpkg-deb", "-x", package, tree], check=True)
    commands = {
        "installed": [str(tree / "usr/lib/treatyviewer/treatyviewer")],
        "environment": [str(_PYTHON), "-m", "treatyviewer"],
    }
    must(_PYTHON.exists(), f"{_PYTHON} is not there: sh packaging/setup.sh")
    times: dict[str, list[float]] = {name: [] for name in commands}
    memory: dict[str, list[float]] = {name: [] for name in commands}
    work: dict[str, list[float]] = {name: [] for name in commands}
    taken = Taken()
    peaks: dict[str, float] = {}
    with display("xcb") as environment:
        environment.pop("PYTHONPATH", None)
        # A cache of its own for each, as on two machines: they would undo each other's.
        places = {
            name: environment | {"XDG_CACHE_HOME": str(report.folder / f"cache-{name}")}
            for name in commands
        }
        for number in range(-2, rounds):
            for name, command in commands.items():
                took, used = measure(command, places[name])
                if number >= 0:
                    times[name].append(took)
                    memory[name].append(used)
                    work[name].append(taken.milliseconds)
        for name, command in commands.items():
            peaks[name] = peak(command, places[name], report.folder)
    for folder in (tree, *report.folder.glob("cache-*")):
        shutil.rmtree(folder)
    for name in commands:
        report.note(f"{name:11s} ms {spread(times[name])}  of them at work {spread(work[name])}")
        report.note(f"{name:11s} PSS MB {spread(memory[name])}")
    tell(report, times, work, memory, peaks)


def tell(
    report: Report,
    times: dict[str, list[float]],
    work: dict[str, list[float]],
    memory: dict[str, list[float]],
    peaks: dict[str, float],
) -> None:
    """The ratios and the verdicts."""
    ratio, least = _ratios(times)
    report.note(f"start, ratio by pair {ratio:.3f}, of the least times {least:.3f}")
    worked, worked_least = _ratios(work)
    report.note(f"processor time, ratio by pair {worked:.3f}, of the least {worked_least:.3f}")
    pss = statistics.median(memory["installed"]) / statistics.median(memory["environment"])
    report.note(f"PSS at that moment, ratio {pss:.3f}")
    report.note(f"peak of a search, MB: {peaks}, ratio {_of(peaks):.3f}")
    with report.test("the installed program starts at least as quickly as from the environment"):
        # What else the machine does adds time to both, more than they differ by. The least times
        # have the least of it, and the processor's time has none.
        must(
            min(ratio, least, worked) <= _LIMIT,
            f"{ratio:.3f} times as long, at the least {least:.3f}, {worked:.3f} times the work",
        )
    with report.test("it takes no more memory"):
        # By what is resident. PSS is told, but is no fair judge here: the environment's Python is
        # the one that runs this test, and so counts half.
        must(_of(peaks) <= 1.0, f"{_of(peaks):.3f} times as much at its peak")


def _ratios(values: dict[str, list[float]]) -> tuple[float, float]:
    """Installed to environment: the middle of the pairs, and the least to the least."""
    installed, environment = values["installed"], values["environment"]
    pairs = [a / b for a, b in zip(installed, environment, strict=True)]
    return statistics.median(pairs), min(installed) / min(environment)


def _of(peaks: dict[str, float]) -> float:
    return peaks["installed"] / peaks["environment"]


if __name__ == "__main__":
    must(len(sys.argv) in (2, 3), __doc__ or "")
    run("start", main)
