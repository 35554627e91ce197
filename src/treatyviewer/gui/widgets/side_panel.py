"""The panel on the left: contents or results, one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from treatyviewer.gui.theme import Theme
from treatyviewer.gui.widgets.buttons import TabButton


class SidePanel(QWidget):
    """Two views under two tabs. The second one is asked for when it is first shown."""

    results_requested = Signal()

    def __init__(self, contents: QWidget, theme: Theme) -> None:
        super().__init__()
        self._results: QWidget | None = None
        self._contents = contents
        self._stops: Sequence[QWidget] = ()
        self.contents_tab = TabButton(self.tr("Contents"), theme)
        self.results_tab = TabButton(self.tr("Results"), theme)
        self.contents_tab.setChecked(True)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(12, 10, 12, 6)
        tabs.setSpacing(2)
        tabs.addWidget(self.contents_tab)
        tabs.addWidget(self.results_tab)
        tabs.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(contents)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addLayout(tabs)
        column.addWidget(self._stack, 1)
        self._tabs = tabs
        self.contents_tab.clicked.connect(self.show_contents)
        self.results_tab.clicked.connect(self.results_requested)
        # A screen reader toggles a tab where others click it.
        self.contents_tab.toggled.connect(self._contents_toggled)
        self.results_tab.toggled.connect(self._results_toggled)

    def set_results(self, results: QWidget, stops: Sequence[QWidget]) -> None:
        """The view behind the second tab, and where the Tab key stops in it."""
        self._results = results
        self._stops = stops
        self._stack.addWidget(results)
        # Tab goes on from it as it does from the contents.
        for before, after in pairwise([self._contents, *stops]):
            self.setTabOrder(before, after)

    def minimumSizeHint(self) -> QSize:
        """All tabs, in any language; what they show gives way."""
        return QSize(max(200, self._tabs.minimumSize().width()), 120)

    def focus_contents(self) -> None:
        """Give the contents the keys."""
        self._contents.setFocus()

    @property
    def stop(self) -> QWidget:
        """What of the view that is shown takes the keys; its tab, where nothing does."""
        if not self.shows_results:
            return self._contents
        able = [stop for stop in self._stops if stop.focusPolicy() != Qt.FocusPolicy.NoFocus]
        shown = [stop for stop in able if stop.isVisible()]
        return shown[-1] if shown else self.results_tab

    @property
    def shows_results(self) -> bool:
        """Whether the results are in view."""
        return self._results is not None and self._stack.currentWidget() is self._results

    @Slot()
    def show_contents(self) -> None:
        """Bring the contents into view."""
        self._stack.setCurrentWidget(self._contents)
        self.contents_tab.setChecked(True)

    @Slot(bool)
    def _contents_toggled(self, checked: bool) -> None:
        if checked:
            self.show_contents()

    @Slot(bool)
    def _results_toggled(self, checked: bool) -> None:
        if checked and not self.shows_results:
            self.results_requested.emit()

    def show_results(self) -> None:
        """Bring the results into view."""
        if self._results is not None:
            self._stack.setCurrentWidget(self._results)
            self.results_tab.setChecked(True)
