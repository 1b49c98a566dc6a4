import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utils.errors import MeasureError
from utils.measures import ladder, time_at_rungs, unranked

START = pd.Timestamp("2025-01-01")
NONE = pd.NA
law = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
FORMS = pd.DataFrame(
    {"form": ["accuse", "warn", "expel", "praise"], "rung": [2, 4, 7, None]}
).astype({"rung": "Int64"})
RUNGS = pd.DataFrame({"rung": [2, 4, 7], "label": ["Blame", "Warning", "Removal"]})
RANKS = {"accuse": 2, "warn": 4, "expel": 7, "praise": 0}
rows = st.lists(
    st.tuples(
        st.integers(0, 30).map(lambda n: str((START + pd.Timedelta(n, "D")).date())),
        st.sampled_from([1, 2, 5, 40]),
        st.sampled_from(["A>B", "B>A"]),
        st.sampled_from(list(RANKS)),
    ),
    min_size=1,
    max_size=8,
)


@pytest.fixture
def climb(acts):
    """Give the ladder of acts of (day, days of the window, direction, form)."""

    def climbed(*rows, **how):
        frame = acts(*((*row[:3], 0) for row in rows))
        return ladder(frame.assign(form=[r[3] for r in rows]), FORMS, RUNGS, **how)

    return climbed


def test_an_act_holds_its_rung_for_the_window(climb):
    one = ("2025-01-01", 1, "A>B", "expel")
    found = climb(one, window_days=2, until="2025-01-04")
    assert found["least"].tolist() == [7, 7, NONE, NONE]
    assert found["least"].equals(found["most"].rename("least"))


def test_the_highest_rung_counts_and_not_the_latest_or_the_mean(climb):
    some = ("2025-01-01", 1, "A>B", "expel"), ("2025-01-02", 1, "A>B", "accuse")
    assert climb(*some, window_days=2, until="2025-01-03")["least"].tolist() == [
        7,
        7,
        2,
    ]


def test_the_lowest_rung_counts_as_any_other(acts):
    forms = pd.DataFrame({"form": ["regret"], "rung": [1]})
    rungs = pd.DataFrame({"rung": [1], "label": ["Regret"]})
    one = acts(("2025-01-01", 1, "A>B", 0)).assign(form="regret")
    found = ladder(one, forms, rungs)
    assert found[["least", "most", "least_label"]].to_numpy().tolist() == [
        [1, 1, "Regret"]
    ]


def test_an_uncertain_act_is_possible_before_it_is_certain(climb):
    # Somewhere on 1 to 3 January: within the last two days for certain on no day but
    # the 3rd to the 2nd, so never; with four days, on the 3rd and the 4th.
    one = ("2025-01-01", 3, "A>B", "expel")
    short = climb(one, window_days=2, until="2025-01-07")
    assert short["least"].tolist() == [NONE] * 7
    assert short["most"].tolist() == [7] * 4 + [NONE] * 3
    long = climb(one, window_days=4, until="2025-01-07")
    assert long["least"].tolist() == [NONE, NONE, 7, 7, NONE, NONE, NONE]
    assert long["most"].tolist() == [7] * 6 + [NONE]


def test_each_direction_climbs_by_itself(climb):
    found = climb(("2025-01-01", 1, "A>B", "expel"), ("2025-01-02", 1, "B>A", "accuse"))
    levels = found.groupby("direction", observed=True)["least"].agg(list)
    assert levels["A>B"] == [7, 7]
    assert levels["B>A"] == [NONE, 2]


def test_acts_without_a_rung_hold_none(climb):
    found = climb(("2025-01-01", 1, "A>B", "praise"))
    assert found["least"].tolist() == [NONE]
    assert found["least_label"].tolist() == [""]


def test_labels_stand_beside_the_rungs(climb):
    found = climb(("2025-01-01", 1, "A>B", "warn"), ("2025-01-01", 3, "A>B", "expel"))
    assert found["least_label"].tolist() == ["Warning", "Warning", "Removal"]
    assert set(found["most_label"]) == {"Removal"}


def test_a_window_longer_than_the_data_gives_the_highest_rung_so_far(climb):
    some = ("2025-01-01", 1, "A>B", "expel"), ("2025-03-01", 1, "A>B", "accuse")
    assert set(climb(*some, window_days=10_000)["least"]) == {7}


