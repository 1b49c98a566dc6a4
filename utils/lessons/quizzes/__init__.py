"""Questions about concepts, asked by jupyterquiz."""

from utils.lessons.quizzes.quiz import Quiz, quiz

__all__ = ["Quiz", "quiz"]
