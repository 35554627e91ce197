"""docs/entry-format.md: its examples are one entry, which the program reads and finds in order."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from treatyviewer.cli.main import main
from treatyviewer.content.checking import check_entry
from treatyviewer.content.dates import read_date
from treatyviewer.content.manifest import read_manifest
from treatyviewer.content.reader import read_entry
from treatyviewer.content.schema import schema_problems
from treatyviewer.content.toml import parse_toml
from treatyviewer.content.treaty_check import SUMS
from treatyviewer.entry.address import COLLECTIONS
from treatyviewer.entry.blocks import Figure, run_text
from treatyviewer.entry.dates import shown
from treatyviewer.entry.model import Section
from treatyviewer.entry.things import Person
from treatyviewer.library.composing import compose
from treatyviewer.library.shelf import shelf

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "entry-format.md"
SCHEMAS = ROOT / "resources" / "schema"
NAME = "my-entry"

# What a fence may hold beside a file: the tree of files, and commands.
TREE, COMMAND = "files", "sh"

_CODE = re.compile(r"`` ?(.+?) ?``|`([^`]+)`")
_FIELD = re.compile(r"[A-Za-z][A-Za-z_-]*")


class Fence(NamedTuple):
    """A fenced example: its language, the file it is (or "files"), and what is in it."""

    language: str
    name: str
    text: str
    line: int


class Chapter(NamedTuple):
    """What stands below one heading of level 2."""

    title: str
    words: str


def tokens() -> list[Token]:
    parser = MarkdownIt("commonmark").enable("table")
    return parser.parse(PAGE.read_text(encoding="utf-8"))


def fences() -> list[Fence]:
    found = []
    for token in tokens():
        if token.type == "fence":
            language, _, name = token.info.strip().partition(" ")
            found.append(
                Fence(language, name.strip(), token.content, token.map[0] + 1 if token.map else 0)
            )
    return found


def files() -> dict[str, str]:
    """The example files, by name."""
    return {fence.name: fence.text for fence in fences() if fence.name not in ("", TREE)}


def commands() -> list[str]:
    return [
        line for fence in fences() if fence.language == COMMAND for line in fence.text.splitlines()
    ]


def opens_the_window(arguments: list[str]) -> bool:
    return Path(arguments[0]).stem == NAME


def chapters() -> list[Chapter]:
    pieces = re.split(r"^## (.+)$", outside_fences(), flags=re.MULTILINE)
    return [Chapter(title, words) for title, words in zip(pieces[1::2], pieces[2::2], strict=True)]


def outside_fences() -> str:
    """The page without its examples."""
    return re.sub(r"^```.*?^```$", "", PAGE.read_text(encoding="utf-8"), flags=re.M | re.S)


def code(words: str) -> list[str]:
    """What stands in code spans."""
    return [first or second for first, second in _CODE.findall(words)]


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")
    )
    return found


def schema_names() -> list[str]:
    return sorted(path.name.partition(".")[0] for path in SCHEMAS.glob("*.json"))


def file_of(name: str) -> str:
    """The file that a schema describes."""
    return str(schema(name)["title"])


def properties(part: Any) -> Iterator[str]:
    """The names of all fields that a schema knows, at any depth."""
    if isinstance(part, Mapping):
        for key, value in part.items():
            if key == "properties":
                # What a rule says of a field (`anyOf` ... `minItems`) names it again.
                yield from value
                for one in value.values():
                    yield from properties(one)
            else:
                yield from properties(value)
    elif isinstance(part, list):
        for one in part:
            yield from properties(one)


def unknown(value: Any, part: Mapping[str, Any], root: Mapping[str, Any], at: str) -> Iterator[str]:
    """The fields of a value that a schema does not know, by place."""
    if "$ref" in part:
        target = part["$ref"].rpartition("/")[2]
        part = {**root["$defs"][target], **part}
    forms = [part, *(form for form in part.get("anyOf", ()) if isinstance(form, Mapping))]
    if isinstance(value, Mapping):
        for key, below in value.items():
            place = f"{at}.{key}"
            known = [form["properties"][key] for form in forms if key in form.get("properties", {})]
            known += [
                form["additionalProperties"]
                for form in forms
                if isinstance(form.get("additionalProperties"), Mapping)
            ]
            if not known:
                yield place
            else:
                yield from unknown(below, known[0], root, place)
    elif isinstance(value, list):
        for number, below in enumerate(value):
            yield from unknown(below, part.get("items", {}), root, f"{at}.{number}")


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    """The entry that the page's examples are."""
    folder = tmp_path / NAME
    for name, text in files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


