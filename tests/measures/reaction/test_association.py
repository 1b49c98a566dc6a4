import numpy as np
import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures.reaction import association

FIRST_DAY = pd.Timestamp("2025-01-01")
DICE = np.random.default_rng(5)
SOME = DICE.poisson(0.4, 372)
OTHER = DICE.poisson(0.4, 372)
YEAR = {"since": "2025-01-01", "until": "2026-01-07"}


@pytest.fixture
def days(acts):
    """Make acts from the numbers of acts A>B and B>A on each day."""

    def make(first, second):
        rows = []
        for direction, counts in (("A>B", first), ("B>A", second)):
            for day in np.repeat(np.arange(len(counts)), np.asarray(counts, int)):
                date = str((FIRST_DAY + pd.Timedelta(int(day), "D")).date())
                rows.append((date, 1, direction, -1.0))
        return acts(*rows)

    return make


def later(counts, days):
    return np.concatenate([np.zeros(days), counts[: len(counts) - days]])


def beyond(found):
    rows = found.table[found.table["beyond_all"]]
    return list(zip(rows["unit"], rows["lag_bins"], strict=True))


def test_a_reply_on_the_next_day_stands_out_at_that_lag_alone(days):
    found = association(days(SOME, later(SOME, 1)), per="day")
    assert beyond(found) == [("day", 1)]


def test_a_reply_three_weeks_later_stands_out_by_week(days):
    found = association(days(SOME, later(SOME, 21)), per=["week"])
    assert ("week", 3) in beyond(found)


def test_the_one_that_comes_first_leads(days):
    found = association(days(later(SOME, 2), SOME), per=["day"], lags={"day": 2})
    assert found.table["leads"].tolist() == ["B>A", "B>A", "", "A>B", "A>B"]
    assert beyond(found) == [("day", -2)]


def test_two_that_have_nothing_to_do_with_each_other_stand_out_nowhere(days):
    found = association(days(SOME, OTHER))
    assert beyond(found) == []
    assert "of 55 lags, none beyond chance." in str(found)


def test_the_sentence_says_what_chance_is(days):
    found = association(days(SOME, OTHER), draws=1999, block_days=7)
    said = (
        "Chance is 2,000 shuffles of blocks of 7 days; its limits hold for all lags "
        "at once, in 95 % of shuffles."
    )
    assert said in str(found)


def test_chance_rarely_goes_beyond_the_limits_of_all_lags():
    from utils.measures.reaction.correlogram import Plan, correlogram

    plan = Plan({"day": 14, "week": 8}, block_days=28, draws=199)
    pairs = np.random.default_rng(3).poisson(0.3, (60, 2, 372)).astype(float)
    false = [correlogram(pair, plan)["beyond_all"].any() for pair in pairs]
    assert sum(false) <= 8


def test_the_three_units_stand_together_with_their_lags(days):
    table = association(days(SOME, OTHER), draws=199, **YEAR).table
    by_unit = table.groupby("unit", sort=False)
    assert by_unit["lag_bins"].max().to_dict() == {"day": 14, "week": 8, "fortnight": 4}
    assert by_unit["lag_days"].min().tolist() == [-14, -56, -56]
    assert by_unit["n_bins"].first().tolist() == [372, 53, 26]


def test_a_lag_is_at_most_a_quarter_of_the_bins(days):
    table = association(days(SOME[:140], OTHER[:140]), draws=199).table
    assert table.groupby("unit")["lag_bins"].max()["fortnight"] == 2


def test_correlation_is_that_of_the_logarithms(days):
    found = association(days(SOME, OTHER), per="day", lags={"day": 0}, **YEAR)
    by_numpy = np.corrcoef(np.log1p(SOME), np.log1p(OTHER))[0, 1]
    assert found.table["r"].tolist() == pytest.approx([by_numpy])


def test_numbers_can_be_taken_as_they_are(days):
    more = {"per": "day", "lags": {"day": 0}, "logged": False}
    found = association(days(SOME, OTHER), **more, **YEAR)
    assert found.table["r"].tolist() == pytest.approx([np.corrcoef(SOME, OTHER)[0, 1]])


def test_one_day_of_many_acts_does_not_decide_alone(days):
    burst = np.where(np.arange(372) == 100, 20, 0)
    both = days(SOME + burst, OTHER + burst)
    more = {"per": "day", "lags": {"day": 0}, "draws": 199}
    plain, logged = (association(both, logged=x, **more).table["r"][0] for x in (0, 1))
    assert plain > 0.7 > 0.4 > logged


def test_busy_months_widen_what_chance_gives(days):
    season = np.repeat([0, 2, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0], 31)
    both = days(SOME + season, OTHER + np.roll(season, 40))
    widths = [
        (t["high_null"] - t["low_null"]).mean()
        for t in (association(both, block_days=b).table for b in (1, 28))
    ]
    assert widths[1] > 1.3 * widths[0]


