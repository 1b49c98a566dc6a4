"""What the notebook on turning points says in words, against what its cells show."""

import re

import pandas as pd
import pytest
from notebook_outputs import FIGURE, drawn, figure, outputs, rows, said, title

from utils import measures

NAME = "05-turning-points"
WAYS = ["AZE>RUS", "RUS>AZE"]
MONTH = pd.Timedelta(days=30)
DAY = r"(\d{1,2} [A-Z][a-z]{2} \d{4})"
ISO = r"\d{4}-\d\d-\d\d"


@pytest.fixture(scope="module")
def shown(run):
    return run(NAME)


@pytest.fixture(scope="module")
def changes(shown):
    """Give the days of the two changes by week, from the bins that are drawn."""
    return breaks(drawn(shown, "weeks"))["date"].tolist()


@pytest.fixture(scope="module")
def landmarks(case):
    """Give the days of the landmarks that fall on one day of the surveyed period."""
    since, until = case.dense_period
    days = case.landmarks.set_index("landmark_id")["date"]
    days = days[(days.str.len() == 10) & days.between(since, until)]
    return pd.to_datetime(days)


@pytest.fixture(scope="module")
def daily(shown):
    """Give the changes by day, from the printed table."""
    row = rf"^\d +({ISO}) +({ISO}) +({ISO}) +([\d.]+) +([\d.]+)$"
    found = pd.DataFrame(re.findall(row, said(shown, "days"), re.M))
    found.columns = ["date", "low", "high", "before", "after"]
    ends = ["date", "low", "high"]
    return found.assign(**found[ends].apply(pd.to_datetime)).astype(
        {"before": float, "after": float}
    )


@pytest.fixture(scope="module")
def shares(shown):
    """Give number, share and interval of each tone in each phase."""
    labels, numbers = zip(*rows(shown, "phases"), strict=True)
    index = pd.MultiIndex.from_tuples([tuple(label.split()) for label in labels])
    columns = ["n", "share", "low", "high"]
    return pd.DataFrame(list(numbers), index=index, columns=columns)


def breaks(bins):
    """Keep the bins in which a phase begins, with their interval as days."""
    ends = bins[["date", "low", "high"]].apply(pd.to_datetime)
    return bins.assign(**ends)[ends["low"].notna()]


def days_in(text):
    return [pd.Timestamp(day) for day in re.findall(DAY, text)]


def sentences(notebook, tag):
    """Give what each result of a cell says, in one line, and no figure."""
    shown = [output.data for output in outputs(notebook, tag)]
    return [
        " ".join(data["text/plain"].split()) for data in shown if FIGURE not in data
    ]


def test_one_short_phase_stands_far_above_the_others(shown, changes):
    bins = drawn(shown, "weeks")
    low, high, after = bins.groupby("phase")["level"].first()
    assert high > 5 * max(low, after)
    assert changes[1] - changes[0] == pd.Timedelta(weeks=2)


def test_its_two_weeks_are_the_busiest_when_acts_are_counted_plainly(acts, changes):
    week = acts["earliest"].dt.to_period("W-SUN").dt.start_time
    busiest = week.value_counts().nlargest(2).index
    assert sorted(busiest) == [changes[0], changes[0] + pd.Timedelta(weeks=1)]


def test_it_begins_in_the_week_of_the_raids(changes, landmarks):
    raids = landmarks["lm-2025-raids"]
    assert changes[0] <= raids < changes[0] + pd.Timedelta(weeks=1)


def test_no_landmark_of_another_month_has_a_change_near_it(changes, landmarks):
    others = landmarks[landmarks.dt.month != landmarks["lm-2025-raids"].month]
    assert len(others) >= 4
    assert all(abs(others - change).min() > MONTH for change in changes)


def test_both_intervals_are_one_week(shown):
    assert title(shown, "weeks").count("(the same week)") == 2


def test_with_other_lots_they_are_two_weeks_at_most(acts, surveyed):
    period = {"since": surveyed.since, "until": surveyed.until}
    found = [
        measures.change_points(acts, "week", seed=seed, **period).breaks
        for seed in range(1, 11)
    ]
    wide = pd.concat([it["high"] - it["low"] for it in found])
    assert set(wide / pd.Timedelta(weeks=1)) == {0, 1}


def test_two_changes_are_best_over_a_long_range_of_penalties(shown):
    lower, upper = re.search(
        r"2 changes .* from ([\d.]+) to ([\d.]+)", title(shown, "penalties")
    ).groups()
    path = drawn(shown, "penalties")
    lengths = path["penalty_to"].astype(float) / path["penalty_from"]
    assert float(upper) > 4 * float(lower)
    assert path["n_breaks"][lengths[lengths < float("inf")].idxmax()] == 2
    assert (path["penalty_from"] < path["penalty"] / 2).any()


