"""Answers taken from the record: acts, a selection, numbers by name, a scale."""

import pandas as pd
import pytest

from utils import load, select
from utils.lessons.kinds import Acts, Selected, Unfitting, Values, Weights

ACTS = Acts(lambda: ["x1", "x2", "x3"])
VALUES = Values({"AZE": "Azerbaijan", "RUS": "Russia"}, decimals=1)


@pytest.mark.parametrize(
    "answer",
    [
        pd.DataFrame({"action_id": ["x2", "x1"], "type": "media"}),
        ["x1", "x2", "x2"],
        {"x1", "x2"},
        pd.Series(["x1", "x2"], index=[7, 8]),
    ],
)
def test_acts_are_the_same_in_a_table_a_list_or_a_column(answer):
    assert ACTS.alike(ACTS.fitted(answer), ["x2", "x1"])


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (["x9"], "No act has the action_id 'x9'"),
        (pd.DataFrame({"id": ["x1"]}), "no column action_id"),
        ("x1", "this is a text"),
        ([1], "1 is no action_id"),
        (3, "this is a whole number"),
    ],
)
def test_what_names_no_act_is_told_why(answer, said):
    with pytest.raises(Unfitting, match=said):
        ACTS.fitted(answer)


def test_a_selection_is_told_by_what_it_asks_for():
    one, kind = select(types="media"), Selected()
    assert kind.alike(kind.fitted(one), select(types=["media"]))
    assert not kind.alike(one, select(types="media", since="2025-06-01"))


@pytest.mark.parametrize("answer", ["media", {"types": "media"}, select])
def test_what_selects_nothing_is_shown_how(answer):
    with pytest.raises(Unfitting, match="as in select"):
        Selected().fitted(answer)


@pytest.mark.parametrize(
    "answer", [{"RUS": 2, "AZE": 1}, pd.Series({"AZE": 1.04, "RUS": 1.96})]
)
def test_values_are_found_by_name_and_may_be_rounded(answer):
    assert VALUES.alike(VALUES.fitted(answer), {"AZE": 1, "RUS": 2})


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"AZE": 1}, "see 'RUS'"),
        ({"AZE": 1, "RUS": 2, "GEO": 3}, "see 'GEO'"),
        ({"AZE": 1, "RUS": "2"}, "'2' is no number"),
        ({"AZE": 1, "RUS": True}, "True is no number"),
        ({"AZE": 1, "RUS": float("nan")}, "nan is no number"),
        ({"AZE": 1, "RUS": 10**400}, "is no number"),
        ([1, 2], "this is a list"),
    ],
)
def test_each_name_needs_one_number(answer, said):
    with pytest.raises(Unfitting, match=said):
        VALUES.fitted(answer)


def test_a_scale_is_told_by_its_weights():
    scale = load("azerbaijan-russia").scales["goldstein-icews"]
    code, weight = next(iter(scale.weights.items()))
    kind = Weights()
    assert kind.alike(kind.fitted(scale.but({code: weight})), scale)
    assert not kind.alike(scale.but({code: weight - 1}), scale)


def test_weights_without_a_scale_are_shown_how():
    with pytest.raises(Unfitting, match=r"scale\.but"):
        Weights().fitted({"114": -5})
