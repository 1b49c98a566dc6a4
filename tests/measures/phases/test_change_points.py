import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utils import select
from utils.about import About
from utils.errors import MeasureError
from utils.measures.phases import change_points, penalty_path

STEPS = [1] * 10 + [6] * 10 + [2] * 10
law = settings(
    max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def found(weekly, weeks):
    """Give the phases of thirty weeks: one act each, then six, then two."""
    return change_points(weekly(STEPS), **weeks(30), draws=50)


def days(column):
    return [str(day.date()) for day in column]


def test_breaks_are_the_first_days_of_new_levels(found):
    assert days(found.breaks["date"]) == ["2024-03-11", "2024-05-20"]


def test_levels_are_acts_by_week_before_and_after(found):
    rows = found.breaks[["level_before", "level_after"]].to_numpy().tolist()
    assert rows == [pytest.approx([1, 6]), pytest.approx([6, 2])]


def test_phases_cover_the_period_day_by_day(found):
    assert [(span.since, span.until) for span in found.spans] == [
        ("2024-01-01", "2024-03-10"),
        ("2024-03-11", "2024-05-19"),
        ("2024-05-20", "2024-07-28"),
    ]


def test_a_phase_tells_its_acts_its_level_and_its_name(found):
    span = found.spans[1]
    assert (span.n, span.per_bin) == (60, pytest.approx(6))
    assert span.label == "Phase 2, 11 Mar 2024 to 19 May 2024"
    assert span.group == ""


def test_the_table_has_a_row_for_each_bin(found):
    table = found.table
    assert table["n"].tolist() == STEPS
    assert table["level"].tolist() == pytest.approx(STEPS)
    assert table["phase"].tolist() == [1] * 10 + [2] * 10 + [3] * 10
    assert set(table["per"]) == {"week"}


def test_the_table_has_intervals_where_phases_begin(found):
    begun = found.table.dropna(subset="low")
    assert days(begun["date"]) == days(found.breaks["date"])
    assert begun["share"].tolist() == found.breaks["share"].tolist()


def test_the_sentence_tells_dates_intervals_and_what_they_rest_on(found):
    said = str(found)
    assert said == found.said
    assert said.startswith(
        "Recorded acts by week change level twice (about 90 acts in 30 weeks, "
        "dispersion 1.0): 11 Mar 2024 ("
    )
    assert "from 1.0 to 6.0; 20 May 2024" in said
    assert said.endswith(
        "In brackets: the weeks that the middle 95 % of 50 bootstrap samples give."
    )


def test_kinds_of_acts_stand_before_the_word(weekly, weeks):
    acts = pd.concat(
        [weekly(STEPS, tone="conflictual"), weekly([3] * 30, tone="neutral")]
    )
    found = change_points(acts, by=["tone"], **weeks(30), draws=20)
    assert "Recorded conflictual acts by week change level twice (" in found.said
    assert "Recorded neutral acts by week show no change of level (" in found.said
    assert found.spans[0].label.startswith("Phase 1 of conflictual acts, 1 Jan 2024")


def test_an_interval_of_one_week_is_not_said_to_be_sure(weekly, weeks):
    found = change_points(weekly([0] * 10 + [50] * 10), **weeks(20), draws=20)
    assert ": 11 Mar 2024 (the same week), from 0.0 to 50.0. " in found.said
    said = "Change point, the same date in 95 % of draws"
    assert found.landmarks == (("2024-03-11", said),)


def test_breaks_can_be_marked_in_charts(found):
    days_, labels = zip(*found.landmarks, strict=True)
    assert days_ == ("2024-03-11", "2024-05-20")
    assert all(label.startswith("Change point, ") for label in labels)


def test_the_path_leads_to_what_was_chosen(found):
    row = found.path[found.path["chosen"]].iloc[0]
    assert (row["n_breaks"], row["dates"]) == (2, "2024-03-11; 2024-05-20")


def test_the_path_alone_is_that_of_the_phases(weekly, weeks, found):
    alone = penalty_path(weekly(STEPS), **weeks(30))
    pd.testing.assert_frame_equal(alone, found.path)


def test_a_lower_penalty_is_on_its_own_path(weekly, weeks):
    path = penalty_path(weekly(STEPS), **weeks(30), penalty=0.5)
    assert path["chosen"].sum() == 1


def test_one_level_has_no_break(weekly, weeks):
    found = change_points(weekly([3] * 20), **weeks(20))
    assert len(found.breaks) == 0
    assert len(found.spans) == 1
    assert found.landmarks == ()
    assert found.said.startswith("Recorded acts by week show no change of level (about")


def test_directions_are_cut_apart(weekly, weeks):
    acts = pd.concat(
        [
            weekly(STEPS, direction="A>B"),
            weekly([3] * 30, direction="B>A"),
            weekly([1], direction="C>A"),
        ]
    )
    found = change_points(acts, by=["direction"], **weeks(30), draws=20)
    assert found.breaks["direction"].tolist() == ["A>B", "A>B"]
    assert [span.group for span in found.spans] == ["A>B", "A>B", "A>B", "B>A"]
    assert found.landmarks[0][1].startswith("Change point of A>B acts, ")
    assert "Too few acts to seek change points: C>A (1)." in found.said
    rest = found.table[found.table["direction"] == "C>A"]
    assert rest["n"].tolist() == [1] + [0] * 29
    assert set(rest["phase"]) == {0}
    assert rest["level"].isna().all()


def test_a_week_of_two_days_is_no_change_of_level(weekly):
    acts = weekly([7] * 14)
    day = acts["earliest"] + pd.to_timedelta(np.arange(len(acts)) % 7, unit="D")
    acts = acts.assign(earliest=day, latest=day)
    found = change_points(acts, since="2024-01-06", until="2024-04-07", penalty=0.1)
    assert len(found.breaks) == 0
    assert found.table["n"].tolist() == [2] + [7] * 13
    assert found.table["level"].tolist() == pytest.approx([7] * 14)
    assert found.spans[0].since == "2024-01-06"


def test_acts_outside_the_period_are_left_out(weekly, weeks):
    found = change_points(weekly([90, *[3] * 20]), since="2024-01-08", draws=1)
    assert found.table["n"].tolist() == [3] * 20


def test_uncertain_acts_spread_over_their_weeks(weekly, weeks):
    acts = weekly([3] * 12)
    acts.loc[0, "latest"] = pd.Timestamp("2024-01-14")
    found = change_points(acts, **weeks(12))
    assert found.table["n"].tolist() == pytest.approx([2.5, 3.5] + [3] * 10)


def test_the_same_seed_gives_the_same_intervals(weekly, weeks):
    one, same = (change_points(weekly(STEPS), **weeks(30), seed=3) for _ in range(2))
    pd.testing.assert_frame_equal(one.breaks, same.breaks)


@law
@given(n=st.lists(st.integers(0, 12), min_size=12, max_size=30), seed=st.integers(0, 9))
def test_phases_hold_all_acts_and_breaks_lie_in_order(weekly, weeks, n, seed):
    n = [*n, 30]
    found = change_points(weekly(n), **weeks(len(n)), draws=5, seed=seed, penalty="bic")
    assert sum(span.n for span in found.spans) == pytest.approx(sum(n))
    assert found.breaks["date"].is_monotonic_increasing
    assert (found.breaks["low"] <= found.breaks["high"]).all()
    assert found.breaks["share"].between(0, 1).all()


@law
@given(n=st.lists(st.integers(0, 12), min_size=12, max_size=30))
def test_going_backwards_finds_phases_of_the_same_cost(weekly, weeks, n):
    n = [*n, 30]
    ways = [
        penalty_path(weekly(way), **weeks(len(n)), dispersion=1) for way in (n, n[::-1])
    ]
    for column in ("n_breaks", "penalty_from"):
        assert ways[0][column].tolist() == pytest.approx(ways[1][column].tolist())


def recovered(weekly, weeks, levels, seed):
    """Say whether simulated levels of twenty weeks each are found again."""
    n = np.random.default_rng(seed).poisson(np.repeat(levels, 20))
    breaks = change_points(weekly(n), **weeks(60), draws=1).breaks["date"]
    true = pd.to_datetime(["2024-05-20", "2024-10-07"])
    return len(breaks) == 2 and bool((abs(breaks - true).dt.days <= 7).all())


def test_known_breaks_are_found_within_a_week_in_nine_of_ten_series(weekly, weeks):
    found = [recovered(weekly, weeks, (1, 6, 1), seed) for seed in range(100)]
    assert np.mean(found) >= 0.9


def test_a_small_break_is_found_within_a_week_in_more_than_half(weekly, weeks):
    found = [recovered(weekly, weeks, (1, 5, 2), seed) for seed in range(100)]
    assert np.mean(found) >= 0.55


@pytest.mark.parametrize("variance", [1, 3])
def test_series_of_one_level_show_no_break_in_nine_of_ten(weekly, weeks, variance):
    none = 0
    for seed in range(100):
        lots = np.random.default_rng(seed)
        burst = lots.negative_binomial(3 / 2, 1 / 3, 60)
        n = burst if variance == 3 else lots.poisson(3, 60)
        none += len(change_points(weekly(n), **weeks(60), draws=1).breaks) == 0
    assert none >= 90


def test_intervals_hold_the_true_week_about_as_often_as_they_say(weekly, weeks):
    held = []
    for seed in range(40):
        n = np.random.default_rng(seed).poisson(np.repeat([1, 6], 20))
        rows = change_points(weekly(n), **weeks(40), draws=100, seed=seed).breaks
        true = pd.Timestamp("2024-05-20")
        held += [bool(rows["low"].iloc[0] <= true <= rows["high"].iloc[0])]
    assert np.mean(held) >= 0.9


@pytest.mark.parametrize(
    ("n", "message"),
    [
        ([1] * 29, "change points needs at least 30 acts; there are 29 acts. Widen"),
        ([10] * 11, "needs at least 12 weeks; there are 11 weeks"),
        ([40], "needs at least 12 weeks; there is one week"),
        ([1] * 1001, "at most 1,000 bins; there are 1,001. Choose longer bins"),
    ],
)
def test_too_little_and_too_much_are_refused(weekly, weeks, n, message):
    with pytest.raises(MeasureError, match=message):
        change_points(weekly(n), **weeks(len(n)))


@pytest.mark.parametrize("by", [[], ["direction"]])
def test_an_empty_frame_is_refused(weekly, weeks, by):
    empty = weekly([0], direction=[])
    with pytest.raises(MeasureError, match="at least 30 acts; there is no act"):
        change_points(empty, by=by, **weeks(20))
    with pytest.raises(MeasureError, match="no act to measure"):
        change_points(empty, by=by)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"per": "decade"}, "There is no bin 'decade'"),
        ({"by": ["tone"]}, "There is no column tone to count by"),
        ({"min_bins": 0}, "min_bins is a whole number from 1, not 0"),
        ({"min_bins": 2.5}, "min_bins is a whole number from 1"),
        ({"min_bins": 16}, "Two phases of min_bins=16 do not fit into 30 bins"),
        ({"draws": 0}, "draws is a whole number from 1, not 0"),
        ({"draws": True}, "draws is a whole number"),
        ({"seed": -1}, "seed is a whole number from 0"),
        ({"penalty": 0}, "number above zero"),
        ({"dispersion": 0.2}, "number from one"),
        ({"since": "soon"}, "soon"),
    ],
    ids=str,
)
def test_what_cannot_be_asked_is_refused(weekly, weeks, wrong, message):
    with pytest.raises(MeasureError, match=message):
        change_points(weekly(STEPS), **{**weeks(30), **wrong})


def test_the_frame_given_stays_as_it_was(weekly, weeks):
    acts = weekly(STEPS)
    before = acts.copy()
    change_points(acts, **weeks(30), draws=1)
    pd.testing.assert_frame_equal(acts, before)


def test_phases_load_ruptures_only_when_it_is_asked_for():
    code = "import sys; import utils.measures.phases; print('ruptures' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert run.stdout.strip() == "False", run.stderr


def test_a_landmark_tells_the_interval_of_its_break(found):
    low, high = (found.breaks[end].iloc[0] for end in ("low", "high"))
    said = (
        f"between {low.day} {low:%b %Y} and {high.day} {high:%b %Y}"
        if low != high
        else "the same date"
    )
    assert found.landmarks[0][1] == f"Change point, {said} in 95 % of draws"


def test_a_phase_chooses_its_acts(weekly, found):
    acts = weekly(STEPS)
    chosen = [select().within(span).apply(acts) for span in found.spans]
    assert [len(part) for part in chosen] == [10, 60, 20]


def test_charts_take_the_breaks_as_landmarks(found):
    marked = About("A quarrel").marked(found.landmarks)
    assert [day for day, _ in marked.landmarks] == ["2024-03-11", "2024-05-20"]