def test_both_directions_change_in_the_same_weeks(shown, changes):
    found = breaks(drawn(shown, "directions")).groupby("direction")["date"]
    assert found.agg(list).to_dict() == dict.fromkeys(WAYS, changes)


def test_no_grade_of_certainty_and_no_group_of_sources_makes_the_dates(shown, changes):
    found = re.findall(rf"({ISO}) +({ISO})$", said(shown, "variants"), re.M)
    assert len(found) == 8
    assert set(found) == {tuple(str(day.date()) for day in changes)}


def test_by_day_the_rise_falls_on_the_day_of_the_raids_and_lasts_a_week(
    daily, landmarks
):
    rise = daily.loc[(daily["after"] - daily["before"]).idxmax()]
    fall = daily.loc[(daily["before"] - daily["after"]).idxmax()]
    assert rise["low"] == rise["date"] == rise["high"] == landmarks["lm-2025-raids"]
    assert fall["date"] - rise["date"] == pd.Timedelta(weeks=1)


def test_by_day_the_rise_is_of_the_same_week_both_ways_and_without_each_group(
    case, surveyed, landmarks
):
    again = measures.in_variants(
        case.left_out(surveyed),
        measures.change_points,
        per="day",
        by=["direction"],
        draws=1,
        since=surveyed.since,
        until=surveyed.until,
    )
    lanes = again.groupby(["variant", "direction"], observed=True)
    rises = [lane["date"][lane["level"].diff().idxmax()] for _, lane in lanes]
    assert len(rises) == 10
    assert all(abs(day - landmarks["lm-2025-raids"]).days <= 3 for day in rises)


def test_by_day_the_first_days_after_the_crash_end_with_a_change(daily, landmarks):
    first = daily.iloc[0]
    after = first["date"] - landmarks["lm-2024-crash"]
    assert pd.Timedelta(days=5) <= after <= pd.Timedelta(days=14)
    assert first["after"] < first["before"] / 2


def test_by_day_a_slight_fall_in_september_is_hard_to_date(daily):
    assert len(daily) == 4
    last = daily.iloc[-1]
    assert last["date"].month == 9
    assert 0 < last["before"] - last["after"] < 1
    assert last["high"] - last["low"] > MONTH


def test_by_month_nothing_is_found(shown):
    (said_of_months,) = sentences(shown, "months")
    assert "show no change of level" in said_of_months


def test_the_first_change_of_the_longer_search_is_where_the_survey_begins(shown, case):
    found = breaks(drawn(shown, "years"))["date"]
    begins = pd.Timestamp(case.dense_period[0])
    assert found.iloc[0] == begins.replace(day=1)


def test_the_crash_fell_on_the_first_surveyed_day(case, landmarks):
    assert landmarks["lm-2024-crash"] == pd.Timestamp(case.dense_period[0])


def test_two_sampled_years_are_let_in(shown, case):
    first = pd.to_datetime(drawn(shown, "years")["date"]).min()
    assert pd.Timestamp(case.dense_period[0]).year - first.year + 1 == 2


def test_conflictual_acts_fall_in_part_in_july_and_wholly_in_september(shown):
    bins = drawn(shown, "tones")
    before, _, between, after = bins.groupby("phase")["level"].first()
    last = breaks(bins).iloc[-1]
    assert after < before < between / 2
    assert last["date"].month == 9
    assert 0.5 * MONTH < last["date"] - last["low"] < 1.5 * MONTH
    assert 0.5 * MONTH < last["high"] - last["date"] < 1.5 * MONTH


def test_that_fall_hangs_on_no_grade_of_certainty_and_no_group_of_sources(
    case, surveyed, shown
):
    hostile = surveyed.but(tones="conflictual")
    frames = measures.by_certainty(hostile.apply(case.actions))
    again = measures.in_variants(
        frames | case.left_out(hostile),
        measures.change_points,
        draws=1,
        since=surveyed.since,
        until=surveyed.until,
    )
    last = breaks(again).groupby("variant", observed=True)["date"].max()
    assert len(last) == 8
    assert set(last) == {breaks(drawn(shown, "tones"))["date"].max()}


def test_in_cooperative_acts_no_change_is_found(shown):
    (friendly,) = sentences(shown, "tones")
    assert "show no change of level (about 83 acts" in friendly


