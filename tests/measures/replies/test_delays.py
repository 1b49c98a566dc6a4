from math import inf

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from quarrels import quarrels, swapped

from utils.errors import MeasureError
from utils.measures.replies import delays

law = settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
# Weeks in remission under 6-MP, of 21 patients (Freireich and others, Blood 21, 1963;
# Gehan, Biometrika 52, 1965); those of the second list were still in remission.
RELAPSED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
WATCHED = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
# Time, number at risk, share left, and its interval on the log-log scale, as
# textbooks and packages print them.
PRINTED = [
    (6, 21, 0.8571, 0.6197, 0.9516),
    (7, 17, 0.8067, 0.5631, 0.9228),
    (10, 15, 0.7529, 0.5032, 0.8894),
    (13, 12, 0.6902, 0.4316, 0.8491),
    (16, 11, 0.6275, 0.3675, 0.8049),
    (22, 7, 0.5378, 0.2678, 0.7468),
    (23, 6, 0.4482, 0.1881, 0.6801),
]


def curve(frame, direction="A>B", **more):
    table = delays(frame, **({"until": "2025-12-31"} | more)).table
    return table[table["direction"] == direction].set_index("day")


@pytest.fixture
def remission(acts):
    """Make an act of A for each patient, answered at relapse; all watched to day 99."""
    rows = [(f"w{i}", 99 - days, "A>B") for i, days in enumerate(WATCHED)]
    for i, days in enumerate(RELAPSED):
        rows += [(f"r{i}", 50, "A>B"), (f"x{i}", 50 + days, "B>A", f"r{i}")]
    return acts(*rows), {"until": "2025-04-09"}


@pytest.mark.parametrize(("time", "n", "left", "low", "high"), PRINTED)
def test_the_curve_is_the_one_printed_for_6_mp(remission, time, n, left, low, high):
    frame, until = remission
    found = curve(frame, **until).loc[time]
    assert found["n_at_risk"] == pytest.approx(n)
    assert 1 - found["share_answered"] == pytest.approx(left, abs=5e-5)
    assert 1 - found["high"] == pytest.approx(low, abs=5e-5)
    assert 1 - found["low"] == pytest.approx(high, abs=5e-5)


def test_half_of_the_patients_under_6_mp_relapsed_by_week_23(remission):
    frame, until = remission
    found = delays(frame, **until).medians["A>B"]
    assert (found.value, found.low, found.high, found.n) == (23, 13, inf, 21)


def test_answers_of_the_same_day_are_at_day_0(acts):
    found = curve(acts(("a", 1, "A>B"), ("b", 2, "A>B"), ("c", 2, "B>A", "b")))
    assert found["share_answered"].iloc[0] == 0.5


def test_the_curve_levels_off_where_nobody_answers_any_more(acts):
    found = curve(acts(("a", 1, "A>B"), ("b", 1, "A>B"), ("c", 3, "B>A", "b")))
    assert found["share_answered"].tolist() == pytest.approx([0, 0, *[0.5] * 89])


def test_a_share_of_exactly_half_is_a_median(acts):
    rows = [("a", 1, "A>B"), ("b", 1, "A>B"), ("c", 3, "B>A", "a")]
    assert delays(acts(*rows)).medians["A>B"].value == 2


def test_a_median_that_is_not_reached_is_said(acts):
    found = delays(acts(("a", 1, "A>B")), until="2025-01-31")
    assert found.medians["A>B"].value == inf
    assert str(found) == (
        "A>B: fewer than half of 1 act answered in up to 30 days (Kaplan-Meier "
        "estimate, 95 % interval 0 days to no end)."
    )


def test_days_end_with_the_horizon_or_with_the_last_act_watched(acts):
    one = acts(("a", 1, "A>B"))
    assert len(curve(one, horizon_days=5)) == 6
    assert len(curve(one, until="2025-01-04")) == 4


def test_before_the_first_answer_the_doubt_is_the_exact_one(acts):
    """None of two answered: 1 - 0.025 ** (1/2) is the upper end."""
    found = curve(acts(("a", 1, "A>B"), ("b", 1, "A>B"))).iloc[0]
    assert (found["share_answered"], found["low"]) == (0, 0)
    assert found["high"] == pytest.approx(1 - 0.025**0.5)


