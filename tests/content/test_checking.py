"""What a check finds: each kind of problem in a damaged copy of an entry that is complete."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from treatyviewer.content.checking import check, check_entry
from treatyviewer.content.treaty_file import pack
from treatyviewer.errors import Problem
from treatyviewer.paths import shipped_entry

COMPLETE = Path(__file__).parents[1] / "data" / "complete-entry"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the complete entry, to be damaged."""
    return Path(shutil.copytree(COMPLETE, tmp_path / "entry"))


def damage(file: Path, old: str, new: str) -> None:
    """Replace a string that a file holds once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, (file.name, old, text.count(old))
    file.write_text(text.replace(old, new), encoding="utf-8")


def line_of(file: Path, words: str) -> int:
    """The line on which words begin that a file holds once; 0 for none."""
    if not words:
        return 0
    text = file.read_text(encoding="utf-8")
    assert text.count(words) == 1, (file.name, words, text.count(words))
    return text.count("\n", 0, text.index(words)) + 1


def told(folder: Path) -> list[tuple[str, int, str]]:
    """Where something is found, as (file in the entry, line, field)."""
    return places(folder, check_entry(folder))


def places(folder: Path, found: list[Problem]) -> list[tuple[str, int, str]]:
    """Where the problems found are, each of which is told in full."""
    for problem in found:
        assert problem.message, problem
        # Where there are few things to write, they are told at once.
        assert problem.advice.endswith((".", "?")) or ": write " in problem.message, problem
    return [(Path(p.file).relative_to(folder).as_posix(), p.line, p.field) for p in found]


def one(folder: Path) -> Problem:
    (problem,) = check_entry(folder)
    return problem


def test_the_complete_entry_has_no_problem() -> None:
    found = check(COMPLETE)
    assert found.problems == ()
    assert (found.id, found.claims, found.sources) == ("two-rivers-1901", 4, 3)


def test_the_shipped_entry_has_no_problem() -> None:
    found = check(shipped_entry())
    assert found.problems == ()
    assert found.claims == 40


def test_a_packed_entry_is_checked_as_its_folder_is(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "packed.treaty"
    pack(folder, file)
    assert check(file).problems == ()
    damage(folder / "claims.toml", '"supported"', '"true"')
    pack(folder, file, overwrite=True)
    problem = one(file)
    assert (problem.file, problem.line) == (f"{file}/claims.toml", 3)
    assert problem.field == "claims.0.verdict"


def test_a_packed_entry_that_was_cut_short(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "packed.treaty"
    pack(folder, file)
    file.write_bytes(file.read_bytes()[:-100])
    found = check(file)
    assert found.id == ""
    assert [problem.file for problem in found.problems] == [str(file)]


# --- one damage, one problem, at its place ------------------------------------------------------

SEAL = '[[pictures]]\nfile = "seal.png"'

# What is written instead of what in which file; in which file, on the line of which words (those
# of the damaged copy; none for the whole file) and in which field the problem is told; how what
# is said begins.
Damage = tuple[tuple[str, str, str], tuple[str, str, str], str]
DAMAGES: dict[str, Damage] = {
    # Claims and their marks.
    "a claim without a mark": (
        ("sections/lead.md", "[at the Ford]{.claim #c0-1}", "at the Ford"),
        ("claims.toml", 'id = "c0-1"', "claims.0.id"),
        "The words of the claim “c0-1” are not marked in any section.",
    ),
    "a mark without a claim": (
        ("sections/overview.md", "was signed in May.", "was signed [in May]{.claim #c9-9}."),
        ("sections/overview.md", "#c9-9", ""),
        "There is no claim “c9-9” in claims.toml.",
    ),
    "words marked twice": (
        ("sections/overview.md", "was signed in May.", "was signed [in May]{.claim #c1-3}."),
        ("sections/overview.md", "[nine boats]", ""),
        "The claim “c1-3” is marked twice; the other is at ",
    ),
    "a claim marked in a field": (
        ("claims.toml", "No list of the boats is", "No [list]{.claim #c1-3} of the boats is"),
        ("claims.toml", "[list]", "claims.3.record"),
        "The words of a claim are marked in a section only.",
    ),
    "a claim with neither source nor reason": (
        ("claims.toml", 'no_source_because = "No source for the number was found."\n', ""),
        ("claims.toml", '[[claims]]\nid = "c1-3"', "claims.3.sources"),
        "No source is given here.",
    ),
    "a claim of general knowledge with neither": (
        ("claims.toml", 'sources = ["gazette-1901, p. 1"]', 'basis = "general-knowledge"'),
        ("claims.toml", '[[claims]]\nid = "c0-1"', "claims.0.sources"),
        "The claim “c0-1” has neither a source nor a reason why it has none.",
    ),
    "a claim with an empty list of sources": (
        ("claims.toml", 'sources = ["gazette-1901, p. 1"]', "sources = []"),
        ("claims.toml", "sources = []", "claims.0.sources"),
        "No source is given here.",
    ),
    "a claim with a source and a reason": (
        (
            "claims.toml",
            'no_source_because = "No',
            'sources = ["hale-1950"]\nno_source_because = "No',
        ),
        ("claims.toml", "no_source_because", "claims.3.no_source_because"),
        "The claim “c1-3” has sources, and a reason why it has none.",
    ),
    # Braces and brackets.
    "braces without the dot": (
        ("sections/overview.md", "was signed in May.", "was signed [in May]{claim #c1-3}."),
        ("sections/overview.md", "{claim #c1-3}", ""),
        "The braces {claim #c1-3} were not understood and would stand in the text.",
    ),
    "braces that do not close": (
        (
            "sections/overview.md",
            "[nine boats]{.claim #c1-3}.",
            "[nine boats]{.claim #c1-3}, [ten]{.claim.",
        ),
        ("sections/overview.md", "{.claim.", ""),
        "The braces {.claim. were not understood and would stand in the text.",
    ),
    "braces apart from their words": (
        ("sections/overview.ru.md", "был подписан в мае", "был подписан [в мае] {.claim #c1-9}"),
        ("sections/overview.ru.md", "{.claim", ""),
        "The braces {.claim #c1-9} were not understood",
    ),
    "braces in a field": (
        ("people.toml", "She signed for the north.", "She signed {#north} for the north."),
        ("people.toml", "{#north}", "people.0.role"),
        "The braces {#north} were not understood",
    ),
    "braces that mean something else": (
        ("sections/overview.md", "was signed in May.", "was signed [in May]{.date}."),
        ("sections/overview.md", "{.date}", ""),
        "The braces behind “in May” are not the mark of a claim.",
    ),
    "a citation that is none": (
        (
            "sections/overview.md",
            "[@gazette-1901, p. 2; @hale-1950]",
            "[@gazette-1901, p. 2; hale-1950]",
        ),
        ("sections/overview.md", "; hale-1950]", ""),
        "“[@gazette-1901, p. 2; hale-1950]” is not a citation.",
    ),
    # Sources.
    "an unknown source in a section": (
        ("sections/overview.md", "@hale-1950]", "@hale-1951]"),
        ("sections/overview.md", "@hale-1951", ""),
        "There is no source “hale-1951” in sources.json.",
    ),
    "an unknown source in a translation": (
        ("sections/overview.zh-Hans.md", "@gazette-1901", "@gazette"),
        ("sections/overview.zh-Hans.md", "[@gazette]", ""),
        "There is no source “gazette” in sources.json.",
    ),
    "an unknown source in a list of several lines": (
        ("claims.toml", '  "hale-1950",\n', '  "hale-1951",\n'),
        ("claims.toml", "hale-1951", "claims.2.sources.1"),
        "There is no source “hale-1951” in sources.json.",
    ),
    "an unknown source of a rival": (
        ("claims.toml", '"hale-1950, ch. 3"', '"hale-1951, ch. 3"'),
        ("claims.toml", "hale-1951", "claims.2.rivals.0.sources.0"),
        "There is no source “hale-1951” in sources.json.",
    ),
    "an unknown source of a text of the treaty": (
        ("instrument.toml", 'source = "hale-1950"', 'source = "hale-1951"'),
        ("instrument.toml", "hale-1951", "articles.0.text.en.source"),
        "There is no source “hale-1951” in sources.json.",
    ),
    "an unknown source in a field": (
        ("claims.toml", "[@gazette-1901]", "[@gazette-1900]"),
        ("claims.toml", "gazette-1900", "claims.0.record"),
        "There is no source “gazette-1900” in sources.json.",
    ),
    "an unknown source in a caption": (
        ("media.toml", "[@atlas-1910]", "[@atlas-1911]"),
        ("media.toml", "atlas-1911", "pictures.0.caption.en"),
        "There is no source “atlas-1911” in sources.json.",
    ),
    "an unused source": (
        (
            "sources.json",
            "[\n  {\n",
            '[\n  {\n    "id": "nobody-1900",\n    "type": "book",\n    "title": "Unread",\n'
            '    "custom": {"kind": "secondary"}\n  },\n  {\n',
        ),
        ("sources.json", '"id": "nobody-1900"', "sources.0.id"),
        "No text and no list of sources names the source “nobody-1900”.",
    ),
    # Dates.
    "a date that is not EDTF": (
        ("timeline.toml", 'date = "1901-05-03"\n', 'date = "3 May 1901"\n'),
        ("timeline.toml", "3 May 1901", "events.0.date"),
        "“3 May 1901” is not a date of EDTF level 0 or 1.",
    ),
    "a day that no month has": (
        ("people.toml", "1860-02-29", "1861-02-29"),
        ("people.toml", "1861-02-29", "people.0.born"),
        "“1861-02-29”: there is no day 29; ",
    ),
    "a reversed interval": (
        ("timeline.toml", "1901-06/1901-07", "1901-07/1901-06"),
        ("timeline.toml", "1901-07/1901-06", "events.1.date"),
        "“1901-07/1901-06” ends before it begins.",
    ),
    "a reversed period": (
        ("timeline.toml", "1901-05-03/1931-05-03", "1931-05-03/1901-05-03"),
        ("timeline.toml", "1931-05-03/1901-05-03", "periods.0.date"),
        "“1931-05-03/1901-05-03” ends before it begins.",
    ),
    "an interval without an end": (
        ("instrument.toml", 'date = "1901-05-03"', 'date = "1901-05-03/"'),
        ("instrument.toml", "1901-05-03/", "companions.0.date"),
        "“1901-05-03/” does not say when it ends; an open end is written “1901-05-03/..”.",
    ),
    # Links.
    "a link to nothing in a section": (
        (
            "sections/overview.md",
            "[[people/li-he|the other ferryman]]",
            "[[people/li-ho|the other]]",
        ),
        ("sections/overview.md", "people/li-ho", ""),
        "“people/li-ho” leads nowhere: the entry has nothing of that name.",
    ),
    "a link to nothing on the second line of a paragraph": (
        ("sections/overview.md", "[[articles/article-1]]", "[[articles/article-9]]"),
        ("sections/overview.md", "articles/article-9", ""),
        "“articles/article-9” leads nowhere",
    ),
    "a link to a claim on another page": (
        (
            "sections/overview.md",
            "[[overview#c1-1|the claim above]]",
            "[[lead#c1-1|the claim above]]",
        ),
        ("sections/overview.md", "lead#c1-1", ""),
        "“lead#c1-1” leads nowhere",
    ),
    "a link to a claim without words": (
        ("sections/overview.md", "[[overview#c1-1|the claim above]]", "[[overview#c1-1]]"),
        ("sections/overview.md", "[[overview#c1-1]]", ""),
        "The link “[[overview#c1-1]]” needs words of its own.",
    ),
    "a treaty: link to nothing in this entry": (
        (
            "sections/overview.md",
            "treaty:two-rivers-1901/terms/dues",
            "treaty:two-rivers-1901/terms/due",
        ),
        ("sections/overview.md", "terms/due)", ""),
        "“terms/due” leads nowhere",
    ),
    "a link to nothing in a field": (
        ("timeline.toml", "signed at [[places/ford]]", "signed at [[places/fort]]"),
        ("timeline.toml", "places/fort", "events.0.text"),
        "“places/fort” leads nowhere",
    ),
    "a link to nothing in a field of several lines": (
        ("claims.toml", "[[articles/article-2]]", "[[articles/article-3]]"),
        ("claims.toml", "articles/article-3", "claims.1.record"),
        "“articles/article-3” leads nowhere",
    ),
    "a link to nothing in one language of a fact": (
        ("entry.toml", "[[places/ford|Брод]]", "[[places/brod|Брод]]"),
        ("entry.toml", "places/brod", "facts.0.value.ru"),
        "“places/brod” leads nowhere",
    ),
    "a link to nothing above a collection": (
        ("entry.toml", "The treaty has two articles.", "The [[treaty]] has two articles."),
        ("entry.toml", "[[treaty]]", "parts.1.sections.0.text"),
        "“treaty” leads nowhere",
    ),
    "aliases of nothing": (
        ("aliases.toml", 'of = "people/anna-rey"', 'of = "people/anna-ray"'),
        ("aliases.toml", "people/anna-ray", "aliases.0.of"),
        "“people/anna-ray” leads nowhere",
    ),
    "an event of no section": (
        ("timeline.toml", 'sections = ["overview"]', 'sections = ["overviews"]'),
        ("timeline.toml", "overviews", "events.0.sections.0"),
        "“overviews” leads nowhere",
    ),
    "a key term that the glossary does not have": (
        ("instrument.toml", 'term = "dues"', 'term = "due"'),
        ("instrument.toml", '"due"', "articles.0.terms.0.term"),
        "“terms/due” leads nowhere",
    ),
    # Aliases.
    "an alias given twice": (
        ("aliases.toml", '  "The Crossing",\n', '  "The Crossing",\n  "anna  REY",\n'),
        ("aliases.toml", "anna  REY", "aliases.1.names.2"),
        "The name “anna  REY” is given twice; the other is on line 2.",
    ),
    "an alias given twice in a group": (
        ("aliases.toml", '"安娜·雷", ', '"安娜·雷", "ANNA REY", '),
        ("aliases.toml", "ANNA REY", "aliases.0.names.2"),
        "The name “ANNA REY” is given twice; the other is on line 2.",
    ),
    "an alias that is searched and only offered": (
        ("aliases.toml", '"the ferrywoman"', '"anna rey"'),
        ("aliases.toml", "anna rey", "aliases.0.related.0"),
        "The name “anna rey” stands among the names of this group too.",
    ),
    # Pictures.
    "a picture without alt text": (
        ("media.toml", 'alt = "A seal."\n', ""),
        ("media.toml", SEAL, "pictures.1.alt"),
        "The field “alt” is missing.",
    ),
    "a picture with empty alt text": (
        ("media.toml", 'alt = "A seal."', 'alt = ""'),
        ("media.toml", 'alt = ""', "pictures.1.alt"),
        "“alt” is empty.",
    ),
    "a picture without a licence": (
        ("media.toml", 'licence = "CC0-1.0"\n\n', "\n"),
        ("media.toml", '[[pictures]]\nfile = "map.svg"', "pictures.0.licence"),
        "The field “licence” is missing.",
    ),
    "a picture without its maker": (
        (
            "media.toml",
            'Viewer"\nlicence = "CC0-1.0"\n\n',
            'Viewer"\ncrdit = "x"\nlicence = "x"\n\n',
        ),
        ("media.toml", "crdit", "pictures.0.crdit"),
        "“crdit” is not a field here.",
    ),
    "a picture without a caption": (
        ("media.toml", 'caption = "The seal, 1901."\n', ""),
        ("media.toml", SEAL, "pictures.1.caption"),
        "The picture “seal.png” has no caption.",
    ),
    "a caption that is more than a paragraph": (
        ("media.toml", '"The seal, 1901."', '"The seal.\\n\\n1901."'),
        ("media.toml", "The seal.", "pictures.1.caption"),
        "“caption” is not a single paragraph.",
    ),
    "a picture that no text shows": (
        ("sections/overview.md", "![The seal of the treaty: two waves.](media/seal.png)\n", ""),
        ("media/seal.png", "", ""),
        "No text shows this picture.",
    ),
    "a picture that is not there": (
        (
            "sections/overview.md",
            "![](media/map.svg)",
            "![](media/map.svg)\n\n![x](media/plan.svg)",
        ),
        ("sections/overview.md", "plan.svg", ""),
        "The picture “media/plan.svg” is not there.",
    ),
    "a picture among words": (
        ("sections/overview.ru.md", "в мае", "в ![мае](media/seal.png)"),
        ("sections/overview.ru.md", "![мае]", ""),
        "A picture stands in a paragraph of its own, not among words.",
    ),
    "a picture described twice": (
        (
            "media.toml",
            SEAL,
            '[[pictures]]\nfile = "map.svg"\nalt = "x"\ncaption = "x"\ncredit = "x"\n'
            f'licence = "x"\n\n{SEAL}',
        ),
        ("media.toml", 'file = "map.svg"\nalt = "x"', "pictures.1.file"),
        "The picture “map.svg” is described twice; the other is on line 2.",
    ),
    "a description of no picture": (
        (
            "media.toml",
            SEAL,
            f'[[pictures]]\nfile = "plan.svg"\nalt = "x"\ncredit = "x"\nlicence = "x"\n\n{SEAL}',
        ),
        ("media.toml", "plan.svg", "pictures.1.file"),
        "There is no picture “plan.svg” in the folder media.",
    ),
    # The forms of files.
    "a missing field": (
        ("people.toml", 'role = "He signed for the south."\n', ""),
        ("people.toml", '[[people]]\nid = "li-he"', "people.1.role"),
        "The field “role” is missing.",
    ),
    "an unknown field": (
        ("glossary.toml", "also = ", "synonyms = "),
        ("glossary.toml", "synonyms", "terms.0.synonyms"),
        "“synonyms” is not a field here.",
    ),
    "a wrong verdict": (
        ("claims.toml", '"unverifiable"', '"unknown"'),
        ("claims.toml", '"unknown"', "claims.3.verdict"),
        "“unknown” is not a verdict: write supported, imprecise, contradicted or unverifiable.",
    ),
    "a text of the treaty without a licence": (
        (
            "instrument.toml",
            'source = "hale-1950"\nlicence = "CC0-1.0"\n',
            'source = "hale-1950"\n',
        ),
        ("instrument.toml", "[articles.text.en]", "articles.0.text.en.licence"),
        "The field “licence” is missing.",
    ),
    "a text of the treaty without a source": (
        ("instrument.toml", 'source = "hale-1950"\nlicence', "licence"),
        ("instrument.toml", "[articles.text.en]", "articles.0.text.en.source"),
        "The field “source” is missing.",
    ),
    "an unknown field of the outline": (
        ("entry.toml", "items = true", "item = true"),
        ("entry.toml", "item = true", "parts.1.sections.0.item"),
        "“item” is not a field here.",
    ),
    "a text above a collection that is none": (
        (
            "entry.toml",
            'text = """\nThe treaty has two articles. Their words are made up.\n"""',
            "text = 7",
        ),
        ("entry.toml", "text = 7", "parts.1.sections.0.text"),
        "“text” must be words in quotes, or a table of them by language.",
    ),
    "an unknown type of a source": (
        ("sources.json", '"type": "map"', '"type": "atlas"'),
        ("sources.json", '"type": "atlas"', "sources.2.type"),
        "“atlas” is not a type.",
    ),
    "a file that is no TOML": (
        ("places.toml", "latitude = 12.5", "latitude = 12,5"),
        ("places.toml", "12,5", ""),
        "This is not valid TOML",
    ),
    "a file that is no JSON": (
        ("sources.json", '"type": "map",', '"type": "map"'),
        ("sources.json", '"title": "Атлас рек"', ""),
        "This is not valid JSON",
    ),
    # Ids.
    "an id given twice in two files": (
        ("timeline.toml", 'id = "first-crossing"', 'id = "letter-on-boats"'),
        ("instrument.toml", 'id = "letter-on-boats"', "companions.0.id"),
        "The id “letter-on-boats” is given twice; the other is at ",
    ),
    "an id that a section has": (
        ("instrument.toml", 'id = "letter-on-boats"', 'id = "boats"'),
        ("instrument.toml", 'id = "boats"', "companions.0.id"),
        "The id “boats” is given twice; the other is at ",
    ),
    "the id of a period given twice": (
        ("timeline.toml", 'id = "in-force"', 'id = "signing"'),
        ("timeline.toml", 'id = "signing"\ndate = "1901-05-03/1931', "periods.0.id"),
        "The id “signing” is given twice; the other is at ",
    ),
    # The outline.
    "a collection without a page": (
        (
            "entry.toml",
            '[[parts.sections]]\ncollection = "companions"\n'
            'title = { en = "Signed with it", zh-Hans = "同时签订", ru = "Подписано вместе" }\n',
            "",
        ),
        ("instrument.toml", "", ""),
        "The companions have no page in the outline, so nobody would find them.",
    ),
    "a translation with a section of its own": (
        ("sections/overview.ru.md", "## Лодки {#boats}", "## Лодки {#lodki}"),
        ("sections/overview.ru.md", "{#lodki}", ""),
        "overview.md has no section “lodki” at this place",
    ),
}


@pytest.mark.parametrize("what", list(DAMAGES))
def test_each_damage_is_one_problem_at_its_place(folder: Path, what: str) -> None:
    (file, old, new), (there, words, field), message = DAMAGES[what]
    damage(folder / file, old, new)
    found = check_entry(folder)
    assert places(folder, found) == [(there, line_of(folder / there, words), field)]
    assert found[0].message.startswith(message)


def test_a_missing_section_is_named_with_the_claims_that_it_marks(folder: Path) -> None:
    (folder / "sections" / "lead.md").unlink()
    assert told(folder) == [("claims.toml", 2, "claims.0.id"), ("sections/lead.md", 0, "")]


def test_a_picture_of_which_nothing_is_said_is_told_where_it_is_shown(folder: Path) -> None:
    (folder / "media" / "plan.svg").write_text("<svg/>", encoding="utf-8")
    damage(
        folder / "sections/overview.md", "![](media/map", "![x](media/plan.svg)\n\n![](media/map"
    )
    line = line_of(folder / "sections/overview.md", "plan.svg")
    assert told(folder) == [("sections/overview.md", line, "")]
    problem = one(folder)
    assert problem.message.startswith("Nothing is said of the picture “media/plan.svg”")
    assert problem.advice == 'Add a [[pictures]] with file = "plan.svg" to media.toml.'


def test_a_file_that_is_no_part_of_an_entry(folder: Path) -> None:
    (folder / "claim.toml").write_text("a = 1\n", encoding="utf-8")
    damage(folder / "sections/overview.md", "@hale-1950]", "@hale-1951]")
    line = line_of(folder / "sections/overview.md", "@hale-1951")
    assert told(folder) == [("claim.toml", 0, ""), ("sections/overview.md", line, "")]


def test_an_entry_without_a_manifest_is_still_looked_through(folder: Path) -> None:
    damage(folder / "claims.toml", '"supported"', '"true"')
    (folder / "entry.toml").write_text("id = \n", encoding="utf-8")
    assert told(folder) == [("claims.toml", 3, "claims.0.verdict"), ("entry.toml", 1, "")]


def test_what_can_be_known_is_told_beside_a_file_that_is_not_in_order(folder: Path) -> None:
    damage(folder / "claims.toml", '"supported"', '"true"')
    damage(folder / "people.toml", "1860-02-29", "1861-02-29")
    damage(folder / "people.toml", "She signed for", "She <b>signed for")
    damage(folder / "sections/overview.md", "A first point", "A first {#point}")
    damage(folder / "aliases.toml", '"The Crossing"', '"anna rey"')
    damage(folder / "timeline.toml", 'id = "first-crossing"', 'id = "boats"')
    damage(folder / "media.toml", 'caption = "The seal, 1901."\n', "")
    # Whether there is a source of this name is known only when all is in order.
    damage(folder / "sections/overview.md", "@hale-1950]", "@hale-1951]")
    assert told(folder) == [
        ("aliases.toml", 10, "aliases.1.names.1"),
        ("claims.toml", 3, "claims.0.verdict"),
        ("media.toml", 8, "pictures.1.caption"),
        ("people.toml", 5, "people.0.born"),
        ("people.toml", 9, "people.0.role"),
        ("sections/overview.md", 8, ""),
        ("timeline.toml", 11, "events.1.id"),
    ]


def test_a_link_is_a_use_of_a_source_and_an_alias_is_none(folder: Path) -> None:
    damage(
        folder / "sources.json",
        "[\n  {\n",
        '[\n  {\n    "id": "one",\n    "type": "book",\n    "title": "One",\n'
        '    "custom": {"kind": "secondary"}\n  },\n  {\n',
    )
    damage(folder / "aliases.toml", 'of = "people/anna-rey"', 'of = "sources/one"')
    assert told(folder) == [("sources.json", 3, "sources.0.id")]
    damage(folder / "glossary.toml", "What is paid", "[[sources/one]]: what is paid")
    assert told(folder) == []


def test_the_nearest_name_is_offered(folder: Path) -> None:
    damage(folder / "sections/overview.md", "@hale-1950]", "@hale-195]")
    damage(folder / "timeline.toml", "signed at [[places/ford]]", "signed at [[places/fort]]")
    assert [problem.advice for problem in check_entry(folder)] == [
        "Did you mean “hale-1950”?",
        "Did you mean “places/ford”?",
    ]
