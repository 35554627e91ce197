"""The viewport of a scroll area, without the price of the first call of `viewport()`.

`viewport()` promises any QWidget, so PySide looks for the class of what comes back and readies
every widget class for it: about 10 ms in each process. Found by its class and name (Qt's own,
unchanged since Qt 4), it costs nothing, and `viewport()` afterwards neither.
"""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def viewport_of(area: QAbstractScrollArea) -> QWidget:
    """What `area.viewport()` answers. The caller keeps it, so that it stays known to Python."""
    found = area.findChild(QWidget, "qt_scrollarea_viewport")
    return found if found is not None else area.viewport()
