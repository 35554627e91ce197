"""Go to any page or command by name: what is typed, what fits it, and going there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from treatyviewer.errors import Cancelled
from treatyviewer.gui.context import Context
from treatyviewer.gui.controllers.page_making import numbered
from treatyviewer.gui.controllers.reading import ReadingController
from treatyviewer.gui.i18n import translate
from treatyviewer.gui.models.goals_model import Goal, GoalsModel
from treatyviewer.gui.services.ranking import best
from treatyviewer.gui.services.titles import Found, TitleService
from treatyviewer.gui.widgets.go_to_panel import GoToPanel
from treatyviewer.library.library import DamagedError, Library
from treatyviewer.library.titles import folded
from treatyviewer.library.values import Node

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_COMMANDS = ">"
# Lines of the outline, and pages where one was, while nothing is typed.
_OUTLINE = 40
_RECENT = 6
# A command comes behind a page that fits as well.
_BEHIND = 0.5
# They would lead nowhere from here.
_NOT_OFFERED = ("palette", "leave")


class GoToController(QObject):
    """Made when one first wants to go somewhere by name."""

    # An address that is wanted in a window of its own.
    apart_requested = Signal(object)
    damaged = Signal(object)

    def __init__(
        self,
        context: Context,
        reading: ReadingController,
        actions: Mapping[str, QAction],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._context = context
        self._reading = reading
        self._actions = actions
        self._library: Library | None = None
        self._titles: TitleService | None = None
        # Who had the keys before.
        self._before: QWidget | None = None
        self.model = GoalsModel(self)
        self.panel = GoToPanel(window, context.theme, self.model)
        self.panel.text_changed.connect(self._fill)
        self.panel.goal_requested.connect(self._go)
        self.panel.closed.connect(self.close)

    @property
    def is_open(self) -> bool:
        """Whether it has the keys."""
        return not self.panel.isHidden()

    @Slot()
    def open(self) -> None:
        """Ask where to go."""
        if self.is_open:
            self.close()
            return
        self._before = QApplication.focusWidget()
        try:
            self._set_library(self._reading.library)
        except DamagedError as error:
            self.damaged.emit(error)
            return
        self.panel.open()
        self._fill("")

    @Slot()
    def close(self) -> None:
        """Put it away; the keys go back to where they were."""
        if not self.is_open:
            return
        had_focus = self.panel.field.hasFocus()
        self.panel.hide()
        if self._titles is not None:
            self._titles.cancel()
        if had_focus and self._before is not None:
            self._before.setFocus()

    def _set_library(self, library: Library | None) -> None:
        if library is not self._library:
            self._library = library
            self._titles = None
            if library is not None:
                self._titles = TitleService(self._context.executor, library)

    # --- what there is ------------------------------------------------------------------------

    @Slot(str)
    def _fill(self, text: str) -> None:
        if not self.is_open:
            return
        text = text.strip()
        try:
            if text.startswith(_COMMANDS):
                sought = text.removeprefix(_COMMANDS).strip()
                self._show(self._commands(sought) if sought else self._all_commands(), sought)
            elif not text:
                self._show([*self._recent(), *self._outline()], "")
            elif self._titles is not None:
                self._titles.ask(text, self._found, self._failed)
            else:
                self._show(self._commands(text), text)
        except DamagedError as error:
            self._failed(error)

    def _found(self, found: list[Found]) -> None:
        text = self.panel.field.text().strip()
        if not self.is_open or not text or text.startswith(_COMMANDS):
            return
        pages = [(one.score, self._page(one.node, one.name)) for one in found]
        goals = [*pages, *self._ranked_commands(text)]
        goals.sort(key=lambda one: -one[0])
        self._show([goal for _, goal in goals], text)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, DamagedError):
            raise error
        self.close()
        self.damaged.emit(error)

    def _show(self, goals: Iterable[Goal], text: str) -> None:
        self.model.set_goals(list(goals))
        said = self.tr("Nothing here is called “{text}”.").format(text=text) if text else ""
        self.panel.show_rows(said)

    def _page(self, node: Node, name: str = "") -> Goal:
        language = self._context.language
        title = numbered(node, language)
        also = name if name and name != node.title(language) else ""
        return Goal(title, kind_said(node.kind), also, node.address)

    def _recent(self) -> list[Goal]:
        library, here = self._reading.library, self._reading.page
        if library is None:
            return []
        addresses = dict.fromkeys(
            place.address._replace(fragment="", edition=0) for place in self._reading.recent
        )
        if here is not None:
            addresses.pop(here.address, None)
        return [self._page(library.find(address)) for address in list(addresses)[:_RECENT]]

    def _outline(self) -> list[Goal]:
        library = self._reading.library
        if library is None:
            return []
        from treatyviewer.library.walking import first_pages

        known = {goal.address for goal in self._recent()}
        goals = [self._page(node) for node in first_pages(library, _OUTLINE)]
        return [goal for goal in goals if goal.address not in known]

    def _all_commands(self) -> list[Goal]:
        return [self._command(id) for id in self._offered()]

    def _commands(self, text: str) -> list[Goal]:
        return [goal for _, goal in self._ranked_commands(text)]

    def _ranked_commands(self, text: str) -> list[tuple[float, Goal]]:
        named = ((id, (folded(self._text(id)),)) for id in self._offered())
        return [
            (ranked.score - _BEHIND, self._command(id))
            for id, ranked in best(folded(text), named, _OUTLINE)
        ]

    def _offered(self) -> list[str]:
        return [
            id
            for id, action in self._actions.items()
            if id not in _NOT_OFFERED and action.isEnabled() and action.text()
        ]

    def _text(self, id: str) -> str:
        return self._actions[id].text().replace("&", "").rstrip("…")

    def _command(self, id: str) -> Goal:
        shortcut = self._actions[id].shortcut()
        said = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
        return Goal(
            self._actions[id].text().replace("&", ""),
            said or translate("Kinds", "Command"),
            action=id,
        )

    # --- going --------------------------------------------------------------------------------

    @Slot(object, bool)
    def _go(self, goal: Goal, apart: bool) -> None:
        self.close()
        if goal.action:
            self._actions[goal.action].trigger()
        elif goal.address is not None and apart:
            self.apart_requested.emit(goal.address)
        elif goal.address is not None:
            self._reading.go(goal.address)
            self._reading.take_focus()


def kind_said(kind: str) -> str:
    """What one of a kind is called."""
    names = {
        "entry": translate("Kinds", "Entry"),
        "section": translate("Kinds", "Section"),
        "article": translate("Kinds", "Article"),
        "companion": translate("Kinds", "Companion"),
        "event": translate("Kinds", "Event"),
        "person": translate("Kinds", "Person"),
        "place": translate("Kinds", "Place"),
        "term": translate("Kinds", "Term"),
        "collection": translate("Kinds", "List"),
        "claim": translate("Kinds", "Claim"),
        "source": translate("Kinds", "Source"),
    }
    return names.get(kind, kind)
