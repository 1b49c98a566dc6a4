import numpy as np
import pandas as pd
import pytest

from utils.errors import CaseError
from utils.measures import weigh
from utils.tables import read_scale


@pytest.fixture
def table(tmp_path):
    """Write a table of weights and give its path."""

    def write(text):
        path = tmp_path / "mine.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def faults(table):
    """Give the faults of a table as line, column, value and problem."""

    def found(text, **how):
        given = table(text) if isinstance(text, str) else text
        with pytest.raises(CaseError) as caught:
            read_scale(given, **how)
        return [(f.line, f.column, f.value, f.problem) for f in caught.value.faults]

    return found


def test_a_table_of_codes_and_weights_is_a_scale(table):
    mine = read_scale(table("code,weight\naccuse,-2\nmeet,1.5\n"), column="form")
    assert dict(mine.weights) == {"accuse": -2.0, "meet": 1.5}
    assert (mine.name, mine.column) == ("mine", "form")
    assert mine.origin == "the reader's own, from mine.csv"


def test_it_weighs_the_acts_of_a_case(table, load_small):
    mine = read_scale(str(table("code,weight,note\naccuse,-2,x\n")), column="form")
    assert weigh(load_small().actions, mine)["weight"].sum() == -2


def test_a_scale_may_bear_another_name_than_its_file(table):
    assert read_scale(table("code,weight\n010,0\n"), name="ours").name == "ours"


def test_a_leading_zero_stays(table):
    assert list(read_scale(table("code,weight\n010,0\n")).weights) == ["010"]


def test_a_scale_of_the_project_comes_out_as_a_case_has_it(repository, load_small):
    theirs = load_small().scales["plover"]
    path = repository / "data" / "codebook" / "scales" / "plover.csv"
    assert read_scale(path).weights == theirs.weights


def test_every_fault_is_told_at_once(faults):
    text = 'code,weight\n,1\naccuse,\nmeet,many\nvisit,1\nvisit,2\nyield,"1,5"\n'
    assert faults(text) == [
        (2, "code", "", "is empty"),
        (3, "weight", "", "is empty"),
        (4, "weight", "many", "is no number"),
        (6, "code", "visit", "is the key of line 5 already"),
        (7, "weight", "1,5", "is no number"),
    ]


@pytest.mark.parametrize("weight", ["nan", "inf", "-inf", "1e3", "−2", "0x1"])
def test_a_weight_is_a_finite_number_in_figures(faults, weight):
    found = faults(f"code,weight\naccuse,{weight}\n")
    assert found == [(2, "weight", weight, "is no number")]


def test_a_column_of_another_name_is_told(faults):
    assert faults("form,weight\naccuse,-2\n") == [
        (1, "code", "", "is a missing column"),
        (1, None, "form", "is no column of this table"),
    ]


@pytest.mark.parametrize("text", ["code,weight\n", "code,weight,note\n"])
def test_a_table_without_weights_is_told(faults, text):
    assert faults(text) == [(None, None, "", "has no weights")]


def test_a_file_that_is_not_there_is_told(faults, tmp_path):
    assert faults(tmp_path / "none.csv") == [(None, None, "", "is missing")]


def test_a_code_that_is_not_known_is_told(faults, table):
    text = "code,weight\naccuze,-2\n"
    found = faults(text, column="form", known=["accuse", "meet"])
    assert found == [(2, "code", "accuze", "is no known code")]
    assert read_scale(table(text), column="form").weights["accuze"] == -2


def test_a_code_that_lost_its_leading_zero_is_told(faults, load_small):
    known = load_small().scales["goldstein-icews"].weights
    found = faults("code,weight\n43,1\n114,-2\n", known=known)
    assert found == [(2, "code", "43", "has lost its leading zero")]


def test_the_file_is_named(table):
    with pytest.raises(CaseError, match=r"mine\.csv, line 2, weight: 'x' is no number"):
        read_scale(table("code,weight\naccuse,x\n"))


@pytest.mark.parametrize("weight", [[-2, 3], [-2.0, 3.0], ["-2", "3"]])
def test_a_frame_is_read_like_a_file(weight):
    frame = pd.DataFrame({"code": ["accuse", "meet"], "weight": weight})
    mine = read_scale(frame, name="mine", column="form")
    assert dict(mine.weights) == {"accuse": -2, "meet": 3}


def test_the_faults_of_a_frame_bear_the_lines_of_a_file(faults):
    frame = pd.DataFrame(
        {"code": ["a", "b", None, "a"], "weight": [1, np.inf, 1, np.nan]}
    )
    assert faults(frame) == [
        (3, "weight", "inf", "is no number"),
        (4, "code", "", "is empty"),
        (5, "weight", "", "is empty"),
        (5, "code", "a", "is the key of line 2 already"),
    ]


def test_an_empty_frame_is_told(faults):
    assert faults(pd.DataFrame({"code": [], "weight": []})) == [
        (None, None, "", "has no weights")
    ]
