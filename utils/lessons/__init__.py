"""The course: exercises that check themselves, their forms, and what they read."""

from utils.lessons.checks import Check, Checks, check
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.hand_in import HandIn, handed_in
from utils.lessons.pairwise import judging
from utils.lessons.quizzes import Quiz, quiz
from utils.lessons.shelf import exercise_named, exercises, material
from utils.lessons.verdict import Verdict

__all__ = [
    "Check",
    "Checks",
    "Exercise",
    "HandIn",
    "Quiz",
    "Slip",
    "Verdict",
    "check",
    "exercise_named",
    "exercises",
    "handed_in",
    "judging",
    "material",
    "quiz",
]
