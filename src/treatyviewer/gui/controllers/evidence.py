"""From a claim in the text to the evidence beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from treatyviewer.gui.announce import announce
from treatyviewer.gui.context import Context
from treatyviewer.gui.controllers.reading import ReadingController
from treatyviewer.gui.widgets.detail_pane import DetailPane
from treatyviewer.gui.widgets.page_formats import CLAIM
from treatyviewer.gui.widgets.splitter import PanelSplitter
from treatyviewer.gui.widgets.tab_order import put_after
from treatyviewer.library.library import DamagedError

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

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
    # Whether there is a claim whose evidence is in view.
    open_changed = Signal(bool)
    damaged = Signal(object)

    def __init__(
        self,
        context: Context,
        pane: DetailPane,
        splitter: PanelSplitter,
        reading: ReadingController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._pane = pane
        self._splitter = splitter
        self._panel: EvidencePanel | None = None
        self._reading = reading
        # What the page says when the pointer rests on a claim.
        self._tip = ""
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
        page = library.page(claim, language, "cards")
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
        self.open_changed.emit(True)

    def close(self) -> None:
        """Put the panel away; the keys go back to the claim in the text."""
        self._pane.choose_claim("")
        claim = self.claim
        if self._panel is not None and not self._panel.isHidden():
            keys = QApplication.focusWidget()
            had_focus = keys is not None and self._panel.isAncestorOf(keys)
            self._panel.hide()
            self.open_changed.emit(False)
            if had_focus:
                self._pane.scroll_to_claim(claim)
                self._pane.setFocus()

    # --- from claim to claim ------------------------------------------------------------------

    @Slot()
    def next_claim(self) -> None:
        """To the claim after this one; with none in view, to the first from this page on."""
        self._step(1)

    @Slot()
    def previous_claim(self) -> None:
        """To the claim before this one; with none in view, to the last before this page."""
        self._step(-1)

    def _step(self, steps: int) -> None:
        at = self._at + steps if self.panel is not None else self._near(steps)
        if 0 <= at < len(self._claims):
            self.claim_requested.emit(self._claims[at].address)

    def _near(self, steps: int) -> int:
        from treatyviewer.gui.controllers import citing

        library, page = self._reading.library, self._reading.page
        self._claims = []
        if library is not None and page is not None:
            try:
                self._claims = citing.claims_of(library, page.entry)
            except DamagedError as error:
                self.damaged.emit(error)
                return 0
            return citing.near(self._claims, page.node.id, steps)
        return 0

    # --- what is told of claims ---------------------------------------------------------------

    @Slot("QUrl")
    def hover(self, link: QUrl) -> None:
        """The pointer has come to a link of the page; a claim says what was found of it."""
        target, said = link.toString(), ""
        if target.startswith(CLAIM) and self._reading.library and self._reading.page:
            from treatyviewer.gui.controllers import citing

            entry, slug = self._reading.page.node.entry, target.removeprefix(CLAIM)
            try:
                said = citing.finding(self._reading.library, entry, slug, self._context.language)
            except DamagedError as error:
                self.damaged.emit(error)
        if said != self._tip:
            self._tip = said
            self._pane.setToolTip(said)

    @Slot()
    def copy_citation(self) -> None:
        """Copy the claim that is in view with its sources, else what the page is and where."""
        node = self._claims[self._at] if self.panel is not None else None
        page = self._reading.page
        if node is None and page is not None:
            node = page.node
        self._copy("citation", node, self.tr("Copied"))

    @Slot()
    def suggest_correction(self) -> None:
        """Copy a letter about the claim that is in view."""
        node = self._claims[self._at] if self.panel is not None else None
        said = self.tr("Copied. Nothing was sent.")
        self._copy("correction", node, said)

    def _copy(self, what: str, node: Node | None, said: str) -> None:
        from treatyviewer.gui.controllers import citing

        if node is None or self._reading.library is None:
            return
        try:
            citing.copy(what, self._reading.library, node, self._context.language)
        except DamagedError as error:
            self.damaged.emit(error)
            return
        if self.panel is not None:
            self.panel.actions_row.tell(said)
        else:
            announce(self._pane, said)

    def _made(self) -> EvidencePanel:
        # A splitter shows what it is given at once, so this is asked first.
        opening = self._panel is None or self._panel.isHidden()
        if self._panel is None:
            # Made for the first claim: the window opens without it.
            from treatyviewer.gui.widgets.evidence_panel import EvidencePanel

            self._panel = EvidencePanel(self._context.theme, self._context.fonts)
            self._panel.closed.connect(self.close)
            row = self._panel.actions_row
            row.step_requested.connect(self._step)
            row.citation_requested.connect(self.copy_citation)
            row.correction_requested.connect(self.suggest_correction)
            self._panel.text.link_requested.connect(self.link_requested)
            self.text_made.emit(self._panel.text)
            self._splitter.addWidget(self._panel)
            put_after(self._pane, self._panel)
            self._splitter.setStretchFactor(self._splitter.count() - 1, 0)
        if opening:
            self._panel.show()
            self._splitter.open_last(_WIDTH)
        return self._panel
