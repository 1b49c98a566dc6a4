import numpy as np
import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures import counts, daily


@pytest.fixture
def five(acts):
    """Two days of media acts, one uncertain judicial act, one without a weight."""
    return acts(
        ("2025-06-01", 1, "A>B", -2),
        ("2025-06-01", 1, "A>B", -5),
        ("2025-06-01", 1, "B>A", -3),
        ("2025-06-03", 2, "A>B", 4),
        ("2025-06-03", 1, "A>B", np.nan),
    ).assign(
        type=pd.Categorical(["media", "media", "media", "judicial", "media"]),
        tone=pd.Categorical(["conflictual"] * 3 + ["cooperative"] * 2),
    )


def read(found, *columns):
    days = found["date"].dt.strftime("%d")
    return list(zip(days, *(found[column] for column in columns), strict=True))


def test_acts_of_one_day_and_kind_make_one_row(five):
    assert read(daily(five), "direction", "type", "n") == [
        ("01", "B>A", "media", 1.0),
        ("01", "A>B", "media", 2.0),
        ("03", "A>B", "judicial", 0.5),
        ("03", "A>B", "media", 1.0),
        ("04", "A>B", "judicial", 0.5),
    ]


def test_weights_are_added_up_in_shares(five):
    assert daily(five)["weight"].tolist() == [-3, -7, 2, 0, 2]


def test_acts_without_a_weight_count_in_n_alone(five):
    assert daily(five)["n_weighted"].tolist() == [1, 2, 0.5, 0, 0.5]


def test_without_weights_only_the_numbers_are_given(five):
    found = daily(five.drop(columns="weight"))
    assert found.columns.tolist() == ["date", "direction", "type", "tone", "n"]


@pytest.mark.parametrize("per", ["day", "month"])
def test_daily_sums_are_those_of_counts(five, per):
    frequency = {"day": "D", "month": "MS"}[per]
    sums = daily(five).resample(frequency, on="date")["n"].sum()
    assert sums.tolist() == counts(five, per, by=[])["n"].tolist()


def test_directions_keep_the_order_of_their_categories(five):
    kept = daily(five)["direction"].cat.categories
    assert kept.tolist() == ["B>A", "A>B", "C>A"]


def test_plain_text_columns_serve_like_categoricals(five):
    plain = daily(five.astype({"direction": str, "type": object, "tone": str}))
    assert plain["n"].sum() == 5
    assert plain["direction"].tolist()[:2] == ["A>B", "B>A"]


def test_acts_without_a_direction_are_not_lost(five):
    five.loc[0, "direction"] = None
    assert daily(five)["n"].sum() == 5


@pytest.mark.parametrize("column", ["direction", "type", "tone", "earliest"])
def test_a_missing_column_is_named(five, column):
    with pytest.raises(MeasureError, match=f"column {column}"):
        daily(five.drop(columns=column))


def test_no_act_is_refused(five):
    with pytest.raises(MeasureError, match="no act to measure"):
        daily(five.iloc[:0])


def test_the_frame_given_is_not_changed(five):
    before = five.copy()
    daily(five)
    assert five.equals(before)
