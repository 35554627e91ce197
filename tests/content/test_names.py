"""What links without words are called, and which links lead nowhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from treatyviewer.content.names import Names
from treatyviewer.content.reader import read_entry
from treatyviewer.content.references import Use
from treatyviewer.entry.blocks import Figure, Link, Paragraph, Run, Text, plain_text, run_text
from treatyviewer.entry.model import Entry, Section
from treatyviewer.entry.things import Claim, Event, Person

COMPLETE = Path(__file__).parents[1] / "data" / "complete-entry"
ID = "two-rivers-1901"


@pytest.fixture(scope="module")
def entry() -> Entry:
    return read_entry(COMPLETE)


def section(entry: Entry, id: str) -> Section:
    return next(one for one in entry.sections() if one.id == id)


def links(runs: tuple[Run, ...]) -> list[tuple[str, str]]:
    return [(run.target, run_text(run.runs)) for run in runs if isinstance(run, Link)]


def test_a_link_without_words_has_the_name_in_the_language_of_its_text(entry: Entry) -> None:
    overview = section(entry, "overview")
    paragraphs = {
        language: next(block for block in blocks if isinstance(block, Paragraph))
        for language, blocks in overview.records.items()
    }
    anna = f"treaty:{ID}/people/anna-rey"
    assert links(paragraphs["ru"].runs) == [(anna, "Анна Рей")]
    assert links(paragraphs["zh-Hans"].runs) == [(anna, "安娜·雷")]
    assert links(paragraphs["en"].runs) == [
        (anna, "Anna Rey"),
        (f"treaty:{ID}/people/li-he", "the other ferryman"),
        (f"treaty:{ID}/places/ford", "the Ford"),
        (f"treaty:{ID}/articles/article-1", "Article I · The ferry"),
        (f"treaty:{ID}/events", "Timeline"),
        (f"treaty:{ID}/overview#c1-1", "the claim above"),
    ]


def test_links_are_named_wherever_they_stand(entry: Entry) -> None:
    (picture,) = [
        block
        for block in section(entry, "overview").bodies["en"]
        if isinstance(block, Figure) and block.media == "media/map.svg"
    ]
    assert run_text(picture.caption) == "The rivers near the Ford."
    assert picture.alt == "A map: two rivers that meet."
    signing = next(one for one in entry.things["events"] if one.id == "signing")
    assert isinstance(signing, Event)
    assert plain_text(signing.text["en"]) == "Anna Rey signed at the Ford."
    claim = next(one for one in entry.claims if one.id == "c1-1")
    assert isinstance(claim, Claim)
    assert plain_text(claim.record["en"]).endswith("The second is Article II · The term.")


def test_a_name_that_a_language_lacks_is_the_best_there_is(tmp_path: Path) -> None:
    folder = shutil.copytree(COMPLETE, tmp_path / "entry")
    file = folder / "people.toml"
    text = file.read_text(encoding="utf-8")
    old = '{ en = "Li He", zh-Hans = "李河", ru = "Ли Хэ" }'
    role = "She signed for the north."
    assert old in text
    text = text.replace(old, '{ zh-Hant = "李河", ru = "Ли Хэ" }').replace(
        f'"{role}"',
        '{ en = "With [[people/li-he]].", ru = "[[people/li-he]]", zh-Hans = "[[people/li-he]]" }',
    )
    file.write_text(text, encoding="utf-8")
    person = read_entry(folder).things["people"][0]
    assert isinstance(person, Person)
    said = {language: plain_text(blocks) for language, blocks in person.role.items()}
    assert said == {"en": "With 李河.", "ru": "Ли Хэ", "zh-Hans": "李河"}


# --- links that lead nowhere --------------------------------------------------------------------


@pytest.fixture(scope="module")
def names(entry: Entry) -> Names:
    names = Names(entry.id, entry.language, entry.titles)
    names.add_outline(entry.parts)
    for collection, things in entry.things.items():
        names.add_things(collection, things)
    names.add_claims(entry.claims)
    return names


@pytest.mark.parametrize(
    "target",
    [
        "",
        "/overview",
        "/overview?ed=1",
        "/boats",
        "/overview#p1",
        # Blocks in other blocks and in the editor's part have addresses too.
        "/overview#p2",
        "/overview#n1",
        "/overview#f2",
        "/overview#h1",
        "/overview#c1-1",
        "/boats#c1-3",
        "/people",
        "/people/li-he",
        "/sources/hale-1950",
    ],
)
def test_what_is_there(names: Names, target: str) -> None:
    assert names.is_there(ID + target)


@pytest.mark.parametrize(
    "target",
    [
        "/overviews",
        "/li-he",
        "/people/ford",
        "/overview#p99",
        "/overview#c1-3",
        "/lead#c1-1",
        "/people#c1-1",
    ],
)
def test_what_is_not_there(names: Names, target: str) -> None:
    assert not names.is_there(ID + target)
    use = Use("link", ID + target, "one.md", 3, "en", "")
    (problem,) = names.dead([use], frozenset())
    assert (problem.file, problem.line) == ("one.md", 3)
    assert problem.message.startswith(f"“{target[1:]}” leads nowhere")
    assert problem.advice


def test_links_to_other_entries_are_not_judged(entry: Entry, tmp_path: Path) -> None:
    folder = shutil.copytree(COMPLETE, tmp_path / "entry")
    file = folder / "sections" / "overview.md"
    text = file.read_text(encoding="utf-8")
    assert text.count(f"treaty:{ID}/terms/dues") == 1
    file.write_text(text.replace(f"treaty:{ID}/terms/dues", "treaty:x/y#z"), encoding="utf-8")
    assert read_entry(folder).id == entry.id


def test_links_with_words_keep_them(names: Names) -> None:
    namer = names.named("ru")
    address = f"treaty:{ID}/people/li-he"
    assert namer(Link(address, (Text("he"),))) == Link(address, (Text("he"),))
    assert namer(Link(address, ())) == Link(address, (Text("Ли Хэ"),))
    assert namer(Text("he")) == Text("he")
