"""What an entry holds besides its sections, as JSON values."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from treatyviewer.entry.address import parse
from treatyviewer.entry.things import GENERAL_KNOWLEDGE, VERDICTS
from treatyviewer.export.things import collection_values, referring_values, thing_values
from treatyviewer.library.library import Library

COMPLETE = Path(__file__).parents[1] / "data" / "complete-entry"
LISTS = ("articles", "companions", "events", "people", "places", "terms", "sources")


@pytest.fixture
def values(complete: Library) -> dict[str, Any]:
    return collection_values(complete, complete.entries()[0], "en")


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from keys(item)
    elif isinstance(value, list):
        for item in value:
            yield from keys(item)


# --- one of everything --------------------------------------------------------------------------


def test_values_are_json_and_do_not_say_how_they_are_stored(values: dict[str, Any]) -> None:
    assert json.loads(json.dumps(values)) == values
    works = [source.pop("csl") for source in values["sources"]]
    assert all(work["type"] for work in works)
    assert "type" not in set(keys(values))


def test_a_claim(values: dict[str, Any]) -> None:
    claim = next(one for one in values["claims"] if one["id"] == "c1-2")
    assert claim == {
        "address": "two-rivers-1901/overview#c1-2",
        "kind": "claim",
        "id": "c1-2",
        "section": "overview",
        "verdict": "imprecise",
        "words": "thirty years",
        "block": "p1",
        "quote": "It had sixteen articles, and thirty years was its term.",
        "start": 29,
        "end": 41,
        "note": "Sources disagree on its end.",
        "record": {
            "en": "It was to last until 1931.",
            "zh-Hans": "至1931年为止。",
            "ru": "Он действовал до 1931 года.",
        },
        "sources": [
            {"id": "gazette-1901", "locator": "art. 2"},
            {"id": "hale-1950", "locator": ""},
        ],
        "no_source_because": "",
        "rivals": [
            {
                "position": "It ended in 1930.",
                "who": "John Hale",
                "assessment": {"en": "Hale counts from the first ferry."},
                "sources": [{"id": "hale-1950", "locator": "ch. 3"}],
            }
        ],
        "basis": "source",
    }


def test_citations_and_links_leave_their_words(values: dict[str, Any]) -> None:
    claim = next(one for one in values["claims"] if one["id"] == "c0-1")
    assert claim["record"] == {"en": "It was signed at the Ford."}


def test_people_and_places_say_what_is_from_general_knowledge(values: dict[str, Any]) -> None:
    person = values["people"][0]
    assert person["titles"]["zh-Hans"] == "安娜·雷"
    assert person["born"] == {"edtf": "1860-02-29", "first": "1860-02-29", "last": "1860-02-29"}
    assert person["died"]["edtf"] == "1931~"
    assert (person["life_basis"], person["basis"]) == (GENERAL_KNOWLEDGE, "source")
    assert values["people"][1]["born"] is None
    place = values["places"][0]
    assert (place["latitude"], place["longitude"]) == (12.5, -3.25)
    assert (place["position_basis"], place["position_note"]) == (GENERAL_KNOWLEDGE, "approximate")
    fact = values["facts"][1]
    assert (fact["value"], fact["basis"]) == ({"en": "Two"}, GENERAL_KNOWLEDGE)


def test_an_event_has_its_date_as_written_and_its_days(values: dict[str, Any]) -> None:
    assert values["events"][1]["date"] == {
        "edtf": "1901-06/1901-07",
        "first": "1901-06-01",
        "last": "1901-07-31",
    }
    assert values["events"][0]["sections"] == ["overview"]
    (period,) = values["periods"]
    assert period["date"]["edtf"] == "1901-05-03/1931-05-03"


def test_an_article_has_its_terms_and_its_own_words(values: dict[str, Any]) -> None:
    article = values["articles"][0]
    (term,) = article["terms"]
    assert term == {
        "name": {"en": "ferry dues", "zh-Hans": "渡费", "ru": "паромный сбор"},
        "term": "dues",
    }
    assert article["texts"]["ru"] == {
        "words": "Стороны вместе содержат паром.\nСбор делится поровну.",
        "source": "gazette-1901",
        "licence": "CC0-1.0",
    }
    assert values["articles"][1]["texts"] == {}


def test_a_source_is_its_csl_item_and_the_claims_that_rest_on_it(values: dict[str, Any]) -> None:
    source = next(one for one in values["sources"] if one["id"] == "gazette-1901")
    assert source["address"] == "two-rivers-1901/sources/gazette-1901"
    written = json.loads((COMPLETE / "sources.json").read_text(encoding="utf-8"))
    assert source["csl"] == next(item for item in written if item["id"] == "gazette-1901")
    assert source["claims"] == ["c0-1", "c1-1", "c1-2"]


def test_an_alias_leads_to_what_it_names(values: dict[str, Any]) -> None:
    group, nameless = values["aliases"]
    assert group["of"] == "two-rivers-1901/people/anna-rey"
    assert group["related"] == ["the ferrywoman"]
    assert nameless["of"] == ""


def test_what_refers_to_a_thing_is_listed_both_ways(complete: Library) -> None:
    person = complete.find(parse("two-rivers-1901/people/anna-rey"))
    assert thing_values(complete, person, "ru")["title"] == "Анна Рей"
    found = referring_values(complete, person, "ru")
    assert {"address": "two-rivers-1901/overview", "title": "Обзор", "kind": "section"} in found
    assert [one["kind"] for one in found] == ["section", "event"]


# --- the shipped entry --------------------------------------------------------------------------


@pytest.fixture
def entry(shipped: Library) -> dict[str, Any]:
    return collection_values(shipped, shipped.entries()[0], "en")


def test_the_shipped_entry_has_all_that_it_should(entry: dict[str, Any]) -> None:
    assert Counter(claim["verdict"] for claim in entry["claims"]) == {
        "supported": 16,
        "imprecise": 16,
        "contradicted": 7,
        "unverifiable": 1,
    }
    assert len(entry["articles"]) == 7
    least = {"events": 36, "people": 18, "places": 12, "terms": 15, "sources": 30, "companions": 8}
    assert {name: len(entry[name]) for name in least if len(entry[name]) < least[name]} == {}
    assert entry["facts"]
    assert entry["periods"]
    assert len(entry["aliases"]) >= 20


def test_every_claim_resolves_to_a_source_or_says_why_not(entry: dict[str, Any]) -> None:
    known = {source["id"] for source in entry["sources"]}
    for claim in entry["claims"]:
        cited = {ref["id"] for ref in claim["sources"]}
        assert cited <= known, claim["id"]
        assert cited or claim["no_source_because"], claim["id"]
        assert all(ref["id"] in known for rival in claim["rivals"] for ref in rival["sources"])
        assert claim["verdict"] in VERDICTS
        assert claim["note"] or claim["verdict"] == "supported", claim["id"]
        assert claim["record"]["en"], claim["id"]


def test_every_source_of_a_claim_names_that_claim(entry: dict[str, Any]) -> None:
    resting = {source["id"]: source["claims"] for source in entry["sources"]}
    for claim in entry["claims"]:
        for ref in claim["sources"]:
            assert claim["id"] in resting[ref["id"]]


def test_what_is_cited_is_there_wherever_it_is_cited(entry: dict[str, Any]) -> None:
    known = {source["id"] for source in entry["sources"]}
    for name in ("facts", "periods", *LISTS):
        for value in entry[name]:
            assert {ref["id"] for ref in value.get("sources", [])} <= known


def test_every_thing_is_called_something_in_three_languages(entry: dict[str, Any]) -> None:
    for name in ("articles", "companions", "events", "people", "places", "terms"):
        # Of some agreements no Russian title was found.
        least = {"en", "zh-Hans"} if name == "companions" else {"en", "zh-Hans", "ru"}
        for thing in entry[name]:
            assert least <= thing["titles"].keys(), thing["address"]
            assert str(parse(thing["address"])) == thing["address"]


def test_what_rests_on_no_source_says_that_it_is_from_general_knowledge(
    entry: dict[str, Any],
) -> None:
    for name in ("facts", "events", "people", "places", "terms", "companions"):
        for thing in entry[name]:
            assert thing["sources"] or thing["basis"] == GENERAL_KNOWLEDGE, thing
