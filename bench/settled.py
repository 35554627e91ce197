"""From start to a readable page that no longer changes; from section to section; scrolling.

    python bench/settled.py                 all three
    python bench/settled.py --rounds 20 --only start

1. start: under Xvfb, whose picture lies in a file, the times of the first change of the screen (the
   first window) and of the last one within the next three seconds. Limit: 1.15 by pair.
2. sections: going to a section, painted, against building and painting the bare QTextDocument of
   the same blocks. Limit: 1.5.
3. scrolling: a step of 20 pixels in a page of 1 MB with 1,000 marked hits, painted. Limit: the 95th
   percentile under one frame, 16.7 ms.
"""

from __future__ import annotations

import argparse
import mmap
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
_WATCHED_SECONDS = 3.0
_STEP_SECONDS = 0.001


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=12, help="of each (12)")
    parser.add_argument("--only", choices=("start", "sections", "scrolling"))
    given = parser.parse_args()
    if given.only in (None, "start"):
        measure_start(given.rounds)
    if given.only in (None, "sections", "scrolling"):
        from bench.start import display

        # In a process of its own, on a display of its own.
        inside = [sys.executable, str(HERE / "settled_inside.py"), str(given.rounds)]
        if given.only:
            inside.append(given.only)
        with display("xcb") as environment:
            subprocess.run(inside, env=environment, check=True)


def measure_start(rounds: int) -> None:
    """Start the program again and again, and watch the screen."""
    ratios: list[float] = []
    firsts: list[float] = []
    lasts: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        listening, telling = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(telling), "-fbdir", folder, "-nolisten", "tcp", "-nocursor",
             "-screen", "0", "1600x1000x24"],
            pass_fds=(telling,),
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            number = os.read(listening, 16).decode().strip()
            screen = Path(folder, "Xvfb_screen0")
            for round_ in range(-2, rounds):
                first, last = watch(screen, f":{number}", folder)
                if round_ >= 0:
                    firsts.append(first)
                    lasts.append(last)
                    ratios.append(last / first)
        finally:
            server.terminate()
            server.wait()
    print(f"start, {rounds} rounds, xcb under Xvfb         least  middle greatest")
    print(f"  first change of the screen, ms        {spread(firsts)}")
    print(f"  last change of the screen, ms         {spread(lasts)}")
    print(f"  last by first (limit 1.15 in the middle) {spread(ratios)}")


def spread(values: Sequence[float]) -> str:
    """Least, middle and greatest."""
    return f"{min(values):7.2f} {statistics.median(values):7.2f} {max(values):7.2f}"


def watch(screen: Path, display: str, folder: str) -> tuple[float, float]:
    """Milliseconds from the start of the program to the first and the last change."""
    environment = dict(
        os.environ,
        QT_QPA_PLATFORM="xcb",
        DISPLAY=display,
        XDG_STATE_HOME=f"{folder}/state",
        XDG_CONFIG_HOME=f"{folder}/config",
    )
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with screen.open("rb") as file, mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as picture:
        settle(picture)
        seen = picture[:]
        first = last = 0.0
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "treatyviewer"], env=environment, stderr=subprocess.PIPE
        )
        try:
            while time.perf_counter() - began < (first or 10.0) + _WATCHED_SECONDS:
                now = picture[:]
                if now != seen:
                    last = time.perf_counter() - began
                    first = first or last
                    seen = now
                time.sleep(_STEP_SECONDS)
        finally:
            process.kill()
            said = process.communicate()[1].decode(errors="replace")
        if not first:
            raise SystemExit(f"Nothing was to be seen.\n{said}")
        settle(picture)
    return first * 1000, last * 1000


def settle(picture: mmap.mmap) -> None:
    """Wait until the screen has been as it is for a while: the window before is gone."""
    seen, since = picture[:], time.perf_counter()
    while time.perf_counter() - since < 0.3:
        time.sleep(0.02)
        now = picture[:]
        if now != seen:
            seen, since = now, time.perf_counter()


if __name__ == "__main__":
    main()
