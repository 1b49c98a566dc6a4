import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.errors import MeasureError
from utils.measures.agreement.agreement import agreement, disagreements

# Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011: what four
# observers said of twelve units, a dot where one said nothing.
PUBLISHED = {
    "A": "1 2 3 3 2 1 4 1 2 . . .",
    "B": "1 2 3 3 2 2 4 1 2 5 . .",
    "C": ". 3 3 3 2 3 4 2 2 5 1 3",
    "D": "1 2 3 3 2 4 4 1 2 5 1 .",
}
LEVELS = ["nominal", "ordinal", "interval"]
cells = st.lists(
    st.tuples(*[st.sampled_from([None, 1, 2, 3, 7])] * 3), min_size=2, max_size=9
)


def coded(**said):
    """Make codings from what each coder said of the units, one after another."""
    rows = [
        (number, coder, None if value == "." else int(value))
        for coder, values in said.items()
        for number, value in enumerate(values.split())
    ]
    return pd.DataFrame(rows, columns=["unit", "coder", "value"])


def from_cells(rows):
    named = [
        (unit, coder, value)
        for unit, row in enumerate(rows)
        for coder, value in zip("ABC", row, strict=True)
    ]
    return pd.DataFrame(named, columns=["unit", "coder", "value"]).astype(
        {"value": float}
    )


def measured(codings, level="nominal", **more):
    found = agreement(codings, columns={"value": level}, **more)
    return found.iloc[0]


@pytest.mark.parametrize(
    ("level", "published"),
    [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)],
)
def test_alpha_is_that_of_the_published_example(level, published):
    assert round(measured(coded(**PUBLISHED), level)["alpha"], 3) == published


def test_a_unit_that_one_coder_coded_alone_is_not_compared():
    found = measured(coded(**PUBLISHED))
    assert (found["n"], found["n_units"], found["n_coders"]) == (11, 12, 4)
    assert found["n_values"] == 5


def test_two_coders_and_two_values_are_worked_out_by_hand():
    # Ones: 3, twos: 5 of 8 values; of 56 ordered pairs 30 differ by chance. One of
    # four units differs: 2 of 8. So alpha is 1 - (2/8) / (30/56) = 1 - 7 * 2 / 30.
    found = measured(coded(A="1 2 2 1", B="1 2 2 2"))
    assert found["alpha"] == pytest.approx(16 / 30)
    assert found["percent"] == 0.75


def test_of_three_coders_every_pair_is_compared():
    # Unit 0 has three pairs, of which one is alike; unit 1 has one, and it is.
    found = measured(coded(A="1 2", B="1 2", C="2 ."))
    assert found["percent"] == 2 / 4


@pytest.mark.parametrize("level", LEVELS)
@given(rows=cells)
def test_alpha_is_that_of_the_library(level, rows):
    import krippendorff

    codings = from_cells(rows)
    found = measured(codings, level, draws=1)
    if pd.isna(found["alpha"]):
        return
    matrix = codings.pivot(index="coder", columns="unit", values="value").to_numpy()
    expected = krippendorff.alpha(matrix, level_of_measurement=level)
    assert found["alpha"] == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("level", LEVELS)
@given(rows=cells)
def test_alpha_is_at_most_one_and_lies_in_what_is_defined(level, rows):
    found = measured(from_cells(rows), level, draws=20)
    if pd.isna(found["alpha"]):
        assert found["said"].startswith("Alpha is not defined: ")
        return
    assert found["alpha"] <= 1
    if not pd.isna(found["low"]):
        assert found["low"] <= found["high"] <= 1


@given(rows=cells, order=st.permutations(range(3)))
def test_it_does_not_matter_who_is_named_first(rows, order):
    one = measured(from_cells(rows), draws=1)
    other = measured(from_cells([[row[i] for i in order] for row in rows]), draws=1)
    assert one[["percent", "n"]].equals(other[["percent", "n"]])
    assert pd.isna(one["alpha"]) or one["alpha"] == pytest.approx(other["alpha"])


def test_names_of_values_do_not_matter_where_they_are_names():
    numbers = coded(**PUBLISHED)
    words = numbers.assign(value=numbers["value"].map(dict(enumerate("abcdef"))))
    assert measured(words)["alpha"] == measured(numbers)["alpha"]


