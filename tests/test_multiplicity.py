import numpy as np
import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.multiplicity import n_acts, numbers, several, single_acts


def rows(n):
    return pd.DataFrame({"n": n})


@pytest.mark.parametrize("n", [[1, 2], [1.0, 2.0], np.array([1, 2], dtype="uint8")])
def test_whole_numbers_from_one_are_numbers_of_acts(n):
    assert numbers(rows(n)).tolist() == [1, 2]
    assert numbers(rows(n)).dtype == np.int64
    assert n_acts(rows(n)) == 3


@pytest.mark.parametrize(
    "n", [0, -1, 1.5, None, np.nan, np.inf, "3", True, pd.NA, "", 1e400]
)
def test_anything_else_is_refused_with_what_was_given(n):
    with pytest.raises(MeasureError, match="1 of 2 rows have another"):
        several(rows(pd.Series([2, n], dtype=object)))


def test_a_frame_without_the_column_has_an_act_in_each_row():
    bare = pd.DataFrame({"type": ["media", "media"]})
    assert several(bare) is None
    assert numbers(bare).tolist() == [1, 1]
    assert n_acts(bare) == 2


def test_single_acts_are_rows_without_a_number_or_with_ones():
    single_acts(rows([1, 1]), "A delay")
    single_acts(pd.DataFrame({"type": ["media"]}), "A delay")
    with pytest.raises(MeasureError, match="A delay needs each act by itself, and 1"):
        single_acts(rows([1, 4]), "A delay")
