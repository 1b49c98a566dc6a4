"""The quiz of a lesson: in a notebook by jupyterquiz, on paper as a list to tick."""

import random
import string
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from utils.errors import LessonError
from utils.lessons.forms.paper import BOX, RING
from utils.lessons.quizzes.questions import Question, read_questions
from utils.lessons.shelf import LESSONS, MATERIAL

_HERE = Path(__file__).parent
QUIZZES = MATERIAL / "quizzes"
_HOW = (
    f"Tick one answer where there is a {RING}, and all that fit where there is a {BOX}."
)


@dataclass(frozen=True)
class Quiz:
    """Some questions, each with its right answers, and what is said to each answer."""

    questions: Sequence[Question]

    def __str__(self) -> str:
        lines = [_HOW]
        for number, question in enumerate(self.questions, 1):
            lines += ["", f"{number}. {question.asks}"]
            lines += [
                f"   {_mark(question)} {answer.text}" for answer in question.answers
            ]
        return "\n".join(lines)

    def __repr__(self) -> str:
        return str(self)

    def on_paper(self) -> str:
        """Write the questions as lists to tick; their texts are escaped."""
        told = "".join(
            f"<p><strong>{number}. {escape(question.asks)}</strong></p><ul>"
            + "".join(
                f"<li>{_mark(question)} {escape(it.text)}</li>"
                for it in question.answers
            )
            + "</ul>"
            for number, question in enumerate(self.questions, 1)
        )
        return f'<div class="demarche-paper"><p>{_HOW}</p>{told}</div>'

    def _ipython_display_(self) -> None:
        """Show the list, and a script that puts the living quiz in its place."""
        from IPython.display import display

        box = "".join(random.choices(string.ascii_letters, k=12))
        for bundle in self.bundles(box):
            display(bundle, raw=True)

    def bundles(self, box: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """Give what a notebook is handed: the page, and the script that runs on it."""
        from jupyterquiz.dynamic.loader import load_questions_script
        from jupyterquiz.dynamic.renderer import build_script, build_styles, render_div

        prefix, static, url = load_questions_script([*map(_asked, self.questions)], box)
        place = render_div(box, False, False, False, 1_000, 700, 4, "left")
        dress = (_HERE / "quiz.css").read_text("utf-8").replace("#quiz", f"#{box}")
        own = (_HERE / "quiz.js").read_text("utf-8").replace('"quiz"', f'"{box}"')
        page = (
            f"{place}{self.on_paper()}</div>{build_styles(box, {})}"
            f"<style>{dress}</style>"
        )
        made = build_script(prefix, static, url, box, True)
        # It would set formulas, and fetch from another host what it takes for that.
        script = (
            f"(() => {{\nconst MathJax = undefined;\n{made}\n{_keys()}\n{own}}})();"
        )
        return (
            {"text/html": page, "text/plain": str(self)},
            {"application/javascript": script, "text/plain": ""},
        )


def quiz(lesson: int) -> Quiz:
    """Give the quiz of a lesson: questions to click at, or to tick on paper.

    It is not counted: each answer is told at once why it fits or does not.

    Raises
    ------
    LessonError
        If there is no such lesson, it has no quiz, or the file of the quiz is faulty.
    """
    if lesson not in LESSONS:
        raise LessonError(f"There is no lesson {lesson!r}; give a number from 1 to 10.")
    path = QUIZZES / f"{lesson:02d}.json"
    if not path.is_file():
        raise LessonError(f"Lesson {lesson} has no quiz.")
    return Quiz(read_questions(path))


def _asked(question: Question) -> dict[str, Any]:
    """Write a question as jupyterquiz reads it; it takes texts for markup."""
    return {
        "question": escape(question.asks),
        "type": "many_choice" if question.several else "multiple_choice",
        "answer_cols": 1,
        "answers": [
            {
                "answer": escape(answer.text),
                "correct": answer.is_right,
                "feedback": ("✓ Right. " if answer.is_right else "→ Not yet. ")
                + escape(answer.said),
            }
            for answer in question.answers
        ],
    }


def _mark(question: Question) -> str:
    return BOX if question.several else RING


def _keys() -> str:
    from utils.explorer.scripts import joined

    return joined("dom.js")
