"""The questions of a quiz, read from a file in the format of jupyterquiz."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from utils.errors import LessonError

_LIVE = {"$": "a sign of formulas", "](": "a link"}
"""What jupyterquiz would make something of, so that no text may hold it."""
_TYPES = ("multiple_choice", "many_choice")


@dataclass(frozen=True)
class Answer:
    """An answer to choose, and what is said to whoever chose it."""

    text: str
    is_right: bool
    said: str


@dataclass(frozen=True)
class Question:
    """A question and its answers: one of them right, or `several`."""

    asks: str
    answers: Sequence[Answer]
    several: bool = False


def read_questions(path: Path) -> tuple[Question, ...]:
    """Read the questions of a file.

    Raises
    ------
    LessonError
        If it is no list of questions, with every fault that was found.
    """
    try:
        given = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as why:
        raise LessonError(f"{path.name} cannot be read as JSON ({why}).") from None
    faults = list(_faults(given))
    if faults:
        raise LessonError(f"{path.name}: {' '.join(faults)}")
    return tuple(_question(question) for question in given)


def _question(given: dict[str, Any]) -> Question:
    answers = tuple(
        Answer(it["answer"], it["correct"], it["feedback"]) for it in given["answers"]
    )
    return Question(given["question"], answers, given["type"] == "many_choice")


def _faults(given: Any) -> list[str]:
    if not isinstance(given, list) or not given:
        return ["Give a list of questions."]
    return [
        f"Question {number}{fault}"
        for number, question in enumerate(given, 1)
        for fault in _question_faults(question)
    ]


def _question_faults(question: Any) -> list[str]:
    if not isinstance(question, dict):
        return [" is no object with question, type and answers."]
    faults = []
    if question.get("type") not in _TYPES:
        faults.append(f": its type is {' or '.join(_TYPES)}.")
    strange = question.keys() - {"question", "type", "answers"}
    faults += [f" has {name}, which is not used." for name in sorted(strange)]
    faults += _text_faults(question, "question")
    answers = question.get("answers")
    if not isinstance(answers, list) or len(answers) < 2:
        return [*faults, ": give at least two answers."]
    for number, answer in enumerate(answers, 1):
        faults += [f", answer {number}{fault}" for fault in _answer_faults(answer)]
    return faults + _right_faults(answers, question.get("type") == "many_choice")


def _right_faults(answers: list[Any], several: bool) -> list[str]:
    right = [it for it in answers if isinstance(it, dict) and it.get("correct") is True]
    if len(right) < 2 if several else len(right) != 1:
        wanted = "two or more" if several else "one"
        return [f" has {len(right)} right answers; give {wanted}."]
    return []


def _answer_faults(answer: Any) -> list[str]:
    if not isinstance(answer, dict):
        return [" is no object with answer, correct and feedback."]
    faults = [*_text_faults(answer, "answer"), *_text_faults(answer, "feedback")]
    if not isinstance(answer.get("correct"), bool):
        faults.append(": correct is true or false.")
    strange = answer.keys() - {"answer", "correct", "feedback"}
    return [*faults, *(f" has {it}, which is not used." for it in sorted(strange))]


def _text_faults(given: dict[str, Any], name: str) -> list[str]:
    text = given.get(name)
    if not isinstance(text, str) or not text.strip():
        return [f": {name} is a text."]
    return [
        f": {name} holds {sign!r}, {is_}."
        for sign, is_ in _LIVE.items()
        if sign in text
    ]
