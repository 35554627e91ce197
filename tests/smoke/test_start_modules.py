"""What is loaded when the window can be read, and what is not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

# Runs the real start, and tells which modules there are once the page stands in the window.
_PROBE = """
import json, sys
from pathlib import Path
from treatyviewer.gui.faststart import import_pyside
import_pyside()
import treatyviewer.gui.main_window as main_window
made = main_window.MainWindow.show_library
def opened(self, library):
    made(self, library)
    Path(sys.argv[1]).write_text(json.dumps(sorted(sys.modules)))
    self._context.executor.shut_down()
    from PySide6.QtCore import QTimer
    QTimer.singleShot(0, self.close)
main_window.MainWindow.show_library = opened
from treatyviewer.cli.main import main
sys.exit(main([]))
"""


def modules_at_start(tmp_path: Path) -> set[str]:
    # The first start compiles the entry; the second one is what every day is like.
    out = tmp_path / "modules.json"
    for _ in range(2):
        ran = subprocess.run(
            [sys.executable, "-c", _PROBE, str(out)], capture_output=True, text=True, timeout=60
        )
        assert ran.returncode == 0, ran.stderr
    return set(json.loads(out.read_text(encoding="utf-8")))


def test_reading_needs_no_parser_no_index_and_no_second_thread(tmp_path: Path) -> None:
    loaded = modules_at_start(tmp_path)
    assert "treatyviewer.gui.widgets.detail_pane" in loaded
    unwanted = {
        "markdown_it",
        "mdit_py_plugins",
        "edtf",
        "jsonschema",
        "tomllib",
        "platformdirs",
        "argparse",
        "concurrent.futures.thread",
        "sqlite3",
        "treatyviewer.content.dates",
        "treatyviewer.content.markdown",
        "treatyviewer.content.schema",
        "treatyviewer.content.reader",
        "treatyviewer.content.manifest",
        "treatyviewer.index.analyser",
        "treatyviewer.index.search",
        "snowballstemmer",
        "Stemmer",
        "rapidfuzz",
        "treatyviewer.library.finder",
        "treatyviewer.gui.controllers.about",
        "treatyviewer.gui.controllers.answer_notes",
        "treatyviewer.gui.controllers.earlier",
        "treatyviewer.gui.controllers.dropping",
        "treatyviewer.gui.controllers.editing",
        "treatyviewer.gui.controllers.finding",
        "treatyviewer.gui.controllers.going",
        "treatyviewer.gui.controllers.hits",
        "treatyviewer.gui.controllers.menus",
        "treatyviewer.gui.controllers.previews",
        "treatyviewer.gui.controllers.setting",
        "treatyviewer.gui.controllers.shortcuts",
        "treatyviewer.gui.menu_table",
        "treatyviewer.gui.models.goals_model",
        "treatyviewer.gui.services.page_find",
        "treatyviewer.gui.services.ranking",
        "treatyviewer.gui.services.titles",
        "treatyviewer.gui.widgets.drop_hint",
        "treatyviewer.gui.widgets.find_bar",
        "treatyviewer.gui.widgets.go_to_panel",
        "treatyviewer.gui.widgets.preview_card",
        "treatyviewer.gui.widgets.shadow",
        "treatyviewer.library.glimpse",
        "treatyviewer.library.titles",
        "treatyviewer.gui.models.hit_counts",
        "treatyviewer.gui.models.kind_names",
        "treatyviewer.gui.models.results_model",
        "treatyviewer.gui.services.earlier",
        "treatyviewer.gui.services.parts",
        "treatyviewer.gui.widgets.about_dialog",
        "treatyviewer.gui.widgets.earlier_list",
        "treatyviewer.gui.widgets.filter_chips",
        "treatyviewer.gui.widgets.forms",
        "treatyviewer.gui.widgets.hit_bar",
        "treatyviewer.gui.widgets.hit_ticks",
        "treatyviewer.gui.widgets.marked_line",
        "treatyviewer.gui.widgets.notes_label",
        "treatyviewer.gui.widgets.map_drawing",
        "treatyviewer.gui.widgets.page_map",
        "treatyviewer.gui.widgets.page_marks",
        "treatyviewer.gui.widgets.results_panel",
        "treatyviewer.gui.widgets.setting_rows",
        "treatyviewer.gui.widgets.settings_window",
        "treatyviewer.gui.widgets.shortcut_sheet",
        "treatyviewer.gui.widgets.text_popover",
        "treatyviewer.library.compile",
        "treatyviewer.export",
        "treatyviewer.cli.common",
        "treatyviewer.gui.widgets.results_list",
        "PySide6.QtNetwork",
        "PySide6.QtSvg",
    }
    assert loaded & unwanted == set()
