"""The application: Qt, the context, one window, and how it ends."""

from __future__ import annotations

import gc
import os
import signal
import sys
from types import TracebackType
from typing import TYPE_CHECKING

from treatyviewer.gui.options import Options

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def run(options: Options) -> int:
    """Show the window until it is closed, or draw it. Returns the exit status."""
    # Thousands of objects are made while the program starts, and none of them is garbage.
    gc.disable()
    if options.screenshot is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_SCALE_FACTOR"] = str(options.scale)
    from treatyviewer.gui.faststart import import_pyside

    import_pyside()
    from PySide6.QtWidgets import QApplication

    # The style by argument: `setStyle` would hand a QStyle to Python, whose enumerations take
    # 5 ms to make.
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("treatyviewer")
    app.setApplicationDisplayName("Treaty Viewer")
    app.setDesktopFileName("treatyviewer")
    return _Session(app, options).run()


# The exit status for a bug of ours, as on the command line.
_BUG = 70


class _Session:
    def __init__(self, app: QApplication, options: Options) -> None:
        from treatyviewer.gui.context import Context
        from treatyviewer.gui.main_window import MainWindow
        from treatyviewer.gui.services.executor import Executor
        from treatyviewer.gui.services.settings import Settings
        from treatyviewer.gui.theme import Theme
        from treatyviewer.gui.typography import Fonts
        from treatyviewer.paths import resources

        self._app = app
        self._options = options
        self._told = False
        # The interpreter hands over between threads every 0.5 ms instead of 5: painting calls
        # back into Python some hundred times, and each call may have to wait its turn.
        sys.setswitchinterval(0.0005)
        self._theme = Theme(options.theme)
        self._theme.changed.connect(self._colour)
        self._colour()
        fonts = Fonts(resources() / "fonts")
        self._context = Context(self._theme, fonts, Executor(), options.language, Settings())
        self._window = MainWindow(self._context)
        self._window.resize(*options.size)
        self._window.timeline.wanted = options.timeline

    def run(self) -> int:
        from PySide6.QtCore import QTimer

        sys.excepthook = self._report
        # Ctrl+C in the terminal ends the program at once: Python's own handler would wait for
        # the next event. Nothing is lost, for nothing is held back.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        window, options = self._window, self._options
        if options.screenshot is not None:
            from treatyviewer.gui.screenshot import Screenshot

            picture = Screenshot(self._app, window, options)
            picture.begin()
            status = self._app.exec()
            window.close()
            return status
        if "TREATYVIEWER_TIMING_FD" in os.environ:
            from treatyviewer.gui.timing import FirstPaint

            FirstPaint(window)
        window.ready.connect(window.show)
        window.open(options.path, options.at)
        if options.query:
            window.bar.search.setText(options.query)
        # A library that takes longer to prepare is waited for in the window.
        QTimer.singleShot(300, window, window.show)
        QTimer.singleShot(2000, _collect_garbage_again)
        status = self._app.exec()
        if window.failure is not None:
            print(f"treatyviewer: {window.failure}", file=sys.stderr)
            return window.failure.exit_status
        return status

    def _colour(self) -> None:
        from treatyviewer.gui.theme import qt_palette

        self._app.setPalette(qt_palette(self._theme.palette))

    def _report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """A bug of ours: written down and told, and the window stays."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMessageBox

        from treatyviewer.crash import report

        said = report(error)
        print(f"treatyviewer: {said}", file=sys.stderr)
        if self._options.screenshot is not None:
            # Nobody sees a box, and what was waited for may never come.
            self._app.exit(_BUG)
            return
        if self._told:
            # One box is enough; the reports are all kept.
            return
        self._told = True
        box = QMessageBox(QMessageBox.Icon.Warning, "Treaty Viewer", said, parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _collect_garbage_again() -> None:
    gc.freeze()
    gc.enable()
