import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import spearmanr

from utils.errors import MeasureError
from utils.measures.comparison import compare_scales
from utils.measures.comparison.pairs import spearman
from utils.scale import Scale

ONE = Scale("one", {"accuse": -2, "demand": -5, "meet": 1, "deny": -1}, column="form")
OTHER = Scale("other", {"accuse": -5, "demand": 2.5, "meet": 10}, column="form")
SIGNS = Scale("signs", {"bad": -1, "none": 0, "good": 1}, column="tone")
TONES = {"accuse": "bad", "demand": "bad", "meet": "good", "deny": "none"}


@pytest.fixture
def acts():
    """Make acts from direction and form."""

    def make(*rows):
        frame = pd.DataFrame(list(rows), columns=["direction", "form"])
        return frame.assign(tone=frame["form"].map(TONES).astype("str"))

    return make


@pytest.fixture
def five(acts):
    """Give five acts, of which the scale `other` lacks one."""
    forms = {"A>B": ["accuse", "demand", "deny"], "B>A": ["accuse", "meet"]}
    return acts(*((way, form) for way, those in forms.items() for form in those))


def row(frame, **values):
    """Give the only row that has these values."""
    kept = frame.loc[(frame[list(values)] == pd.Series(values)).all(axis=1)]
    assert len(kept) == 1
    return kept.iloc[0]


def test_the_sentence_says_what_is_shared_and_where_signs_are_opposite(five):
    assert str(compare_scales(five, [ONE, OTHER])) == (
        "2 scales weigh 4 of 5 acts together; two of them have opposite signs on 1."
    )


def test_coverage_names_what_a_scale_lacks(five):
    one, other = compare_scales(five, {"one": ONE, "other": OTHER}).coverage
    assert (one.n, one.n_weighted) == (5, 5)
    assert other.missing == (("deny", 1),)


def test_the_mean_of_a_code_counts_each_act(acts):
    """Three acts of -2 and one of -5, where 5 is the largest weight, are bad."""
    rows = [("A>B", "accuse"), ("B>A", "accuse"), ("A>B", "accuse"), ("A>B", "demand")]
    found = compare_scales(acts(*rows), [ONE, OTHER], by="tone").table
    bad = row(found, scale="one", code="bad")
    assert bad["mean"] == pytest.approx((3 * -0.4 - 1) / 4)
    assert (bad["least"], bad["most"]) == (-1, -0.4)


# Weights of `one` by 5: accuse -0.4 (twice), demand -1, deny -0.2, meet 0.2.
@pytest.mark.parametrize(
    ("way", "among", "n", "summed", "conflict"),
    [
        ("all", "covered", 5, -1.8, 2.0),
        ("all", "shared", 4, -1.6, 1.8),
        ("A>B", "covered", 3, -1.6, 1.6),
        ("A>B", "shared", 2, -1.4, 1.4),
        ("B>A", "shared", 2, -0.2, 0.4),
    ],
)
def test_sums_are_parts_of_the_largest_weight(five, way, among, n, summed, conflict):
    sums = compare_scales(five, [ONE, OTHER]).sums
    found = row(sums, scale="one", direction=way, acts=among)
    assert found["n"] == n
    assert found["sum"] == pytest.approx(summed)
    assert found["mean"] == pytest.approx(summed / n)
    assert found["conflict"] == pytest.approx(conflict)


def test_the_share_of_conflict_is_that_of_all_weight_without_sign(five):
    sums = compare_scales(five, [ONE, OTHER]).sums
    found = row(sums, scale="other", direction="all", acts="covered")
    # -5 and -5 against 2.5 and 10.
    assert found["conflict_share"] == pytest.approx(10 / 22.5)


def test_a_share_of_no_weight_is_missing_and_says_of_how_many(acts):
    found = compare_scales(acts(("A>B", "deny")), [ONE, SIGNS]).sums
    one = row(found, scale="signs", direction="all", acts="covered")
    assert (one["n"], one["n_not_zero"]) == (1, 0)
    assert np.isnan(one["conflict_share"])


def test_there_is_no_row_where_a_scale_covers_no_act(acts):
    sums = compare_scales(acts(("A>B", "deny")), [ONE, OTHER]).sums
    assert set(sums["scale"]) == {"one"}
    assert set(sums["acts"]) == {"covered"}


def test_each_pair_says_where_signs_are_opposite_or_differ(five):
    pairs = compare_scales(five, [ONE, OTHER, SIGNS]).pairs
    told = pairs[["one", "other", "n", "n_opposite", "n_differ"]].to_numpy().tolist()
    assert told == [
        ["one", "other", 4, 1, 1],
        ["one", "signs", 5, 0, 1],
        ["other", "signs", 4, 1, 1],
    ]
    assert pairs["opposite_share"].tolist() == [1 / 4, 0, 1 / 4]


# Mean ranks of accuse, accuse, demand, meet: by `one` 2.5, 2.5, 1, 4 and by `other`
# 1.5, 1.5, 3, 4. About 2.5: 0, 0, -1.5, 1.5 and -1, -1, 0.5, 1.5; the products
# add up to 1.5, the squares to 4.5 and 4.5.
def test_the_rank_correlation_is_that_of_mean_ranks(five):
    pairs = compare_scales(five, [ONE, OTHER]).pairs
    assert pairs["spearman"].tolist() == pytest.approx([1.5 / 4.5])
    assert pairs["said"].tolist() == [
        "one and other share 4 acts: signs opposite on 1, rank correlation 0.33."
    ]


counted = st.lists(
    st.tuples(st.integers(-3, 3), st.integers(-3, 3), st.integers(1, 4)), min_size=2
)


