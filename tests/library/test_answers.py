"""What an answer says beside its hits: what was done with a query, and what else to try."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from treatyviewer.index.query import MOST_GROUPS
from treatyviewer.library.answer_words import TABLES, words
from treatyviewer.library.finder import Finder
from treatyviewer.library.library import Library
from treatyviewer.library.values import Answer, Offer

InMemory = Callable[..., Library]
ENTRY = "two-rivers-1901"
NO_WORD = words("no-word")
CUT = words("cut", most=MOST_GROUPS)


@pytest.fixture
def finder(complete: Library) -> Finder:
    return Finder(complete)


def places(answer: Answer) -> list[str]:
    return [str(hit.address).removeprefix(f"{ENTRY}/") for hit in answer.hits]


# --- messages -----------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["", "  ", '"', "?!…。", "\x00", '"" ()*', "-", "- -"])
def test_a_query_without_a_word_gets_a_clear_answer(finder: Finder, query: str) -> None:
    answer = finder.find(query)
    assert (answer.total, answer.hits, answer.message) == (0, (), NO_WORD)
    assert (answer.query, answer.corrected, answer.relaxed) == (query, "", "")


def test_a_query_that_is_too_long_says_what_was_sought(finder: Finder) -> None:
    answer = finder.find(" ".join(f"word{number}" for number in range(2_000)))
    assert (answer.total, answer.message) == (0, CUT)
    assert str(MOST_GROUPS) in CUT


def test_messages_are_in_the_language_of_the_titles(finder: Finder) -> None:
    assert finder.find("", language="ru").message == words("no-word", "ru")
    said = finder.find("kind:persno qwertyuiop treaty", correct=False, language="zh-Hans").message
    assert said.startswith("没有“persno”这一类别。")
    assert "“qwertyuiop”" in said.splitlines()[1]


def test_every_message_is_there_in_every_language_with_the_same_names() -> None:
    def names(text: str) -> set[str]:
        return set(re.findall(r"{\w+}", text))

    english = TABLES["en"]
    for table in TABLES.values():
        assert table.keys() == english.keys()
        assert {key: names(text) for key, text in table.items()} == {
            key: names(text) for key, text in english.items()
        }


@pytest.mark.parametrize(
    ("query", "value", "advice"),
    [
        ("kind:persno treaty", "persno", "person"),
        ("in:nowhere treaty", "nowhere", "number"),
        ("before:tomorrow treaty", "tomorrow", "before:1960"),
        ("after:1950-13 treaty", "1950-13", "after:1950"),
        (f"in:{'x' * 500} treaty", f"{'x' * 40}…”", "title"),
    ],
)
def test_a_condition_that_says_nothing_is_told_and_left_out(
    finder: Finder, query: str, value: str, advice: str
) -> None:
    answer = finder.find(query)
    assert value in answer.message
    assert advice in answer.message
    assert places(answer) == places(finder.find("treaty"))


def test_words_that_stand_nowhere_are_told(finder: Finder) -> None:
    answer = finder.find("treaty qwertyuiop", correct=False)
    assert "“qwertyuiop”" in answer.message
    assert answer.relaxed == "some"
    assert answer.hits
    assert finder.find("qwertyuiop").message == ""


def test_that_a_query_was_relaxed_is_told(in_memory: InMemory) -> None:
    finder = Finder(
        in_memory([({"en": "One"}, {"en": "Loans and aid."}), ({"en": "Two"}, {"en": "Steel."})])
    )
    assert (finder.find('"loans and aid"').relaxed, finder.find("aid").message) == ("", "")
    apart, some = finder.find('"aid loans"'), finder.find("aid steel")
    assert (apart.relaxed, [hit.title for hit in apart.hits]) == ("apart", ["One"])
    assert "apart" in apart.message
    assert (some.relaxed, len(some.hits)) == ("some", 2)
    assert "some" in some.message
    question = finder.find("loans and aid but steel OR iron mines", correct=False)
    assert question.relaxed == "some"


# --- corrected, also ----------------------------------------------------------------------------


def test_a_slip_is_corrected_and_the_query_as_it_was_typed_offered(finder: Finder) -> None:
    answer = finder.find("traety")
    assert answer.corrected == "treaty"
    assert Offer("original", "traety") in answer.offers
    assert places(answer) == places(finder.find("treaty"))
    literally = finder.find("traety", correct=False)
    assert (literally.corrected, literally.total, literally.offers) == ("", 0, ())


def test_other_names_are_told_and_related_ones_offered(in_memory: InMemory) -> None:
    library = in_memory(
        [
            ({"en": "One"}, {"en": "Peking"}),
            ({"en": "Two"}, {"en": "Beijing"}),
            ({"en": "Three"}, {"en": "Paris"}),
        ],
        names=[(["Beijing", "Peking"], ["Beiping", "Paris"])],
    )
    answer = Finder(library).find("Peking")
    assert {hit.title for hit in answer.hits} == {"One", "Two"}
    assert answer.also == ("Beijing",)
    assert [offer.query for offer in answer.offers if offer.kind == "related"] == [
        "Beiping",
        "Paris",
    ]
    other = Finder(library).find("Paris")
    assert ([hit.title for hit in other.hits], other.also) == (["Three"], ())
    assert other.offers == (Offer("related", "Beijing"),)


def test_words_alone_are_offered_where_conditions_leave_nothing(finder: Finder) -> None:
    answer = finder.find("treaty before:1066")
    assert (answer.hits, answer.total) == ((), 0)
    assert answer.offers == (Offer("plainly", "treaty"),)
    assert finder.find("treaty").offers == ()


# --- conditions ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("person", "person"),
        ("People", "person"),
        ("events", "event"),
        ("SECTION", "section"),
        ("companions", "companion"),
        ("claim", "claim"),
        ("sources", "source"),
    ],
)
def test_a_kind_keeps_all_others_out(finder: Finder, name: str, kind: str) -> None:
    answer = finder.find(f"kind:{name}", limit=100)
    assert {hit.kind for hit in answer.hits} == {kind}
    assert answer.kinds == {kind: answer.total}
    assert answer.message == ""
    assert finder.find("", kinds=[name], limit=100).hits == answer.hits


@pytest.mark.parametrize("kind", ["section", "person", "event", "claim", "source", "collection"])
def test_the_kinds_of_an_answer_are_those_that_narrow_it(finder: Finder, kind: str) -> None:
    everything = finder.find("treaty OR toll OR river OR Rey", limit=100)
    narrowed = finder.find("treaty OR toll OR river OR Rey", limit=100, kinds=[kind])
    assert narrowed.total == everything.kinds.get(kind, 0)
    assert places(narrowed) == [
        place for place, hit in zip(places(everything), everything.hits, strict=True)
        if hit.kind == kind
    ]  # fmt: skip


@pytest.mark.parametrize("query", ["kind:event loans", "kind:companion", "loans kind:person -x"])
def test_a_kind_that_a_library_has_nothing_of_finds_nothing(
    in_memory: InMemory, query: str
) -> None:
    answer = Finder(in_memory([({"en": "Loans"}, {"en": "Loans."})])).find(query)
    assert (answer.hits, answer.total) == ((), 0)


@pytest.mark.parametrize("place", ["overview", '"Overview"', "OVERVIEW"])
def test_a_section_keeps_others_out(finder: Finder, complete: Library, place: str) -> None:
    answer = finder.find(f"treaty in:{place}", limit=100)
    assert answer.hits
    assert {hit.address.item for hit in answer.hits} == {"overview"}
    assert answer.total < finder.find("treaty", limit=100).total


def test_a_collection_and_an_entry_are_places_too(finder: Finder) -> None:
    people = finder.find("in:people", limit=100)
    assert {hit.kind for hit in people.hits} == {"collection", "person"}
    assert finder.find(f"in:{ENTRY} treaty").total == finder.find("treaty").total
    assert finder.find("in:people in:overview", limit=100).total > people.total


def test_times_keep_what_carries_a_date_in_them(in_memory: InMemory) -> None:
    finder = Finder(
        in_memory(
            [
                ({"en": "Signed"}, {"en": "Aid of 14 February 1950."}),
                ({"en": "Ended"}, {"en": "Aid until 1979.", "ru": "Помощь до 1979 года."}),
                ({"en": "Undated"}, {"en": "Aid."}),
                ({"en": "Both"}, {"en": "Aid in 1949, and in 1963."}),
            ]
        )
    )

    def titles(query: str) -> set[str]:
        answer = finder.find(query)
        assert answer.total == len(answer.hits)
        return {hit.title for hit in answer.hits}

    assert titles("aid before:1950-02-14") == {"Both"}
    assert titles("aid before:1950-02-15") == {"Signed", "Both"}
    assert titles("aid after:1950-02-14") == {"Signed", "Ended", "Both"}
    assert titles("aid after:1950-02-15 before:1963") == set()
    assert titles("after:1964") == {"Ended"}
    assert titles("before:1950") == {"Both"}


def test_events_carry_their_dates(finder: Finder) -> None:
    answer = finder.find("kind:event after:1901 before:1902", limit=100)
    assert "events/signing" in places(answer)
    assert places(finder.find("kind:event before:1800")) == []


# --- counting -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query", ["treaty", "kind:person", "treaty toll", "qwertyuiop", '"toll treaty river"']
)
def test_all_that_fits_is_told_when_it_is_asked_for(
    finder: Finder, complete: Library, query: str
) -> None:
    answer = finder.find(query, limit=1, counting=True)
    hits = finder.find(query, limit=100).hits
    found = [complete.find_claim(hit.address) or complete.find(hit.address) for hit in hits]
    assert list(answer.owners) == sorted(node.id for node in found)
    assert len(answer.owners) == answer.total
    assert finder.find(query).owners == ()


@pytest.mark.parametrize("query", ["", "?", "in:nowhere", "before:never", "-treaty"])
def test_where_nothing_is_sought_nothing_is_counted(finder: Finder, query: str) -> None:
    answer = finder.find(query, counting=True)
    assert (answer.total, answer.owners, answer.hits) == (0, (), ())


def test_the_matcher_of_an_answer_finds_what_was_sought(finder: Finder) -> None:
    answer = finder.find("treaty 条约")
    assert answer.matcher is not None
    text = "Treaties, 條約"
    assert [text[mark.start : mark.end] for mark in answer.matcher.find(text)] == [
        "Treaties",
        "條約",
    ]
