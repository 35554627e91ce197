"""From a claim in the text to the evidence beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from treatyviewer.gui.context import Context
from treatyviewer.gui.widgets.detail_pane import DetailPane
from treatyviewer.gui.widgets.splitter import PanelSplitter
from treatyviewer.gui.widgets.tab_order import put_after

if TYPE_CHECKING:
    from treatyviewer.gui.widgets.evidence_panel import EvidencePanel
    from treatyviewer.library.library import Library
    from treatyviewer.library.values import Node

_WIDTH = 320


class EvidenceController(QObject):
    """Opens the panel for the claim that is wanted, and closes it when another page is read."""

    link_requested = Signal(str)
    # The address of the claim that is to be read next.
    claim_requested = Signal(object)
    # The pane of the panel, which is there now.
    text_made = Signal(object)

    def __init__(
        self,
        context: Context,
        pane: DetailPane,
        splitter: PanelSplitter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._pane = pane
        self._splitter = splitter
        self._panel: EvidencePanel | None = None
        self._claims: list[Node] = []
        self._at = 0

    @property
    def panel(self) -> EvidencePanel | None:
        """The panel while it is in view."""
        return self._panel if self._panel is not None and self._panel.isVisible() else None

    @property
    def claim(self) -> str:
        """The id of the claim whose evidence is in view, "" for none."""
        return self._claims[self._at].slug if self.panel is not None else ""

    def show(self, library: Library, claim: Node) -> None:
        """Show the evidence behind a claim, whose words are on the page."""
        from treatyviewer.gui.controllers.page_making import view_of
        from treatyviewer.library import things
        from treatyviewer.library.composing.labels import label

        language = self._context.language
        page = library.page(claim, language)
        self._claims = things.claim_nodes(library, page.entry)
        self._at = [node.id for node in self._claims].index(claim.id)
        verdict = things.thing(library, claim).verdict
        panel = self._made()
        panel.show_evidence(
            # Its title would be its words, which stand in the quotation.
            view_of(page, language, claim.address)._replace(title="", kicker="", subtitle=""),
            verdict,
            label(verdict, language),
            self._at + 1,
            len(self._claims),
        )
        self._pane.choose_claim(claim.slug)
        self._pane.scroll_to_claim(claim.slug)

    def close(self) -> None:
        """Put the panel away."""
        self._pane.choose_claim("")
        if self._panel is not None and not self._panel.isHidden():
            keys = QApplication.focusWidget()
            had_focus = keys is not None and self._panel.isAncestorOf(keys)
            self._panel.hide()
            if had_focus:
                self._pane.setFocus()

    def _step(self, steps: int) -> None:
        at = self._at + steps
        if 0 <= at < len(self._claims):
            self.claim_requested.emit(self._claims[at].address)

    def _made(self) -> EvidencePanel:
        # A splitter shows what it is given at once, so this is asked first.
        opening = self._panel is None or self._panel.isHidden()
        if self._panel is None:
            # Made for the first claim: the window opens without it.
            from treatyviewer.gui.widgets.evidence_panel import EvidencePanel

            self._panel = EvidencePanel(self._context.theme, self._context.fonts)
            self._panel.closed.connect(self.close)
            self._panel.step_requested.connect(self._step)
            self._panel.text.link_requested.connect(self.link_requested)
            self.text_made.emit(self._panel.text)
            self._splitter.addWidget(self._panel)
            put_after(self._pane, self._panel)
            self._splitter.setStretchFactor(self._splitter.count() - 1, 0)
        if opening:
            self._panel.show()
            self._splitter.open_last(_WIDTH)
        return self._panel