def test_the_limits_of_all_lags_hold_those_of_one(days):
    table = association(days(SOME, OTHER)).table
    assert (table["low_all"] <= table["low_null"]).all()
    assert (table["high_all"] >= table["high_null"]).all()
    assert (table["p_all"] >= table["p"]).all()


def test_beyond_means_outside_the_limits(days):
    table = association(days(SOME, later(SOME, 1))).table
    outside = (table["r"] < table["low_all"]) | (table["r"] > table["high_all"])
    assert (outside == table["beyond_all"]).all()


def test_swapping_the_sides_turns_the_lags_and_nothing_else(days):
    both = days(SOME, later(SOME, 1))
    one = association(both, first="A>B", per="week", draws=199).table
    other = association(both, first="B>A", per="week", draws=199).table[::-1]
    for column in ("r", "low_null", "high_null", "low_all", "high_all", "p", "p_all"):
        assert one[column].to_numpy() == pytest.approx(other[column].to_numpy())


def test_the_same_seed_gives_the_same_and_another_another(days):
    both = days(SOME, OTHER)
    one, same, other = (association(both, draws=199, seed=s).table for s in (1, 1, 2))
    assert one.equals(same)
    assert not one["low_null"].equals(other["low_null"])
    assert one["r"].equals(other["r"])


def test_weights_count_where_asked_for(days):
    both = days(SOME, OTHER)
    heavy = both.assign(weight=both["weight"] * 3)
    more = {"per": "day", "draws": 199, "weighted": True, "logged": False}
    one, other = (association(acts, **more).table["r"] for acts in (both, heavy))
    assert one.to_numpy() == pytest.approx(other.to_numpy())


def test_acts_without_a_conflictual_weight_do_not_count(days):
    both = days(SOME, OTHER)
    weight = np.where(np.arange(len(both)) % 2, -1.0, np.nan)
    found = association(both.assign(weight=weight), draws=199, weighted=True)
    assert found.n_first + found.n_second == (weight < 0).sum()


def test_the_sentence_says_the_numbers_and_warns(days):
    said = str(association(days(SOME, later(SOME, 1)), per="day"))
    assert said.startswith(f"{SOME.sum()} acts A>B and ")
    assert " of 29 lags, 1 beyond chance (1 day after A>B, r = 1.00). " in said
    assert "need not depend on one another" in said
    assert "cause" not in said


@pytest.mark.parametrize("n", [0, 1, 29])
def test_too_few_acts_are_refused_with_their_number(days, n):
    few = days(np.arange(372) < n, OTHER)
    with pytest.raises(MeasureError, match=r"with A>B needs at least 30 acts; there"):
        association(few, first="A>B")


def test_no_act_at_all_is_refused(acts):
    with pytest.raises(MeasureError, match="no act to measure and no period"):
        association(acts(), first="A>B")


def test_acts_that_are_all_on_one_day_are_refused(days):
    with pytest.raises(MeasureError, match="least 4 blocks; there is no block"):
        association(days([40], [40]))


def test_the_same_in_every_bin_is_refused(days):
    with pytest.raises(MeasureError, match="One direction has the same in every day"):
        association(days(np.ones(372), OTHER))


def test_blocks_longer_than_the_period_are_refused(days):
    with pytest.raises(MeasureError, match="4 blocks; there is one block"):
        association(days(SOME, OTHER), block_days=200)


def test_a_period_of_few_bins_is_refused(days):
    few = days(SOME[:100] + 1, OTHER[:100] + 1)
    with pytest.raises(
        MeasureError, match="fortnight needs at least 8 bins; there are"
    ):
        association(few, block_days=7)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"per": "month"}, "no unit of time .'month'.; choose from day, week, fort"),
        ({"per": []}, "no unit of time"),
        ({"block_days": 0}, "block_days is a whole number from 1, not 0"),
        ({"block_days": 1.5}, "block_days is a whole number"),
        ({"draws": 10}, "draws is a whole number from 199, not 10"),
        ({"lags": {"day": -1}}, "lag by day is a whole number from 0, not -1"),
        ({"since": "summer"}, "'summer' is not an ISO day"),
    ],
)
def test_what_cannot_be_asked_for_is_refused(days, given, said):
    with pytest.raises(MeasureError, match=said):
        association(days(SOME, OTHER), **given)


@pytest.mark.parametrize("column", ["earliest", "latest", "direction"])
def test_a_missing_column_is_named(days, column):
    with pytest.raises(MeasureError, match=f"column {column}"):
        association(days(SOME, OTHER).drop(columns=column))


def test_weights_must_be_there_to_be_counted(days):
    bare = days(SOME, OTHER).drop(columns="weight")
    with pytest.raises(MeasureError, match="column weight"):
        association(bare, weighted=True)


def test_the_frame_given_is_not_changed(days):
    both = days(SOME, OTHER)
    before = both.copy()
    association(both, draws=199)
    assert both.equals(before)
