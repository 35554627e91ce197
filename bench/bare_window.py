"""The floor of the start: PySide6, a QApplication, one empty QWidget; nothing of ours.

Tells by the file descriptor in TREATYVIEWER_TIMING_FD when it has been painted.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Window(QWidget):
    """An empty window."""

    told = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once."""
        super().paintEvent(event)
        if not self.told:
            self.told = True
            QTimer.singleShot(0, self.tell)

    def tell(self) -> None:
        """The window is on the screen."""
        os.write(int(os.environ["TREATYVIEWER_TIMING_FD"]), b"readable\n")


app = QApplication(sys.argv)
window = Window()
window.resize(1360, 860)
window.show()
sys.exit(app.exec())