def test_once_all_are_answered_the_doubt_reaches_below_one(acts):
    """Two of two answered on one day: 0.025 ** (1/2) is the lower end."""
    found = curve(acts(("a", 1, "A>B"), ("b", 1, "A>B"), ("c", 1, "B>A", "a;b"))).iloc[
        0
    ]
    assert (found["share_answered"], found["high"]) == (1, 1)
    assert found["low"] == pytest.approx(0.025**0.5)


def test_an_uncertain_delay_counts_on_each_day_with_its_chance(acts):
    found = curve(acts(("a", 1, "A>B"), ("b", (2, 3), "B>A", "a")))
    assert found["share_answered"].tolist() == pytest.approx([0, 0.5, 1])
    assert found["share_shortest"].tolist() == pytest.approx([0, 1, 1])
    assert found["share_longest"].tolist() == pytest.approx([0, 0, 1])


def test_an_act_of_uncertain_date_is_watched_for_each_number_of_days(acts):
    found = curve(acts(("a", (1, 2), "A>B")), until="2025-01-04")
    assert found["n_censored"].tolist() == [0, 0, 0.5, 0.5]
    assert found["n_at_risk"].tolist() == [1, 1, 1, 0.5]


def test_acts_after_the_end_are_not_seen(acts):
    two = acts(("a", 1, "A>B"), ("b", 20, "B>A", "a"), ("c", 21, "A>B"))
    found = curve(two, until="2025-01-10")
    assert set(found["share_answered"]) == {0}
    assert set(found["n_acts"]) == {1}


def test_the_curve_can_be_told_by_type(acts):
    two = acts(("a", 1, "A>B", "", "media"), ("b", 2, "B>A", "a", "cultural"))
    assert list(delays(two, by="type").medians) == ["cultural", "media"]


def test_without_acts_there_is_no_curve(acts):
    with pytest.raises(MeasureError, match="There is no act to wait for"):
        delays(acts())


def test_acts_within_one_country_have_no_curve(acts):
    with pytest.raises(MeasureError, match="No act goes from one country to another"):
        delays(acts(("a", 1, "A>A")))


@pytest.mark.parametrize("horizon", [0, -1, 2.5, 1e9, np.inf, None, True])
def test_what_is_no_horizon_is_refused(acts, horizon):
    with pytest.raises(MeasureError, match="whole number of days from 1"):
        delays(acts(("a", 1, "A>B")), horizon_days=horizon)


@law
@given(rows=quarrels())
def test_the_share_answered_grows_and_lies_in_its_interval(acts, rows):
    table = delays(acts(*rows, ("end", 1, "A>B")), until="2025-02-28").table
    for _, found in table.groupby("direction"):
        steps = found["share_answered"].diff().fillna(0)
        assert (steps >= -1e-9).all()
        assert (found["low"] <= found["share_answered"] + 1e-9).all()
        assert (found["share_answered"] <= found["high"] + 1e-9).all()
    assert table.notna().all(axis=None)


@law
@given(rows=quarrels())
def test_every_act_is_answered_or_drops_out_once(acts, rows):
    table = delays(acts(*rows, ("end", 1, "A>B")), until="2025-02-28").table
    left = table.groupby("direction")[["n_answered", "n_censored"]].sum().sum(axis=1)
    n = table.groupby("direction")["n_acts"].first()
    assert left.to_numpy() == pytest.approx(n.to_numpy())


@law
@given(rows=quarrels())
def test_swapping_the_sides_swaps_the_curves(acts, rows):
    rows = [*rows, ("end", 1, "A>B")]
    one, other = (delays(acts(*r), until="2025-02-28") for r in (rows, swapped(rows)))
    for way, median in one.medians.items():
        turned = way.translate(str.maketrans("AB", "BA"))
        assert median.value == other.medians[turned].value
        pair = [
            d.table[d.table["direction"] == w]["share_answered"].tolist()
            for d, w in ((one, way), (other, turned))
        ]
        assert pair[0] == pair[1]
