"""Lesson 1: its exercises, on the passages about two invented countries."""

from utils.lessons.course.passage_dates import HOW_SURE, MONDAY, WEEKEND
from utils.lessons.course.passage_reading import DEED, HOW_MANY, WHO
from utils.lessons.course.passage_writing import NEUTRAL, WHICH_WORD
from utils.lessons.exercise import Exercise

EXERCISES: tuple[Exercise, ...] = (
    *(HOW_MANY, WHO, DEED, HOW_SURE),
    *(MONDAY, WEEKEND, WHICH_WORD, NEUTRAL),
)
