import subprocess
import sys
from copy import copy

import pytest

from utils import errors
from utils.errors import CaseError, Fault, ProjectError, known

FAULT = Fault("actions.csv", 7, "date", "29/06/2025", "is not EDTF", "write it")


@pytest.mark.parametrize("name", ["Selection", "Measure", "Chart", "Case"])
def test_every_error_is_one_of_the_project(name):
    assert issubclass(getattr(errors, f"{name}Error"), ProjectError)


def test_a_fault_says_where_what_and_how_to_mend_it():
    assert (
        str(FAULT) == "actions.csv, line 7, date: '29/06/2025' is not EDTF; write it."
    )


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault("a.csv", None, None, "", "is missing", "add it"), "a.csv: is missing"),
        (Fault("a.csv", None, "date", "", "is missing", "add it"), "a.csv, date: is m"),
        (Fault("a.csv", 2, None, "x", "is odd", "mend it"), "a.csv, line 2: 'x' is o"),
    ],
)
def test_a_fault_leaves_out_what_it_does_not_know(fault, said):
    assert str(fault).startswith(said)


def test_a_long_value_is_cut():
    said = str(Fault("a.csv", 2, "note", "x" * 61, "is long", "cut it"))
    assert f"'{'x' * 57}...' is long" in said
    assert f"'{'x' * 60}'" in str(Fault("a.csv", 2, "note", "x" * 60, "is", "cut it"))


def test_a_value_stays_on_one_line():
    assert "\n" not in str(Fault("a.csv", 2, "note", "two\nlines", "is odd", "mend it"))


def test_a_case_error_can_be_copied():
    assert copy(CaseError("my/case", [FAULT])).faults == (FAULT,)


@pytest.mark.parametrize(("number", "title"), [(1, "1 fault:"), (2, "2 faults:")])
def test_a_case_error_lists_every_fault(number, title):
    error = CaseError("my/case", [FAULT] * number)
    lines = str(error).splitlines()
    assert lines[0] == f"my/case has {title}"
    assert lines[1:] == [f"- {FAULT}"] * number


def test_a_case_error_keeps_its_faults_and_folder():
    error = CaseError("my/case", iter([FAULT]))
    assert (error.folder, error.faults) == ("my/case", (FAULT,))


def test_the_nearest_known_value_comes_first():
    said = known(["cultural", "media"], "cultrual")
    assert said == "Did you mean 'cultural'? Known: cultural, media."


def test_where_none_is_near_the_known_ones_are_named():
    assert known(iter(["cultural", "media"]), "zzz") == "Known: cultural, media."


def test_errors_load_nothing_of_ours():
    code = "import sys, utils.errors; print(*[m for m in sys.modules if 'utils' in m])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert {"utils", "utils.errors"} == {
        name for name in run.stdout.split() if name.split(".")[0] == "utils"
    }
