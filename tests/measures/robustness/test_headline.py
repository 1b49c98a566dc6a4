import numpy as np
import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures.robustness import Headline
from utils.measures.robustness.headline import headline_of

ACTS = pd.DataFrame({"weight": [1.0, -2.0]})


def more_than_one_act(acts):
    """There is more than one act.

    And more is said of it here.
    """
    return len(acts) > 1


def test_any_function_is_said_by_the_first_line_of_its_docstring():
    assert str(headline_of(more_than_one_act)) == "There is more than one act."
    assert headline_of(more_than_one_act)(ACTS) is True


def test_a_function_without_a_docstring_is_said_by_its_name():
    def all_is_calm(acts):
        return False

    assert str(headline_of(all_is_calm)) == "all is calm"


def test_a_headline_is_taken_as_it_is():
    mine = Headline("mine", more_than_one_act, reads="tension")
    assert headline_of(mine) is mine


@pytest.mark.parametrize("answer", [True, np.True_])
def test_true_is_true_whoever_says_it(answer):
    assert Headline("mine", lambda _: answer)(ACTS) is True


@pytest.mark.parametrize("answer", [None, 1, "yes", np.nan, ACTS["weight"] < 0])
def test_what_is_neither_true_nor_false_is_refused(answer):
    with pytest.raises(MeasureError, match="'mine' came out as"):
        Headline("mine", lambda _: answer)(ACTS)


def test_a_headline_reads_acts_or_tension():
    with pytest.raises(MeasureError, match="reads acts or tension, not 'counts'"):
        Headline("mine", more_than_one_act, reads="counts")
