"""The marks on the page: the strip below it and the ticks beside it, while there are any."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from treatyviewer.gui.actions import shortcut_text
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.detail_pane import DetailPane
from treatyviewer.gui.widgets.hit_bar import HitBar
from treatyviewer.gui.widgets.hit_ticks import HitTicks


class HitsController(QObject):
    """Made with the first answer; keeps the strip and the ticks in step with the pane."""

    closed = Signal()

    def __init__(self, pane: DetailPane, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self.bar = HitBar(theme, shortcut_text("next-hit"), shortcut_text("previous-hit"))
        self.ticks = HitTicks(pane, theme)
        self.bar.next_requested.connect(pane.next_mark)
        self.bar.previous_requested.connect(pane.previous_mark)
        self.bar.closed.connect(self.closed)
        pane.foot.set(self.bar)
        pane.marks_changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        pane, bar = self._pane, self.bar
        count = pane.mark_count
        bar.show_place(pane.current_mark, count)
        # The one with the keys must not vanish with them.
        focused = QApplication.focusWidget()
        if not count and focused is not None and bar.isAncestorOf(focused):
            pane.setFocus()
        pane.foot.show(count > 0)
        self.ticks.setVisible(count > 0)
        self.ticks.refresh()