def test_the_cooperative_share_drops_and_comes_back_with_intervals_apart(shares):
    before, high, after = (
        shares.loc[(phase, "cooperative")] for phase in ("before", "high", "after")
    )
    assert high["high"] < min(before["low"], after["low"])


def test_by_week_there_were_no_fewer_cooperative_acts(shares, changes, case):
    weeks = pd.Timedelta(weeks=1)
    earlier = (changes[0] - pd.Timestamp(case.dense_period[0])) / weeks
    high = (changes[1] - changes[0]) / weeks
    n = shares["n"]
    assert n["high", "cooperative"] / high >= n["before", "cooperative"] / earlier


def test_the_acts_of_the_phase_crowd_into_one_week(surveyed, acts, changes, landmarks):
    raids = landmarks["lm-2025-raids"]
    chosen = acts["earliest"].between(changes[0], changes[1], inclusive="left")
    crowded = acts["earliest"].between(raids, raids + pd.Timedelta(days=6))
    assert (chosen & crowded).sum() > 0.85 * chosen.sum()


def test_nearly_every_type_has_acts_in_the_phase(shown, case):
    found = drawn(shown, "types")["type"].nunique()
    assert found >= len(case.codebook.types) - 1


def test_breadth_grows_but_all_intervals_overlap(shown):
    found = [numbers for _, numbers in rows(shown, "breadth")]
    _, value, low, high = zip(*found, strict=True)
    assert list(value) == sorted(value)
    assert max(low) < min(high)


def test_the_highest_certain_rungs_lie_a_month_or_more_from_the_changes(shown, changes):
    first = days_in(title(shown, "ladder"))[:2]
    assert all(abs(day - change) >= MONTH for day in first for change in changes)


def test_the_later_of_these_days_is_a_strike_in_odesa(shown, case):
    day = max(days_in(title(shown, "ladder"))[:2])
    acts = case.actions[case.actions["earliest"] == day]
    strikes = acts[acts["form"] == "use_of_force"]
    assert len(strikes) == 1
    assert "SOCAR in Odesa" in strikes["summary"].iloc[0]


def test_with_disputed_acts_the_same_rung_comes_with_the_crash(shown, landmarks):
    levels = drawn(shown, "ladder")
    top = levels[levels["most"] == levels["least"].max()]
    assert pd.Timestamp(top["date"].min()) == landmarks["lm-2024-crash"]


def test_the_curve_marks_the_two_changes(shown, changes):
    text = str(figure(shown, "curve")["layout"]["annotations"])
    assert text.count("Change point") == 2


def test_tension_climbs_at_the_first_change_and_stays_up_after_the_second(
    shown, changes
):
    curve = drawn(shown, "curve").assign(date=lambda it: pd.to_datetime(it["date"]))
    wide = curve.pivot(index="date", columns="direction", values="tension")
    level = [wide.loc[day] for day in (*changes, changes[1] + MONTH)]
    assert (level[1] > 3 * level[0]).all()
    assert (level[2] > 3 * level[0]).all()


def test_the_peak_of_one_direction_hangs_on_a_long_half_life_alone(shown):
    card = drawn(shown, "card").query('dimension != "all"')
    turned = card.loc[card["n_flips"] > 0, "choice"]
    assert set(card["in_reference"]) == {"holds"}
    assert turned.tolist() == ["60 days"]
    up_to_a_month = card["choice"].isin(["10 days", "30 days"])
    assert card.loc[up_to_a_month, "share"].min() > 0.95


def test_the_peak_of_the_other_direction_holds_in_about_half_of_the_variants(shown):
    other, *_ = sentences(shown, "others")
    assert other.startswith("Tension RUS to AZE is highest")
    (percent,) = re.findall(r"\((\d+) %\)", other)
    assert 40 <= int(percent) <= 60


def test_the_rise_holds_in_all_variants(shown):
    _, *rises = sentences(shown, "others")
    assert len(rises) == 2
    assert all("more by day" in rise and "(100 %)" in rise for rise in rises)


def test_one_direction_makes_the_change_in_september(acts, surveyed):
    period = {"since": surveyed.since, "until": surveyed.until}
    by = ["direction", "tone"]
    found = measures.change_points(acts, "week", by=by, draws=1, **period).breaks
    september = found[found["date"].dt.month == 9]
    assert september[by].to_numpy().tolist() == [["RUS>AZE", "conflictual"]]


def test_shorter_phases_part_the_first_days_from_the_rest(acts, surveyed):
    period = {"since": surveyed.since, "until": surveyed.until}
    found = measures.change_points(acts, "week", min_bins=1, draws=1, **period)
    assert len(found.spans) == 4
    assert found.spans[0].until < "2025-01"
