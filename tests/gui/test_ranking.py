"""How well names fit what is typed."""

from __future__ import annotations

from treatyviewer.gui.services.ranking import best, fit


def test_better_fits_come_first() -> None:
    order = [
        "soviet",
        "soviet union",
        "sino soviet treaty",
        "antisoviet league",
        "sino overland via tibet",
    ]
    scores = [fit("soviet", name) for name in order]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
    assert scores[3] >= 300 > scores[4]


def test_what_does_not_fit_has_no_score() -> None:
    assert fit("soviet", "mongolia") == 0
    assert fit("", "mongolia") == fit("x", "") == fit("x", "mongolia") == 0


def test_initials_and_words_in_any_order_fit() -> None:
    assert fit("zhe", "zhou enlai") > 0
    assert fit("enlai zhou", "zhou enlai") >= 400
    assert fit("ec ai", "economic aid") >= 400


def test_han_inside_a_title_is_a_word() -> None:
    assert fit("友好", "中苏友好同盟互助条约") >= 400


def test_the_shorter_of_two_titles_is_nearer() -> None:
    found = best("aid", [("long", ["aid to the front line"]), ("short", ["aid"])], 5)
    assert [thing for thing, _ in found] == ["short", "long"]


def test_each_thing_comes_once_with_its_best_name() -> None:
    ((thing, ranked),) = best("周恩来", [("zhou", ["zhou enlai", "周恩来", "чжоу эньлай"])], 5)
    assert (thing, ranked.name) == ("zhou", "周恩来")


def test_a_slip_is_forgiven_where_nothing_fits() -> None:
    things = [("a", ["vyshinsky"]), ("b", ["economic aid"])]
    assert [thing for thing, _ in best("vishinski", things, 5)] == ["a"]
    assert best("xyzzyx", things, 5) == []


def test_where_words_fit_strewn_letters_do_not() -> None:
    words = [(n, [f"economy {n}"]) for n in range(5)]
    found = best("eco", [*words, ("x", ["exchange of cotton"])], 20)
    assert [thing for thing, _ in found] == [0, 1, 2, 3, 4]


def test_no_more_than_is_wanted() -> None:
    assert len(best("a", [(n, ["a"]) for n in range(50)], 7)) == 7
