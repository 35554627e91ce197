"""What holds for any query and any titles."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from treatyviewer.index.analyser import Analyser
from treatyviewer.library.finder import Finder
from treatyviewer.library.library import Library
from treatyviewer.library.values import Answer

InMemory = Callable[..., Library]

SECTIONS = [
    ({"en": "Economic Aid", "ru": "Помощь", "zh-Hans": "经济援助"},
     {"en": "Loans of 300 million. 14 February 1950.", "ru": "Займы 1950 года."}),
    ({"en": "The Seal"},
     {"en": "Zhou Enlai's seal; Chou En-lai said so.", "zh-Hans": "周恩来的印章。"}),
    ({"ru": "Договор"}, {"ru": "Китай и СССР: договор о дружбе. Всё ещё мой договор."}),
    ({"zh-Hant": "旅順口"}, {"zh-Hans": "中苏友好同盟互助条约。1950年2月14日签订。"}),
    ({"en": "Title ½ ﬁve"}, {"en": ""}),
]  # fmt: skip
PIECES = [
    "aid", "loans", "Zhou", "Enlai", "周恩来", "条约", "約", "договоры", "1950", "14 February 1950",
    "OR", "-", '"', "«", "”", "kind:", "in:", "before:", "after:", "section", "s1", "1950-02", " ",
    " ", "loasn", "the", "的", "'s", "\x00", "%", "_", "\\", ":", "*", "𠀀", "\ud800",
]  # fmt: skip
queries = st.text() | st.lists(st.sampled_from(PIECES) | st.text(max_size=2), max_size=14).map(
    "".join
)


@pytest.fixture(scope="module")
def finder(in_memory: InMemory) -> Finder:
    return Finder(in_memory(SECTIONS, names=[(["Zhou Enlai", "Chou En-lai", "周恩来"], ["Deng"])]))


def whole(answer: Answer, limit: int) -> None:
    """An answer that can be shown as it is."""
    assert len(answer.hits) <= min(limit, max(answer.total, len(SECTIONS)))
    assert len({hit.address for hit in answer.hits}) == len(answer.hits)
    assert answer.total == sum(answer.kinds.values()) >= len(answer.hits)
    assert answer.hits or answer.total == 0
    assert answer.relaxed in ("", "apart", "some")
    scores = [hit.score for hit in answer.hits]
    assert scores == sorted(scores, reverse=True)
    for hit in answer.hits:
        for text, marks in ((hit.snippet, hit.marks), (hit.title, hit.title_marks)):
            at = 0
            for start, end in marks:
                assert at <= start < end <= len(text)
                at = end
        assert "\n" not in hit.snippet


@settings(max_examples=200, deadline=None)
@given(queries, st.integers(1, 5), st.booleans(), st.booleans(), st.booleans(), st.booleans(),
       st.sampled_from(["en", "ru", "zh-Hans", "zh-Hant", "fr", ""]))  # fmt: skip
@example("\ud800", 5, True, True, False, False, "en")
@example("in:\ud800 aid", 5, True, True, False, True, "en")
@example("kind:\ud800 before:\ud800", 5, True, True, False, False, "en")
@example("in:\x00 aid", 5, False, True, False, False, "en")
@example("in:% in:_", 5, False, True, False, True, "en")
@example("AND OR NOT NEAR ( ) * ^ : + - { }", 5, True, True, False, True, "en")
@example("kind:person", 5, True, True, False, True, "en")
@example('"' + "word " * 2_000, 5, False, True, False, False, "en")
@example("-" + "条" * 500 + " aid", 5, False, True, False, False, "en")
@example("before:0001 after:9999", 1, False, True, False, True, "en")
def test_any_text_has_an_answer(
    finder: Finder,
    query: str,
    limit: int,
    typing: bool,
    correct: bool,
    plain: bool,
    counting: bool,
    language: str,
) -> None:
    answer = finder.find(
        query,
        limit=limit,
        typing=typing,
        correct=correct,
        plain=plain,
        counting=counting,
        language=language,
    )
    assert answer.query == query
    assert answer.matcher is not None
    if plain and not answer.matcher.groups:
        assert answer.message
    whole(answer, limit)
    if counting:
        assert len(answer.owners) == answer.total


WORDS = ["Loans", "loans", "LOANS", "of", "the", "Seal", "1950", "14 February", "договор", "条约",
         "條約", "約", "-", "—", ":", "(", ")", '"', "«", "“", "OR", "kind:", "in:", "it's", "é",
         "e\u0301", "й", "ё", "½", "_", "*", "\u3000"]  # fmt: skip
# Titles of a few words each, so that many differ in case, order, spacing or signs alone.
titles = (
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).flatmap(
        lambda some: st.sampled_from([" ", "", "  "]).map(lambda by: by.join(some))
    )
    | st.text(max_size=12)
).map(lambda title: " ".join(title.split("\n")).strip())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(titles, min_size=12, max_size=24, unique=True),
    st.sampled_from(["", "Loans of the Seal, 1950: договор, 条约."]),
)
@example(["Loans", "loans", "LOANS"] + ["Loans" + "." * dots for dots in range(1, 20)], "Loans.")
@example(['"Loans"', "“Loans”", "«Loans»", "Loans"] + ["Loans" + "!" * n for n in range(1, 20)], "")
@example(['"Loans'] + [f"{'Loans ' * n}Loans" for n in range(20)], "")
@example([f"-Loans{'-' * n}" for n in range(20)], "")
@example(["the", "The", "THE", "the."] + [f"the {n}" for n in range(10)], "the the the")
@example([f"{'«' * n}Loans" for n in range(20)], "")
@example([f"{n} 条約" for n in range(20)] + ["条约", "條約"], "")
def test_a_title_finds_its_section_among_the_first_ten(
    in_memory: InMemory, several: list[str], text: str
) -> None:
    finder = Finder(in_memory([({"en": title}, {"en": text}) for title in several]))
    analyser = Analyser()
    worded = [number for number, title in enumerate(several, 1) if analyser.terms(title)]
    assume(worded)
    for number in worded:
        answer = finder.find(several[number - 1], limit=10, plain=True)
        assert f"made/s{number}" in [str(hit.address) for hit in answer.hits], several[number - 1]
        whole_title = [hit for hit in answer.hits if hit.title == several[number - 1]]
        assert answer.hits[0] in whole_title
