import pytest

from utils import load, measures
from utils.errors import LessonError
from utils.lessons import judging
from utils.lessons.pairwise.pairs import drawn_pairs

FORMS = ["accuse", "expel", "threaten"]


@pytest.fixture(scope="module")
def case():
    return load("azerbaijan-russia")


def test_each_pair_comes_once():
    pairs = drawn_pairs(["a", "b", "c", "d", "a"])
    assert {*map(frozenset, pairs)} == {
        *map(frozenset, ["ab", "ac", "ad", "bc", "bd", "cd"])
    }
    assert len(pairs) == 6


def test_the_seed_draws_the_order_and_nothing_else_does():
    letters = "abcdefg"
    assert drawn_pairs(letters, seed=3) == drawn_pairs(letters[::-1], seed=3)
    assert drawn_pairs(letters, seed=3) != drawn_pairs(letters, seed=4)


def test_both_sides_come_first_about_equally_often():
    first = [one < other for one, other in drawn_pairs([f"{n:02}" for n in range(40)])]
    assert 0.45 < sum(first) / len(first) < 0.55


def test_judgements_are_kept_as_bradley_and_terry_want_them(case):
    shown = judging(case, FORMS, judge="Ana")
    pairs = drawn_pairs(FORMS)
    for which in ("first", "second", "tie"):
        shown.say(which)
    rows = [
        ("Ana", *pairs[0], "no"),
        ("Ana", *pairs[1][::-1], "no"),
        ("Ana", *pairs[2], "yes"),
    ]
    assert [*shown.judgements.itertuples(index=False, name=None)] == rows
    assert measures.bradley_terry(shown.judgements)["n_judgements"].tolist() == [2] * 3


def test_a_judgement_is_taken_back(case):
    shown = judging(case, FORMS)
    for which in ("back", "first", "back", "second"):
        shown.say(which)
    assert (len(shown.judgements), shown.nth) == (1, 1)


def test_after_the_last_pair_nothing_more_is_judged(case):
    shown = judging(case, FORMS, most=2)
    for _ in range(5):
        shown.say("first")
    assert len(shown.judgements) == 2


def test_a_press_for_another_pair_than_the_one_on_show_is_let_be(case):
    shown = judging(case, FORMS)
    for _ in range(2):
        message = {"do": "judge", "which": "first", "nth": 0}
        shown._handle_custom_msg(message, [])
    assert len(shown.judgements) == 1


def test_on_paper_it_is_a_table_to_tick(case):
    data, _ = judging(case, FORMS)._repr_mimebundle_()
    assert data["text/html"].count("☐ cannot say") == 3
    assert "☐ Threaten or warn" in data["text/plain"]


@pytest.mark.parametrize(
    ("wanted", "more", "said"),
    [
        (["accuse"], {}, "two different forms; there is 1"),
        (["accuse", "expell"], {}, "Did you mean 'expel'"),
        (FORMS, {"most": 0}, "most is 0"),
        (FORMS, {"most": True}, "most is True"),
    ],
)
def test_what_makes_no_pair_is_refused(case, wanted, more, said):
    with pytest.raises(LessonError, match=said):
        judging(case, wanted, **more)
