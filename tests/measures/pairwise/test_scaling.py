import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures import scale_from, weigh


def strengths(**by_item):
    return pd.DataFrame(by_item.items(), columns=["item", "strength"])


THREE = strengths(accuse=-1.0, warn=0.0, expel=3.0)


def test_the_ends_are_as_given_and_the_rest_lies_between_in_proportion():
    scale = scale_from(THREE, lightest=-2, heaviest=-10)
    assert dict(scale.weights) == {"accuse": -2, "warn": -4, "expel": -10}


def test_acts_are_weighed_by_their_form():
    acts = pd.DataFrame({"form": ["expel", "praise"]})
    weight = weigh(acts, scale_from(THREE))["weight"]
    assert weight.tolist() == pytest.approx([-10, float("nan")], nan_ok=True)


def test_it_says_its_name_and_where_it_comes_from():
    scale = scale_from(THREE, name="class 4b")
    assert (str(scale), scale.origin) == (
        "class 4b 1",
        "strengths out of judgements of pairs",
    )


@pytest.mark.parametrize(
    ("frame", "more", "said"),
    [
        (THREE[["item"]], {}, "needs the column strength"),
        (pd.concat([THREE, THREE]), {}, "accuse stands twice"),
        (strengths(a=1.0, b=1.0), {}, "All strengths are the same"),
        (strengths(a=1.0, b=float("inf")), {}, "A strength is inf"),
        (THREE, {"lightest": -3, "heaviest": -3}, "Both ends are -3"),
        (THREE, {"heaviest": "much"}, "heaviest weight is 'much'"),
    ],
)
def test_what_makes_no_scale_is_refused(frame, more, said):
    with pytest.raises(MeasureError, match=said):
        scale_from(frame, **more)
