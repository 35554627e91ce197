"""Find on the page: the strip below it, and the marks that stand instead of the search's."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from treatyviewer.gui.actions import shortcut_text
from treatyviewer.gui.services.page_find import Sought
from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.detail_pane import DetailPane
from treatyviewer.gui.widgets.find_bar import FindBar
from treatyviewer.gui.widgets.hit_ticks import HitTicks


class FindController(QObject):
    """Made when something is first to be found; keeps the strip in step with the pane."""

    def __init__(self, pane: DetailPane, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self.is_open = False
        self.bar = FindBar(theme, shortcut_text("next-hit"), shortcut_text("previous-hit"))
        self.ticks = HitTicks(pane, theme)
        self.ticks.hide()
        self.bar.sought_changed.connect(self._seek)
        self.bar.next_requested.connect(pane.next_mark)
        self.bar.previous_requested.connect(pane.previous_mark)
        self.bar.closed.connect(self.close)
        pane.marks_changed.connect(self._show)

    @Slot()
    def open(self) -> None:
        """Bring the strip into view, with what is selected on the page as what is sought."""
        selected = self._pane.textCursor().selectedText().replace("\u2029", "\n")
        self.is_open = True
        self._pane.foot.lend(self.bar)
        if selected.strip() and "\n" not in selected:
            self.bar.field.setText(selected)
        self._seek()
        self.bar.field.setFocus()
        self.bar.field.selectAll()

    @Slot()
    def close(self) -> None:
        """Put the strip away, and stay where one is; what the search had marked is marked again."""
        if not self.is_open:
            return
        self.is_open = False
        self.ticks.hide()
        self._pane.seek(None)
        self._pane.foot.lend(None)
        self._pane.setFocus()

    @Slot()
    def _seek(self) -> None:
        if self.is_open:
            self._pane.seek(Sought(self.bar.field.text(), case=self.bar.case.isChecked()).find)

    @Slot()
    def _show(self) -> None:
        if self.is_open:
            self.bar.show_place(self._pane.current_mark, self._pane.mark_count)
            self.ticks.setVisible(self._pane.mark_count > 0)
            self.ticks.refresh()
