"""From what is typed to results and marks: off the GUI thread, and only the newest counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from treatyviewer.errors import Cancelled, TreatyViewerError
from treatyviewer.gui.announce import announce
from treatyviewer.gui.context import Context
from treatyviewer.gui.controllers.reading import ReadingController
from treatyviewer.gui.i18n import translate
from treatyviewer.gui.services.history import Place
from treatyviewer.gui.services.search import Question, SearchService
from treatyviewer.gui.widgets.detail_pane import DetailPane
from treatyviewer.gui.widgets.search_field import SearchField
from treatyviewer.gui.widgets.side_panel import SidePanel
from treatyviewer.library.library import DamagedError, Library
from treatyviewer.library.values import Answer, Hit

if TYPE_CHECKING:
    from treatyviewer.gui.controllers.earlier import EarlierController
    from treatyviewer.gui.controllers.hits import HitsController
    from treatyviewer.gui.models.results_model import ResultsModel
    from treatyviewer.gui.widgets.results_panel import ResultsPanel


class SearchingController(QObject):
    """The search field, the results and the marks on the page, kept in step."""

    # An answer was shown (or the field was emptied).
    settled = Signal()
    damaged = Signal(object)

    def __init__(
        self,
        context: Context,
        field: SearchField,
        side: SidePanel,
        pane: DetailPane,
        reading: ReadingController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._field = field
        self._side = side
        self._pane = pane
        self._reading = reading
        self._service = SearchService(context.executor, context.language)
        self._model: ResultsModel | None = None
        self._panel: ResultsPanel | None = None
        self._hits: HitsController | None = None
        self._earlier: EarlierController | None = None
        self._origin: Place | None = None
        # What was asked last, the answer that is shown, and the same answer before one kind was
        # chosen of it.
        self._question = Question("")
        self._shown: Answer | None = None
        self._whole: Answer | None = None
        self._go_when_answered = False
        self._going = False

    def set_library(self, library: Library | None) -> None:
        """Search another library. Raises `DamagedError`."""
        self._origin = None
        self._service.set_library(library)
        self._field.setEnabled(library is not None)
        self._show(None)
        if library is not None and self._field.text():
            self.search(self._field.text())

    # --- wishes -------------------------------------------------------------------------------

    def focus(self) -> None:
        """Let the reader type, over what was typed before."""
        self._field.setFocus()
        self._field.selectAll()

    def search(self, text: str) -> None:
        """The text in the field has changed."""
        self._go_when_answered = False
        if not text.strip():
            self._origin = None
            self._service.cancel()
            self._show(None)
            self._side.show_contents()
            return
        if self._origin is None:
            self._origin = self._reading.place
        self._ask(Question(text))

    def choose_kind(self, kind: str) -> None:
        """Show the hits of one kind only, of all kinds for ""."""
        self._go_when_answered = False
        self._ask(self._question._replace(kinds=(kind,) if kind else ()))

    def step(self, rows: int) -> None:
        """Move the choice among the results."""
        if self._field.text().strip():
            self.show_results()
            self._results().step(rows)

    def go(self) -> None:
        """Go to the hit that is chosen; wait for the answer if it is still to come."""
        text = self._field.text()
        if not text.strip():
            return
        self._remember(text)
        if self._shown is None or text != self._shown.query:
            self._go_when_answered = True
        elif self._panel is not None:
            self._panel.go()

    def go_to(self, hit: Hit) -> None:
        """Go to a hit, its words marked, the keys scrolling the text from now on."""
        self._remember(self._field.text())
        self._going = True
        self._reading.go(hit.address, hit.language)
        self._going = False
        self._reading.go_to_mark()
        self._reading.take_focus()

    def leave(self) -> None:
        """End the search and return to where one was reading."""
        origin = self._origin
        self._field.clear()
        if origin is not None:
            self._reading.restore(origin)

    def close(self) -> None:
        """End the search, and stay on the page that is read."""
        self._origin = None
        self._field.clear()
        self._reading.take_focus()

    def page_changed(self) -> None:
        """Gone on otherwise than by a hit, the reader is reading there now."""
        if not self._going:
            self._origin = None

    def show_results(self) -> None:
        """Bring the results into view, made when they are first wanted."""
        if not self._side.shows_results:
            self._results()
            self._side.show_results()

    def _remember(self, text: str) -> None:
        if self._earlier is None:
            from treatyviewer.gui.controllers.earlier import EarlierController

            self._earlier = EarlierController(self._field, self._context.theme, self)
        self._earlier.queries.add(text)

    def _follow(self, target: str) -> None:
        """A link above the hits was taken."""
        from treatyviewer.gui.controllers.answer_notes import OFFER

        if not target.startswith(OFFER) or self._shown is None:
            self._side.show_contents()
            self._side.focus_contents()
            return
        offer = self._shown.offers[int(target.removeprefix(OFFER))]
        self._field.setFocus()
        if offer.kind == "original":
            self._ask(self._question._replace(correct=False, kinds=()))
        else:
            # This asks too, whatever the field's signs may mean; where they are to mean
            # nothing, what is asked next is what counts.
            self._field.setText(offer.query)
            if offer.kind == "plainly":
                self._ask(Question(offer.query, plain=True))

    # --- answers ------------------------------------------------------------------------------

    def _ask(self, question: Question) -> None:
        self._question = question
        self._service.ask(question, self._answer, self._failed)

    def _results(self) -> ResultsPanel:
        if self._panel is None:
            # Made for the first search: the window opens without them.
            from treatyviewer.gui.models.results_model import ResultsModel
            from treatyviewer.gui.widgets.results_panel import ResultsPanel

            self._model = ResultsModel(self)
            self._panel = ResultsPanel(self._context.theme, self._model)
            self._panel.hit_requested.connect(self.go_to)
            self._panel.kind_requested.connect(self.choose_kind)
            self._panel.link_requested.connect(self._follow)
            self._side.set_results(self._panel, self._panel.stops)
            self._panel.say(translate("Search", "Type in the field above to search this entry."))
        return self._panel

    def _show_the_way(self) -> None:
        """From now on the hits on the page are shown beside it and below it."""
        if self._hits is None:
            from treatyviewer.gui.controllers.hits import HitsController

            self._hits = HitsController(self._pane, self._context.theme, self)
            self._hits.closed.connect(self.close)

    def _answer(self, answer: Answer) -> None:
        self._show(answer)
        self.show_results()
        if answer.hits:
            self._results().choose_first()
        if self._go_when_answered:
            self._go_when_answered = False
            self._results().go()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, TreatyViewerError):
            raise error
        if isinstance(error, DamagedError):
            self.damaged.emit(error)
            return
        from treatyviewer.gui.controllers.messages import in_one_line

        self._show(None)
        self._results().say(in_one_line(error))
        self.show_results()

    def _show(self, answer: Answer | None) -> None:
        self._shown = answer
        if answer is None:
            self._whole = None
            if self._panel is not None:
                self._panel.say(
                    translate("Search", "Type in the field above to search this entry.")
                )
        else:
            from treatyviewer.gui.controllers.answer_notes import count, notes

            if self._whole is None or not self._question.kinds:
                self._whole = answer
            kind = next(iter(self._question.kinds), "")
            whole = self._whole
            self._results().show_notes(notes(answer), whole.kinds, kind, more=whole.more)
            announce(self._field, count(answer))
            self._show_the_way()
        self._reading.show_hits(answer)
        if self._model is not None:
            self._model.set_answer(answer)
        self.settled.emit()
