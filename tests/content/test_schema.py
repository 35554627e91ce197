"""The schemas, and what they say of a file that does not fit them."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatyviewer.content.json_file import json_lines
from treatyviewer.content.schema import parse_json, schema_problems
from treatyviewer.content.toml import TomlFile, parse_toml
from treatyviewer.errors import ContentError
from treatyviewer.paths import resources, shipped_entry

SCHEMAS = sorted((resources() / "schema").glob("*.schema.json"))
NAMES = (
    "aliases claims entry glossary instrument media people places sources timeline".split()  # noqa: SIM905
)

CLAIM = """\
[[claims]]
id = "c3-1"
verdict = "contradicted"
record = "Six articles."
sources = ["cctv-mfa", "hljszw-text, preamble and arts. I-III"]
"""
PLACE = """\
[[places]]
id = "moscow"
name = { en = "Moscow", ru = "Москва" }
latitude = 55.75
longitude = 37.62
why = "The treaty was signed here."
sources = ["ws-communique"]
"""
ENTRY = """\
id = "my-entry"
licence = "MIT"
languages = ["en", "ru"]
[titles]
en = "Mine"
[[facts]]
name = "Signed"
value = { en = "14 February 1950", ru = "14 февраля 1950 г." }
basis = "general-knowledge"
[[parts]]
title = "The entry"
[[parts.sections]]
id = "one"
supplied = true
[[parts.sections]]
collection = "people"
title = "People"
"""
INSTRUMENT = """\
[[articles]]
id = "article-1"
title = "Article I"
summary = "..."
sources = ["frus-1950"]
[[articles.terms]]
en = "state of war"
ru = "состояние войны"
[articles.text.ru]
words = "..."
source = "garant-ru"
licence = "public domain"
"""
TIMELINE = """\
[[events]]
id = "signing"
date = "1950-02-14"
title = "Signed"
text = "..."
sources = ["frus-1950"]
"""
MEDIA = """\
[[pictures]]
file = "map.svg"
alt = "A map."
credit = "The developers"
licence = "MIT"
"""
ALIASES = """\
[[aliases]]
names = ["Zhou Enlai", "周恩来"]
of = "people/zhou-enlai"
"""
GOOD = {
    "claims": CLAIM,
    "places": PLACE,
    "entry": ENTRY,
    "instrument": INSTRUMENT,
    "timeline": TIMELINE,
    "media": MEDIA,
    "aliases": ALIASES,
}
SOURCES = """\
[
  {
    "type": "book",
    "id": "westad-1998",
    "title": "Brothers in Arms",
    "editor": [
      {"family": "Westad", "given": "Odd Arne"}
    ],
    "custom": {
      "kind": "secondary"
    }
  }
]
"""


def toml(text: str, name: str = "claims") -> TomlFile:
    return parse_toml(f"{name}.toml", text.encode())


def told(text: str, name: str = "claims") -> list[tuple[int, str, str, str]]:
    problems = schema_problems(toml(text, name), name)
    for problem in problems:
        assert problem.file == f"{name}.toml"
    assert len({problem.field for problem in problems}) == len(problems)
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)
    return [(problem.line, problem.field, problem.message, problem.advice) for problem in problems]


def one(text: str, name: str = "claims") -> tuple[int, str, str, str]:
    (only,) = told(text, name)
    return only


def test_there_is_a_schema_for_each_file() -> None:
    assert [file.name for file in SCHEMAS] == [f"{name}.schema.json" for name in NAMES]


@pytest.mark.parametrize("file", SCHEMAS, ids=lambda file: file.name)
def test_a_schema_is_one_and_stands_alone(file: Path) -> None:
    from jsonschema import Draft202012Validator

    schema = json.loads(file.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    shared = schema.get("$defs", {})

    def look(part: Any) -> None:
        if isinstance(part, list):
            for item in part:
                look(item)
        if not isinstance(part, dict):
            return
        if "$ref" in part:
            assert part["$ref"].removeprefix("#/$defs/") in shared
        for name, field in part.get("properties", {}).items():
            # What an editor shows; forms below "anyOf" only narrow what was described.
            if "$ref" in field or "type" in field or "enum" in field:
                assert field.get("title"), name
        if part.get("type") == "object" and "properties" in part and part.get("description"):
            # A table by language, or a name or date of CSL, is no table of our own fields.
            assert "additionalProperties" in part, part["title"]
        for inner in part.values():
            look(inner)

    look(schema)
    assert schema["title"]
    assert schema["description"]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "media"])
def test_the_entry_that_is_shipped_fits(name: str) -> None:
    file = shipped_entry() / f"{name}.{'json' if name == 'sources' else 'toml'}"
    read = parse_json if name == "sources" else parse_toml
    assert schema_problems(read(str(file), file.read_bytes()), name) == []


@pytest.mark.parametrize("name", list(GOOD))
def test_what_is_good_has_no_problems(name: str) -> None:
    assert told(GOOD[name], name) == []


def test_a_missing_field_comes_with_an_example() -> None:
    assert one(CLAIM.replace('verdict = "contradicted"\n', "")) == (
        1,
        "claims.0.verdict",
        "The field “verdict” is missing.",
        'Write verdict = "supported".',
    )


def test_several_missing_fields_are_told_one_by_one() -> None:
    found = told('[[claims]]\nid = "c1"\nbasis = "general-knowledge"\n')
    assert [field for _, field, _, _ in found] == ["claims.0.verdict", "claims.0.record"]
    found = told("edition = 1\n", "entry")
    assert {field for _, field, _, _ in found} == {"id", "licence", "languages", "titles", "parts"}
    advice = {field: advice for _, field, _, advice in found}
    assert advice["languages"] == 'Write languages = ["en", "zh-Hans", "ru"].'
    assert advice["titles"] == 'Write titles = { en = "A title", ru = "Название" }.'
    assert advice["parts"] == "Write [[parts]], and below it its fields."


def test_an_unknown_field_is_told_with_the_nearest() -> None:
    line, field, message, advice = one(CLAIM + 'nots = "x"\n')
    assert (line, field, message) == (6, "claims.0.nots", "“nots” is not a field here.")
    assert advice.startswith("Did you mean “note”? Fields: id, verdict, note, record, sources,")


def test_a_misspelt_field_is_not_also_told_as_missing() -> None:
    assert one(CLAIM.replace("verdict =", "verdikt ="))[1] == "claims.0.verdikt"
    assert one(CLAIM.replace("sources =", "source ="))[1] == "claims.0.source"


def test_each_unknown_field_is_a_problem_of_its_own() -> None:
    found = told(CLAIM + "foo = 1\nbar = 2\n")
    assert [(line, field) for line, field, _, _ in found] == [
        (6, "claims.0.foo"),
        (7, "claims.0.bar"),
    ]


def test_a_word_that_is_not_one_of_the_list() -> None:
    assert one(CLAIM.replace("contradicted", "wrong"))[:3] == (
        3,
        "claims.0.verdict",
        "“wrong” is not a verdict: write supported, imprecise, contradicted or unverifiable.",
    )
    assert one(CLAIM.replace("contradicted", "suported"))[3] == "Did you mean “supported”?"
    _, _, message, _ = one(ENTRY.replace('"people"', '"persons"'), "entry")
    assert message.startswith("“persons” is not a collection: write people, places,")


@pytest.mark.parametrize(
    ("old", "new", "message", "advice"),
    [
        ("55.75", '"55.75"', "“latitude” must be a number, without quotes.", "latitude = 38.81"),
        ("55.75", "true", "“latitude” must be a number, without quotes.", ""),
        ("55.75", "nan", "“latitude” must be a number, without quotes.", ""),
        ("55.75", "91.2", "“latitude” is 91.2; it must be from -90 to 90.", ""),
        ("37.62", "-200", "“longitude” is -200; it must be from -180 to 180.", ""),
        ("longitude = 37.62\n", "", "The field “longitude” is missing; “latitude” means", ""),
        ('"moscow"', '"Moscow"', "“Moscow” cannot be an id: write small letters, digits", ""),
        ('"moscow"', "7", "“id” must be words in quotes.", 'Write id = "port-arthur".'),
        ('"moscow"', '"""moscow\n"""', "“moscow” cannot be an id", ""),
        ('["ws-communique"]', '"ws-communique"', "“sources” must be a list.", "Write sources = ["),
        ('["ws-communique"]', "[]", "No source is given here.", 'basis = "general-knowledge"'),
        ('["ws-communique"]', '["a-b", "a-b"]', "“a-b” stands twice in “sources”.", ""),
        ('["ws-communique"]', '["WS, p. 1"]', "“WS, p. 1” does not name a source: write its", ""),
        ('["ws-communique"]', "[7]", "This item of the list must be words in quotes.", ""),
        ('sources = ["ws-communique"]\n', "", "No source is given here.", "Write sources = ["),
        ('ru = "Москва"', "ru = 7", "“ru” must have words in quotes behind it.", 'ru = "..."'),
        ('ru = "Москва"', 'ru = " "', "“ru” must have words in quotes behind it.", ""),
        ('ru = "Москва"', '"russisch!" = "x"', "“russisch!” is not a language tag.", "BCP 47"),
        ('{ en = "Moscow", ru = "Москва" }', "{}", "“name” must be words in quotes, or a", "{ en"),
        ('{ en = "Moscow", ru = "Москва" }', "7", "“name” must be words in quotes, or a table", ""),
        ('{ en = "Moscow", ru = "Москва" }', '" "', "“name” is empty.", ""),
        ('{ en = "Moscow", ru = "Москва" }', '["x"]', "“name” must be words in quotes, or a", ""),
        ("[[places]]", "[places]", "“places” must be a list.", "Write [[places]], and below it"),
    ],
)
def test_wrong_values_in_a_place(old: str, new: str, message: str, advice: str) -> None:
    assert old in PLACE
    _, _, said, adviced = one(PLACE.replace(old, new), "places")
    assert said.startswith(message)
    assert advice in adviced


def test_dates_without_quotes_are_understood() -> None:
    _, field, message, advice = one(TIMELINE.replace('"1950-02-14"', "1950-02-14"), "timeline")
    assert field == "events.0.date"
    assert message == "“date” must stand in quotes."
    assert advice == 'Write "1950-02-14".'


def test_forms_of_dates_are_not_the_schemas_affair() -> None:
    assert told(TIMELINE.replace("1950-02-14", "February"), "timeline") == []


def test_a_line_of_the_outline_is_a_section_or_a_page() -> None:
    _, field, message, advice = one(ENTRY.replace('collection = "people"\n', ""), "entry")
    assert field == "parts.0.sections.1"
    assert message == "Neither “id” nor “collection” is given here."
    assert advice == 'Write id = "overview" or collection = "people".'
    _, _, message, _ = one(ENTRY.replace("supplied = true", 'collection = "people"'), "entry")
    assert message == "“id” and “collection” cannot stand together."


def test_other_limits() -> None:
    assert one(ENTRY.replace('["en", "ru"]', "[]"), "entry")[2] == "The list “languages” is empty."
    text = ENTRY.replace("licence =", "edition = 0\nlicence =")
    assert one(text, "entry")[2] == "“edition” is 0; it must be 1 or more."
    text = ENTRY.replace('["en", "ru"]', '["english"]')
    assert one(text, "entry")[2].startswith("“english” is not a language tag (BCP 47)")
    text = ENTRY.replace("supplied = true", 'supplied = "yes"')
    assert one(text, "entry")[2] == "“supplied” must be true or false, without quotes."
    assert one(MEDIA.replace("map.svg", "../map.svg"), "media")[2].startswith("“../map.svg” is not")
    assert one(MEDIA.replace("map.svg", "map.gif"), "media")[2].startswith("“map.gif” is not")
    assert one(ALIASES.replace("people/", "persons/"), "aliases")[2].startswith("“persons/zhou-en")
    text = INSTRUMENT.replace('licence = "public domain"\n', "")
    assert one(text, "instrument")[1] == "articles.0.text.ru.licence"
    assert one(INSTRUMENT.replace('en = "state', 'english = "state'), "instrument")[2] == (
        "“english” is not a language tag."
    )


def test_rivals_need_no_source_but_the_list() -> None:
    rival = '[[claims.rivals]]\nposition = "1979"\nwho = "A page"\nassessment = "Late."\n'
    assert told(CLAIM + rival) == []
    assert told(CLAIM + rival + "sources = []\n") == []
    assert one(CLAIM + rival.replace("who", "whom"))[:2] == (8, "claims.0.rivals.0.whom")


def test_problems_come_by_line_and_once_for_a_place() -> None:
    text = CLAIM.replace("contradicted", "wrong").replace('"Six articles."', "7") + CLAIM.replace(
        '"c3-1"', '"C3"'
    )
    assert [(line, field) for line, field, _, _ in told(text)] == [
        (3, "claims.0.verdict"),
        (4, "claims.0.record"),
        (7, "claims.1.id"),
    ]


# --- sources.json -----------------------------------------------------------------------------


def sources(text: str) -> list[tuple[int, str, str, str]]:
    problems = schema_problems(parse_json("sources.json", text.encode()), "sources")
    return [(problem.line, problem.field, problem.message, problem.advice) for problem in problems]


def test_sources_are_read_with_their_lines() -> None:
    file = parse_json("sources.json", SOURCES.encode())
    assert file.data["sources"][0]["title"] == "Brothers in Arms"
    assert file.line("sources.0") == 4
    assert file.line("sources.0.type") == 3
    assert file.line("sources.0.editor.0.family") == 7
    assert file.line("sources.0.custom.kind") == 10
    assert file.line("sources.0.custom.read") == 9
    assert file.line("sources") == 1
    assert sources(SOURCES) == []


def test_what_is_wrong_with_a_source() -> None:
    assert sources(SOURCES.replace("secondary", "tertiary")) == [
        (
            10,
            "sources.0.custom.kind",
            "“tertiary” is not a kind: write primary, reference or secondary.",
            "",
        )
    ]
    (found,) = sources(SOURCES.replace('"book"', '"boook"'))
    assert found[:3] == (3, "sources.0.type", "“boook” is not a type.")
    assert found[3].startswith("Did you mean “book”? Write one of: article, article-journal,")
    (found,) = sources(SOURCES.replace('    "title": "Brothers in Arms",\n', ""))
    assert found == (
        4,
        "sources.0.title",
        "The field “title” is missing.",
        'Write "title": "...".',
    )
    (found,) = sources(SOURCES.replace('"kind"', '"knid"'))
    assert found[:3] == (10, "sources.0.custom.knid", "“knid” is not a field here.")
    (found,) = sources(SOURCES.replace('{"family": "Westad", "given": "Odd Arne"}', '{"x": 1}'))
    assert found[1] == "sources.0.editor.0"


def test_fields_of_csl_that_we_do_not_know_are_kept() -> None:
    assert sources(SOURCES.replace('"type"', '"PMID": "1", "x-y": [], "type"')) == []


def test_sources_must_be_a_list() -> None:
    (found,) = sources("{}")
    assert found[:2] == (1, "sources")
    assert "must be a list" in found[2]
    assert sources("[]") == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "The file is empty."),
        ('[\n  {"id": "a",}\n]', 2, "This is not valid JSON at column"),
        ("[\n", 2, "This is not valid JSON at column"),
        ("[NaN]", 0, "This is not valid JSON: NaN is no number."),
        (f"[{'9' * 9000}]", 0, "This is not valid JSON: "),
        ("[" * 100_000, 0, "Lists and tables stand too deep in each other here."),
    ],
)
def test_what_is_no_json_is_told_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(ContentError) as refused:
        parse_json("sources.json", text.encode())
    (problem,) = refused.value.problems
    assert problem.line == line
    assert problem.message.startswith(message)
    assert problem.advice


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1, max_size=4), inner)
    ),
    max_leaves=8,
)


@given(JSON, st.sampled_from([None, 1]))
def test_the_lines_of_any_json_are_found(value: Any, indent: int | None) -> None:
    lines = json_lines(json.dumps(value, indent=indent, ensure_ascii=False))
    assert lines[""] == 1

    def look(part: Any, name: str) -> None:
        items = part.items() if isinstance(part, dict) else enumerate(part)
        for key, inner in items:
            below = f"{name}.{key}" if name else str(key)
            assert below in lines
            if isinstance(inner, dict | list):
                look(inner, below)

    if isinstance(value, dict | list):
        look(value, "")


# --- any file at all --------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_change_is_told_in_words(data: st.DataObject) -> None:
    """Whatever stands in a file, the check ends, and says something for people."""
    name = data.draw(st.sampled_from(list(GOOD)))
    file = toml(GOOD[name], name)
    values = copy.deepcopy(dict(file.data))
    part: Any = values
    while True:
        keys = list(part) if isinstance(part, dict) else list(range(len(part)))
        if not keys:
            break
        key = data.draw(st.sampled_from(keys))
        if not isinstance(part[key], dict | list) or data.draw(st.booleans()):
            change = data.draw(st.sampled_from(["value", "name", "remove"]))
            if change == "value":
                part[key] = data.draw(JSON)
            elif change == "name" and isinstance(part, dict):
                part[data.draw(st.text(max_size=6))] = part.pop(key)
            else:
                del part[key]
            break
        part = part[key]
    for problem in schema_problems(TomlFile(file.name, values, file.lines), name):
        assert problem.line >= 1
        assert problem.message.endswith((".", "?"))
        assert "does not fit" not in problem.message
        assert "schema" not in problem.message.lower()


def test_the_validator_is_loaded_by_the_first_check() -> None:
    code = "import sys; import treatyviewer.content.schema; print('jsonschema' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert ran.stdout.strip() == "False", ran.stderr
