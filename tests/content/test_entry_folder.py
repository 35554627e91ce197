"""A folder into an entry: outline, translations, and what is wrong at which place."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from treatyviewer.content.folder import content_key, entry_folders, signature
from treatyviewer.content.reader import read_entry
from treatyviewer.entry.blocks import plain_text
from treatyviewer.entry.model import Section
from treatyviewer.errors import ContentError, NotFoundError, Problem

MakeEntry = Callable[..., Path]


def problems(folder: Path) -> list[Problem]:
    with pytest.raises(ContentError) as refused:
        read_entry(folder)
    return list(refused.value.problems)


def text(section: Section, language: str) -> str:
    return plain_text(section.bodies[language])


def test_an_entry_is_read_whole(make_entry: MakeEntry) -> None:
    folder = make_entry(
        "my-entry",
        {
            "lead": "Opening.",
            "one": "# One\n\nFirst.\n\n## Below {#below}\n\nSecond.",
            "two": "# Two",
        },
        titles={"en": "Mine", "zh": "我的"},
    )
    entry = read_entry(folder)
    assert (entry.id, entry.edition, entry.licence, entry.kind) == ("my-entry", 1, "MIT", "treaty")
    assert (entry.language, entry.languages) == ("en", ("en", "zh-Hans", "ru"))
    assert entry.titles == {"en": "Mine", "zh-Hans": "我的"}

    assert [part.titles for part in entry.parts] == [{"en": "The entry"}]
    sections = list(entry.sections())
    assert [(s.id, s.number, s.lead, s.titles) for s in sections] == [
        ("lead", "", True, {"en": "Introduction"}),
        ("one", "1", False, {"en": "One"}),
        ("below", "", False, {"en": "Below"}),
        ("two", "2", False, {"en": "Two"}),
    ]
    assert [text(s, "en") for s in sections[:3]] == ["Opening.", "First.", "Second."]
    assert sections[3].bodies == {}


def test_translations_belong_to_their_section_and_its_sub_sections(make_entry: MakeEntry) -> None:
    folder = make_entry(
        sections={
            "one": "# One\n\nFirst.\n\n## Below {#below}\n\nSecond.\n\n## Last {#last}\n\nThird.",
            "one.ru": "# Раз\n\nПервый.\n\n## Ниже {#below}\n\nВторой.",
            "one.zh": "# 一\n\n第一。",
        }
    )
    one, below, last = read_entry(folder).sections()
    assert one.titles == {"en": "One", "ru": "Раз", "zh-Hans": "一"}
    assert {language: text(one, language) for language in one.bodies} == {
        "en": "First.",
        "ru": "Первый.",
        "zh-Hans": "第一。",
    }
    assert below.titles == {"en": "Below", "ru": "Ниже"}
    assert text(below, "ru") == "Второй."
    assert last.titles == {"en": "Last"}


def test_a_file_with_a_byte_order_mark_is_read(make_entry: MakeEntry) -> None:
    folder = make_entry()
    file = folder / "sections" / "one.md"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    (section,) = read_entry(folder).sections()
    assert section.titles == {"en": "One"}


def test_whoever_watches_is_told_of_each_section_and_can_stop(make_entry: MakeEntry) -> None:
    folder = make_entry(sections={"a": "# A", "b": "# B", "c": "# C"})
    done: list[int] = []
    read_entry(folder, done.append)
    assert done == [1, 2, 3]

    def stop(number: int) -> None:
        if number == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        read_entry(folder, stop)


@pytest.mark.parametrize(
    ("sections", "file", "line", "message"),
    [
        ({"one": "# One\n\n<b>"}, "one.md", 3, "HTML is not part of an entry"),
        ({"one": "# One", "one.ru": "Нет"}, "one.ru.md", 1, "Text stands before the heading."),
        ({"one": "# One", "stray.ru": "# X"}, "stray.md", 0, "This section is not in the outline"),
        ({"one": "# One", "one.en": "# 1"}, "one.en.md", 0, "the same language as one.md"),
        (
            {"one": "# One", "one.zh": "# 一", "one.zh-Hans": "# 一"},
            "one.zh.md",
            0,
            "the same language as one.zh-Hans.md",
        ),
        ({"one": "# One", "one.draft": "# 1"}, "one.draft.md", 0, "“draft” is not a language tag"),
        ({"one": "# One {#two}"}, "one.md", 1, "The heading says {#two}"),
        ({"one": "# One", "one.ru": "\n# Раз {#raz}"}, "one.ru.md", 2, "The heading says {#raz}"),
        (
            {"one": "# One\n\n## A {#a}\n\nx\n\n## A {#a}\n\ny"},
            "one.md",
            7,
            "The id “a” is given twice",
        ),
        ({"one": "# One\n\n## A {#a}", "a": "# A"}, "a.md", 1, "The id “a” is given twice"),
        (
            {"one": "# One\n\n## A {#a}", "one.ru": "# Раз\n\n## Б {#b}"},
            "one.ru.md",
            3,
            "one.md has no section “b” at this place",
        ),
    ],
)
def test_what_is_wrong_in_a_section_is_told_with_file_and_line(
    make_entry: MakeEntry, sections: dict[str, str], file: str, line: int, message: str
) -> None:
    folder = make_entry(sections=sections)
    (problem,) = problems(folder)
    assert (problem.file, problem.line) == (str(folder / "sections" / file), line)
    assert message in problem.message
    assert problem.advice


def test_a_section_whose_name_ends_in_its_own_id_is_in_order(make_entry: MakeEntry) -> None:
    (section,) = read_entry(make_entry(sections={"one": "# One {#one}"})).sections()
    assert section.titles == {"en": "One"}


def test_a_missing_section_file_is_named(make_entry: MakeEntry) -> None:
    folder = make_entry(sections={"one": "# One", "two": "# Two"})
    file = folder / "sections" / "two.md"
    file.unlink()
    (problem,) = problems(folder)
    assert (problem.file, problem.message) == (str(file), "This file is missing.")


def test_a_section_file_that_is_not_utf_8_is_named_with_the_line(make_entry: MakeEntry) -> None:
    folder = make_entry()
    file = folder / "sections" / "one.md"
    file.write_bytes("# One\n\nfirst\nдоговор\n".encode("koi8-r"))
    (problem,) = problems(folder)
    assert (problem.file, problem.line) == (str(file), 4)
    assert "UTF-8" in problem.message


def test_a_folder_in_the_place_of_a_section_file_is_a_problem(make_entry: MakeEntry) -> None:
    folder = make_entry()
    file = folder / "sections" / "one.md"
    file.unlink()
    file.mkdir()
    (problem,) = problems(folder)
    assert problem.file == str(file)
    assert "a folder, not a file" in problem.message


def test_problems_of_several_files_come_together_in_order(make_entry: MakeEntry) -> None:
    folder = make_entry(sections={"b": "# B\n\n<i>\n\n<i>", "a": "x", "stray.ru": "# X"})
    found = [(Path(problem.file).name, problem.line) for problem in problems(folder)]
    assert found == [("a.md", 1), ("b.md", 3), ("b.md", 5), ("stray.md", 0)]


# --- which folders ------------------------------------------------------------------------------


def test_an_entry_is_named_by_its_folder_or_by_its_file(make_entry: MakeEntry) -> None:
    folder = make_entry()
    assert entry_folders(folder) == (folder,)
    assert entry_folders(folder / "entry.toml") == (folder,)


def test_a_folder_of_entries_is_a_library(make_entry: MakeEntry, tmp_path: Path) -> None:
    second, first = make_entry("b-entry"), make_entry("a-entry")
    (tmp_path / "no-entry").mkdir()
    assert entry_folders(tmp_path) == (first, second)


@pytest.mark.parametrize("name", ["nothing-here", "x" * 5000])
def test_a_path_that_leads_nowhere_is_not_found(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFoundError) as refused:
        entry_folders(tmp_path / name)
    assert name in refused.value.message


def test_a_file_that_is_no_entry_is_refused(make_entry: MakeEntry) -> None:
    with pytest.raises(NotFoundError, match="is not an entry"):
        entry_folders(make_entry() / "sections" / "one.md")


def test_a_folder_without_an_entry_names_the_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as refused:
        entry_folders(tmp_path)
    assert refused.value.place == str(tmp_path / "entry.toml")
    assert "missing" in refused.value.message


# --- whether they have changed ------------------------------------------------------------------


def test_the_content_key_follows_names_and_bytes_and_nothing_else(make_entry: MakeEntry) -> None:
    folder = make_entry()
    file = folder / "sections" / "one.md"
    keys = [content_key([folder])]
    file.touch()
    assert content_key([folder]) == keys[0]
    (folder / ".hidden").write_text("x")
    assert content_key([folder]) == keys[0]
    file.write_text("# Other")
    keys.append(content_key([folder]))
    file.rename(folder / "sections" / "two.md")
    keys.append(content_key([folder]))
    (folder / "notes.txt").write_text("not part of the entry")
    assert content_key([folder]) == keys[-1]
    (folder / "media").mkdir()
    (folder / "media" / "more").write_text("")
    keys.append(content_key([folder]))
    assert len(set(keys)) == len(keys)


def test_the_signature_sees_a_change_of_the_same_size_and_time(make_entry: MakeEntry) -> None:
    folder = make_entry()
    before = signature([folder])
    assert signature([folder]) == before
    file = folder / "sections" / "one.md"
    other = folder / "other"
    other.write_text(file.read_text().swapcase())
    stat = file.stat()
    os.utime(other, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    other.replace(file)
    assert signature([folder]) != before


def test_a_link_that_leads_nowhere_is_no_part_of_the_content(make_entry: MakeEntry) -> None:
    folder = make_entry()
    key, told = content_key([folder]), signature([folder])
    (folder / "dangling").symlink_to(folder / "nothing")
    (folder / "loop").symlink_to(folder / "loop")
    assert content_key([folder]) == key
    assert signature([folder]) == told


def test_a_file_name_that_is_not_utf_8_is_no_obstacle(make_entry: MakeEntry) -> None:
    folder = make_entry()
    key = content_key([folder])
    try:
        (folder / "sections" / "\udcff").write_text("")
    except OSError:
        pytest.skip("this file system has no such names")
    assert content_key([folder]) != key


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_in_the_folder_is_not_waited_for(make_entry: MakeEntry) -> None:
    folder = make_entry()
    key = content_key([folder])
    os.mkfifo(folder / "pipe.toml")
    os.mkfifo(folder / "sections" / "pipe")
    (folder / "sections" / "endless").symlink_to("/dev/zero")
    assert content_key([folder]) == key
    assert len(signature([folder])) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_section_that_is_a_pipe_is_a_problem(make_entry: MakeEntry) -> None:
    folder = make_entry()
    (folder / "sections" / "one.md").unlink()
    os.mkfifo(folder / "sections" / "one.md")
    with pytest.raises(ContentError) as raised:
        read_entry(folder)
    assert "a pipe or a device" in raised.value.problems[0].message


def test_reading_everything_can_be_stopped(make_entry: MakeEntry) -> None:
    class Stop(Exception):
        pass

    def stop() -> None:
        raise Stop

    with pytest.raises(Stop):
        content_key([make_entry()], stop)
