import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures.lanes import lanes

ACTS = pd.DataFrame(
    {
        "direction": pd.Categorical(["A>B", "C>A", "A>B"], ["C>A", "B>A", "A>B"]),
        "type": ["media", "media", "judicial"],
    }
)


def test_groups_that_occur_are_numbered_in_the_order_of_the_categories():
    number, groups = lanes(ACTS, ["direction"])
    assert number.tolist() == [1, 0, 1]
    assert groups["direction"].tolist() == ["C>A", "A>B"]


def test_groups_keep_the_kind_of_their_column():
    assert lanes(ACTS, ["direction"])[1].dtypes.equals(ACTS[["direction"]].dtypes)


def test_two_columns_make_a_group_of_each_pair_that_occurs():
    number, groups = lanes(ACTS, ["direction", "type"])
    assert number.tolist() == [2, 0, 1]
    assert groups.to_numpy().tolist() == [
        ["C>A", "media"],
        ["A>B", "judicial"],
        ["A>B", "media"],
    ]


def test_no_column_makes_one_group():
    number, groups = lanes(ACTS, [])
    assert (number.tolist(), len(groups)) == ([0, 0, 0], 1)


def test_a_single_text_stands_for_a_list_of_one():
    assert lanes(ACTS, "type")[0].tolist() == lanes(ACTS, ["type"])[0].tolist()


@pytest.mark.parametrize("kind", ["category", "str", object])
def test_acts_without_a_value_are_a_group_of_their_own(kind):
    column = pd.Series(["b", None, "a"]).astype(kind)
    number, groups = lanes(pd.DataFrame({"type": column}), ["type"])
    assert number.tolist() == [1, 2, 0]
    assert groups["type"].isna().tolist() == [False, False, True]


def test_missing_columns_are_named_with_those_that_are_there():
    with pytest.raises(MeasureError, match=r"no column kind, side .*direction, type"):
        lanes(ACTS, ["kind", "type", "side"])


def test_groups_of_very_many_values_are_numbered_alike(monkeypatch):
    few = lanes(ACTS, ["direction", "type"])
    monkeypatch.setattr("utils.measures.lanes._MOST_NUMBERS", 0)
    many = lanes(ACTS, ["direction", "type"])
    assert few[0].tolist() == many[0].tolist()
    assert few[1].equals(many[1])


def test_no_act_makes_no_group():
    number, groups = lanes(ACTS[:0], ["direction"])
    assert (number.tolist(), len(groups)) == ([], 0)
