"""The one place where panels' wishes meet those who fulfil them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatyviewer.gui.actions import is_offered

if TYPE_CHECKING:
    from treatyviewer.gui.main_window import MainWindow


def connect(window: MainWindow) -> None:
    """Connect all that a window was made of."""
    _connect_reading(window)
    _connect_evidence(window)
    _connect_search(window)
    _connect_timeline(window)
    _connect_opening(window)
    _connect_moving(window)
    _connect_actions(window)
    _connect_chrome(window)


def _connect_reading(window: MainWindow) -> None:
    window.tree.address_requested.connect(window.reading.go)
    window.pane.link_requested.connect(window.links.follow)
    window.pane.claim_requested.connect(window.reading.go_to_claim)
    window.bar.back_requested.connect(window.reading.back)
    window.bar.forward_requested.connect(window.reading.forward)
    window.pane.anchor_requested.connect(window.dialogs.copy_anchor)
    window.dialogs.serve(window.pane)
    window.text_style.govern(window.pane)
    window.reading.page_changed.connect(window.show_title)
    window.reading.damaged.connect(window.make_anew)


def _connect_evidence(window: MainWindow) -> None:
    window.reading.claim_shown.connect(window.evidence.show)
    window.reading.claim_left.connect(window.evidence.close)
    window.evidence.link_requested.connect(window.links.follow)
    window.evidence.claim_requested.connect(window.reading.go)
    window.evidence.damaged.connect(window.make_anew)
    window.pane.highlighted.connect(window.evidence.hover)
    correct = window.actions_by_id["suggest-correction"]
    correct.setEnabled(False)
    window.evidence.open_changed.connect(correct.setEnabled)
    window.evidence.text_made.connect(window.text_style.govern)
    window.evidence.text_made.connect(window.dialogs.serve)


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
    window.links.open_requested.connect(window.open)


def _connect_moving(window: MainWindow) -> None:
    window.bar.crumbs.link_requested.connect(window.links.follow)
    window.evidence.text_made.connect(window.moving.watch)
    window.moving.window_requested.connect(window.ask_for_window)
    window.moving.dropped.connect(window.open)
    window.moving.damaged.connect(window.make_anew)


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
        "quit": window.quit_requested,
        "close-window": window.close,
        "new-window": window.moving.new_window,
        "copy": window.dialogs.copy,
        "select-all": window.dialogs.select_all,
        "copy-address": window.dialogs.copy_address,
        "settings": window.dialogs.show_settings,
        "text": window.dialogs.show_text,
        "shortcuts": window.dialogs.show_shortcuts,
        "about": window.dialogs.show_about,
        "menus": window.menu_bar.open_first,
        "next-pane": window.dialogs.next_pane,
        "previous-pane": window.dialogs.previous_pane,
        "side-panel": window.preferences.toggle_side,
        "menu-bar": window.preferences.toggle_menu_bar,
        "zoom-in": window.text_style.zoom_in,
        "zoom-out": window.text_style.zoom_out,
        "zoom-reset": window.text_style.zoom_reset,
        "toggle-theme": window.preferences.toggle_theme,
        "full-screen": window.toggle_full_screen,
        "start": window.reading.start,
        "about-entry": window.reading.about_entry,
        "previous-section": window.reading.go_before,
        "next-section": window.reading.go_after,
        "find": window.moving.find,
        "palette": window.moving.go_to,
        "next-claim": window.evidence.next_claim,
        "previous-claim": window.evidence.previous_claim,
        "copy-citation": window.evidence.copy_citation,
        "suggest-correction": window.evidence.suggest_correction,
    }
    for id, slot in slots.items():
        window.actions_by_id[id].triggered.connect(slot)


def _connect_chrome(window: MainWindow) -> None:
    preferences, dialogs, buttons = window.preferences, window.dialogs, window.bar.buttons
    preferences.govern("menu_bar", window.menu_bar.set_kept)
    preferences.govern("side", window.side.setVisible)
    preferences.govern("timeline", window.timeline.show)
    window.actions_by_id["timeline"].triggered.connect(preferences.toggle_timeline)
    window.searching.settled.connect(window.show_side_for_results)
    window.menu_bar.fill_requested.connect(dialogs.fill_menu)
    buttons.text_requested.connect(dialogs.show_text)
    buttons.theme_requested.connect(preferences.toggle_theme)
    buttons.menu_requested.connect(dialogs.show_menu)
    citation = window.actions_by_id["copy-citation"]
    buttons.citation_requested.connect(citation.trigger)
    buttons.set_cites(is_offered(citation))
