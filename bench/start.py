"""Time from the start of the process to the first paint of the window with the entry on it.

As a ratio to a bare PySide6 window, the two started in turn in one run, and the proportional
memory (PSS) of each at that moment:

    python bench/start.py
    python bench/start.py --rounds 30 --platform offscreen
    python bench/start.py --command /usr/bin/treatyviewer

A command is timed by the line that it writes to the file descriptor in TREATYVIEWER_TIMING_FD.
Quote the ratios: times in milliseconds are this machine's.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import select
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
LIMIT_SECONDS = 60


def measure(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float]:
    """Start a command once: milliseconds until it can be read, and its PSS in MB then."""
    listening, telling = os.pipe()
    try:
        began = time.perf_counter()
        process = subprocess.Popen(
            command,
            env=environment | {"TREATYVIEWER_TIMING_FD": str(telling)},
            pass_fds=(telling,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        ready, _, _ = select.select([listening], [], [], LIMIT_SECONDS)
        took = (time.perf_counter() - began) * 1000
        if not ready:
            process.kill()
            said = process.communicate()[1].decode(errors="replace")
            raise SystemExit(f"{shlex.join(command)} did not show a window.\n{said}")
        memory = pss(process.pid)
        process.kill()
        process.communicate()
        return took, memory
    finally:
        os.close(listening)
        os.close(telling)


def pss(process: int) -> float:
    """Proportional set size in MB (0 where the system does not tell)."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) for line in text.splitlines() if line[:4] == "Pss:") / 1024


@contextlib.contextmanager
def display(platform: str) -> Iterator[dict[str, str]]:
    """The environment for a platform; for xcb without a display an Xvfb is started."""
    environment = dict(os.environ, QT_QPA_PLATFORM=platform)
    # Without compiled files every start would compile the program: no user starts it so.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    # As when nobody has set anything or was anywhere before.
    with tempfile.TemporaryDirectory() as folder:
        environment |= {"XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder}
        yield from _on_a_screen(platform, environment)


def _on_a_screen(platform: str, environment: dict[str, str]) -> Iterator[dict[str, str]]:
    if platform != "xcb" or environment.get("DISPLAY"):
        yield environment
        return
    if shutil.which("Xvfb") is None:
        raise SystemExit("There is neither a display nor Xvfb; --platform offscreen needs none.")
    listening, telling = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(telling), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=(telling,),
        stderr=subprocess.DEVNULL,
    )
    try:
        number = os.read(listening, 16).decode().strip()
        yield environment | {"DISPLAY": f":{number}"}
    finally:
        server.terminate()
        server.wait()


def spread(values: Sequence[float]) -> str:
    """Least, middle and greatest."""
    return f"{min(values):7.2f} {statistics.median(values):7.2f} {max(values):7.2f}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=12, help="of each, in turn (12)")
    parser.add_argument("--platform", default="xcb", help="Qt's platform: xcb or offscreen (xcb)")
    parser.add_argument(
        "--command",
        nargs=argparse.REMAINDER,
        help="what to time instead of this checkout's program, with its arguments",
    )
    given = parser.parse_args()
    ours = given.command or [sys.executable, "-m", "treatyviewer"]
    bare = [sys.executable, str(HERE / "bare_window.py")]
    times: dict[str, list[float]] = {"bare window": [], "ours": []}
    memory: dict[str, list[float]] = {"bare window": [], "ours": []}
    with display(given.platform) as environment:
        for number in range(-2, given.rounds):
            for name, command in (("bare window", bare), ("ours", ours)):
                took, used = measure(command, environment)
                if number >= 0:
                    times[name].append(took)
                    memory[name].append(used)
    print(f"{given.rounds} rounds in turn after 2 to warm up, platform {given.platform}")
    print("                       least  middle greatest")
    for name in times:
        print(f"{name:12s} time ms {spread(times[name])}")
        print(f"{name:12s} PSS MB  {spread(memory[name])}")
    pairs = list(zip(times["ours"], times["bare window"], strict=True))
    print(f"ratio of time, by pair {spread([a / b for a, b in pairs])}")
    print(f"ratio of the least times        {min(times['ours']) / min(times['bare window']):.3f}")
    middle = statistics.median
    ratio = middle(memory["ours"]) / middle(memory["bare window"])
    print(f"ratio of memory (PSS)           {ratio:.3f}")


if __name__ == "__main__":
    main()
