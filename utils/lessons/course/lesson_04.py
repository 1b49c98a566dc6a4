"""Lesson 4, a curve and its doubt: its exercises."""

from utils.lessons.course.counting import COUNTING
from utils.lessons.course.fading import FADING

EXERCISES = (*COUNTING, *FADING)
