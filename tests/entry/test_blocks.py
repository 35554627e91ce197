"""Blocks: their words, their pieces, and the way to JSON and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatyviewer.entry import blocks as b
from treatyviewer.entry.blockjson import blocks_from_json, to_json

words = st.text(max_size=8)
names = st.from_regex(r"[a-z][0-9]", fullmatch=True)
plain_runs: st.SearchStrategy[b.Run] = st.one_of(
    st.builds(b.Text, words),
    st.builds(b.Code, words),
    st.builds(b.NoteMark, names, words),
    st.just(b.Break()),
)


def _several_runs(run: st.SearchStrategy[b.Run]) -> st.SearchStrategy[tuple[b.Run, ...]]:
    return st.lists(run, max_size=3).map(tuple)


def _outer_runs(run: st.SearchStrategy[b.Run]) -> st.SearchStrategy[b.Run]:
    inside = _several_runs(run)
    return st.one_of(
        st.builds(b.Emphasis, inside), st.builds(b.Strong, inside), st.builds(b.Link, words, inside)
    )


runs = _several_runs(st.recursive(plain_runs, _outer_runs, max_leaves=4))
rows = st.lists(st.builds(b.Cell, st.sampled_from(["", "left"]), runs), max_size=3).map(
    lambda cells: b.Row(tuple(cells))
)
plain_blocks: st.SearchStrategy[b.Block] = st.one_of(
    st.builds(b.Paragraph, names, runs),
    st.builds(b.Heading, names, st.integers(2, 6), runs),
    st.builds(b.Table, names, rows, st.lists(rows, max_size=2).map(tuple)),
    st.builds(b.Rule, names),
)


def _outer_blocks(block: st.SearchStrategy[b.Block]) -> st.SearchStrategy[b.Block]:
    inside = st.lists(block, max_size=3).map(tuple)
    items = st.lists(st.builds(b.Item, inside), max_size=3).map(tuple)
    definitions = st.lists(st.builds(b.Definition, runs, inside), max_size=2).map(tuple)
    return st.one_of(
        st.builds(b.Quote, names, inside),
        st.builds(b.Note, names, words, inside),
        st.builds(b.ItemList, names, st.none() | st.integers(0, 99), items),
        st.builds(b.DefinitionList, names, definitions),
    )


several_blocks = st.lists(st.recursive(plain_blocks, _outer_blocks, max_leaves=5), max_size=4).map(
    tuple
)

text = b.Text("words")
paragraph = b.Paragraph("p1", (text,))


@settings(max_examples=60)
@given(several_blocks)
def test_blocks_survive_the_way_to_json_and_back(blocks: tuple[b.Block, ...]) -> None:
    written = json.dumps(to_json(blocks), ensure_ascii=False)
    again = blocks_from_json(json.loads(written))
    assert again == blocks
    # Named tuples with equal fields are equal whatever they are called: compare the kinds too.
    assert repr(again) == repr(blocks)


@settings(max_examples=60)
@given(several_blocks)
def test_the_plain_text_is_the_words_of_the_leaves_one_line_a_piece(
    blocks: tuple[b.Block, ...],
) -> None:
    pieces = list(b.leaves(blocks))
    assert b.plain_text(blocks) == "\n".join(b.run_text(piece) for _, piece in pieces)
    assert all(b.find_block(blocks, name) for name, _ in pieces)


def test_the_kind_of_a_value_is_named_in_json() -> None:
    value = to_json((b.ItemList("l1", None, (b.Item((paragraph,)),)),))
    assert value == [
        {
            "type": "item-list",
            "id": "l1",
            "start": None,
            "items": [
                {
                    "type": "item",
                    "blocks": [
                        {
                            "type": "paragraph",
                            "id": "p1",
                            "runs": [{"type": "text", "text": "words"}],
                        }
                    ],
                }
            ],
        }
    ]


@pytest.mark.parametrize("value", [{"type": "unheard-of"}, {"id": "p1"}, {"type": "rule", "no": 1}])
def test_what_was_never_written_is_not_read(value: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError)):
        blocks_from_json([value])


def test_words_of_runs() -> None:
    runs: tuple[b.Run, ...] = (
        b.Text("a "),
        b.Emphasis((b.Strong((b.Text("b"),)),)),
        b.NoteMark("n1", "1"),
        b.Break(),
        b.Link("treaty:x", (b.Code("c"),)),
    )
    assert b.run_text(runs) == "a b\nc"


def test_leaves_come_in_reading_order_under_the_id_that_they_are_set_in() -> None:
    def one(id: str, word: str) -> b.Paragraph:
        return b.Paragraph(id, (b.Text(word),))

    blocks: tuple[b.Block, ...] = (
        b.Heading("h1", 2, (b.Text("head"),)),
        b.Quote("q1", (one("p1", "quoted"),)),
        b.ItemList("l1", 1, (b.Item((one("p2", "item"),)), b.Item(()))),
        b.DefinitionList("d1", (b.Definition((b.Text("term"),), (one("p3", "said"),)),)),
        b.Rule("r1"),
        b.Table("t1", b.Row((b.Cell("", (b.Text("col"),)),)), (b.Row((b.Cell("", ()),)),)),
        b.Note("n1", "1", (one("p4", "note"),)),
    )
    assert [(id, b.run_text(runs)) for id, runs in b.leaves(blocks)] == [
        ("h1", "head"),
        ("p1", "quoted"),
        ("p2", "item"),
        ("d1", "term"),
        ("p3", "said"),
        ("t1", "col"),
        ("t1", ""),
        ("p4", "note"),
    ]


def test_a_block_is_found_at_any_depth() -> None:
    nested = b.Quote("q1", (b.ItemList("l1", None, (b.Item((paragraph,)),)),))
    defined = b.DefinitionList("d1", (b.Definition((), (b.Rule("r1"),)),))
    assert b.find_block((nested, defined), "p1") == paragraph
    assert b.find_block((nested, defined), "r1") == b.Rule("r1")
    assert b.find_block((nested, defined), "q1") == nested
    assert b.find_block((nested, defined), "p2") is None
