"""From what is typed to results and marks: off the GUI thread, and only the newest counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from treatyviewer.errors import Cancelled, TreatyViewerError
from treatyviewer.gui.context import Context
from treatyviewer.gui.controllers.reading import ReadingController
from treatyviewer.gui.services.history import Place
from treatyviewer.gui.services.search import SearchService
from treatyviewer.gui.widgets.page_view import no_marks
from treatyviewer.gui.widgets.search_field import SearchField
from treatyviewer.gui.widgets.side_panel import SidePanel
from treatyviewer.library.library import DamagedError, Library
from treatyviewer.library.values import Answer, Hit

if TYPE_CHECKING:
    from treatyviewer.gui.models.results_model import ResultsModel
    from treatyviewer.gui.widgets.results_list import ResultsPanel


def _tr(text: str) -> str:
    return QCoreApplication.translate("Search", text)


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
        reading: ReadingController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._field = field
        self._side = side
        self._reading = reading
        self._service = SearchService(context.executor, context.language)
        self._model: ResultsModel | None = None
        self._panel: ResultsPanel | None = None
        self._origin: Place | None = None
        self._answered = ""
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
        self._service.ask(text, self._answer, self._failed)

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
        if text != self._answered:
            self._go_when_answered = True
        elif self._panel is not None:
            self._panel.go()

    def go_to(self, hit: Hit) -> None:
        """Go to a hit, its words marked, the keys scrolling the text from now on."""
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

    def page_changed(self) -> None:
        """Gone on otherwise than by a hit, the reader is reading there now."""
        if not self._going:
            self._origin = None

    def show_results(self) -> None:
        """Bring the results into view, made when they are first wanted."""
        if not self._side.shows_results:
            self._results()
            self._side.show_results()

    # --- answers ------------------------------------------------------------------------------

    def _results(self) -> ResultsPanel:
        if self._panel is None:
            # Made for the first search: the window opens without them.
            from treatyviewer.gui.models.results_model import ResultsModel
            from treatyviewer.gui.widgets.results_list import ResultsPanel

            self._model = ResultsModel(self)
            self._panel = ResultsPanel(self._context.theme, self._model)
            self._panel.hit_requested.connect(self.go_to)
            self._panel.say(_tr("Type in the field above to search this entry."))
            self._side.set_results(self._panel, self._panel.list)
        return self._panel

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
        self._show(None)
        self._results().say(str(error))
        self.show_results()

    def _show(self, answer: Answer | None) -> None:
        self._answered = answer.query if answer else ""
        if answer is None:
            self._reading.set_marks(no_marks)
            if self._panel is not None:
                self._panel.say(_tr("Type in the field above to search this entry."))
        else:
            self._results().say(_summary(answer))
            self._reading.set_marks(self._service.marker(answer.query))
        if self._model is not None:
            self._model.set_answer(answer)
        self.settled.emit()


def _summary(answer: Answer) -> str:
    if not answer.hits:
        if answer.message:
            return answer.message
        shown = answer.query.strip()
        shown = shown if len(shown) <= 40 else shown[:40] + "…"
        return _tr(
            "Nothing was found for “{query}”. Check the spelling, or try fewer words."
        ).format(query=shown)
    count = _tr("1 result") if answer.total == 1 else _tr("{n} results").format(n=answer.total)
    said = f"{count} · {_milliseconds(answer.took_ms)}"
    if answer.total > len(answer.hits):
        said += " · " + _tr("the best {n}").format(n=len(answer.hits))
    return f"{said}\n{answer.message}" if answer.message else said


def _milliseconds(took: float) -> str:
    return _tr("under 1 ms") if took < 1 else _tr("{n} ms").format(n=round(took))
