"""Addresses: parsed, printed, refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatyviewer.entry.address import COLLECTIONS, RESERVED, Address, is_id, parse
from treatyviewer.errors import AddressError

ids = st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True)
section_ids = ids.filter(lambda name: name not in RESERVED)
editions = st.integers(0, 999_999_999)
addresses = st.one_of(
    st.builds(Address, ids, st.just(""), st.just(""), st.just(""), editions),
    st.builds(Address, ids, section_ids, st.just(""), st.just("") | ids, editions),
    st.builds(
        Address, ids, st.just("") | ids, st.sampled_from(COLLECTIONS), st.just("") | ids, editions
    ),
)


@given(addresses)
def test_what_is_printed_is_parsed_back(address: Address) -> None:
    assert parse(str(address)) == address
    assert parse(address.link) == address


@given(st.text(max_size=40))
def test_any_text_is_an_address_or_is_refused_as_one(text: str) -> None:
    try:
        address = parse(text)
    except AddressError:
        return
    assert parse(str(address)) == address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("my-entry", Address("my-entry")),
        ("my-entry/", Address("my-entry")),
        ("  my-entry/one \n", Address("my-entry", "one")),
        ("my-entry/one#c3-1", Address("my-entry", "one", fragment="c3-1")),
        ("my-entry/one#", Address("my-entry", "one")),
        ("my-entry/people", Address("my-entry", collection="people")),
        ("my-entry/people/zhou-enlai", Address("my-entry", "zhou-enlai", "people")),
        ("my-entry/people/places", Address("my-entry", "places", "people")),
        ("my-entry/one?ed=2", Address("my-entry", "one", edition=2)),
        ("my-entry/one?ed=2#p3", Address("my-entry", "one", fragment="p3", edition=2)),
        ("my-entry/one#p3?ed=2", Address("my-entry", "one", fragment="p3", edition=2)),
        ("treaty:my-entry/one", Address("my-entry", "one")),
        ("TREATY:my-entry", Address("my-entry")),
        ("treaty://my-entry/one", Address("my-entry", "one")),
    ],
)
def test_the_forms_of_an_address(text: str, address: Address) -> None:
    assert parse(text) == address


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "No address was given"),
        ("treaty:", "No address was given"),
        ("/one", "An empty part is not an id"),
        ("a//b", "too many parts"),
        ("My-entry", "“My-entry” is not an id"),
        ("1entry", "“1entry” is not an id"),
        ("my entry", "“my entry” is not an id"),
        ("my-entry/договор", "“договор” is not an id"),
        ("my-entry/one/two", "too many parts"),
        ("my-entry/people/zhou/enlai", "too many parts"),
        ("my-entry/one#P3", "“P3” is not an id"),
        ("my-entry/one?ed=0", "“?ed=0” is not an edition"),
        ("my-entry/one?ed=-1", "“?ed=-1” is not an edition"),
        ("my-entry/one?ed=two", "“?ed=two” is not an edition"),
        ("my-entry/one?ed=²", "“?ed=²” is not an edition"),
        ("my-entry/one?ed=" + "9" * 5000, "is not an edition"),
        ("my-entry/one?edition=2", "“?edition=2” is not an edition"),
        ("https://example.org/one", "too many parts"),
    ],
)
def test_what_is_no_address_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(AddressError) as refused:
        parse(text)
    assert why in refused.value.message
    assert "ENTRY/SECTION" in refused.value.advice


def test_a_long_address_is_shortened_in_the_message() -> None:
    with pytest.raises(AddressError) as refused:
        parse("A" * 500 + "/b/c")
    assert len(refused.value.message) < 200


@pytest.mark.parametrize("text", ["a", "a-b", "c3-1", "z9"])
def test_ids(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize("text", ["", "A", "1a", "-a", "a_b", "a.b", "a b", "a\n", "ä"])
def test_not_ids(text: str) -> None:
    assert not is_id(text)
