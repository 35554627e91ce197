"""Sources as people read them: full, short, and on a card."""

from __future__ import annotations

import json
import string
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatyviewer.citation.addresses import address_words
from treatyviewer.citation.reference import origin, reference, short
from treatyviewer.entry.blocks import Emphasis, Link, Text, run_text
from treatyviewer.paths import shipped_entry

BOOK = {
    "id": "westad-1998",
    "type": "book",
    "title": "Brothers in Arms",
    "editor": [{"family": "Westad", "given": "Odd Arne"}],
    "publisher": "Stanford University Press",
    "publisher-place": "Stanford",
    "issued": {"date-parts": [[1998]]},
}
ARTICLE = {
    "id": "tagirova-2022",
    "type": "article-journal",
    "title": "From Crisis Management to Realignment of Forces",
    "author": [{"family": "Tagirova", "given": "Alsu"}],
    "container-title": "Journal of Cold War Studies",
    "volume": 24,
    "issue": "1",
    "page": "116–137",
    "issued": {"date-parts": [[2022]]},
    "DOI": "10.1162/jcws_a_01056",
}
CHAPTER = {
    "id": "frus-1950",
    "type": "chapter",
    "title": "Editorial note (document 157)",
    "author": [{"literal": "US Department of State"}],
    "container-title": "Foreign Relations of the United States, 1950, vol. VI",
    "number": "157",
    "issued": {"date-parts": [[1950, 2, 14]]},
    "URL": "https://history.state.gov/historicaldocuments/frus1950v06/d157",
    "custom": {"kind": "primary"},
}
TREATY = {
    "id": "hljszw-text",
    "type": "treaty",
    "title": "中苏友好同盟互助条约",
    "publisher": "Heilongjiang local history office",
    "original-date": {"date-parts": [[1950, 2, 14]]},
    "language": "zh-Hans",
    "custom": {
        "titles": {
            "en": "Sino-Soviet Treaty of Friendship",
            "zh-Hans": "中苏友好同盟互助条约",
            "ru": "Советско-китайский договор о дружбе",
        }
    },
}


def text(csl: dict[str, Any], language: str = "en") -> str:
    return run_text(reference(csl, language))


def test_a_book() -> None:
    assert text(BOOK) == (
        "Westad, Odd Arne, ed. Brothers in Arms. Stanford: Stanford University Press, 1998."
    )
    assert Emphasis((Text("Brothers in Arms"),)) in reference(BOOK)


def test_an_article() -> None:
    assert text(ARTICLE) == (
        "Tagirova, Alsu. “From Crisis Management to Realignment of Forces.” Journal of Cold War "
        "Studies 24, no. 1 (2022): 116–137. doi.org/10.1162/jcws_a_01056."
    )
    assert Emphasis((Text("Journal of Cold War Studies"),)) in reference(ARTICLE)


def test_a_newspaper_and_a_magazine_have_days_for_numbers() -> None:
    paper = {
        "type": "article-newspaper",
        "title": "Treaty Signed: “Russia and China”",
        "container-title": "Ashburton Guardian",
        "issued": {"date-parts": [["1950", "02", "16"]]},
        "page": "3",
        "archive": "Papers Past",
    }
    assert text(paper) == (
        "“Treaty Signed: ‘Russia and China’.” Ashburton Guardian, 16 February 1950, p. 3. "
        "Papers Past."
    )
    assert text({"type": "article-magazine", "title": "Why?", "container-title": "Time"}) == (
        "“Why?” Time, n.d."
    )


def test_a_document_in_a_collection() -> None:
    assert text(CHAPTER) == (
        "US Department of State. “Editorial note (document 157).” In Foreign Relations of the "
        "United States, 1950, vol. VI, no. 157, 14 February 1950. "
        "history.state.gov/historicaldocuments/frus1950v06/d157."
    )
    (link,) = (run for run in reference(CHAPTER) if isinstance(run, Link))
    assert link.target == CHAPTER["URL"]
    edited = CHAPTER | {
        "editor": [{"family": "Aandahl", "given": "Fredrick"}],
        "translator": [{"literal": "N. N."}],
        "publisher": "GPO",
        "page": "311",
    }
    assert (
        "no. 157, edited by Fredrick Aandahl, translated by N. N., p. 311. GPO, 14 February 1950."
        in text(edited)
    )


def test_a_treaty_has_our_title_in_the_readers_language() -> None:
    assert text(TREATY) == (
        "中苏友好同盟互助条约 [Sino-Soviet Treaty of Friendship]. 14 February 1950. "
        "Heilongjiang local history office, n.d."
    )
    assert text(TREATY, "ru") == (
        "中苏友好同盟互助条约 [Советско-китайский договор о дружбе]. 14 февраля 1950 г. "
        "Heilongjiang local history office, б. д."
    )
    # It says the same as the work's own title, and so does its sibling.
    for language in ("zh-Hans", "zh-Hant"):
        assert text(TREATY, language).startswith("中苏友好同盟互助条约. 1950年2月14日.")
    assert "[" not in text(TREATY, "fr")


