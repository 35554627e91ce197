"""Blocks: their words, their pieces, and the way to JSON and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatyviewer.entry import blocks as b
from treatyviewer.entry.blockjson import blocks_from_json, from_json, to_json
from treatyviewer.entry.dates import Date
from treatyviewer.entry.rewriting import placed, rewrite
from treatyviewer.entry.things import VERDICTS, ArticleText, Claim, Rival, SourceRef

words = st.text(max_size=8)
names = st.from_regex(r"[a-z][0-9]", fullmatch=True)
plain_runs: st.SearchStrategy[b.Run] = st.one_of(
    st.builds(b.Text, words),
    st.builds(b.Code, words),
    st.builds(b.NoteMark, names, words),
    st.builds(b.Citation, names, words),
    st.just(b.Break()),
)


def _several_runs(run: st.SearchStrategy[b.Run]) -> st.SearchStrategy[tuple[b.Run, ...]]:
    return st.lists(run, max_size=3).map(tuple)


def _outer_runs(run: st.SearchStrategy[b.Run]) -> st.SearchStrategy[b.Run]:
    inside = _several_runs(run)
    return st.one_of(
        st.builds(b.Emphasis, inside),
        st.builds(b.Strong, inside),
        st.builds(b.Link, words, inside),
        st.builds(b.ClaimMark, names, st.sampled_from(VERDICTS), inside),
        st.builds(b.Pill, st.sampled_from(VERDICTS), words, inside),
    )


runs = _several_runs(st.recursive(plain_runs, _outer_runs, max_leaves=4))
rows = st.lists(st.builds(b.Cell, st.sampled_from(["", "left"]), runs), max_size=3).map(
    lambda cells: b.Row(tuple(cells))
)
map_places = st.lists(
    st.builds(b.MapPlace, words, words, st.floats(-90, 90), st.floats(-180, 180)), max_size=2
).map(tuple)
plain_blocks: st.SearchStrategy[b.Block] = st.one_of(
    st.builds(b.Paragraph, names, runs),
    st.builds(b.Heading, names, st.integers(2, 6), runs),
    st.builds(b.Table, names, rows, st.lists(rows, max_size=2).map(tuple)),
    st.builds(b.Rule, names),
    st.builds(b.Figure, names, words, words, runs, words, words),
    st.builds(b.Map, names, map_places, words, words, st.just((b.Text("here"),))),
)


def _outer_blocks(block: st.SearchStrategy[b.Block]) -> st.SearchStrategy[b.Block]:
    inside = st.lists(block, max_size=3).map(tuple)
    items = st.lists(st.builds(b.Item, inside), max_size=3).map(tuple)
    definitions = st.lists(st.builds(b.Definition, runs, inside), max_size=2).map(tuple)
    columns = st.lists(st.builds(b.Column, words, runs, inside), max_size=2).map(tuple)
    return st.one_of(
        st.builds(b.Quote, names, inside),
        st.builds(b.Note, names, words, inside),
        st.builds(b.ItemList, names, st.none() | st.integers(0, 99), items),
        st.builds(b.DefinitionList, names, definitions),
        st.builds(b.FactTable, names, definitions),
        st.builds(b.Parallel, names, columns),
        st.builds(b.Card, names, words, inside),
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
        b.Citation("frus-1950", "art. I"),
        b.ClaimMark("c3-1", "contradicted", (b.Text(" 16 "), b.Emphasis((b.Text("articles"),)))),
    )
    assert b.run_text(runs) == "a b\nc 16 articles"


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
        b.Figure("f1", "media/map.svg", "A map.", (b.Text("caption"),), "Us", "CC0-1.0"),
        b.FactTable("g1", (b.Definition((b.Text("name"),), (one("p5", "fact"),)),)),
        b.Parallel(
            "x1",
            (
                b.Column("en", (b.Text("English"),), (one("p6", "words"),)),
                b.Column("ru", (b.Text("Russian"),), (one("p7", "слова"),)),
            ),
        ),
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
        ("f1", "caption"),
        ("g1", "name"),
        ("p5", "fact"),
        ("x1", "English"),
        ("p6", "words"),
        ("x1", "Russian"),
        ("p7", "слова"),
        ("p4", "note"),
    ]


def test_a_block_is_found_at_any_depth() -> None:
    nested = b.Quote("q1", (b.ItemList("l1", None, (b.Item((paragraph,)),)),))
    defined = b.DefinitionList("d1", (b.Definition((), (b.Rule("r1"),)),))
    assert b.find_block((nested, defined), "p1") == paragraph
    assert b.find_block((nested, defined), "r1") == b.Rule("r1")
    assert b.find_block((nested, defined), "q1") == nested
    assert b.find_block((nested, defined), "p2") is None
    fact = b.FactTable("g1", (b.Definition((), (b.Rule("r2"),)),))
    columns = b.Parallel("x1", (b.Column("en", (), ()), b.Column("ru", (), (b.Rule("r3"),))))
    assert b.find_block((fact, columns), "r2") == b.Rule("r2")
    assert b.find_block((fact, columns), "r3") == b.Rule("r3")
    assert b.find_block((fact, columns), "x1") == columns


# --- other values -------------------------------------------------------------------------------


def test_a_claim_survives_the_way_to_json_and_back() -> None:
    prose = {"en": (paragraph,), "zh-Hans": ()}
    refs = (SourceRef("frus-1950", "no. 157"),)
    claim = Claim(
        "c3-1", "overview", "p1", "It has 16 articles.", 7, 18, "contradicted", "Six.", prose,
        refs, "", (Rival("Six.", "The record", prose, refs),), "source",
    )  # fmt: skip
    again = from_json(json.loads(json.dumps(to_json(claim))))
    assert again == claim
    assert repr(again) == repr(claim)


def test_texts_by_language_are_told_from_values() -> None:
    value = {"en": ArticleText((paragraph,), "garant-ru", "CC0-1.0"), "ru": None}
    dates = (Date("1950-02", "1950-02-01", "1950-02-28"), None)
    assert from_json(json.loads(json.dumps(to_json((value, dates))))) == (value, dates)


# --- blocks with other runs, and under other ids ------------------------------------------------


def _numbered(run: b.Run) -> b.Run:
    return b.NoteMark("s1", "1") if isinstance(run, b.Citation) else run


def test_runs_are_changed_at_any_depth() -> None:
    cite = b.Citation("frus-1950", "")
    blocks = (
        b.FactTable("g1", (b.Definition((cite,), (b.Paragraph("p1", (b.Strong((cite,)),)),)),)),
        b.Parallel("x1", (b.Column("en", (cite,), (b.Quote("q1", (paragraph,)),)),)),
    )
    mark = b.NoteMark("s1", "1")
    assert rewrite(blocks, _numbered) == (
        b.FactTable("g1", (b.Definition((mark,), (b.Paragraph("p1", (b.Strong((mark,)),)),)),)),
        b.Parallel("x1", (b.Column("en", (mark,), (b.Quote("q1", (paragraph,)),)),)),
    )
    assert rewrite({"en": blocks}, _numbered) == {"en": rewrite(blocks, _numbered)}


def test_the_outer_run_is_changed_after_the_inner_one() -> None:
    seen: list[str] = []

    def note(run: b.Run) -> b.Run:
        seen.append(type(run).__name__)
        return run

    rewrite((b.Strong((b.Emphasis((text,)),)),), note)
    assert seen == ["Text", "Emphasis", "Strong"]


@settings(max_examples=60)
@given(several_blocks)
def test_what_is_not_changed_is_kept(blocks: tuple[b.Block, ...]) -> None:
    assert rewrite(blocks, lambda run: run) is blocks


@settings(max_examples=60)
@given(several_blocks)
def test_ids_are_placed_at_any_depth_and_the_words_kept(blocks: tuple[b.Block, ...]) -> None:
    again = placed(blocks, "here")
    assert b.plain_text(again) == b.plain_text(blocks)
    assert [id for id, _ in b.leaves(again)] == [f"here-{id}" for id, _ in b.leaves(blocks)]


def test_a_mark_leads_to_its_note_wherever_both_are_placed() -> None:
    marked = b.Paragraph("p1", (b.Link("x", (b.NoteMark("n1", "1"),)),))
    assert placed((marked, b.Note("n1", "1", (paragraph,))), "ru") == (
        b.Paragraph("ru-p1", (b.Link("x", (b.NoteMark("ru-n1", "1"),)),)),
        b.Note("ru-n1", "1", (b.Paragraph("ru-p1", (text,)),)),
    )
