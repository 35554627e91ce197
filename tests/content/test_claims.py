"""Where claims stand: their sentences, and their words in these."""

from __future__ import annotations

import pytest

from treatyviewer.content.claims import places, sentence
from treatyviewer.content.markdown import SectionReader
from treatyviewer.entry.model import Section


def quote(text: str, words: str) -> str:
    """The sentence around some words of a text."""
    start = text.index(words)
    first, last = sentence(text, start, start + len(words))
    return text[first:last]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("One. Two words. Three.", "words", "Two words."),
        ("One. Two words. Three.", "One", "One."),
        ("One. Two words. Three.", "Three", "Three."),
        ("One. Two words. Three.", "Two words.", "Two words."),
        ("No end at all", "end", "No end at all"),
        ("“One.” Two! Three? Four… Five", "Three", "Three?"),
        ("“One two.” Three.", "two", "“One two.”"),
        ("(One.) Two.", "One", "(One.)"),
        # A claim may go over the end of a sentence.
        ("One. Two. Three. Four.", "Two. Three", "Two. Three."),
        # A full stop in a number ends nothing.
        ("It gave 1.5 million. So.", "gave", "It gave 1.5 million."),
        # An abbreviation is not told from the end of a sentence.
        ("Signed by Mr. Smith here.", "Smith", "Smith here."),
        ("条约于2月签订。共六条。期限三十年。", "六条", "共六条。"),
        ("条约于2月签订。共六条。期限三十年。", "签订", "条约于2月签订。"),
        ("他说：“共六条。”后来签订。", "六条", "他说：“共六条。”"),
        ("他说：「共六条！」後來簽訂。", "簽", "後來簽訂。"),
        ("Он подписан. Срок 30 лет. Всё.", "30", "Срок 30 лет."),
        ("One 𠀀 two. Three 𠀀 four. Five.", "four", "Three 𠀀 four."),
    ],
)
def test_the_sentence_around_a_claim(text: str, words: str, expected: str) -> None:
    assert quote(text, words) == expected


def section(markdown: str) -> Section:
    reader = SectionReader()
    parsed = reader.read(markdown, "one.md", lead=False, language="en")
    assert reader.problems == []
    bodies, records = {"en": tuple(parsed.blocks)}, {"en": tuple(parsed.record)}
    return Section("one", "", {}, bodies, False, (), records, False)


def test_each_claim_has_its_place_wherever_it_is_marked() -> None:
    found = places(
        [
            section(
                "# One\n\nFirst. It had [sixteen]{.claim #a} articles, and "
                "[*thirty* years]{.claim #b} was its\nterm. Last.\n\n"
                "> - Quoted: **[so]{.claim #c}**.\n\n"
                "| x |\n|---|\n| y |\n| in [a cell]{.claim #d} |\n\n"
                "## Record {.record}\n\nAs [said]{.claim #e}.[@source]"
            )
        ],
        "en",
    )
    sentence = "It had sixteen articles, and thirty years was its term."
    assert {id: (place.block, place.quote) for id, place in found.items()} == {
        "a": ("p1", sentence),
        "b": ("p1", sentence),
        "c": ("p2", "Quoted: so."),
        "d": ("t1", "in a cell"),
        "e": ("p3", "As said."),
    }
    words = {id: place.quote[place.start : place.end] for id, place in found.items()}
    assert words == {"a": "sixteen", "b": "thirty years", "c": "so", "d": "a cell", "e": "said"}
    assert {place.section for place in found.values()} == {"one"}


def test_only_the_text_in_the_main_language_counts() -> None:
    assert places([section("# One\n\n[a]{.claim #a}")], "ru") == {}