def test_han_titles_are_not_slanted() -> None:
    runs = reference({"type": "book", "title": "墓碑", "custom": {"titles": {"en": "Tombstone"}}})
    assert runs == (Text("墓碑 [Tombstone]. n.d."),)


def test_a_description_in_brackets_is_not_quoted() -> None:
    item = {"type": "article-journal", "title": "[Comment on the records]", "issue": "17"}
    assert text(item) == "[Comment on the records]. No. 17, n.d."
    assert short(item) == "Comment on the records"


GARVER = {"family": "Garver", "given": "John W."}
CHEN = {"family": "Chen", "given": "Jian"}
SHEN = {"family": "沈", "given": "志华"}
XIA = {"family": "夏", "given": "亚峰"}


@pytest.mark.parametrize(
    ("authors", "full", "brief"),
    [
        ([GARVER], "Garver, John W.", "Garver"),
        ([GARVER, CHEN], "Garver, John W., and Jian Chen.", "Garver and Chen"),
        ([GARVER, CHEN, SHEN], "Garver, John W., Jian Chen, and 沈志华.", "Garver et al."),
        ([GARVER, CHEN, SHEN, XIA], "Garver, John W. et al.", "Garver et al."),
        ([SHEN, XIA], "沈志华 and 夏亚峰.", "沈志华 and 夏亚峰"),
        ([{"literal": "Xinhua"}], "Xinhua.", "Xinhua"),
        ([{"given": "Mao"}], "Mao.", "Mao"),
        ([{"family": "Mao"}], "Mao.", "Mao"),
        ([{"family": "欧阳 X", "given": "Y"}], "欧阳 X, Y.", "欧阳 X"),
        (
            [{"family": "Gaulle", "given": "Charles", "dropping-particle": "de"}],
            "Gaulle, Charles de.",
            "Gaulle",
        ),
        (
            [{"family": "Beek", "given": "B.", "non-dropping-particle": "van", "suffix": "Jr."}],
            "van Beek, B., Jr.",
            "van Beek",
        ),
    ],
)
def test_names(authors: list[dict[str, str]], full: str, brief: str) -> None:
    item = {"type": "book", "title": "T", "author": authors, "issued": {"date-parts": [[2016]]}}
    assert text(item) == f"{full} T. 2016."
    assert short(item) == f"{brief} 2016"


def test_names_in_chinese_and_russian() -> None:
    item = {"type": "book", "title": "T", "author": [SHEN, XIA]}
    assert text(item, "zh-Hans") == "沈志华、夏亚峰. T. 无日期."
    assert text(item | {"author": [SHEN] * 4}, "zh-Hant") == "沈志华等. T. 無日期."
    assert text(item | {"author": [GARVER, CHEN]}, "ru") == "Garver, John W. и Jian Chen. T. б. д."
    assert text({"title": "T", "editor": [SHEN]}, "zh-Hans") == "沈志华编. “T.” 无日期."


def test_a_chinese_work_is_signed_with_the_family_first() -> None:
    item = {
        "type": "article-journal",
        "title": "T",
        "author": [{"family": "Liu", "given": "Feng"}],
        "issued": {"date-parts": [[2013]]},
        "language": "zh-Hans",
    }
    assert short(item) == "Liu Feng 2013"
    assert text(item).startswith("Liu Feng. “T.”")
    assert short(item | {"language": "en"}) == "Liu 2013"
    assert short(item | {"author": [GARVER]}) == "Garver 2013"


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        (None, "n.d."),
        ({}, "n.d."),
        ({"literal": "spring of 1950"}, "spring of 1950"),
        ({"raw": "c. 1950"}, "c. 1950"),
        ({"date-parts": [[1950, 2]]}, "February 1950"),
        ({"date-parts": [[1950, 0, 0]]}, "1950"),
        ({"date-parts": [[1950, 2, 14], [1950, 2, 17]]}, "14–17 February 1950"),
        ({"date-parts": [[1950]], "season": 1}, "spring 1950"),
        ({"date-parts": [[1950]], "circa": True}, "about 1950"),
        ({"date-parts": [[]]}, "n.d."),
        ({"date-parts": [["soon"]]}, "n.d."),
        ({"date-parts": "1950"}, "n.d."),
        ({"edtf": "1950~"}, "about 1950"),
        ("1950", "n.d."),
    ],
)
def test_dates(issued: object, date: str) -> None:
    ending = "" if date.endswith(".") else "."
    assert text({"type": "book", "title": "T", "issued": issued}) == f"T. {date}{ending}"