# --- nothing is left out ----------------------------------------------------------------------


def test_every_example_is_a_file_or_commands() -> None:
    for fence in fences():
        where = f"{PAGE.name}:{fence.line}"
        if fence.language == COMMAND:
            assert not fence.name, where
            for line in fence.text.splitlines():
                assert line.startswith("treatyviewer "), f"{where}: {line}"
        else:
            assert fence.name, f"{where}: which file is this?"
    names = [fence.name for fence in fences() if fence.name]
    assert len(names) == len(set(names)), "an example is a whole file"


def test_no_example_hides_in_an_indented_block() -> None:
    assert not [token.map for token in tokens() if token.type == "code_block"]


def test_the_tree_shows_exactly_the_files_of_the_examples() -> None:
    (tree,) = [fence for fence in fences() if fence.name == TREE]
    listed = []
    folders: list[str] = []
    for line in tree.text.splitlines():
        name = line.split()[0]
        folders = folders[: (len(line) - len(line.lstrip())) // 2]
        if name.endswith("/"):
            folders.append(name)
        else:
            listed.append("".join([*folders, name]))
    assert sorted(listed) == sorted(f"{NAME}/{name}" for name in files())


def test_every_kind_of_file_has_an_example_and_a_chapter() -> None:
    titles = [chapter.title for chapter in chapters()]
    for name in schema_names():
        assert file_of(name) in files()
        assert file_of(name) in titles


# --- the entry is in order --------------------------------------------------------------------


def test_the_examples_are_an_entry(entry: Path) -> None:
    found = read_entry(entry)
    assert found.id == NAME
    assert {claim.verdict for claim in found.claims} == {
        "supported",
        "contradicted",
        "unverifiable",
    }
    assert sorted(name for name, members in found.things.items() if members) == sorted(COLLECTIONS)
    assert all((found.facts, found.periods, found.aliases, found.media))
    figures = [
        block
        for part in found.parts
        for section in part.sections
        if isinstance(section, Section)
        for one in section.walk()
        for block in one.bodies.get("en", ())
        if isinstance(block, Figure)
    ]
    assert [(figure.media, run_text(figure.caption)) for figure in figures] == [
        ("media/rivers.svg", "The frontier of 1911.")
    ]
    person = found.things["people"][0]
    assert isinstance(person, Person)
    assert len(person.role["en"]) == 2


def test_the_check_finds_nothing(entry: Path) -> None:
    assert check_entry(entry) == []


def test_a_schema_comment_on_an_example_names_a_schema() -> None:
    named = re.findall(r"^#:schema (.+)$", "\n".join(files().values()), flags=re.M)
    assert named
    for path in named:
        folder, _, name = path.rpartition("/")
        assert folder == "../schema"
        assert (SCHEMAS / name).is_file()


def test_the_rules_of_our_own_are_shown_by_the_example_sections() -> None:
    (chapter,) = [one for one in chapters() if one.title == "Sections"]
    rows = chapter.words.partition("| Rule |")[2].partition("\n\n")[0].splitlines()[2:]
    assert len(rows) == 6
    sections = "".join(text for name, text in files().items() if name.startswith("sections/"))
    for row in rows:
        for example in code(row.rpartition(" | ")[2]):
            assert example.replace("\\|", "|") in sections


# --- fields -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", schema_names())
def test_every_field_of_a_schema_is_in_the_chapter_of_its_file(name: str) -> None:
    (chapter,) = [one for one in chapters() if one.title == file_of(name)]
    told = {word for span in code(chapter.words) for word in _FIELD.findall(span)}
    shown_in_example = set(_FIELD.findall(files()[file_of(name)]))
    missing = set(properties(schema(name))) - told - shown_in_example
    assert not missing


@pytest.mark.parametrize("name", schema_names())
def test_every_field_of_a_schema_is_explained(name: str) -> None:
    explained = {word for span in code(outside_fences()) for word in _FIELD.findall(span)}
    assert not set(properties(schema(name))) - explained


@pytest.mark.parametrize("name", schema_names())
def test_every_field_of_an_example_is_known_to_its_schema(name: str) -> None:
    text = files()[file_of(name)]
    value = json.loads(text) if name == "sources" else tomllib.loads(text)
    assert list(unknown(value, schema(name), schema(name), file_of(name))) == []


def test_the_manifest_fits_its_schema_too(entry: Path) -> None:
    manifest = parse_toml("entry.toml", (entry / "entry.toml").read_bytes())
    assert schema_problems(manifest, "entry") == []
    assert read_manifest(manifest).id == NAME


def test_the_fields_in_the_tables_exist() -> None:
    """The first cells of the tables that list fields."""
    rules = set().union(*(properties(schema(name)) for name in schema_names()))
    packed = {"format", "entry", "files"}
    for chapter in chapters():
        rows = [line for line in chapter.words.splitlines() if line.startswith("| ")]
        heads = [row for row in rows if row.startswith("| Field")]
        for head in heads:
            below = rows[rows.index(head) + 1 :]
            for row in takewhile(lambda row: not row.startswith("| Field"), below):
                for field in code(row.split(" | ")[0]):
                    assert field in rules | packed, f"{chapter.title}: {field}"


# --- dates ------------------------------------------------------------------------------------


def test_the_dates_are_shown_as_the_page_says() -> None:
    (chapter,) = [one for one in chapters() if one.title == "Dates"]
    rows = re.findall(r"^\| `(.+?)` \| (.+?) \|$", chapter.words, flags=re.M)
    assert len(rows) > 10
    for text, words in rows:
        assert shown(read_date(text).text, "en") == words
    refused = re.search(r"`([^`]+)` is refused", chapter.words)
    assert refused
    with pytest.raises(ValueError, match="open end"):
        read_date(refused[1])


# --- commands ---------------------------------------------------------------------------------


def test_every_command_works_in_the_order_of_the_page(
    entry: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(entry.parent)
    given = [shlex.split(line)[1:] for line in commands()]
    assert {arguments[0] for arguments in given} >= {"outline", "check", "pack", "show", "unpack"}
    for arguments in given:
        if not opens_the_window(arguments):
            status = main(arguments)
            said = capsys.readouterr()
            assert status == 0, (arguments, said.out + said.err)
            assert said.out
            assert not said.err
    again = {path.relative_to("copy").as_posix() for path in Path("copy").rglob("*.*")}
    assert again == set(files())


def test_every_command_that_opens_the_window_opens_it(
    entry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(entry.parent)
    assert main(["pack", NAME, "-o", f"{NAME}.treaty"]) == 0
    given = [shlex.split(line)[1:] for line in commands()]
    windows = [arguments for arguments in given if opens_the_window(arguments)]
    assert windows
    for arguments in windows:
        # The same, drawn into a file: it ends by itself.
        result = subprocess.run(
            [sys.executable, "-m", "treatyviewer", *arguments, "--screenshot", "window.png"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 0, (arguments, result.stderr)
        assert Path("window.png").stat().st_size > 0
        Path("window.png").unlink()


# --- what the page promises -------------------------------------------------------------------


def test_the_manifest_of_a_packed_entry_has_the_fields_that_the_page_names(entry: Path) -> None:
    packed = entry.with_suffix(".treaty")
    assert main(["pack", str(entry), "-o", str(packed)]) == 0
    with zipfile.ZipFile(packed) as archive:
        sums: dict[str, Any] = json.loads(archive.read(SUMS))
        assert archive.namelist()[0] == SUMS
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
    (chapter,) = [one for one in chapters() if ".treaty" in one.title]
    assert set(sums) <= set(code(chapter.words))
    assert set(sums["files"]) == set(files())


def test_every_page_of_the_entry_can_be_composed(entry: Path) -> None:
    library = shelf(entry).open()
    try:
        nodes = library.nodes("WHERE kind NOT IN ('entry', 'part') ORDER BY id")
        assert len(nodes) > 20
        for node in nodes:
            for language in ("en", "ru", "zh-Hans"):
                assert compose(library, library.text(node, language), language).whole
    finally:
        library.close()
