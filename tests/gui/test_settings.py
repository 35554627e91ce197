"""What the reader sets is kept, whatever happens to the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from treatyviewer.gui.services.settings import Preferences, Settings


def test_a_change_is_told_and_kept_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    settings = Settings(file)
    assert settings.values == Preferences()
    with qtbot.waitSignal(settings.changed) as told:
        settings.change(text_size=120, theme="dark")
    assert told.args == [frozenset({"text_size", "theme"})]
    assert Settings(file).values == Preferences(text_size=120, theme="dark")


def test_nothing_is_told_or_written_where_nothing_changes(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    settings = Settings(file)
    with qtbot.assertNotEmitted(settings.changed):
        settings.change(theme="system", text_size=100)
    assert not file.exists()


def test_numbers_are_brought_into_their_range(qapp: object) -> None:
    settings = Settings()
    settings.change(text_size=5000, measure=1)
    assert (settings.values.text_size, settings.values.measure) == (300, 45)


@pytest.mark.parametrize(
    "written",
    [
        {"theme": "pink", "text_size": "large", "measure": True, "language": 3},
        {"text_size": None},
        {},
    ],
)
def test_values_that_cannot_be_are_passed_over(
    qapp: object, tmp_path: Path, written: dict[str, object]
) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps(written), encoding="utf-8")
    assert Settings(file).values == Preferences()


def test_what_another_version_has_written_is_handed_on(qapp: object, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"colour-of-ink": "green", "theme": "dark"}', encoding="utf-8")
    settings = Settings(file)
    settings.change(spacing=120)
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept == {"format": 1, "colour-of-ink": "green", "theme": "dark", "spacing": 120}


def test_two_processes_do_not_undo_each_other_s_changes(qapp: object, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    one, two = Settings(file), Settings(file)
    one.change(theme="dark")
    two.change(text_size=130)
    one.change(spacing=120)
    assert Settings(file).values == Preferences(theme="dark", text_size=130, spacing=120)


# As 0.3.0 wrote it: without a format. (0.2.0 kept no settings.)
OF_0_3 = """{
 "theme": "contrast",
 "language": "zh-Hans",
 "text_size": 120,
 "side_notes": false
}
"""
SET_IN_0_3 = Preferences(theme="contrast", language="zh-Hans", text_size=120, side_notes=False)


def test_what_an_older_version_has_kept_is_in_force(qapp: object, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(OF_0_3, encoding="utf-8")
    settings = Settings(file)
    assert settings.values == SET_IN_0_3
    settings.change(measure=80)
    assert Settings(file).values == SET_IN_0_3._replace(measure=80)


def test_going_back_to_this_version_touches_nothing_of_a_newer_one(
    qapp: object, tmp_path: Path
) -> None:
    file = tmp_path / "settings.json"
    newer = '{"format": 2, "theme": "dark", "text_size": {"page": 130}, "ink": "green"}'
    file.write_text(newer, encoding="utf-8")
    settings = Settings(file)
    # What is understood of it is in force, and what is set now is kept beside it.
    assert settings.values == Preferences(theme="dark")
    settings.change(language="ru")
    assert file.read_text(encoding="utf-8") == newer
    assert Settings(file).values == Preferences(theme="dark", language="ru")


def test_what_cannot_be_kept_is_in_force_and_told(qtbot: QtBot, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    settings = Settings(in_the_way / "settings.json")
    with qtbot.waitSignals([settings.failed, settings.changed]):
        settings.change(theme="dark")
    assert settings.values.theme == "dark"


def test_everything_can_be_put_back(qapp: object, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.change(theme="contrast", previews=False)
    settings.reset()
    assert settings.values == Preferences()
