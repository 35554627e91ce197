"""The strip below a page: the hits of a search, or what stands in their place for a while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from treatyviewer.gui.widgets.tab_order import put_after


class PageFoot:
    """Knows which strip is shown; the page makes room for it when `lay_out` is called."""

    def __init__(self, page: QWidget, lay_out: Callable[[], None]) -> None:
        self._page = page
        self._lay_out = lay_out
        self._usual: QWidget | None = None
        self._shown = False
        self._other: QWidget | None = None

    def set(self, strip: QWidget) -> None:
        """What stands below the text when it is shown."""
        self._usual = strip
        strip.setParent(self._page)
        put_after(self._page, strip)
        strip.hide()

    def show(self, shown: bool) -> None:
        """Show it, or put it away."""
        if shown != self._shown:
            self._shown = shown
            self._lay_out()

    def lend(self, strip: QWidget | None) -> None:
        """Show another strip in its place until None is given."""
        if self._other is not None:
            self._other.hide()
        if strip is not None:
            strip.setParent(self._page)
            put_after(self._page, strip)
        self._other = strip
        self._lay_out()

    @property
    def height(self) -> int:
        """How much room the strip wants, 0 where there is none."""
        strip = self._strip
        return strip.sizeHint().height() if strip is not None else 0

    def place(self, left: int, width: int) -> None:
        """Lay the strip below the column of the page."""
        strip = self._strip
        if self._usual is not None:
            self._usual.setVisible(strip is self._usual)
        if strip is not None:
            height = strip.sizeHint().height()
            strip.setGeometry(left, self._page.height() - height, width, height)
            strip.show()

    @property
    def _strip(self) -> QWidget | None:
        return self._other or (self._usual if self._shown else None)
