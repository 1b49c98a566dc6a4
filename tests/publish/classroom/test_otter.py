"""Tests for otter are files that otter reads, and hold no answer."""

import doctest
from runpy import run_path

import pytest

from utils.lessons import exercises
from utils.publish.classroom.otter import write_otter_tests


@pytest.fixture
def paths(tmp_path):
    return write_otter_tests(3, tmp_path / "tests")


def test_each_exercise_has_a_test_of_its_name(paths):
    assert [path.stem for path in paths] == list(exercises(3))


def test_a_test_is_in_the_format_that_otter_reads(paths):
    told = run_path(str(paths[0]))
    assert told["OK_FORMAT"]
    assert told["test"]["name"] == "l03_1"
    assert told["test"]["points"] == 1


def test_a_test_fails_as_long_as_nothing_was_answered(paths):
    (case,) = run_path(str(paths[0]))["test"]["suites"][0]["cases"]
    example = doctest.DocTestParser().get_doctest(case["code"], {}, "l03_1", None, None)
    said = []
    doctest.DocTestRunner(verbose=False).run(example, out=said.append)
    assert "Expected:\n    'right'" in "".join(said)
