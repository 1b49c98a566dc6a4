"""Lesson 2: its exercises, on timelines of the founding case."""

from utils.lessons.course.timeline_claims import CLAIMS, EMPTY, FIRST
from utils.lessons.course.timeline_marks import BAR, COUNT, SIGNS, THIN
from utils.lessons.exercise import Exercise

EXERCISES: tuple[Exercise, ...] = (
    *(SIGNS, COUNT, BAR, THIN),
    *(FIRST, EMPTY, CLAIMS),
)