@law
@given(rows=rows, window=st.sampled_from([1, 3, 30]))
def test_rungs_are_those_of_every_act_taken_one_by_one(climb, rows, window):
    found = climb(*rows, window_days=window, since="2025-01-01", until="2025-03-31")
    for day in found.sample(20, random_state=1).itertuples():
        certain, possible = [0], [0]
        for first, lasts, way, form in rows:
            ends = (
                pd.Timestamp(first),
                pd.Timestamp(first) + pd.Timedelta(lasts - 1, "D"),
            )
            since = day.date - pd.Timedelta(window - 1, "D")
            if way == day.direction and ends[0] <= day.date and ends[1] >= since:
                possible.append(RANKS[form])
            if way == day.direction and ends[0] >= since and ends[1] <= day.date:
                certain.append(RANKS[form])
        got = [0 if rung is NONE else rung for rung in (day.least, day.most)]
        assert got == [max(certain), max(possible)]


@law
@given(rows=rows, window=st.sampled_from([1, 3, 30]))
def test_what_is_certain_is_never_above_what_is_possible(climb, rows, window):
    found = climb(*rows, window_days=window)[["least", "most"]].fillna(0)
    assert (found["least"] <= found["most"]).all()


@law
@given(rows=rows, window=st.sampled_from([1, 3, 30]))
def test_a_longer_window_never_lowers_a_rung(climb, rows, window):
    short, long = (climb(*rows, window_days=n)["least"] for n in (window, window + 5))
    assert (short.fillna(0) <= long.fillna(0)).all()


@law
@given(rows=rows, window=st.sampled_from([1, 3, 30]))
def test_days_at_rungs_add_up_to_the_period(climb, rows, window):
    found = climb(*rows, window_days=window, since="2025-01-01", until="2025-03-31")
    sums = time_at_rungs(found).groupby("direction", observed=True)
    assert set(sums["days"].sum()) == set(sums["days_possible"].sum()) == {90}


def test_days_are_counted_by_the_highest_rung(climb):
    one, other = ("2025-01-01", 1, "A>B", "expel"), ("2025-01-03", 1, "A>B", "accuse")
    found = time_at_rungs(climb(one, other, window_days=2, until="2025-01-05"))
    assert found[["rung", "days"]].to_numpy().tolist() == [[2, 2], [7, 2], [NONE, 1]]
    assert found["label"].tolist() == ["Blame", "Removal", ""]


def test_a_rung_that_is_only_possible_has_no_certain_day(climb):
    found = time_at_rungs(climb(("2025-01-01", 3, "A>B", "expel"), window_days=2))
    assert found[["rung", "days", "days_possible"]].to_numpy().tolist() == [
        [7, 0, 3],
        [NONE, 3, 0],
    ]


def test_forms_without_a_rung_are_counted_and_named():
    acts = pd.DataFrame({"form": ["praise", "expel", "praise"]})
    found = unranked(acts, FORMS)
    assert (found.n, found.n_ranked, found.forms) == (3, 1, (("praise", 2),))
    assert str(found) == (
        "1 of 3 acts stand on a rung of the ladder; left out: praise (2)."
    )


def test_an_unknown_form_is_named(acts):
    frame = acts(("2025-01-01", 1, "A>B", 0)).assign(form="frown")
    with pytest.raises(MeasureError, match="The forms frown are not in the table"):
        ladder(frame, FORMS, RUNGS)


@pytest.mark.parametrize("window", [0, -1, 1.5, float("inf"), True, "30", None])
def test_what_is_no_window_is_refused(climb, window):
    with pytest.raises(MeasureError, match="whole number of days above zero"):
        climb(("2025-01-01", 1, "A>B", "expel"), window_days=window)


@pytest.mark.parametrize("column", ["earliest", "latest", "direction", "form"])
def test_a_missing_column_is_named(acts, column):
    frame = acts(("2025-01-01", 1, "A>B", 0)).assign(form="expel")
    with pytest.raises(MeasureError, match=f"column {column}"):
        ladder(frame.drop(columns=column), FORMS, RUNGS)


def test_no_act_over_a_period_gives_the_columns_and_no_row(acts):
    frame = acts().assign(form=pd.Series(dtype=str))
    found = ladder(frame, FORMS, RUNGS, since="2025-01-01", until="2025-06-30")
    assert {"date", "direction", "least", "most", "least_label"} <= set(found)
    assert len(found) == len(time_at_rungs(found)) == 0


def test_no_act_and_no_period_is_refused(acts):
    with pytest.raises(MeasureError, match="no act to measure and no period"):
        ladder(acts().assign(form=pd.Series(dtype=str)), FORMS, RUNGS)


def test_a_disputed_act_is_possible_and_never_certain(acts):
    day = "2025-01-01"
    two = acts((day, 1, "A>B", 0), (day, 1, "A>B", 0)).assign(
        form=["accuse", "expel"], certainty=["reported", "disputed"]
    )
    found = ladder(two, FORMS, RUNGS)
    assert (found["least"].tolist(), found["most"].tolist()) == ([2], [7])
