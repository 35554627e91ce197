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

    from treatyviewer.gui.keeping import Keeping
    from treatyviewer.gui.main_window import MainWindow
    from treatyviewer.gui.receiving import Receiving
    from treatyviewer.gui.services.session import Session
    from treatyviewer.gui.services.settings import Settings


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


# In pixels at scale 1, where there was no window before.
_SIZE = (1360, 860)
# The exit status for a bug of ours, as on the command line.
_BUG = 70


class _Session:
    def __init__(self, app: QApplication, options: Options) -> None:
        from PySide6.QtCore import QSize

        from treatyviewer.gui.context import Context
        from treatyviewer.gui.i18n import install, wanted_language
        from treatyviewer.gui.services.executor import Executor
        from treatyviewer.gui.theme import Theme
        from treatyviewer.gui.typography import Fonts
        from treatyviewer.gui.windows import Windows
        from treatyviewer.paths import resources

        self._app = app
        self._options = options
        self._told = False
        self._not_kept = False
        self._receiving: Receiving | None = None
        # The interpreter hands over between threads every 0.5 ms instead of 5: painting calls
        # back into Python some hundred times, and each call may have to wait its turn.
        sys.setswitchinterval(0.0005)
        settings = _settings(options)
        self._theme = Theme(options.theme or settings.values.theme)
        self._theme.changed.connect(self._colour)
        self._colour()
        fonts = Fonts(resources() / "fonts")
        # A picture depends on nothing but the command line.
        given = options.language or ("" if options.screenshot is None else "en")
        language = wanted_language(given, settings.values.language)
        if not install(app, language):
            print("treatyviewer: The words of this language are missing.", file=sys.stderr)
        self._context = Context(self._theme, fonts, Executor(), language, settings)
        self._windows = Windows(self._context)
        self._session = self._make_session()
        self._keeping: Keeping | None = None
        self._window = self._windows.make(QSize(*(options.size or _SIZE)))
        self._window.timeline.wanted = options.timeline

        settings.changed.connect(self._speak)
        settings.failed.connect(self._tell_not_kept)

    def _speak(self, names: frozenset[str]) -> None:
        """Another language is wanted: at once, so all windows are made anew."""
        if "language" not in names:
            return
        from PySide6.QtCore import QTimer

        from treatyviewer.gui.i18n import relabel, wanted_language

        language = wanted_language("", self._context.settings.values.language)
        relabel(self._app, language)
        self._context = self._context._replace(language=language)
        # Not while the settings that it was chosen in are still at work.
        QTimer.singleShot(0, self._make_anew)

    def _make_anew(self) -> None:
        self._windows.make_anew(self._context)

    def _make_session(self) -> Session:
        """Where the reader was in the last one; nothing is kept of a picture."""
        from treatyviewer.gui.services.executor import Executor
        from treatyviewer.gui.services.session import Session
        from treatyviewer.paths import state_folder

        kept = self._options.screenshot is None and self._options.keeps
        # A thread of its own, which ends with the program and not with a window.
        session = Session(state_folder() / "session.json" if kept else None, Executor())
        session.failed.connect(self._tell_not_kept)
        return session

    def _keep(self) -> Keeping:
        """What keeps where the reader is: made when the last session is to come back, else after
        the first page was painted.
        """
        from treatyviewer.gui.keeping import Keeping

        if self._keeping is None:
            self._keeping = Keeping(self._windows, self._session)
        return self._keeping

    def _keep_soon(self) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, self._keep)

    def _tell_not_kept(self, error: OSError) -> None:
        """Settings or places cannot be kept: said once, however often it is so."""
        windows = self._windows.windows
        if self._not_kept or not windows:
            return
        self._not_kept = True
        active = self._app.activeWindow()
        window = next((one for one in windows if one is active), windows[0])
        window.dialogs.tell_not_kept(error)

    def run(self) -> int:
        from PySide6.QtCore import QTimer

        from treatyviewer.running.program import leave

        sys.excepthook = self._report
        # Ctrl+C in the terminal ends the program at once: Python's own handler would wait for
        # the next event. Nothing is lost, for nothing is held back.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        window, options = self._window, self._options
        if options.problem is not None:
            window.readable.connect(self._tell_problem)
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
        window.readable.connect(self._keep_soon)
        self._open(window)
        if options.query:
            window.bar.search.setText(options.query)
        # A library that takes longer to prepare is waited for in the window.
        QTimer.singleShot(300, window, window.show)
        QTimer.singleShot(2000, _settle)
        if options.keeps:
            # After the first picture. A library that takes longer to prepare is not waited for.
            window.readable.connect(self._receive_soon)
            QTimer.singleShot(1000, window, self._receive)
        status = self._app.exec()
        self._session.flush()
        # Another process may take over.
        leave()
        if window.failure is not None:
            print(f"treatyviewer: {window.failure}", file=sys.stderr)
            return window.failure.exit_status
        return status

    def _receive_soon(self) -> None:
        from PySide6.QtCore import QTimer

        self._window.readable.disconnect(self._receive_soon)
        QTimer.singleShot(0, self._receive)

    def _receive(self) -> None:
        if self._receiving is None:
            from treatyviewer.gui.receiving import Receiving

            self._receiving = Receiving(self._windows)

    def _tell_problem(self) -> None:
        """A link that was given cannot be followed."""
        from treatyviewer.gui.controllers.messages import bad_link

        self._window.readable.disconnect(self._tell_problem)
        problem = self._options.problem
        if problem is not None:
            self._window.reading.show_message(bad_link(problem))
            self._window.reading.problem = problem

    def _open(self, window: MainWindow) -> None:
        """What was named, else what was read last."""
        from PySide6.QtCore import QSize

        from treatyviewer.paths import shipped_entry

        options = self._options
        states = self._session.before()
        if options.path is not None or not states:
            if states and options.size is None:
                self._keep().frame(window, states[0])
            window.open(options.path or shipped_entry(), options.at)
        else:
            self._keep().restore(states, window, QSize(*options.size) if options.size else None)

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
        from treatyviewer.gui.i18n import translate
        from treatyviewer.running.program import was_replaced

        said = report(error)
        print(f"treatyviewer: {said}", file=sys.stderr)
        if was_replaced():
            said = translate(
                "Messages",
                "Treaty Viewer was updated while it ran, and cannot go on with parts of both "
                "versions. Close it and start it again; you will be where you are now.",
            )
        if self._options.screenshot is not None:
            # Nobody sees a box, and what was waited for may never come.
            self._app.exit(_BUG)
            return
        if self._told:
            # One box is enough; the reports are all kept.
            return
        self._told = True
        # Over the window where it happened, or any that is left.
        shown = self._app.activeWindow() or next(iter(self._windows.windows), None)
        box = QMessageBox(QMessageBox.Icon.Warning, "Treaty Viewer", said, parent=shown)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _settings(options: Options) -> Settings:
    from treatyviewer.gui.services.settings import Settings
    from treatyviewer.paths import settings_folder

    # A picture shows the window as it is when nobody has set anything.
    kept = options.screenshot is None
    return Settings(settings_folder() / "settings.json" if kept else None)


def _settle() -> None:
    """The start is over: garbage is collected again, and what tells of a bug is loaded while it is
    there. After an update it may not be, and that is when it is needed.
    """
    import treatyviewer.crash  # noqa: F401  to have it loaded

    gc.freeze()
    gc.enable()
