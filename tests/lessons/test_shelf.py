"""Exercises by lesson and name, and the tables of the course."""

import pytest

from utils.errors import LessonError
from utils.lessons import exercise_named, exercises, material
from utils.lessons.shelf import LESSONS, MATERIAL

TABLES = sorted(path.stem for path in MATERIAL.glob("*.csv"))


def test_an_exercise_is_found_by_its_name():
    for number in LESSONS:
        for name, exercise in exercises(number).items():
            assert exercise_named(name) is exercise


@pytest.mark.parametrize("lesson", [0, 11, True + 10, "1", None])
def test_a_lesson_that_is_none_is_named(lesson):
    with pytest.raises(LessonError, match=f"There is no lesson {lesson!r}"):
        exercises(lesson)


@pytest.mark.parametrize("table", TABLES)
def test_each_table_of_the_course_is_text_alone(table):
    read = material(table)
    assert len(read) > 0
    assert all(isinstance(cell, str) for row in read.to_numpy() for cell in row)


@pytest.mark.parametrize("table", TABLES)
def test_no_table_of_the_course_holds_markup_or_a_formula(table):
    cells = [cell for row in material(table).to_numpy() for cell in row]
    assert [cell for cell in cells if cell[:1] in tuple("=@\t") or "<" in cell] == []


def test_a_table_may_be_changed_without_changing_it_for_others():
    own = material(TABLES[0])
    own.iloc[0, 0] = "changed"
    assert material(TABLES[0]).iloc[0, 0] != "changed"


@pytest.mark.parametrize("name", ["nosuch", "../azerbaijan-russia/actions", ""])
def test_a_table_that_is_not_there_is_told_which_there_are(name):
    with pytest.raises(LessonError, match=r"There is no table"):
        material(name)
