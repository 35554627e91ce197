"""Words that very many documents have are answered from a table, as if all had been ranked."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatyviewer.index import champions, search
from treatyviewer.index.schema import Number
from treatyviewer.index.search import Result

if TYPE_CHECKING:
    from tests.index.conftest import Index

WEIGHTS = [(0, 1.0), (1, 0.45), (2, 0.25)]
COMMON = ["loan", "treaty", "aid", "договор", "1950", "条约", "中国"]
TERMS = ["loan", "treati", "aid", "договор", "1950", "条约", "中国", "fill"]
RARE = ["rare", "seldom", "редко", "印章"]


def documents(count: int) -> dict[Number, tuple[list[str], str]]:
    """Texts of three kinds and two languages; every common word stands in a quarter of them."""
    chance = random.Random(19500214)
    made: dict[Number, tuple[list[str], str]] = {}
    for owner in range(1, count + 1):
        some = [word for word in COMMON if chance.random() < 0.25]
        words = [word for word in some for _ in range(chance.randint(1, 5))]
        words += chance.choices(["filling", "weiter", "слово"], k=chance.randint(0, 40))
        words += [word for word in RARE if chance.random() < 0.02]
        chance.shuffle(words)
        titles = [chance.choice(some)] if some and chance.random() < 0.3 else []
        version = owner % 2
        made[Number(owner // 2, owner % 3, version)] = (titles, " ".join(words))
    return made


def few_are_many(make_index: type[Index], names: list[tuple[list[str], list[str]]]) -> Index:
    """An index in which words of fifty documents are common; the table was made for them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(champions, "_FEW", 50)
        patch.setattr(champions, "_SHARE", 100)
        return make_index(documents(1_000), names, WEIGHTS)


@pytest.fixture(scope="module")
def index(make_index: type[Index]) -> Index:
    return few_are_many(make_index, [])


def ranked(index: Index, query: str, limit: int = 20, *, typing: bool = False) -> Result:
    """The answer of ranking everything."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "champions", lambda connection, term: None)
        return index.ask(query, limit, typing=typing)


def agree(one: Result, other: Result) -> None:
    scores = [found.score for found in one.found]
    assert scores == pytest.approx([found.score for found in other.found], abs=1e-6)
    assert one.counts == other.counts
    # Of documents that are worth the same, which come first does not matter at the end.
    last = scores[-1] + 1e-6 if scores else 0
    assert {f.document for f in one.found if f.score > last} == {
        f.document for f in other.found if f.score > last
    }


def test_common_words_have_a_line_in_the_table_and_others_none(index: Index) -> None:
    for term in TERMS:
        kept = champions.champions(index.connection, term)
        assert kept is not None
        assert len(kept.best) == champions.KEPT
        assert sorted(kept.best, key=lambda one: -one[1]) == kept.best
        assert len({document for document, _ in kept.best}) == champions.KEPT
        assert set(kept.counts) == {0, 1, 2}
    for word in RARE:
        assert champions.champions(index.connection, index.analyser.terms(word)[0]) is None


def test_the_answer_comes_from_the_table(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def watched(connection: object, term: str) -> None:
        asked.append(term)

    monkeypatch.setattr(search, "champions", watched)
    index.ask("loan OR 印章")
    assert "loan" in asked


def test_the_table_alone_is_enough_for_a_common_word(index: Index) -> None:
    index.connection.execute("SAVEPOINT spoilt")
    index.connection.execute("INSERT INTO words(words) VALUES('delete-all')")
    try:
        result = index.ask("treaty", 20)
        assert len(result.found) == 20
        assert sum(result.counts.kinds.values()) > 200
        assert index.ask("rare").found == ()
    finally:
        index.connection.execute("ROLLBACK TO spoilt")
        index.connection.execute("RELEASE spoilt")
    assert index.ask("rare").found


@pytest.mark.parametrize("word", [*COMMON, "loans", "Договорами", "條約", "一九五〇年"])
@pytest.mark.parametrize("limit", [1, 20, champions.KEPT, champions.KEPT + 1, 600])
def test_a_common_word_is_answered_as_if_all_had_been_ranked(
    index: Index, word: str, limit: int
) -> None:
    one = index.ask(word, limit)
    agree(one, ranked(index, word, limit))
    assert len(one.found) == limit or limit == 600


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.sampled_from([*COMMON, *RARE, "lo", "约", "-aid", "treaty OR loan", '"aid aid"']),
             min_size=1, max_size=3),
    st.booleans(),
)  # fmt: skip
def test_no_query_is_answered_otherwise_than_by_ranking(
    index: Index, words: list[str], typing: bool
) -> None:
    query = " ".join(words)
    agree(index.ask(query, 10, typing=typing), ranked(index, query, 10, typing=typing))


@pytest.mark.parametrize("query", ["aid", "loans", "seldom", "rare OR loan", "редко"])
def test_names_for_one_thing_are_counted_and_ranked_together(
    make_index: type[Index], query: str
) -> None:
    names: list[tuple[list[str], list[str]]] = [(["aid", "договор", "редко"], [])]
    index = few_are_many(make_index, [*names, (["loan", "seldom"], [])])
    one, other = index.ask(query, 10), ranked(index, query, 10)
    assert one.counts == other.counts
    assert one.found[0].document == other.found[0].document
    assert one.found[0].score == pytest.approx(other.found[0].score)


def test_a_word_is_common_from_a_number_of_documents_on(
    make_index: type[Index], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(champions, "_FEW", 300)
    texts = {n: (["Often"] if n % 50 == 0 else [], "often " * (n % 7 + 1)) for n in range(1, 301)}
    index = make_index(texts | {n: ([], "once") for n in range(301, 600)})
    assert champions.champions(index.connection, "often") is not None
    assert champions.champions(index.connection, "onc") is None
    agree(index.ask("often", 20), ranked(index, "often", 20))
    assert index.ask("often").counts.kinds == {0: 300}


def test_a_small_library_has_no_common_words(make_index: type[Index]) -> None:
    index = make_index({n: ([], "often") for n in range(1, 1_000)})
    assert champions.champions(index.connection, "often") is None
