"""The real window drawn into a file, without a display."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QMessageLogContext,
    QObject,
    QPoint,
    QRect,
    Qt,
    QTimer,
    QtMsgType,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from treatyviewer.gui.main_window import MainWindow
from treatyviewer.gui.options import Options
from treatyviewer.paths import shipped_entry

_PATIENCE_MS = 60_000
# What was opened may lay itself out in several turns.
_OPENS_MS = 100


class Screenshot(QObject):
    """Waits until the window shows what was asked for, saves it, and ends the program."""

    def __init__(self, app: QApplication, window: MainWindow, options: Options) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        self._options = options

    def begin(self) -> None:
        """Open the library; the rest follows."""
        qInstallMessageHandler(_say)
        self._window.readable.connect(self._readable)
        self._window.show()
        self._window.open(self._options.path or shipped_entry(), self._options.at)

    @Slot()
    def _readable(self) -> None:
        self._window.readable.disconnect(self._readable)
        if self._options.query and self._window.failure is None:
            # An answer comes at once, or something is wrong that would keep us here for ever.
            QTimer.singleShot(_PATIENCE_MS, self, self._give_up)
            searching = self._window.searching
            searching.settled.connect(self._answered)
            self._window.bar.search.setText(self._options.query)
            if self._options.at is None:
                searching.go()
        else:
            QTimer.singleShot(0, self, self._show_view)

    @Slot()
    def _show_view(self) -> None:
        if self._options.view:
            self._window.actions_by_id[self._options.view].trigger()
        QTimer.singleShot(_OPENS_MS if self._options.view else 0, self, self._save)

    @Slot()
    def _answered(self) -> None:
        self._window.searching.settled.disconnect(self._answered)
        QTimer.singleShot(0, self, self._gone_to)

    @Slot()
    def _gone_to(self) -> None:
        # Panels that were opened for the hit are laid out in the next turn.
        QTimer.singleShot(0, self, self._show_view)

    @Slot()
    def _give_up(self) -> None:
        print("treatyviewer: The search was not answered.", file=sys.stderr)
        self._app.exit(2)

    @Slot()
    def _save(self) -> None:
        file = self._options.screenshot
        status = 0
        problem = self._window.failure or self._window.reading.problem
        if problem is not None:
            print(f"treatyviewer: {problem}", file=sys.stderr)
            status = problem.exit_status
        if file is None or not self._write(file):
            print(
                f"treatyviewer: The picture cannot be written to “{file}”. "
                "Check the folder and its permissions.",
                file=sys.stderr,
            )
            status = 2
        self._app.exit(status)

    def _write(self, file: Path) -> bool:
        # Not by Qt: a path may have bytes that are no text, which Qt cannot name.
        buffer = QBuffer()
        if not self._picture().save(buffer, "PNG"):
            return False
        try:
            file.write_bytes(buffer.data().data())
        except OSError:
            return False
        return True

    def _picture(self) -> QPixmap:
        """The window, and over it the windows that it has opened: without a display nobody else
        puts them there.
        """
        window = self._window
        # Asked for its size, the page is laid out to its end; it would tell the scroll bar so some
        # moments later.
        page = window.pane.document()
        page.documentLayout().documentSizeChanged.emit(page.size())
        picture = window.grab()
        painter = QPainter(picture)
        for other in self._app.topLevelWidgets():
            if other is window or other.isHidden() or other.parent() is None:
                continue
            at = other.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint())
            if other.windowType() == Qt.WindowType.Dialog:
                at = window.rect().center() - other.rect().center()
            painter.drawPixmap(at, other.grab())
            painter.setPen(window.palette().mid().color())
            painter.drawRect(QRect(at, other.size()).adjusted(-1, -1, 0, 0))
        painter.end()
        return picture


def _say(kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    """What Qt has to say, but that there is no display is what was wanted."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)