def test_only_the_order_matters_where_there_is_no_more():
    numbers = coded(**PUBLISHED)
    stretched = numbers.assign(value=numbers["value"] ** 3)
    one, other = (measured(f, "ordinal")["alpha"] for f in (numbers, stretched))
    assert one == other


@pytest.mark.parametrize(("factor", "plus"), [(10, 0), (1, 1e6), (-3, 7)])
def test_an_interval_has_no_zero_and_no_unit(factor, plus):
    numbers = coded(**PUBLISHED)
    moved = numbers.assign(value=numbers["value"] * factor + plus)
    one, other = (measured(f, "interval")["alpha"] for f in (numbers, moved))
    assert one == pytest.approx(other, rel=1e-9)


def test_ordered_categories_have_their_own_order():
    numbers = coded(**PUBLISHED)
    names = numbers["value"].map(dict(enumerate("ezyxwv")))
    ordered = pd.Categorical(names, list("zyxwv"), ordered=True)
    assert (
        measured(numbers.assign(value=ordered), "ordinal")["alpha"]
        == (measured(numbers, "ordinal")["alpha"])
    )


def test_days_lie_days_apart():
    numbers = coded(**PUBLISHED)
    days = pd.Timestamp("2025-06-01") + pd.to_timedelta(numbers["value"], unit="D")
    found = measured(numbers.assign(value=days), "interval")
    assert round(found["alpha"], 3) == 0.849


def test_the_same_seed_gives_the_same_interval():
    one, same, other = (measured(coded(**PUBLISHED), seed=s) for s in (1, 1, 2))
    assert (one["low"], one["high"]) == (same["low"], same["high"])
    assert (one["low"], one["high"]) != (other["low"], other["high"])


def test_the_interval_is_that_of_drawing_whole_units():
    codings = from_cells(
        [(1, 1, None)] * 30 + [(2, 2, None)] * 30 + [(1, 2, None)] * 20
    )
    found, lots = measured(codings, draws=4000), np.random.default_rng(5)
    units, drawn = codings.dropna().pivot(index="unit", columns="coder")["value"], []
    for _ in range(4000):
        rows = units.to_numpy()[lots.integers(0, 80, 80)]
        ones = (rows == 1).sum()
        unlike = (rows[:, 0] != rows[:, 1]).sum()
        drawn.append(1 - 159 * 2 * unlike / (2 * ones * (160 - ones)))
    low, high = np.quantile(drawn, [0.025, 0.975])
    assert found["low"] == pytest.approx(low, abs=0.02)
    assert found["high"] == pytest.approx(high, abs=0.02)


def test_few_units_are_said_to_give_a_rough_interval():
    assert measured(coded(**PUBLISHED))["said"].endswith(
        "; of fewer than 30 units the interval is rough."
    )


def test_where_no_disagreement_was_seen_the_interval_is_said_to_show_none():
    found = measured(coded(A="1 2 1 2 1 2 1 2", B="1 2 1 2 1 2 1 2"))
    assert (found["alpha"], found["low"], found["high"]) == (1, 1, 1)
    assert found["said"].endswith("so the interval cannot show any.")


@pytest.mark.parametrize("level", LEVELS)
def test_where_all_values_are_the_same_alpha_is_missing_and_that_is_said(level):
    found = measured(coded(A="1 1", B="1 1"), level)
    assert found["alpha"] is pd.NA
    assert found["percent"] == 1
    assert found["said"] == (
        "Alpha is not defined: all values are the same, in 2 units, so chance would "
        "agree as well."
    )


@pytest.mark.parametrize("level", LEVELS)
def test_where_no_unit_has_two_values_that_is_said(level):
    found = measured(coded(A="1 .", B=". 2"), level)
    assert found["said"] == "Alpha is not defined: no unit has two values to compare."
    assert found["n"] == 0


def test_one_unit_has_an_alpha_but_hardly_an_interval():
    found = measured(coded(A="1", B="2"))
    assert found["alpha"] == 0
    assert found["n"] == 1


