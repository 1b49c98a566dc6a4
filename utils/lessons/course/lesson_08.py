"""Lesson 8: its exercises."""

from utils.lessons.exercise import Exercise

EXERCISES: tuple[Exercise, ...] = ()
