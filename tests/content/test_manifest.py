"""entry.toml: every field that can be wrong, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from treatyviewer.content.reader import read_entry
from treatyviewer.errors import ContentError, Problem

GOOD = """\
id = "my-entry"
edition = 2
version = "0.2"
licence = "MIT"
kind = "treaty"
languages = ["en", "ru"]

[titles]
en = "Mine"

[[parts]]
title = "The entry"

[[parts.sections]]
id = "lead"
lead = true
title = { en = "Introduction" }

[[parts.sections]]
id = "one"
number = "1"
"""


def line_of(text: str) -> int:
    assert GOOD.count(text) == 1
    return GOOD[: GOOD.index(text)].count("\n") + 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "lead.md").write_text("Opening.")
    (tmp_path / "sections" / "one.md").write_text("# One")
    return tmp_path


def problems(folder: Path, text: str | bytes) -> list[Problem]:
    data = text if isinstance(text, bytes) else text.encode()
    (folder / "entry.toml").write_bytes(data)
    with pytest.raises(ContentError) as refused:
        read_entry(folder)
    for problem in refused.value.problems:
        assert problem.file == str(folder / "entry.toml")
    return list(refused.value.problems)


def test_what_the_tests_below_damage_is_sound(folder: Path) -> None:
    (folder / "entry.toml").write_text(GOOD)
    entry = read_entry(folder)
    assert (entry.edition, entry.version, entry.languages) == (2, "0.2", ("en", "ru"))
    assert [section.id for section in entry.sections()] == ["lead", "one"]


# --- the file itself ----------------------------------------------------------------------------


def test_a_missing_file_is_named(folder: Path) -> None:
    with pytest.raises(ContentError) as refused:
        read_entry(folder)
    assert refused.value.place == str(folder / "entry.toml")
    assert refused.value.message == "This file is missing."


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff"])
def test_an_empty_file_is_called_empty(folder: Path, text: str) -> None:
    (problem,) = problems(folder, text)
    assert (problem.line, problem.message) == (1, "The file is empty.")


def test_a_file_that_is_not_utf_8_is_told_with_the_line(folder: Path) -> None:
    (problem,) = problems(folder, GOOD.replace("Mine", "Мой").encode("cp1251"))
    assert problem.line == line_of('en = "Mine"')
    assert "UTF-8" in problem.message


@pytest.mark.parametrize(
    ("good", "bad", "line", "column"),
    [
        ("edition = 2", "edition =", 2, "column 10"),
        ("edition = 2", "edition = 2 2", 2, "column 13"),
        ("[titles]", "[titles", 8, "column 8"),
        ('kind = "treaty"', 'kind = "treaty', 5, "column 15"),
        ('kind = "treaty"', 'id = "again"', 5, "column 13"),
    ],
)
def test_what_is_not_toml_is_told_with_line_and_column(
    folder: Path, good: str, bad: str, line: int, column: str
) -> None:
    (problem,) = problems(folder, GOOD.replace(good, bad))
    assert problem.line == line
    assert f"not valid TOML at {column}" in problem.message


def test_a_file_that_breaks_off_is_told_with_its_last_line(folder: Path) -> None:
    (problem,) = problems(folder, 'id = "a"\nlanguages = ["en",')
    assert problem.line == 2
    assert "not valid TOML" in problem.message


# --- its fields ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("good", "bad", "field"),
    [
        ('id = "my-entry"', "id = 7", "id"),
        ('id = "my-entry"', 'id = ""', "id"),
        ('id = "my-entry"', 'id = "My Entry"', "id"),
        ("edition = 2", "edition = 0", "edition"),
        ("edition = 2", 'edition = "2"', "edition"),
        ("edition = 2", "edition = true", "edition"),
        ("edition = 2", "edition = 2.0", "edition"),
        ('version = "0.2"', "version = 0.2", "version"),
        ('licence = "MIT"', "licence = []", "licence"),
        ('licence = "MIT"', 'licence = " "', "licence"),
        ('kind = "treaty"', "kind = 1", "kind"),
        ('languages = ["en", "ru"]', "languages = []", "languages"),
        ('languages = ["en", "ru"]', 'languages = "en"', "languages"),
        ('languages = ["en", "ru"]', 'languages = ["en", 5]', "languages"),
        ('languages = ["en", "ru"]', 'languages = ["english"]', "languages"),
        ('en = "Mine"', "en = 5", "titles.en"),
        ('en = "Mine"', 'en = ""', "titles.en"),
        ('title = "The entry"', "title = 5", "parts.0.title"),
        ('title = "The entry"', 'title = ""', "parts.0.title"),
        ('title = "The entry"', "title = {}", "parts.0.title"),
        ('title = "The entry"', "colour = 1", "parts.0.colour"),
        ('id = "lead"', "id = false", "parts.0.sections.0.id"),
        ('id = "lead"', 'id = "people"', "parts.0.sections.0.id"),
        ('id = "lead"', 'id = "../lead"', "parts.0.sections.0.id"),
        ("lead = true", "lead = 1", "parts.0.sections.0.lead"),
        ('title = { en = "Introduction" }', 'title = { ru = "X" }', "parts.0.sections.0.title"),
        ('title = { en = "Introduction" }', 'title = ""', "parts.0.sections.0.title"),
        ('id = "one"', 'id = "lead"', "parts.0.sections.1.id"),
        ('number = "1"', "number = 1", "parts.0.sections.1.number"),
        ('number = "1"', 'nummer = "1"', "parts.0.sections.1.nummer"),
        ('kind = "treaty"', 'sort = "treaty"', "sort"),
    ],
)
def test_a_wrong_field_is_told_with_its_name_and_line(
    folder: Path, good: str, bad: str, field: str
) -> None:
    found = problems(folder, GOOD.replace(good, bad))
    assert (found[0].field, found[0].line) == (field, line_of(good))
    assert found[0].advice
    assert f"{folder / 'entry.toml'}:{line_of(good)} ({field}): " in str(found[0])


@pytest.mark.parametrize(
    ("left_out", "field", "line"),
    [
        ('id = "my-entry"\n', "id", 1),
        ('licence = "MIT"\n', "licence", 1),
        ('languages = ["en", "ru"]\n', "languages", 1),
        ('[titles]\nen = "Mine"\n', "titles", 1),
        ('en = "Mine"\n', "titles", 8),
        (GOOD[GOOD.index("[[parts]]") :], "parts", 1),
        (GOOD[GOOD.index("[[parts.sections]]") :], "parts.0.sections", 11),
        ('id = "one"\n', "parts.0.sections.1.id", 19),
        ('title = { en = "Introduction" }\n', "parts.0.sections.0.title", 14),
    ],
)
def test_a_missing_field_is_told_at_what_should_hold_it(
    folder: Path, left_out: str, field: str, line: int
) -> None:
    assert left_out in GOOD
    found = problems(folder, GOOD.replace(left_out, ""))
    assert (found[0].field, found[0].line) == (field, line)
    assert found[0].advice


@pytest.mark.parametrize("left_out", ["edition = 2\n", 'version = "0.2"\n', 'kind = "treaty"\n'])
def test_some_fields_may_be_left_out(folder: Path, left_out: str) -> None:
    (folder / "entry.toml").write_text(GOOD.replace(left_out, ""))
    assert read_entry(folder).id == "my-entry"


def test_a_title_in_no_language_is_told_with_the_tag(folder: Path) -> None:
    found = problems(folder, GOOD.replace('en = "Mine"', 'en = "Mine"\nenglish = "Mine"'))
    assert [(p.field, p.line) for p in found] == [("titles.english", 10)]


def test_the_title_in_the_main_language_is_needed(folder: Path) -> None:
    found = problems(folder, GOOD.replace('en = "Mine"', 'ru = "Мой"'))
    assert [(p.field, p.line) for p in found] == [("titles", 8)]
    assert "(en)" in found[0].message


def test_a_title_without_a_language_is_in_the_main_one(folder: Path) -> None:
    (folder / "entry.toml").write_text(GOOD)
    assert read_entry(folder).parts[0].titles == {"en": "The entry"}


@pytest.mark.parametrize("parts", ["parts = 1", "parts = []", "parts = [1]"])
def test_an_outline_that_is_none_is_refused(folder: Path, parts: str) -> None:
    head = GOOD[: GOOD.index("[titles]")]
    found = problems(folder, f'{head}{parts}\n[titles]\nen = "Mine"\n')
    assert found[0].line == 8
    assert found[0].field.startswith("parts")


def test_all_wrong_fields_are_told_in_order(folder: Path) -> None:
    bad = GOOD.replace("edition = 2", "edition = 0").replace('number = "1"', "number = 1")
    found = problems(folder, bad.replace('kind = "treaty"', "colour = 1"))
    assert [p.field for p in found] == ["edition", "colour", "parts.0.sections.1.number"]