def test_where_too_many_samples_do_not_vary_there_is_no_interval():
    # Half of the samples of two units are one unit twice, without variation.
    found = measured(coded(A="1 2", B="1 2"))
    assert found["alpha"] == 1
    assert found["low"] is pd.NA
    assert 400 < found["n_draws"] < 600
    assert "too many samples lack any variation" in found["said"]


def test_each_column_has_a_row_in_the_order_asked_for():
    both = coded(A="1 2 1", B="1 2 2").assign(other=1)
    found = agreement(both, columns={"other": "nominal", "value": "interval"})
    assert found["column"].tolist() == ["other", "value"]
    assert found["alpha"].isna().tolist() == [True, False]


def test_columns_may_have_names_of_their_own():
    one = coded(A="1 2 1", B="1 2 2").rename(columns={"unit": "act", "coder": "who"})
    found = agreement(one, unit="act", coder="who", columns={"value": "nominal"})
    assert found["n"].tolist() == [3]


def test_the_units_that_differ_are_listed_with_what_each_coder_said():
    found = disagreements(coded(**PUBLISHED), columns=["value"])
    assert found["unit"].tolist() == [1, 5, 7]
    assert found.loc[1, ["A", "B", "C", "D"]].tolist() == [1, 2, 3, 4]


def test_a_value_not_given_is_none_and_no_disagreement():
    found = disagreements(coded(A="1 1", B="2 1", C=". ."), columns=["value"])
    assert found.values.tolist() == [[0, "value", 1, 2, None]]


def test_disagreements_come_column_by_column():
    both = coded(A="1 2", B="2 2").assign(other=["x", "y", "x", "z"])
    found = disagreements(both, columns={"other": "nominal", "value": "nominal"})
    assert found[["unit", "column"]].values.tolist() == [[1, "other"], [0, "value"]]


def test_where_all_agree_the_list_is_empty_but_has_its_columns():
    found = disagreements(coded(A="1 2", B="1 2"), columns=["value"])
    assert found.columns.tolist() == ["unit", "column", "A", "B"]
    assert len(found) == 0


def test_codings_given_are_not_changed():
    codings = coded(**PUBLISHED)
    before = codings.copy()
    agreement(codings, columns={"value": "ordinal"})
    disagreements(codings, columns=["value"])
    pd.testing.assert_frame_equal(codings, before)


ONE = coded(A="1 2", B="1 2")


@pytest.mark.parametrize(
    ("codings", "options", "said"),
    [
        (ONE, {}, "Name the columns to compare"),
        (ONE, {"nothing": "nominal"}, "need the column nothing"),
        (ONE, {"value": "metric"}, "cannot be 'metric'"),
        (ONE.drop(columns="coder"), {"value": "nominal"}, "need the column coder"),
        (ONE[:2], {"value": "nominal"}, "there is one, 'A'"),
        (ONE[:0], {"value": "nominal"}, "there is none"),
        (pd.concat([ONE, ONE]), {"value": "nominal"}, "Coder A coded the unit 0 mo"),
        (ONE.assign(coder=[None, "A", "B", "B"]), {"value": "nominal"}, "1 of 4 rows"),
        (
            ONE.assign(value=list("abcd")),
            {"value": "ordinal"},
            "words without an order",
        ),
        (ONE.assign(value=list("abcd")), {"value": "interval"}, "holds no numbers"),
        (ONE.assign(value=[1, 2, 3, np.inf]), {"value": "interval"}, "holds infinity"),
        (
            ONE.astype({"value": "category"}),
            {"value": "ordinal"},
            "words without an order",
        ),
    ],
)
def test_what_cannot_be_compared_is_refused(codings, options, said):
    with pytest.raises(MeasureError, match=said):
        agreement(codings, columns=options)


def test_an_interval_needs_draws():
    with pytest.raises(MeasureError, match="draws is a whole number from 1, not 0"):
        agreement(ONE, columns={"value": "nominal"}, draws=0)


def test_a_coder_cannot_have_the_name_of_a_column():
    with pytest.raises(MeasureError, match="cannot be called 'unit'"):
        disagreements(ONE.replace("A", "unit"), columns=["value"])
