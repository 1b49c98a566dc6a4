"""Where the exercises of each lesson stand, and the tables that lessons read."""

import re
from functools import cache
from importlib import import_module

import pandas as pd

from utils.errors import LessonError, known
from utils.lessons.exercise import Exercise
from utils.tables.loading import DATA

LESSONS = tuple(range(1, 11))
MATERIAL = DATA / "course"
_NAME = re.compile(r"l(\d\d)_\d+")


def exercises(lesson: int) -> dict[str, Exercise]:
    """Give the exercises of a lesson by their name, in order.

    Raises
    ------
    LessonError
        If there is no such lesson.
    """
    if lesson not in LESSONS:
        raise LessonError(f"There is no lesson {lesson!r}; give a number from 1 to 10.")
    module = import_module(f"utils.lessons.course.lesson_{lesson:02d}")
    return {exercise.name: exercise for exercise in module.EXERCISES}


def exercise_named(name: str) -> Exercise:
    """Give an exercise by its name.

    Raises
    ------
    LessonError
        If there is none of this name.
    """
    found = _NAME.fullmatch(name)
    lesson = int(found[1]) if found else 0
    there = exercises(lesson) if lesson in LESSONS else {}
    if name not in there:
        names = there or [name for n in LESSONS for name in exercises(n)]
        raise LessonError(f"There is no exercise {name!r}. {known(names, name)}")
    return there[name]


@cache
def _material(name: str) -> pd.DataFrame:
    path = MATERIAL / f"{name}.csv"
    names = sorted(path.stem for path in MATERIAL.glob("*.csv"))
    if name not in names:
        raise LessonError(f"There is no table {name!r}. {known(names, name)}")
    return pd.read_csv(path, dtype="str", keep_default_na=False)


def material(name: str) -> pd.DataFrame:
    """Give a table that was written for the course, all of its cells as text.

    Raises
    ------
    LessonError
        If there is no such table.
    """
    return _material(name).copy()
