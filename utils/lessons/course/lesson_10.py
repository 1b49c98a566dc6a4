"""Lesson 10: its exercises."""

from utils.lessons.exercise import Exercise

EXERCISES: tuple[Exercise, ...] = ()
