import numpy as np
import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures import Coverage, Scale, coverage, weigh

CODES = ["111", "1213", "036", "1213", ""]
TINY = Scale("tiny", {"111": -2, "036": 4.5}, version="3")


@pytest.fixture(params=["category", "str", object])
def acts(request):
    return pd.DataFrame({"cameo": pd.Series(CODES).astype(request.param)})


def test_each_act_gets_the_weight_of_its_code(acts):
    weight = weigh(acts, TINY)["weight"].tolist()
    assert weight == pytest.approx([-2, np.nan, 4.5, np.nan, np.nan], nan_ok=True)


def test_a_weight_of_zero_is_no_missing_weight(acts):
    assert weigh(acts, Scale("zero", {"1213": 0}))["weight"].notna().sum() == 2


def test_a_missing_code_has_no_weight():
    acts = pd.DataFrame({"cameo": ["111", None]})
    assert weigh(acts, TINY)["weight"].isna().tolist() == [False, True]


def test_a_scale_is_keyed_on_its_own_column():
    signs = Scale("signs", {"conflictual": -1}, column="tone")
    acts = pd.DataFrame({"tone": pd.Categorical(["neutral", "conflictual"])})
    assert weigh(acts, signs)["weight"].isna().tolist() == [True, False]


def test_the_frame_given_is_not_changed(acts):
    before = acts.copy()
    weigh(acts, TINY)
    coverage(acts, TINY)
    assert acts.equals(before)


def test_a_weight_that_is_there_is_replaced(acts):
    again = weigh(weigh(acts, TINY), Scale("other", {"036": 1}))
    assert again["weight"].sum() == 1


def test_an_index_of_any_kind_is_kept(acts):
    twice = acts.set_axis([7, 7, 3, 3, 1])
    assert weigh(twice, TINY).index.tolist() == [7, 7, 3, 3, 1]
    assert coverage(twice, TINY).n_weighted == 2


def test_coverage_counts_the_acts_and_names_the_codes(acts):
    assert coverage(acts, TINY) == Coverage("tiny 3", 5, 2, (("", 1), ("1213", 2)))


def test_coverage_says_itself(acts):
    assert str(coverage(acts, TINY)) == (
        "tiny 3 has a weight for 2 of 5 acts; without one: no code (1), 1213 (2)."
    )


def test_full_coverage_names_no_code(acts):
    assert str(coverage(acts.iloc[[0, 2]], TINY)) == (
        "tiny 3 has a weight for 2 of 2 acts."
    )


def test_an_act_whose_code_is_missing_is_named_too():
    acts = pd.DataFrame({"cameo": pd.Categorical(["111", None])})
    assert coverage(acts, TINY).missing == (("", 1),)


def test_no_act_is_covered_by_no_weight(acts):
    assert coverage(acts.iloc[:0], TINY) == Coverage("tiny 3", 0, 0, ())


@pytest.mark.parametrize("measure", [weigh, coverage])
def test_a_missing_column_is_named(measure):
    with pytest.raises(MeasureError, match=r"tiny needs the column cameo; .* form"):
        measure(pd.DataFrame({"form": ["accuse"]}), TINY)
