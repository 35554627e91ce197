"""Where the fields of a TOML file stand."""

from __future__ import annotations

from treatyviewer.content.toml import parse_toml
from treatyviewer.content.toml_lines import toml_lines


def test_lines_are_counted_past_strings_of_several_lines_and_strange_line_ends() -> None:
    strings = 'a = """\nb = 1\n[c]\n"""\nd = \'\'\'x\'\'\'\n"e f" = "\u2028"\n'
    lines = toml_lines(strings + "[g]\r\n  h.i = 1\r\n[[j]]\n[[j]]\nk = 1\n")
    assert lines.fields == {
        "a": 1,
        "d": 5,
        "e f": 6,
        "g": 7,
        "g.h.i": 8,
        "j.0": 9,
        "j.1": 10,
        "j.1.k": 11,
    }


def test_items_of_lists_and_fields_of_tables_on_a_line_have_theirs() -> None:
    text = """\
names = [  # the first is "usual"
  "one", "two = 2",
  # "three",
  { en = "x", ru = ["y",
    "z"] },
]
when = 1950-02-14 10:00:00
title = { en = "a", zh-Hans = "b" }
[[a]]
[[a.b]]
c = 1
[[a.b]]
[a.b.text.ru]
words = 'x'
[[a]]
"d" = [[1], []]
"""
    parse_toml("a.toml", text.encode())
    assert toml_lines(text).fields == {
        "names": 1,
        "names.0": 2,
        "names.1": 2,
        "names.2": 4,
        "names.2.en": 4,
        "names.2.ru": 4,
        "names.2.ru.0": 4,
        "names.2.ru.1": 5,
        "when": 7,
        "title": 8,
        "title.en": 8,
        "title.zh-Hans": 8,
        "a.0": 9,
        "a.0.b.0": 10,
        "a.0.b.0.c": 11,
        "a.0.b.1": 12,
        "a.0.b.1.text.ru": 13,
        "a.0.b.1.text.ru.words": 14,
        "a.1": 15,
        "a.1.d": 16,
        "a.1.d.0": 16,
        "a.1.d.0.0": 16,
        "a.1.d.1": 16,
    }


def test_words_begin_behind_their_quotes_or_below_them() -> None:
    text = '''\
a = "one"
b = """
two
three"""
c = """four
"quoted" and \\""" five"""""
d = \'\'\'
'six' \'\'\'
e = { en = """
seven
""", ru = """
eight
""" }
'''
    file = parse_toml("a.toml", text.encode())
    assert file.data["c"] == 'four\n"quoted" and """ five""'
    assert {field: file.text_lines(field) for field in ("a", "b", "c", "d", "e.en", "e.ru")} == {
        "a": (1, 1),
        "b": (3, 4),
        "c": (5, 6),
        "d": (8, 8),
        "e.en": (10, 11),
        "e.ru": (12, 13),
    }
    assert file.text_lines("e.zh") == (9, 9)