@given(counted)
def test_the_rank_correlation_is_that_of_scipy(rows):
    one, other, n = np.array(rows, float).T
    n = n.astype(int)
    ours, said = spearman(np.array([one, other]), n)
    if one.min() == one.max() or other.min() == other.max():
        assert np.isnan(ours)
        assert "undefined" in said
    else:
        theirs = spearmanr(np.repeat(one, n), np.repeat(other, n)).statistic
        assert ours == pytest.approx(theirs, abs=1e-12)


@pytest.mark.parametrize(
    ("forms", "said"),
    [
        ([], "share 0 acts: signs opposite on 0, rank correlation undefined with"),
        (["meet"], "share 1 act: signs opposite on 0, rank correlation undefined with"),
        (["meet"] * 2, "undefined, as a scale weighs all of them alike."),
        (
            ["deny"],
            "share 0 acts: signs opposite on 0, rank correlation undefined with",
        ),
    ],
)
def test_a_correlation_that_is_undefined_says_why(acts, forms, said):
    pairs = compare_scales(acts(*(("A>B", form) for form in forms)), [ONE, OTHER]).pairs
    assert np.isnan(pairs["spearman"][0])
    assert said in pairs["said"][0]


def test_disagreements_are_named_by_code_with_both_weights(five):
    found = compare_scales(five, [ONE, OTHER, SIGNS]).disagreements
    told = ["one", "other", "form", "tone", "weight_one", "weight_other", "n"]
    assert found[[*told, "opposite"]].to_numpy().tolist() == [
        ["one", "other", "demand", "bad", -5, 2.5, 1, True],
        ["other", "signs", "demand", "bad", 2.5, -1, 1, True],
        ["one", "signs", "deny", "none", -1, 0, 1, False],
    ]


def test_a_missing_weight_is_no_disagreement(acts):
    found = compare_scales(acts(("A>B", "deny")), [ONE, OTHER])
    assert len(found.disagreements) == 0
    assert found.pairs["n"].tolist() == [0]


def test_directions_are_taken_together_in_the_disagreements(acts):
    two = acts(("A>B", "demand"), ("B>A", "demand"))
    assert compare_scales(two, [ONE, OTHER]).disagreements["n"].tolist() == [2]


def test_the_table_has_a_row_for_each_code_and_scale(five):
    table = compare_scales(five, [ONE, OTHER]).table
    told = ["code", "n", "n_opposite", "scale", "n_weighted", "mean"]
    assert table[told].fillna(99).to_numpy().tolist() == [
        ["accuse", 2, 0, "one", 2, -0.4],
        ["accuse", 2, 0, "other", 2, -0.5],
        ["demand", 1, 1, "one", 1, -1.0],
        ["demand", 1, 1, "other", 1, 0.25],
        ["deny", 1, 0, "one", 1, -0.2],
        ["deny", 1, 0, "other", 0, 99],
        ["meet", 1, 0, "one", 1, 0.2],
        ["meet", 1, 0, "other", 1, 1.0],
    ]


def test_a_code_of_several_weights_has_mean_least_and_most(five):
    table = compare_scales(five, [ONE, OTHER], by="tone").table
    bad = row(table, code="bad", scale="one")
    assert (bad["n"], bad["least"], bad["most"]) == (3, -1, -0.4)
    assert bad["mean"] == pytest.approx(-0.6)


def test_units_do_not_matter(five):
    tenfold = Scale(
        "other", {c: 10 * w for c, w in OTHER.weights.items()}, column="form"
    )
    one, same = (compare_scales(five, [ONE, scale]) for scale in (OTHER, tenfold))
    assert one.sums.round(12).equals(same.sums.round(12))
    assert one.pairs.equals(same.pairs)


def test_acts_without_a_direction_or_a_code_count_as_such(acts):
    two = acts(("A>B", "meet"), (None, None))
    found = compare_scales(two, [ONE, OTHER])
    assert found.coverage[0].missing == (("", 1),)
    assert found.table.groupby("code")["n"].first().to_dict() == {"": 1, "meet": 1}
    assert set(found.sums["direction"]) == {"A>B", "all"}


def test_categoricals_serve_like_texts(five):
    coded = five.astype("category")
    one, same = (compare_scales(acts, [ONE, SIGNS]) for acts in (five, coded))
    assert one.sums.equals(same.sums)
    assert one.table.equals(same.table)
    assert one.disagreements.equals(same.disagreements)


def test_no_act_is_a_comparison_that_says_so(acts):
    found = compare_scales(acts(), [ONE, OTHER])
    assert str(found).startswith("2 scales weigh 0 of 0 acts together")
    assert len(found.sums) == len(found.table) == len(found.disagreements) == 0


@pytest.mark.parametrize("scales", [[], [ONE], {"one": ONE}])
def test_fewer_than_two_scales_are_refused(five, scales):
    with pytest.raises(MeasureError, match=r"at least 2 scales, not [01]"):
        compare_scales(five, scales)


def test_two_scales_of_one_name_are_refused(five):
    with pytest.raises(MeasureError, match="Two scales are called one"):
        compare_scales(five, [ONE, ONE])


@pytest.mark.parametrize("weights", [{}, {"accuse": 0}])
def test_a_scale_of_zeros_is_refused(five, weights):
    with pytest.raises(MeasureError, match="Scale flat has no weight but zero"):
        compare_scales(five, [ONE, Scale("flat", weights, column="form")])


@pytest.mark.parametrize("column", ["direction", "form", "tone"])
def test_a_missing_column_is_named(five, column):
    with pytest.raises(MeasureError, match=f"no column {column}"):
        compare_scales(five.drop(columns=column), [ONE, SIGNS])


def test_the_frame_given_is_not_changed(five):
    before = five.copy()
    compare_scales(five, [ONE, OTHER])
    assert five.equals(before)
