"""The parts of bench/settled.py that run inside one program: sections, and scrolling."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from treatyviewer.gui.context import Context
from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.services.executor import Executor
from treatyviewer.gui.services.settings import Settings
from treatyviewer.gui.theme import Theme, qt_palette
from treatyviewer.gui.typography import Fonts
from treatyviewer.gui.widgets.page_document import build
from treatyviewer.library.values import Node
from treatyviewer.paths import resources, shipped_entry

FRAME_MS = 1000 / 60
HITS = 1000


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1])
    only = sys.argv[2] if len(sys.argv) > 2 else ""
    app = QApplication([sys.argv[0], "-style", "fusion"])
    theme = Theme("light")
    app.setPalette(qt_palette(theme.palette))
    sys.setswitchinterval(0.0005)
    if only != "scrolling":
        window = open_window(app, theme, shipped_entry())
        measure_sections(app, window, rounds)
        window.close()
    if only != "sections":
        with tempfile.TemporaryDirectory() as folder:
            long = open_window(app, theme, long_entry(Path(folder)))
            measure_scrolling(app, long)
            long.close()


def spread(values: Sequence[float]) -> str:
    """Least, middle and greatest."""
    return f"{min(values):7.2f} {statistics.median(values):7.2f} {max(values):7.2f}"


def open_window(app: QApplication, theme: Theme, path: Path) -> MainWindow:
    """A window in which the entry can be read."""
    fonts = Fonts(resources() / "fonts")
    window = MainWindow(Context(theme, fonts, Executor(), "en", Settings()))
    window.resize(1360, 860)
    window.show()
    window.open(path)
    wait(app, lambda: window.reading.place is not None)
    return window


def wait(app: QApplication, until: Callable[[], bool]) -> None:
    """Let the program work until something is so."""
    ends = time.perf_counter() + 60
    while not until():
        if time.perf_counter() > ends:
            raise SystemExit("The window did not become ready.")
        app.processEvents()


def measure_sections(app: QApplication, window: MainWindow, rounds: int) -> None:
    """Each section in turn: through the window, and as a bare document."""
    library = window.reading._library
    assert library is not None
    info = library.entries()[0]
    sections: list[Node] = list(library.sections(info))
    ratios: list[float] = []
    ours: list[float] = []
    whole: list[float] = []
    bare: list[float] = []
    for round_ in range(-2, rounds):
        for node in sections:
            # What followed the page before is done: the timeline, the page that is made ready.
            for _ in range(4):
                app.processEvents()
            began = time.perf_counter()
            window.reading.go(node.address)
            # The wish to paint is a posted event: the page is on the screen after it.
            app.sendPostedEvents()
            took = (time.perf_counter() - began) * 1000
            # Whatever follows the page, and what is made ready while somebody reads it.
            app.processEvents()
            total = (time.perf_counter() - began) * 1000
            alone = bare_document(window)
            if round_ >= 0:
                ours.append(took)
                whole.append(total)
                bare.append(alone)
                ratios.append(took / alone)
    print(f"section change, {rounds} rounds of {len(sections)}          least  middle greatest")
    print(f"  going there, painted, ms              {spread(ours)}")
    print(f"  with the panels that follow it, ms    {spread(whole)}")
    print(f"  the bare document of the same, ms     {spread(bare)}")
    print(f"  ratio (limit 1.5 in the middle)       {spread(ratios)}")


def bare_document(window: MainWindow) -> float:
    """Milliseconds to build and paint what the pane shows, without a window around it."""
    pane = window.pane
    view, formats = pane._view, pane._formats
    size = pane.size()
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    began = time.perf_counter()
    page = build(view, formats, pane)
    page.document.setTextWidth(pane.document().textWidth())
    painter = QPainter(image)
    page.document.drawContents(painter, QRectF(image.rect()))
    painter.end()
    took = (time.perf_counter() - began) * 1000
    page.document.deleteLater()
    return took


def long_entry(folder: Path) -> Path:
    """An entry whose only section has a megabyte of text and a thousand times one word."""
    sentence = (
        "The parties consulted each other on every question of importance that touched the common "
        "interest of both of them, as the sixth part of it says, and did so for some years. "
    )
    paragraphs = []
    for number in range(HITS):
        paragraphs.append(f"Paragraph {number} has a needle. {sentence * 6}")
    (folder / "sections").mkdir()
    (folder / "sections" / "one.md").write_text(
        "# Long\n\n" + "\n\n".join(paragraphs), encoding="utf-8"
    )
    (folder / "entry.toml").write_text(
        'id = "long-entry"\nedition = 1\nlicence = "CC0-1.0"\nkind = "text"\nlanguages = ["en"]\n'
        '[titles]\nen = "A long entry"\n'
        '[[parts]]\ntitle = "Text"\n[[parts.sections]]\nid = "one"\nnumber = "1"\n',
        encoding="utf-8",
    )
    return folder


def measure_scrolling(app: QApplication, window: MainWindow) -> None:
    """From the top of the page, 20 pixels at a time."""
    field = window.bar.search
    field.setText("needle")
    wait(app, lambda: window.pane.mark_count == HITS)
    bar = window.pane.verticalScrollBar()
    bar.setValue(0)
    wait(app, lambda: True)
    took: list[float] = []
    for step in range(600):
        began = time.perf_counter()
        bar.setValue(bar.value() + 20)
        app.processEvents()
        if step >= 20:
            took.append((time.perf_counter() - began) * 1000)
    late = statistics.quantiles(took, n=20)[-1]
    print(f"scrolling by 20 pixels, {HITS} hits in 1 MB   least  middle greatest")
    print(f"  a step, painted, ms                   {spread(took)}")
    print(f"  95th percentile (limit {FRAME_MS:.1f})          {late:7.2f}")


if __name__ == "__main__":
    main()
