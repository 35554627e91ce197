"""The one place where panels' wishes meet those who fulfil them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from treatyviewer.gui.main_window import MainWindow


def connect(window: MainWindow) -> None:
    """Connect all that a window was made of."""
    _connect_reading(window)
    _connect_evidence(window)
    _connect_search(window)
    _connect_timeline(window)
    _connect_opening(window)
    _connect_actions(window)


def _connect_reading(window: MainWindow) -> None:
    window.tree.address_requested.connect(window.reading.go)
    window.pane.link_requested.connect(window.follow)
    window.pane.claim_requested.connect(window.reading.go_to_claim)
    window.bar.back_requested.connect(window.reading.back)
    window.bar.forward_requested.connect(window.reading.forward)
    window.reading.page_changed.connect(window.show_title)
    window.reading.damaged.connect(window.make_anew)


def _connect_evidence(window: MainWindow) -> None:
    window.reading.claim_shown.connect(window.evidence.show)
    window.reading.claim_left.connect(window.evidence.close)
    window.evidence.link_requested.connect(window.follow)
    window.evidence.claim_requested.connect(window.reading.go)


def _connect_search(window: MainWindow) -> None:
    field = window.bar.search
    field.textChanged.connect(window.searching.search)
    field.step_requested.connect(window.searching.step)
    field.go_requested.connect(window.searching.go)
    field.leave_requested.connect(window.leave_search)
    window.side.results_requested.connect(window.searching.show_results)
    window.reading.page_changed.connect(window.searching.page_changed)
    window.searching.damaged.connect(window.make_anew)


def _connect_timeline(window: MainWindow) -> None:
    window.reading.page_changed.connect(window.timeline.page_changed)
    window.timeline.damaged.connect(window.make_anew)
    window.timeline_panel.canvas.address_requested.connect(window.reading.go)
    window.timeline_panel.folded_changed.connect(window.timeline.keep_folded)


def _connect_opening(window: MainWindow) -> None:
    window.opening.opened.connect(window.show_library)
    window.opening.progressed.connect(window.show_progress)
    window.opening.failed.connect(window.show_failure)
    window.files.chosen.connect(window.open)


def _connect_actions(window: MainWindow) -> None:
    slots = {
        "search": window.searching.focus,
        "leave": window.leave,
        "next-hit": window.pane.next_mark,
        "previous-hit": window.pane.previous_mark,
        "back": window.reading.back,
        "forward": window.reading.forward,
        "open": window.files.choose_folder,
        "open-file": window.files.choose_file,
        "quit": window.close,
    }
    for id, slot in slots.items():
        window.actions_by_id[id].triggered.connect(slot)