def test_a_visit_is_told() -> None:
    item = {"title": "T", "URL": "https://a.org/b", "accessed": {"date-parts": [[2024, 5, 3]]}}
    assert text(item) == "“T.” n.d. a.org/b (accessed 3 May 2024)."


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://a.org", "a.org"),
        ("https://a.org/", "a.org"),
        ("https://a.org/b/", "a.org/b/"),
        ("http://a.org/b?c=1#d", "a.org/b?c=1"),
        ("https://zh.wikisource.org/wiki/%E4%B8%AD%E8%8B%8F", "zh.wikisource.org/wiki/中苏"),
        ("https://a.org/one%20two%0A", "a.org/one%20two%0A"),
        ("https://a.org/%E2%80%AEgpj", "a.org/%E2%80%AEgpj"),
        ("https://a.org/%FF%E4", "a.org/%FF%E4"),
        ("https://xn--a%2Fb.org/%D1%8F", "xn--a%2Fb.org/я"),
    ],
)
def test_addresses_are_written_for_people(url: str, words: str) -> None:
    assert address_words(url) == words


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "a.org", "", None])
def test_only_web_addresses_are_links(url: object) -> None:
    assert not any(isinstance(run, Link) for run in reference({"title": "T", "URL": url}))


def test_short_names() -> None:
    assert short(BOOK) == "Westad 1998"
    assert short(CHAPTER) == "US Department of State 1950"
    assert short(CHAPTER | {"citation-label": "FRUS 1950, ed. note 157"}) == (
        "FRUS 1950, ed. note 157"
    )
    assert short(TREATY) == "Sino-Soviet Treaty of…, Heilongjiang local history…"
    undated = {key: value for key, value in CHAPTER.items() if key != "issued"}
    assert short(undated) == "Editorial note (document 157), Foreign Relations of the…"
    assert short(BOOK | {"issued": {}}) == "Westad, Brothers in Arms"
    assert short({"type": "book", "title": "A long title of many words " * 9}).endswith("…")
    assert short({"type": "webpage", "title": "T", "title-short": "S"}) == "S"
    assert short({"id": "only-an-id"}) == "only-an-id"
    assert short({}) == "?"
    wiki = {
        "type": "entry-encyclopedia",
        "title": "Andrey Vyshinsky",
        "author": [{"literal": "Wikipedia contributors"}],
        "container-title": "English Wikipedia",
    }
    assert short(wiki) == "Andrey Vyshinsky, English Wikipedia"


@pytest.mark.parametrize(
    ("language", "date"),
    [("en", "14 February 1950"), ("ru", "14 февраля 1950 г."), ("zh-Hans", "1950年2月14日")],
)
def test_where_a_work_is_from_and_of_when(language: str, date: str) -> None:
    text = BOOK | {"publisher-place": "Moscow", "issued": {"date-parts": [[1950, 2, 14]]}}
    assert origin(text, language) == ("Moscow", date)
    assert origin(CHAPTER, language)[0] == "Foreign Relations of the United States, 1950, vol. VI"
    assert origin({"id": "x"}, language) == ("", "")


def test_every_source_that_we_ship_is_written_out() -> None:
    items = json.loads((shipped_entry() / "sources.json").read_text(encoding="utf-8"))
    for item in items:
        full = text(item)
        assert full.endswith((".", "?”"))
        assert ".." not in full
        assert "  " not in full
        assert len(short(item)) <= 60


WORDS = st.text(max_size=12) | st.text(alphabet=string.ascii_letters + " .”?[]中", max_size=90)
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
NAME = st.dictionaries(
    st.sampled_from(["family", "given", "literal", "suffix", "dropping-particle"]), WORDS | ANY
)
DATE = st.fixed_dictionaries(
    {},
    optional={
        "date-parts": st.lists(st.lists(st.integers(-9999, 99999) | WORDS, max_size=4), max_size=3)
        | ANY,
        "literal": WORDS,
        "season": ANY,
        "circa": ANY,
    },
)
_PLAIN = (
    "id", "title", "title-short", "citation-label", "container-title", "publisher",
    "publisher-place", "volume", "issue", "number", "edition", "page", "page-first", "archive",
    "archive_location", "event-title", "language", "DOI",
)  # fmt: skip
FIELDS: dict[str, st.SearchStrategy[Any]] = {name: WORDS | st.integers() | ANY for name in _PLAIN}
FIELDS |= {name: st.lists(NAME, max_size=5) | ANY for name in ("author", "editor", "translator")}
FIELDS |= dict.fromkeys(("issued", "accessed", "original-date"), DATE | ANY)
FIELDS |= {
    "type": st.sampled_from(
        ["book", "treaty", "chapter", "article-journal", "entry-encyclopedia", "document"]
    )
    | ANY,
    "URL": st.text(alphabet="ab/%EF20.?#", max_size=20).map("https://".__add__) | ANY,
    "custom": st.fixed_dictionaries(
        {}, optional={"kind": ANY, "titles": st.dictionaries(WORDS, WORDS) | ANY}
    )
    | ANY,
}


@settings(max_examples=300, deadline=None)
@given(
    st.fixed_dictionaries({}, optional=FIELDS), st.sampled_from(["en", "ru", "zh-Hans", "fr", ""])
)
def test_no_item_is_too_odd(item: dict[str, Any], language: str) -> None:
    runs = reference(item, language)
    assert run_text(runs).strip()
    assert "\n" not in run_text(runs)
    assert 0 < len(short(item, language)) <= 60
    assert all("\n" not in part for part in origin(item, language))
