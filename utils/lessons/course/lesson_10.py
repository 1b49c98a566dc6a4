"""Lesson 10, publish a figure: its exercises."""

from utils.lessons.course.faults_found import FIRST_HALF
from utils.lessons.course.figure_published import SECOND_HALF

EXERCISES = (*FIRST_HALF, *SECOND_HALF)
