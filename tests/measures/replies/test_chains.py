import pytest
from hypothesis import HealthCheck, given, settings
from quarrels import quarrels, swapped

from utils.errors import MeasureError
from utils.measures.replies import chains, reply_pairs

law = settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def only(frame):
    (found,) = chains(frame).to_dict("records")
    return found


def test_a_pair_is_a_chain_of_two(acts):
    found = only(acts(("a", 1, "A>B"), ("b", 2, "B>A", "a"), ("c", 3, "A>B")))
    assert (found["n_acts"], found["longest_path"], found["side_changes"]) == (2, 2, 1)
    assert found["action_ids"] == "a;b"


def test_acts_and_longest_path_differ_where_a_chain_forks(acts):
    found = only(
        acts(
            ("a", 1, "A>B"),
            ("b", 2, "B>A", "a"),
            ("c", 2, "B>A", "a"),
            ("d", 3, "A>B", "b"),
        )
    )
    assert (found["n_acts"], found["longest_path"]) == (4, 3)


def test_an_act_that_replies_to_two_joins_their_chains(acts):
    three = acts(("a", 1, "A>B"), ("b", 2, "A>B"), ("c", 3, "B>A", "a;b"))
    assert (only(three)["n_acts"], only(three)["longest_path"]) == (3, 2)


def test_a_follow_up_is_no_change_of_sides(acts):
    found = only(acts(("a", 1, "A>B"), ("b", 2, "A>B", "a"), ("c", 3, "B>A", "b")))
    assert (found["longest_path"], found["side_changes"]) == (3, 1)


def test_of_two_longest_paths_the_one_with_more_changes_counts(acts):
    three = acts(("a", 1, "A>B"), ("b", 2, "A>B", "a"), ("c", 2, "B>A", "a"))
    assert only(three)["side_changes"] == 1


def test_the_latest_act_has_the_last_word(acts):
    found = only(acts(("a", 1, "A>B"), ("b", 2, "B>A", "a"), ("c", 3, "A>B", "a")))
    assert (found["last_ids"], found["last_word"]) == ("c", "A")


def test_on_one_day_the_reply_comes_last(acts):
    found = only(acts(("a", 1, "A>B"), ("b", 1, "B>A", "a")))
    assert (found["first_ids"], found["last_ids"]) == ("a", "b")
    assert found["last_word"] == "B"


def test_two_sides_on_the_last_day_leave_the_last_word_open(acts):
    found = only(acts(("a", 1, "A>B"), ("b", 2, "B>A", "a"), ("c", 2, "A>B", "a")))
    assert (found["last_ids"], found["last_word"]) == ("b;c", "undetermined")


def test_windows_that_overlap_leave_the_last_word_open(acts):
    three = (("a", 1, "A>B"), ("b", (2, 4), "B>A", "a"))
    open_ = only(acts(*three, ("c", 3, "A>B", "a")))
    known = only(acts(*three, ("c", 5, "A>B", "a")))
    assert (open_["last_word"], known["last_word"]) == ("undetermined", "A")


def test_a_reply_to_a_later_act_is_later_still(acts):
    """d answers c, so that it lies on day 5 or later, after b."""
    found = only(
        acts(
            ("a", 1, "A>B"),
            ("b", 4, "B>A", "a"),
            ("c", 5, "B>A", "a"),
            ("d", (2, 9), "A>B", "c"),
        )
    )
    assert (found["last_ids"], found["last_word"]) == ("d", "A")


def test_dates_that_fit_by_pairs_but_not_together_are_refused(acts):
    three = acts(("a", 5, "A>B"), ("b", (1, 9), "B>A", "a"), ("c", 3, "A>B", "b"))
    with pytest.raises(MeasureError, match="No day is left for a on which it comes"):
        chains(three)


def test_two_last_acts_of_one_side_are_its_last_word(acts):
    found = only(acts(("a", 1, "A>B"), ("b", 2, "B>A", "a"), ("c", 2, "B>A", "a")))
    assert (found["last_ids"], found["last_word"]) == ("b;c", "B")


def test_a_last_act_of_no_known_country_leaves_the_last_word_open(acts):
    two = acts(("a", 1, "A>B"), ("b", 2, "B>A", "a"))
    assert only(two.assign(actor_country=["A", None]))["last_word"] == "undetermined"


def test_days_reach_from_the_earliest_to_the_latest(acts):
    found = only(acts(("a", (1, 5), "A>B"), ("b", (4, 9), "B>A", "a")))
    days = [str(found[name].date()) for name in ("began", "ended")]
    assert days == ["2025-01-01", "2025-01-09"]


def test_the_longest_chain_comes_first(acts):
    five = acts(
        ("a", 1, "A>B"),
        ("b", 2, "B>A", "a"),
        ("c", 3, "A>B"),
        ("d", 4, "B>A", "c"),
        ("e", 5, "A>B", "d"),
    )
    assert chains(five)["longest_path"].tolist() == [3, 2]


@pytest.mark.parametrize("n", [0, 1])
def test_without_replies_there_are_no_chains(acts, n):
    found = chains(acts(*[("a", 1, "A>B")][:n]))
    assert len(found) == 0
    assert {"n_acts", "longest_path", "last_word", "began"} <= set(found)


def test_a_circle_is_named(acts):
    circle = acts(
        ("z", 1, "A>B"),
        ("a", 1, "A>B", "z;c"),
        ("b", 1, "B>A", "a"),
        ("c", 1, "A>B", "b"),
        ("d", 1, "B>A", "c"),
    )
    with pytest.raises(MeasureError, match="in a circle: a → c → b → a, each"):
        chains(circle)


def test_a_long_chain_takes_no_long_time(acts):
    many = acts(*((f"{i}", i, "A>B", f"{i - 1}" if i else "") for i in range(20_000)))
    assert only(many)["longest_path"] == 20_000


@law
@given(rows=quarrels())
def test_each_act_in_a_pair_is_in_one_chain(acts, rows):
    frame = acts(*rows)
    pairs, found = reply_pairs(frame), chains(frame)
    inside = [act for ids in found["action_ids"] for act in ids.split(";")]
    assert sorted(inside) == sorted({*pairs["trigger_id"], *pairs["reply_id"]})
    assert (found["longest_path"] <= found["n_acts"]).all()
    assert (found["side_changes"] < found["longest_path"]).all()


@law
@given(rows=quarrels())
def test_swapping_the_sides_gives_the_other_the_last_word(acts, rows):
    one, other = (chains(acts(*r)) for r in (rows, swapped(rows)))
    turn = {"A": "B", "B": "A"}
    assert one["last_word"].replace(turn).tolist() == other["last_word"].tolist()
    same = ["n_acts", "longest_path", "side_changes", "action_ids", "last_ids"]
    assert one[same].equals(other[same])
