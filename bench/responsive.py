"""Whether the window stays quick while a very large library is searched.

    python bench/search.py --sections 1000000 --folder build/bench    (makes the library)
    python bench/responsive.py build/bench/library-1000000.sqlite
    xvfb-run -a python bench/responsive.py build/bench/library-1000000.sqlite --platform xcb

The window is opened over the library. A timer of 16 ms ticks in it: first while nothing happens,
then while queries are typed into the search field, a letter every 80 ms. Tells the gaps between
ticks, and how long the dearest queries go on after they are cancelled.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import statistics
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

_TICK = 16
_KEY = 80
# Of the dearest queries that there are: very common words, phrases of them, beginnings.
DEAR = ("the", '"of the"', "the of and to in", "c", "的", "是的", "а и в", "th st co", "не на что")
_TYPED = (
    "military cooperation ", "economic development of", "война и мир ", "советский союз",
    "社会主义", "经济", "the people of the ", "international relat", "government treety ",
    '"the people"',
)  # fmt: skip


def ticks(library: Path, idle: float, busy: float) -> tuple[list[float], list[float], int]:
    """The gaps in milliseconds while idle and while queries run, and how many were answered."""
    from treatyviewer.gui.faststart import import_pyside

    import_pyside()
    from PySide6.QtCore import QObject, Qt, QTimer, Slot
    from PySide6.QtWidgets import QApplication

    from treatyviewer.gui.context import Context
    from treatyviewer.gui.main_window import MainWindow
    from treatyviewer.gui.services.executor import Executor
    from treatyviewer.gui.services.settings import Settings
    from treatyviewer.gui.theme import Theme
    from treatyviewer.gui.typography import Fonts
    from treatyviewer.library.library import Library, connect
    from treatyviewer.paths import resources

    app = QApplication(["bench", "-style", "fusion"])
    # As the program itself does (gui/app.py): threads change over every 0.5 ms, and what was
    # made at the start is no garbage.
    sys.setswitchinterval(0.0005)
    gc.disable()
    context = Context(Theme("light"), Fonts(resources() / "fonts"), Executor(), "en", Settings())
    window = MainWindow(context)
    window.resize(1360, 860)
    window.show()
    window.opening.opened.emit(Library(str(library), connect(str(library))))

    class Clock(QObject):
        """Notes the gaps, and types."""

        def __init__(self) -> None:
            super().__init__()
            self.gaps: dict[str, list[float]] = {"idle": [], "busy": []}
            self.answers = 0
            self.typed: list[str] = []
            self._last = time.perf_counter()
            self._began = self._last
            self._query, self._letters = 0, 0
            self._typing = QTimer(self)
            self._typing.setInterval(_KEY)
            self._typing.timeout.connect(self._type)
            self._timer = QTimer(self)
            self._timer.setTimerType(Qt.TimerType.PreciseTimer)
            self._timer.setInterval(_TICK)
            self._timer.timeout.connect(self._tick)
            window.searching.settled.connect(self._settled)
            self._timer.start()

        @Slot()
        def _tick(self) -> None:
            now = time.perf_counter()
            spent = now - self._began
            if spent >= 1 and not gc.isenabled():
                gc.freeze()
                gc.enable()
            # The first second belongs to the window's start.
            if 1 < spent < 1 + idle:
                self.gaps["idle"].append((now - self._last) * 1000)
            elif spent >= 1 + idle:
                if not self._typing.isActive():
                    self._typing.start()
                if spent > 3 + idle:
                    self.gaps["busy"].append((now - self._last) * 1000)
                    self.typed.append(window.bar.search.text())
                if spent > 3 + idle + busy:
                    self._typing.stop()
                    self._timer.stop()
                    window.close()
                    app.quit()
            self._last = now

        @Slot()
        def _settled(self) -> None:
            self.answers += 1

        @Slot()
        def _type(self) -> None:
            texts = (*_TYPED, *DEAR)
            text = texts[self._query % len(texts)]
            self._letters += 1
            window.bar.search.setText(text[: self._letters])
            if self._letters >= len(text):
                self._query, self._letters = self._query + 1, 0

    clock = Clock()
    app.exec()
    longest = sorted(zip(clock.gaps["busy"], clock.typed, strict=True), reverse=True)[:5]
    print("longest gaps: " + ", ".join(f"{gap:.1f} ({text})" for gap, text in longest))
    return clock.gaps["idle"], clock.gaps["busy"], clock.answers


def cancelled(library: Path) -> dict[str, float]:
    """For each of the dearest queries, how many milliseconds it goes on after an interrupt."""
    from treatyviewer.errors import Cancelled
    from treatyviewer.library.finder import Finder
    from treatyviewer.library.library import Library, connect

    took: dict[str, float] = {}
    for query in DEAR:
        one = Library(str(library), connect(str(library)))
        finder = Finder(one)
        ended: list[float] = []

        def work(finder: Finder = finder, query: str = query, ended: list[float] = ended) -> None:
            with contextlib.suppress(Cancelled):
                finder.find(query, limit=50, typing=True, counting=True)
            ended.append(time.perf_counter())

        thread = threading.Thread(target=work)
        thread.start()
        time.sleep(0.005)
        asked = time.perf_counter()
        one.interrupt()
        thread.join()
        took[query] = max(0.0, (ended[0] - asked) * 1000)
        one.close()
    return took


def _told(name: str, gaps: list[float]) -> None:
    cut = statistics.quantiles(gaps, n=100)
    print(
        f"{name}: {len(gaps)} ticks, p50 {cut[49]:.1f}, p99 {cut[98]:.1f}, most {max(gaps):.1f} ms"
    )


def main() -> int:
    """Measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("library", type=Path, metavar="LIBRARY.sqlite")
    parser.add_argument("--platform", default="offscreen")
    parser.add_argument("--idle", type=float, default=20, metavar="SECONDS")
    parser.add_argument("--busy", type=float, default=60, metavar="SECONDS")
    given = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = given.platform
    after = cancelled(given.library)
    worst = max(after, key=lambda query: after[query])
    print(f"longest after being cancelled: {after[worst]:.1f} ms ({worst})")
    idle, busy, answers = ticks(given.library, given.idle, given.busy)
    _told("idle", idle)
    _told(f"searching, {answers} answers", busy)
    return 0


if __name__ == "__main__":
    sys.exit(main())
